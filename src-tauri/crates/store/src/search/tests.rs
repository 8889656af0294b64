//! However the record came to where it is, the index is what it would be if it were made anew.

use chrono::{DateTime, FixedOffset};
use hefu_domain::id::{OrganisationId, PersonId};
use hefu_domain::internal::Internal;
use hefu_domain::journal::Act;
use hefu_domain::party::{Organisation, OrganisationKind, Person};
use hefu_domain::text::{Language, Text, Words};
use proptest::prelude::*;
use rusqlite::Connection;
use uuid::Uuid;

use super::{Search, index};
use crate::history::Reverse;
use crate::journal::Moment;
use crate::{NewEntry, RawKey, Store, StoreError};

#[derive(Clone, Debug)]
enum Step {
    Organisation(u8, &'static str, &'static str),
    Person(u8, &'static str, &'static str),
    Leaves(u8),
    Undo,
    Redo,
    Reopen,
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let en = prop::sample::select(vec!["Harbour City", "Harbour Port", "Tingtao Cloud", "Zhao Wenqi", ""]);
    let zh = prop::sample::select(vec!["港城医院", "汀涛云", "赵文琪", "重庆银行", ""]);
    let step = prop_oneof![
        3 => (0..3u8, en.clone(), zh.clone()).prop_map(|(n, en, zh)| Step::Organisation(n, en, zh)),
        3 => (0..3u8, en, zh).prop_map(|(n, en, zh)| Step::Person(n, en, zh)),
        1 => (0..3u8).prop_map(Step::Leaves),
        2 => Just(Step::Undo),
        1 => Just(Step::Redo),
        1 => Just(Step::Reopen),
    ];
    prop::collection::vec(step, 1..14)
}

fn organisation(n: u8, en: &str, zh: &str) -> Organisation {
    Organisation {
        id: OrganisationId(Uuid::from_u128(u128::from(n) + 1)),
        kind: OrganisationKind::Client,
        name: Text::reviewed(en, zh),
        short_name: Text::reviewed(en, zh),
        legal_id: format!("91-{n}"),
        calendar: "cn".into(),
        jurisdiction: "CN".into(),
        parent: None,
    }
}

fn person(n: u8, en: &str, zh: &str) -> Person {
    Person {
        id: PersonId(Uuid::from_u128(u128::from(n) + 100)),
        organisation: organisation(0, "", "").id,
        name: Text::reviewed(en, zh),
        role: Text::reviewed("Director", "主任"),
        language: Language::Zh,
        time_zone: "Asia/Shanghai".into(),
        email: String::new(),
        may_sign: None,
        internal_note: Internal::new("unspeakable 不可说"),
    }
}

struct Bench {
    folder: tempfile::TempDir,
    store: Option<Store>,
    minute: u32,
}

impl Bench {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("work.hefu");
        let store = Store::create(&path, &RawKey::new([9; 32]), &[5; 16]).unwrap();
        let mut bench = Self { folder, store: Some(store), minute: 0 };
        bench.take(&Step::Organisation(0, "Harbour City", "港城医院"));
        bench
    }

    fn store(&mut self) -> &mut Store {
        self.store.as_mut().unwrap()
    }

    fn moment(&mut self) -> Moment {
        self.minute += 1;
        let at: DateTime<FixedOffset> = "2026-09-28T09:00:00+08:00".parse().unwrap();
        let actor = Words { en: "Zhao Wenqi".into(), zh: "赵文琪".into() };
        Moment { at: at + chrono::Duration::minutes(i64::from(self.minute)), actor, by: None, salt: [1; 16] }
    }

    /// Acts that are refused leave the index as they leave the record.
    fn take(&mut self, step: &Step) {
        let moment = self.moment();
        let act = || Act::OrganisationEdited { en: String::new(), zh: String::new() };
        let entry = || NewEntry { act: act(), project: None, trails: Vec::new() };
        match step {
            Step::Organisation(n, en, zh) => {
                let done = self.store().write::<_, StoreError>(&moment, |tx| {
                    tx.put(&organisation(*n, en, zh))?;
                    Ok((entry(), ()))
                });
                done.unwrap();
            }
            Step::Person(n, en, zh) => {
                let done = self.store().write::<_, StoreError>(&moment, |tx| {
                    tx.put(&person(*n, en, zh))?;
                    Ok((entry(), ()))
                });
                // Its organisation may be gone by now.
                assert!(matches!(done, Ok(_) | Err(StoreError::Elsewhere { .. })), "{done:?}");
            }
            Step::Leaves(n) => {
                let done = self.store().write::<_, StoreError>(&moment, |tx| {
                    tx.remove::<Person>(person(*n, "", "").id.0)?;
                    Ok((entry(), ()))
                });
                assert!(matches!(done, Ok(_) | Err(StoreError::NotFound { .. })), "{done:?}");
            }
            Step::Undo => drop(self.store().reverse(&moment, Reverse::Undo, None)),
            Step::Redo => drop(self.store().reverse(&moment, Reverse::Redo, None)),
            Step::Reopen => {
                self.store.take().unwrap().close().unwrap();
                let path = self.folder.path().join("work.hefu");
                self.store = Some(Store::open(&path, &RawKey::new([9; 32])).unwrap());
            }
        }
    }
}

