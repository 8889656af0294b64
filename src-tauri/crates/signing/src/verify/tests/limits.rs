//! What a paper may hold at most: its places, a signature, the facts of its evidence record, and what its revisions add.

use hefu_reading::limits::{PAPER_FACTS, PAPER_NAMED, PAPER_PLACES, PAPER_RECORD, PAPER_SIGNATURE};
use lopdf::{Document, Object, Stream, StringFormat, dictionary};
use serde_json::{Value, json};

use super::support::{self, Listing};
use super::{forced, honest};
use crate::pdf::issued;
use crate::verify::evidence;
use crate::verify::kinds::{self, Before};
use crate::verify::revisions::{digests, split};
use crate::{Change, Identity, SignRequest, SigningError, Subject, Unjudged, Verdict, check_issued, sign};

fn refused(pdf: &[u8], identity: &Identity) -> Option<SigningError> {
    let row = support::row(pdf, 1);
    let request = SignRequest {
        row: &row,
        location: "",
        record_appearance: &support::appearance(320, 60),
        signature_appearance: &support::appearance(120, 40),
    };
    sign(pdf, &request, identity).err()
}

/// All places signed, whether signing would have refused or not.
fn all_signed(issued: &[u8], places: usize) -> Vec<u8> {
    (1..=u32::try_from(places).unwrap()).fold(issued.to_vec(), |pdf, position| {
        let row = support::row(&pdf, position);
        forced(&pdf, &row, &support::identity(position), honest).unwrap()
    })
}

#[test]
fn as_many_places_as_are_looked_at_can_be_signed_and_no_more() {
    let base = |places: usize| support::base_with(Listing::Table, u32::try_from(places).unwrap());
    let most = base(PAPER_PLACES);
    assert!(check_issued(&most).is_ok());
    let report = support::check(&all_signed(&most, PAPER_PLACES));
    assert_eq!((report.verdict, report.findings), (Verdict::Unchanged, Vec::new()));
    assert_eq!((report.signatures.len(), report.unsigned_positions), (PAPER_PLACES, Vec::new()));

    let more = base(PAPER_PLACES + 1);
    let too_many = |error: SigningError| {
        let SigningError::TooManyPlaces { places, most } = error else { panic!("{error:?}") };
        assert_eq!((places, most), (65, 64));
    };
    too_many(check_issued(&more).unwrap_err());
    too_many(refused(&more, &support::identity(1)).unwrap());
    // No program that signs all the same makes a paper of it.
    let report = support::check(&all_signed(&more, PAPER_PLACES + 1));
    assert_eq!(report.verdict, Verdict::Changed);
}

#[test]
fn a_signature_is_as_long_as_it_may_be_and_no_longer() {
    let issued = support::base_with(Listing::Table, 1);
    for (length, verdict) in [(PAPER_SIGNATURE, Verdict::Unchanged), (PAPER_SIGNATURE + 1, Verdict::Changed)]
    {
        let row = support::row(&issued, 1);
        let pdf = forced(&issued, &row, &support::identity(1), |draft, _| {
            let signature = draft.objects.get_mut(&draft.signature).unwrap().as_dict_mut().unwrap();
            signature.set("Contents", Object::String(vec![0; length], StringFormat::Hexadecimal));
        });
        assert_eq!(support::check(&pdf.unwrap()).verdict, verdict, "{length} bytes");
    }
    // A name is in the certificate twice, and in the container once more.
    let subject = Subject { name: "L".repeat(PAPER_SIGNATURE / 3), organisation: String::new() };
    let identity = Identity::room_key(&[2; 32].into(), &subject, support::time(1)).unwrap();
    let error = refused(&issued, &identity).unwrap();
    assert!(matches!(error, SigningError::Certificate(_)), "{error:?}");
}

/// A record as it is, with something put into it.
fn record(change: impl FnOnce(&mut Value)) -> Vec<u8> {
    let mut record = json!({
        "heads": [support::HEAD], "id": support::DOCUMENT_ID, "issued_at": "2026-09-28T09:00:00+08:00", "number": "1",
        "report": { "signers": [] }, "title": { "en": "", "zh": "" },
    });
    change(&mut record);
    record.to_string().into_bytes()
}

/// A title that makes the facts of a record take so many bytes.
fn facts_of(bytes: usize) -> Vec<u8> {
    let others = [support::HEAD, support::DOCUMENT_ID, "2026-09-28T09:00:00+08:00", "1"].map(str::len);
    let title = "t".repeat(bytes - others.iter().sum::<usize>());
    record(|record| record["title"]["en"] = title.into())
}

/// A record that is so long, most of it what the verifier does not take.
fn long(bytes: usize) -> Vec<u8> {
    let beside = bytes - record(|record| record["report"]["criteria"] = "".into()).len();
    record(|record| record["report"]["criteria"] = "c".repeat(beside).into())
}

