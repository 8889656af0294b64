//! Running libraries on what somebody may have made to do harm.

use std::panic::{AssertUnwindSafe, catch_unwind};

/// Runs what may panic inside a library on hostile input; `None` when it did.
pub(crate) fn quietly<T>(read: impl FnOnce() -> T) -> Option<T> {
    catch_unwind(AssertUnwindSafe(read)).ok()
}
