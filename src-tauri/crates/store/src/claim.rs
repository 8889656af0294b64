//! One workspace, one process. The lock lies on the file itself, whatever it is called and by whichever link it was
//! come to. SQLite's own lock alone does not see to it: on Unix a process gives up those locks on a file when it closes
//! any handle of it, which copying the file for a backup does.

use std::fs::{File, Metadata, OpenOptions, TryLockError};
use std::io::{self, ErrorKind, Read, Seek};
use std::path::{Path, PathBuf};

use crate::error::StoreError;
use crate::names::with_suffix;
use crate::page::{PAGE, Page};

/// Held as long as the workspace is open.
pub(crate) struct Claim {
    path: PathBuf,
    /// The lock goes with it.
    held: Held,
}

/// The file as it is held, and which one it is.
#[cfg(unix)]
type Held = File;

/// Where it lies beyond every byte of a file, so that nothing that is read or copied meets it.
#[cfg(windows)]
type Held = file_guard::FileGuard<std::sync::Arc<File>>;

/// How often it is tried again when the file is exchanged just then.
const TRIES: u32 = 100;

impl Claim {
    /// Errors: open elsewhere; no such file; it cannot be written.
    pub(crate) fn of(path: &Path) -> Result<Self, StoreError> {
        let lift = |e| StoreError::io(path, e);
        for _ in 0..TRIES {
            let file = OpenOptions::new().read(true).write(true).open(path).map_err(lift)?;
            let claim = Self { path: path.to_owned(), held: lock(file, path)? };
            // Whoever had it may have put another file in its place: then the lock is on what is no longer there.
            if claim.is_at(path).map_err(lift)? {
                return Ok(claim);
            }
        }
        Err(StoreError::InUse(path.to_owned()))
    }

    pub(crate) fn path(&self) -> &Path {
        &self.path
    }

    /// The same file under the name it has now.
    pub(crate) fn named(self, path: &Path) -> Self {
        Self { path: path.to_owned(), ..self }
    }

    /// Whether the file that lies there is this one, by whatever link.
    pub(crate) fn is_at(&self, path: &Path) -> io::Result<bool> {
        match is_same(&self.held, path) {
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(false),
            other => other,
        }
    }

    pub(crate) fn size(&self) -> io::Result<u64> {
        Ok(self.held.metadata()?.len())
    }

    /// Its first page as it lies on the disk; none where it is shorter.
    pub(crate) fn first_page(&self) -> io::Result<Option<Page>> {
        first_page(&self.held)
    }

    /// Writes the whole of it, as it is now, into `target`.
    pub(crate) fn copy_to(&self, target: &mut File) -> io::Result<()> {
        let mut from: &File = &self.held;
        from.rewind()?;
        io::copy(&mut from, target)?;
        target.sync_all()
    }

    /// The file under the name whose log it goes on in. What another program renamed, or gave a second name, and was
    /// being written when its process was killed, has its log beside the name it was opened by.
    /// Errors: it has a second name that nothing can be kept of.
    pub(crate) fn with_its_log(self) -> Result<Self, StoreError> {
        let lift = |e| StoreError::io(&self.path, e);
        let path = std::path::absolute(&self.path).map_err(lift)?;
        let known = name::read(&self.held);
        let log_is_at =
            |name: &Path| std::fs::metadata(with_suffix(name, "-wal")).is_ok_and(|log| log.len() > 0);
        if let Some(name) = known.as_ref().filter(|name| **name != path && log_is_at(name)) {
            if self.is_at(name).map_err(lift)? {
                return Ok(self.named(name));
            }
            if !name.exists() && !log_is_at(&path) {
                std::fs::rename(with_suffix(name, "-wal"), with_suffix(&path, "-wal")).map_err(lift)?;
            }
        }
        if known.as_deref() != Some(path.as_path())
            && name::keep(&self.held, &path).is_err()
            && names(&self.held) > 1
        {
            return Err(StoreError::SeveralNames(path));
        }
        Ok(self)
    }
}

pub(crate) fn first_page(mut file: &File) -> io::Result<Option<Page>> {
    let mut page = [0; PAGE];
    file.rewind()?;
    match file.read_exact(&mut page) {
        Ok(()) => Ok(Some(page)),
        Err(error) if error.kind() == ErrorKind::UnexpectedEof => Ok(None),
        Err(error) => Err(error),
    }
}

