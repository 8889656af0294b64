//! Who signed, as far as certificates and the row say.

use chrono::{DateTime, FixedOffset};
use der::{Decode, Encode};
use x509_cert::Certificate;

use crate::digest::{hex, sha256};
use crate::identity::{Algorithm, Spelling, common_name, verifies};
use crate::record::{Method, RecordRow};
use crate::verify::report::{CertificateFacts, Given, Proof};

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

/// The trusted authority at the end of the chain, when each link is signed by the next and all
/// were valid at the time of signing.
fn trusted_root(chain: &[Certificate], stated: Option<&Statement<'_>>, given: &Given) -> Option<String> {
    let seconds = u64::try_from(stated?.time.timestamp()).ok()?;
    let valid = |certificate: &Certificate| {
        let validity = &certificate.tbs_certificate.validity;
        let (from, to) = (validity.not_before, validity.not_after);
        (from.to_unix_duration().as_secs()..=to.to_unix_duration().as_secs()).contains(&seconds)
    };
    let linked = chain.windows(2).all(|pair| signed_by(&pair[0], &pair[1]) == Some(true));
    if !linked || !chain.iter().all(valid) {
        return None;
    }
    let last = chain.last()?;
    let der = last.to_der().ok()?;
    let roots = given.roots.iter().filter_map(|root| Certificate::from_der(root).ok());
    let mut trusting = roots.filter(|root| {
        root.to_der().is_ok_and(|root| root == der) || valid(root) && signed_by(last, root) == Some(true)
    });
    trusting.next().map(|root| common_name(&root.tbs_certificate.subject))
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
