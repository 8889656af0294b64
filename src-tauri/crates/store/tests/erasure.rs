//! Erasing a person: she is nowhere afterwards, the chain is whole, and nothing else can pass for an erasure.

use std::ops::ControlFlow;

use crate::support::{Scratch, moment, organisation, save, scratch};
use hefu_domain::id::{OrganisationId, PersonId};
use hefu_domain::internal::Internal;
use hefu_domain::journal::Act;
use hefu_domain::party::Person;
use hefu_domain::text::{Language, Text, Words};
use hefu_store::history::{Reverse, unwatched};
use hefu_store::journal::{Moment, Verdict};
use hefu_store::{NewEntry, Store, StoreError};
use uuid::Uuid;

const LIN: PersonId = PersonId(Uuid::from_u128(0x2a));
const GUO: PersonId = PersonId(Uuid::from_u128(0x2b));

fn person(id: PersonId, en: &str, zh: &str, email: &str) -> Person {
    let is_lin = id == LIN;
    let hers = |en, zh| if is_lin { Text::reviewed(en, zh) } else { Text::default() };
    Person {
        id,
        organisation: OrganisationId(Uuid::from_u128(1)),
        name: Text::reviewed(en, zh),
        role: hers("Canary deputy", "金丝雀副主任"),
        language: Language::Zh,
        time_zone: "Asia/Shanghai".into(),
        email: email.into(),
        may_sign: Some(hers("Canary authority", "金丝雀权限")),
        internal_note: Internal::new(if is_lin { "Canary note" } else { "" }),
    }
}

fn put(store: &mut Store, at: &Moment, record: &Person) {
    store
        .write::<_, StoreError>(at, |tx| {
            tx.put(record)?;
            let act =
                Act::PersonEdited { en: record.name.en.words.clone(), zh: record.name.zh.words.clone() };
            Ok((NewEntry { act, project: None, trails: Vec::new() }, ()))
        })
        .unwrap();
}

fn by(minute: u32, en: &str, zh: &str) -> Moment {
    Moment { actor: Words { en: en.into(), zh: zh.into() }, ..moment(minute) }
}

/// Lin Canary changed her name and address, was removed and brought back, acted, and is named in passing.
fn with_lin(scratch: &Scratch) -> Store {
    let mut store = scratch.create();
    save(&mut store, 1, &organisation(1, "Harbour City"));
    put(&mut store, &moment(2), &person(LIN, "Lin Before", "林前", "lin@before.example"));
    put(&mut store, &moment(3), &person(LIN, "Lin Canary", "林雀", "lin@canary.example"));
    put(&mut store, &moment(4), &person(GUO, "Lin Canaryson", "林雀国", "guo@harbour.example"));
    save(&mut store, 5, &organisation(2, "As told by LIN CANARY (林雀), not by 林雀国"));
    put(&mut store, &by(6, "Lin Canary", "林雀"), &person(GUO, "Lin Canaryson", "林雀国", ""));
    store.reverse(&moment(7), Reverse::Undo, Some(6)).unwrap();
    store
}

/// Every text of every row of the file, whatever its table.
fn everything(scratch: &Scratch) -> Vec<String> {
    let raw = scratch.raw();
    let names = |sql: &str| -> Vec<String> {
        let mut statement = raw.prepare(sql).unwrap();
        let bytes = statement.query_map([], |row| row.get::<_, Vec<u8>>(0)).unwrap();
        bytes.map(|bytes| String::from_utf8_lossy(&bytes.unwrap()).into_owned()).collect()
    };
    let mut texts = Vec::new();
    for table in names("SELECT CAST(name AS BLOB) FROM sqlite_schema WHERE type = 'table'") {
        for column in names(&format!("SELECT CAST(name AS BLOB) FROM pragma_table_info('{table}')")) {
            texts.extend(names(&format!(
                "SELECT CAST(\"{column}\" AS BLOB) FROM {table} WHERE \"{column}\" IS NOT NULL"
            )));
        }
    }
    texts
}

