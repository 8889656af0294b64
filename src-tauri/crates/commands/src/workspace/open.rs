use std::path::Path;

use hefu_api::Failure;
use hefu_api::workspace::{
    CreateWorkspace, Key, Keychain, KeychainChoice, LockWorkspace, OpenRequest, OpenWorkspace, Purpose,
    RecoverySheet, WorkspaceState, WorkspaceStatus,
};
use hefu_domain::journal::Act;
use hefu_store::journal::Moment;
use hefu_store::tables::{Profile, ProfileId, Purpose as Kept};
use hefu_store::{Deed, RawKey, RecoveryKey, Salt, Store, derive, salt_of};

use crate::failure::{Trouble, filled, said};
use crate::outside::Reach;
use crate::session::{Open, Report, Session};

/// Characters a new passphrase needs.
pub(super) const SHORTEST: usize = 10;

pub(crate) fn workspace_status(
    session: &mut Session,
    _: WorkspaceStatus,
    _: Report<'_>,
) -> Result<WorkspaceState, Trouble> {
    state(session)
}

pub(super) fn state(session: &Session) -> Result<WorkspaceState, Trouble> {
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

pub(super) fn view(session: &Session) -> Result<OpenWorkspace, Trouble> {
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
    })
}

/// The keychain knows a workspace by the salt in its file's head, so that a moved file keeps its key.
pub(super) fn keychain_name(salt: &Salt) -> String {
    format!("workspace-{}", salt.iter().map(|b| format!("{b:02x}")).collect::<String>())
}

pub(super) fn long_enough(passphrase: &str) -> Result<(), Failure> {
    match passphrase.chars().count() {
        n if n < SHORTEST => Err(Failure::PassphraseTooShort { minimum: SHORTEST as u32 }),
        _ => Ok(()),
    }
}

pub(super) fn sheet(session: &Session) -> Result<RecoverySheet, Trouble> {
    let open = session.open.as_ref().ok_or(Failure::NoWorkspace)?;
    Ok(RecoverySheet {
        path: open.store.path().display().to_string(),
        name: open.profile.name.clone(),
        recovery_key: RecoveryKey::of(open.store.key()).text().to_owned(),
        made_at: session.outside.now(),
        opened: view(session)?,
    })
}

pub(crate) fn create_workspace(
    session: &mut Session,
    request: CreateWorkspace,
    _: Report<'_>,
) -> Result<RecoverySheet, Trouble> {
    filled("workspace", "name", &request.name)?;
    said("workspace", "actor", &request.actor)?;
    long_enough(&request.passphrase)?;
    let profile = Profile {
        id: ProfileId(session.outside.id()?),
        name: request.name.trim().to_owned(),
        actor: request.actor.trimmed(),
        purpose: Kept::Work,
        today: None,
    };
    let mut store = new_file(session, Path::new(&request.path), &request.passphrase)?;
    let moment =
        Moment { at: session.outside.now(), actor: profile.actor.clone(), salt: session.outside.bytes()? };
    store.write::<_, Trouble>(&moment, |door| {
        door.put(&profile)?;
        Ok((Deed { act: Act::WorkspaceCreated, project: None, trails: Vec::new() }, ()))
    })?;
    if request.keychain == KeychainChoice::Remember {
        session.outside.keychain.set(&keychain_name(store.salt()), store.key().bytes())?;
    }
    replace(session, Open::new(store, profile))?;
    sheet(session)
}

/// Makes the file under a fresh salt and a key derived from the passphrase.
pub(super) fn new_file(session: &mut Session, path: &Path, passphrase: &str) -> Result<Store, Trouble> {
    let salt = session.outside.bytes()?;
    let key = derive(passphrase, &salt)?;
    Ok(Store::create(path, &key, &salt)?)
}

/// Closes what was open and puts `open` in its place.
pub(super) fn replace(session: &mut Session, open: Open) -> Result<(), Trouble> {
    if let Some(before) = session.open.replace(open) {
        before.store.close()?;
    }
    Ok(())
}

pub(crate) fn open_workspace(
    session: &mut Session,
    request: OpenRequest,
    _: Report<'_>,
) -> Result<OpenWorkspace, Trouble> {
    let path = Path::new(&request.path);
    // Reopening the open file would meet its own lock.
    if session.open.as_ref().is_some_and(|open| open.store.path() == path) {
        close(session)?;
    }
    let (key, choice) = key(session, path, request.key)?;
    let store = Store::open(path, &key)?;
    if choice == KeychainChoice::Remember {
        session.outside.keychain.set(&keychain_name(store.salt()), store.key().bytes())?;
    }
    let profile = store.reader().first("TRUE", [])?.ok_or(Failure::NotAWorkspace { path: request.path })?;
    replace(session, Open::new(store, profile))?;
    view(session)
}

fn key(session: &Session, path: &Path, key: Key) -> Result<(RawKey, KeychainChoice), Trouble> {
    let salt = salt_of(path)?;
    let shown = path.display().to_string();
    match key {
        Key::Passphrase { passphrase, keychain } => Ok((derive(&passphrase, &salt)?, keychain)),
        Key::Recovery { recovery_key } => {
            let key = RecoveryKey::read(&recovery_key).ok_or(Failure::WrongKey { path: shown })?;
            Ok((key, KeychainChoice::Forget))
        }
        Key::Keychain => {
            let held = session.outside.keychain.get(&keychain_name(&salt))?;
            let bytes = held.and_then(|bytes| bytes.try_into().ok());
            let bytes = bytes.ok_or(Failure::NotInKeychain { path: shown })?;
            Ok((RawKey::new(bytes), KeychainChoice::Forget))
        }
    }
}

pub(super) fn close(session: &mut Session) -> Result<(), Trouble> {
    if let Some(open) = session.open.take() {
        open.store.close()?;
    }
    Ok(())
}

pub(crate) fn lock_workspace(
    session: &mut Session,
    _: LockWorkspace,
    _: Report<'_>,
) -> Result<WorkspaceState, Trouble> {
    close(session)?;
    state(session)
}
