//! What lies beside a file that is being opened, and is not of it: the log or journal of another state, that SQLite
//! would apply. Nothing of that is removed: it is kept under another name, and where the state it was written for
//! still lies about, the two are put together again.

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

use crate::backups;
use crate::claim::{Claim, first_page};
use crate::error::{Kept, StoreError};
use crate::key::RawKey;
use crate::log::Log;
use crate::names::{free_name, with_suffix};
use crate::page::{self, Seals};
use crate::store::Store;

/// States that are looked at, at most.
const CANDIDATES: usize = 60;

/// Sees to it that SQLite finds nothing beside the file but a log that was written on top of it.
/// Errors: there was something else, which now lies under the name told; it cannot be read.
pub(crate) fn settle(claim: &Claim, key: &RawKey, seals: &Seals) -> Result<(), StoreError> {
    let path = claim.path();
    let journal = with_suffix(path, "-journal");
    if lies_there(&journal).map_err(|e| StoreError::io(&journal, e))? == Lies::Something {
        return Err(set_aside(path, &journal, "-journal"));
    }
    let log = with_suffix(path, "-wal");
    match lies_there(&log).map_err(|e| StoreError::io(&log, e))? {
        Lies::Nothing => Ok(()),
        Lies::Something if log.is_file() => goes_on(claim, &log, key, seals),
        Lies::Something => Err(set_aside(path, &log, "-wal")),
    }
}

/// Whether a log beside the file holds a first page under this key: the file's own may be torn, if the power went
/// while the log was folded into it.
pub(crate) fn heals(claim: &Claim, seals: &Seals) -> bool {
    Log::read(&with_suffix(claim.path(), "-wal"), seals).is_ok_and(|log| log.holds_first_page(seals))
}

fn goes_on(claim: &Claim, log: &Path, key: &RawKey, seals: &Seals) -> Result<(), StoreError> {
    let lift = |e| StoreError::io(log, e);
    let read = Log::read(log, seals).map_err(lift)?;
    if read.is_empty() {
        return Ok(());
    }
    let first = claim.first_page().map_err(lift)?;
    let path = claim.path();
    if read.whole > 0 && !first.is_some_and(|first| read.is_of(&first, key)) {
        return Err(match keep_log(path, log, &read, key) {
            Ok((kept, state)) => StoreError::LogSetAside { path: path.to_owned(), kept, state },
            Err(error) => error,
        });
    }
    if read.is_damaged {
        // The whole of it is kept before it is cut back to what can be read.
        let kept = with_suffix(&free_name(path, "kept"), "-wal");
        hefu_files::copy_aside(log, &kept)?;
        hefu_files::cut(log, read.whole)?;
        return Err(StoreError::LogDamaged { path: path.to_owned(), kept });
    }
    Ok(())
}

/// Takes a log away from beside the file at `path`, and puts it on the state it was written for when that is found
/// among the backups and the files of the folder. Gives back where it is kept now.
pub(crate) fn keep_log(
    path: &Path,
    log: &Path,
    read: &Log,
    key: &RawKey,
) -> Result<(PathBuf, Kept), StoreError> {
    let kept = free_name(path, "kept");
    let kept_log = with_suffix(&kept, "-wal");
    hefu_files::set_aside(log, &kept_log)?;
    for candidate in candidates(path) {
        let first = File::open(&candidate).and_then(|file| first_page(&file));
        if !matches!(first, Ok(Some(first)) if read.is_of(&first, key) && page::mark_in(&first, key) != 0) {
            continue;
        }
        hefu_files::copy_aside(&candidate, &kept)?;
        match Store::open(&kept, key).and_then(Store::close) {
            Ok(()) => return Ok((kept, Kept::Whole)),
            // The log stays; the copy is of a file that is still there.
            Err(_) => hefu_files::remove(&kept)?,
        }
    }
    Ok((kept_log, Kept::LogAlone))
}

/// Workspaces in the file's folder, as a program that synchronises leaves them, and its backups.
fn candidates(path: &Path) -> Vec<PathBuf> {
    let beside = path.parent().and_then(|folder| fs::read_dir(folder).ok()).into_iter().flatten();
    let beside = beside.filter_map(|entry| Some(entry.ok()?.path())).filter(|each| {
        each != path && each.is_file() && each.extension().is_some_and(|extension| extension == "hefu")
    });
    let backups = backups::in_folder(&backups::folder(path)).unwrap_or_default();
    beside.chain(backups.into_iter().map(|each| each.path)).take(CANDIDATES).collect()
}

fn set_aside(path: &Path, found: &Path, suffix: &str) -> StoreError {
    let kept = with_suffix(&free_name(path, "kept"), suffix);
    match hefu_files::set_aside(found, &kept) {
        Ok(()) => StoreError::LogSetAside { path: path.to_owned(), kept, state: Kept::LogAlone },
        Err(error) => error.into(),
    }
}

#[derive(PartialEq, Eq)]
pub(crate) enum Lies {
    /// Or a file without a byte, which SQLite takes for nothing.
    Nothing,
    Something,
}

pub(crate) fn lies_there(path: &Path) -> io::Result<Lies> {
    match fs::symlink_metadata(path) {
        Ok(meta) if meta.is_file() && meta.len() == 0 => Ok(Lies::Nothing),
        Ok(_) => Ok(Lies::Something),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Lies::Nothing),
        Err(error) => Err(error),
    }
}
