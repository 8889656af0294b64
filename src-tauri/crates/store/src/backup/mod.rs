//! Backups: whole copies of the encrypted file, made while it is locked, so that each opens with the key the
//! workspace had then.

pub(crate) mod copies;
mod rehearse;
mod rotate;

use std::path::{Path, PathBuf};

use chrono::{DateTime, NaiveDateTime, Utc};
use hefu_domain::backup::Label;

use crate::error::StoreError;
use crate::file::with_suffix;
use crate::journal::Head;
use crate::key::{RawKey, Salt, salt_of};
use crate::open::{Store, connect};

pub use rehearse::{Held, Rehearsal};
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
            .filter_map(|(dot, _)| NaiveDateTime::parse_from_str(stem.get(dot + 1..)?, STAMP).ok())
            .next();
        let made_at = match (&label, stamped) {
            (Some(label), _) => label.made_at,
            (None, Some(stamped)) => stamped.and_utc(),
            (None, None) => meta.modified().map_err(lift)?.into(),
        };
        Ok(Self { path: path.to_owned(), made_at, size: meta.len(), label })
    }
}

/// What was restored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Restored {
    pub path: PathBuf,
    pub entries: u64,
}

/// Where a workspace's backups lie: `name.backups` beside it.
pub(crate) fn folder(path: &Path) -> PathBuf {
    path.with_extension("backups")
}

/// Copies the file, whose log is folded in, under its name with `label`.
pub(crate) fn copy(path: &Path, folder: &Path, label: &str) -> Result<PathBuf, StoreError> {
    std::fs::create_dir_all(folder).map_err(|e| StoreError::io(folder, e))?;
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    let target = folder.join(format!("{stem}.{label}.hefu"));
    copy_whole(path, &target)?;
    Ok(target)
}

/// Under another name first, then renamed, so that a copy is whole or not there.
fn copy_whole(from: &Path, to: &Path) -> Result<(), StoreError> {
    let part = with_suffix(to, ".part");
    let lift = |e| StoreError::io(to, e);
    let copied = std::fs::copy(from, &part)
        .and_then(|_| std::fs::OpenOptions::new().write(true).open(&part)?.sync_all())
        .and_then(|()| std::fs::rename(&part, to));
    if copied.is_err() {
        // The half-made copy is of no use to anybody; the copying's own error is the one to tell.
        let _ = std::fs::remove_file(&part);
    }
    copied.map_err(lift)
}

/// The newest backup beside `path` of the same salt that opens with `key`.
pub(crate) fn newest_opening_with(path: &Path, key: &RawKey, salt: &Salt) -> Option<PathBuf> {
    let backups = in_folder(&folder(path)).ok()?;
    backups.into_iter().map(|backup| backup.path).find(|backup| {
        salt_of(backup).is_ok_and(|found| found == *salt) && connect(backup, key, salt).is_ok()
    })
}

/// Newest first. No folder, no backups.
fn in_folder(folder: &Path) -> Result<Vec<BackupFile>, StoreError> {
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
        let heads = self.heads()?;
        self.fold_in()?;
        let path = match target {
            None => {
                let stamp = now.format(STAMP).to_string();
                copy(&self.path, &self.backup_folder(), &stamp)?
            }
            Some(target) if target.exists() => return Err(StoreError::AlreadyThere(target.to_owned())),
            Some(target) => {
                copy_whole(&self.path, target)?;
                target.to_owned()
            }
        };
        Ok((BackupFile::at(&path)?, heads))
    }

    /// Restores a backup as a new file; nothing that exists is overwritten.
    pub fn restore(backup: &Path, key: &RawKey, target: &Path) -> Result<Restored, StoreError> {
        if target.exists() {
            return Err(StoreError::AlreadyThere(target.to_owned()));
        }
        // A log beside a file that is gone would be taken for the restored one's.
        crate::file::remove_new(target);
        copy_whole(backup, target)?;
        let opened = Self::open(target, key);
        if opened.is_err() {
            crate::file::remove_new(target);
        }
        let store = opened?;
        let entries = store.verify_journal(None, &mut |_| ())?.entries;
        store.close()?;
        Ok(Restored { path: target.to_owned(), entries })
    }

    /// Gives the file another key: a copy is written with it and put in the file's place, so that a crash leaves
    /// the old or the new file, never half of each. The store is open with the new key afterwards.
    pub fn rekey(self, key: &RawKey, salt: &Salt) -> Result<Self, StoreError> {
        let path = self.path.clone();
        let fresh = with_suffix(&path, ".rekey");
        self.fold_in()?;
        // A process that was killed over an earlier change of key leaves its journal: SQLite would roll the new
        // copy back to what that one held.
        crate::file::remove_new(&fresh);
        copy_whole(&path, &fresh)?;
        let changed = connect(&fresh, &self.key, &self.salt).and_then(|copy| {
            // Re-encrypting every page needs the rollback journal.
            copy.pragma_update(None, "journal_mode", "DELETE")?;
            copy.pragma_update(None, "rekey", key.pragma(salt).as_str())?;
            copy.close().map_err(|(_, error)| StoreError::Sqlite(error))
        });
        if let Err(error) = changed.and_then(|()| Self::open(&fresh, key)?.close()) {
            crate::file::remove_new(&fresh);
            return Err(error);
        }
        self.close()?;
        std::fs::rename(&fresh, &path).map_err(|e| StoreError::io(&path, e))?;
        Self::open(&path, key)
    }
}
