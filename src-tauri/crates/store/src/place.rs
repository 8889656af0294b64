//! Whether an open workspace still is the file that lies under its name. Other programs rename, replace, restore and
//! roll back what they do not know to be open; what is written after that would be acknowledged into nothing, or into
//! a mixture of two states. So it is looked at before every write, and before anything is read for a person.

use std::path::PathBuf;

use rusqlite::config::DbConfig;
use rusqlite::{Connection, Transaction, TransactionBehavior};

use crate::connection::{fold_in, prepare};
use crate::error::{Kept, StoreError, disk};
use crate::left::{Left, log_of, log_size};
use crate::log::Log;
use crate::names::{free_name, with_suffix};
use crate::page::{PAGE, Seals};
use crate::store::Store;
use crate::{beside, log};

/// Bytes of the log after which it is folded in; SQLite's own default of a thousand pages.
const LONG_LOG: u64 = 1000 * 4120;

/// What became of the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Place {
    AsLeft,
    /// The log beside it is another, or none.
    WithoutItsLog,
    /// The log is shorter than what was acknowledged into it.
    LogCut,
    /// Its name leads to another file, or to none.
    Replaced,
    /// Its bytes are others.
    Overwritten,
}

impl Store {
    /// Begins a transaction that writes: none begins in any other way.
    /// Errors: another program moved or changed the file.
    pub(crate) fn begin(&mut self) -> Result<Transaction<'_>, StoreError> {
        self.settle()?;
        let mark = self.left.borrow().mark;
        let begun = self.connection.transaction_with_behavior(TransactionBehavior::Immediate);
        let transaction = begun.map_err(|error| disk(error, &self.path))?;
        log::sign(&transaction, mark)?;
        Ok(transaction)
    }

    /// Whether the file is still the one that was opened, as this process left it.
    pub fn is_in_place(&self) -> bool {
        matches!(self.place(), Place::AsLeft | Place::WithoutItsLog)
    }

    fn place(&self) -> Place {
        if !self.claim.is_at(&self.path).unwrap_or(false) {
            return Place::Replaced;
        }
        let left = self.left.borrow();
        let now = Left::of(&self.claim);
        match now {
            Ok(now) if now.size != left.size || now.stamp != left.stamp => Place::Overwritten,
            Ok(now) if now.log != left.log => Place::WithoutItsLog,
            Ok(now) if now.log_size < left.log_size => Place::LogCut,
            Ok(_) => Place::AsLeft,
            Err(_) => Place::Overwritten,
        }
    }

    /// What was just written is in the log now, and stays there until it is folded in.
    pub(crate) fn logged(&self) {
        self.left.borrow_mut().log_size = log_size(&self.path);
    }

    fn settle(&mut self) -> Result<(), StoreError> {
        match self.place() {
            Place::AsLeft => {}
            // What the log held is still in reach of this process, and goes into the file before anything else.
            Place::WithoutItsLog => self.with_another_log()?,
            Place::LogCut | Place::Replaced | Place::Overwritten => {
                return Err(StoreError::Displaced(self.path.clone()));
            }
        }
        if log_size(&self.path) > LONG_LOG && !self.copies.are_under_way() {
            self.fold_in()?;
        }
        Ok(())
    }

    /// Folds the log into the file, once no copy of it is being made.
    /// Errors: another program moved or changed the file.
    pub(crate) fn fold_in(&self) -> Result<(), StoreError> {
        self.copies.wait();
        if !self.is_in_place() {
            return Err(StoreError::Displaced(self.path.clone()));
        }
        fold_in(&self.connection).map_err(|error| disk(error, &self.path))?;
        self.left.replace(Left::of(&self.claim)?);
        Ok(())
    }

    fn with_another_log(&mut self) -> Result<(), StoreError> {
        self.fold_in()?;
        let connection = Connection::open_in_memory()?;
        // Its log is gone from beside the file: what lies there is not its own to remove.
        drop(std::mem::replace(&mut self.connection, connection));
        let settled = beside::settle(&self.claim, &self.key, &Seals::of(&self.key, &self.salt));
        self.connection = prepare(&self.path, &self.key, &self.salt)?;
        self.left.replace(Left::of(&self.claim)?);
        settled
    }

    /// Gives up a file that is no longer in its place. What this process wrote is kept beside it, under the name told.
    pub fn leave(self) -> StoreError {
        self.copies.wait();
        let path = self.path.clone();
        let kept = match self.place() {
            Place::AsLeft | Place::WithoutItsLog => return StoreError::Displaced(path),
            Place::LogCut => return self.keep_cut_log(),
            Place::Replaced => self.keep_file(),
            Place::Overwritten => self.keep_log(),
        };
        match kept {
            Ok((kept, state)) => StoreError::Replaced { path, kept, state },
            Err(error) => error,
        }
    }

    /// The file itself is another's now or has another name: its bytes are in reach until it is let go.
    fn keep_file(&self) -> Result<(PathBuf, Kept), StoreError> {
        fold_in(&self.connection).map_err(|error| disk(error, &self.path))?;
        self.remove_empty_log();
        if let Some(name) = self.other_name() {
            return Ok((name, Kept::Whole));
        }
        let kept = free_name(&self.path, "kept");
        let mut target = hefu_files::create_empty(&kept)?;
        self.claim.copy_to(&mut target).map_err(|e| StoreError::io(&kept, e))?;
        Ok((kept, Kept::Whole))
    }

    /// What is left of the log goes beside the file: as far as it is whole it is read at the next opening.
    fn keep_cut_log(&self) -> StoreError {
        let kept = with_suffix(&free_name(&self.path, "kept"), "-wal");
        match hefu_files::copy_aside(&with_suffix(&self.path, "-wal"), &kept) {
            Ok(()) => StoreError::LogDamaged { path: self.path.clone(), kept },
            Err(error) => error.into(),
        }
    }

    /// Where it went to within its folder.
    fn other_name(&self) -> Option<PathBuf> {
        let mut beside =
            std::fs::read_dir(self.path.parent()?).ok()?.filter_map(|entry| Some(entry.ok()?.path()));
        beside.find(|each| self.claim.is_at(each).unwrap_or(false))
    }

    fn remove_empty_log(&self) {
        let log = with_suffix(&self.path, "-wal");
        let is_ours = log_of(&self.path).is_some() && log_of(&self.path) == self.left.borrow().log;
        if is_ours && std::fs::metadata(&log).is_ok_and(|meta| meta.len() == 0) {
            // An empty one that stays is no harm.
            let _ = hefu_files::remove(&log);
        }
    }

    /// Others' bytes lie under ours: only the log is still whole.
    fn keep_log(self) -> Result<(PathBuf, Kept), StoreError> {
        let (path, key, salt) = (self.path.clone(), self.key.clone(), self.salt);
        drop(self);
        let log = with_suffix(&path, "-wal");
        let lift = |e| StoreError::io(&log, e);
        let read = Log::read(&log, &Seals::of(&key, &salt)).map_err(lift)?;
        beside::keep_log(&path, &log, &read, &key)
    }
}

impl Drop for Store {
    fn drop(&mut self) {
        self.copies.wait();
        if self.place() == Place::AsLeft {
            // SQLite then folds the log in as it closes, and removes it.
            let _ = self.connection.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, false);
        }
    }
}

const _: () = assert!(PAGE == 4096, "a frame of the log is a page and 24 bytes");
