use std::path::Path;

use hefu_api::Failure;
use hefu_api::workspace::{BackUp, Backup, BackupMade, Backups, ListBackups, RestoreBackup, RestoredBackup};
use hefu_domain::journal::Act;
use hefu_store::journal::Moment;
use hefu_store::{BackupFile, Deed, Store, derive, salt_of};

use crate::failure::Trouble;
use crate::session::{Report, Session};

fn view(file: BackupFile) -> Backup {
    Backup {
        path: file.path.display().to_string(),
        made_at: file.made_at.fixed_offset(),
        size_bytes: file.size,
    }
}

pub(crate) fn back_up(session: &mut Session, request: BackUp, _: Report<'_>) -> Result<BackupMade, Trouble> {
    let at = session.now();
    let salt = session.outside.bytes()?;
    let label = session.outside.now().format("%Y%m%d-%H%M%S%.3f").to_string();
    let open = session.open.as_mut().ok_or(Failure::NoWorkspace)?;
    let (file, heads) = open.store.back_up(&label, request.path.as_deref().map(Path::new))?;
    let name = file.path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let moment = Moment { at, actor: open.profile.actor.clone(), salt };
    open.store.write::<_, Trouble>(&moment, |_| {
        Ok((Deed { act: Act::BackupMade { file: name }, project: None, trails: Vec::new() }, ()))
    })?;
    Ok(BackupMade { backup: view(file), heads: heads.iter().map(ToString::to_string).collect() })
}

pub(crate) fn list_backups(session: &mut Session, _: ListBackups, _: Report<'_>) -> Result<Backups, Trouble> {
    let open = session.open.as_ref().ok_or(Failure::NoWorkspace)?;
    Ok(Backups {
        folder: open.store.backup_folder().display().to_string(),
        backups: open.store.backups()?.into_iter().map(view).collect(),
    })
}

pub(crate) fn restore_backup(
    _: &mut Session,
    request: RestoreBackup,
    _: Report<'_>,
) -> Result<RestoredBackup, Trouble> {
    let backup = Path::new(&request.backup);
    let key = derive(&request.passphrase, &salt_of(backup)?)?;
    let restored = Store::restore(backup, &key, Path::new(&request.path))?;
    Ok(RestoredBackup { path: restored.path.display().to_string(), entries: restored.entries })
}
