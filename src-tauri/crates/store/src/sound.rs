//! Whether a file is a workspace, and whether its pages are as they were written.

use std::path::Path;

use crate::error::StoreError;
use crate::key::{Salt, salt_of};
use crate::page::{PAGE, Seals};

/// How files of other kinds begin. An encrypted file begins with its random salt.
const FOREIGN: [&[u8]; 6] =
    [b"SQLite format 3", b"%PDF-", b"PK\x03\x04", b"\x89PNG", b"\xff\xd8\xff", b"<?xml"];

/// Pages that are read through when a file is opened: 64 MiB. A larger one is read through before it is backed up.
const AT_ONCE: u32 = 16_384;

/// Pages that are tried for whether a key is this file's, though its first is damaged.
const TRIED: u32 = 8;

pub(crate) fn must_be_plausible(path: &Path) -> Result<(), StoreError> {
    let meta = std::fs::metadata(path).map_err(|e| StoreError::io(path, e))?;
    let salt = if meta.is_file() && meta.len() >= PAGE as u64 { salt_of(path)? } else { Salt::default() };
    if salt == Salt::default() || FOREIGN.iter().any(|magic| salt.starts_with(magic)) {
        return Err(StoreError::NotAWorkspace(path.to_owned()));
    }
    Ok(())
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

/// Whether pages of the file are sealed under this key, whatever became of its first.
pub(crate) fn is_under(path: &Path, seals: &Seals) -> bool {
    seals.any_fits(path, 2..=TRIED).unwrap_or(false)
}
