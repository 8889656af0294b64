//! Backups: whole copies of the encrypted file, made while it is locked, so that each opens with the key the
//! workspace had then.

pub(crate) mod copies;
mod rehearse;
mod rotate;

use std::fs::File;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use chrono::{DateTime, NaiveDateTime, Utc};
use hefu_domain::backup::Label;
use hefu_files::{FileError, Scratch, Why};
use sha2::{Digest, Sha256};

use crate::claim::{Claim, first_page};
use crate::error::StoreError;
use crate::file;
use crate::journal::{Head, Verdict};
use crate::key::{RawKey, Salt, salt_of};
use crate::open::{Store, connect};
use crate::page::Seals;
use hefu_chain::hex;

pub use rehearse::{Held, Rehearsal, Rehearsing};
pub use rotate::{Rotated, Rotation};

/// A backup on disk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BackupFile {
    pub path: PathBuf,
    /// As its name says, else when the file was last written.
    pub made_at: DateTime<Utc>,
    pub size: u64,
    /// What its name says, when Hefu made it unasked.
    pub label: Option<Label>,
}

/// How a backup is named that a person made: its moment.
const STAMP: &str = "%Y%m%dT%H%M%S%.3fZ";

impl BackupFile {
    fn at(path: &Path) -> Result<Self, StoreError> {
        let lift = |e| StoreError::io(path, e);
        let meta = std::fs::metadata(path).map_err(lift)?;
        let stem = path.file_stem().unwrap_or_default().to_string_lossy();
        let label: Option<Label> =
            stem.rfind(".auto-").and_then(|dot| stem.get(dot + 1..)).and_then(|name| name.parse().ok());
        let stamped = stem
            .match_indices('.')
            .filter_map(|(dot, _)| {
                NaiveDateTime::parse_from_str(unnumbered(stem.get(dot + 1..)?), STAMP).ok()
            })
            .next();
        let made_at = match (&label, stamped) {
            (Some(label), _) => label.made_at,
            (None, Some(stamped)) => stamped.and_utc(),
            (None, None) => meta.modified().map_err(lift)?.into(),
        };
        Ok(Self { path: path.to_owned(), made_at, size: meta.len(), label })
    }
}

/// A stamp ends in a letter: what follows a hyphen is the number of a name that was taken.
fn unnumbered(stamp: &str) -> &str {
    match stamp.rsplit_once('-') {
        Some((stamp, number)) if number.bytes().all(|digit| digit.is_ascii_digit()) => stamp,
        _ => stamp,
    }
}

/// What was restored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Restored {
    pub path: PathBuf,
    pub entries: u64,
    /// What a check of its chains says.
    pub verdict: Verdict,
}

/// Bytes of a name on most disks.
const LONGEST: usize = 255;

/// Where a workspace's backups lie: `name.backups` beside it, with as much of the name as there is room for.
pub(crate) fn folder(path: &Path) -> PathBuf {
    let whole = path.with_extension("backups");
    if whole.file_name().is_none_or(|name| name.len() <= LONGEST) {
        return whole;
    }
    let stem = path.file_stem().unwrap_or_default();
    let digest = hex(&Sha256::digest(stem.as_encoded_bytes()));
    path.with_file_name(file::named(path, &format!("~{}.backups", &digest[..8]), LONGEST))
}

/// Copies the file, whose log is folded in, under its name with `label`; with a number after it where another backup
/// has that name already.
pub(crate) fn copy(path: &Path, folder: &Path, label: &str) -> Result<PathBuf, StoreError> {
    hefu_files::make_folder(folder)?;
    let mut numbers = 1u32..;
    loop {
        let number = numbers.next().filter(|number| *number > 1).map(|number| format!("-{number}"));
        let ending = format!(".{label}{}.hefu", number.unwrap_or_default());
        let target = folder.join(file::named(path, &ending, file::LONGEST));
        match hefu_files::copy_new(path, &target) {
            Err(FileError { path, why: Why::AlreadyThere }) if path == target => {}
            copied => return copied.map(|()| target).map_err(StoreError::from),
        }
    }
}

/// The backups beside a workspace, newest first.
pub(crate) fn beside(path: &Path) -> Vec<PathBuf> {
    let backups = in_folder(&folder(path)).unwrap_or_default();
    backups.into_iter().map(|backup| backup.path).collect()
}

/// The newest backup beside `path` that opens with `key` and has no damaged page.
pub(crate) fn newest_sound(path: &Path, key: &RawKey) -> Option<PathBuf> {
    let is_sound = |backup: &PathBuf| {
        salt_of(backup).is_ok_and(|salt| file::must_be_wholly_sound(backup, &Seals::of(key, &salt)).is_ok())
    };
    beside(path).into_iter().find(is_sound)
}

/// Newest first. No folder, no backups.
pub(crate) fn in_folder(folder: &Path) -> Result<Vec<BackupFile>, StoreError> {
    if !folder.exists() {
        return Ok(Vec::new());
    }
    let lift = |e| StoreError::io(folder, e);
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).map_err(lift)? {
        let entry = entry.map_err(lift)?;
        let path = entry.path();
        if path.extension().is_some_and(|e| e == "hefu") {
            found.push(BackupFile::at(&path)?);
        }
    }
    found.sort_by(|a, b| b.made_at.cmp(&a.made_at).then_with(|| b.path.cmp(&a.path)));
    Ok(found)
}

impl Store {
    pub fn backup_folder(&self) -> PathBuf {
        folder(&self.path)
    }

