//! What other programs do to a file that is open, or was when its process was killed: it is noticed, both states are
//! kept, and nothing that was acknowledged is lost.

use std::fs;
use std::sync::atomic::Ordering::SeqCst;

use crate::support::acts::{DEEDS, act, begun, beside, elsewhere, holds, killed, of_acts};
use crate::support::{moment, scratch};
use hefu_domain::backup::Occasion;
use hefu_files::{FileError, Why};
use hefu_store::{Kept, RawKey, Store, StoreError};

#[test]
fn one_process_writes_whatever_the_file_is_called_by() {
    let scratch = begun();
    let mut store = of_acts(&scratch, "Mine", 2);
    let (symbolic, hard) = (scratch.folder.path().join("link.hefu"), scratch.folder.path().join("hard.hefu"));
    let far = tempfile::tempdir().unwrap();
    let farther = far.path().join("far.hefu");
    std::os::unix::fs::symlink(&scratch.path, &symbolic).unwrap();
    fs::hard_link(&scratch.path, &hard).unwrap();
    fs::hard_link(&scratch.path, &farther).unwrap();
    let ways = [&scratch.path, &symbolic, &hard, &farther];
    let refused =
        || ways.iter().all(|way| matches!(Store::open(way, &scratch.key), Err(StoreError::InUse(_))));
    assert!(refused());
    // A copy opens and closes the file, and with that SQLite's own locks went.
    store.back_up(chrono::DateTime::UNIX_EPOCH, None).unwrap();
    let _ = fs::remove_file(beside(&scratch.path, "-lock"));
    assert!(refused());
    act(&mut store, "Mine", 3);
    store.close().unwrap();
    for way in ways {
        holds(&Store::open(way, &scratch.key).unwrap(), "Mine", 3);
    }
}

#[test]
fn a_killed_process_has_its_log_under_whichever_name_is_opened_next() {
    let scratch = begun();
    killed(&scratch, of_acts(&scratch, "Mine", 5));
    let far = tempfile::tempdir().unwrap().keep();
    let (renamed, farther) = (scratch.folder.path().join("renamed.hefu"), far.join("far.hefu"));
    fs::hard_link(&scratch.path, &farther).unwrap();
    let store = Store::open(&farther, &scratch.key).unwrap();
    holds(&store, "Mine", 5);
    killed(&scratch, {
        let mut store = store;
        act(&mut store, "Mine", 6);
        store
    });
    fs::remove_file(&farther).unwrap();
    fs::rename(&scratch.path, &renamed).unwrap();
    holds(&Store::open(&renamed, &scratch.key).unwrap(), "Mine", 6);
    fs::remove_dir_all(far).unwrap();
}

#[test]
fn nothing_is_written_to_a_file_that_another_program_took_the_place_of() {
    for (deed, does) in DEEDS {
        let scratch = begun();
        let other = elsewhere(&scratch, 3);
        let mut store = of_acts(&scratch, "Mine", 4);
        // The state that a change in place leaves nothing of is the backup's.
        store.back_up(chrono::DateTime::UNIX_EPOCH, None).unwrap();
        act(&mut store, "Mine", 5);
        does(&scratch, &other);
        let there = fs::read(&scratch.path).ok();
        let refused =
            store.write::<_, StoreError>(&moment(9), |_| panic!("{deed}: it was let at the record"));
        let _: &StoreError = match &refused {
            Err(error @ StoreError::Displaced(_)) => error,
            other => panic!("{deed}: {:?}", other.as_ref().map(|_: &hefu_store::Written<()>| ())),
        };
        let StoreError::Replaced { kept, state, .. } = store.leave() else { panic!("{deed}") };
        assert_eq!(state, Kept::Whole, "{deed}");
        holds(&Store::open(&kept, &scratch.key).unwrap(), "Mine", 5);
        assert_eq!(fs::read(&scratch.path).ok(), there, "{deed}: the other state is as it was");
        if there.as_deref() == Some(&other) {
            let store = scratch.open().unwrap();
            holds(&store, "Other", 3);
            assert_eq!(store.heads().unwrap()[0].seq, 3, "{deed}");
        }
    }
}

