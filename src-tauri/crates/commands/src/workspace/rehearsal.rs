//! Rehearsing a restore: whether a backup would bring everything back, found out on a scratch copy.

use std::path::{Path, PathBuf};

use hefu_api::workspace::{HeldInBackup, RehearsalOutcome, RehearseRestore, Rehearsed, TableRows};
use hefu_api::{Failure, Progress};
use hefu_domain::journal::Act;
use hefu_store::{Held, NewEntry, Rehearsal};

use super::keys::{Keys, of_backup};
use crate::failure::CommandError;
use crate::session::{OnProgress, Session};
use crate::staged::Staged;

/// A rehearsal that was asked for. It needs nothing of the workspace until it is over.
pub(crate) struct Rehearsing {
    rehearsing: hefu_store::Rehearsing,
    backup: PathBuf,
    keys: Keys,
    /// The workspace that it is told to.
    workspace: PathBuf,
}

/// What a rehearsal found, and to which workspace it is told.
pub(crate) struct Found {
    rehearsal: Rehearsal,
    backup: PathBuf,
    workspace: PathBuf,
}

pub(crate) fn rehearse_restore(
    session: &mut Session,
    request: RehearseRestore,
) -> Result<Rehearsing, CommandError> {
    let open = session.open.as_ref().ok_or(Failure::NoWorkspace)?;
    let backup = match request.backup {
        Some(path) => PathBuf::from(path),
        None => {
            let folder = open.store.backup_folder().display().to_string();
            let newest = open.store.backups()?.into_iter().next();
            newest.ok_or(Failure::NoFile { path: folder })?.path
        }
    };
    let (rehearsing, workspace) = (open.store.rehearsing(), open.store.path().to_owned());
    let keys = of_backup(session, &backup, request.key)?;
    Ok(Rehearsing { rehearsing, backup, keys, workspace })
}

impl Staged for Rehearsing {
    type Found = Found;
    type View = Rehearsed;

    fn work(self, report: OnProgress<'_>) -> Result<Found, CommandError> {
        let Self { rehearsing, backup, keys, workspace } = self;
        let mut told = |done, total| report(Progress { done, total });
        let rehearsal = keys.first(|key| rehearsing.run(&backup, key, &mut told))?;
        Ok(Found { rehearsal, backup, workspace })
    }

    fn conclude(session: &mut Session, found: Found) -> Result<Rehearsed, CommandError> {
        let Found { rehearsal, backup, workspace } = found;
        let (at, salt) = (session.now(), session.outside.bytes()?);
        let open = session.open.as_mut().filter(|open| open.store.path() == workspace);
        let open = open.ok_or(Failure::NoWorkspace)?;
        let file = name(&backup);
        let (outcome, held, act) = match open.store.held_against(rehearsal)? {
            Rehearsal::Verified(held) => {
                let entries = held.head.as_ref().map_or(0, |head| head.seq);
                let act = Act::BackupRehearsed { file, entries };
                (RehearsalOutcome::Verified { entries }, Some(view(*held)), act)
            }
            Rehearsal::Failed(fault) => {
                (RehearsalOutcome::Failed { fault }, None, Act::RehearsalFailed { file, fault })
            }
        };
        let moment = open.profile.moment(at, salt);
        let entry = NewEntry { act, project: None, trails: Vec::new() };
        open.store.write::<_, CommandError>(&moment, |_| Ok((entry, ())))?;
        Ok(Rehearsed { backup: backup.display().to_string(), outcome, held })
    }
}

fn name(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

fn view(held: Held) -> HeldInBackup {
    let tables = held.tables.into_iter().filter(|(_, rows)| *rows > 0);
    HeldInBackup {
        entries: held.journal.entries,
        trails: held.journal.trails,
        erased: held.journal.erased,
        tables: tables.map(|(table, rows)| TableRows { table, rows }).collect(),
        files: held.files,
    }
}
