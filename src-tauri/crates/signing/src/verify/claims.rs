//! Where a signature says of itself something else than the document, its certificate or the signature before it.
//!
//! Bytes and keys cannot show whether a claim is true. That two claims exclude each other shows by itself.

use chrono::{DateTime, FixedOffset, SecondsFormat};
use x509_cert::Certificate;

use crate::identity::organisation_name;
use crate::proof;
use crate::record::{Method, Pair, RecordRow};
use crate::report::Change;
use crate::verify::evidence::{Evidence, Signer};

/// What the document says of the place: who is to sign there and which heads it states. These are its own words, so
/// that a row which says otherwise is not of this document.
pub(super) fn of_place(row: &RecordRow, evidence: &Evidence) -> Vec<Change> {
    let mut found = Vec::new();
    if let Some(signer) = evidence.signer(row.position) {
        if signer.name != row.signer {
            found.push(Change::OtherSigner { stated: signer.name.both(), actual: row.signer.both() });
        }
        if let Some(role) = signer.role().filter(|role| *role != row.role) {
            found.push(Change::OtherRole { stated: role.code().into(), actual: row.role.code().into() });
        }
    }
    if !evidence.heads().is_empty() && evidence.heads() != row.journal_heads {
        found.push(Change::OtherHeads);
    }
    found
}

/// What the clock and the certificate say: made before the document was, before the signature before it, outside the
/// certificate's time, or with a certificate of somebody else.
pub(super) fn of_signature(
    row: &RecordRow,
    certificate: Option<&Certificate>,
    evidence: &Evidence,
    previous: Option<DateTime<FixedOffset>>,
) -> Vec<Change> {
    let mut found = Vec::new();
    let said = |time: &DateTime<FixedOffset>| time.to_rfc3339_opts(SecondsFormat::Secs, false);
    if let Some(issued) = evidence.issued_at().filter(|issued| row.time < *issued) {
        found.push(Change::BeforeIssue { stated: said(&row.time), actual: said(&issued) });
    }
    if let Some(previous) = previous.filter(|previous| row.time < *previous) {
        found.push(Change::BeforePrevious { stated: said(&row.time), actual: said(&previous) });
    }
    let Some(certificate) = certificate else { return found };
    let Some(facts) = proof::facts(certificate) else { return found };
    if !proof::is_valid_at(certificate, row.time) {
        let (from, until) = (facts.not_before, facts.not_after);
        found.push(Change::OutsideCertificate { stated: said(&row.time), from, until });
    }
    let organisation = organisation_name(&certificate.tbs_certificate.subject).unwrap_or_default();
    if !names([&facts.subject, &organisation], row, evidence.signer(row.position)) {
        found.push(Change::CertificateOfOther { stated: row.signer.both(), actual: facts.subject });
    }
    found
}

/// Whether a certificate made out to such a person of such an organisation can be the signer's. The vendor's identity is
/// the organisation's: it may name the person who made it.
fn names([person, organisation]: [&str; 2], row: &RecordRow, signer: Option<&Signer>) -> bool {
    let is = |name: &Pair, stated: &str| {
        let spellings = [name.en.clone(), name.zh.clone(), name.both(), format!("{} {}", name.zh, name.en)];
        spellings.iter().any(|name| !plain(name).is_empty() && plain(name) == plain(stated))
    };
    let of_vendor = |stated| signer.is_none_or(|signer| is(&signer.organisation, stated));
    is(&row.signer, person)
        || row.method == Method::VendorIdentity && (of_vendor(organisation) || of_vendor(person))
}

/// Authorities write names in capitals, or with other blanks.
fn plain(name: &str) -> String {
    name.chars().filter(|character| character.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}