#[test]
fn an_older_copy_in_the_place_of_an_open_file_is_no_state_to_go_on_from() {
    let scratch = begun();
    let mut store = of_acts(&scratch, "Mine", 4);
    let (backup, _) = store.back_up(chrono::DateTime::UNIX_EPOCH, None).unwrap();
    act(&mut store, "Mine", 5);
    store.close().unwrap();
    let mut store = scratch.open().unwrap();
    act(&mut store, "Mine", 6);
    fs::copy(&backup.path, &scratch.path).unwrap();
    let refused =
        store.keep_draft(&hefu_store::Draft { place: "x".into(), at: moment(1).at, typed: "y".into() });
    assert!(matches!(refused, Err(StoreError::Displaced(_))), "{refused:?}");
    assert!(matches!(
        store.rotation(&[], moment(1).at, Occasion::Interval),
        Ok(_) | Err(StoreError::Displaced(_))
    ));
    let StoreError::Replaced { kept, state, .. } = store.leave() else { panic!("it was left") };
    // The file it was written on is gone; the log waits for it.
    assert_eq!((state, kept.extension().unwrap().to_str().unwrap()), (Kept::LogAlone, "hefu-wal"));
    holds(&scratch.open().unwrap(), "Mine", 4);
}

#[test]
fn the_lock_moves_with_a_new_key() {
    let scratch = begun();
    let store = of_acts(&scratch, "Mine", 2);
    let (path, key) = (scratch.path.clone(), RawKey::new([3; 32]));
    let done = std::sync::Arc::new(std::sync::atomic::AtomicBool::new(false));
    let seen = std::sync::Arc::clone(&done);
    // Whoever tries all the while is never let in.
    let knocking = std::thread::spawn(move || {
        let mut knocks = 0;
        while !seen.load(SeqCst) {
            if let Ok(file) = fs::OpenOptions::new().write(true).read(true).open(&path) {
                use std::os::unix::fs::MetadataExt;
                // Asked after the lock: the file may have been exchanged between opening and locking it.
                let is_locked = file.try_lock().is_err();
                let is_there =
                    fs::metadata(&path).is_ok_and(|there| there.ino() == file.metadata().unwrap().ino());
                assert!(is_locked || !is_there || seen.load(SeqCst), "the file was without a lock");
                knocks += 1;
            }
        }
        knocks
    });
    let link = scratch.folder.path().join("link.hefu");
    std::os::unix::fs::symlink(&scratch.path, &link).unwrap();
    let store = store.rekey(&key, &[6; 16]).unwrap();
    done.store(true, SeqCst);
    assert!(knocking.join().unwrap() > 0);
    holds(&store, "Mine", 2);
    store.close().unwrap();
    let store = Store::open(&link, &key).unwrap().rekey(&scratch.key, &[5; 16]).unwrap();
    assert!(fs::symlink_metadata(&link).unwrap().is_symlink(), "the link still is one");
    store.close().unwrap();
    holds(&scratch.open().unwrap(), "Mine", 2);
}

#[test]
fn a_name_as_long_as_the_disk_allows_is_backed_up_or_refused() {
    let scratch = scratch();
    let long = |bytes: usize| scratch.folder.path().join(format!("{}.hefu", "长".repeat((bytes - 5) / 3)));
    let refused = Store::create(&long(254), &scratch.key, &[5; 16]);
    assert!(
        matches!(refused, Err(StoreError::File(FileError { why: Why::NameTooLong, .. }))),
        "{:?}",
        refused.err()
    );
    let path = long(247);
    let mut store = Store::create(&path, &scratch.key, &[5; 16]).unwrap();
    act(&mut store, "Mine", 1);
    store.back_up(chrono::DateTime::UNIX_EPOCH, None).unwrap();
    let folder = store.backup_folder();
    assert!(store.rotate_backups(&folder, moment(1).at, Occasion::Opened).unwrap().made.is_some());
    assert_eq!(store.backups().unwrap().len(), 2);
    let store = store.rekey(&RawKey::new([3; 32]), &[6; 16]).unwrap();
    holds(&store, "Mine", 1);
}