const CANARIES: [&str; 6] = ["lin before", "林前", "lin@", "canary deputy", "canary note", "金丝雀副主任"];

#[test]
fn nothing_of_the_person_is_left_and_the_chain_is_whole() {
    let scratch = scratch();
    let mut store = with_lin(&scratch);
    let heads = store.heads().unwrap();
    let found = store.found_of(LIN).unwrap();
    let erased = store.erase(&moment(8), LIN, "asked for by Lin Canary on 27 September").unwrap();
    assert_eq!(erased.value.found, found, "what was said beforehand is what was done");
    assert_eq!((found.rows, erased.value.label.as_str()), (2, "#0000002a"), "her row and the organisation's");
    assert_eq!(found.entries, 4, "entries 2, 3, 5 and 6 knew her");
    let verified = store.verify_journal(Some(&heads[0]), &mut unwatched).unwrap();
    assert_eq!((verified.verdict, verified.entries, verified.erased), (Verdict::Whole, 8, 4));
    let kept = store.reader().one::<Person>(GUO.0).unwrap();
    assert_eq!(kept.name, Text::reviewed("Lin Canaryson", "林雀国"), "a longer name is another's");
    store.close().unwrap();

    let texts = everything(&scratch);
    for text in &texts {
        let text = text.to_lowercase();
        for canary in CANARIES {
            assert!(!text.contains(canary), "{canary} in {text}");
        }
        let others = text.replace("lin canaryson", "").replace("林雀国", "");
        assert!(!others.contains("lin canary") && !others.contains("林雀"), "{text}");
    }
    assert!(texts.iter().any(|text| text.contains("As told by #0000002a (#0000002a), not by 林雀国")));
}

#[test]
fn what_was_done_before_can_still_be_undone_and_the_erasure_cannot() {
    let scratch = scratch();
    let mut store = with_lin(&scratch);
    store.erase(&moment(8), LIN, "asked for").unwrap();
    assert!(matches!(store.reverse(&moment(9), Reverse::Undo, Some(8)), Err(StoreError::NothingToUndo)));
    store.reverse(&moment(9), Reverse::Undo, Some(5)).unwrap();
    assert_eq!(crate::support::name(&store, 2), None);
    store.reverse(&moment(10), Reverse::Redo, Some(5)).unwrap();
    assert_eq!(crate::support::name(&store, 2).unwrap(), "As told by #0000002a (#0000002a), not by 林雀国");
    assert_eq!(store.verify_journal(None, &mut unwatched).unwrap().verdict, Verdict::Whole);
}

#[test]
fn a_second_erasure_covers_what_the_first_had_left() {
    let scratch = scratch();
    let mut store = with_lin(&scratch);
    store.erase(&moment(8), LIN, "asked for, in the presence of 林雀国").unwrap();
    store.erase(&moment(9), GUO, "asked for as well").unwrap();
    let verified = store.verify_journal(None, &mut unwatched).unwrap();
    // Entries 2 and 3 by the first alone; 4, 7 and 8 by the second alone; 5 and 6 by both.
    assert_eq!((verified.verdict, verified.erased), (Verdict::Whole, 7));
    store.close().unwrap();
    assert!(!everything(&scratch).iter().any(|text| text.contains("林雀") || text.contains("Canary")));
}

