//! Passphrase and recovery key. Both open the same file; a new one of either gives the file another key, so a new
//! recovery sheet is made each time and the old one is void.

use hefu_api::Failure;
use hefu_api::failure::TriedKey;
use hefu_api::workspace::{
    ChangePassphrase, ChangeRecoveryKey, KeychainChoice, RecoverySheet, SetKeychain, WorkspaceState,
};
use hefu_domain::backup::Occasion;
use hefu_domain::journal::Act;
use hefu_store::{NewEntry, derive, derive_as_ever};

use super::open::{keychain_name, sheet, state};
use super::passphrase::must_be_good;
use crate::failure::CommandError;
use crate::session::{OnProgress, Open, Session};

pub(crate) fn change_passphrase(
    session: &mut Session,
    request: ChangePassphrase,
    _: OnProgress<'_>,
) -> Result<RecoverySheet, CommandError> {
    let open = session.open.as_ref().ok_or(Failure::NoWorkspace)?;
    let actor = &open.profile.actor;
    must_be_good(&request.new, &[&open.profile.name, &actor.en, &actor.zh])?;
    confirm(session, &request.current)?;
    rekey(session, &request.new, Act::PassphraseChanged)
}

pub(crate) fn change_recovery_key(
    session: &mut Session,
    request: ChangeRecoveryKey,
    _: OnProgress<'_>,
) -> Result<RecoverySheet, CommandError> {
    confirm(session, &request.passphrase)?;
    rekey(session, &request.passphrase, Act::RecoveryKeyChanged)
}

/// Errors: the passphrase is not the open file's.
fn confirm(session: &Session, passphrase: &str) -> Result<(), CommandError> {
    let open = session.open.as_ref().ok_or(Failure::NoWorkspace)?;
    if derive_as_ever(passphrase, open.store.salt())?.contains(open.store.key()) {
        return Ok(());
    }
    let path = open.store.path().display().to_string();
    Err(Failure::WrongKey { path, tried: TriedKey::Passphrase }.into())
}

fn rekey(session: &mut Session, passphrase: &str, act: Act) -> Result<RecoverySheet, CommandError> {
    let salt = session.outside.bytes()?;
    let key = derive(passphrase, &salt)?;
    let at = session.now();
    let Open { mut store, profile, begun, .. } = session.open.take().ok_or(Failure::NoWorkspace)?;
    let (path, before) = (store.path().to_owned(), store.key().clone());
    let remembered = session.outside.keychain.get(&keychain_name(store.salt())).ok().flatten().is_some();
    let moment = profile.moment(at, session.outside.bytes()?);
    let noted = store
        .write::<_, CommandError>(&moment, |_| Ok((NewEntry { act, project: None, trails: Vec::new() }, ())));
    let old = keychain_name(store.salt());
    let outcome = noted
        .and_then(|_| {
            let folder = store.backup_folder();
            Ok(store.rotate_backups(&folder, session.outside.now(), Occasion::Key)?)
        })
        .and_then(|_| Ok(store.rekey(&key, &salt)?));
    match outcome {
        Ok(store) => {
            if remembered {
                session.outside.keychain.forget(&old)?;
                session.outside.keychain.set(&keychain_name(&salt), key.bytes())?;
            }
            session.open = Some(Open::going_on(store, profile, begun));
            sheet(session)
        }
        Err(trouble) => {
            // The file is as it was, or whole under the new key: go on with what opens it.
            let store =
                hefu_store::Store::open(&path, &before).or_else(|_| hefu_store::Store::open(&path, &key))?;
            session.open = Some(Open::going_on(store, profile, begun));
            Err(trouble)
        }
    }
}

pub(crate) fn set_keychain(
    session: &mut Session,
    request: SetKeychain,
    _: OnProgress<'_>,
) -> Result<WorkspaceState, CommandError> {
    confirm(session, &request.passphrase)?;
    let open = session.open.as_ref().ok_or(Failure::NoWorkspace)?;
    let name = keychain_name(open.store.salt());
    match request.choice {
        KeychainChoice::Remember => session.outside.keychain.set(&name, open.store.key().bytes())?,
        KeychainChoice::Forget => session.outside.keychain.forget(&name)?,
    }
    state(session)
}
