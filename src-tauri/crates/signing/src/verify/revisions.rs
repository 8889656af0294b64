//! Where the revisions of a file lie, read from its bytes alone.

use std::ops::Range;

use sha2::{Digest, Sha256};

use crate::digest::Sha;
use crate::pdf::tail::{Tail, find_last, listed, tail};

/// More revisions than any document has signers.
const MOST: usize = 64;
/// More ends of a file than are looked at for a signed part.
const MOST_ENDS: usize = 256;

/// What follows the number of the object that comes first in a revision.
pub(crate) const HEAD: &[u8] =
    b" 0 obj\n<</Type/Sig/Filter/Adobe.PPKLite/SubFilter/ETSI.CAdES.detached/ByteRange[";

/// Whether `bytes` are, or could be cut from, the start of a signature's revision.
pub(crate) fn starts_revision(bytes: &[u8]) -> bool {
    let Some(rest) = bytes.strip_prefix(b"\n") else { return false };
    let digits = rest.iter().take_while(|byte| byte.is_ascii_digit()).count();
    let rest = &rest[digits..];
    digits > 0 && rest.iter().zip(HEAD).all(|(one, other)| one == other)
}

/// A signature's revision, as its bytes say.
#[derive(Clone, Debug)]
pub(crate) struct Revision {
    pub(crate) start: usize,
    pub(crate) end: usize,
    /// Number of the signature's object.
    pub(crate) signature: u32,
    pub(crate) byte_range: [usize; 4],
    /// The value of `/Contents`, angle brackets included.
    pub(crate) contents: Range<usize>,
    /// Numbers of the objects the revision lists.
    pub(crate) objects: Vec<u32>,
}

impl Revision {
    /// Whether the signature is over the whole file up to its end, save its own value.
    pub(crate) fn covers_all(&self) -> bool {
        let rest = self.end - self.contents.end;
        self.byte_range == [0, self.contents.start, self.contents.end, rest]
    }
}

/// A file taken apart.
#[derive(Clone, Debug)]
pub(crate) struct Split {
    /// Where the issued file ends.
    pub(crate) base: usize,
    /// In the order they were made.
    pub(crate) revisions: Vec<Revision>,
    /// Where the last revision ends.
    pub(crate) end: usize,
}

/// Takes apart what ends in a signature's revision; without one, there are no revisions.
pub(crate) fn split(bytes: &[u8]) -> Split {
    let mut revisions = Vec::new();
    let mut end = bytes.len();
    while let Some(revision) = read(&bytes[..end]) {
        if revisions.len() == MOST {
            break;
        }
        end = revision.start;
        revisions.push(revision);
    }
    revisions.reverse();
    Split { base: end, revisions, end: bytes.len() }
}

/// The longest part from the start of the file that ends in a signature's revision.
pub(crate) fn signed_part(bytes: &[u8]) -> Option<Split> {
    let mut end = bytes.len();
    for _ in 0..MOST_ENDS {
        let marker = find_last(&bytes[..end], b"%%EOF\n")?;
        let found = split(&bytes[..marker + 6]);
        if !found.revisions.is_empty() {
            return Some(found);
        }
        end = marker;
    }
    None
}

/// Reads the revision that ends where `bytes` ends.
fn read(bytes: &[u8]) -> Option<Revision> {
    if !bytes.ends_with(b"\n%%EOF\n") {
        return None;
    }
    let own: Tail = tail(bytes)?;
    own.previous?;
    let objects = listed(bytes, &own)?;
    let first = objects.iter().map(|(_, offset)| *offset).min()?;
    let start = first.checked_sub(1)?;
    if bytes.get(start) != Some(&b'\n') {
        return None;
    }
    let mut cursor = Cursor { bytes, at: first };
    let signature = u32::try_from(cursor.number()?).ok()?;
    cursor.expect(HEAD)?;
    let mut byte_range = [0; 4];
    for (place, figure) in byte_range.iter_mut().enumerate() {
        if place > 0 {
            cursor.expect(b" ")?;
        }
        *figure = cursor.number()?;
    }
    cursor.expect(b"]")?;
    while cursor.expect(b" ").is_some() {}
    cursor.expect(b"/Contents<")?;
    let from = cursor.at - 1;
    let length = bytes[cursor.at..].iter().position(|byte| *byte == b'>')?;
    let to = cursor.at + length + 1;
    Some(Revision {
        start,
        end: bytes.len(),
        signature,
        byte_range,
        contents: from..to,
        objects: objects.into_iter().map(|(id, _)| id).collect(),
    })
}

struct Cursor<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl Cursor<'_> {
    fn expect(&mut self, what: &[u8]) -> Option<()> {
        self.bytes.get(self.at..)?.starts_with(what).then(|| self.at += what.len())
    }

    fn number(&mut self) -> Option<usize> {
        let rest = self.bytes.get(self.at..)?;
        let digits = rest.iter().take(10).take_while(|byte| byte.is_ascii_digit()).count();
        let number = std::str::from_utf8(&rest[..digits]).ok()?.parse().ok()?;
        self.at += digits;
        Some(number)
    }
}

/// Digests of the file at each revision, made in one pass over it.
pub(crate) struct Digests {
    /// Of the issued file, then of the file up to the end of each revision.
    pub(crate) files: Vec<Sha>,
    /// Of what each signature is over.
    pub(crate) signed: Vec<Sha>,
}

pub(crate) fn digests(bytes: &[u8], split: &Split) -> Digests {
    let mut whole = Sha256::new();
    whole.update(&bytes[..split.base]);
    let mut digests = Digests { files: vec![whole.clone().finalize().into()], signed: Vec::new() };
    for revision in &split.revisions {
        whole.update(&bytes[revision.start..revision.contents.start]);
        let mut signed = whole.clone();
        signed.update(&bytes[revision.contents.end..revision.end]);
        whole.update(&bytes[revision.contents.start..revision.end]);
        digests.signed.push(signed.finalize().into());
        digests.files.push(whole.clone().finalize().into());
    }
    digests
}
