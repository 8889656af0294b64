//! Digests of the blocks of the revision before, kept in each signature.
//!
//! A signature only says that a file was changed. With these the verifier can also say where.
//! They take no part in the verdict.

use std::ops::Range;

use lopdf::{Object, StringFormat};

use crate::digest::sha256;

/// Key of the blocks in the signature's dictionary.
pub(crate) const KEY: &str = "HEFU_Blocks";

/// A file is cut into at most this many blocks, of at least [`SMALLEST`] bytes.
const MOST: usize = 256;
const SMALLEST: usize = 512;
/// Bytes kept of each digest: enough to find a change, too few to rely on.
const KEPT: usize = 8;

/// `[size of a block, digests]`
pub(crate) fn entry(bytes: &[u8]) -> Object {
    let size = bytes.len().div_ceil(MOST).next_power_of_two().max(SMALLEST);
    let digests = bytes.chunks(size).flat_map(|block| sha256(block)[..KEPT].to_vec()).collect();
    Object::Array(vec![
        Object::Integer(i64::try_from(size).unwrap_or(i64::MAX)),
        Object::String(digests, StringFormat::Hexadecimal),
    ])
}

/// The bytes from the first changed block to the end of the last one, given the revision of the
/// signature as it lies in the file; `None` when every block is as it was, or the entry cannot
/// be read.
pub(crate) fn first_change(previous: &[u8], revision: &[u8]) -> Option<Range<usize>> {
    let start = memchr::memmem::find(revision, format!("/{KEY}[").as_bytes())?;
    let entry = &revision[start + KEY.len() + 2..];
    let entry = std::str::from_utf8(&entry[..entry.iter().position(|byte| *byte == b']')?]).ok()?;
    let (size, digests) = entry.split_once(' ')?;
    let size: usize = size.parse().ok().filter(|size| *size >= SMALLEST)?;
    let digests = base16ct::lower::decode_vec(digests.strip_prefix('<')?.strip_suffix('>')?).ok()?;
    let changed = |block: &&(usize, &[u8])| {
        let kept = digests.get(block.0 * KEPT..(block.0 + 1) * KEPT);
        kept != Some(&sha256(block.1)[..KEPT])
    };
    let blocks: Vec<(usize, &[u8])> = previous.chunks(size).enumerate().collect();
    let first = blocks.iter().find(changed)?.0;
    let last = blocks.iter().rev().find(changed)?.0;
    Some(first * size..((last + 1) * size).min(previous.len()))
}
