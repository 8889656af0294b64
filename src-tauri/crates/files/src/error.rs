//! Why a file was not written, as a person can act on it.

use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

/// What stood against a path. Nothing was written there, and what stood there is as it was.
#[derive(Debug, thiserror::Error)]
#[error("{path}: {why}")]
pub struct FileError {
    pub path: PathBuf,
    pub why: Why,
}

/// The kinds of reason that a person can do something about, and the rest.
#[derive(Debug, thiserror::Error)]
pub enum Why {
    #[error("no path was given")]
    Blank,
    #[error("the name is too long")]
    NameTooLong,
    #[error("the name has a character that names cannot have")]
    BadName,
    #[error("a symbolic link")]
    Link,
    #[error("a device, a pipe or a socket")]
    Special,
    #[error("a folder")]
    Folder,
    #[error("a workspace, a backup, or what belongs to one")]
    Workspace,
    #[error("a file of another kind")]
    OtherKind,
    #[error("something stands there already")]
    AlreadyThere,
    #[error("no such file")]
    NoFile,
    #[error("no such folder")]
    NoFolder,
    #[error("a part of the path is no folder")]
    NotAFolder,
    #[error("the file is marked as read-only")]
    WriteProtected,
    #[error("not allowed here")]
    NotAllowed,
    #[error("the disk is read-only")]
    ReadOnlyDisk,
    #[error("the disk is full")]
    DiskFull,
    #[error("larger than the disk takes")]
    TooLarge,
    #[error("used by another program")]
    Busy,
    #[error("the disk does not answer")]
    OutOfReach,
    #[error("{0}")]
    Other(io::Error),
}

impl FileError {
    pub fn new(path: &Path, why: Why) -> Self {
        Self { path: path.to_owned(), why }
    }

    /// What the operating system said of this path, by its kind.
    pub fn of(path: &Path, error: io::Error) -> Self {
        Self::new(path, Why::of(error))
    }
}

impl Why {
    fn of(error: io::Error) -> Self {
        match error.kind() {
            ErrorKind::NotFound => Self::NoFile,
            ErrorKind::AlreadyExists | ErrorKind::DirectoryNotEmpty => Self::AlreadyThere,
            ErrorKind::PermissionDenied => Self::NotAllowed,
            ErrorKind::ReadOnlyFilesystem => Self::ReadOnlyDisk,
            ErrorKind::StorageFull | ErrorKind::QuotaExceeded => Self::DiskFull,
            ErrorKind::FileTooLarge => Self::TooLarge,
            ErrorKind::InvalidFilename => Self::NameTooLong,
            // What was written came from this program's memory: what is not valid is the name.
            ErrorKind::InvalidInput => Self::BadName,
            ErrorKind::IsADirectory => Self::Folder,
            ErrorKind::NotADirectory => Self::NotAFolder,
            ErrorKind::ResourceBusy | ErrorKind::ExecutableFileBusy => Self::Busy,
            ErrorKind::StaleNetworkFileHandle
            | ErrorKind::HostUnreachable
            | ErrorKind::NetworkUnreachable
            | ErrorKind::NetworkDown
            | ErrorKind::NotConnected
            | ErrorKind::TimedOut => Self::OutOfReach,
            _ => by_number(&error).unwrap_or(Self::Other(error)),
        }
    }
}

/// What the standard library has no kind for.
#[cfg(unix)]
fn by_number(error: &io::Error) -> Option<Why> {
    use rustix::io::Errno;
    Some(match Errno::from_io_error(error)? {
        Errno::IO | Errno::NXIO | Errno::NODEV => Why::OutOfReach,
        Errno::LOOP => Why::Link,
        _ => return None,
    })
}

/// What the standard library has no kind for: violations of sharing and of locks, a name with a forbidden character, a
/// disk that was taken out.
#[cfg(windows)]
fn by_number(error: &io::Error) -> Option<Why> {
    Some(match error.raw_os_error()? {
        32 | 33 => Why::Busy,
        123 => Why::BadName,
        21 | 55 | 1167 => Why::OutOfReach,
        _ => return None,
    })
}
