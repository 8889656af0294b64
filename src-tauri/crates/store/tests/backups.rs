//! Automatic backups in a folder, and a restore that is rehearsed.

#![allow(clippy::unwrap_used, reason = "a test that meets the unexpected fails")]

mod support;

use std::ops::ControlFlow;
use std::path::Path;

use chrono::{DateTime, Duration, FixedOffset};
use hefu_domain::backup::Occasion;
use hefu_domain::journal::{Act, RehearsalFault};
use hefu_store::{Deed, RawKey, Rehearsal, Store, StoreError};
use support::{Scratch, moment, organisation, save, scratch};

fn now(text: &str) -> DateTime<FixedOffset> {
    text.parse().unwrap()
}

fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> =
        std::fs::read_dir(folder).unwrap().map(|e| e.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

#[test]
fn a_year_of_mornings_leaves_the_kept_ones_and_everything_of_a_persons_own() {
    let scratch = scratch();
    let mut store = scratch.create();
    let folder = store.backup_folder();
    std::fs::create_dir_all(&folder).unwrap();
    let own = ["work.20260101T000000.000Z.hefu", "notes.txt", "work.auto-20250101T000000Z-opened-1-x.hefu"];
    // Another workspace's automatic backup, in the same folder.
    let other = "work.auto-20240101T000000Z-opened-1-00000000-00000000-00000000.hefu";
    for name in own.iter().chain([&other]) {
        std::fs::write(folder.join(name), "kept").unwrap();
    }
    let mut clock = now("2025-09-28T08:00:00+08:00");
    for day in 0..366 {
        save(&mut store, 1, &organisation(day, "Harbour City"));
        let rotated = store.rotate_backups(&folder, clock, Occasion::Opened).unwrap();
        assert!(rotated.made.is_some());
        // Nothing changed since: nothing is made.
        assert_eq!(store.rotate_backups(&folder, clock, Occasion::Import).unwrap().made, None);
        clock += Duration::days(1);
    }
    let left = names(&folder);
    for name in own.iter().chain([&other]) {
        assert!(left.contains(&(*name).to_owned()), "{name} was not Hefu's to remove");
    }
    let backups = store.backups().unwrap();
    let mut automatic: Vec<String> = backups
        .iter()
        .filter(|backup| backup.label.as_ref().is_some_and(|label| label.state.chain != "00000000"))
        .map(|backup| backup.made_at.date_naive().to_string())
        .collect();
    automatic.sort();
    // The last is of 28 September 2026: fourteen days, five more Sundays (the last backup of a week), then the
    // last days of months.
    let mut expected: Vec<String> = (15..=28).map(|day| format!("2026-09-{day}")).collect();
    expected
        .extend(["2026-09-13", "2026-09-06", "2026-08-30", "2026-08-23", "2026-08-16"].map(str::to_owned));
    expected.extend(
        [
            "2026-08-31",
            "2026-07-31",
            "2026-06-30",
            "2026-05-31",
            "2026-04-30",
            "2026-03-31",
            "2026-02-28",
            "2026-01-31",
            "2025-12-31",
            "2025-11-30",
            "2025-10-31",
        ]
        .map(str::to_owned),
    );
    expected.sort();
    assert_eq!(automatic, expected);
}

fn go_on(_: u64, _: u64) -> ControlFlow<()> {
    ControlFlow::Continue(())
}

/// A workspace of three acts and a kept file, and a backup of it.
fn backed_up(scratch: &Scratch) -> (Store, std::path::PathBuf) {
    let mut store = scratch.create();
    for n in 1..=2 {
        save(&mut store, n, &organisation(u128::from(n), "Harbour City"));
    }
    store
        .write::<_, StoreError>(&moment(3), |door| {
            let file = door.keep_file(&[7; 20_000])?;
            Ok((Deed { act: Act::BackupMade { file }, project: None, trails: Vec::new() }, ()))
        })
        .unwrap();
    let (backup, heads) = store.back_up(now("2026-09-27T10:00:00+08:00").to_utc(), None).unwrap();
    assert_eq!(heads[0].seq, 3);
    assert_eq!(backup.made_at, now("2026-09-27T10:00:00+08:00").to_utc(), "as its name says");
    save(&mut store, 4, &organisation(4, "Later"));
    (store, backup.path)
}

#[test]
fn a_rehearsal_counts_what_the_backup_holds_and_leaves_nothing_behind() {
    let scratch = scratch();
    let (store, backup) = backed_up(&scratch);
    let before = std::fs::read(&backup).unwrap();
    let mut steps = Vec::new();
    let rehearsed = store
        .rehearse(&backup, &scratch.key, &mut |done, total| {
            steps.push((done, total));
            ControlFlow::Continue(())
        })
        .unwrap();
    let Rehearsal::Verified(held) = rehearsed else { panic!("{rehearsed:?}") };
    assert_eq!((held.journal.entries, held.files, held.head.unwrap().seq), (3, 1, 3));
    let organisations = held.tables.iter().find(|(table, _)| table == "organisation").unwrap();
    assert_eq!(organisations.1, 2);
    assert_eq!(steps.last(), Some(&(4, 4)));
    assert_eq!(names(&store.backup_folder()), [backup.file_name().unwrap().to_str().unwrap()]);
    assert_eq!(std::fs::read(&backup).unwrap(), before);
}

#[test]
fn every_fault_of_a_backup_is_named() {
    let scratch = scratch();
    let (store, backup) = backed_up(&scratch);
    let whole = std::fs::read(&backup).unwrap();
    let rehearse = |backup: &Path| store.rehearse(backup, &scratch.key, &mut go_on);
    // One byte of any page, the first and its salt included.
    for at in [20, 5_000, whole.len() / 2, whole.len() - 10] {
        let mut bytes = whole.clone();
        bytes[at] ^= 1;
        std::fs::write(&backup, bytes).unwrap();
        assert_eq!(rehearse(&backup).unwrap(), Rehearsal::Failed(RehearsalFault::Unreadable), "{at}");
    }
    std::fs::write(&backup, &whole[..whole.len() - 4096]).unwrap();
    assert_eq!(rehearse(&backup).unwrap(), Rehearsal::Failed(RehearsalFault::Unreadable));

    std::fs::write(&backup, &whole).unwrap();
    let forged = |sql: &str| {
        let copy = Scratch {
            folder: tempfile::tempdir().unwrap(),
            path: scratch.folder.path().join("forged.hefu"),
            key: scratch.key.clone(),
        };
        std::fs::write(&copy.path, &whole).unwrap();
        let connection = copy.raw();
        connection.execute_batch(sql).unwrap();
        connection.close().unwrap();
        copy.path
    };
    for (sql, fault) in [
        ("UPDATE note SET actor = '{\"en\":\"X\",\"zh\":\"\"}' WHERE seq = 2", RehearsalFault::Chain),
        ("DELETE FROM note WHERE seq = 2", RehearsalFault::Chain),
        ("UPDATE file SET bytes = x'00'", RehearsalFault::File),
    ] {
        assert_eq!(rehearse(&forged(sql)).unwrap(), Rehearsal::Failed(fault), "{sql}");
    }

    assert!(matches!(
        store.rehearse(&backup, &RawKey::new([1; 32]), &mut go_on),
        Err(StoreError::WrongKey(path)) if path == backup
    ));
    let stopped = store.rehearse(&backup, &scratch.key, &mut |_, _| ControlFlow::Break(()));
    assert!(matches!(stopped, Err(StoreError::Cancelled)), "{stopped:?}");
    assert_eq!(names(&store.backup_folder()).len(), 1, "no scratch file is left");
}

#[test]
fn a_backup_of_another_history_is_not_taken_for_one_of_this() {
    let scratch = scratch();
    let (store, backup) = backed_up(&scratch);
    store.close().unwrap();
    // The workspace is restored, and goes another way than the one the second backup saw.
    let other = scratch.folder.path().join("other.hefu");
    Store::restore(&backup, &scratch.key, &other).unwrap();
    let mut other = Store::open(&other, &scratch.key).unwrap();
    save(&mut other, 5, &organisation(5, "Another way"));
    let (diverged, _) = other.back_up(now("2026-09-28T10:00:00+08:00").to_utc(), None).unwrap();
    let store = scratch.open().unwrap();
    let rehearsed = store.rehearse(&diverged.path, &scratch.key, &mut go_on).unwrap();
    assert_eq!(rehearsed, Rehearsal::Failed(RehearsalFault::Diverged));
}

/// While a rotation is under way the workspace is worked in; the backup is the file as it was when it was decided on.
#[test]
fn a_backup_that_is_being_made_lets_others_write_and_has_nothing_of_it() {
    let scratch = scratch();
    let mut store = scratch.create();
    save(&mut store, 1, &organisation(1, "Harbour City"));
    let folder = store.backup_folder();
    let rotation =
        store.rotation(std::slice::from_ref(&folder), now("2026-09-28T08:00:00+08:00"), Occasion::Opened);
    let rotation = rotation.unwrap();
    let before = std::fs::read(&scratch.path).unwrap();
    // Far more than after which SQLite folds its log in.
    for n in 0..40 {
        save(&mut store, 2, &organisation(n, &"Harbour City ".repeat(20_000)));
    }
    assert!(std::fs::read(&scratch.path).unwrap() == before, "the file changed while it was being copied");
    let closing = std::thread::spawn(move || store.close());
    let rotated = rotation.run().remove(0).unwrap();
    closing.join().unwrap().unwrap();
    let held =
        Store::restore(&rotated.made.unwrap().path, &scratch.key, &scratch.folder.path().join("then.hefu"));
    assert_eq!(held.unwrap().entries, 1);
    let store = scratch.open().unwrap();
    assert_eq!(store.heads().unwrap()[0].seq, 41);
    store.close().unwrap();
    assert!(std::fs::read(&scratch.path).unwrap() != before);
}
