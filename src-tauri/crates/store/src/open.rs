//! Creating, opening and closing a workspace file.

use std::cell::RefCell;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use hefu_domain::search::Vocabulary;
use rusqlite::config::DbConfig;
use rusqlite::{Connection, ErrorCode, OpenFlags};

use crate::backup;
use crate::backup::copies::{Copies, Copying};
use crate::claim::Claim;
use crate::erasure::Mentions;
use crate::error::StoreError;
use crate::journal::{images, raise};
use crate::key::{RawKey, Salt};
use crate::owner;
use crate::page::{self, Seals};
use crate::place::Left;
use crate::search;
use crate::writer::disk;
use crate::{beside, file, log};

/// Every migration of the folder, in the order of their numbers; the format of a file is how many of them it has.
const MIGRATIONS: &[&str] = include!(concat!(env!("OUT_DIR"), "/migrations.rs"));

/// The format this build writes.
pub const FORMAT: u32 = MIGRATIONS.len() as u32;

/// The first format whose journal has entries of the second form.
const SECOND_FORM: u32 = 8;

/// `HEFU` in the file's header.
const APPLICATION_ID: i32 = 0x4845_4655;

/// An open workspace.
pub struct Store {
    /// It goes before the connection, which folds the log in as it goes.
    pub(crate) copies: Copies,
    pub(crate) connection: Connection,
    pub(crate) path: PathBuf,
    pub(crate) key: RawKey,
    pub(crate) salt: Salt,
    /// The words of the index, once something was searched for.
    pub(crate) words: RefCell<Option<Vocabulary>>,
    /// Where people are named, once it was asked what an erasure would take.
    pub(crate) mentions: RefCell<Option<Mentions>>,
    /// The file as it was left.
    pub(crate) left: RefCell<Left>,
    /// It goes after the connection.
    pub(crate) claim: Arc<Claim>,
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
        file::must_be_short_enough(path)?;
        // Claims the name, so that no other process can have made the same file in between.
        hefu_files::create_empty(path)?;
        let claimed = Claim::of(path).and_then(Claim::with_its_log);
        let claim = claimed.inspect_err(|_| file::remove_new(path))?;
        let made = connect(path, key, salt).and_then(|mut connection| {
            migrate(&mut connection, &claim, format)?;
            fill(&mut connection)?;
            migrate(&mut connection, &claim, FORMAT)?;
            Ok(connection)
        });
        match made {
            Ok(connection) => Self::ready(connection, claim, key, salt),
            Err(error) => {
                file::remove_new(path);
                Err(error.at(path))
            }
        }
    }

    /// Opens a workspace, bringing an older one up to date after a backup. Links are followed to the file.
    /// Errors: no file; no workspace; wrong key; newer format; open elsewhere; damaged (set aside); what lay beside it
    /// was of another state (set aside).
    pub fn open(path: &Path, key: &RawKey) -> Result<Self, StoreError> {
        Self::examine(path)?;
        let path = file::resolved(path)?;
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
            file::must_be_whole(&path, &seals, pages)?;
            Ok((connection, format))
        });
        let (mut connection, format) = match opened {
            Err(StoreError::BadPage { .. }) => return Err(file::damaged(&path, key)),
            // SQLite has many words for a page that it cannot decrypt.
            Err(StoreError::Sqlite(_)) if !file::is_wholly_sound(&path, &seals) => {
                return Err(file::damaged(&path, key));
            }
            Err(StoreError::Sqlite(error)) => return Err(file::why(&path, error).at(&path)),
            other => other.map_err(|error| error.at(&path))?,
        };
        if format < FORMAT {
            fold_in(&connection)?;
            backup::copy(&path, &backup::folder(&path), &format!("before-format-{FORMAT}"))?;
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
            words: RefCell::new(None),
            mentions: RefCell::new(None),
            left: RefCell::new(left),
            claim: Arc::new(claim),
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

    /// Leaves the file as it is as long as what is returned is kept: what is written goes into the log alone.
    pub(crate) fn hold_checkpoints(&self) -> Copying {
        self.copies.begin()
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

pub(crate) fn fold_in(connection: &Connection) -> Result<(), rusqlite::Error> {
    connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))
}

fn watched(connection: &Connection) -> Result<(), StoreError> {
    connection.set_prepared_statement_cache_capacity(256);
    images::watch(connection)?;
    owner::guard(connection)
}

/// A connection as an open workspace has it.
pub(crate) fn prepare(path: &Path, key: &RawKey, salt: &Salt) -> Result<Connection, StoreError> {
    let connection = connect(path, key, salt)?;
    watched(&connection)?;
    Ok(connection)
}

/// SQLite's own locks meet the one that is held on the file where the system knows only one kind.
const LOCKING: Option<&str> = if cfg!(target_os = "macos") { Some("unix-none") } else { None };

/// SQLCipher's set-up of a connection shares state with every other's: side by side it was seen to fail.
static ONE_AT_A_TIME: Mutex<()> = Mutex::new(());

pub(crate) fn alone() -> MutexGuard<'static, ()> {
    ONE_AT_A_TIME.lock().unwrap_or_else(PoisonError::into_inner)
}

pub(crate) fn connect(path: &Path, key: &RawKey, salt: &Salt) -> Result<Connection, StoreError> {
    let _alone = alone();
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let opened = match LOCKING {
        None => Connection::open_with_flags(path, flags),
        Some(vfs) => Connection::open_with_flags_and_vfs(path, flags, vfs),
    };
    let connection = opened.map_err(|e| cannot_open(e, path))?;
    // Whoever closes it looks first whether the log is still to go into this file.
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true)?;
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
            ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase => error.into(),
            _ => StoreError::Sqlite(error),
        },
        _ => StoreError::Sqlite(error),
    };
    // Readable first, or the journal mode's failure would hide a wrong key.
    connection.query_row("SELECT count(*) FROM sqlite_schema", [], |_| Ok(())).map_err(busy)?;
    if connection.is_readonly(rusqlite::MAIN_DB)? {
        return Err(StoreError::ReadOnly(path.to_owned()));
    }
    connection.pragma_update(None, "cache_size", log::CACHE)?;
    // A write is one sequential append, and a crash leaves either the whole act or nothing of it.
    connection.pragma_update(None, "journal_mode", "WAL").map_err(busy)?;
    // The file is written to only when it was seen to be in its place.
    connection.pragma_update(None, "wal_autocheckpoint", 0)?;
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
