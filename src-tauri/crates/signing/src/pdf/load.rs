//! Reading a PDF that may have been made to do harm.

use std::panic::{AssertUnwindSafe, catch_unwind};

use lopdf::{Document, LoadOptions};

/// Larger files are refused: offsets are ten digits, and nobody signs half a gigabyte.
pub(crate) const LARGEST: usize = 512 << 20;

/// What one compressed stream may grow to while a file is read.
const LARGEST_STREAM: usize = 256 << 20;

/// Reads the objects of `bytes`; `None` when they are not a PDF, encrypted, or too large.
///
/// The parser bounds its own recursion; should it panic on a file nobody thought of, that file
/// is one that cannot be read, and no more.
pub(crate) fn load(bytes: &[u8]) -> Option<Document> {
    if bytes.len() > LARGEST || !bytes.starts_with(b"%PDF-") {
        return None;
    }
    let options = LoadOptions { max_decompressed_size: Some(LARGEST_STREAM), ..LoadOptions::default() };
    let document = quietly(|| Document::load_mem_with_options(bytes, options))?.ok()?;
    let encrypted = document.encryption_state.is_some() || document.trailer.has(b"Encrypt");
    (!encrypted).then_some(document)
}

/// Runs what may panic inside a library on hostile input.
pub(crate) fn quietly<T>(read: impl FnOnce() -> T) -> Option<T> {
    catch_unwind(AssertUnwindSafe(read)).ok()
}