#[cfg(unix)]
fn lock(file: File, path: &Path) -> Result<Held, StoreError> {
    match file.try_lock() {
        // A disk that knows no locks leaves SQLite's own.
        Ok(()) | Err(TryLockError::Error(_)) => Ok(file),
        Err(TryLockError::WouldBlock) => Err(StoreError::InUse(path.to_owned())),
    }
}

#[cfg(windows)]
fn lock(file: File, path: &Path) -> Result<Held, StoreError> {
    let beyond = usize::MAX / 2;
    file_guard::try_lock(std::sync::Arc::new(file), file_guard::Lock::Exclusive, beyond, 1)
        .map_err(|_| StoreError::InUse(path.to_owned()))
}

#[cfg(unix)]
fn is_same(held: &File, path: &Path) -> io::Result<bool> {
    // Opening it would cost SQLite its locks when it is closed again.
    Ok(identity(&std::fs::metadata(path)?) == identity(&held.metadata()?))
}

#[cfg(windows)]
fn is_same(held: &File, path: &Path) -> io::Result<bool> {
    use same_file::Handle;
    Ok(Handle::from_path(path)? == Handle::from_file(held.try_clone()?)?)
}

/// Which file it is, whatever its name.
#[cfg(unix)]
pub(crate) fn identity(meta: &Metadata) -> (u64, u64) {
    use std::os::unix::fs::MetadataExt;
    (meta.dev(), meta.ino())
}

/// When it was made, which is as near as it comes without opening it.
#[cfg(windows)]
pub(crate) fn identity(meta: &Metadata) -> (u64, u64) {
    use std::os::windows::fs::MetadataExt;
    (meta.creation_time(), 0)
}

/// How many names it has.
#[cfg(unix)]
fn names(file: &File) -> u64 {
    use std::os::unix::fs::MetadataExt;
    file.metadata().map_or(1, |meta| meta.nlink())
}

#[cfg(windows)]
fn names(_: &File) -> u64 {
    1
}

/// The name it was last opened by, kept with the file itself where the disk can.
#[cfg(any(target_os = "linux", target_os = "macos"))]
mod name {
    use std::ffi::OsString;
    use std::fs::File;
    use std::io;
    use std::os::unix::ffi::{OsStrExt, OsStringExt};
    use std::path::{Path, PathBuf};

    use rustix::fs::{XattrFlags, fgetxattr, fsetxattr};

    const KEPT: &str = "user.hefu.name";

    /// As long as the system lets a path be.
    const LONGEST: usize = 4096;

    pub(super) fn read(file: &File) -> Option<PathBuf> {
        let mut name = vec![0; LONGEST];
        let length = fgetxattr(file, KEPT, name.as_mut_slice()).ok()?;
        name.truncate(length);
        Some(PathBuf::from(OsString::from_vec(name)))
    }

    pub(super) fn keep(file: &File, name: &Path) -> io::Result<()> {
        Ok(fsetxattr(file, KEPT, name.as_os_str().as_bytes(), XattrFlags::empty())?)
    }
}

#[cfg(not(any(target_os = "linux", target_os = "macos")))]
mod name {
    use std::fs::File;
    use std::io;
    use std::path::{Path, PathBuf};

    pub(super) fn read(_: &File) -> Option<PathBuf> {
        None
    }

    pub(super) fn keep(_: &File, _: &Path) -> io::Result<()> {
        Err(io::ErrorKind::Unsupported.into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_lock_on_a_file_that_was_replaced_is_a_lock_on_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("work.hefu");
        std::fs::write(&path, "one").unwrap();
        let claim = Claim::of(&path).unwrap();
        assert!(claim.is_at(&path).unwrap());
        assert!(matches!(Claim::of(&path), Err(StoreError::InUse(_))));
        std::fs::rename(&path, folder.path().join("away.hefu")).unwrap();
        assert!(!claim.is_at(&path).unwrap());
        std::fs::write(&path, "another").unwrap();
        assert!(!claim.is_at(&path).unwrap());
        assert!(Claim::of(&path).is_ok(), "another file is nobody's");
    }
}
