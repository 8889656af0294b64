//! Backups: whole copies of the encrypted file, made while it is locked, so that each opens with the key the
//! workspace had then.

mod rehearse;
mod rotate;

use std::fs::File;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use chrono::{DateTime, Utc};
use hefu_files::Scratch;

use crate::backups::{BackupFile, STAMP, copy, folder, in_folder, must_be_sound, newest_sound};
use crate::claim::{Claim, first_page};
use crate::connection::connect;
use crate::error::StoreError;
use crate::journal::{Head, Verdict};
use crate::key::{RawKey, Salt, salt_of};
use crate::page::Seals;
use crate::store::Store;
use crate::{names, sound};

pub use rehearse::{Held, Rehearsal, Rehearsing};
pub use rotate::{Rotated, Rotation};

/// What was restored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Restored {
    pub path: PathBuf,
    pub entries: u64,
    /// What a check of its chains says.
    pub verdict: Verdict,
}

impl Store {
    pub fn backup_folder(&self) -> PathBuf {
        folder(&self.path)
    }

    /// The workspace's backups, newest first.
    pub fn backups(&self) -> Result<Vec<BackupFile>, StoreError> {
        in_folder(&self.backup_folder())
    }

    /// The backups in another folder, newest first; none when there is no such folder.
    pub fn backups_in(&self, folder: &Path) -> Result<Vec<BackupFile>, StoreError> {
        in_folder(folder)
    }

    /// Backs up into the workspace's backup folder, or to `target`, where nothing may stand yet. Returns the
    /// backup and the chain heads it anchors.
    pub fn back_up(
        &mut self,
        now: DateTime<Utc>,
        target: Option<&Path>,
    ) -> Result<(BackupFile, Vec<Head>), StoreError> {
        if let Some(target) = target {
            hefu_files::must_be_free(target)?;
        }
        let heads = self.heads()?;
        self.fold_in()?;
        self.must_be_sound()?;
        let path = match target {
            None => {
                let stamp = now.format(STAMP).to_string();
                copy(&self.path, &self.backup_folder(), &stamp)?
            }
            Some(target) => {
                hefu_files::copy_new(&self.path, target)?;
                target.to_owned()
            }
        };
        Ok((BackupFile::at(&path)?, heads))
    }

    /// Restores a backup as a new file; nothing that exists is overwritten, and nothing that lies beside it is taken
    /// for its own.
    /// `report` is told bytes done, of all; breaking cancels it and leaves nothing behind.
    /// Errors: the key is not the backup's; a page of it is damaged; something stands at `target`; cancelled.
    pub fn restore(
        backup: &Path,
        key: &RawKey,
        target: &Path,
        report: &mut dyn FnMut(u64, u64) -> ControlFlow<()>,
    ) -> Result<Restored, StoreError> {
        names::must_be_short_enough(target)?;
        hefu_files::must_be_free(target)?;
        must_open(backup, key)?;
        let mut all = 0;
        let copied = hefu_files::copy_new_watched(backup, target, &mut |done, total| {
            all = total;
            report(done, total)
        })?;
        if copied.is_break() {
            return Err(StoreError::Cancelled);
        }
        let read = Self::open(target, key).and_then(|store| {
            let verified = store.verify_journal(None, &mut |_| report(all, all));
            store.close()?;
            verified
        });
        if read.is_err() {
            names::remove_new(target);
        }
        let verified = read?;
        Ok(Restored { path: target.to_owned(), entries: verified.entries, verdict: verified.verdict })
    }

    /// Errors: a page of the file is damaged, where it lies, which backup is sound.
    pub(crate) fn must_be_sound(&self) -> Result<(), StoreError> {
        must_be_sound(&self.path, &self.key, &self.salt)
    }

    /// The newest backup that this file's key opens and that has no damaged page.
    pub fn newest_sound_backup(&self) -> Option<PathBuf> {
        newest_sound(&self.path, &self.key)
    }

    /// Gives the file another key: a copy is written with it and put in the file's place, so that a crash leaves
    /// the old or the new file, never half of each. The copy is locked before it takes that place, and the old file
    /// until it has. The store is open with the new key afterwards.
    pub fn rekey(self, key: &RawKey, salt: &Salt) -> Result<Self, StoreError> {
        let path = self.path.clone();
        // A folder of its own: of an earlier change of key that was killed, SQLite would take the journal for this one's.
        let scratch = Scratch::beside(&path)?;
        let fresh = scratch.path().join("rekeyed.hefu");
        self.fold_in()?;
        hefu_files::copy_new(&path, &fresh)?;
        let changed = connect(&fresh, &self.key, &self.salt).and_then(|copy| {
            // Re-encrypting every page needs the rollback journal.
            copy.pragma_update(None, "journal_mode", "DELETE")?;
            copy.pragma_update(None, "rekey", key.pragma(salt).as_str())?;
            copy.close().map_err(|(_, error)| StoreError::Sqlite(error))
        });
        let claimed =
            changed.and_then(|()| Self::open(&fresh, key)?.close()).and_then(|()| Claim::of(&fresh));
        let claim = claimed.map_err(|error| error.at(&path))?;
        let before = Arc::clone(&self.claim);
        self.close()?;
        if !before.is_at(&path).map_err(|e| StoreError::io(&path, e))? {
            return Err(StoreError::Displaced(path));
        }
        hefu_files::replace(&fresh, &path)?;
        Self::open_claimed(claim.named(&path).with_its_log()?, key)
    }
}

/// Errors: the key is not the backup's; a page of it is damaged.
fn must_open(backup: &Path, key: &RawKey) -> Result<(), StoreError> {
    sound::must_be_plausible(backup)?;
    let seals = Seals::of(key, &salt_of(backup)?);
    let first =
        File::open(backup).and_then(|file| first_page(&file)).map_err(|e| StoreError::io(backup, e))?;
    if !first.is_some_and(|first| seals.fit(&first, 1)) && !sound::is_under(backup, &seals) {
        return Err(StoreError::WrongKey(backup.to_owned()));
    }
    sound::must_be_wholly_sound(backup, &seals)
}
