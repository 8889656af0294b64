//! Files of older formats, as they were written then, open today: nothing is lost, the chain verifies, and what was done
//! in them can be undone and redone.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use hefu_domain::party::Organisation;
use hefu_domain::text::Words;
use hefu_store::history::{Outlook, Reverse, Wanted, unwatched};
use hefu_store::journal::Verdict;
use hefu_store::tables::Profile;
use hefu_store::{FORMAT, RawKey, Search, Store, derive, salt_of};

use crate::support::moment;

const FORMAT_1: &[u8] = include_bytes!("frozen/format-1.hefu");

/// Files with rows of every table of their time, added, changed and changed again, of which the last is undone, and of
/// which a person was erased.
const SINCE_2: [(u32, &[u8]); 6] = [
    (2, include_bytes!("frozen/format-2.hefu")),
    (3, include_bytes!("frozen/format-3.hefu")),
    (4, include_bytes!("frozen/format-4.hefu")),
    (5, include_bytes!("frozen/format-5.hefu")),
    (6, include_bytes!("frozen/format-6.hefu")),
    (7, include_bytes!("frozen/format-7.hefu")),
];

struct Frozen {
    folder: tempfile::TempDir,
    path: PathBuf,
    key: RawKey,
}

impl Frozen {
    fn of(bytes: &[u8]) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("frozen.hefu");
        std::fs::write(&path, bytes).unwrap();
        let key = derive("frozen for good", &salt_of(&path).unwrap()).unwrap();
        Self { folder, path, key }
    }

    fn open(&self) -> Store {
        Store::open(&self.path, &self.key).unwrap()
    }

    /// The file past the store.
    fn raw(&self) -> rusqlite::Connection {
        raw(&self.path, &self.key)
    }
}

fn raw(path: &Path, key: &RawKey) -> rusqlite::Connection {
    let connection = rusqlite::Connection::open(path).unwrap();
    let salt = salt_of(path).unwrap();
    let both = key.bytes().iter().chain(&salt).map(|byte| format!("{byte:02x}")).collect::<String>();
    connection.pragma_update(None, "key", format!("x'{both}'")).unwrap();
    connection
}

fn whole(store: &Store) -> u64 {
    let verified = store.verify_journal(None, &mut unwatched).unwrap();
    assert_eq!(verified.verdict, Verdict::Whole);
    verified.entries
}

#[test]
fn a_file_of_format_1_opens_after_a_backup_of_it() {
    let frozen = Frozen::of(FORMAT_1);
    let store = frozen.open();
    let profile: Profile = store.reader().first("TRUE", []).unwrap().unwrap();
    assert_eq!(profile.actor, Words { en: "Zhao Wenqi".into(), zh: "Zhao Wenqi".into() });
    let organisations: Vec<Organisation> = store.reader().all().unwrap();
    let names: Vec<&str> = organisations.iter().map(|each| each.name.zh.words.as_str()).collect();
    assert_eq!(names, ["港城医院集团"], "汀涛 was added and undone before it was frozen");
    let found = store.search(&Search { words: "gcyy", project: None, limit: 5 }).unwrap();
    assert_eq!(found.iter().map(|each| each.id).collect::<Vec<_>>(), [organisations[0].id.0]);
    let entries = store.entries(&Wanted::default(), None, 10).unwrap();
    let acts: Vec<&str> = entries.iter().map(|entry| entry.act.as_str()).collect();
    assert_eq!(
        acts,
        ["format_raised", "undone", "organisation_added", "organisation_added", "workspace_created"]
    );
    assert!(entries[1..].iter().all(|entry| entry.actor.to_string() == "Zhao Wenqi"));
    assert_eq!(whole(&store), 5);
    store.close().unwrap();

    let backups = frozen.folder.path().join("frozen.backups");
    let made: Vec<_> = std::fs::read_dir(backups).unwrap().map(|entry| entry.unwrap().path()).collect();
    assert_eq!(made.len(), 1, "{made:?}");
    assert!(made[0].to_string_lossy().contains(&format!("before-format-{FORMAT}")), "{made:?}");
    assert_eq!(std::fs::read(&made[0]).unwrap().len(), FORMAT_1.len());
}

