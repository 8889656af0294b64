//! What to do with a file that cannot be a workspace, or is a damaged one.

use std::path::{Path, PathBuf};

use rusqlite::ErrorCode;

use crate::backups;
use crate::claim::Claim;
use crate::error::StoreError;
use crate::key::{RawKey, Salt, salt_of};
use crate::names::{free_name, resolved, with_suffix};
use crate::page::Seals;
use crate::sound::{is_under, must_be_plausible};
use crate::store::Store;

/// Keys of earlier times that are tried, at most: one takes a fifth of a second.
const SALTS: usize = 3;

fn examine(path: &Path) -> Result<Salt, StoreError> {
    let path = resolved(path)?;
    match must_be_plausible(&path) {
        Ok(()) => salt_of(&path),
        Err(_) if is_headless(&path) && !backups::beside(&path).is_empty() => {
            // Nobody's work is pulled away from under it.
            let _claim = Claim::of(&path)?;
            Err(set_aside(&path, backups::beside(&path).into_iter().next()))
        }
        // That it is no plain file says more.
        Err(error) => Err(salt_of(&path).err().unwrap_or(error)),
    }
}

impl Store {
    /// The salt of the file, from its head. Links are followed.
    /// Errors: no file; no workspace; its head is gone while backups lie beside it (set aside).
    pub fn examine(path: &Path) -> Result<Salt, StoreError> {
        examine(path)
    }

    /// The salts of the file's backups, the newest one's first.
    pub fn salts_beside(path: &Path) -> Vec<Salt> {
        let Ok(path) = resolved(path) else { return Vec::new() };
        let mut salts = Vec::new();
        for salt in backups::beside(&path).iter().filter_map(|backup| salt_of(backup).ok()) {
            if !salts.contains(&salt) && salts.len() < SALTS {
                salts.push(salt);
            }
        }
        salts
    }

    /// Whether pages of the file are written under this key, whatever became of its first.
    pub fn is_under(path: &Path, key: &RawKey, salt: &Salt) -> bool {
        is_under(path, &Seals::of(key, salt))
    }

    /// Whether the file that lies there is the one that is open, by whatever link.
    pub fn is_at(&self, path: &Path) -> bool {
        self.claim.is_at(path).unwrap_or(false)
    }
}

/// No byte of a head is left, and so none of another kind of file.
fn is_headless(path: &Path) -> bool {
    let is_plain = std::fs::metadata(path).is_ok_and(|meta| meta.is_file());
    let is_short = || std::fs::metadata(path).is_ok_and(|meta| meta.len() < 16);
    is_plain && salt_of(path).map_or_else(|_| is_short(), |salt| salt == Salt::default())
}

/// Takes a damaged file out of the way, and offers the newest backup that is sound.
pub(crate) fn damaged(path: &Path, key: &RawKey) -> StoreError {
    set_aside(path, backups::newest_sound(path, key))
}

/// What it means that the first page does not open: the file is damaged and is set aside, never deleted, when other
/// pages of it do. With what salt they do, where the first page has lost its own, a backup says.
pub(crate) fn diagnose(path: &Path, key: &RawKey, salt: &Salt) -> StoreError {
    let salts = Store::salts_beside(path);
    if salts.iter().chain([salt]).any(|salt| is_under(path, &Seals::of(key, salt))) {
        return damaged(path, key);
    }
    StoreError::WrongKey(path.to_owned())
}

/// Why SQLite did not open it.
pub(crate) fn why(path: &Path, error: rusqlite::Error) -> StoreError {
    match error.sqlite_error_code() {
        // Where the log beside the file cannot be made, SQLite speaks of a failing disk.
        Some(ErrorCode::SystemIoFailure) => match hefu_files::try_to_write(path) {
            Err(refused) => refused.into(),
            Ok(()) => StoreError::Sqlite(error),
        },
        _ => StoreError::Sqlite(error),
    }
}

/// Takes a damaged file, and its log, out of the way of a backup that is restored under its name.
pub(crate) fn set_aside(path: &Path, backup: Option<PathBuf>) -> StoreError {
    let aside = free_name(path, "damaged");
    let beside = ["-wal", "-journal"].map(|suffix| (with_suffix(path, suffix), with_suffix(&aside, suffix)));
    let there = beside.into_iter().filter(|(from, _)| from.exists());
    for (from, to) in [(path.to_owned(), aside.clone())].into_iter().chain(there) {
        if let Err(error) = hefu_files::set_aside(&from, &to) {
            return error.into();
        }
    }
    StoreError::Damaged { path: path.to_owned(), aside, backup }
}
