//! Copies of the file that are made while others read and write.

use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};

type Count = (Mutex<usize>, Condvar);

/// How many copies of a file are being made. While there are any, nothing is folded into it out of its log, and so it
/// stays as it is. Dropping this waits until the last has ended.
#[derive(Default)]
pub(crate) struct Copies(Arc<Count>);

/// A copy that is being made.
pub(crate) struct Copying(Arc<Count>);

fn locked(count: &Count) -> MutexGuard<'_, usize> {
    count.0.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Copies {
    pub(crate) fn begin(&self) -> Copying {
        *locked(&self.0) += 1;
        Copying(Arc::clone(&self.0))
    }

    pub(crate) fn are_under_way(&self) -> bool {
        *locked(&self.0) > 0
    }

    /// Returns when the last has ended.
    pub(crate) fn wait(&self) {
        let ended = self.0.1.wait_while(locked(&self.0), |count| *count > 0);
        drop(ended.unwrap_or_else(PoisonError::into_inner));
    }
}

impl Drop for Copies {
    fn drop(&mut self) {
        self.wait();
    }
}

impl Drop for Copying {
    fn drop(&mut self) {
        *locked(&self.0) -= 1;
        self.0.1.notify_all();
    }
}
