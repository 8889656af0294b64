//! Workspaces created, opened and locked, and how the one that is open stands.

use std::path::Path;

use hefu_api::workspace::{
    CreateWorkspace, Key, Keychain, KeychainChoice, LockWorkspace, OpenRequest, OpenWorkspace, Purpose,
    RecoverySheet, WorkspaceState, WorkspaceStatus,
};
use hefu_api::{Failure, Secret};
use hefu_domain::journal::Act;
use hefu_store::tables::{Profile, ProfileId, Purpose as Kept};
use hefu_store::{NewEntry, RawKey, RecoveryKey, Salt, Store, derive};
use zeroize::Zeroizing;

use super::keys::Keys;
use super::passphrase::must_be_good;
use super::remarks;
use crate::failure::{CommandError, filled, said};
use crate::outside::Reach;
use crate::session::{OnProgress, Open, Session};

pub(crate) fn workspace_status(
    session: &mut Session,
    _: WorkspaceStatus,
    _: OnProgress<'_>,
) -> Result<WorkspaceState, CommandError> {
    state(session)
}

pub(super) fn state(session: &Session) -> Result<WorkspaceState, CommandError> {
    let open = session.open.as_ref().map(|_| view(session)).transpose()?;
    let keychain = match (session.outside.keychain.is_reachable(), &session.open) {
        (Reach::Absent, _) => Keychain::Unavailable,
        (Reach::Reachable, Some(open)) => {
            let name = keychain_name(open.store.salt());
            match session.outside.keychain.get(&name)? {
                Some(_) => Keychain::HoldsKey,
                None => Keychain::Available,
            }
        }
        (Reach::Reachable, None) => Keychain::Available,
    };
    Ok(WorkspaceState { open, keychain })
}

pub(super) fn view(session: &Session) -> Result<OpenWorkspace, CommandError> {
    let open = session.open.as_ref().ok_or(Failure::NoWorkspace)?;
    let head = open.store.heads()?.into_iter().next();
    Ok(OpenWorkspace {
        path: open.store.path().display().to_string(),
        name: open.profile.name.clone(),
        purpose: match open.profile.purpose {
            Kept::Work => Purpose::Work,
            Kept::Sample => Purpose::Sample,
        },
        today: session.now().date_naive(),
        actor: open.profile.actor.clone(),
        format: hefu_store::FORMAT,
        size_bytes: open.store.size(),
        entries: head.map_or(0, |head| head.seq),
        remarks: open.remarks.clone(),
    })
}

/// The keychain knows a workspace by the salt in its file's head, so that a moved file keeps its key.
pub(super) fn keychain_name(salt: &Salt) -> String {
    format!("workspace-{}", salt.iter().map(|b| format!("{b:02x}")).collect::<String>())
}

pub(super) fn sheet(session: &Session) -> Result<RecoverySheet, CommandError> {
    let open = session.open.as_ref().ok_or(Failure::NoWorkspace)?;
    Ok(RecoverySheet {
        path: open.store.path().display().to_string(),
        name: open.profile.name.clone(),
        recovery_key: Secret::new(RecoveryKey::of(open.store.key()).text().to_owned()),
        made_at: session.outside.now(),
        opened: view(session)?,
    })
}

pub(crate) fn create_workspace(
    session: &mut Session,
    request: CreateWorkspace,
    _: OnProgress<'_>,
) -> Result<RecoverySheet, CommandError> {
    filled("workspace", "name", &request.name)?;
    said("workspace", "actor", &request.actor)?;
    must_be_good(&request.passphrase, &[&request.name, &request.actor.en, &request.actor.zh])?;
    let profile = Profile {
        id: ProfileId(session.outside.id()?),
        name: request.name.trim().to_owned(),
        actor: request.actor.trimmed(),
        purpose: Kept::Work,
        today: None,
        person: None,
    };
    let mut store = new_file(session, Path::new(&request.path), &request.passphrase)?;
    let moment = profile.moment(session.outside.now(), session.outside.bytes()?);
    store.write::<_, CommandError>(&moment, |tx| {
        tx.put(&profile)?;
        Ok((NewEntry { act: Act::WorkspaceCreated, project: None, trails: Vec::new() }, ()))
    })?;
    if request.keychain == KeychainChoice::Remember {
        session.outside.keychain.set(&keychain_name(store.salt()), store.key().bytes())?;
    }
    replace(session, Open::new(store, profile)?)?;
    sheet(session)
}

