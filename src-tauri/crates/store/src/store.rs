//! An open workspace, and what is known of it. How it comes to be open is told by [`open`](crate::open).

use std::cell::RefCell;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use hefu_domain::search::Vocabulary;
use rusqlite::Connection;

use crate::claim::Claim;
use crate::copies::{Copies, Copying};
use crate::key::{RawKey, Salt};
use crate::left::Left;
use crate::reader::Reader;
use crate::sweep::Mentions;

/// An open workspace.
pub struct Store {
    /// It goes before the connection, which folds the log in as it goes.
    pub(crate) copies: Copies,
    pub(crate) connection: Connection,
    pub(crate) path: PathBuf,
    pub(crate) key: RawKey,
    pub(crate) salt: Salt,
    /// The words of the index, once something was searched for.
    pub(crate) words: RefCell<Option<Vocabulary>>,
    /// Where people are named, once it was asked what an erasure would take.
    pub(crate) mentions: RefCell<Option<Mentions>>,
    /// The file as it was left.
    pub(crate) left: RefCell<Left>,
    /// It goes after the connection.
    pub(crate) claim: Arc<Claim>,
}

impl Store {
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The key this file is open with.
    pub fn key(&self) -> &RawKey {
        &self.key
    }

    pub fn salt(&self) -> &Salt {
        &self.salt
    }

    /// Bytes on disk, the write-ahead log left out.
    pub fn size(&self) -> u64 {
        std::fs::metadata(&self.path).map_or(0, |meta| meta.len())
    }

    /// Leaves the file as it is as long as what is returned is kept: what is written goes into the log alone.
    pub(crate) fn hold_checkpoints(&self) -> Copying {
        self.copies.begin()
    }

    pub fn reader(&self) -> Reader<'_> {
        Reader { connection: &self.connection }
    }
}