fn signers(count: usize) -> Vec<u8> {
    format!(r#"{{"report":{{"signers":[{}]}}}}"#, vec!["{}"; count].join(",")).into_bytes()
}

fn heads(count: usize) -> Vec<u8> {
    record(|record| record["heads"] = vec!["prj-harbour 41 6fd1c0de"; count].into())
}

type Record = fn() -> Vec<u8>;

/// Records, and whether they are read.
const RECORDS: [(&str, Record, bool); 14] = [
    ("as it is", || record(|_| ()), true),
    ("as many heads as may be", || heads(PAPER_NAMED), true),
    ("a head more", || heads(PAPER_NAMED + 1), false),
    ("as many signers as may be", || signers(PAPER_NAMED), true),
    ("a signer more", || signers(PAPER_NAMED + 1), false),
    ("millions of signers", || signers(5_000_000), false),
    ("as many facts as may be", || facts_of(PAPER_FACTS), true),
    ("a byte more of facts", || facts_of(PAPER_FACTS + 1), false),
    (
        "long names of signers",
        || {
            let name = "n".repeat(PAPER_FACTS / PAPER_PLACES);
            record(|record| {
                record["report"]["signers"] = vec![json!({ "name": { "en": name } }); PAPER_PLACES].into();
            })
        },
        false,
    ),
    ("much beside the facts", || long(PAPER_RECORD), true),
    ("a byte more beside them", || long(PAPER_RECORD + 1), false),
    (
        "small values beside the facts",
        || format!(r#"{{"report":{{"criteria":[{}]}}}}"#, vec!["0"; 8_000_000].join(",")).into_bytes(),
        true,
    ),
    ("no record", || b"a report".to_vec(), false),
    ("half a record", || record(|_| ())[..40].to_vec(), false),
];

/// An issued document with this record, packed as a writer packs it.
fn with_record(record: Vec<u8>) -> Document {
    let mut document = support::made(Listing::Table, support::DOCUMENT_ID, 40, 1);
    let is_record =
        |object: &&mut Object| object.as_stream().is_ok_and(|stream| stream.dict.has_type(b"EmbeddedFile"));
    let attached = document.objects.values_mut().find(is_record).unwrap();
    let mut stream = Stream::new(dictionary! { "Type" => "EmbeddedFile" }, record);
    stream.compress().unwrap();
    *attached = stream.into();
    document
}

#[test]
fn the_evidence_record_is_read_within_its_limits_or_the_paper_is_none() {
    let mut wrong = Vec::new();
    for (what, record, is_read) in RECORDS {
        let document = with_record(record());
        let findings = crate::verify::issued::check(&document);
        let expected = if is_read { Vec::new() } else { vec![Change::IssuedForm] };
        let found: Vec<Change> = findings.into_iter().map(|finding| finding.change).collect();
        if found != expected || evidence::unreadable(&document).is_none() != is_read {
            wrong.push(format!("{what}: {found:?}"));
        }
    }
    assert_eq!(wrong, [""; 0]);

    let issued = support::written(with_record(signers(PAPER_NAMED + 1)));
    assert!(matches!(check_issued(&issued), Err(SigningError::NotSignable(_))));
    assert_eq!(support::check(&issued).unjudged, Some(Unjudged::NotSigned));
    let signed = forced(&issued, &support::row(&issued, 1), &support::identity(1), honest).unwrap();
    assert_eq!(support::check(&signed).verdict, Verdict::Changed);
}

#[test]
fn a_revision_holds_what_the_issued_part_has_left() {
    let pdf = support::sign_as(&support::base_with(Listing::Table, 1), 1).pdf;
    let split = split(&pdf);
    let digests = digests(&pdf, &split);
    let mut state = issued::read(&pdf[..split.base]).unwrap();
    let mut read_with = |left: usize| {
        state.left = left;
        let before = Before {
            length: split.base,
            sha256: &digests.files[0],
            state: &state,
            document_id: support::DOCUMENT_ID,
        };
        let (step, objects) = kinds::check(&before, &pdf, &split.revisions[0]);
        let named: Vec<Change> = step.findings.into_iter().map(|finding| finding.change).collect();
        (named, objects.map(|(_, left)| left))
    };
    let whole = 1 << 20;
    let (named, left) = read_with(whole);
    assert_eq!(named, []);
    let taken = whole - left.unwrap();
    assert!(taken > pdf.len() - split.base, "it takes more than its bytes: {taken}");
    assert_eq!(read_with(taken), (Vec::new(), Some(0)));
    assert_eq!(read_with(taken - 1), (vec![Change::RevisionForm], None));
}
