//! The log beside a file: what is not of this state is never applied, what is lost of it is told, and all that was in
//! reach is kept.

use std::fs;
use std::ops::ControlFlow;
use std::path::PathBuf;

use crate::support::acts::{DEEDS, act, begun, beside, elsewhere, holds, killed, of_acts};
use crate::support::{Scratch, moment};
use hefu_domain::backup::Occasion;
use hefu_store::{Kept, Store, StoreError};

/// Of what could be tried, the how-manyeth is; `cargo xtask peers logs` tries all.
fn stride() -> usize {
    if std::env::var_os("HEFU_PEERS").is_some() { 1 } else { 5 }
}

#[test]
fn a_log_of_another_state_is_never_applied() {
    for deed in ["renamed over", "written over"] {
        let scratch = begun();
        let other = elsewhere(&scratch, 3);
        killed(&scratch, of_acts(&scratch, "Mine", 4));
        let before = fs::read(&scratch.path).unwrap();
        let does = DEEDS.iter().find(|(name, _)| *name == deed).unwrap().1;
        does(&scratch, &other);
        let told = scratch.open();
        let Err(StoreError::LogSetAside { kept, state: Kept::LogAlone, .. }) = told else {
            panic!("{deed}: {:?}", told.err())
        };
        for _ in 0..2 {
            let store = scratch.open().unwrap();
            holds(&store, "Other", 3);
            assert_eq!(store.heads().unwrap()[0].seq, 3, "{deed}");
        }
        // The way out that the message tells: the earlier file under the log's name.
        let mine = kept.with_extension("hefu");
        fs::write(&mine, before).unwrap();
        holds(&Store::open(&mine, &scratch.key).unwrap(), "Mine", 4);
    }
}

#[test]
fn a_log_finds_the_state_it_was_written_on_among_what_lies_about() {
    for conflicting in ["work (conflicted copy).hefu", "work.backups/work.hefu"] {
        let scratch = begun();
        let other = elsewhere(&scratch, 3);
        killed(&scratch, of_acts(&scratch, "Mine", 4));
        fs::create_dir_all(scratch.folder.path().join("work.backups")).unwrap();
        fs::rename(&scratch.path, scratch.folder.path().join(conflicting)).unwrap();
        fs::write(&scratch.path, other).unwrap();
        let told = scratch.open();
        let Err(StoreError::LogSetAside { kept, state: Kept::Whole, .. }) = told else {
            panic!("{conflicting}: {:?}", told.err())
        };
        holds(&Store::open(&kept, &scratch.key).unwrap(), "Mine", 4);
        holds(&scratch.open().unwrap(), "Other", 3);
    }
}

#[test]
fn a_log_is_of_its_file_wherever_both_are_taken_and_however_far_it_was_folded_in() {
    let scratch = begun();
    for round in 0..4 {
        let mut store = of_acts(&scratch, "Mine", 3);
        if round % 2 == 1 {
            store.rotate_backups(&store.backup_folder(), moment(round).at, Occasion::Opened).unwrap();
            act(&mut store, "Mine", 4);
        }
        let taken =
            Scratch { folder: tempfile::tempdir().unwrap(), path: PathBuf::new(), key: scratch.key.clone() };
        let taken = Scratch { path: taken.folder.path().join("taken.hefu"), ..taken };
        for suffix in ["", "-wal"] {
            fs::copy(beside(&scratch.path, suffix), beside(&taken.path, suffix)).unwrap();
        }
        let before = fs::read(&taken.path).unwrap();
        let log = fs::read(beside(&taken.path, "-wal")).unwrap();
        holds(&taken.open().unwrap(), "Mine", 3 + round % 2);
        // Killed while it was being folded in: some pages are in the file already, the first one always.
        let after = fs::read(&taken.path).unwrap();
        for pages in (1..after.len() / 4096).step_by(stride()) {
            let mut mixed = before.clone();
            mixed.resize(after.len(), 0);
            mixed[..pages * 4096].copy_from_slice(&after[..pages * 4096]);
            fs::write(&taken.path, mixed).unwrap();
            fs::write(beside(&taken.path, "-wal"), &log).unwrap();
            holds(&taken.open().unwrap(), "Mine", 3 + round % 2);
        }
        killed(&scratch, store);
    }
}

#[test]
fn a_log_that_is_removed_or_exchanged_costs_nothing() {
    for exchanged in [false, true] {
        let scratch = begun();
        let mut store = of_acts(&scratch, "Mine", 3);
        let log = beside(&scratch.path, "-wal");
        fs::remove_file(&log).unwrap();
        if exchanged {
            fs::write(&log, vec![9; 50_000]).unwrap();
            let refused = store.keep_draft(&hefu_store::Draft {
                place: "x".into(),
                at: moment(1).at,
                typed: "y".into(),
            });
            assert!(matches!(refused, Err(StoreError::LogDamaged { .. })), "{refused:?}");
        }
        act(&mut store, "Mine", 4);
        killed(&scratch, store);
        holds(&scratch.open().unwrap(), "Mine", 4);
    }
}

