//! The journal covers the record: whoever has the key and changes anything past the store is found, and the record or
//! entry is named.

use hefu_chain::{Changes, Kept, Link, hex, note_digest, note_root, redacted, seeded, texts};
use hefu_domain::id::{OrganisationId, PersonId};
use hefu_domain::internal::Internal;
use hefu_domain::journal::Act;
use hefu_domain::party::Person;
use hefu_domain::text::{Language, Text};
use hefu_store::history::{Reverse, unwatched};
use hefu_store::journal::{RowFault, Verdict, Verified};
use hefu_store::{NewEntry, Store, StoreError};
use proptest::prelude::*;
use rusqlite::types::Value as Sql;
use serde_json::{Map, Value, json};
use sha2::{Digest, Sha256};
use uuid::Uuid;

use crate::support::{Scratch, moment, organisation, save, scratch};

fn person(n: u128, name: &str, zh: &str) -> Person {
    Person {
        id: PersonId(Uuid::from_u128(n)),
        organisation: OrganisationId(Uuid::from_u128(1)),
        name: Text::reviewed(name, zh),
        role: Text::reviewed("Auditor", "审计"),
        language: Language::En,
        time_zone: "Asia/Shanghai".into(),
        email: format!("{n}@harbour.example"),
        may_sign: None,
        internal_note: Internal::new("likes tea"),
    }
}

fn put(store: &mut Store, minute: u32, person: &Person, reason: &str) {
    store
        .write::<_, StoreError>(&moment(minute), |tx| {
            tx.put(person)?;
            let act = Act::DocumentReturned { number: "AR-1".into(), reason: reason.into() };
            Ok((NewEntry { act, project: None, trails: Vec::new() }, ()))
        })
        .unwrap();
}

/// Organisations and people, added, changed, undone and removed, and one person erased.
fn filled() -> Scratch {
    let scratch = scratch();
    let mut store = scratch.create();
    save(&mut store, 1, &organisation(1, "Harbour City"));
    save(&mut store, 2, &organisation(2, "Tingtao"));
    let second = save(&mut store, 3, &organisation(2, "Tingtao Cloud")).seq;
    store.reverse(&moment(4), Reverse::Undo, second).unwrap();
    put(&mut store, 5, &person(0x2a, "Lin Que", "林雀"), "Lin Que asked for it");
    put(&mut store, 6, &person(0x2b, "Deng Ke", "邓可"), "not yet agreed");
    put(
        &mut store,
        7,
        &Person { role: Text::reviewed("Buyer", "采购"), ..person(0x2b, "Deng Ke", "邓可") },
        "agreed",
    );
    store.erase(&moment(8), PersonId(Uuid::from_u128(0x2a)), "asked").unwrap();
    save(&mut store, 9, &organisation(3, "Bincheng"));
    store.close().unwrap();
    scratch
}

fn verified(scratch: &Scratch) -> Verified {
    let store = scratch.open().unwrap();
    let verified = store.verify_journal(None, &mut unwatched).unwrap();
    store.close().unwrap();
    verified
}

const RECORD: [&str; 2] = ["organisation", "person"];
const JOURNAL: [&str; 3] = ["note", "image", "entry"];

