//! Reading a PDF.

use lopdf::Document;

pub(crate) use super::read::plain;
use super::read::read;

/// Reads the objects of `bytes`; `None` when they are not a PDF, encrypted, or more than is read.
pub(crate) fn load(bytes: &[u8]) -> Option<Document> {
    read(bytes).ok()
}
