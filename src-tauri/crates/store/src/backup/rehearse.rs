//! A rehearsed restore: the backup is restored into a scratch file, opened with its key and read through, every
//! page, entry, row and kept file. Nothing of the open workspace is touched.

use std::ops::ControlFlow;
use std::path::Path;

use hefu_domain::journal::RehearsalFault;
use rusqlite::Connection;
use sha2::{Digest, Sha256};

use super::copy_whole;
use crate::error::StoreError;
use crate::journal::chain::{Head, WORKSPACE, head};
use crate::journal::images;
use crate::journal::{Verdict, Verified};
use crate::key::{RawKey, salt_of};
use crate::open::Store;
use crate::writer::hex;

/// What a restored backup was found to hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Held {
    pub journal: Verified,
    /// Rows of each table of the record.
    pub tables: Vec<(String, u64)>,
    pub files: u64,
    /// The last entry of its workspace chain.
    pub head: Option<Head>,
}

/// How a rehearsed restore went.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Rehearsal {
    Verified(Held),
    Failed(RehearsalFault),
}

/// Told how far it is: steps done, of all. Breaking cancels it.
type Report<'a> = &'a mut dyn FnMut(u64, u64) -> ControlFlow<()>;

impl Store {
    /// Rehearses restoring `backup` with `key`. The scratch file lies in the backup folder, encrypted as the
    /// backup is, and is gone afterwards.
    /// Errors: wrong key; newer format; no room for the scratch file; cancelled.
    pub fn rehearse(&self, backup: &Path, key: &RawKey, report: Report<'_>) -> Result<Rehearsal, StoreError> {
        let scratch = self.backup_folder().join("rehearsal");
        // What a crash left of an earlier rehearsal.
        remove_folder(&scratch)?;
        std::fs::create_dir_all(&scratch).map_err(|e| StoreError::io(&scratch, e))?;
        let done = self.rehearse_in(&scratch.join("restored.hefu"), backup, key, report);
        let removed = remove_folder(&scratch);
        let done = done?;
        removed?;
        Ok(done)
    }

    fn rehearse_in(
        &self,
        target: &Path,
        backup: &Path,
        key: &RawKey,
        report: Report<'_>,
    ) -> Result<Rehearsal, StoreError> {
        let salt = salt_of(backup)?;
        copy_whole(backup, target)?;
        let restored = match Self::open(target, key) {
            Ok(restored) => restored,
            // The key of the open workspace is known to fit a file of its salt.
            Err(StoreError::WrongKey(_)) if salt == self.salt && *key == self.key => {
                return Ok(Rehearsal::Failed(RehearsalFault::Unreadable));
            }
            Err(StoreError::WrongKey(_)) => return Err(StoreError::WrongKey(backup.to_owned())),
            Err(StoreError::Damaged { .. } | StoreError::NotAWorkspace(_)) => {
                return Ok(Rehearsal::Failed(RehearsalFault::Unreadable));
            }
            Err(error) => return Err(error),
        };
        let outcome = restored.read_through(self, report);
        restored.close()?;
        match outcome {
            Err(StoreError::Sqlite(error)) if is_damage(&error) => {
                Ok(Rehearsal::Failed(RehearsalFault::Unreadable))
            }
            other => other,
        }
    }

    fn read_through(&self, open: &Store, report: Report<'_>) -> Result<Rehearsal, StoreError> {
        let connection = &self.connection;
        let failed = |fault| Ok(Rehearsal::Failed(fault));
        let count = |sql: &str| connection.query_row(sql, [], |row| row.get::<_, u64>(0));
        let (entries, files) = (count("SELECT count(*) FROM entry")?, count("SELECT count(*) FROM file")?);
        let total = entries + files;
        if !is_sound(connection)? {
            return failed(RehearsalFault::Unreadable);
        }
        let stop = connection.get_interrupt_handle();
        let journal = self.verify_journal(None, &mut |done| {
            if report(done, total).is_break() {
                stop.interrupt();
            }
        })?;
        if journal.verdict != Verdict::Whole {
            return failed(RehearsalFault::Chain);
        }
        let mut statement = connection.prepare("SELECT sha256, bytes FROM file")?;
        let mut rows = statement.query([])?;
        let mut done = entries;
        while let Some(row) = rows.next()? {
            let (sha256, bytes): (String, Vec<u8>) = (row.get(0)?, row.get(1)?);
            if hex(&Sha256::digest(&bytes)) != sha256 {
                return failed(RehearsalFault::File);
            }
            done += 1;
            if report(done, total).is_break() {
                return Err(StoreError::Cancelled);
            }
        }
        let tables = images::tables(connection)?
            .into_iter()
            .map(|table| {
                let rows = count(&format!("SELECT count(*) FROM {table}"))?;
                Ok((table, rows))
            })
            .collect::<Result<_, StoreError>>()?;
        let last = head(connection, WORKSPACE)?;
        match &last {
            Some(last) if !open.has(last)? => failed(RehearsalFault::Diverged),
            _ => Ok(Rehearsal::Verified(Held { journal, tables, files, head: last })),
        }
    }
}

/// Every page's seal, every index and every reference.
fn is_sound(connection: &Connection) -> Result<bool, StoreError> {
    let lines = |pragma: &str| -> Result<Vec<String>, StoreError> {
        let mut statement = connection.prepare(pragma)?;
        let lines = statement.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?;
        Ok(lines)
    };
    Ok(lines("PRAGMA cipher_integrity_check")?.is_empty()
        && lines("PRAGMA integrity_check")? == ["ok"]
        && lines("PRAGMA foreign_key_check")?.is_empty())
}

fn is_damage(error: &rusqlite::Error) -> bool {
    use rusqlite::ErrorCode::{DatabaseCorrupt, NotADatabase};
    matches!(error.sqlite_error_code(), Some(DatabaseCorrupt | NotADatabase))
}

fn remove_folder(folder: &Path) -> Result<(), StoreError> {
    match std::fs::remove_dir_all(folder) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(StoreError::io(folder, error)),
        _ => Ok(()),
    }
}
