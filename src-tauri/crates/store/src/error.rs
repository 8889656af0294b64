use std::path::PathBuf;

use crate::journal::Entry;

/// Why the store did nothing. Whatever the error, what was acknowledged before is kept.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    #[error("no file at {0}")]
    NoFile(PathBuf),
    #[error("a file stands at {0} already")]
    AlreadyThere(PathBuf),
    #[error("wrong key for {0}")]
    WrongKey(PathBuf),
    #[error("{0} is no workspace")]
    NotAWorkspace(PathBuf),
    #[error("{path} has format {format}, newer than {known}")]
    Newer { path: PathBuf, format: u32, known: u32 },
    #[error("{path} is damaged and was set aside as {aside}")]
    Damaged { path: PathBuf, aside: PathBuf, backup: Option<PathBuf> },
    #[error("another process has {0} open")]
    InUse(PathBuf),
    #[error("{0} cannot be written")]
    ReadOnly(PathBuf),
    #[error("the disk of {0} is full")]
    DiskFull(PathBuf),
    #[error("no {noun} with this identity")]
    NotFound { noun: &'static str },
    #[error("{noun} {number} exists already")]
    NumberTaken { noun: String, number: String },
    #[error("the record is still used")]
    StillUsed,
    #[error("nothing to undo")]
    NothingToUndo,
    #[error("nothing to redo")]
    NothingToRedo,
    #[error("changed since by {}", later.act)]
    ChangedSince { later: Box<Entry> },
    #[error("{path}: {source}")]
    Io { path: PathBuf, source: std::io::Error },
    #[error("cancelled")]
    Cancelled,
    #[error("{place} is not what was exported")]
    ExportChanged { place: String },
    #[error("key derivation: {0}")]
    Derivation(argon2::Error),
    #[error(transparent)]
    Sqlite(rusqlite::Error),
    #[error("a row does not have its record's shape: {0}")]
    Shape(#[from] serde_json::Error),
}

impl From<rusqlite::Error> for StoreError {
    /// A full disk is known wherever it shows. Which disk it is the caller adds, who knows the file.
    fn from(error: rusqlite::Error) -> Self {
        match error.sqlite_error_code() {
            Some(rusqlite::ErrorCode::DiskFull) => Self::DiskFull(PathBuf::new()),
            // Only what asked for progress and was told to stop interrupts.
            Some(rusqlite::ErrorCode::OperationInterrupted) => Self::Cancelled,
            _ => Self::Sqlite(error),
        }
    }
}

impl StoreError {
    pub(crate) fn io(path: &std::path::Path, source: std::io::Error) -> Self {
        use std::io::ErrorKind::*;
        let path = path.to_owned();
        match source.kind() {
            NotFound => Self::NoFile(path),
            AlreadyExists => Self::AlreadyThere(path),
            PermissionDenied | ReadOnlyFilesystem => Self::ReadOnly(path),
            StorageFull | QuotaExceeded => Self::DiskFull(path),
            _ => Self::Io { path, source },
        }
    }
}
