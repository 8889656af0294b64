//! A trail as a signed file: what is checked of it, and that no byte of it can be another.

use crate::support::identity;
use hefu_signing::{
    Beside, Change, Given, HeadCheck, Integrity, Pair, Proof, Report, TrailFile, TrailHeader, Verdict,
    WorkspaceName, verify,
};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn sha256(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes))
}

/// An entry with what stands beside it, as the journal writes them.
#[derive(Clone)]
struct Entry {
    canonical: Vec<u8>,
    actor: String,
    args: Value,
    salt: [u8; 16],
}

impl Entry {
    fn hash(&self) -> String {
        sha256(&self.canonical)
    }

    fn beside(&self) -> Beside {
        let (actor, args) = (self.actor.clone(), self.args.clone());
        Beside { actor, args, hash: self.hash(), salt: hex(&self.salt), redaction: Default::default() }
    }
}

/// By the definition of the journal, written out a second time: the digest of what stands beside an entry.
fn noted(salt: &[u8], actor: &str, args: &Value) -> String {
    let mut all = salt.to_vec();
    // `serde_json` writes maps of these few keys in their order already.
    all.extend(serde_json::to_vec(&json!([actor, args])).unwrap());
    sha256(&all)
}

/// The next entry of a trail; `workspace` is its number in the workspace chain.
fn entry(trail: &str, before: Option<&Entry>, seq: u64, workspace: u64, act: &str, args: Value) -> Entry {
    let salt = [seq as u8; 16];
    let actor = r#"{"en":"Zhao Wenqi","zh":"赵文琪"}"#.to_owned();
    // Keys in the order of RFC 8785.
    let canonical = format!(
        r#"{{"act":"{act}","at":"2026-09-28T09:0{}:00.000+08:00","changes":"{}","heads":[],"note":"{}","prev":"{}","project":null,"seq":{seq},"trail":"{trail}","v":1,"workspace":{workspace}}}"#,
        seq % 10,
        sha256(b"rows"),
        noted(&salt, &actor, &args),
        before.map(Entry::hash).unwrap_or_default(),
    );
    Entry { canonical: canonical.into_bytes(), actor, args, salt }
}

const STACK: &str = "stack:00000000-0000-0000-0000-00000000004d";

/// Entries of a stack's trail, every second of the workspace's.
fn entries(count: u64) -> Vec<Entry> {
    let mut all: Vec<Entry> = Vec::new();
    for seq in 1..=count {
        let made = entry(
            STACK,
            all.last(),
            seq,
            2 * seq,
            "criterion_marked",
            json!({ "number": format!("4.{seq}") }),
        );
        all.push(made);
    }
    all
}

fn header(trail: &str, last: &Entry, count: u64) -> TrailHeader {
    TrailHeader {
        workspace: WorkspaceName { id: "0198-w".into(), name: "Harbour".into() },
        trail: trail.into(),
        title: Pair { en: "Shanghai".into(), zh: "上海".into() },
        project: None,
        exported_at: "2026-09-28T18:00:00+08:00".parse().unwrap(),
        exported_by: Pair { en: "Zhao Wenqi".into(), zh: "赵文琪".into() },
        attested_by: vec!["Chen Jie 陈洁".into()],
        first: 1,
        last: count,
        head: format!("{trail} {count} {}", last.hash()),
    }
}

fn written(header: &TrailHeader, entries: &[Entry]) -> Vec<u8> {
    let mut file = TrailFile::new(Vec::new(), header).unwrap();
    for entry in entries {
        file.entry(&entry.canonical, entry.beside()).unwrap();
    }
    file.sign(&identity(1)).unwrap().unwrap()
}

fn file(count: u64) -> Vec<u8> {
    let all = entries(count);
    written(&header(STACK, all.last().unwrap(), count), &all)
}

fn checked(file: &[u8]) -> Report {
    verify(file, &Given::default())
}

fn changes(report: &Report) -> Vec<Change> {
    report.findings.iter().map(|finding| finding.change.clone()).collect()
}

#[test]
fn a_trail_says_who_signed_it_and_what_is_in_it() {
    let report = checked(&file(5));
    assert_eq!((report.verdict, &report.findings), (Verdict::Unchanged, &Vec::new()));
    let facts = report.trail.unwrap();
    assert_eq!((facts.entries, facts.erased, facts.header.last), (5, 0, 5));
    let [signature] = &report.signatures[..] else { panic!("one signature") };
    assert_eq!(signature.integrity, Integrity::Intact);
    assert_eq!(signature.signer.zh, "赵文琪");
    assert_eq!(signature.proof, Some(Proof::Attested { by: vec!["Chen Jie 陈洁".into()] }));
    assert!(signature.certificate.is_some());
}