/// Another value of the same kind.
fn other(value: &Sql, salt: u64) -> Sql {
    match value {
        Sql::Null => Sql::Text(format!("x{salt}")),
        Sql::Integer(number) => Sql::Integer(number + 1 + (salt % 7) as i64),
        Sql::Text(text) if text.starts_with(['{', '[']) => {
            // It stays JSON, so that the table takes it.
            Sql::Text(text.replacen(':', &format!(": {}", " ".repeat((salt % 3) as usize)), 1))
        }
        Sql::Text(text) => Sql::Text(format!("{text}{}", salt % 10)),
        Sql::Blob(bytes) => {
            let mut bytes = bytes.clone();
            let at = (salt as usize) % bytes.len().max(1);
            if let Some(byte) = bytes.get_mut(at) {
                *byte ^= 1;
            }
            Sql::Blob(bytes)
        }
        Sql::Real(number) => Sql::Real(number + 1.0),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1, ..ProptestConfig::default() })]
    /// One workspace, 200 changes of any column of any row, each on a copy of it.
    #[test]
    fn a_change_of_any_column_past_the_store_is_found(seed in any::<u64>()) {
        let scratch = filled();
        prop_assert_eq!(verified(&scratch).verdict, Verdict::Whole);
        let kept = std::fs::read(&scratch.path).unwrap();
        let mut chance = seed | 1;
        let mut next = |below: usize| {
            chance ^= chance << 13;
            chance ^= chance >> 7;
            chance ^= chance << 17;
            (chance as usize) % below.max(1)
        };
        for case in 0..200 {
            std::fs::write(&scratch.path, &kept).unwrap();
            let raw = scratch.raw();
            raw.pragma_update(None, "foreign_keys", "OFF").unwrap();
            let table = RECORD.into_iter().chain(JOURNAL).nth(next(5)).unwrap();
            let columns: Vec<String> = {
                let mut statement = raw.prepare("SELECT name FROM pragma_table_info(?1)").unwrap();
                statement.query_map([table], |row| row.get(0)).unwrap().map(Result::unwrap).collect()
            };
            let column = &columns[next(columns.len())];
            let count: usize = raw.query_row(&format!("SELECT count(*) FROM {table}"), [], |row| row.get(0)).unwrap();
            let order = columns.iter().map(|column| format!("\"{column}\"")).collect::<Vec<_>>().join(", ");
            let row: Vec<Sql> = raw
                .query_row(
                    &format!("SELECT {order} FROM {table} ORDER BY {order} LIMIT 1 OFFSET {}", next(count)),
                    [],
                    |row| (0..columns.len()).map(|at| row.get(at)).collect(),
                )
                .unwrap();
            let at = columns.iter().position(|each| each == column).unwrap();
            let new = other(&row[at], next(1 << 20) as u64);
            let id = (table == "note" && column == "id").then_some(());
            raw.execute_batch("DROP TRIGGER IF EXISTS entry_is_never_changed").unwrap();
            let found: Vec<String> = columns.iter().enumerate().map(|(n, column)| format!("\"{column}\" IS ?{}", n + 2)).collect();
            let values = std::iter::once(new.clone()).chain(row.iter().cloned());
            let changed = raw.execute(
                &format!("UPDATE {table} SET \"{column}\" = ?1 WHERE {}", found.join(" AND ")),
                rusqlite::params_from_iter(values),
            );
            drop(raw);
            // What the table itself refuses needs no finding.
            if changed.is_err() || new == row[at] {
                continue;
            }
            prop_assert_eq!(changed.unwrap(), 1);
            let verdict = verified(&scratch).verdict;
            prop_assert!(verdict != Verdict::Whole, "case {case}: {table}.{column} {:?} -> {new:?} {id:?}", row[at]);
        }
    }
}

#[test]
fn a_row_that_was_changed_removed_or_added_past_the_store_is_named() {
    let id = |n: u128| Uuid::from_u128(n).to_string();
    let cases = [
        ("UPDATE organisation SET jurisdiction = 'SG' WHERE id = '{1}'", 1, RowFault::Changed),
        ("DELETE FROM organisation WHERE id = '{2}'", 2, RowFault::Missing),
        (
            "INSERT INTO organisation SELECT '{9}', kind, name, short_name, legal_id, calendar, jurisdiction, parent
             FROM organisation LIMIT 1",
            9,
            RowFault::Added,
        ),
    ];
    for (sql, n, how) in cases {
        let scratch = filled();
        let sql = sql.replace(&format!("{{{n}}}"), &id(n));
        scratch.raw().execute_batch(&sql).unwrap();
        let expected = Verdict::Row { table: "organisation".into(), id: id(n), how };
        assert_eq!(verified(&scratch).verdict, expected, "{sql}");
    }
}

