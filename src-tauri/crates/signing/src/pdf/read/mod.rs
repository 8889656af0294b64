//! Reading a PDF that may have been made to do harm.
//!
//! lopdf's own reader believes what a file claims: how long a row is, how many objects there are, that none lies
//! inside another. This one walks the file from its end, takes each byte for one object only, and keeps count of
//! what it holds; what it makes is lopdf's document. It is strict where readers differ: an object stands where its
//! reference says and nowhere else, a key stands in a dictionary once, an object that a revision frees is gone.

mod budget;
mod lexer;
mod object;
mod packed;
mod sections;

use std::collections::{BTreeMap, BTreeSet};

use lopdf::xref::{Xref, XrefEntry};
use lopdf::{Document, Object, ObjectId};

use budget::Budget;
pub(crate) use budget::{ENTRY, VALUE};
pub(crate) use packed::plain;
use sections::{Entry, Sections};

/// Why no document was made of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Unread {
    /// It does not begin as one, or its end leads nowhere.
    NotAPdf,
    /// It, or what it would be read into, is larger than is read.
    TooLarge,
    Encrypted,
}

/// Makes a document of `bytes`. An object that cannot be read is not in it, as if it were not there.
pub(crate) fn read(bytes: &[u8]) -> Result<Document, Unread> {
    let mut budget = Budget::of(bytes.len()).ok_or(Unread::TooLarge)?;
    if !bytes.starts_with(b"%PDF-") {
        return Err(Unread::NotAPdf);
    }
    let document = document(bytes, &mut budget);
    match document {
        _ if budget.is_spent() => Err(Unread::TooLarge),
        None => Err(Unread::NotAPdf),
        Some(document) if document.trailer.has(b"Encrypt") => Err(Unread::Encrypted),
        Some(document) => Ok(document),
    }
}

fn document(bytes: &[u8], budget: &mut Budget) -> Option<Document> {
    let sections = sections::read(bytes, budget)?;
    let mut document = Document::new();
    document.version = version(bytes);
    document.xref_start = sections.start;
    document.reference_table = listed(&sections);
    document.max_id = document.reference_table.size.saturating_sub(1);
    document.objects = objects(bytes, &sections, budget);
    unpack(&sections, &mut document.objects, budget);
    document.trailer = sections.trailer;
    Some(document)
}

fn version(bytes: &[u8]) -> String {
    let figures = bytes[5..].iter().take(4).take_while(|byte| byte.is_ascii_digit() || **byte == b'.');
    figures.map(|byte| char::from(*byte)).collect()
}

fn listed(sections: &Sections) -> Xref {
    let mut table = Xref::new(0, sections.kind);
    for (number, entry) in &sections.entries {
        match *entry {
            Entry::Free => {}
            Entry::At { offset, generation } => {
                table.insert(*number, XrefEntry::Normal { offset, generation });
            }
            Entry::In { container, index } => {
                table.insert(*number, XrefEntry::Compressed { container, index });
            }
        }
    }
    table
}

/// The objects that stand in the file themselves, each within what lies before the next.
fn objects(bytes: &[u8], sections: &Sections, budget: &mut Budget) -> BTreeMap<ObjectId, Object> {
    let at = |entry: &Entry| match entry {
        Entry::At { offset, .. } => usize::try_from(*offset).ok().filter(|offset| *offset < bytes.len()),
        _ => None,
    };
    let mut starts: BTreeSet<usize> = sections.entries.values().filter_map(at).collect();
    starts.extend(sections.starts.iter().copied());
    starts.insert(bytes.len());
    let within = |offset: usize| {
        let end = starts.range(offset + 1..).next().copied().unwrap_or(bytes.len());
        &bytes[offset..end]
    };
    let mut objects = BTreeMap::new();
    for (number, entry) in &sections.entries {
        let (Some(offset), Entry::At { generation, .. }) = (at(entry), entry) else { continue };
        let id = (*number, *generation);
        let length = |id: ObjectId| {
            let there = sections.entries.get(&id.0)?;
            let stands = matches!(there, Entry::At { generation, .. } if *generation == id.1);
            at(there).filter(|_| stands).map(&within)
        };
        if let Some(object) = object::read(within(offset), id, length, budget) {
            objects.insert(id, object);
        }
        if budget.is_spent() {
            break;
        }
    }
    objects
}

/// Puts in what lies packed in object streams.
fn unpack(sections: &Sections, objects: &mut BTreeMap<ObjectId, Object>, budget: &mut Budget) {
    let mut containers: BTreeMap<u32, Vec<(u32, u16)>> = BTreeMap::new();
    for (number, entry) in &sections.entries {
        if let Entry::In { container, index } = entry {
            containers.entry(*container).or_default().push((*number, *index));
        }
    }
    for (container, wanted) in containers {
        let Some(Object::Stream(stream)) = objects.get(&(container, 0)) else { continue };
        let unpacked = packed::objects(stream, &wanted, budget).unwrap_or_default();
        if budget.is_spent() {
            return;
        }
        objects.extend(unpacked);
    }
}

#[cfg(test)]
mod tests;
