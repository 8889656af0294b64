//! The issued part of a file, read forward from its first byte: a head, objects one after another, one section that
//! lists exactly these, one end. Nothing lies between them, so nothing can hide there.

use std::collections::BTreeMap;

use hefu_reading::limits::{PAPER_HELD, PAPER_REFERENCES};
use lopdf::{Document, Object};

use crate::pdf::read::ENTRY;
use crate::pdf::section::{LISTED, Listing, Section, is_listing};
use crate::pdf::strict::Cursor;

/// What a trailer, or the dictionary of a cross-reference stream, may say.
const TRAILER: [&[u8]; 8] = [b"Size", b"Root", b"Info", b"ID", b"Type", b"W", b"Index", b"Length"];

/// A file at a certain revision, and the section that is the newest in it.
#[derive(Clone)]
pub(crate) struct State {
    pub(crate) document: Document,
    pub(crate) section: Section,
    /// Where each object starts, in the order of the file.
    pub(crate) offsets: Vec<(usize, u32)>,
    /// Bytes that what follows may still take.
    pub(crate) left: usize,
}

/// Reads the issued part at the start of `bytes`. The error is the byte from which on it is none.
pub(crate) fn read(bytes: &[u8]) -> Result<State, usize> {
    read_within(bytes, PAPER_HELD)
}

/// Of what is read, no more than so many bytes are held.
fn read_within(bytes: &[u8], held: usize) -> Result<State, usize> {
    let mut cursor = Cursor { left: held, ..Cursor::new(bytes, 0) };
    head(&mut cursor).ok_or(cursor.at)?;
    let mut objects = BTreeMap::new();
    let mut offsets = Vec::new();
    let start = loop {
        let before = cursor.clone();
        let start = before.at;
        if cursor.rest().starts_with(b"xref\n") {
            break start;
        }
        match cursor.indirect().ok_or(start)? {
            (_, Object::Stream(stream)) if is_listing(&stream.dict) => {
                cursor = before;
                break start;
            }
            (id, object) => {
                cursor.hold(ENTRY + LISTED).ok_or(start)?;
                if objects.insert((id, 0), object).is_some() || objects.len() > PAPER_REFERENCES {
                    return Err(start);
                }
                offsets.push((start, id));
            }
        }
    };
    let section = Section::read(&mut cursor).ok_or(start)?;
    // The table of a whole file begins with the head of the list of free numbers.
    if section.listing == Listing::Table && !bytes[section.start..].starts_with(b"xref\n0 ") {
        return Err(section.start);
    }
    let listed = section.entries.iter().map(|(id, offset)| (*offset, *id));
    let exact = section.entries.len() == offsets.len() && {
        let mut listed: Vec<(usize, u32)> = listed.collect();
        listed.sort_unstable();
        listed == offsets
    };
    let last = objects.keys().next_back().map_or(0, |(id, _)| *id);
    let trailer = &section.trailer;
    let size = trailer.get(b"Size").and_then(Object::as_i64).ok().and_then(|size| u32::try_from(size).ok());
    let known = trailer.iter().all(|(key, _)| TRAILER.contains(&key.as_slice()));
    let rooted =
        trailer.get(b"Root").and_then(Object::as_reference).is_ok_and(|id| objects.contains_key(&id));
    if !exact || !known || !rooted || size.is_none_or(|size| size <= last) {
        return Err(section.start);
    }
    let mut document = Document::with_version("1.7");
    document.objects = objects;
    document.trailer = trailer.clone();
    document.max_id = last;
    Ok(State { document, section, offsets, left: cursor.left })
}

/// `%PDF-1.7` and the line of bytes by which programs know that the file is no text.
fn head(cursor: &mut Cursor<'_>) -> Option<()> {
    cursor.expect(b"%PDF-1.")?;
    let digit = *cursor.rest().first()?;
    cursor.at += 1;
    cursor.expect(b"\n%")?;
    let marks = cursor.rest().iter().take(9).take_while(|byte| !byte.is_ascii()).count();
    cursor.at += marks;
    cursor.expect(b"\n").filter(|()| digit.is_ascii_digit() && (4..=8).contains(&marks))
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]
mod tests;