/// Whoever has the key can write an erasure of his own, chained as it must be, that covers an entry which he then
/// rewrites with its images and its row: it may only have taken out texts in which a person stood.
#[test]
fn a_forged_erasure_is_found_whatever_it_rewrites() {
    let rewrites: [(&str, u64, Rewrite); 10] = [
        ("another's label", 6, |note, _| note.args["reason"] = "long agreed with #0000002a".into()),
        ("a text taken out", 6, |note, _| note.args = json!({ "number": "AR-1" })),
        ("a reason", 6, |note, _| note.args["reason"] = "long agreed".into()),
        ("a number", 6, |note, _| note.args["number"] = "AR-2".into()),
        ("who did it", 6, |note, _| note.actor = r#"{"en":"Deng Ke","zh":"邓可"}"#.into()),
        ("a text put in beside the rest", 6, |note, _| note.args["mark"] = "failed".into()),
        ("a name in the images", 2, |_, image| image["short_name"] = r#"{"en":"x","zh":"x"}"#.into()),
        ("a code in the images", 2, |_, image| image["jurisdiction"] = "SG".into()),
        ("a column emptied", 2, |_, image| image["calendar"] = "".into()),
        ("a column that is no text", 6, |_, image| image["may_sign"] = 1.into()),
    ];
    for (at, how) in [Forged::WithoutRedaction, Forged::SaltsAlone, Forged::OwnDigests, Forged::OldForm]
        .into_iter()
        .enumerate()
    {
        for (what, seq, rewrite) in &rewrites {
            let scratch = filled();
            forge(&scratch, *seq, *rewrite, how);
            let verdict = verified(&scratch).verdict;
            let named = Verdict::Changed { trail: "workspace".into(), seq: *seq };
            // One of the first form stands where no such entry can.
            let out = Verdict::OutOfPlace { trail: "workspace".into(), seq: 10 };
            let expected = if at == 3 { [named.clone(), out] } else { [named.clone(), named] };
            assert!(expected.contains(&verdict), "{what}, {how:?}: {verdict:?}");
        }
    }
}

/// How the forger tries to have it believed.
#[derive(Clone, Copy, Debug)]
enum Forged {
    WithoutRedaction,
    /// The salts of all texts, as if none had gone.
    SaltsAlone,
    /// The digests of all texts, as if every one had gone.
    OwnDigests,
    /// An erasure as older programs wrote them.
    OldForm,
}

struct NoteText {
    actor: String,
    args: Value,
}

type Rewrite = fn(&mut NoteText, &mut Map<String, Value>);

fn forge(scratch: &Scratch, seq: u64, rewrite: Rewrite, how: Forged) {
    let raw = scratch.raw();
    let (salt, actor, args): (Vec<u8>, String, String) = raw
        .query_row("SELECT salt, actor, args FROM note WHERE seq = ?1", [seq], |row| {
            Ok((row.get(0)?, row.get(1)?, row.get(2)?))
        })
        .unwrap();
    let (table, id, before, after): (String, String, Option<String>, String) = raw
        .query_row("SELECT tbl, id, before, after FROM image WHERE seq = ?1", [seq], |row| {
            Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?))
        })
        .unwrap();
    let old_args: Value = serde_json::from_str(&args).unwrap();
    let old = texts::<serde_json::Error>(|places| {
        note_root(&actor, &old_args, places)?;
        Changes::root([(table.as_str(), id.as_str(), [before.as_deref(), Some(&after)])], places).map(drop)
    })
    .unwrap();
    let mut note = NoteText { actor, args: old_args };
    let mut image: Map<String, Value> = serde_json::from_str(&after).unwrap();
    rewrite(&mut note, &mut image);
    // In the order of the columns, as SQLite writes it; what is no text of the table stays as it is there.
    let new_after = {
        let old: Value = serde_json::from_str(&after).unwrap();
        let mut text = after.clone();
        for (column, value) in &image {
            let was = &old[column];
            text = text.replacen(&format!("\"{column}\":{was}"), &format!("\"{column}\":{value}"), 1);
        }
        text
    };
    let new_args = serde_json_canonicalizer::to_string(&note.args).unwrap();
    raw.execute("UPDATE note SET actor = ?2, args = ?3 WHERE seq = ?1", (seq, &note.actor, &new_args))
        .unwrap();
    raw.execute("UPDATE image SET after = ?2 WHERE seq = ?1", (seq, &new_after)).unwrap();
    match how {
        Forged::WithoutRedaction | Forged::OldForm => {}
        Forged::SaltsAlone | Forged::OwnDigests => {
            let none = old.keys().map(|place| (place.clone(), None)).collect();
            let new = if matches!(how, Forged::SaltsAlone) { &old } else { &none };
            for (place, kept) in redacted(&salt, None, &old, new) {
                let (salt, digest) = match kept {
                    Kept::Salt(salt) => (Some(salt.to_vec()), None),
                    Kept::Digest(digest) => (None, Some(digest.to_vec())),
                };
                let sql = "INSERT INTO redaction (seq, place, salt, digest) VALUES (?1, ?2, ?3, ?4)";
                raw.execute(sql, (seq, place, salt, digest)).unwrap();
            }
        }
    }
    let mut changes = Changes::new(&salt);
    changes.add(&table, &id, before.as_deref(), Some(&new_after)).unwrap();
    let left = json!({ "entry": seq, "note": note_digest(&salt, &note.actor, &note.args).unwrap(),
        "changes": hex(&changes.digest()) });
    erase(&raw, &left, how);
}