type Counted = Vec<(String, u64)>;

/// Everything in the index, by record instead of by the index's own numbers.
fn index(connection: &Connection) -> (Vec<(String, String)>, Counted, Counted) {
    connection
        .execute_batch("CREATE VIRTUAL TABLE IF NOT EXISTS temp.kept USING fts5vocab(main, search, instance)")
        .unwrap();
    let rows = |sql: &str| -> Counted {
        let mut statement = connection.prepare(sql).unwrap();
        statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?))).unwrap().map(Result::unwrap).collect()
    };
    let mut statement = connection
        .prepare(
            "SELECT kept.term, r.tbl || ' ' || r.id FROM temp.kept LEFT JOIN search_record r ON r.doc = kept.doc
             ORDER BY 1, 2",
        )
        .unwrap();
    let tokens =
        statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?))).unwrap().map(Result::unwrap).collect();
    (
        tokens,
        rows("SELECT tbl || ' ' || id, changed FROM search_record ORDER BY doc"),
        rows("SELECT word, records FROM search_word ORDER BY word"),
    )
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn after_any_acts_the_index_is_as_if_made_anew(steps in steps()) {
        let mut bench = Bench::new();
        bench.store().search(&Search { words: "港", project: None, limit: 5 }).unwrap();
        for step in &steps {
            bench.take(step);
        }
        let followed = index(&bench.store().connection);
        let words: Vec<String> = followed.2.iter().map(|(word, _)| word.clone()).collect();
        let known: Vec<String> = {
            let known = bench.store().vocabulary().unwrap();
            known.beginning_with("", usize::MAX - 1).unwrap().into_iter().map(str::to_owned).collect()
        };
        prop_assert!(words.iter().all(|word| known.contains(word)), "{known:?}");
        index::make(&bench.store().connection).unwrap();
        prop_assert_eq!(followed, index(&bench.store().connection));
    }
}

fn names(store: &Store, words: &str) -> Vec<String> {
    let found = store.search(&Search { words, project: None, limit: 5 }).unwrap();
    found.iter().map(|found| found.title[1].iter().map(|piece| piece.words.as_str()).collect()).collect()
}

#[test]
fn what_was_written_is_found_and_what_was_undone_is_not() {
    let mut bench = Bench::new();
    bench.take(&Step::Person(0, "Zhao Wenqi", "赵文琪"));
    for words in ["赵文琪", "赵", "zhaowenqi", "zwq", "wenqi", "zhao", "主任", "director"] {
        assert_eq!(names(bench.store(), words), ["赵文琪"], "{words}");
    }
    // Her own note stays out of what everybody may look over her shoulder at.
    for words in ["unspeakable", "不可说", "bks"] {
        assert!(names(bench.store(), words).is_empty(), "{words}");
    }
    bench.take(&Step::Undo);
    assert!(names(bench.store(), "赵文琪").is_empty());
    bench.take(&Step::Redo);
    assert_eq!(names(bench.store(), "赵文琪"), ["赵文琪"]);
}

#[test]
fn what_changed_last_comes_first_among_equals_and_the_whole_name_before_all() {
    let mut bench = Bench::new();
    bench.take(&Step::Organisation(1, "Harbour", "港城"));
    bench.take(&Step::Organisation(2, "Harbour City Port", "港城港口"));
    assert_eq!(names(bench.store(), "港城"), ["港城", "港城港口", "港城医院"]);
    bench.take(&Step::Organisation(0, "Harbour City", "港城医院集团"));
    assert_eq!(names(bench.store(), "港城"), ["港城", "港城医院集团", "港城港口"]);
}

#[test]
fn an_index_of_another_version_is_made_anew_on_opening() {
    let mut bench = Bench::new();
    bench
        .store()
        .connection
        .execute_batch(
            "UPDATE search_version SET version = 0; DELETE FROM search_record; DELETE FROM search_word",
        )
        .unwrap();
    assert!(names(bench.store(), "港城").is_empty());
    bench.take(&Step::Reopen);
    assert_eq!(names(bench.store(), "港城"), ["港城医院"]);
}
