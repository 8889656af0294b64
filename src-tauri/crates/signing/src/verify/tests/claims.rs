//! What a signature claims, held against the document, its certificate and the signature before it.

use super::support::{self, HEAD, Listing};
use super::{forced, honest};
use crate::record::{Pair, RecordRow, Role};
use crate::{Change, Identity, Integrity, Report, SignRequest, SigningError, Subject, Verdict};

/// What a row claims otherwise than the document, and what the verifier must name.
type Claim = (&'static str, fn(&mut RecordRow), fn() -> Vec<Change>);

/// The document says of the second place: Lin Hui Min 林慧敏, as client, with one head of the journal.
const OF_THE_DOCUMENT: [Claim; 13] = [
    ("another person", |row| row.signer = pair("Mallory", "马洛里"), || vec![other_signer("Mallory 马洛里")]),
    (
        "the person of another place",
        |row| row.signer = pair("Zhao Wen", "赵文"),
        || vec![other_signer("Zhao Wen 赵文")],
    ),
    (
        "another name in Chinese alone",
        |row| row.signer.zh = "林慧明".into(),
        || vec![other_signer("Lin Hui Min 林慧明")],
    ),
    (
        "another name in English alone",
        |row| row.signer.en = "Lin Huimin".into(),
        || vec![other_signer("Lin Huimin 林慧敏")],
    ),
    ("half of the name", |row| row.signer.zh = String::new(), || vec![other_signer("Lin Hui Min")]),
    ("as vendor", |row| row.role = Role::Vendor, || vec![other_role("vendor")]),
    ("as supervisor", |row| row.role = Role::Supervisor, || vec![other_role("supervisor")]),
    ("as witness", |row| row.role = Role::Witness, || vec![other_role("witness")]),
    ("as approver", |row| row.role = Role::Approver, || vec![other_role("approver")]),
    ("no head", |row| row.journal_heads.clear(), || vec![Change::OtherHeads]),
    (
        "another head",
        |row| row.journal_heads = vec!["prj-harbour 41 00000000".into()],
        || vec![Change::OtherHeads],
    ),
    ("a head more", |row| row.journal_heads.push("prj-quay 3 0badcafe".into()), || vec![Change::OtherHeads]),
    (
        "all of it",
        |row| {
            row.signer = pair("Mallory", "马洛里");
            row.role = Role::Approver;
            row.journal_heads = vec![HEAD.into(); 2];
        },
        || vec![other_signer("Mallory 马洛里"), other_role("approver"), Change::OtherHeads],
    ),
];

fn pair(en: &str, zh: &str) -> Pair {
    Pair { en: en.into(), zh: zh.into() }
}

fn other_signer(actual: &str) -> Change {
    Change::OtherSigner { stated: "Lin Hui Min 林慧敏".into(), actual: actual.into() }
}

fn other_role(actual: &str) -> Change {
    Change::OtherRole { stated: "client".into(), actual: actual.into() }
}

fn named(report: &Report) -> Vec<Change> {
    report.findings.iter().map(|finding| finding.change.clone()).collect()
}

#[test]
fn a_row_that_is_not_of_the_document_is_a_change() {
    let pdf = support::sign_as(&support::base_with(Listing::Table, 2), 1).pdf;
    let mut wrong = Vec::new();
    for (what, claim, expected) in OF_THE_DOCUMENT {
        let mut row = support::row(&pdf, 2);
        claim(&mut row);
        let subject = Subject { name: row.signer.both(), organisation: "Harbour 海港".into() };
        let identity = Identity::room_key(&[2; 32].into(), &subject, row.time).unwrap();
        let report = support::check(&forced(&pdf, &row, &identity, honest).unwrap());
        let integrity: Vec<Integrity> =
            report.signatures.iter().map(|signature| signature.integrity).collect();
        let places = report.findings.iter().all(|finding| finding.place.revision == Some(2));
        let found = (report.verdict, named(&report), integrity, places);
        if found != (Verdict::Changed, expected(), vec![Integrity::Intact, Integrity::Changed], true) {
            wrong.push(format!("{what}: {found:?}"));
        }

        let request = SignRequest {
            row: &row,
            location: "",
            record_appearance: &support::appearance(320, 60),
            signature_appearance: &support::appearance(120, 40),
        };
        let refused = match (crate::sign(&pdf, &request, &identity), &expected()[0]) {
            (Err(SigningError::OtherSigner { stated, actual }), change) => {
                *change == Change::OtherSigner { stated, actual }
            }
            (Err(SigningError::NotSignable(why)), change) => why == format!("{change:?}"),
            _ => false,
        };
        if !refused {
            wrong.push(format!("{what}: not refused by signing"));
        }
    }
    assert_eq!(wrong, [""; 0]);
}

/// Place, time of the row, time and name of the room key's certificate, and what must be named. The document was issued
/// at 09:00 (+08:00), the first place is signed at 10:12; a room key is valid from an hour before its time to a day
/// after it.
type Moment =
    (&'static str, u32, &'static str, Option<&'static str>, Option<&'static str>, fn() -> Vec<Change>);

const OF_THE_MOMENT: [Moment; 15] = [
    ("when it was issued", 1, "2026-09-28T09:00:00+08:00", None, None, Vec::new),
    ("when it was issued, told elsewhere", 1, "2026-09-28T01:00:00+00:00", None, None, Vec::new),
    ("a second before issue", 1, "2026-09-28T08:59:59+08:00", None, None, || {
        vec![before_issue("2026-09-28T08:59:59+08:00")]
    }),
    ("a second before issue, told elsewhere", 1, "2026-09-27T20:59:59-04:00", None, None, || {
        vec![before_issue("2026-09-27T20:59:59-04:00")]
    }),
    ("thirty-two years before issue", 1, "1994-09-28T10:12:00+08:00", None, None, || {
        vec![before_issue("1994-09-28T10:12:00+08:00")]
    }),
    ("at the first second of the certificate", 1, "2026-09-28T09:12:00+08:00", TEN_TWELVE, None, Vec::new),
    ("a second before the certificate", 1, "2026-09-28T09:11:59+08:00", TEN_TWELVE, None, || {
        vec![outside("2026-09-28T09:11:59+08:00")]
    }),
    ("at the last second of the certificate", 1, "2026-09-29T10:12:00+08:00", TEN_TWELVE, None, Vec::new),
    ("a second after the certificate", 1, "2026-09-29T10:12:01+08:00", TEN_TWELVE, None, || {
        vec![outside("2026-09-29T10:12:01+08:00")]
    }),
    ("ten years after the certificate", 1, "2036-09-28T10:12:00+08:00", TEN_TWELVE, None, || {
        vec![outside("2036-09-28T10:12:00+08:00")]
    }),
    (
        "thirty-two years before issue and certificate",
        1,
        "1994-09-28T10:12:00+08:00",
        TEN_TWELVE,
        None,
        || vec![before_issue("1994-09-28T10:12:00+08:00"), outside("1994-09-28T10:12:00+08:00")],
    ),
    ("in the second of the signature before", 2, "2026-09-28T10:12:00+08:00", None, None, Vec::new),
    ("a second before the signature before", 2, "2026-09-28T10:11:59+08:00", None, None, || {
        let (stated, actual) = ("2026-09-28T10:11:59+08:00".into(), "2026-09-28T10:12:00+08:00".into());
        vec![Change::BeforePrevious { stated, actual }]
    }),
    ("with the certificate of another", 2, "2026-09-28T10:32:00+08:00", None, Some("Mallory"), || {
        vec![Change::CertificateOfOther { stated: "Lin Hui Min 林慧敏".into(), actual: "Mallory".into() }]
    }),
    ("with a name in capitals", 2, "2026-09-28T10:32:00+08:00", None, Some("LIN HUI-MIN"), Vec::new),
];

const TEN_TWELVE: Option<&str> = Some("2026-09-28T10:12:00+08:00");

fn before_issue(stated: &str) -> Change {
    Change::BeforeIssue { stated: stated.into(), actual: "2026-09-28T09:00:00+08:00".into() }
}

/// Of the certificate of a room key for 10:12.
fn outside(stated: &str) -> Change {
    let (from, until) = ("2026-09-28T01:12:00Z".into(), "2026-09-29T02:12:00Z".into());
    Change::OutsideCertificate { stated: stated.into(), from, until }
}

#[test]
fn what_clock_and_certificate_contradict_is_named_beside_the_verdict() {
    let issued = support::base_with(Listing::Table, 2);
    let first = support::sign_as(&issued, 1).pdf;
    let mut wrong = Vec::new();
    for (what, position, time, made, name, expected) in OF_THE_MOMENT {
        let before = if position == 1 { &issued } else { &first };
        let mut row = support::row(before, position);
        row.time = time.parse().unwrap();
        let name = name.map_or_else(|| row.signer.both(), str::to_owned);
        let subject = Subject { name, organisation: "Harbour 海港".into() };
        let made = made.unwrap_or(time).parse().unwrap();
        let identity = Identity::room_key(&[2; 32].into(), &subject, made).unwrap();
        let report = support::check(&forced(before, &row, &identity, honest).unwrap());
        let signature = report.signatures.last().unwrap();
        let found = (report.verdict, signature.integrity, named(&report));
        if found != (Verdict::Unchanged, Integrity::Intact, expected())
            || signature.findings != report.findings
        {
            wrong.push(format!("{what}: {found:?}"));
        }
    }
    assert_eq!(wrong, [""; 0]);
}