/// Appends the erasure, as an entry that is chained as it must be.
fn erase(raw: &rusqlite::Connection, left: &Value, how: Forged) {
    let args = json!({ "label": "#0000002b", "reason": "asked", "entries": 1, "covers": [left] });
    let actor = r#"{"en":"Zhao Wenqi","zh":"赵文琪"}"#;
    let (last, hash, bytes): (u64, Vec<u8>, Vec<u8>) = raw
        .query_row(
            "SELECT seq, hash, bytes FROM entry WHERE trail = 'workspace' ORDER BY seq DESC LIMIT 1",
            [],
            |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)),
        )
        .unwrap();
    let salt = [6; 16];
    let mut link =
        Link { seq: last + 1, prev: hex(&hash), act: "person_erased".into(), ..Link::read(&bytes).unwrap() };
    link.id = Some(Uuid::from_u128(77));
    link.note = note_digest(&salt, actor, &args).unwrap();
    link.changes = hex(&Changes::new(&salt).digest());
    let mut places = seeded(&salt);
    link.note_root = Some(hex(&note_root(actor, &args, &mut places).unwrap()));
    link.changes_root = Some(hex(&Changes::root([], &mut places).unwrap()));
    let mut id = link.id.map(|id| id.to_string());
    if matches!(how, Forged::OldForm) {
        link = Link {
            v: 1,
            id: None,
            device: None,
            by: None,
            format: None,
            seen: None,
            note_root: None,
            changes_root: None,
            ..link
        };
        id = None;
    }
    let bytes = link.bytes().unwrap();
    raw.execute(
        "INSERT INTO entry (trail, seq, bytes, hash) VALUES ('workspace', ?1, ?2, ?3)",
        (link.seq, &bytes, Sha256::digest(&bytes).as_slice()),
    )
    .unwrap();
    raw.execute(
        "INSERT INTO note (seq, id, salt, actor, act, args, reversal, standing)
         VALUES (?1, ?2, ?3, ?4, 'person_erased', ?5, 'final', 'final')",
        (link.seq, id, salt, actor, serde_json_canonicalizer::to_string(&args).unwrap()),
    )
    .unwrap();
}

#[test]
fn what_an_erasure_left_is_told() {
    let scratch = filled();
    let verified = verified(&scratch);
    assert_eq!(verified.verdict, Verdict::Whole);
    assert_eq!(verified.erased, 1);
    let reason = verified.left.iter().find(|left| left.place == "args/reason").unwrap();
    assert_eq!((reason.seq, reason.text.as_deref()), (5, Some("#0000002a asked for it")));
    assert!(verified.left.iter().all(|left| left.seq == 5), "{:?}", verified.left);
}
