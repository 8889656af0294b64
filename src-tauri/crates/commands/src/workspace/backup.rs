//! Backups: made, listed, restored.

use std::path::{Path, PathBuf};

use chrono::{DateTime, FixedOffset};
use hefu_api::workspace::{
    BackUp, Backup, BackupMade, Backups, BackupsRotated, ListBackups, RestoreBackup, RestoredBackup,
    RotateBackups, RotationOccasion, SecondFolder,
};
use hefu_api::{Failure, Progress};
use hefu_domain::backup::Occasion;
use hefu_domain::journal::Act;
use hefu_store::{BackupFile, NewEntry, Rotation, Store, StoreError};

use super::keys::of_backup;
use super::rehearsed::last;
use crate::failure::CommandError;
use crate::journal::verdict;
use crate::session::{OnProgress, Session};
use crate::staged::Staged;

/// Shown in the zone of whoever asks.
fn view(file: BackupFile, now: DateTime<FixedOffset>) -> Backup {
    Backup {
        path: file.path.display().to_string(),
        made_at: file.made_at.with_timezone(now.offset()),
        size_bytes: file.size,
        occasion: file.label.map(|label| label.occasion),
    }
}

pub(crate) fn back_up(
    session: &mut Session,
    request: BackUp,
    _: OnProgress<'_>,
) -> Result<BackupMade, CommandError> {
    let at = session.now();
    let salt = session.outside.bytes()?;
    let now = session.outside.now();
    let open = session.open.as_mut().ok_or(Failure::NoWorkspace)?;
    let (file, heads) = open.store.back_up(now.to_utc(), request.path.as_deref().map(Path::new))?;
    let name = file.path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let moment = open.profile.moment(at, salt);
    open.store.write::<_, CommandError>(&moment, |_| {
        Ok((NewEntry { act: Act::BackupMade { file: name }, project: None, trails: Vec::new() }, ()))
    })?;
    Ok(BackupMade { backup: view(file, now), heads: heads.iter().map(ToString::to_string).collect() })
}

/// Automatic backups that were decided on; making them leaves the workspace to others.
pub(crate) struct Rotating {
    rotation: Rotation,
    now: DateTime<FixedOffset>,
    second_folder: SecondFolder,
}

pub(crate) fn rotate_backups(
    session: &mut Session,
    request: RotateBackups,
) -> Result<Rotating, CommandError> {
    let now = session.outside.now();
    let store = &session.open.as_ref().ok_or(Failure::NoWorkspace)?.store;
    let occasion = match request.occasion {
        RotationOccasion::Opened => Occasion::Opened,
        RotationOccasion::Interval => Occasion::Interval,
    };
    let mut folders = vec![store.backup_folder()];
    let second_folder = match request.folder.map(PathBuf::from) {
        None => SecondFolder::NotChosen,
        // A disk that is not there must not be taken for an empty folder of this one.
        Some(folder) if !folder.is_dir() => SecondFolder::OutOfReach,
        Some(folder) => {
            folders.push(folder);
            SecondFolder::Reached
        }
    };
    Ok(Rotating { rotation: store.rotation(&folders, now, occasion)?, now, second_folder })
}

impl Staged for Rotating {
    type Found = BackupsRotated;
    type View = BackupsRotated;

    fn work(self, _: OnProgress<'_>) -> Result<BackupsRotated, CommandError> {
        let mut second_folder = self.second_folder;
        let mut all = Vec::new();
        for (at, rotated) in self.rotation.run().into_iter().enumerate() {
            match rotated {
                Ok(rotated) => all.push(rotated),
                Err(
                    StoreError::NoFile(_)
                    | StoreError::ReadOnly(_)
                    | StoreError::DiskFull(_)
                    | StoreError::File(_),
                ) if at > 0 => second_folder = SecondFolder::OutOfReach,
                Err(error) => return Err(error.into()),
            }
        }
        Ok(BackupsRotated {
            removed: all.iter().map(|each| u32::try_from(each.removed.len()).unwrap_or(u32::MAX)).sum(),
            made: all.into_iter().filter_map(|each| each.made).map(|file| view(file, self.now)).collect(),
            second_folder,
        })
    }

    fn conclude(_: &mut Session, rotated: BackupsRotated) -> Result<BackupsRotated, CommandError> {
        Ok(rotated)
    }
}

pub(crate) fn list_backups(
    session: &mut Session,
    request: ListBackups,
    _: OnProgress<'_>,
) -> Result<Backups, CommandError> {
    let now = session.outside.now();
    let store = &session.open.as_ref().ok_or(Failure::NoWorkspace)?.store;
    let second_folder = match &request.folder {
        None => SecondFolder::NotChosen,
        Some(folder) if Path::new(folder).is_dir() => SecondFolder::Reached,
        Some(_) => SecondFolder::OutOfReach,
    };
    let mut backups = store.backups()?;
    if let Some(folder) = request.folder.filter(|folder| Path::new(folder) != store.backup_folder()) {
        // A disk that is not plugged in holds nothing that could be shown.
        backups.extend(store.backups_in(Path::new(&folder)).unwrap_or_default());
        backups.sort_by(|a, b| b.made_at.cmp(&a.made_at).then_with(|| b.path.cmp(&a.path)));
    }
    Ok(Backups {
        folder: store.backup_folder().display().to_string(),
        backups: backups.into_iter().map(|file| view(file, now)).collect(),
        second_folder,
        rehearsed: last(store)?,
    })
}

pub(crate) fn restore_backup(
    session: &mut Session,
    request: RestoreBackup,
    report: OnProgress<'_>,
) -> Result<RestoredBackup, CommandError> {
    let (backup, path) = (Path::new(&request.backup), Path::new(&request.path));
    hefu_files::must_be_free(path)?;
    let keys = of_backup(session, backup, request.key)?;
    let now = session.outside.now();
    if let Some(open) = session.open.as_mut() {
        let folder = open.store.backup_folder();
        open.store.rotate_backups(&folder, now, Occasion::Restore)?;
    }
    let restored = keys.first(|key| {
        Store::restore(backup, key, path, &mut |done, total| report(Progress { done, total }))
    })?;
    Ok(RestoredBackup {
        path: restored.path.display().to_string(),
        entries: restored.entries,
        journal: verdict(None, restored.verdict)?,
    })
}
