//! Creating, opening and closing a workspace file.

use std::path::Path;
use std::sync::Arc;

use rusqlite::Connection;

use crate::claim::Claim;
use crate::connection::{connect, fold_in, watched};
use crate::copies::Copies;
use crate::error::{StoreError, disk};
use crate::format::{FORMAT, MIGRATIONS};
use crate::journal::raise;
use crate::key::{RawKey, Salt};
use crate::left::Left;
use crate::page::{self, Seals};
use crate::store::Store;
use crate::{backups, beside, file, log, names, search, sound};

/// The first format whose journal has entries of the second form.
const SECOND_FORM: u32 = 8;

/// `HEFU` in the file's header.
const APPLICATION_ID: i32 = 0x4845_4655;

impl Store {
    /// Makes a new, empty workspace. Errors: a file stands there already; the folder cannot be written.
    pub fn create(path: &Path, key: &RawKey, salt: &Salt) -> Result<Self, StoreError> {
        Self::create_from(path, key, salt, FORMAT, |_| Ok(()))
    }

    /// A new workspace of an older format, filled and then brought up to date.
    pub(crate) fn create_from(
        path: &Path,
        key: &RawKey,
        salt: &Salt,
        format: u32,
        fill: impl FnOnce(&mut Connection) -> Result<(), StoreError>,
    ) -> Result<Self, StoreError> {
        names::must_be_short_enough(path)?;
        // Claims the name, so that no other process can have made the same file in between.
        hefu_files::create_empty(path)?;
        let claimed = Claim::of(path).and_then(Claim::with_its_log);
        let claim = claimed.inspect_err(|_| names::remove_new(path))?;
        let made = connect(path, key, salt).and_then(|mut connection| {
            migrate(&mut connection, &claim, format)?;
            fill(&mut connection)?;
            migrate(&mut connection, &claim, FORMAT)?;
            Ok(connection)
        });
        match made {
            Ok(connection) => Self::ready(connection, claim, key, salt),
            Err(error) => {
                names::remove_new(path);
                Err(error.at(path))
            }
        }
    }

    /// Opens a workspace, bringing an older one up to date after a backup. Links are followed to the file.
    /// Errors: no file; no workspace; wrong key; newer format; open elsewhere; damaged (set aside); what lay beside it
    /// was of another state (set aside).
    pub fn open(path: &Path, key: &RawKey) -> Result<Self, StoreError> {
        Self::examine(path)?;
        let path = names::resolved(path)?;
        Self::open_claimed(Claim::of(&path)?.with_its_log()?, key)
    }

    pub(crate) fn open_claimed(claim: Claim, key: &RawKey) -> Result<Self, StoreError> {
        let path = claim.path().to_owned();
        let first = claim.first_page().map_err(|e| StoreError::io(&path, e))?;
        let first = first.ok_or_else(|| StoreError::NotAWorkspace(path.clone()))?;
        let salt = page::salt(&first);
        let seals = Seals::of(key, &salt);
        // Whether the key is the right one is known before SQLite is let at what lies beside the file.
        if !seals.fit(&first, 1) && !beside::heals(&claim, &seals) {
            return Err(file::diagnose(&path, key, &salt));
        }
        beside::settle(&claim, key, &seals)?;
        let opened = connect(&path, key, &salt).and_then(|connection| {
            let format = check(&connection, &path)?;
            fold_in(&connection)?;
            let pages = connection.pragma_query_value(None, "page_count", |row| row.get(0))?;
            sound::must_be_whole(&path, &seals, pages)?;
            Ok((connection, format))
        });
        let (mut connection, format) = match opened {
            Err(StoreError::BadPage { .. }) => return Err(file::damaged(&path, key)),
            // SQLite has many words for a page that it cannot decrypt.
            Err(StoreError::Sqlite(_)) if !sound::is_wholly_sound(&path, &seals) => {
                return Err(file::damaged(&path, key));
            }
            Err(StoreError::Sqlite(error)) => return Err(file::why(&path, error).at(&path)),
            other => other.map_err(|error| error.at(&path))?,
        };
        if format < FORMAT {
            fold_in(&connection)?;
            backups::copy(&path, &backups::folder(&path), &format!("before-format-{FORMAT}"))?;
            migrate(&mut connection, &claim, FORMAT)?;
        }
        Self::ready(connection, claim, key, &salt)
    }

    fn ready(
        mut connection: Connection,
        claim: Claim,
        key: &RawKey,
        salt: &Salt,
    ) -> Result<Self, StoreError> {
        watched(&connection)?;
        let path = claim.path().to_owned();
        let left = Left::of(&claim)?;
        search::make_ready(&mut connection, left.mark).map_err(|error| match error {
            StoreError::Sqlite(error) => disk(error, &path),
            other => other,
        })?;
        Ok(Self {
            copies: Copies::default(),
            connection,
            path,
            key: key.clone(),
            salt: *salt,
            words: std::cell::RefCell::new(None),
            mentions: std::cell::RefCell::new(None),
            left: std::cell::RefCell::new(left),
            claim: Arc::new(claim),
        })
    }

    /// Closes the file, once no copy of it is being made: the write-ahead log is folded in and removed.
    /// Errors: another program moved or changed the file; what was written is kept under the name told.
    pub fn close(self) -> Result<(), StoreError> {
        if !self.is_in_place() {
            return Err(self.leave());
        }
        self.fold_in()
    }
}

/// The file's format. Errors: no workspace of Hefu; newer than this build.
fn check(connection: &Connection, path: &Path) -> Result<u32, StoreError> {
    let id: i32 = connection.pragma_query_value(None, "application_id", |row| row.get(0))?;
    if id != APPLICATION_ID {
        return Err(StoreError::NotAWorkspace(path.to_owned()));
    }
    let format: u32 = connection.pragma_query_value(None, "user_version", |row| row.get(0))?;
    if format > FORMAT {
        return Err(StoreError::Newer { path: path.to_owned(), format, known: FORMAT });
    }
    Ok(format)
}

/// Brings the file to `wanted`, which is no older than it is.
fn migrate(connection: &mut Connection, claim: &Claim, wanted: u32) -> Result<(), StoreError> {
    let format: u32 = connection.pragma_query_value(None, "user_version", |row| row.get(0))?;
    let mark = Left::of(claim)?.mark;
    let transaction = connection.transaction()?;
    log::sign(&transaction, mark)?;
    for migration in MIGRATIONS.iter().take(wanted as usize).skip(format as usize) {
        transaction.execute_batch(migration)?;
    }
    if (1..SECOND_FORM).contains(&format) && wanted >= SECOND_FORM {
        raise::raise(&transaction, format, wanted)?;
    }
    transaction.pragma_update(None, "application_id", APPLICATION_ID)?;
    transaction.pragma_update(None, "user_version", wanted)?;
    transaction.commit().map_err(|e| disk(e, claim.path()))
}