#[test]
fn a_damaged_log_is_told_and_kept_whole() {
    let scratch = begun();
    killed(&scratch, of_acts(&scratch, "Mine", 6));
    let file = fs::read(&scratch.path).unwrap();
    let log = fs::read(beside(&scratch.path, "-wal")).unwrap();
    let frames = (log.len() - 32) / 4120;
    let places = (0..frames)
        .step_by(stride())
        .flat_map(|frame| [[5, 20, 2000], [0, 9, 4119]][frame % 2].map(|at| 32 + frame * 4120 + at));
    for at in (0..32).step_by(5).chain(places) {
        let mut bytes = log.clone();
        bytes[at] ^= 4;
        fs::write(&scratch.path, &file).unwrap();
        fs::write(beside(&scratch.path, "-wal"), &bytes).unwrap();
        match scratch.open() {
            Ok(store) => holds(&store, "Mine", 6),
            Err(StoreError::LogDamaged { kept, .. }) => {
                assert_eq!(fs::read(&kept).unwrap(), bytes, "{at}: the whole log is kept");
                let store = scratch.open().unwrap();
                let acts = store.heads().unwrap().first().map_or(0, |head| head.seq);
                assert!(acts < 6, "{at}: told without need");
                holds(&store, "Mine", u32::try_from(acts).unwrap());
                fs::remove_file(kept).unwrap();
            }
            Err(other) => panic!("{at}: {other:?}"),
        }
    }
}

#[test]
fn what_is_not_a_log_or_journal_of_the_file_is_kept_and_not_waited_for() {
    for suffix in ["-wal", "-journal"] {
        for what in ["bytes", "folder", "pipe", "link"] {
            let scratch = begun();
            of_acts(&scratch, "Mine", 2).close().unwrap();
            let foreign = beside(&scratch.path, suffix);
            match what {
                "bytes" => fs::write(&foreign, vec![0xd9; 10_000]).unwrap(),
                "folder" => fs::create_dir(&foreign).unwrap(),
                "pipe" => {
                    assert!(std::process::Command::new("mkfifo").arg(&foreign).status().unwrap().success());
                }
                _ => std::os::unix::fs::symlink("/dev/zero", &foreign).unwrap(),
            }
            let kept = match scratch.open() {
                Err(StoreError::LogSetAside { kept, .. } | StoreError::LogDamaged { kept, .. }) => kept,
                other => panic!("{suffix} {what}: {:?}", other.err()),
            };
            assert!(fs::symlink_metadata(kept).is_ok());
            holds(&scratch.open().unwrap(), "Mine", 2);
            // Nor does a new file of that name begin with it.
            let (fresh, other) = (
                scratch.folder.path().join("new.hefu"),
                scratch.folder.path().join(format!("new.hefu{suffix}")),
            );
            fs::write(&other, [1; 100]).unwrap();
            let refused = Store::create(&fresh, &scratch.key, &[5; 16]);
            assert!(matches!(refused, Err(StoreError::AlreadyThere(path)) if path == other));
            let backup = scratch.folder.path().join("copy.hefu");
            fs::copy(&scratch.path, &backup).unwrap();
            let refused =
                Store::restore(&backup, &scratch.key, &fresh, &mut |_, _| ControlFlow::Continue(()));
            assert!(matches!(refused, Err(StoreError::AlreadyThere(path)) if path == other));
            assert_eq!(fs::read(other).unwrap(), [1; 100]);
        }
    }
}

/// Another program cut the log under an open workspace: what it took is gone, and nothing goes on as if it were there.
#[test]
fn a_log_that_was_cut_while_its_file_is_open_is_told_and_what_is_left_is_kept() {
    for left_of_it in [0, 1, 2, 3] {
        let scratch = begun();
        let mut store = of_acts(&scratch, "Mine", 2);
        let log = beside(&scratch.path, "-wal");
        let before = fs::metadata(&log).unwrap().len();
        act(&mut store, "Mine", 3);
        let whole = fs::metadata(&log).unwrap().len();
        // Nothing, what an act before had come to, what ends within a frame, and all but the last byte.
        let length = [0, before, whole / 2, whole - 1][left_of_it];
        fs::OpenOptions::new().write(true).open(&log).unwrap().set_len(length).unwrap();
        assert!(!store.is_in_place());
        let refused = store.write::<_, StoreError>(&moment(9), |_| panic!("it was let at the record"));
        let is_displaced = matches!(&refused, Err(StoreError::Displaced(_)));
        assert!(is_displaced, "{:?}", refused.map(|_: hefu_store::Written<()>| ()));
        let StoreError::LogDamaged { kept, .. } = store.leave() else { panic!("{length} of {whole}") };
        assert_eq!(fs::metadata(&kept).unwrap().len(), length);
        let acts = if length == before { 2 } else { 0 };
        match scratch.open() {
            Ok(store) => holds(&store, "Mine", acts),
            Err(StoreError::LogDamaged { .. }) => holds(&scratch.open().unwrap(), "Mine", acts),
            Err(other) => panic!("{other:?}"),
        }
    }
}
