//! A cross-reference section with its trailer and the end of the file after it, read from where it starts.

use std::collections::BTreeMap;

use hefu_reading::limits::PAPER_REFERENCES;
use lopdf::{Dictionary, Object, Stream};

use crate::pdf::strict::{Cursor, is_of_type};

/// How the objects of a revision are listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Listing {
    Table,
    Stream,
}

/// The number of bytes of a cross-reference stream's entry, as `W[1 4 2]` says.
pub(crate) const STREAM_ENTRY: [usize; 3] = [1, 4, 2];

/// What an object in a list takes: its number and its place.
pub(crate) const LISTED: usize = 48;

/// A section as it lies in a file.
#[derive(Clone, Debug)]
pub(crate) struct Section {
    pub(crate) start: usize,
    pub(crate) listing: Listing,
    /// Number of each object in use and where it starts; without the section's own stream.
    pub(crate) entries: BTreeMap<u32, usize>,
    pub(crate) trailer: Dictionary,
    /// Where `%%EOF` ends.
    pub(crate) end: usize,
}

impl Section {
    /// Reads the section that comes next, up to its `%%EOF`.
    pub(crate) fn read(cursor: &mut Cursor<'_>) -> Option<Self> {
        let start = cursor.at;
        let (listing, entries, trailer) = match cursor.rest().starts_with(b"xref\n") {
            true => {
                let entries = table(cursor)?;
                cursor.expect(b"trailer\n")?;
                (Listing::Table, entries, cursor.dictionary()?)
            }
            false => {
                let (entries, trailer) = stream(cursor)?;
                (Listing::Stream, entries, trailer)
            }
        };
        // One writer ends the line before `startxref`, another leaves a line empty.
        let _ = cursor.expect(b"\n");
        cursor.expect(b"startxref\n")?;
        let stated = cursor.number()?;
        cursor.expect(b"\n%%EOF")?;
        (stated == start).then_some(Self { start, listing, entries, trailer, end: cursor.at })
    }

    /// The section of a file that ends in one, with or without a line's end after it. It may take up to `most` bytes of
    /// the file, and what it holds is paid from `left`.
    pub(crate) fn at_end(bytes: &[u8], most: usize, left: &mut usize) -> Option<Self> {
        let marked = bytes.strip_suffix(b"\n").unwrap_or(bytes);
        let before = marked.strip_suffix(b"\n%%EOF")?;
        let digits = before.iter().rev().take(11).take_while(|byte| byte.is_ascii_digit()).count();
        let start = Cursor::new(before, before.len() - digits).number()?;
        if before.len().checked_sub(start)? > most {
            return None;
        }
        let mut cursor = Cursor { left: *left, ..Cursor::new(bytes, start) };
        let section = Self::read(&mut cursor)?;
        *left = cursor.left;
        (section.end == marked.len()).then_some(section)
    }

    /// Where the section before is said to be.
    pub(crate) fn previous(&self) -> Option<usize> {
        usize::try_from(self.trailer.get(b"Prev").ok()?.as_i64().ok()?).ok()
    }
}

fn table(cursor: &mut Cursor<'_>) -> Option<BTreeMap<u32, usize>> {
    let mut entries = BTreeMap::new();
    let mut next = 0;
    cursor.expect(b"xref\n")?;
    while cursor.rest().first().is_some_and(u8::is_ascii_digit) {
        let first = u32::try_from(cursor.number()?).ok()?;
        cursor.expect(b" ")?;
        let count = u32::try_from(cursor.number()?).ok()?;
        cursor.expect(b"\n")?;
        if first < next {
            return None;
        }
        next = first.checked_add(count)?;
        for id in first..next {
            let entry = cursor.rest().get(..20)?;
            cursor.at += 20;
            match id {
                0 if entry == b"0000000000 65535 f \n" => {}
                0 => return None,
                _ => {
                    let offset = entry.strip_suffix(b" 00000 n \n")?;
                    let digits = offset.iter().all(u8::is_ascii_digit);
                    let offset = std::str::from_utf8(offset).ok().filter(|_| digits)?;
                    list(&mut entries, id, offset.parse().ok()?, cursor)?;
                }
            }
        }
    }
    Some(entries)
}

fn stream(cursor: &mut Cursor<'_>) -> Option<(BTreeMap<u32, usize>, Dictionary)> {
    let start = cursor.at;
    let (own, Object::Stream(Stream { dict, content, .. })) = cursor.indirect()? else { return None };
    if !is_listing(&dict) || dict.has(b"Filter") {
        return None;
    }
    let widths = STREAM_ENTRY.map(|width| Object::Integer(i64::try_from(width).unwrap_or(0)));
    let figures = |key: &[u8]| dict.get(key).ok()?.as_array().ok();
    if figures(b"W")? != &widths {
        return None;
    }
    let mut entries = BTreeMap::new();
    let mut next = 0;
    let mut lines = content.chunks_exact(STREAM_ENTRY.iter().sum());
    for run in figures(b"Index")?.chunks(2) {
        let [Object::Integer(first), Object::Integer(count)] = *run else { return None };
        let (first, count) = (u32::try_from(first).ok()?, u32::try_from(count).ok()?);
        if first < next.max(1) {
            return None;
        }
        next = first.checked_add(count)?;
        for id in first..next {
            let [1, a, b, c, d, 0, 0] = *lines.next()? else { return None };
            list(&mut entries, id, usize::try_from(u32::from_be_bytes([a, b, c, d])).ok()?, cursor)?;
        }
    }
    let whole = lines.next().is_none() && lines.remainder().is_empty();
    (whole && entries.remove(&own) == Some(start)).then_some((entries, dict))
}

fn list(entries: &mut BTreeMap<u32, usize>, id: u32, offset: usize, cursor: &mut Cursor<'_>) -> Option<()> {
    cursor.hold(LISTED)?;
    entries.insert(id, offset);
    (entries.len() <= PAPER_REFERENCES).then_some(())
}

/// Whether this is the dictionary of a cross-reference stream.
pub(crate) fn is_listing(dictionary: &Dictionary) -> bool {
    is_of_type(dictionary, b"XRef")
}
