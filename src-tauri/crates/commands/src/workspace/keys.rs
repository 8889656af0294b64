//! From what a person typed to the key of a file.

use std::path::Path;

use hefu_api::Failure;
use hefu_api::failure::{MistypedKey, TriedKey};
use hefu_api::workspace::BackupKey;
use hefu_store::{Mistyped, RawKey, RecoveryKey, Salt, StoreError, derive_as_ever, salt_of};

use crate::failure::CommandError;
use crate::session::Session;

/// Keys that may open a file, the likeliest first, and what they were made of.
pub(super) struct Keys {
    keys: Vec<RawKey>,
    tried: TriedKey,
}

impl Keys {
    pub(super) fn of_passphrase(typed: &str, salt: &Salt) -> Result<Self, CommandError> {
        Ok(Self { keys: derive_as_ever(typed, salt)?, tried: TriedKey::Passphrase })
    }

    /// Errors: what was typed is no recovery key.
    pub(super) fn of_recovery(typed: &str) -> Result<Self, Failure> {
        Ok(Self { keys: vec![recovery(typed)?], tried: TriedKey::RecoveryKey })
    }

    pub(super) fn kept(key: RawKey) -> Self {
        Self { keys: vec![key], tried: TriedKey::KeptKey }
    }

    /// What the first key makes that opens the file. Errors: `attempt`'s; when none opens it, what was tried is told.
    pub(super) fn first<T>(
        &self,
        mut attempt: impl FnMut(&RawKey) -> Result<T, StoreError>,
    ) -> Result<T, CommandError> {
        let mut wrong = None;
        for key in &self.keys {
            match attempt(key) {
                Err(StoreError::WrongKey(path)) => wrong = Some(path),
                other => return Ok(other?),
            }
        }
        let path = wrong.unwrap_or_default().display().to_string();
        Err(Failure::WrongKey { path, tried: self.tried }.into())
    }

    /// The likeliest key that fits.
    pub(super) fn fitting(&self, fits: impl Fn(&RawKey) -> bool) -> Option<&RawKey> {
        self.keys.iter().find(|key| fits(key))
    }
}

/// Errors: what was typed is no recovery key.
pub(super) fn recovery(typed: &str) -> Result<RawKey, Failure> {
    RecoveryKey::read(typed).map_err(|mistyped| {
        let told = |problem, characters, group| Failure::RecoveryKeyMistyped {
            problem,
            characters,
            wanted: Mistyped::WANTED,
            group,
        };
        match mistyped {
            Mistyped::Length { characters } => told(MistypedKey::Length, characters, 0),
            Mistyped::Symbol { group } => told(MistypedKey::Symbol, 0, group),
            Mistyped::Check => told(MistypedKey::Check, 0, 0),
        }
    })
}

/// The keys that may open a backup. Errors: no key can be read from what was typed; no workspace is open.
pub(super) fn of_backup(session: &Session, backup: &Path, key: BackupKey) -> Result<Keys, CommandError> {
    Ok(match key {
        BackupKey::Passphrase { passphrase } => Keys::of_passphrase(&passphrase, &salt_of(backup)?)?,
        BackupKey::Recovery { recovery_key } => Keys::of_recovery(&recovery_key)?,
        BackupKey::OpenWorkspace => {
            Keys::kept(session.open.as_ref().ok_or(Failure::NoWorkspace)?.store.key().clone())
        }
    })
}
