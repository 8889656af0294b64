//! The names of a workspace file and of what lies beside it.

use std::path::{Path, PathBuf};

use hefu_files::{FileError, Why};

use crate::error::StoreError;

/// Bytes of a file's name that leave room for `-journal` behind it: most disks end at 255.
pub(crate) const LONGEST: usize = 247;

/// The file itself, where it was come to by a link.
pub(crate) fn resolved(path: &Path) -> Result<PathBuf, StoreError> {
    let found = match std::fs::read_link(path) {
        Ok(_) => std::fs::canonicalize(path),
        Err(_) => std::fs::symlink_metadata(path).map(|_| path.to_owned()),
    };
    found.map_err(|e| StoreError::io(path, e))
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
