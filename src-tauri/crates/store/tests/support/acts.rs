//! Workspaces of numbered acts, as files that something may happen to.

use std::fs;
use std::path::{Path, PathBuf};

use hefu_store::Store;
use hefu_store::history::unwatched;

use super::{Scratch, name, organisation, save, scratch};

pub fn beside(path: &Path, suffix: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(suffix);
    PathBuf::from(name)
}

/// A workspace of so many acts, the n-th of which names the n-th organisation `word n`.
pub fn of_acts(scratch: &Scratch, word: &str, acts: u32) -> Store {
    let mut store = scratch.open().unwrap_or_else(|_| scratch.create());
    for n in 1..=acts {
        act(&mut store, word, n);
    }
    store
}

pub fn act(store: &mut Store, word: &str, n: u32) {
    save(store, n, &organisation(u128::from(n), &format!("{word} {n} {}", "words ".repeat(200))));
}

pub fn holds(store: &Store, word: &str, acts: u32) {
    for n in 1..=acts {
        let found = name(store, u128::from(n)).unwrap_or_default();
        assert!(found.starts_with(&format!("{word} {n} ")), "{n}: {found}");
    }
    let verified = store.verify_journal(None, &mut unwatched).unwrap();
    assert_eq!(verified.verdict, hefu_store::journal::Verdict::Whole);
}

/// The files as they lie on the disk when the process is killed now.
pub fn killed(scratch: &Scratch, store: Store) {
    let image = ["", "-wal"].map(|suffix| fs::read(beside(&scratch.path, suffix)).unwrap());
    drop(store);
    fs::write(&scratch.path, &image[0]).unwrap();
    fs::write(beside(&scratch.path, "-wal"), &image[1]).unwrap();
}

/// The same workspace as another computer went on in it.
pub fn elsewhere(scratch: &Scratch, acts: u32) -> Vec<u8> {
    let other =
        Scratch { folder: tempfile::tempdir().unwrap(), path: PathBuf::new(), key: scratch.key.clone() };
    let other = Scratch { path: other.folder.path().join("work.hefu"), ..other };
    fs::copy(&scratch.path, &other.path).unwrap();
    of_acts(&other, "Other", acts).close().unwrap();
    fs::read(&other.path).unwrap()
}

pub fn begun() -> Scratch {
    let scratch = scratch();
    scratch.create().close().unwrap();
    scratch
}

/// What another program does to the file, and whether it comes by the bytes of another state.
pub type NewEntry = (&'static str, fn(&Scratch, &[u8]));

pub const DEEDS: [NewEntry; 8] = [
    ("renamed over", |s, other| {
        fs::write(beside(&s.path, ".part"), other).unwrap();
        fs::rename(beside(&s.path, ".part"), &s.path).unwrap();
    }),
    ("written over", |s, other| fs::write(&s.path, other).unwrap()),
    ("removed and made again", |s, other| {
        fs::remove_file(&s.path).unwrap();
        fs::write(&s.path, other).unwrap();
    }),
    ("removed", |s, _| fs::remove_file(&s.path).unwrap()),
    ("renamed", |s, _| fs::rename(&s.path, s.folder.path().join("away.hefu")).unwrap()),
    ("cut short", |s, _| {
        let file = fs::OpenOptions::new().write(true).open(&s.path).unwrap();
        file.set_len(file.metadata().unwrap().len() / 2).unwrap();
    }),
    ("emptied", |s, _| fs::write(&s.path, b"").unwrap()),
    ("added to", |s, _| {
        use std::io::Write;
        fs::OpenOptions::new().append(true).open(&s.path).unwrap().write_all(&[7; 9000]).unwrap();
    }),
];
