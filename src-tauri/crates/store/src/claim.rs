//! One workspace, one process. SQLite's own lock alone does not see to it: on Unix a process gives up its locks on a
//! file when it closes any handle of it, which copying the file for a backup does. This lock is on an empty file
//! beside it, which nothing else opens.

use std::fs::{File, OpenOptions, TryLockError};
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use same_file::Handle;

use crate::error::StoreError;
use crate::file::with_suffix;

/// Held as long as the workspace is open.
pub(crate) struct Claim {
    path: PathBuf,
    /// The lock goes with it.
    _held: File,
}

impl Claim {
    /// Errors: open elsewhere; the folder cannot be written.
    pub(crate) fn of(workspace: &Path) -> Result<Self, StoreError> {
        let path = with_suffix(workspace, "-lock");
        loop {
            let held = OpenOptions::new()
                .write(true)
                .create(true)
                .truncate(false)
                .open(&path)
                .map_err(|e| StoreError::io(workspace, e))?;
            match held.try_lock() {
                // Whoever had it may have taken the file away in between, and another made a new one: then the lock
                // is on nothing.
                Ok(()) if !is_at(&held, &path).map_err(|e| StoreError::io(workspace, e))? => {}
                // A disk that knows no locks leaves SQLite's own.
                Ok(()) | Err(TryLockError::Error(_)) => return Ok(Self { path, _held: held }),
                Err(TryLockError::WouldBlock) => return Err(StoreError::InUse(workspace.to_owned())),
            }
        }
    }
}

/// Whether this file is the one that lies there now.
fn is_at(held: &File, path: &Path) -> io::Result<bool> {
    match Handle::from_path(path) {
        Ok(there) => Ok(Handle::from_file(held.try_clone()?)? == there),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(false),
        Err(error) => Err(error),
    }
}

impl Drop for Claim {
    fn drop(&mut self) {
        // An empty file that stays is no harm: the next to open the workspace takes it over.
        let _ = std::fs::remove_file(&self.path);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_lock_on_a_file_that_was_replaced_is_a_lock_on_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("work.hefu-lock");
        let held = File::create(&path).unwrap();
        assert!(is_at(&held, &path).unwrap());
        std::fs::remove_file(&path).unwrap();
        assert!(!is_at(&held, &path).unwrap());
        let _another = File::create(&path).unwrap();
        assert!(!is_at(&held, &path).unwrap());
    }
}
