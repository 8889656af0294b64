//! The workspace as a file: keys, locks, foreign and damaged files, backups.

use std::ops::ControlFlow;

use crate::support::{Scratch, name, organisation, save, scratch};
use hefu_domain::party::Organisation;
use hefu_store::history::unwatched;
use hefu_store::journal::Verdict;
use hefu_store::{RawKey, Store, StoreError};
use uuid::Uuid;

#[test]
fn what_was_written_is_there_after_reopening() {
    let scratch = scratch();
    let mut store = scratch.create();
    save(&mut store, 1, &organisation(1, "Harbour City"));
    store.close().unwrap();
    let store = scratch.open().unwrap();
    assert_eq!(name(&store, 1).as_deref(), Some("Harbour City"));
}

#[test]
fn nothing_in_the_file_is_in_plain() {
    let scratch = scratch();
    let mut store = scratch.create();
    save(&mut store, 1, &organisation(1, "CANARY-PLAINTEXT"));
    for entry in std::fs::read_dir(scratch.folder.path()).unwrap() {
        let bytes = std::fs::read(entry.unwrap().path()).unwrap();
        assert!(!bytes.windows(16).any(|w| w == b"CANARY-PLAINTEXT"));
        assert!(!bytes.windows(15).any(|w| w == b"SQLite format 3"));
    }
}

#[test]
fn a_wrong_key_a_foreign_a_short_and_an_absent_file_are_told_apart() {
    let scratch = scratch();
    scratch.create().close().unwrap();
    let wrong = Store::open(&scratch.path, &RawKey::new([8; 32]));
    assert!(matches!(wrong, Err(StoreError::WrongKey(_))));
    let beside = |file: &str, bytes: &[u8]| {
        let path = scratch.folder.path().join(file);
        std::fs::write(&path, bytes).unwrap();
        (Store::open(&path, &scratch.key), path)
    };
    let pdf = [b"%PDF-1.7".as_slice(), &[0; 8192]].concat();
    for (file, bytes) in [("a.hefu", pdf.as_slice()), ("b.hefu", &[]), ("c.hefu", &[7; 100])] {
        let (opened, path) = beside(file, bytes);
        assert!(matches!(opened, Err(StoreError::NotAWorkspace(_))), "{file}");
        assert_eq!(std::fs::read(path).unwrap(), bytes, "{file} is left as it was");
    }
    let absent = Store::open(&scratch.folder.path().join("none.hefu"), &scratch.key);
    assert!(matches!(absent, Err(StoreError::NoFile(_))));
    assert!(matches!(Store::create(&scratch.path, &scratch.key, &[1; 16]), Err(StoreError::AlreadyThere(_))));
}

#[test]
fn a_snapshot_stays_as_it_was_while_others_write() {
    let scratch = scratch();
    let mut store = scratch.create();
    save(&mut store, 1, &organisation(1, "Harbour City"));
    let snapshot = store.moored().unwrap().snapshot().unwrap();
    save(&mut store, 2, &organisation(1, "Lagoon City"));
    // A log that is long enough to be folded in has to wait.
    for n in 3..200 {
        save(&mut store, n, &organisation(2, &"Tidewater ".repeat(n as usize)));
    }
    let organisation: Organisation = snapshot.reader().one(Uuid::from_u128(1)).unwrap();
    assert_eq!(organisation.name.en.words, "Harbour City");
    let verified = snapshot.reader().verify_journal(None, &mut unwatched).unwrap();
    assert_eq!((verified.entries, verified.verdict), (1, Verdict::Whole));
    assert_eq!(name(&store, 1).as_deref(), Some("Lagoon City"));
    drop(snapshot);
    store.close().unwrap();
    let store = scratch.open().unwrap();
    assert_eq!(store.verify_journal(None, &mut unwatched).unwrap().entries, 199);
    // With a name that an address has to write otherwise.
    let odd = scratch.folder.path().join("港湾 100% #1?.hefu");
    let odd = Store::create(&odd, &scratch.key, &[5; 16]).unwrap();
    assert!(odd.moored().unwrap().snapshot().is_ok());
}

#[test]
fn a_second_opening_is_told() {
    let scratch = scratch();
    let first = scratch.create();
    assert!(matches!(scratch.open(), Err(StoreError::InUse(_))));
    first.close().unwrap();
    assert!(scratch.open().is_ok());
}

