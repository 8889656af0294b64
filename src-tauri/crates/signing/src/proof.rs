//! Who signed, as far as certificates and the row say.

use chrono::{DateTime, FixedOffset};
use der::oid::AssociatedOid;
use der::{Decode, Encode};
use x509_cert::Certificate;
use x509_cert::ext::pkix::{BasicConstraints, KeyUsage};

use crate::digest::{hex, sha256};
use crate::identity::{Algorithm, Spelling, common_name, verifies};
use crate::record::{Method, RecordRow};
use crate::report::{CertificateFacts, Given, Proof};

pub(crate) fn facts(certificate: &Certificate) -> Option<CertificateFacts> {
    let body = &certificate.tbs_certificate;
    Some(CertificateFacts {
        sha256: hex(&sha256(&certificate.to_der().ok()?)),
        subject: common_name(&body.subject),
        issuer: common_name(&body.issuer),
        not_before: body.validity.not_before.to_date_time().to_string(),
        not_after: body.validity.not_after.to_date_time().to_string(),
    })
}

/// Whether a certificate holds together: one that names itself as its issuer must be signed
/// with its own key. What another issued can only be checked with the issuer's certificate.
pub(crate) fn is_consistent(certificate: &Certificate) -> bool {
    !is_self_issued(certificate) || signed_by(certificate, certificate) != Some(false)
}

/// What is stated of a signature: when it was made, and who attests whose hand it was.
pub(crate) struct Statement<'a> {
    pub(crate) time: DateTime<FixedOffset>,
    pub(crate) attested_by: &'a [String],
}

impl<'a> Statement<'a> {
    /// Nobody attests a certificate of one's own.
    pub(crate) fn of(row: &'a RecordRow) -> Self {
        let attested_by = match row.method {
            Method::Drawn | Method::Typed => row.attested_by.as_slice(),
            Method::OwnCertificate | Method::VendorIdentity => &[],
        };
        Self { time: row.time, attested_by }
    }
}

pub(crate) fn proof(chain: &[Certificate], stated: Option<&Statement<'_>>, given: &Given) -> Option<Proof> {
    let signer = chain.first()?;
    let facts = facts(signer)?;
    if given.known_certificates.contains(&facts.sha256) {
        return Some(Proof::Known);
    }
    if let Some(root) = trusted_root(chain, stated, given) {
        return Some(Proof::Trusted { root });
    }
    if !is_self_issued(signer) {
        return Some(Proof::Issued { by: facts.issuer });
    }
    Some(match stated.map(|stated| stated.attested_by.to_vec()) {
        Some(by) if !by.is_empty() => Proof::Attested { by },
        _ => Proof::SelfStated,
    })
}

/// The trusted authority at the end of the chain, when each link is signed by the next, each that signs another is an
/// authority, and all were valid at the time of signing.
fn trusted_root(chain: &[Certificate], stated: Option<&Statement<'_>>, given: &Given) -> Option<String> {
    let time = stated?.time;
    let linked = chain.windows(2).all(|pair| signed_by(&pair[0], &pair[1]) == Some(true));
    // Those between the signer and the place in the chain; one that issues for itself lengthens no chain.
    let between = |place: usize| {
        let between = chain.get(1..place).unwrap_or_default().iter();
        between.filter(|certificate| !is_self_issued(certificate)).count()
    };
    let mut above = chain.iter().enumerate().skip(1);
    let issuing = above.all(|(place, certificate)| may_issue(certificate, between(place)));
    if !linked || !issuing || !chain.iter().all(|certificate| is_valid_at(certificate, time)) {
        return None;
    }
    let last = chain.last()?;
    let der = last.to_der().ok()?;
    let roots = given.roots.iter().filter_map(|root| Certificate::from_der(root).ok());
    let mut trusting = roots.filter(|root| match root.to_der().is_ok_and(|root| root == der) {
        true => may_issue(root, between(chain.len() - 1)),
        false => {
            may_issue(root, between(chain.len()))
                && is_valid_at(root, time)
                && signed_by(last, root) == Some(true)
        }
    });
    trusting.next().map(|root| common_name(&root.tbs_certificate.subject))
}

/// Whether the certificate's time holds this one.
pub(crate) fn is_valid_at(certificate: &Certificate, time: DateTime<FixedOffset>) -> bool {
    let validity = &certificate.tbs_certificate.validity;
    let (from, to) = (validity.not_before.to_unix_duration(), validity.not_after.to_unix_duration());
    u64::try_from(time.timestamp()).is_ok_and(|seconds| (from.as_secs()..=to.as_secs()).contains(&seconds))
}

/// Whether a certificate may issue others, with so many authorities between it and the signer: it says that it is an
/// authority, and neither the use of its key nor the length that it allows a chain speaks against it (RFC 5280, 4.2.1.9).
fn may_issue(certificate: &Certificate, between: usize) -> bool {
    let extensions = certificate.tbs_certificate.extensions.as_deref().unwrap_or_default();
    let read = |oid| extensions.iter().find(|extension| extension.extn_id == oid);
    let constraints = read(BasicConstraints::OID)
        .and_then(|extension| BasicConstraints::from_der(extension.extn_value.as_bytes()).ok());
    let signs = read(KeyUsage::OID).is_none_or(|extension| {
        KeyUsage::from_der(extension.extn_value.as_bytes()).is_ok_and(|usage| usage.key_cert_sign())
    });
    let allows = |constraints: BasicConstraints| {
        constraints.ca && constraints.path_len_constraint.is_none_or(|most| between <= usize::from(most))
    };
    constraints.is_some_and(allows) && signs
}

fn is_self_issued(certificate: &Certificate) -> bool {
    certificate.tbs_certificate.issuer == certificate.tbs_certificate.subject
}

/// Whether `issuer` signed `certificate`; `None` when the kind of signature is not known.
fn signed_by(certificate: &Certificate, issuer: &Certificate) -> Option<bool> {
    if certificate.tbs_certificate.issuer != issuer.tbs_certificate.subject {
        return Some(false);
    }
    let algorithm = Algorithm::of(&certificate.signature_algorithm)?;
    verifies(
        &issuer.tbs_certificate.subject_public_key_info,
        algorithm,
        &certificate.tbs_certificate.to_der().ok()?,
        certificate.signature.raw_bytes(),
        Spelling::Any,
    )
}