/// One may be erased and the other stay; what the first was erased as is not taken for a name of the other.
#[test]
fn namesakes_are_erased_one_after_the_other() {
    let scratch = scratch();
    let mut store = scratch.create();
    save(&mut store, 1, &organisation(1, "Harbour City"));
    let wei = |id| person(id, "Zhang Wei", "张伟", "wei@harbour.example");
    put(&mut store, &moment(2), &wei(GUO));
    put(&mut store, &moment(3), &wei(LIN));
    save(&mut store, 4, &organisation(2, "As told by Zhang Wei"));
    store.erase(&moment(5), GUO, "asked for").unwrap();
    let of = |store: &Store, id: PersonId| store.reader().one::<Person>(id.0).unwrap();
    assert_eq!(of(&store, LIN).name, wei(LIN).name, "the other is still called so");
    assert_eq!(of(&store, LIN).email, "wei@harbour.example");
    assert_eq!(of(&store, GUO).name.en.words, "#0000002b");
    assert_eq!(crate::support::name(&store, 2).unwrap(), "As told by #0000002b");
    assert_eq!(store.verify_journal(None, &mut unwatched).unwrap().verdict, Verdict::Whole);
    store.erase(&moment(6), LIN, "asked for as well").unwrap();
    assert_eq!(of(&store, LIN).name.en.words, "#0000002a");
    assert_eq!(store.verify_journal(None, &mut unwatched).unwrap().verdict, Verdict::Whole);
    // Once more, now that both are called by their labels.
    store.erase(&moment(7), GUO, "asked again").unwrap();
    store.erase(&moment(8), LIN, "asked again").unwrap();
    assert_eq!(store.verify_journal(None, &mut unwatched).unwrap().verdict, Verdict::Whole);
    store.close().unwrap();
    assert!(!everything(&scratch).iter().any(|text| text.contains("Zhang") || text.contains("张伟")));
}

#[test]
fn tampering_does_not_pass_for_an_erasure() {
    let rewrite = "UPDATE note SET args = '{\"en\":\"Somebody\",\"zh\":\"\"}'";
    for (what, erased, sql, seq) in [
        ("no erasure at all", false, format!("{rewrite} WHERE seq = 3"), 3),
        ("an entry that no erasure covers", true, format!("{rewrite} WHERE seq = 4"), 4),
        ("an erased entry rewritten", true, format!("{rewrite} WHERE seq = 3"), 3),
        ("a removed note", true, "DELETE FROM note WHERE seq = 3".into(), 3),
        (
            "an erasure that covers one more",
            true,
            format!(
                "{rewrite} WHERE seq = 4; UPDATE note SET args = json_set(args, '$.covers[#]',
                 json_object('entry', 4, 'note', '00')) WHERE seq = 8"
            ),
            2,
        ),
        (
            "another act's note that calls itself an erasure",
            false,
            format!(
                "{rewrite} WHERE seq = 3; UPDATE note SET act = 'person_erased',
                 args = '{{\"covers\":[{{\"entry\":3,\"note\":\"00\"}}]}}' WHERE seq = 7"
            ),
            3,
        ),
        (
            "another act named beside an entry",
            false,
            "UPDATE note SET act = 'undone' WHERE seq = 3".into(),
            3,
        ),
    ] {
        let scratch = scratch();
        let mut store = with_lin(&scratch);
        if erased {
            store.erase(&moment(8), LIN, "asked for").unwrap();
        }
        store.close().unwrap();
        let raw = scratch.raw();
        raw.execute_batch(&sql).unwrap();
        raw.close().unwrap();
        let verified = scratch.open().unwrap().verify_journal(None, &mut unwatched).unwrap();
        assert_eq!(verified.verdict, Verdict::Changed { trail: "workspace".into(), seq }, "{what}");
    }
}

/// One thing done in a workspace; numbers are taken modulo what there is.
#[derive(Clone, Copy, Debug)]
enum Step {
    Call { person: u128, en: usize, zh: usize },
    Remove { person: u128 },
    Tell { organisation: u128, en: usize, zh: usize },
    Undo,
    Ask,
}

const EN: [&str; 7] = ["Lin", "Lin Canary", "lin canary", "Lin Canaryson", "Li \"Bo\" Wei", "Bo", ""];
const ZH: [&str; 5] = ["林", "林雀", "林雀国", "李\\伟", ""];

fn person_number(n: u128) -> PersonId {
    PersonId(Uuid::from_u128(0x100 + n % 4))
}

