//! Checking the chains against each other, against the notes beside them, and against a head from outside.

use std::ops::ControlFlow;
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};

use rusqlite::OptionalExtension;

use crate::error::StoreError;
use crate::journal::batch::{self, Batch};
use crate::journal::chain::{self, Head};
use crate::journal::check::Check;
use crate::journal::erased;
use crate::journal::verdict::{Verdict, Verified};
use crate::reader::Reader;
use crate::store::Store;
use hefu_chain::hex;

/// Told how many entries are done; breaking cancels the check.
pub type Watch<'a> = &'a mut dyn FnMut(u64) -> ControlFlow<()>;

/// Nobody watches, nobody cancels.
pub fn unwatched(_: u64) -> ControlFlow<()> {
    ControlFlow::Continue(())
}

impl Store {
    /// As [`Reader::verify_journal`].
    pub fn verify_journal(&self, given: Option<&Head>, progress: Watch<'_>) -> Result<Verified, StoreError> {
        self.reader().verify_journal(given, progress)
    }

    /// As [`Reader::has`].
    pub fn has(&self, head: &Head) -> Result<bool, StoreError> {
        self.reader().has(head)
    }
}

impl Reader<'_> {
    /// Checks every chain; `given` is a head from a backup or a signed document. `progress` is told the number
    /// of entries done; breaking cancels it.
    pub fn verify_journal(&self, given: Option<&Head>, progress: Watch<'_>) -> Result<Verified, StoreError> {
        let (mut check, broken) = self.check(progress)?;
        let broken = match broken {
            Some(broken) => Some(broken),
            None => check.newest().fault(self.connection)?,
        };
        let verdict = match (broken, given) {
            (Some(broken), _) => broken,
            (None, Some(head)) if !self.has(head)? => Verdict::HeadMissing { head: head.clone() },
            (None, _) => Verdict::Whole,
        };
        Ok(check.found(verdict))
    }

    /// One thread reads and decrypts, the other hashes and compares.
    fn check(&self, progress: Watch<'_>) -> Result<(Check, Option<Verdict>), StoreError> {
        let trails = chain::trails(self.connection)?;
        let check = Check::new(erased::read(self.connection)?);
        std::thread::scope(|scope| {
            let (full, to_check) = sync_channel::<Batch>(AHEAD);
            let (empty, to_fill) = sync_channel::<Batch>(AHEAD);
            let checking = scope.spawn(move || checked(check, &to_check, &empty));
            let read = self.read(&trails, &full, &to_fill, progress);
            drop(full);
            let checked = checking.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic));
            read?;
            checked
        })
    }

    fn read(
        &self,
        trails: &[String],
        full: &SyncSender<Batch>,
        to_fill: &Receiver<Batch>,
        progress: Watch<'_>,
    ) -> Result<(), StoreError> {
        let (mut done, mut cancelled) = (0, false);
        for trail in trails {
            let going = batch::read(
                self.connection,
                trail,
                &mut || to_fill.try_recv().unwrap_or_default(),
                &mut |batch| {
                    done += batch.len() as u64;
                    // The other side stops listening when it has found a fault: there is nothing more to read.
                    if full.send(batch).is_err() {
                        return ControlFlow::Break(());
                    }
                    let going = progress(done);
                    cancelled = going.is_break();
                    going
                },
            )?;
            if cancelled {
                return Err(StoreError::Cancelled);
            }
            if going.is_break() {
                break;
            }
        }
        Ok(())
    }

    /// Whether this entry, with this hash, stands in its trail.
    pub fn has(&self, head: &Head) -> Result<bool, StoreError> {
        let hash: Option<Vec<u8>> = self
            .connection
            .prepare_cached("SELECT hash FROM entry WHERE trail = ?1 AND seq = ?2")?
            .query_row((&head.trail, head.seq), |row| row.get(0))
            .optional()?;
        Ok(hash.is_some_and(|hash| hex(&hash) == head.hash))
    }
}

/// Batches that are read before they are checked, at most.
const AHEAD: usize = 4;

fn checked(
    mut check: Check,
    to_check: &Receiver<Batch>,
    empty: &SyncSender<Batch>,
) -> Result<(Check, Option<Verdict>), StoreError> {
    for batch in to_check {
        if let Some(broken) = check.batch(&batch)? {
            return Ok((check, Some(broken)));
        }
        // Room that the reader does not take back is given up.
        let _ = empty.try_send(batch);
    }
    let broken = check.at_the_end();
    Ok((check, broken))
}
