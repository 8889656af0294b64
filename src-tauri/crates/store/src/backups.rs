//! The files of backups: where they lie, what their names say, and which of them are sound.

use std::path::{Path, PathBuf};

use chrono::{DateTime, NaiveDateTime, Utc};
use hefu_chain::hex;
use hefu_domain::backup::Label;
use hefu_files::{FileError, Why};
use sha2::{Digest, Sha256};

use crate::error::StoreError;
use crate::key::{RawKey, Salt, salt_of};
use crate::page::Seals;
use crate::{names, sound};

/// A backup on disk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BackupFile {
    pub path: PathBuf,
    /// As its name says, else when the file was last written.
    pub made_at: DateTime<Utc>,
    pub size: u64,
    /// What its name says, when Hefu made it unasked.
    pub label: Option<Label>,
}

/// How a backup is named that a person made: its moment.
pub(crate) const STAMP: &str = "%Y%m%dT%H%M%S%.3fZ";

impl BackupFile {
    pub(crate) fn at(path: &Path) -> Result<Self, StoreError> {
        let lift = |e| StoreError::io(path, e);
        let meta = std::fs::metadata(path).map_err(lift)?;
        let stem = path.file_stem().unwrap_or_default().to_string_lossy();
        let label: Option<Label> =
            stem.rfind(".auto-").and_then(|dot| stem.get(dot + 1..)).and_then(|name| name.parse().ok());
        let stamped = stem
            .match_indices('.')
            .filter_map(|(dot, _)| {
                NaiveDateTime::parse_from_str(unnumbered(stem.get(dot + 1..)?), STAMP).ok()
            })
            .next();
        let made_at = match (&label, stamped) {
            (Some(label), _) => label.made_at,
            (None, Some(stamped)) => stamped.and_utc(),
            (None, None) => meta.modified().map_err(lift)?.into(),
        };
        Ok(Self { path: path.to_owned(), made_at, size: meta.len(), label })
    }
}

/// A stamp ends in a letter: what follows a hyphen is the number of a name that was taken.
fn unnumbered(stamp: &str) -> &str {
    match stamp.rsplit_once('-') {
        Some((stamp, number)) if number.bytes().all(|digit| digit.is_ascii_digit()) => stamp,
        _ => stamp,
    }
}

/// Bytes of a name on most disks.
const LONGEST: usize = 255;

/// Where a workspace's backups lie: `name.backups` beside it, with as much of the name as there is room for.
pub(crate) fn folder(path: &Path) -> PathBuf {
    let whole = path.with_extension("backups");
    if whole.file_name().is_none_or(|name| name.len() <= LONGEST) {
        return whole;
    }
    let stem = path.file_stem().unwrap_or_default();
    let digest = hex(&Sha256::digest(stem.as_encoded_bytes()));
    path.with_file_name(names::named(path, &format!("~{}.backups", &digest[..8]), LONGEST))
}

/// Copies the file, whose log is folded in, under its name with `label`; with a number after it where another backup
/// has that name already.
pub(crate) fn copy(path: &Path, folder: &Path, label: &str) -> Result<PathBuf, StoreError> {
    hefu_files::make_folder(folder)?;
    let mut numbers = 1u32..;
    loop {
        let number = numbers.next().filter(|number| *number > 1).map(|number| format!("-{number}"));
        let ending = format!(".{label}{}.hefu", number.unwrap_or_default());
        let target = folder.join(names::named(path, &ending, names::LONGEST));
        match hefu_files::copy_new(path, &target) {
            Err(FileError { path, why: Why::AlreadyThere }) if path == target => {}
            copied => return copied.map(|()| target).map_err(StoreError::from),
        }
    }
}

/// The backups beside a workspace, newest first.
pub(crate) fn beside(path: &Path) -> Vec<PathBuf> {
    let backups = in_folder(&folder(path)).unwrap_or_default();
    backups.into_iter().map(|backup| backup.path).collect()
}

/// The newest backup beside `path` that opens with `key` and has no damaged page.
pub(crate) fn newest_sound(path: &Path, key: &RawKey) -> Option<PathBuf> {
    let is_sound = |backup: &PathBuf| {
        salt_of(backup).is_ok_and(|salt| sound::must_be_wholly_sound(backup, &Seals::of(key, &salt)).is_ok())
    };
    beside(path).into_iter().find(is_sound)
}

/// Newest first. No folder, no backups.
pub(crate) fn in_folder(folder: &Path) -> Result<Vec<BackupFile>, StoreError> {
    if !folder.exists() {
        return Ok(Vec::new());
    }
    let lift = |e| StoreError::io(folder, e);
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).map_err(lift)? {
        let entry = entry.map_err(lift)?;
        let path = entry.path();
        if path.extension().is_some_and(|e| e == "hefu") {
            found.push(BackupFile::at(&path)?);
        }
    }
    found.sort_by(|a, b| b.made_at.cmp(&a.made_at).then_with(|| b.path.cmp(&a.path)));
    Ok(found)
}

/// Errors: a page of the file is not as it was written; the newest sound backup is named.
pub(crate) fn must_be_sound(path: &Path, key: &RawKey, salt: &Salt) -> Result<(), StoreError> {
    let sound = sound::must_be_wholly_sound(path, &Seals::of(key, salt));
    sound.map_err(|error| match error {
        StoreError::BadPage { path, page, .. } => {
            let backup = newest_sound(&path, key);
            StoreError::BadPage { path, page, backup }
        }
        other => other,
    })
}
