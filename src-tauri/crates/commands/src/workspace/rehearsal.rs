use std::path::{Path, PathBuf};

use hefu_api::workspace::{
    HeldInBackup, LastRehearsal, RehearsalOutcome, RehearseRestore, Rehearsed, TableRows,
};
use hefu_api::{Failure, Progress};
use hefu_domain::journal::Act;
use hefu_store::journal::Moment;
use hefu_store::{Deed, Held, Rehearsal, Store};

use super::backup::key_of;
use crate::failure::Trouble;
use crate::session::{Report, Session};

const VERIFIED: &str = "backup_rehearsed";
const FAILED: &str = "rehearsal_failed";

pub(crate) fn rehearse_restore(
    session: &mut Session,
    request: RehearseRestore,
    report: Report<'_>,
) -> Result<Rehearsed, Trouble> {
    let at = session.now();
    let salt = session.outside.bytes()?;
    let open = session.open.as_ref().ok_or(Failure::NoWorkspace)?;
    let backup = match request.backup {
        Some(path) => PathBuf::from(path),
        None => {
            let folder = open.store.backup_folder().display().to_string();
            let newest = open.store.backups()?.into_iter().next();
            newest.ok_or(Failure::NoFile { path: folder })?.path
        }
    };
    let key = key_of(session, &backup, request.key)?;
    let open = session.open.as_mut().ok_or(Failure::NoWorkspace)?;
    let rehearsal =
        open.store.rehearse(&backup, &key, &mut |done, total| report(Progress { done, total }))?;
    let file = name(&backup);
    let (outcome, held, act) = match rehearsal {
        Rehearsal::Verified(held) => {
            let entries = held.head.as_ref().map_or(0, |head| head.seq);
            let act = Act::BackupRehearsed { file, entries };
            (RehearsalOutcome::Verified { entries }, Some(view(held)), act)
        }
        Rehearsal::Failed(fault) => {
            (RehearsalOutcome::Failed { fault }, None, Act::RehearsalFailed { file, fault })
        }
    };
    let moment = Moment { at, actor: open.profile.actor.clone(), salt };
    open.store.write::<_, Trouble>(&moment, |_| Ok((Deed { act, project: None, trails: Vec::new() }, ())))?;
    Ok(Rehearsed { backup: backup.display().to_string(), outcome, held })
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

/// The last rehearsal, as the journal has it.
pub(super) fn last(store: &Store) -> Result<Option<LastRehearsal>, Trouble> {
    let Some(entry) = store.last_of(&[VERIFIED, FAILED])? else { return Ok(None) };
    let file = entry.args.get("file").and_then(|name| name.as_str()).unwrap_or_default().to_owned();
    let outcome = if entry.act == VERIFIED {
        let entries = entry.args.get("entries").and_then(serde_json::Value::as_u64).unwrap_or_default();
        RehearsalOutcome::Verified { entries }
    } else {
        let fault = entry.args.get("fault").cloned().unwrap_or_default();
        let fault = serde_json::from_value(fault).map_err(hefu_store::StoreError::Shape)?;
        RehearsalOutcome::Failed { fault }
    };
    Ok(Some(LastRehearsal { at: entry.at, file, outcome }))
}
