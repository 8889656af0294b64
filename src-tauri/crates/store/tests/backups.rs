//! Automatic backups in a folder, and a restore that is rehearsed.

use std::ops::ControlFlow;
use std::path::Path;

use crate::support::{Scratch, moment, organisation, save, scratch};
use chrono::{DateTime, Duration, FixedOffset};
use hefu_domain::backup::Occasion;
use hefu_domain::journal::{Act, RehearsalFault};
use hefu_store::history::unwatched;
use hefu_store::{NewEntry, RawKey, Rehearsal, Store, StoreError};

fn now(text: &str) -> DateTime<FixedOffset> {
    text.parse().unwrap()
}

fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> =
        std::fs::read_dir(folder).unwrap().map(|e| e.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

/// A rehearsal from its beginning to what it means to the open workspace.
fn rehearsed(
    store: &Store,
    backup: &Path,
    key: &RawKey,
    report: &mut dyn FnMut(u64, u64) -> ControlFlow<()>,
) -> Result<Rehearsal, StoreError> {
    store.held_against(store.rehearsing().run(backup, key, report)?)
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
    // Two were over on one morning, and only one goes at a time: this one is the next.
    expected.push("2026-08-09".to_owned());
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
        .write::<_, StoreError>(&moment(3), |tx| {
            let file = tx.keep_file(&[7; 20_000])?;
            Ok((NewEntry { act: Act::BackupMade { file }, project: None, trails: Vec::new() }, ()))
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
    let rehearsed = rehearsed(&store, &backup, &scratch.key, &mut |done, total| {
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
    let rehearse = |backup: &Path| rehearsed(&store, backup, &scratch.key, &mut go_on);
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
        rehearsed(&store, &backup, &RawKey::new([1; 32]), &mut go_on),
        Err(StoreError::WrongKey(path)) if path == backup
    ));
    let stopped = rehearsed(&store, &backup, &scratch.key, &mut |_, _| ControlFlow::Break(()));
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
    Store::restore(&backup, &scratch.key, &other, &mut |_, _| ControlFlow::Continue(())).unwrap();
    let mut other = Store::open(&other, &scratch.key).unwrap();
    save(&mut other, 5, &organisation(5, "Another way"));
    let (diverged, _) = other.back_up(now("2026-09-28T10:00:00+08:00").to_utc(), None).unwrap();
    let store = scratch.open().unwrap();
    let rehearsed = rehearsed(&store, &diverged.path, &scratch.key, &mut go_on).unwrap();
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
    let held = Store::restore(
        &rotated.made.unwrap().path,
        &scratch.key,
        &scratch.folder.path().join("then.hefu"),
        &mut |_, _| ControlFlow::Continue(()),
    );
    assert_eq!(held.unwrap().entries, 1);
    let store = scratch.open().unwrap();
    assert_eq!(store.heads().unwrap()[0].seq, 41);
    store.close().unwrap();
    assert!(std::fs::read(&scratch.path).unwrap() != before);
}

#[test]
fn a_clock_that_jumps_costs_one_backup_at_most() {
    let scratch = scratch();
    let mut store = scratch.create();
    let folder = store.backup_folder();
    let mut clock = now("2025-09-28T08:00:00+08:00");
    let morning = |store: &mut Store, n: u128, clock: DateTime<FixedOffset>| {
        save(store, 1, &organisation(n, "Harbour City"));
        store.rotate_backups(&folder, clock, Occasion::Opened).unwrap()
    };
    for day in 0..120 {
        morning(&mut store, day, clock);
        clock += Duration::days(1);
    }
    let jumps = ["2099-01-01T08:00:00+08:00", "1999-01-01T08:00:00+08:00", "2026-01-27T08:00:00+08:00"];
    for (n, jumped) in (500..).zip(jumps) {
        let before = names(&store.backup_folder()).len();
        let rotated = morning(&mut store, n, now(jumped));
        assert!(rotated.made.is_some() && rotated.removed.len() <= 1, "{jumped}: {:?}", rotated.removed);
        assert!(names(&store.backup_folder()).len() >= before, "{jumped}");
    }
    let verified = store.verify_journal(None, &mut unwatched).unwrap();
    assert!(verified.went_back.is_empty(), "the clock of the backups is not that of the acts");
}

#[test]
fn a_journal_says_where_the_clock_went_back() {
    let scratch = scratch();
    let mut store = scratch.create();
    for (n, minute) in [10, 60, 55, 20, 21].into_iter().enumerate() {
        save(&mut store, minute, &organisation(n as u128, "Harbour City"));
    }
    let verified = store.verify_journal(None, &mut unwatched).unwrap();
    assert_eq!(verified.verdict, hefu_store::journal::Verdict::Whole);
    // Five minutes are a correction, thirty-five are not.
    let back: Vec<(u64, DateTime<FixedOffset>)> =
        verified.went_back.iter().map(|each| (each.seq, each.at)).collect();
    assert_eq!(back, [(4, moment(20).at)]);
}

/// Every page of the file, a bit of it flipped and all of it made nought: found at opening, and by no backup copied.
#[test]
fn a_damaged_page_is_found_before_it_is_backed_up() {
    let scratch = scratch();
    let (store, backup) = backed_up(&scratch);
    store.close().unwrap();
    let whole = std::fs::read(&scratch.path).unwrap();
    let held = std::fs::read(&backup).unwrap();
    for page in 0..whole.len() / 4096 {
        for zeroed in [false, true] {
            let mut bytes = whole.clone();
            let at = page * 4096;
            // The head is left: without it nothing says whose file it is.
            match zeroed {
                true => bytes[at + 16..at + 4096].fill(0),
                false => bytes[at + 700] ^= 1,
            }
            std::fs::write(&scratch.path, &bytes).unwrap();
            let found = scratch.open();
            let Err(StoreError::Damaged { aside, backup: offered, .. }) = found else {
                panic!("{page}: {:?}", found.err())
            };
            assert_eq!(offered.as_deref(), Some(backup.as_path()));
            assert_eq!(std::fs::read(&aside).unwrap(), bytes);
            std::fs::remove_file(aside).unwrap();
        }
    }
    std::fs::write(&scratch.path, &whole).unwrap();
    let mut store = scratch.open().unwrap();
    let mut bytes = std::fs::read(&scratch.path).unwrap();
    let at = bytes.len() - 3000;
    bytes[at] ^= 1;
    std::fs::write(&scratch.path, bytes).unwrap();
    let folder = store.backup_folder();
    let rotated = store.rotate_backups(&folder, now("2026-10-01T08:00:00+08:00"), Occasion::Opened);
    assert!(matches!(rotated, Err(StoreError::BadPage { backup: Some(_), .. })), "{rotated:?}");
    assert_eq!(names(&folder), [backup.file_name().unwrap().to_str().unwrap()]);
    assert_eq!(std::fs::read(&backup).unwrap(), held);
}

#[test]
fn an_older_copy_in_the_files_place_is_told_until_it_is_backed_up_itself() {
    let scratch = scratch();
    let (mut store, older) = backed_up(&scratch);
    let folder = store.backup_folder();
    let newest = store.rotate_backups(&folder, now("2026-09-28T08:00:00+08:00"), Occasion::Opened).unwrap();
    assert_eq!(store.left_behind_by().unwrap(), None);
    store.close().unwrap();
    std::fs::copy(&older, &scratch.path).unwrap();
    let mut store = scratch.open().unwrap();
    assert_eq!(store.left_behind_by().unwrap(), newest.made);
    // Another way from there, and farther, is another one still.
    for n in 10..14 {
        save(&mut store, n, &organisation(u128::from(n), "Another way"));
    }
    assert_eq!(store.left_behind_by().unwrap(), newest.made);
    store.rotate_backups(&folder, now("2026-09-29T08:00:00+08:00"), Occasion::Opened).unwrap();
    assert_eq!(store.left_behind_by().unwrap(), None);
}
