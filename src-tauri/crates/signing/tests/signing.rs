//! Signing: what a signature does to a file, and what the verifier says of it.

use std::collections::BTreeSet;

use crate::support::*;
use hefu_signing::{Change, Proof, RecordRow, SigningError, Unjudged, Verdict, revision_sha256};
use page_validation::{ValidationOptions, ValidationProfile, validate_pdf_bytes};

#[test]
fn both_signatures_are_intact() {
    for listing in [Listing::Table, Listing::Stream] {
        let pdf = signed_twice(listing);
        let report = check(&pdf);
        assert_eq!(report.sha256, revision_sha256(&pdf));
        assert_eq!(report.findings, [], "{listing:?}");
        assert_eq!(report.verdict, Verdict::Unchanged);
        assert_eq!(report.unsigned_positions, [0_u32; 0]);
        assert_eq!(report.document.id, DOCUMENT_ID);
        assert_eq!(report.document.title.zh, "初步验收报告");
        assert!(report.evidence_record.unwrap().contains("HC-2026-014"));
        let [first, second] = &report.signatures[..] else { panic!("two signatures") };
        assert_eq!((first.position, second.position), (Some(1), Some(2)));
        assert_eq!(second.signer.zh, "林慧敏");
        assert_eq!(second.time.as_deref(), Some("2026-09-28T10:32:00+08:00"));
        assert_eq!(second.covers_bytes, report.bytes);
        let by = vec!["Chen Jie 陈洁".to_string(), "Xu Bo 徐波".to_string()];
        assert_eq!(first.proof, Some(Proof::Attested { by }));
        assert_eq!(first.certificate.as_ref().unwrap().subject, "Zhao Wen 赵文");
    }
}

/// Made by the program before its signatures locked anything: one with both places signed, one with the second open.
const BOTH_SIGNED: &[u8] = include_bytes!("frozen/both-signed.pdf");
const ONE_SIGNED: &[u8] = include_bytes!("frozen/one-signed.pdf");

#[test]
fn papers_of_earlier_versions_stay_unchanged_and_can_be_signed_on() {
    let signed_on = sign_as(ONE_SIGNED, 2).pdf;
    for (pdf, open) in [(BOTH_SIGNED, &[][..]), (ONE_SIGNED, &[2]), (&signed_on, &[])] {
        let report = check(pdf);
        assert_eq!((report.verdict, report.findings), (Verdict::Unchanged, Vec::new()));
        assert_eq!(report.unsigned_positions, open);
    }
}

#[test]
fn the_first_signature_alone_leaves_the_second_outstanding() {
    let report = check(&sign_as(&base(Listing::Table), 1).pdf);
    assert_eq!(report.findings, []);
    assert_eq!(report.unsigned_positions, [2]);
}

#[test]
fn positions_may_be_signed_in_any_order() {
    let second = sign_as(&base(Listing::Table), 2).pdf;
    let report = check(&sign_as(&second, 1).pdf);
    assert_eq!(report.verdict, Verdict::Unchanged);
    let [found] = &report.findings[..] else { panic!("{:?}", report.findings) };
    assert!(matches!(found.change, Change::BeforePrevious { .. }), "the clock went back: {found:?}");
    assert_eq!(report.signatures[0].position, Some(2));
}

#[test]
fn an_unsigned_document_is_not_signed() {
    let report = check(&base(Listing::Stream));
    assert_eq!((report.verdict, report.unjudged), (Verdict::CannotBeJudged, Some(Unjudged::NotSigned)));
    assert_eq!(report.document.number, "HC-2026-014 / PA-01");
    assert_eq!(report.unsigned_positions, [1, 2]);
}

#[test]
fn the_same_arguments_give_the_same_bytes() {
    let base = base(Listing::Table);
    let (one, other) = (sign_as(&base, 1), sign_as(&base, 1));
    assert_eq!(one, other);
    assert_eq!(one.revision_sha256, revision_sha256(&one.pdf));
    assert_eq!(one.previous_sha256, revision_sha256(&base));
    assert!(one.pdf.starts_with(&base));
}

#[test]
fn the_first_signature_keeps_the_file_archivable_and_accessible() {
    let base = base(Listing::Table);
    let signed = sign_as(&base, 1).pdf;
    for (profile, name) in [(ValidationProfile::PdfA3a, "a"), (ValidationProfile::PdfUa1, "ua")] {
        let failures = |bytes: &[u8]| -> BTreeSet<String> {
            let report = validate_pdf_bytes(bytes, &ValidationOptions::default().profile(profile)).unwrap();
            report.failures.iter().map(|failure| format!("{failure:?}")).collect()
        };
        assert_eq!(failures(&base), BTreeSet::new(), "{name} before");
        assert_eq!(failures(&signed), BTreeSet::new(), "{name} after");
    }
}

#[test]
fn a_signature_is_refused_where_it_does_not_belong() {
    let base = base(Listing::Table);
    let signed = sign_as(&base, 1).pdf;
    let try_to = |pdf: &[u8], row: &RecordRow| {
        let request = hefu_signing::SignRequest {
            row,
            location: "",
            record_appearance: &appearance(320, 60),
            signature_appearance: &appearance(120, 40),
        };
        hefu_signing::sign(pdf, &request, &identity(1)).unwrap_err()
    };
    assert!(matches!(try_to(&signed, &row(&signed, 1)), SigningError::AlreadySigned(1)));
    assert!(matches!(try_to(&signed, &row(&base, 2)), SigningError::OtherRevision { .. }));
    assert!(matches!(try_to(&base, &row(&base, 3)), SigningError::NoField(_)));
    let mut changed = signed.clone();
    changed[2000] ^= 1;
    assert!(matches!(try_to(&changed, &row(&changed, 2)), SigningError::NotSignable(_)));
    assert!(matches!(try_to(b"hello", &row(b"hello", 1)), SigningError::NotSignable(_)));
}
