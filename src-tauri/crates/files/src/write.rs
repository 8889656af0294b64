//! Files for a place that a person chose.

use std::fs::{self, File};
use std::io::{self, BufWriter, ErrorKind, Read, Seek, Write};
use std::ops::ControlFlow;
use std::path::Path;

use tempfile::NamedTempFile;

use crate::error::{FileError, Why};
use crate::place::{Stands, cannot_make, folder_of, head_of, look, must_be_alike, must_be_free, open_plain};

/// What a file is called until it is whole. The six characters between are chosen so that nothing has the name.
pub(crate) const PREFIX: &str = ".hefu-";
const SUFFIX: &str = ".part";

/// Writes a file; one of the same kind that stands there is replaced.
/// Errors: nothing was written, and what stood there is as it was.
pub fn write(target: &Path, bytes: &[u8]) -> Result<(), FileError> {
    write_by(target, |file| file.write_all(bytes).map_err(|error| FileError::of(target, error)))
}

/// As [`write`], of bytes that `write` makes one after the other.
pub fn write_by<T, E: From<FileError>>(
    target: &Path,
    write: impl FnOnce(&mut BufWriter<&mut File>) -> Result<T, E>,
) -> Result<T, E> {
    let stands = look(target)?;
    let mut fresh = fresh(target)?;
    let value = fill(target, &mut fresh, write)?;
    match stands {
        Stands::Nothing => put_new(fresh, target)?,
        Stands::File => {
            let lift = |error| FileError::of(target, error);
            let file = fresh.as_file_mut();
            let head = file.rewind().and_then(|()| head_of(file)).map_err(lift)?;
            must_be_alike(target, &head)?;
            fresh.persist(target).map_err(|error| lift(error.error))?;
            sync_folder(target)?;
        }
    }
    Ok(value)
}

/// Writes a file where nothing stands. Errors: as [`write`]; something stands there.
pub fn write_new(target: &Path, bytes: &[u8]) -> Result<(), FileError> {
    match look(target)? {
        Stands::File => Err(FileError::new(target, Why::AlreadyThere)),
        Stands::Nothing => {
            let mut fresh = fresh(target)?;
            let lift = |error| FileError::of(target, error);
            fill(target, &mut fresh, |file| file.write_all(bytes).map_err(lift))?;
            put_new(fresh, target)
        }
    }
}

/// Copies a whole workspace to where nothing stands.
/// Errors: something stands there, or beside it as a part of it; what is copied is no plain file.
pub fn copy_new(from: &Path, target: &Path) -> Result<(), FileError> {
    must_be_free(target)?;
    copy_aside(from, target)
}

/// As [`copy_new`], telling after each piece how many bytes were copied, of how many. Breaking leaves nothing behind.
pub fn copy_new_watched(from: &Path, target: &Path, watch: Watch<'_>) -> Result<ControlFlow<()>, FileError> {
    must_be_free(target)?;
    copied(from, target, watch)
}

/// Copies a plain file of a workspace to a name that nothing has; what lies beside that name may belong to it.
/// Errors: something has the name; what is copied is no plain file.
pub fn copy_aside(from: &Path, target: &Path) -> Result<(), FileError> {
    copied(from, target, &mut |_, _| ControlFlow::Continue(())).map(|_| ())
}

/// Bytes that are copied between two times that a watcher is asked.
const PIECE: u64 = 4 << 20;

/// Told how many bytes are done, of how many; breaking cancels.
type Watch<'a> = &'a mut dyn FnMut(u64, u64) -> ControlFlow<()>;

fn copied(from: &Path, target: &Path, watch: Watch<'_>) -> Result<ControlFlow<()>, FileError> {
    let mut source = open_plain(from)?;
    let mut fresh = fresh(target)?;
    // Which of the two failed is not told apart; reading a file that is open seldom does.
    let lift = |error| FileError::of(target, error);
    let total = source.metadata().map_err(lift)?.len();
    let mut done = 0;
    loop {
        let piece = &mut Read::by_ref(&mut source).take(PIECE);
        let copied = io::copy(piece, fresh.as_file_mut()).map_err(lift)?;
        done += copied;
        if watch(done, total.max(done)).is_break() {
            return Ok(ControlFlow::Break(()));
        }
        if copied < PIECE {
            break;
        }
    }
    fresh.as_file().sync_all().map_err(lift)?;
    put_new(fresh, target).map(ControlFlow::Continue)
}

/// An empty file beside `target` that only its owner can read.
pub(crate) fn fresh(target: &Path) -> Result<NamedTempFile, FileError> {
    let folder = folder_of(target)?;
    let mut builder = tempfile::Builder::new();
    builder.prefix(PREFIX).suffix(SUFFIX);
    builder.tempfile_in(folder).map_err(|error| cannot_make(target, folder, error))
}

pub(crate) fn fill<T, E: From<FileError>>(
    target: &Path,
    fresh: &mut NamedTempFile,
    write: impl FnOnce(&mut BufWriter<&mut File>) -> Result<T, E>,
) -> Result<T, E> {
    let lift = |error| FileError::of(target, error);
    let mut out = BufWriter::new(fresh.as_file_mut());
    let value = write(&mut out)?;
    out.flush().map_err(lift)?;
    drop(out);
    fresh.as_file().sync_all().map_err(lift)?;
    Ok(value)
}

/// Gives a whole file its name. Errors: something has it meanwhile.
pub(crate) fn put_new(fresh: NamedTempFile, target: &Path) -> Result<(), FileError> {
    let lift = |error| FileError::of(target, error);
    match fresh.persist_noclobber(target) {
        Ok(_) => {}
        Err(failed) if failed.error.kind() == ErrorKind::AlreadyExists => return Err(lift(failed.error)),
        // A disk that knows neither hard links nor a renaming that spares what is there.
        Err(failed) if fs::symlink_metadata(target).is_err() => {
            failed.file.persist(target).map_err(|error| lift(error.error))?;
        }
        Err(failed) => return Err(lift(failed.error)),
    }
    sync_folder(target)
}

/// The name outlives a power cut only when the folder is synced, too.
#[cfg(unix)]
pub(crate) fn sync_folder(target: &Path) -> Result<(), FileError> {
    let synced = File::open(folder_of(target)?).and_then(|folder| folder.sync_all());
    match synced.map_err(|error| FileError::of(target, error)) {
        Err(FileError { path, why: why @ (Why::OutOfReach | Why::DiskFull) }) => Err(FileError { path, why }),
        // A folder that may be entered and not read, or lies on a disk that syncs no folders.
        _ => Ok(()),
    }
}

/// Windows opens no folder to be synced; the file system keeps its own log of names.
#[cfg(not(unix))]
pub(crate) fn sync_folder(_: &Path) -> Result<(), FileError> {
    Ok(())
}
