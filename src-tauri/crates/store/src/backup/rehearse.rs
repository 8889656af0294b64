//! A rehearsed restore: the backup is restored into a scratch file, opened with its key and read through, every
//! page, entry, row and kept file. Nothing of the open workspace is touched.

use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use hefu_domain::journal::RehearsalFault;
use hefu_files::Scratch;
use rusqlite::Connection;
use sha2::{Digest, Sha256};

use crate::error::StoreError;
use crate::journal::chain::{Head, WORKSPACE, head};
use crate::journal::images;
use crate::journal::raise::before_raised;
use crate::journal::{Verdict, Verified};
use crate::key::{RawKey, Salt, salt_of};
use crate::store::Store;
use hefu_chain::hex;

/// What a restored backup was found to hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Held {
    pub journal: Verified,
    /// Rows of each table of the record.
    pub tables: Vec<(String, u64)>,
    pub files: u64,
    /// The last entry of its workspace chain.
    pub head: Option<Head>,
    /// What its last entry was before it was brought up to date for the rehearsal; none where that was not needed.
    pub before: Option<Head>,
}

/// How a rehearsed restore went.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Rehearsal {
    Verified(Box<Held>),
    Failed(RehearsalFault),
}

/// Told how far it is: steps done, of all. Breaking cancels it.
type OnProgress<'a> = &'a mut dyn FnMut(u64, u64) -> ControlFlow<()>;

/// What a rehearsal needs to know of the open workspace; nothing of it is read while it goes on.
pub struct Rehearsing {
    /// Where the scratch file lies.
    folder: PathBuf,
    key: RawKey,
    salt: Salt,
}

impl Rehearsing {
    /// Rehearses restoring `backup` with `key`. The scratch file lies in the backup folder, encrypted as the
    /// backup is, and is gone afterwards. [`Store::held_against`] says what it means to the open workspace.
    /// Errors: wrong key; newer format; no room for the scratch file; cancelled.
    pub fn run(&self, backup: &Path, key: &RawKey, report: OnProgress<'_>) -> Result<Rehearsal, StoreError> {
        hefu_files::make_folder(&self.folder)?;
        let scratch = Scratch::in_folder(&self.folder)?;
        self.run_in(&scratch.path().join("restored.hefu"), backup, key, report)
    }

    fn run_in(
        &self,
        target: &Path,
        backup: &Path,
        key: &RawKey,
        report: OnProgress<'_>,
    ) -> Result<Rehearsal, StoreError> {
        let salt = salt_of(backup)?;
        // How much there is to read is known once it is open.
        if hefu_files::copy_new_watched(backup, target, &mut |_, _| report(0, 0))?.is_break() {
            return Err(StoreError::Cancelled);
        }
        let restored = match Store::open(target, key) {
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
        let outcome = restored.read_through(report);
        restored.close()?;
        match outcome {
            Err(StoreError::BadPage { .. }) => Ok(Rehearsal::Failed(RehearsalFault::Unreadable)),
            other => other,
        }
    }
}

impl Store {
    /// A rehearsal of this workspace's restore, which goes on without it.
    pub fn rehearsing(&self) -> Rehearsing {
        Rehearsing { folder: self.backup_folder(), key: self.key.clone(), salt: self.salt }
    }

    /// What a rehearsal means to this workspace: a backup whose last entry the journal does not know has gone another
    /// way.
    pub fn held_against(&self, rehearsal: Rehearsal) -> Result<Rehearsal, StoreError> {
        let Rehearsal::Verified(mut held) = rehearsal else { return Ok(rehearsal) };
        match &held.head {
            Some(head) if !self.has(head)? => match held.before.take() {
                Some(before) if self.has(&before)? => held.head = Some(before),
                _ => return Ok(Rehearsal::Failed(RehearsalFault::Diverged)),
            },
            _ => {}
        }
        Ok(Rehearsal::Verified(held))
    }

    fn read_through(&self, report: OnProgress<'_>) -> Result<Rehearsal, StoreError> {
        let connection = &self.connection;
        let failed = |fault| Ok(Rehearsal::Failed(fault));
        let count = |sql: &str| connection.query_row(sql, [], |row| row.get::<_, u64>(0));
        let (entries, files) = (count("SELECT count(*) FROM entry")?, count("SELECT count(*) FROM file")?);
        let total = entries + files;
        if !is_sound(connection)? {
            return failed(RehearsalFault::Unreadable);
        }
        let journal = self.verify_journal(None, &mut |done| report(done, total))?;
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
        let before = last.as_ref().map(|last| before_raised(connection, last)).transpose()?.flatten();
        Ok(Rehearsal::Verified(Box::new(Held { journal, tables, files, head: last, before })))
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
