//! Creating, opening and closing a workspace file.

use std::cell::{Cell, RefCell};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use hefu_domain::search::Vocabulary;
use rusqlite::{Connection, ErrorCode, OpenFlags};

use crate::backup;
use crate::backup::copies::{Copies, Copying};
use crate::claim::Claim;
use crate::erasure::Mentions;
use crate::error::StoreError;
use crate::file;
use crate::journal::images;
use crate::key::{RawKey, Salt, salt_of};
use crate::search;
use crate::writer::disk;

/// Every migration, in order; the format of a file is how many of them it has.
const MIGRATIONS: &[&str] = &[
    include_str!("../migrations/0001_record.sql"),
    include_str!("../migrations/0002_actor_in_two_languages.sql"),
    include_str!("../migrations/0003_search.sql"),
    include_str!("../migrations/0004_presenter_note.sql"),
    include_str!("../migrations/0005_vendor_profile.sql"),
    include_str!("../migrations/0006_template_and_draft.sql"),
    include_str!("../migrations/0007_journal_filter.sql"),
];

/// The format this build writes.
pub const FORMAT: u32 = MIGRATIONS.len() as u32;

/// `HEFU` in the file's header.
const APPLICATION_ID: i32 = 0x4845_4655;

/// Pages of the log after which SQLite folds it in; its own default.
const LONG_LOG: u32 = 1000;

/// An open workspace.
pub struct Store {
    /// It goes before the connection, which folds the log in as it goes.
    copies: Copies,
    pub(crate) connection: Connection,
    pub(crate) path: PathBuf,
    pub(crate) key: RawKey,
    pub(crate) salt: Salt,
    /// The words of the index, once something was searched for.
    pub(crate) words: RefCell<Option<Vocabulary>>,
    /// Where people are named, once it was asked what an erasure would take.
    pub(crate) mentions: RefCell<Option<Mentions>>,
    /// Whether SQLite was told to leave the log as it is.
    rests: Cell<bool>,
    /// It goes after the connection.
    _claim: Claim,
}

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
        // Claims the name, so that no other process can have made the same file in between.
        std::fs::OpenOptions::new()
            .write(true)
            .create_new(true)
            .open(path)
            .map_err(|e| StoreError::io(path, e))?;
        let claim = Claim::of(path).inspect_err(|_| file::remove_new(path))?;
        let made = connect(path, key, salt).and_then(|mut connection| {
            migrate(&mut connection, path, format)?;
            fill(&mut connection)?;
            migrate(&mut connection, path, FORMAT)?;
            Ok(connection)
        });
        match made {
            Ok(connection) => Self::ready(connection, claim, path, key, salt),
            Err(error) => {
                file::remove_new(path);
                Err(error)
            }
        }
    }

    /// Opens a workspace, bringing an older one up to date after a backup.
    /// Errors: no file; no workspace; wrong key; newer format; open elsewhere; damaged (set aside).
    pub fn open(path: &Path, key: &RawKey) -> Result<Self, StoreError> {
        file::must_be_plausible(path)?;
        let claim = Claim::of(path)?;
        let salt = salt_of(path)?;
        let opened = connect(path, key, &salt).and_then(|connection| {
            let format = check(&connection, path)?;
            Ok((connection, format))
        });
        let (mut connection, format) = match opened {
            Err(StoreError::Sqlite(error)) => return Err(file::diagnose(path, key, &salt, error)),
            other => other?,
        };
        if format < FORMAT {
            fold_in(&connection)?;
            backup::copy(path, &backup::folder(path), &format!("before-format-{FORMAT}"))?;
            migrate(&mut connection, path, FORMAT)?;
        }
        Self::ready(connection, claim, path, key, &salt)
    }

    fn ready(
        mut connection: Connection,
        claim: Claim,
        path: &Path,
        key: &RawKey,
        salt: &Salt,
    ) -> Result<Self, StoreError> {
        connection.set_prepared_statement_cache_capacity(256);
        images::watch(&connection)?;
        search::make_ready(&mut connection).map_err(|error| match error {
            StoreError::Sqlite(error) => disk(error, path),
            other => other,
        })?;
        Ok(Self {
            copies: Copies::default(),
            connection,
            path: path.to_owned(),
            key: key.clone(),
            salt: *salt,
            words: RefCell::new(None),
            mentions: RefCell::new(None),
            rests: Cell::new(false),
            _claim: claim,
        })
    }

    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The key this file is open with.
    pub fn key(&self) -> &RawKey {
        &self.key
    }

    pub fn salt(&self) -> &Salt {
        &self.salt
    }

    /// Bytes on disk, the write-ahead log left out.
    pub fn size(&self) -> u64 {
        std::fs::metadata(&self.path).map_or(0, |meta| meta.len())
    }

    /// Folds the log into the file, once no copy of it is being made.
    pub(crate) fn fold_in(&self) -> Result<(), StoreError> {
        self.copies.wait();
        fold_in(&self.connection)
    }

    /// Leaves the file as it is as long as what is returned is kept: what is written goes into the log alone.
    pub(crate) fn keep_still(&self) -> Result<Copying, StoreError> {
        self.connection.pragma_update(None, "wal_autocheckpoint", 0)?;
        self.rests.set(true);
        Ok(self.copies.begin())
    }

    /// Lets SQLite fold the log in again from time to time, when no copy is being made any more.
    pub(crate) fn stir(&self) -> Result<(), StoreError> {
        if self.rests.get() && !self.copies.are_under_way() {
            self.connection.pragma_update(None, "wal_autocheckpoint", LONG_LOG)?;
            self.rests.set(false);
        }
        Ok(())
    }

    /// Closes the file, once no copy of it is being made: the write-ahead log is folded in and removed.
    pub fn close(self) -> Result<(), StoreError> {
        self.copies.wait();
        let path = self.path;
        self.connection.close().map_err(|(_, error)| disk(error, &path))
    }
}

