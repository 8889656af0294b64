//! The workspace as a file: what it cannot be, and what to do with a damaged one.

use std::path::{Path, PathBuf};

use rusqlite::ErrorCode;

use crate::backup;
use crate::error::StoreError;
use crate::key::{RawKey, Salt, salt_of};

/// SQLCipher's page; no workspace is shorter.
const PAGE: u64 = 4096;

/// How files of other kinds begin. An encrypted file begins with its random salt.
const FOREIGN: [&[u8]; 6] =
    [b"SQLite format 3", b"%PDF-", b"PK\x03\x04", b"\x89PNG", b"\xff\xd8\xff", b"<?xml"];

pub(crate) fn must_be_plausible(path: &Path) -> Result<(), StoreError> {
    let meta = std::fs::metadata(path).map_err(|e| StoreError::io(path, e))?;
    let salt = if meta.is_file() && meta.len() >= PAGE { salt_of(path)? } else { Salt::default() };
    if salt == Salt::default() || FOREIGN.iter().any(|magic| salt.starts_with(magic)) {
        return Err(StoreError::NotAWorkspace(path.to_owned()));
    }
    Ok(())
}

/// What a failed opening means. The key is known to be right when it opens a backup of the same salt: then the
/// file is damaged and is set aside, never deleted.
pub(crate) fn diagnose(path: &Path, key: &RawKey, salt: &Salt, error: rusqlite::Error) -> StoreError {
    let code = error.sqlite_error_code();
    let good = || backup::newest_opening_with(path, key, salt);
    match code {
        Some(ErrorCode::NotADatabase) => match good() {
            Some(backup) => set_aside(path, Some(backup)),
            None => StoreError::WrongKey(path.to_owned()),
        },
        Some(ErrorCode::DatabaseCorrupt) => set_aside(path, good()),
        // Where the log beside the file cannot be made, SQLite speaks of a failing disk.
        Some(ErrorCode::SystemIoFailure) => match try_the_folder(path) {
            Err(refused) => StoreError::io(path, refused),
            Ok(()) => StoreError::Sqlite(error),
        },
        _ => StoreError::Sqlite(error),
    }
}

/// Makes a file beside the workspace and takes it away again.
fn try_the_folder(path: &Path) -> std::io::Result<()> {
    let probe = with_suffix(path, "-probe");
    std::fs::OpenOptions::new().write(true).create_new(true).open(&probe)?;
    std::fs::remove_file(probe)
}

fn set_aside(path: &Path, backup: Option<PathBuf>) -> StoreError {
    let aside = free_name(path, "damaged");
    if let Err(error) = std::fs::rename(path, &aside) {
        return StoreError::io(path, error);
    }
    for suffix in ["-wal", "-shm", "-journal"] {
        let (from, to) = (with_suffix(path, suffix), with_suffix(&aside, suffix));
        if from.exists()
            && let Err(error) = std::fs::rename(&from, &to)
        {
            return StoreError::io(&from, error);
        }
    }
    StoreError::Damaged { path: path.to_owned(), aside, backup }
}

/// `name.damaged-1.hefu`, with the first number that is free.
fn free_name(path: &Path, word: &str) -> PathBuf {
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    (1u32..)
        .map(|n| path.with_file_name(format!("{stem}.{word}-{n}.hefu")))
        .find(|candidate| !candidate.exists())
        .unwrap_or_else(|| path.with_extension(word))
}

pub(crate) fn with_suffix(path: &Path, suffix: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(suffix);
    PathBuf::from(name)
}

/// Removes a file that creating began and could not finish, and what SQLite left beside it.
pub(crate) fn remove_new(path: &Path) {
    for suffix in ["", "-wal", "-shm", "-journal"] {
        // A leftover that cannot be removed is empty; the error that ended creating is the one to tell.
        let _ = std::fs::remove_file(with_suffix(path, suffix));
    }
}
