//! A workspace file as it was left after a write, so that what other programs did to it since is seen.

use std::path::Path;

use crate::claim::{self, Claim};
use crate::error::StoreError;
use crate::names::with_suffix;
use crate::page;

/// The file as this process left it when it last wrote into it: since then everything went into the log.
pub(crate) struct Left {
    pub(crate) size: u64,
    pub(crate) stamp: Option<[u8; 80]>,
    /// By which number the log says that it goes on from this.
    pub(crate) mark: u32,
    pub(crate) log: Option<(u64, u64)>,
    /// Bytes of the log. It only grows until it is folded in.
    pub(crate) log_size: u64,
}

impl Left {
    pub(crate) fn of(claim: &Claim) -> Result<Self, StoreError> {
        let lift = |e| StoreError::io(claim.path(), e);
        let first = claim.first_page().map_err(lift)?;
        Ok(Self {
            size: claim.size().map_err(lift)?,
            stamp: first.as_ref().map(page::stamp),
            mark: first.as_ref().map_or(1, page::mark_of),
            log: log_of(claim.path()),
            log_size: log_size(claim.path()),
        })
    }
}

pub(crate) fn log_size(path: &Path) -> u64 {
    std::fs::metadata(with_suffix(path, "-wal")).map_or(0, |log| log.len())
}

pub(crate) fn log_of(path: &Path) -> Option<(u64, u64)> {
    std::fs::metadata(with_suffix(path, "-wal")).ok().as_ref().map(claim::identity)
}
