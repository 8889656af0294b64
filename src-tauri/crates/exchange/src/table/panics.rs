//! Running a library on a file that somebody may have made to break it.

use std::panic::{AssertUnwindSafe, catch_unwind};

use super::ReadError;

/// What `read` gives. A library that panics on what it reads found the file to be other than the format says: damaged.
pub(super) fn guarded<T>(read: impl FnOnce() -> Result<T, ReadError>) -> Result<T, ReadError> {
    catch_unwind(AssertUnwindSafe(read))
        .unwrap_or_else(|_| Err(ReadError::Damaged("its reader gave up on it".to_owned())))
}