/// Makes the file under a fresh salt and a key derived from the passphrase.
pub(super) fn new_file(session: &mut Session, path: &Path, passphrase: &str) -> Result<Store, CommandError> {
    // Before the key is derived, which takes a while.
    hefu_files::must_be_free(path)?;
    let salt = session.outside.bytes()?;
    let key = derive(passphrase, &salt)?;
    Ok(Store::create(path, &key, &salt)?)
}

/// Closes what was open and puts `open` in its place, with what there is to say of it.
pub(super) fn replace(session: &mut Session, mut open: Open) -> Result<(), CommandError> {
    open.remarks = remarks(&open.store, session.outside.now())?;
    if let Some(before) = session.open.replace(open) {
        before.store.close()?;
    }
    Ok(())
}

pub(crate) fn open_workspace(
    session: &mut Session,
    request: OpenRequest,
    _: OnProgress<'_>,
) -> Result<OpenWorkspace, CommandError> {
    let path = Path::new(&request.path);
    // Reopening the open file would meet its own lock.
    if session.open.as_ref().is_some_and(|open| open.store.is_at(path)) {
        close(session)?;
    }
    let (store, choice) = opened(session, path, request.key)?;
    if choice == KeychainChoice::Remember {
        session.outside.keychain.set(&keychain_name(store.salt()), store.key().bytes())?;
    }
    let profile = store.reader().profile()?.ok_or(Failure::NotAWorkspace { path: request.path })?;
    replace(session, Open::new(store, profile)?)?;
    view(session)
}

/// Opens the file with what was given. Where its first bytes are damaged they give other keys: then those of its
/// backups do.
fn opened(session: &Session, path: &Path, given: Key) -> Result<(Store, KeychainChoice), CommandError> {
    let salt = Store::examine(path)?;
    let choice = match &given {
        Key::Passphrase { keychain, .. } => *keychain,
        Key::Recovery { .. } | Key::Keychain => KeychainChoice::Forget,
    };
    let outcome =
        keys_of(session, path, &given, &salt).and_then(|keys| keys.first(|key| Store::open(path, key)));
    let is_unknown = |trouble: &CommandError| {
        matches!(trouble, CommandError::Failure(Failure::WrongKey { .. } | Failure::NotInKeychain { .. }))
    };
    if outcome.as_ref().is_err_and(is_unknown) {
        for salt in Store::salts_beside(path).into_iter().filter(|each| *each != salt) {
            if let Ok(keys) = keys_of(session, path, &given, &salt)
                && let Some(key) = keys.fitting(|key| Store::is_under(path, key, &salt))
            {
                return Ok((Store::open(path, key)?, choice));
            }
        }
    }
    Ok((outcome?, choice))
}

/// What was given makes of a file with this salt.
fn keys_of(session: &Session, path: &Path, given: &Key, salt: &Salt) -> Result<Keys, CommandError> {
    match given {
        Key::Passphrase { passphrase, .. } => Keys::of_passphrase(passphrase, salt),
        Key::Recovery { recovery_key } => Ok(Keys::of_recovery(recovery_key)?),
        Key::Keychain => {
            let held = session.outside.keychain.get(&keychain_name(salt))?.map(Zeroizing::new);
            let bytes = held.and_then(|bytes| bytes.as_slice().try_into().ok());
            let shown = path.display().to_string();
            Ok(Keys::kept(RawKey::new(bytes.ok_or(Failure::NotInKeychain { path: shown })?)))
        }
    }
}

pub(super) fn close(session: &mut Session) -> Result<(), CommandError> {
    if let Some(open) = session.open.take() {
        open.store.close()?;
    }
    Ok(())
}

pub(crate) fn lock_workspace(
    session: &mut Session,
    _: LockWorkspace,
    _: OnProgress<'_>,
) -> Result<WorkspaceState, CommandError> {
    close(session)?;
    state(session)
}
