//! The record as it stands at one moment, read while others go on writing: the file itself, which stays as it is as long
//! as its log is not folded in. SQLite locks an open workspace against every other connection; this one asks for no
//! lock, since nothing of what it reads can change.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use rusqlite::{Connection, OpenFlags};

use crate::claim::Claim;
use crate::connection::alone;
use crate::copies::Copying;
use crate::error::StoreError;
use crate::key::{RawKey, Salt};
use crate::log;
use crate::reader::Reader;
use crate::store::Store;

/// What a reader beside an open workspace needs. As long as it is kept, acts go into the log alone.
pub struct Moored {
    path: PathBuf,
    key: RawKey,
    salt: Salt,
    claim: Arc<Claim>,
    _still: Copying,
}

/// A reader of its own: it sees what was written before [`Store::moored`] and nothing after.
pub struct Snapshot {
    connection: Connection,
    _moored: Moored,
}

impl Store {
    /// Folds the log in and lets the file stand. Errors: another program moved or changed it; the disk is full.
    pub fn moored(&self) -> Result<Moored, StoreError> {
        self.fold_in()?;
        Ok(Moored {
            path: self.path.clone(),
            key: self.key.clone(),
            salt: self.salt,
            claim: Arc::clone(&self.claim),
            _still: self.hold_checkpoints(),
        })
    }
}

impl Moored {
    /// Errors: the file is not there any more, or does not read.
    pub fn snapshot(self) -> Result<Snapshot, StoreError> {
        let _alone = alone();
        let flags =
            OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_URI | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let connection = Connection::open_with_flags(address(&self.path), flags)?;
        connection.pragma_update(None, "cipher_log_level", "NONE")?;
        connection.pragma_update(None, "key", self.key.pragma(&self.salt).as_str())?;
        connection.pragma_update(None, "temp_store", "MEMORY")?;
        connection.pragma_update(None, "cache_size", log::CACHE)?;
        connection.pragma_update(None, "trusted_schema", "OFF")?;
        connection.pragma_update(None, "cell_size_check", "ON")?;
        connection.query_row("SELECT count(*) FROM sqlite_schema", [], |_| Ok(()))?;
        // What was opened by its name is the file that is open.
        if !self.claim.is_at(&self.path).unwrap_or(false) {
            return Err(StoreError::Displaced(self.path.clone()));
        }
        Ok(Snapshot { connection, _moored: self })
    }
}

impl Snapshot {
    pub fn reader(&self) -> Reader<'_> {
        Reader { connection: &self.connection }
    }
}

/// A file as SQLite's addresses name it, told to be one that nobody changes.
fn address(path: &Path) -> String {
    // A drive stands behind three strokes.
    let mut address = String::from(if cfg!(windows) { "file:///" } else { "file:" });
    for byte in path.as_os_str().as_encoded_bytes() {
        match *byte {
            b'\\' if cfg!(windows) => address.push('/'),
            b'/' | b':' | b'.' | b'-' | b'_' | b'~' | b'0'..=b'9' | b'a'..=b'z' | b'A'..=b'Z' => {
                address.push(char::from(*byte));
            }
            _ => address.push_str(&format!("%{byte:02X}")),
        }
    }
    address.push_str("?immutable=1");
    address
}