    /// The workspace's backups, newest first.
    pub fn backups(&self) -> Result<Vec<BackupFile>, StoreError> {
        in_folder(&self.backup_folder())
    }

    /// The backups in another folder, newest first; none when there is no such folder.
    pub fn backups_in(&self, folder: &Path) -> Result<Vec<BackupFile>, StoreError> {
        in_folder(folder)
    }

    /// Backs up into the workspace's backup folder, or to `target`, where nothing may stand yet. Returns the
    /// backup and the chain heads it anchors.
    pub fn back_up(
        &mut self,
        now: DateTime<Utc>,
        target: Option<&Path>,
    ) -> Result<(BackupFile, Vec<Head>), StoreError> {
        if let Some(target) = target {
            hefu_files::must_be_free(target)?;
        }
        let heads = self.heads()?;
        self.fold_in()?;
        self.must_be_sound()?;
        let path = match target {
            None => {
                let stamp = now.format(STAMP).to_string();
                copy(&self.path, &self.backup_folder(), &stamp)?
            }
            Some(target) => {
                hefu_files::copy_new(&self.path, target)?;
                target.to_owned()
            }
        };
        Ok((BackupFile::at(&path)?, heads))
    }

    /// Restores a backup as a new file; nothing that exists is overwritten, and nothing that lies beside it is taken
    /// for its own.
    /// `report` is told bytes done, of all; breaking cancels it and leaves nothing behind.
    /// Errors: the key is not the backup's; a page of it is damaged; something stands at `target`; cancelled.
    pub fn restore(
        backup: &Path,
        key: &RawKey,
        target: &Path,
        report: &mut dyn FnMut(u64, u64) -> ControlFlow<()>,
    ) -> Result<Restored, StoreError> {
        file::must_be_short_enough(target)?;
        hefu_files::must_be_free(target)?;
        must_open(backup, key)?;
        let mut all = 0;
        let copied = hefu_files::copy_new_watched(backup, target, &mut |done, total| {
            all = total;
            report(done, total)
        })?;
        if copied.is_break() {
            return Err(StoreError::Cancelled);
        }
        let read = Self::open(target, key).and_then(|store| {
            let verified = store.verify_journal(None, &mut |_| report(all, all));
            store.close()?;
            verified
        });
        if read.is_err() {
            file::remove_new(target);
        }
        let verified = read?;
        Ok(Restored { path: target.to_owned(), entries: verified.entries, verdict: verified.verdict })
    }

    /// Errors: a page of the file is damaged, where it lies, which backup is sound.
    pub(crate) fn must_be_sound(&self) -> Result<(), StoreError> {
        must_be_sound(&self.path, &self.key, &self.salt)
    }

    /// The newest backup that this file's key opens and that has no damaged page.
    pub fn newest_sound_backup(&self) -> Option<PathBuf> {
        newest_sound(&self.path, &self.key)
    }

    /// Gives the file another key: a copy is written with it and put in the file's place, so that a crash leaves
    /// the old or the new file, never half of each. The copy is locked before it takes that place, and the old file
    /// until it has. The store is open with the new key afterwards.
    pub fn rekey(self, key: &RawKey, salt: &Salt) -> Result<Self, StoreError> {
        let path = self.path.clone();
        // A folder of its own: of an earlier change of key that was killed, SQLite would take the journal for this one's.
        let scratch = Scratch::beside(&path)?;
        let fresh = scratch.path().join("rekeyed.hefu");
        self.fold_in()?;
        hefu_files::copy_new(&path, &fresh)?;
        let changed = connect(&fresh, &self.key, &self.salt).and_then(|copy| {
            // Re-encrypting every page needs the rollback journal.
            copy.pragma_update(None, "journal_mode", "DELETE")?;
            copy.pragma_update(None, "rekey", key.pragma(salt).as_str())?;
            copy.close().map_err(|(_, error)| StoreError::Sqlite(error))
        });
        let claimed =
            changed.and_then(|()| Self::open(&fresh, key)?.close()).and_then(|()| Claim::of(&fresh));
        let claim = claimed.map_err(|error| error.at(&path))?;
        let before = Arc::clone(&self.claim);
        self.close()?;
        if !before.is_at(&path).map_err(|e| StoreError::io(&path, e))? {
            return Err(StoreError::Displaced(path));
        }
        hefu_files::replace(&fresh, &path)?;
        Self::open_claimed(claim.named(&path).with_its_log()?, key)
    }
}

pub(crate) fn must_be_sound(path: &Path, key: &RawKey, salt: &Salt) -> Result<(), StoreError> {
    let sound = file::must_be_wholly_sound(path, &Seals::of(key, salt));
    sound.map_err(|error| match error {
        StoreError::BadPage { path, page, .. } => {
            let backup = newest_sound(&path, key);
            StoreError::BadPage { path, page, backup }
        }
        other => other,
    })
}

/// Errors: the key is not the backup's; a page of it is damaged.
fn must_open(backup: &Path, key: &RawKey) -> Result<(), StoreError> {
    file::must_be_plausible(backup)?;
    let seals = Seals::of(key, &salt_of(backup)?);
    let first =
        File::open(backup).and_then(|file| first_page(&file)).map_err(|e| StoreError::io(backup, e))?;
    if !first.is_some_and(|first| seals.fit(&first, 1)) && !file::is_under(backup, &seals) {
        return Err(StoreError::WrongKey(backup.to_owned()));
    }
    file::must_be_wholly_sound(backup, &seals)
}
