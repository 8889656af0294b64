//! Why the store did nothing.

use std::path::{Path, PathBuf};

use hefu_domain::text::Words;
use hefu_files::{FileError, Why};
use hefu_reading::Unread;
use rusqlite::ErrorCode;

use crate::entry::Entry;

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
    #[error("a page of {path} is damaged: {page:?}")]
    BadPage { path: PathBuf, page: Option<u32>, backup: Option<PathBuf> },
    #[error("what lay beside {path} was of another state and is kept as {kept}")]
    LogSetAside { path: PathBuf, kept: PathBuf, state: Kept },
    #[error("the log of {path} is damaged; the whole of it is kept as {kept}")]
    LogDamaged { path: PathBuf, kept: PathBuf },
    #[error("{0} is no longer the file that was opened")]
    Displaced(PathBuf),
    #[error("{path} was replaced while it was open; what was written is kept as {kept}")]
    Replaced { path: PathBuf, kept: PathBuf, state: Kept },
    #[error("{0} has another name elsewhere")]
    SeveralNames(PathBuf),
    #[error("another process has {0} open")]
    InUse(PathBuf),
    #[error("{0} cannot be written")]
    ReadOnly(PathBuf),
    #[error("the disk of {0} is full")]
    DiskFull(PathBuf),
    #[error("no {noun} with this identity")]
    NotFound { noun: &'static str },
    #[error("no {noun} there: it is of another owner, or named and not kept")]
    Elsewhere { noun: String },
    #[error("{noun} {number} exists already")]
    NumberTaken { noun: String, number: String },
    #[error("{noun} {label:?} was changed meanwhile in {fields:?}")]
    ChangedMeanwhile { noun: &'static str, label: Words, fields: Vec<String> },
    #[error("the record is still used")]
    StillUsed,
    #[error("nothing to undo")]
    NothingToUndo,
    #[error("nothing to redo")]
    NothingToRedo,
    #[error("changed since by {}", later.act)]
    ChangedSince { later: Box<Entry> },
    /// Another thing stands against a path.
    #[error(transparent)]
    File(FileError),
    #[error("{0} is no plain file")]
    NotAFile(PathBuf),
    #[error("{path} is larger than {limit} bytes")]
    TooLarge { path: PathBuf, limit: u64 },
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

/// What is kept of a state that another program pushed aside.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kept {
    /// A workspace, which opens with its key.
    Whole,
    /// What was written on top of a file that is gone. Beside that file, under its name, it opens with it.
    LogAlone,
}

impl From<rusqlite::Error> for StoreError {
    /// A full disk and a record of another owner are known wherever they show. Which disk it is the caller adds, who knows the file.
    fn from(error: rusqlite::Error) -> Self {
        if let Some(noun) = elsewhere(&error) {
            return Self::Elsewhere { noun };
        }
        match error.sqlite_error_code() {
            Some(ErrorCode::DiskFull) => Self::DiskFull(PathBuf::new()),
            Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase) => {
                Self::BadPage { path: PathBuf::new(), page: None, backup: None }
            }
            // Only what asked for progress and was told to stop interrupts.
            Some(ErrorCode::OperationInterrupted) => Self::Cancelled,
            _ => Self::Sqlite(error),
        }
    }
}

impl From<FileError> for StoreError {
    fn from(FileError { path, why }: FileError) -> Self {
        match why {
            Why::NoFile => Self::NoFile(path),
            Why::AlreadyThere => Self::AlreadyThere(path),
            Why::NotAllowed => Self::ReadOnly(path),
            Why::DiskFull => Self::DiskFull(path),
            why => Self::File(FileError { path, why }),
        }
    }
}

impl StoreError {
    pub(crate) fn unread(path: &Path, error: Unread) -> Self {
        match error {
            Unread::Io(error) => Self::io(path, error),
            Unread::NotAFile => Self::NotAFile(path.to_owned()),
            Unread::TooLarge { limit } => Self::TooLarge { path: path.to_owned(), limit },
        }
    }

    pub(crate) fn io(path: &Path, source: std::io::Error) -> Self {
        FileError::of(path, source).into()
    }

    /// What SQLite failed with, where a person can do something about it. It knows no file: the path is empty.
    pub fn known(self) -> Self {
        use rusqlite::ErrorCode::*;
        let error = match self {
            Self::Sqlite(error) => error,
            other => return other,
        };
        if matches!(error, rusqlite::Error::QueryReturnedNoRows) {
            return Self::NotFound { noun: "record" };
        }
        match error.sqlite_error_code() {
            Some(ReadOnly | PermissionDenied | CannotOpen) => Self::ReadOnly(PathBuf::new()),
            Some(DatabaseBusy | DatabaseLocked | FileLockingProtocolFailed) => Self::InUse(PathBuf::new()),
            Some(SystemIoFailure) => Self::File(FileError::new(Path::new(""), Why::OutOfReach)),
            _ => Self::Sqlite(error),
        }
    }

    /// Names the file that a full disk was met at, where SQLite alone knew it.
    pub(crate) fn at(self, path: &Path) -> Self {
        match self {
            Self::DiskFull(unknown) if unknown.as_os_str().is_empty() => Self::DiskFull(path.to_owned()),
            error => error,
        }
    }
}

/// How a trigger begins what it says; the noun that is not there follows.
pub(crate) const ELSEWHERE: &str = "elsewhere: ";

/// The noun of which a trigger said that it is not there.
fn elsewhere(error: &rusqlite::Error) -> Option<String> {
    match error {
        rusqlite::Error::SqliteFailure(_, Some(said)) => said.strip_prefix(ELSEWHERE).map(str::to_owned),
        _ => None,
    }
}

/// Whether a reference led nowhere.
pub(crate) fn is_unmet(error: &rusqlite::Error) -> bool {
    matches!(error, rusqlite::Error::SqliteFailure(e, _)
        if e.extended_code == rusqlite::ffi::SQLITE_CONSTRAINT_FOREIGNKEY)
}

/// A commit that fails because others hang on a removed row, or because the disk is full, says so.
pub(crate) fn disk(error: rusqlite::Error, path: &Path) -> StoreError {
    use rusqlite::ErrorCode::*;
    match &error {
        _ if is_unmet(&error) => StoreError::StillUsed,
        rusqlite::Error::SqliteFailure(e, _) => match e.code {
            DiskFull => StoreError::DiskFull(path.to_owned()),
            ReadOnly => StoreError::ReadOnly(path.to_owned()),
            DatabaseBusy | DatabaseLocked => StoreError::InUse(path.to_owned()),
            _ => error.into(),
        },
        _ => error.into(),
    }
}