#[test]
fn a_damaged_file_is_set_aside_and_the_last_good_backup_offered() {
    let scratch = scratch();
    let mut store = scratch.create();
    for n in 1..60 {
        save(&mut store, n, &organisation(u128::from(n), "Harbour City"));
    }
    let (backup, _) = store.back_up(chrono::DateTime::UNIX_EPOCH, None).unwrap();
    store.close().unwrap();
    let whole = std::fs::read(&scratch.path).unwrap();
    for damaged in [whole[..whole.len() / 2].to_vec(), {
        let mut bytes = whole.clone();
        bytes[64..4000].fill(0xAA);
        bytes
    }] {
        std::fs::write(&scratch.path, &damaged).unwrap();
        let Err(StoreError::Damaged { aside, backup: offered, .. }) = scratch.open() else {
            panic!("damage not noticed");
        };
        assert_eq!(std::fs::read(&aside).unwrap(), damaged, "never deleted");
        assert_eq!(offered.as_deref(), Some(backup.path.as_path()));
        let restored =
            Store::restore(&backup.path, &scratch.key, &scratch.path, &mut |_, _| ControlFlow::Continue(()))
                .unwrap();
        assert_eq!(restored.entries, 59);
        std::fs::remove_file(&scratch.path).unwrap();
    }
}

#[test]
fn a_new_key_opens_and_the_old_one_no_longer() {
    let scratch = scratch();
    let mut store = scratch.create();
    save(&mut store, 1, &organisation(1, "Harbour City"));
    let (key, salt) = (RawKey::new([3; 32]), [6; 16]);
    let store = store.rekey(&key, &salt).unwrap();
    assert_eq!(name(&store, 1).as_deref(), Some("Harbour City"));
    store.close().unwrap();
    assert_eq!(hefu_store::salt_of(&scratch.path).unwrap(), salt);
    assert!(matches!(scratch.open(), Err(StoreError::WrongKey(_))));
    assert!(Store::open(&scratch.path, &key).is_ok());
    let left: Vec<_> = std::fs::read_dir(scratch.folder.path()).unwrap().collect();
    assert_eq!(left.len(), 1, "{left:?}");
}

#[test]
fn a_newer_file_is_refused_and_left_alone() {
    let scratch = scratch();
    scratch.create().close().unwrap();
    let connection = scratch.raw();
    connection.pragma_update(None, "user_version", 9999).unwrap();
    connection.close().unwrap();
    assert!(matches!(scratch.open(), Err(StoreError::Newer { format: 9999, .. })));
}

/// What a process leaves that is killed while it re-encrypts the copy: the copy, and a journal of its pages as they
/// were.
fn leave_a_killed_change_of_key(scratch: &Scratch) {
    let beside = |suffix: &str| {
        let mut name = scratch.path.clone().into_os_string();
        name.push(suffix);
        std::path::PathBuf::from(name)
    };
    let other = Scratch {
        folder: tempfile::tempdir().unwrap(),
        path: scratch.folder.path().join("interrupted.hefu"),
        key: scratch.key.clone(),
    };
    std::fs::copy(&scratch.path, &other.path).unwrap();
    let connection = other.raw();
    connection.pragma_update(None, "journal_mode", "DELETE").unwrap();
    // More than the cache holds: the journal is then synced, as it is when pages are being rewritten.
    connection
        .execute_batch(
            "PRAGMA cache_size = 5; BEGIN IMMEDIATE;
             UPDATE organisation SET legal_id = 'x'; UPDATE note SET standing = 'x';
             INSERT INTO entry VALUES ('x', 1, x'00', x'00');
             WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 400)
             INSERT INTO file SELECT i, zeroblob(4000) FROM n;",
        )
        .unwrap();
    std::fs::copy(scratch.folder.path().join("interrupted.hefu-journal"), beside(".rekey-journal")).unwrap();
    std::fs::copy(&other.path, beside(".rekey")).unwrap();
    drop(connection);
    std::fs::remove_file(&other.path).unwrap();
}

#[test]
fn a_killed_change_of_key_takes_nothing_from_the_next() {
    let scratch = scratch();
    let mut store = scratch.create();
    save(&mut store, 1, &organisation(1, "Before"));
    store.close().unwrap();
    leave_a_killed_change_of_key(&scratch);
    let mut store = scratch.open().unwrap();
    save(&mut store, 2, &organisation(2, "After"));
    let store = store.rekey(&RawKey::new([7; 32]), &[6; 16]).unwrap();
    assert_eq!(store.heads().unwrap()[0].seq, 2, "what was acknowledged after the kill is kept");
    assert_eq!(name(&store, 2).as_deref(), Some("After"));
}
