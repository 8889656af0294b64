//! Files of the programs' own: workspaces, settings, what SQLite is handed.

use std::fs::{self, File, OpenOptions};
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};

use crate::error::{FileError, Why};
use crate::folder::Scratch;
use crate::place::{cannot_make, folder_of, must_be_free, must_be_writable};
use crate::write::{fill, fresh, sync_folder};

/// Makes an empty file that only its owner can read, for SQLite to fill.
/// Errors: something stands there, a link to nowhere included, or something that SQLite would take for a part of it.
pub fn create_empty(path: &Path) -> Result<File, FileError> {
    let folder = folder_of(path)?;
    must_be_free(path)?;
    let mut options = OpenOptions::new();
    options.read(true).write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path).map_err(|error| cannot_make(path, folder, error))
}

/// Writes a file that belongs to the program, whatever stands there; through a link, what it leads to is replaced.
pub fn keep(path: &Path, bytes: &[u8]) -> Result<(), FileError> {
    let real = behind(path)?;
    let mut fresh = fresh(&real)?;
    let lift = |error| FileError::of(path, error);
    fill(path, &mut fresh, |file| file.write_all(bytes).map_err(lift))?;
    keep_rights(&fresh, &real).map_err(lift)?;
    fresh.persist(&real).map_err(|error| lift(error.error))?;
    sync_folder(&real)
}

/// What is executable or shared stays so.
fn keep_rights(fresh: &tempfile::NamedTempFile, real: &Path) -> std::io::Result<()> {
    match fs::metadata(real) {
        Ok(meta) => fresh.as_file().set_permissions(meta.permissions()),
        Err(_) => Ok(()),
    }
}

/// Puts a whole file of the same disk in the place of another, in one step: a crash leaves the one or the other.
pub fn replace(with: &Path, path: &Path) -> Result<(), FileError> {
    let real = behind(path)?;
    fs::rename(with, &real).map_err(|error| FileError::of(path, error))?;
    sync_folder(&real)
}

/// What a link leads to; a path that is none, as it is.
fn behind(path: &Path) -> Result<PathBuf, FileError> {
    match fs::symlink_metadata(path) {
        Ok(meta) if meta.is_symlink() => fs::canonicalize(path).map_err(|error| FileError::of(path, error)),
        _ => Ok(path.to_owned()),
    }
}

/// Whether a file, and others beside it, could be written. Nothing is. Errors: one of the two could not.
pub fn try_to_write(path: &Path) -> Result<(), FileError> {
    Scratch::beside(path)?;
    must_be_writable(path, &fs::metadata(path).map_err(|error| FileError::of(path, error))?)
}

/// Gives a file another name that nothing has. Errors: something has it.
pub fn set_aside(path: &Path, aside: &Path) -> Result<(), FileError> {
    if fs::symlink_metadata(aside).is_ok() {
        return Err(FileError::new(aside, Why::AlreadyThere));
    }
    fs::rename(path, aside).map_err(|error| FileError::of(path, error))?;
    sync_folder(aside)
}

/// Cuts a file of a workspace back to so many bytes.
pub fn cut(path: &Path, length: u64) -> Result<(), FileError> {
    let lift = |error| FileError::of(path, error);
    let file = OpenOptions::new().write(true).open(path).map_err(lift)?;
    file.set_len(length).and_then(|()| file.sync_all()).map_err(lift)
}

/// Removes a file that this program made. That it is gone already is no error.
pub fn remove(path: &Path) -> Result<(), FileError> {
    match fs::remove_file(path) {
        Err(error) if error.kind() != ErrorKind::NotFound => Err(FileError::of(path, error)),
        _ => Ok(()),
    }
}