/// Tables, columns and indexes as the file says them.
fn schema(connection: &rusqlite::Connection) -> BTreeMap<String, Vec<String>> {
    let mut tables = connection
        .prepare("SELECT name FROM sqlite_schema WHERE type IN ('table', 'index', 'trigger') ORDER BY name")
        .unwrap();
    let names: Vec<String> = tables.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect();
    let mut columns = connection
        .prepare("SELECT name || ' ' || type || ' ' || \"notnull\" FROM pragma_table_xinfo(?1)")
        .unwrap();
    let of = |name: String| {
        let found = columns.query_map([&name], |row| row.get(0)).unwrap().map(Result::unwrap).collect();
        (name, found)
    };
    names.into_iter().map(of).collect()
}

#[test]
fn a_file_of_every_format_has_the_schema_of_a_new_one() {
    let folder = tempfile::tempdir().unwrap();
    let (path, key) = (folder.path().join("new.hefu"), RawKey::new([1; 32]));
    Store::create(&path, &key, &[2; 16]).unwrap().close().unwrap();
    let new = schema(&raw(&path, &key));
    for (format, bytes) in SINCE_2.into_iter().chain([(1, FORMAT_1)]) {
        let frozen = Frozen::of(bytes);
        frozen.open().close().unwrap();
        assert_eq!(schema(&frozen.raw()), new, "format {format}");
    }
}

#[test]
fn what_was_done_in_a_file_of_every_format_is_undone_and_redone_today() {
    for (format, bytes) in SINCE_2 {
        let frozen = Frozen::of(bytes);
        let mut store = frozen.open();
        let before = rows(&store);
        whole(&store);
        let entries = store.written().unwrap();
        let mut undone = Vec::new();
        let outlook = Outlook { project: None, begun: 0 };
        while let Some(next) = store.next(Reverse::Undo, outlook).unwrap() {
            store.reverse(&moment(600 + undone.len() as u32), Reverse::Undo, Some(next.seq)).unwrap();
            undone.push(next.seq);
        }
        // Adding a row, changing it, and changing it again, of which the last was undone before.
        assert!(undone.len() > 2 * 19, "format {format}: {}", undone.len());
        let left: usize = rows(&store).values().map(Vec::len).sum();
        assert_eq!(left, 0, "format {format}");
        for (at, seq) in undone.iter().rev().enumerate() {
            store.reverse(&moment(720 + at as u32), Reverse::Redo, Some(*seq)).unwrap();
        }
        assert_eq!(rows(&store), before, "format {format}");
        whole(&store);
        assert_eq!(store.written().unwrap(), entries + 2 * undone.len() as u64, "format {format}");
    }
}

/// Every row of the record but what who works here is, which no act of these files made.
fn rows(store: &Store) -> BTreeMap<String, Vec<String>> {
    store.every_row().unwrap()
}

/// A table that is widened later: acts from before it are undone, and the new column is as the table fills it.
#[test]
fn acts_before_a_widened_table_are_undone_and_redone() {
    let frozen = Frozen::of(SINCE_2[5].1);
    frozen.open().close().unwrap();
    let widen = "ALTER TABLE organisation ADD COLUMN nickname TEXT NOT NULL DEFAULT 'none yet'";
    frozen.raw().execute_batch(widen).unwrap();
    let mut store = frozen.open();
    let wanted = Wanted { table: Some("organisation".into()), ..Wanted::default() };
    let entries = store.entries(&wanted, None, 50).unwrap();
    let changed =
        entries.iter().find(|entry| entry.act == "many_edited" && entry.standing == "done").unwrap();
    let names = |store: &Store| -> Vec<String> {
        let all: Vec<Organisation> = store.reader().all().unwrap();
        all.into_iter().map(|each| each.name.en.words).collect()
    };
    let now = names(&store);
    store.reverse(&moment(700), Reverse::Undo, Some(changed.seq)).unwrap();
    assert_ne!(names(&store), now);
    store.reverse(&moment(701), Reverse::Redo, Some(changed.seq)).unwrap();
    assert_eq!(names(&store), now);
    whole(&store);
}
