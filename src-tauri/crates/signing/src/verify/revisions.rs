//! Where the revisions of a file lie, read from its bytes alone.
//!
//! This only finds where to look, also in a file that was changed. That a file is nothing but its issued part and
//! revisions of known kinds is shown by reading it forward, not here.

use std::ops::Range;

use hefu_reading::limits::{PAPER_HELD, PAPER_PLACES, PAPER_SIGNATURE};
use memchr::memmem;
use sha2::{Digest, Sha256};

use crate::digest::Sha;
use crate::pdf::section::Section;
use crate::pdf::strict::Cursor;

/// More ends of a file than are looked at for a signed part.
const MOST_ENDS: usize = 256;
/// The longest cross-reference section of a signature's revision.
const LONGEST_SECTION: usize = 1 << 20;
/// How a file, and each of its revisions, ends.
const END: &[u8] = b"%%EOF\n";

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

/// A kind of revision; what it may do, `kinds` says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// A signature that fills exactly the two empty fields of its place.
    FieldPair,
}

/// A signature's revision, as its bytes say.
#[derive(Clone, Debug)]
pub(crate) struct Revision {
    pub(crate) kind: Kind,
    pub(crate) start: usize,
    pub(crate) end: usize,
    /// Number of the signature's object.
    pub(crate) signature: u32,
    pub(crate) byte_range: [usize; 4],
    /// The value of `/Contents`, angle brackets included.
    pub(crate) contents: Range<usize>,
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
    /// Where the issued part ends, as far as it can be told.
    pub(crate) base: usize,
    /// In the order they were made.
    pub(crate) revisions: Vec<Revision>,
    /// What stands between or after revisions and is none: how many revisions are before it, and where it lies.
    pub(crate) strays: Vec<(usize, Range<usize>)>,
}

impl Split {
    /// What stands after so many revisions and before the next.
    pub(crate) fn stray(&self, after: usize) -> Option<Range<usize>> {
        self.strays.iter().find(|(before, _)| *before == after).map(|(_, range)| range.clone())
    }
}

/// Takes a file apart from its end; without any revision of a signature, there are no strays either.
pub(crate) fn split(bytes: &[u8]) -> Split {
    let (mut revisions, mut strays) = (Vec::new(), Vec::new());
    let (mut end, mut looked) = (bytes.len(), 0);
    while revisions.len() < PAPER_PLACES {
        if let Some(revision) = read(&bytes[..end]) {
            end = revision.start;
            revisions.push(revision);
        } else if let Some(lower) = lower_end(&bytes[..end], &mut looked) {
            strays.push((revisions.len(), lower..end));
            end = lower;
        } else {
            break;
        }
    }
    revisions.reverse();
    let count = revisions.len();
    let strays = strays.into_iter().map(|(after, range)| (count - after, range)).collect();
    Split { base: end, revisions, strays }
}

/// The nearest place below the end at which a revision ends.
fn lower_end(bytes: &[u8], looked: &mut usize) -> Option<usize> {
    let mut end = bytes.len();
    while *looked < MOST_ENDS {
        let marker = memmem::rfind(&bytes[..end], END)?;
        *looked += 1;
        if read(&bytes[..marker + END.len()]).is_some() {
            return Some(marker + END.len());
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
    let section = Section::at_end(bytes, LONGEST_SECTION, &mut { PAPER_HELD })?;
    section.previous()?;
    let first = *section.entries.values().min()?;
    let start = first.checked_sub(1)?;
    if first >= section.start || bytes.get(start) != Some(&b'\n') {
        return None;
    }
    let mut cursor = Cursor::new(bytes, first);
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
    let longest = cursor.rest().len().min(2 * PAPER_SIGNATURE + 1);
    let length = memchr::memchr(b'>', &cursor.rest()[..longest])?;
    let to = cursor.at + length + 1;
    Some(Revision {
        kind: Kind::FieldPair,
        start,
        end: bytes.len(),
        signature,
        byte_range,
        contents: from..to,
    })
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
    let mut at = split.base;
    let mut digests = Digests { files: vec![whole.clone().finalize().into()], signed: Vec::new() };
    for revision in &split.revisions {
        whole.update(&bytes[at..revision.contents.start]);
        let mut signed = whole.clone();
        signed.update(&bytes[revision.contents.end..revision.end]);
        whole.update(&bytes[revision.contents.start..revision.end]);
        at = revision.end;
        digests.signed.push(signed.finalize().into());
        digests.files.push(whole.clone().finalize().into());
    }
    digests
}