/// The same entries as a clock dates them that says `at` from the entry `from` on; signed as they stand.
fn dated(count: u64, from: u64, at: &str) -> Vec<u8> {
    let mut all: Vec<Entry> = Vec::new();
    for mut made in entries(count) {
        let said = String::from_utf8(made.canonical).unwrap();
        let (seq, prev) = (all.len() as u64 + 1, all.last().map(Entry::hash).unwrap_or_default());
        let (head, tail) = said.split_once(r#""prev":""#).unwrap();
        let said = format!(r#"{head}"prev":"{prev}{}"#, &tail[tail.find('"').unwrap()..]);
        let (head, tail) = said.split_once("2026-09-28T09:").unwrap();
        let said =
            if seq < from { said.clone() } else { format!("{head}{at}{}", &tail[tail.find('"').unwrap()..]) };
        made.canonical = said.into_bytes();
        all.push(made);
    }
    written(&header(STACK, all.last().unwrap(), count), &all)
}

#[test]
fn a_time_that_goes_back_is_a_contradiction_and_no_change() {
    let went_back = |at: &str| {
        let report = checked(&dated(6, 4, at));
        assert_eq!(report.verdict, Verdict::Unchanged, "{report:?}");
        changes(&report)
    };
    assert_eq!(went_back("2026-09-28T09:04:00.000+08:00"), []);
    assert_eq!(went_back("2026-09-28T08:54:00.000+08:00"), [], "clocks are corrected by minutes");
    assert_eq!(went_back("2026-09-28T10:30:00.000+09:00"), [], "the same hour in another zone");
    let [Change::TimeWentBack { seq, at, before, times }] = &went_back("2019-05-05T09:00:00.000+08:00")[..]
    else {
        panic!("one finding")
    };
    assert_eq!(
        (*seq, at.as_str(), before.as_str(), *times),
        (4, "2019-05-05T09:00:00+08:00", "2026-09-28T09:03:00+08:00", 1)
    );
}

#[test]
fn no_byte_of_it_can_be_another() {
    let file = file(2);
    let given = Given::default();
    for at in 0..file.len() {
        for flip in [1, 0x20, 0x80] {
            let mut other = file.clone();
            other[at] ^= flip;
            assert_ne!(verify(&other, &given).verdict, Verdict::Unchanged, "byte {at} ^ {flip}");
        }
    }
    for end in 0..file.len() {
        assert_ne!(verify(&file[..end], &given).verdict, Verdict::Unchanged, "cut at {end}");
    }
    for more in [&b"\n"[..], b" ", b"{}\n"] {
        assert_ne!(verify(&[&file, more].concat(), &given).verdict, Verdict::Unchanged);
    }
}

/// Someone with a key of his own signs what he made of it: integrity of the bytes is his, the chain is not.
#[test]
fn what_is_signed_anew_after_a_change_is_found_in_the_chain_and_the_first_entry_is_named() {
    let all = entries(6);
    let whole = header(STACK, &all[5], 6);
    let anew = |header: &TrailHeader, entries: &[Entry]| changes(&checked(&written(header, entries)));

    let mut changed = all.clone();
    changed[2].canonical =
        String::from_utf8(changed[2].canonical.clone()).unwrap().replace("09:03", "09:33").into();
    assert_eq!(anew(&whole, &changed), [Change::EntryOutOfPlace { seq: 4 }], "the next does not name it");
    let mut beside = all.clone();
    beside[2].args = json!({ "number": "9.9" });
    beside[4].args = json!({ "number": "9.9" });
    assert_eq!(anew(&whole, &beside), [Change::EntryChanged { seq: 3 }]);
    let mut removed = all.clone();
    removed.remove(2);
    assert_eq!(anew(&whole, &removed), [Change::EntryMissing { seq: 3 }]);
    assert_eq!(anew(&whole, &all[..4]), [Change::EntryMissing { seq: 5 }], "the tail is cut");
    assert_eq!(anew(&whole, &all[1..]), [Change::EntryMissing { seq: 1 }]);
    let mut swapped = all.clone();
    swapped.swap(2, 3);
    assert_eq!(anew(&whole, &swapped), [Change::EntryMissing { seq: 3 }]);
    let mut twice = all.clone();
    twice.insert(3, all[2].clone());
    assert_eq!(anew(&whole, &twice), [Change::EntryOutOfPlace { seq: 4 }]);
    let mut foreign = all.clone();
    foreign[3] = entry("stack:other", Some(&all[2]), 4, 8, "criterion_marked", json!({ "number": "4.4" }));
    assert_eq!(anew(&whole, &foreign), [Change::EntryOutOfPlace { seq: 4 }], "of another trail");
    let short = TrailHeader { last: 4, ..whole.clone() };
    let [Change::TrailHead { stated, actual }] = &anew(&short, &all[..4])[..] else { panic!("the head") };
    assert_eq!((stated, actual), (&whole.head, &format!("{STACK} 4 {}", all[3].hash())));
}

#[test]
fn the_hash_beside_an_entry_tells_which_was_changed_when_the_signature_is_broken() {
    let file = String::from_utf8(file(4)).unwrap().replacen("09:03:00", "09:33:00", 1);
    assert_eq!(changes(&checked(file.as_bytes())), [Change::BytesAltered, Change::EntryChanged { seq: 3 }]);
    let without = file.lines().take(9).map(|line| format!("{line}\n")).collect::<String>();
    assert_eq!(changes(&checked(without.as_bytes()))[0], Change::CutAtEnd);
}

#[test]
fn a_head_is_one_of_its_entries_or_not_or_of_another_trail() {
    let all = entries(4);
    let file = written(&header(STACK, &all[3], 4), &all);
    let asked = |head: String| verify(&file, &Given { head: Some(head), ..Given::default() }).head.unwrap();
    assert_eq!(asked(format!("{STACK} 2 {}", all[1].hash())), HeadCheck::Stated);
    assert!(matches!(asked(format!("{STACK} 2 {}", all[2].hash())), HeadCheck::NotStated { .. }));
    assert!(matches!(asked(format!("{STACK} 5 {}", all[3].hash())), HeadCheck::NotStated { .. }));
    assert!(matches!(asked(format!("stack:other 2 {}", all[1].hash())), HeadCheck::OtherTrail { .. }));
}

/// Beside entry 2 a name was erased; the erasure, entry 7 of the workspace chain, says what it left there.
#[test]
fn an_erased_entry_is_accepted_only_as_an_erasure_in_the_file_left_it() {
    let mut all = entries(3);
    all[1].salt = [99; 16];
    all[1].args = json!({ "number": "—" });
    let left = noted(&all[1].salt, &all[1].actor, &all[1].args);
    let whole = header(STACK, &all[2], 3);
    let erasure =
        |covers: Value| entry("workspace", None, 7, 0, "person_erased", json!({ "covers": covers }));
    let good = erasure(json!([{ "entry": 4, "note": left }]));
    let with = |erasures: &[&Entry], entries: &[Entry]| {
        let lines: Vec<Entry> =
            erasures.iter().map(|e| (*e).clone()).chain(entries.iter().cloned()).collect();
        checked(&written(&whole, &lines))
    };
    let report = with(&[&good], &all);
    assert_eq!((report.verdict, report.trail.unwrap().erased), (Verdict::Unchanged, 1));

    let refused = [Change::EntryChanged { seq: 2 }];
    assert_eq!(changes(&with(&[], &all)), refused, "no erasure");
    let other = erasure(json!([{ "entry": 6, "note": left }]));
    assert_eq!(changes(&with(&[&other], &all)), refused, "it covers another entry");
    let mut tampered = other.clone();
    tampered.args = json!({ "covers": [{ "entry": 4, "note": left }] });
    assert_eq!(changes(&with(&[&tampered], &all)), refused, "it says another thing than it sealed");
    let mut again = all.clone();
    again[1].args = json!({ "number": "4.2 after all" });
    assert_eq!(changes(&with(&[&good], &again)), refused, "it was changed after the erasure");
    let mut late = all.clone();
    late.insert(1, good.clone());
    assert_eq!(
        changes(&with(&[], &late)),
        [Change::EntryOutOfPlace { seq: 2 }],
        "it stands among the entries"
    );
    let early =
        entry("workspace", None, 3, 0, "person_erased", json!({ "covers": [{ "entry": 4, "note": left }] }));
    assert_eq!(changes(&with(&[&early], &all)), refused, "it came before what it covers");
}

#[test]
fn an_erasure_of_which_something_was_erased_still_covers_what_it_covered() {
    let mut all: Vec<Entry> = Vec::new();
    for seq in 1..=2 {
        let made = entry("workspace", all.last(), seq, 0, "person_added", json!({ "en": "Lin", "zh": "林" }));
        all.push(made);
    }
    all[0].args = json!({ "en": "—", "zh": "—" });
    let left = noted(&all[0].salt, &all[0].actor, &all[0].args);
    let first = json!({ "covers": [{ "entry": 1, "note": left }], "label": "Lin" });
    all.push(entry("workspace", all.last(), 3, 0, "person_erased", first));
    all[2].args = json!({ "covers": [{ "entry": 1, "note": left }], "label": "—" });
    let left_there = noted(&all[2].salt, &all[2].actor, &all[2].args);
    let second = json!({ "covers": [{ "entry": 3, "note": left_there }] });
    all.push(entry("workspace", all.last(), 4, 0, "person_erased", second));
    let report = checked(&written(&header("workspace", &all[3], 4), &all));
    assert_eq!(
        (report.verdict, report.trail.unwrap().erased),
        (Verdict::Unchanged, 2),
        "{:?}",
        report.findings
    );
}

/// An entry of the second form and what stands beside it.
fn second(before: Option<&[u8]>, seq: u64, act: &str, args: &Value) -> (Vec<u8>, Beside) {
    let (salt, actor) = ([seq as u8; 16], r#"{"en":"Zhao Wenqi","zh":"赵文琪"}"#);
    let mut places = hefu_chain::seeded(&salt);
    let link = hefu_chain::Link {
        v: 2,
        trail: "workspace".into(),
        seq,
        prev: before.map(sha256).unwrap_or_default(),
        at: format!("2026-09-28T09:0{seq}:00.000+08:00"),
        act: act.into(),
        project: None,
        note: hefu_chain::note_digest(&salt, actor, args).unwrap(),
        changes: sha256(b"rows"),
        workspace: 0,
        heads: Vec::new(),
        id: Some(hefu_chain::act_id(seq, &salt, "")),
        device: Some(hefu_chain::act_id(0, b"device", "")),
        by: None,
        format: Some(8),
        note_root: Some(hex(&hefu_chain::note_root(actor, args, &mut places).unwrap())),
        changes_root: Some(sha256(b"rows")),
        seen: Some(Vec::new()),
    };
    let canonical = link.bytes().unwrap();
    let (hash, salt) = (sha256(&canonical), hex(&salt));
    let redaction = hefu_chain::Redaction::new();
    (canonical, Beside { actor: actor.into(), args: args.clone(), hash, salt, redaction })
}

/// A trail whose first entry was rewritten by an erasure that is chained as it must be.
fn rewritten(new: &Value, is_redacted: bool) -> Report {
    let old = json!({ "number": "AR-1", "reason": "Lin Que asked for it" });
    let (first, mut beside) = second(None, 1, "document_returned", &old);
    let texts = |args: &Value| {
        hefu_chain::texts(|places| hefu_chain::note_root(&beside.actor, args, places).map(drop)).unwrap()
    };
    let redaction = hefu_chain::redacted(&[1; 16], None, &texts(&old), &texts(new));
    if is_redacted {
        beside.redaction = redaction;
    }
    beside.args = new.clone();
    let left = hefu_chain::note_digest(&[1; 16], &beside.actor, new).unwrap();
    let covers = json!({ "covers": [{ "entry": 1, "note": left, "changes": sha256(b"rows") }],
        "label": "#0000002a", "reason": "asked", "entries": 1 });
    let (erasure, its) = second(Some(&first), 2, "person_erased", &covers);
    let last = Entry { canonical: erasure.clone(), actor: String::new(), args: json!({}), salt: [2; 16] };
    let mut file = TrailFile::new(Vec::new(), &header("workspace", &last, 2)).unwrap();
    file.entry(&first, beside).unwrap();
    file.entry(&erasure, its).unwrap();
    checked(&file.sign(&identity(1)).unwrap().unwrap())
}

#[test]
fn an_erasure_takes_texts_in_which_its_person_stood_and_nothing_else() {
    let honest = rewritten(&json!({ "number": "AR-1", "reason": "#0000002a asked for it" }), true);
    assert_eq!((honest.verdict, &honest.findings), (Verdict::Unchanged, &Vec::new()));
    let trail = honest.trail.unwrap();
    let left: Vec<_> = trail.left.iter().map(|left| (left.seq, left.text.as_str())).collect();
    assert_eq!((trail.erased, trail.unproven, left), (1, 0, vec![(1, "#0000002a asked for it")]));

    for (what, new, is_redacted) in [
        ("another reason", json!({ "number": "AR-1", "reason": "all passed" }), true),
        ("another person's label", json!({ "number": "AR-1", "reason": "#0000002b asked" }), true),
        ("another number", json!({ "number": "AR-2", "reason": "#0000002a asked for it" }), true),
        (
            "one more word",
            json!({ "mark": "failed", "number": "AR-1", "reason": "#0000002a asked for it" }),
            true,
        ),
        ("one word less", json!({ "number": "AR-1" }), true),
        ("nothing that proves it", json!({ "number": "AR-1", "reason": "#0000002a asked for it" }), false),
    ] {
        let report = rewritten(&new, is_redacted);
        assert_eq!(report.verdict, Verdict::Changed, "{what}");
        assert_eq!(changes(&report), [Change::EntryChanged { seq: 1 }], "{what}");
    }
}
