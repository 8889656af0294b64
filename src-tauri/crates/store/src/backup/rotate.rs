//! Automatic backups: made when one is due, and removed when a newer one of its day, week or month is kept.

use std::path::{Path, PathBuf};

use chrono::{DateTime, FixedOffset};
use hefu_domain::backup::{Due, Label, Occasion, State, due, superfluous};
use rusqlite::OptionalExtension;

use super::{BackupFile, copy, in_folder};
use crate::error::StoreError;
use crate::journal::chain::{self, WORKSPACE};
use crate::open::Store;
use crate::writer::hex;

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

    /// Makes an automatic backup in `folder` when one is due, then removes those that no rule keeps. Only backups
    /// of this very workspace that bear the name Hefu gave them are ever removed.
    pub fn rotate_backups(
        &mut self,
        folder: &Path,
        now: DateTime<FixedOffset>,
        occasion: Occasion,
    ) -> Result<Rotated, StoreError> {
        let Some(state) = self.state()? else { return Ok(Rotated::default()) };
        let newest = self.automatic_in(folder, &state)?.into_iter().next();
        let newest = newest.map(|(label, _)| label);
        let made = match due(newest.as_ref(), &state, now, occasion) {
            Due::NotYet => None,
            Due::Now => {
                let label = Label { made_at: now.to_utc(), occasion, state: state.clone() }.to_string();
                let path = copy(&self.connection, &self.path, folder, &label)?;
                Some(BackupFile::at(&path)?)
            }
        };
        let held = self.automatic_in(folder, &state)?;
        let moments: Vec<_> = held.iter().map(|(label, _)| label.made_at).collect();
        let mut removed = Vec::new();
        for at in superfluous(&moments, now) {
            let path = &held[at].1;
            std::fs::remove_file(path).map_err(|e| StoreError::io(path, e))?;
            removed.push(path.clone());
        }
        Ok(Rotated { made, removed })
    }

    /// Automatic backups of this workspace, newest first.
    fn automatic_in(&self, folder: &Path, state: &State) -> Result<Vec<(Label, PathBuf)>, StoreError> {
        let all = in_folder(folder)?.into_iter();
        let ours = all.filter_map(|backup| Some((backup.label?, backup.path)));
        Ok(ours.filter(|(label, _)| label.state.chain == state.chain).collect())
    }
}