fn take(store: &mut Store, minute: u32, step: Step) {
    let at = by(minute, EN[minute as usize % EN.len()], ZH[minute as usize % ZH.len()]);
    match step {
        Step::Call { person: n, en, zh } => {
            let (en, zh) = (EN[en % EN.len()], ZH[zh % ZH.len()]);
            save(store, minute, &organisation(1, "Harbour City"));
            put(store, &at, &person(person_number(n), en, zh, if n % 8 > 3 { "" } else { "bo@x.example" }));
        }
        Step::Remove { person } => {
            let removed = store.write::<_, StoreError>(&at, |tx| {
                tx.remove::<Person>(person_number(person).0)?;
                let act = Act::PersonRemoved { en: String::new(), zh: String::new() };
                Ok((NewEntry { act, project: None, trails: Vec::new() }, ()))
            });
            assert!(matches!(removed, Ok(_) | Err(StoreError::NotFound { .. })));
        }
        Step::Tell { organisation: n, en, zh } => {
            let told = format!("with {}, {}\u{1}", EN[en % EN.len()], ZH[zh % ZH.len()]);
            save(store, minute, &organisation(2 + n % 3, &told));
        }
        Step::Undo => drop(store.reverse(&at, Reverse::Undo, None)),
        Step::Ask => drop(store.found_of(person_number(0))),
    }
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig::with_cases(24))]

    /// What is said beforehand of anybody is what an erasure then takes, whatever was done and asked before.
    #[test]
    fn what_is_foretold_is_what_goes(steps in proptest::collection::vec(step(), 1..24)) {
        let scratch = scratch();
        let mut store = scratch.create();
        for (step, minute) in steps.into_iter().zip(2..) {
            take(&mut store, minute, step);
        }
        let (backup, _) = store.back_up(chrono::DateTime::UNIX_EPOCH, None).unwrap();
        for n in 0..4 {
            let who = person_number(n);
            let told = store.found_of(who);
            let copy = scratch.folder.path().join(format!("{n}.hefu"));
            Store::restore(&backup.path, &scratch.key, &copy, &mut |_, _| ControlFlow::Continue(())).unwrap();
            let mut copy = Store::open(&copy, &scratch.key).unwrap();
            match copy.erase(&moment(59), who, "asked for") {
                Ok(erased) => proptest::prop_assert_eq!(told.unwrap(), erased.value.found),
                Err(StoreError::NotFound { .. }) => {
                    let is_absent = matches!(told, Err(StoreError::NotFound { .. }));
                    proptest::prop_assert!(is_absent);
                }
                Err(error) => panic!("{error}"),
            }
        }
    }
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig::with_cases(24))]

    /// Whoever is erased after whom, and whatever is done between: the journal is whole.
    #[test]
    fn the_journal_is_whole_after_every_erasure(
        steps in proptest::collection::vec((step(), proptest::option::weighted(0.3, 0..4_u128)), 1..24),
    ) {
        let scratch = scratch();
        let mut store = scratch.create();
        for ((step, erased), minute) in steps.into_iter().zip(2..) {
            take(&mut store, minute, step);
            if let Some(n) = erased {
                let erased = store.erase(&moment(minute), person_number(n), "asked for");
                let is_sound = matches!(erased, Ok(_) | Err(StoreError::NotFound { .. }));
                proptest::prop_assert!(is_sound);
            }
            let verified = store.verify_journal(None, &mut unwatched).unwrap();
            proptest::prop_assert_eq!(verified.verdict, Verdict::Whole);
        }
    }
}

fn step() -> impl proptest::strategy::Strategy<Value = Step> {
    use proptest::prelude::*;
    prop_oneof![
        3 => (any::<u128>(), any::<usize>(), any::<usize>())
            .prop_map(|(person, en, zh)| Step::Call { person, en, zh }),
        1 => any::<u128>().prop_map(|person| Step::Remove { person }),
        3 => (any::<u128>(), any::<usize>(), any::<usize>())
            .prop_map(|(organisation, en, zh)| Step::Tell { organisation, en, zh }),
        1 => Just(Step::Undo),
        2 => Just(Step::Ask),
    ]
}
