//! A connection to a workspace file, as every other part of the store has it.

use std::path::Path;
use std::sync::{Mutex, MutexGuard, PoisonError};

use rusqlite::config::DbConfig;
use rusqlite::{Connection, ErrorCode, OpenFlags};

use crate::error::{StoreError, disk};
use crate::journal::images;
use crate::key::{RawKey, Salt};
use crate::{log, owner};

/// Folds the log into the file and empties it.
pub(crate) fn fold_in(connection: &Connection) -> Result<(), rusqlite::Error> {
    connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))
}

/// Takes images of what is written, and holds owners.
pub(crate) fn watched(connection: &Connection) -> Result<(), StoreError> {
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
