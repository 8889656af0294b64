//! The workspace as a file: what it cannot be, what is called beside it, and what to do with a damaged one.

use std::path::{Path, PathBuf};

use hefu_files::{FileError, Why};
use rusqlite::ErrorCode;

use crate::backup;
use crate::claim::Claim;
use crate::error::StoreError;
use crate::key::{RawKey, Salt, salt_of};
use crate::open::Store;
use crate::page::{PAGE, Seals};

/// How files of other kinds begin. An encrypted file begins with its random salt.
const FOREIGN: [&[u8]; 6] =
    [b"SQLite format 3", b"%PDF-", b"PK\x03\x04", b"\x89PNG", b"\xff\xd8\xff", b"<?xml"];

/// Bytes of a file's name that leave room for `-journal` behind it: most disks end at 255.
pub(crate) const LONGEST: usize = 247;

/// Pages that are read through when a file is opened: 64 MiB. A larger one is read through before it is backed up.
const AT_ONCE: u32 = 16_384;

/// Keys of earlier times that are tried, at most: one takes a fifth of a second.
const SALTS: usize = 3;

/// Pages that are tried for whether a key is this file's, though its first is damaged.
const TRIED: u32 = 8;

fn examine(path: &Path) -> Result<Salt, StoreError> {
    let path = resolved(path)?;
    match must_be_plausible(&path) {
        Ok(()) => salt_of(&path),
        Err(_) if is_headless(&path) && !backup::beside(&path).is_empty() => {
            // Nobody's work is pulled away from under it.
            let _claim = Claim::of(&path)?;
            Err(set_aside(&path, backup::beside(&path).into_iter().next()))
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
        for salt in backup::beside(&path).iter().filter_map(|backup| salt_of(backup).ok()) {
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

/// The file itself, where it was come to by a link.
pub(crate) fn resolved(path: &Path) -> Result<PathBuf, StoreError> {
    let found = match std::fs::read_link(path) {
        Ok(_) => std::fs::canonicalize(path),
        Err(_) => std::fs::symlink_metadata(path).map(|_| path.to_owned()),
    };
    found.map_err(|e| StoreError::io(path, e))
}

pub(crate) fn must_be_plausible(path: &Path) -> Result<(), StoreError> {
    let meta = std::fs::metadata(path).map_err(|e| StoreError::io(path, e))?;
    let salt = if meta.is_file() && meta.len() >= PAGE as u64 { salt_of(path)? } else { Salt::default() };
    if salt == Salt::default() || FOREIGN.iter().any(|magic| salt.starts_with(magic)) {
        return Err(StoreError::NotAWorkspace(path.to_owned()));
    }
    Ok(())
}

/// No byte of a head is left, and so none of another kind of file.
fn is_headless(path: &Path) -> bool {
    let is_plain = std::fs::metadata(path).is_ok_and(|meta| meta.is_file());
    let is_short = || std::fs::metadata(path).is_ok_and(|meta| meta.len() < 16);
    is_plain && salt_of(path).map_or_else(|_| is_short(), |salt| salt == Salt::default())
}

/// Errors: a page is not as it was written.
pub(crate) fn must_be_whole(path: &Path, seals: &Seals, pages: u32) -> Result<(), StoreError> {
    match seals.first_broken(path, pages.min(AT_ONCE)).map_err(|e| StoreError::io(path, e))? {
        None => Ok(()),
        broken => Err(StoreError::BadPage { path: path.to_owned(), page: broken, backup: None }),
    }
}

/// Every page of a file that is as long as it says it is. Errors: one is not as it was written.
pub(crate) fn must_be_wholly_sound(path: &Path, seals: &Seals) -> Result<(), StoreError> {
    let lift = |e| StoreError::io(path, e);
    let pages = std::fs::metadata(path).map_err(lift)?.len().div_ceil(PAGE as u64);
    match seals.first_broken(path, u32::try_from(pages).unwrap_or(u32::MAX)).map_err(lift)? {
        None => Ok(()),
        broken => Err(StoreError::BadPage { path: path.to_owned(), page: broken, backup: None }),
    }
}

/// Whether no page of it is known to be damaged.
pub(crate) fn is_wholly_sound(path: &Path, seals: &Seals) -> bool {
    !matches!(must_be_wholly_sound(path, seals), Err(StoreError::BadPage { .. }))
}

/// Takes a damaged file out of the way, and offers the newest backup that is sound.
pub(crate) fn damaged(path: &Path, key: &RawKey) -> StoreError {
    set_aside(path, backup::newest_sound(path, key))
}

/// Whether pages of the file are sealed under this key, whatever became of its first.
pub(crate) fn is_under(path: &Path, seals: &Seals) -> bool {
    seals.any_fits(path, 2..=TRIED).unwrap_or(false)
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

/// `name.damaged-1.hefu`, with the first number that is free.
pub(crate) fn free_name(path: &Path, word: &str) -> PathBuf {
    (1u32..)
        .map(|n| path.with_file_name(named(path, &format!(".{word}-{n}.hefu"), LONGEST)))
        .find(|candidate| is_free(candidate))
        .unwrap_or_else(|| path.with_extension(word))
}

fn is_free(candidate: &Path) -> bool {
    ["", "-wal", "-journal"]
        .iter()
        .all(|suffix| std::fs::symlink_metadata(with_suffix(candidate, suffix)).is_err())
}

/// The file's name without its ending, as much of it as leaves room for `ending` within so many bytes.
pub(crate) fn named(path: &Path, ending: &str, longest: usize) -> String {
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    format!("{}{ending}", &stem[..stem.floor_char_boundary(longest.saturating_sub(ending.len()))])
}

/// Errors: no name is left for the log of a file of this name.
pub(crate) fn must_be_short_enough(path: &Path) -> Result<(), StoreError> {
    match path.file_name().is_some_and(|name| name.len() > LONGEST) {
        true => Err(FileError::new(path, Why::NameTooLong).into()),
        false => Ok(()),
    }
}

pub(crate) fn with_suffix(path: &Path, suffix: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(suffix);
    PathBuf::from(name)
}

/// Removes a file that creating began and could not finish, and what SQLite left beside it.
pub(crate) fn remove_new(path: &Path) {
    for suffix in ["", "-wal", "-journal"] {
        // A leftover that cannot be removed is empty; the error that ended creating is the one to tell.
        let _ = hefu_files::remove(&with_suffix(path, suffix));
    }
}