fn fold_in(connection: &Connection) -> Result<(), StoreError> {
    Ok(connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))?)
}

/// SQLCipher's set-up of a connection shares state with every other's: side by side it was seen to fail.
static ONE_AT_A_TIME: Mutex<()> = Mutex::new(());

pub(crate) fn connect(path: &Path, key: &RawKey, salt: &Salt) -> Result<Connection, StoreError> {
    let _alone = ONE_AT_A_TIME.lock().unwrap_or_else(PoisonError::into_inner);
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(path, flags).map_err(|e| cannot_open(e, path))?;
    // Its log would tell of every wrong passphrase on standard error, in English.
    connection.pragma_update(None, "cipher_log_level", "NONE")?;
    connection.pragma_update(None, "key", key.pragma(salt).as_str())?;
    connection.busy_timeout(std::time::Duration::ZERO)?;
    // One process per file: the operating system's lock is taken at the first read and kept.
    connection.pragma_update(None, "locking_mode", "EXCLUSIVE")?;
    // Sorting and triggers' tables stay in memory: nothing in plain reaches the disk.
    connection.pragma_update(None, "temp_store", "MEMORY")?;
    let busy = |error: rusqlite::Error| match &error {
        rusqlite::Error::SqliteFailure(e, _) => match e.code {
            ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked => StoreError::InUse(path.to_owned()),
            ErrorCode::CannotOpen | ErrorCode::ReadOnly | ErrorCode::PermissionDenied => {
                StoreError::ReadOnly(path.to_owned())
            }
            ErrorCode::DiskFull => StoreError::DiskFull(path.to_owned()),
            _ => StoreError::Sqlite(error),
        },
        _ => StoreError::Sqlite(error),
    };
    // Readable first, or the journal mode's failure would hide a wrong key.
    connection.query_row("SELECT count(*) FROM sqlite_schema", [], |_| Ok(())).map_err(busy)?;
    if connection.is_readonly(rusqlite::MAIN_DB)? {
        return Err(StoreError::ReadOnly(path.to_owned()));
    }
    // Searching reads here and there in the whole file; what was decrypted lately is kept, in KiB.
    connection.pragma_update(None, "cache_size", -8192)?;
    // A write is one sequential append, and a crash leaves either the whole act or nothing of it.
    connection.pragma_update(None, "journal_mode", "WAL").map_err(busy)?;
    // What was acknowledged survives a power cut, not only a crash.
    connection.pragma_update(None, "synchronous", "FULL")?;
    connection.pragma_update(None, "foreign_keys", "ON")?;
    // Erased means erased: freed pages are overwritten.
    connection.pragma_update(None, "secure_delete", "ON")?;
    // A file from elsewhere cannot run functions through its own schema.
    connection.pragma_update(None, "trusted_schema", "OFF")?;
    // A damaged page is noticed when it is read.
    connection.pragma_update(None, "cell_size_check", "ON")?;
    Ok(connection)
}

fn cannot_open(error: rusqlite::Error, path: &Path) -> StoreError {
    match &error {
        rusqlite::Error::SqliteFailure(e, _) if e.code == ErrorCode::CannotOpen => {
            if path.exists() {
                StoreError::ReadOnly(path.to_owned())
            } else {
                StoreError::NoFile(path.to_owned())
            }
        }
        _ => disk(error, path),
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
fn migrate(connection: &mut Connection, path: &Path, wanted: u32) -> Result<(), StoreError> {
    let format: u32 = connection.pragma_query_value(None, "user_version", |row| row.get(0))?;
    let transaction = connection.transaction()?;
    for migration in MIGRATIONS.iter().take(wanted as usize).skip(format as usize) {
        transaction.execute_batch(migration)?;
    }
    transaction.pragma_update(None, "application_id", APPLICATION_ID)?;
    transaction.pragma_update(None, "user_version", wanted)?;
    transaction.commit().map_err(|e| disk(e, path))
}
