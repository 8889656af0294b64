//! Automatic backups: made when one is due, and removed when a newer one of its day, week or month is kept.

use std::path::{Path, PathBuf};

use chrono::{DateTime, FixedOffset};
use hefu_domain::backup::{Due, Label, Occasion, State, due, superfluous};
use rusqlite::OptionalExtension;

use crate::backups::{BackupFile, copy, in_folder, must_be_sound};
use crate::copies::Copying;
use crate::error::StoreError;
use crate::journal::chain::{self, WORKSPACE};
use crate::key::{RawKey, Salt};
use crate::store::Store;
use hefu_chain::hex;

/// Hexadecimal digits of a hash that a name bears.
const DIGITS: usize = 8;

/// What rotating the backups of a folder did.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rotated {
    pub made: Option<BackupFile>,
    pub removed: Vec<PathBuf>,
}

impl Store {
    /// What this workspace holds, as names of its backups say it. None before its first entry.
    fn state(&self) -> Result<Option<State>, StoreError> {
        let first: Option<Vec<u8>> = self
            .connection
            .prepare_cached("SELECT hash FROM entry WHERE trail = ?1 AND seq = 1")?
            .query_row([WORKSPACE], |row| row.get(0))
            .optional()?;
        let last = chain::head(&self.connection, WORKSPACE)?;
        let digits = |hash: &str| hash.chars().take(DIGITS).collect();
        Ok(first.zip(last).map(|(first, last)| State {
            entries: last.seq,
            head: digits(&last.hash),
            chain: digits(&hex(&first)),
            salt: digits(&hex(&self.salt)),
        }))
    }

    /// The newest automatic backup, when this file has not come as far as it had, or another way: then an older or
    /// another copy lies in the file's place. What a person restored herself is backed up anew and is told of once.
    /// A folder of backups that cannot be looked into keeps no file from being opened; the next backup says so.
    pub fn left_behind_by(&self) -> Result<Option<BackupFile>, StoreError> {
        let Some(state) = self.state()? else { return Ok(None) };
        let newest = in_folder(&self.backup_folder())
            .unwrap_or_default()
            .into_iter()
            .find(|backup| backup.label.as_ref().is_some_and(|label| label.state.chain == state.chain));
        let Some((backup, label)) = newest.and_then(|backup| Some((backup.clone(), backup.label?))) else {
            return Ok(None);
        };
        let hash: Option<Vec<u8>> = self
            .connection
            .prepare_cached("SELECT hash FROM entry WHERE trail = ?1 AND seq = ?2")?
            .query_row((WORKSPACE, label.state.entries), |row| row.get(0))
            .optional()?;
        let is_ours = hash.is_some_and(|hash| hex(&hash).starts_with(&label.state.head));
        Ok((!is_ours).then_some(backup))
    }

    /// Decides for each folder whether an automatic backup is due there. What is decided is done by
    /// [`Rotation::run`], without the workspace; until then the file stays as it is, and what is written meanwhile
    /// waits in its log.
    pub fn rotation(
        &self,
        folders: &[PathBuf],
        now: DateTime<FixedOffset>,
        occasion: Occasion,
    ) -> Result<Rotation, StoreError> {
        let state = self.state()?;
        let planned = |folder: &PathBuf| {
            let Some(state) = &state else { return Ok(None) };
            let newest = automatic_in(folder, &state.chain)?.into_iter().next().map(|(label, _)| label);
            let is_due = due(newest.as_ref(), state, now, occasion) == Due::Now;
            Ok(is_due.then(|| Label { made_at: now.to_utc(), occasion, state: state.clone() }))
        };
        let planned: Vec<_> = folders.iter().map(|folder| (folder.clone(), planned(folder))).collect();
        if planned.iter().any(|(_, label)| matches!(label, Ok(Some(_)))) {
            self.fold_in()?;
        }
        let still = self.hold_checkpoints();
        let chain = state.map(|state| state.chain);
        let (path, key, salt) = (self.path.clone(), self.key.clone(), self.salt);
        Ok(Rotation { path, key, salt, chain, now, planned, _still: still })
    }

    /// Makes an automatic backup in `folder` when one is due, then removes those that no rule keeps. Only backups
    /// of this very workspace that bear the name Hefu gave them are ever removed.
    pub fn rotate_backups(
        &mut self,
        folder: &Path,
        now: DateTime<FixedOffset>,
        occasion: Occasion,
    ) -> Result<Rotated, StoreError> {
        let done = self.rotation(&[folder.to_owned()], now, occasion)?.run();
        done.into_iter().next().unwrap_or_else(|| Ok(Rotated::default()))
    }
}

/// Automatic backups that were decided on, one for each folder.
pub struct Rotation {
    path: PathBuf,
    key: RawKey,
    salt: Salt,
    /// The workspace by the first entry of its chain; none before that.
    chain: Option<String>,
    now: DateTime<FixedOffset>,
    /// What the backup is called that is due in a folder.
    planned: Vec<(PathBuf, Result<Option<Label>, StoreError>)>,
    _still: Copying,
}

impl Rotation {
    /// Makes what is due and removes what no rule keeps, folder by folder.
    pub fn run(mut self) -> Vec<Result<Rotated, StoreError>> {
        let planned = std::mem::take(&mut self.planned);
        if planned.iter().any(|(_, label)| matches!(label, Ok(Some(_))))
            && let Err(error) = must_be_sound(&self.path, &self.key, &self.salt)
        {
            // A damaged file takes no sound one's place.
            return vec![Err(error)];
        }
        planned.into_iter().map(|(folder, label)| self.rotate(&folder, label?)).collect()
    }

    fn rotate(&self, folder: &Path, label: Option<Label>) -> Result<Rotated, StoreError> {
        let Some(chain) = &self.chain else { return Ok(Rotated::default()) };
        let Some(label) = label else { return Ok(Rotated::default()) };
        let made = BackupFile::at(&copy(&self.path, folder, &label.to_string())?)?;
        let held = automatic_in(folder, chain)?;
        let moments: Vec<_> = held.iter().map(|(label, _)| label.made_at).collect();
        // One in, one out: a clock that is wrong for a day costs one, and the older ones last longest.
        let gone = superfluous(&moments, self.now).into_iter().max_by_key(|at| moments[*at]);
        let removed = gone.map(|at| held[at].1.clone());
        if let Some(path) = &removed {
            hefu_files::remove(path)?;
        }
        Ok(Rotated { made: Some(made), removed: removed.into_iter().collect() })
    }
}

/// Automatic backups of the workspace with this chain, newest first.
fn automatic_in(folder: &Path, chain: &str) -> Result<Vec<(Label, PathBuf)>, StoreError> {
    let ours = in_folder(folder)?.into_iter().filter_map(|backup| Some((backup.label?, backup.path)));
    Ok(ours.filter(|(label, _)| label.state.chain == chain).collect())
}
