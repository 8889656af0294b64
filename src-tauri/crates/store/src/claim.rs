//! One workspace, one process. SQLite's own lock alone does not see to it: on Unix a process gives up its locks on a
//! file when it closes any handle of it, which copying the file for a backup does. This lock is on an empty file
//! beside it, which nothing else opens.

use std::fs::{File, OpenOptions, TryLockError};
use std::path::{Path, PathBuf};

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
                // Whoever had it may have taken the file away in between: then the lock is on nothing.
                Ok(()) if !path.exists() => {}
                // A disk that knows no locks leaves SQLite's own.
                Ok(()) | Err(TryLockError::Error(_)) => return Ok(Self { path, _held: held }),
                Err(TryLockError::WouldBlock) => return Err(StoreError::InUse(workspace.to_owned())),
            }
        }
    }
}

impl Drop for Claim {
    fn drop(&mut self) {
        // An empty file that stays is no harm: the next to open the workspace takes it over.
        let _ = std::fs::remove_file(&self.path);
    }
}
