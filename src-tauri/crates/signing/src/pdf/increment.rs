//! A revision: objects, cross-reference section and trailer, to be put after the file before.
//!
//! It starts with a line feed and the signature's own object, goes on with the other objects by
//! number, and ends with `%%EOF` and a line feed. Everything in it follows from the objects and
//! from the file before, so that it can be written again and compared.

use std::collections::BTreeMap;

use lopdf::{Dictionary, Object, ObjectId, StringFormat};

use crate::digest::Sha;
use crate::pdf::section::{Listing, STREAM_ENTRY, Section};
use crate::pdf::write::Writer;

/// What of the file before the increment continues.
pub(crate) struct Previous {
    pub(crate) length: usize,
    /// Where the newest cross-reference section starts.
    section: usize,
    listing: Listing,
    root: ObjectId,
    info: Option<ObjectId>,
    size: u32,
    /// First half of `/ID`: the file's own; the second names the state.
    permanent_id: Vec<u8>,
    state_id: Vec<u8>,
}

impl Previous {
    /// `None` when the trailer lacks what an increment must repeat.
    pub(crate) fn new(length: usize, sha256: &Sha, section: &Section) -> Option<Self> {
        let trailer = &section.trailer;
        let id = trailer.get(b"ID").ok()?.as_array().ok()?.first()?.as_str().ok()?;
        Some(Self {
            length,
            section: section.start,
            listing: section.listing,
            root: trailer.get(b"Root").ok()?.as_reference().ok()?,
            info: trailer.get(b"Info").ok().and_then(|info| info.as_reference().ok()),
            size: u32::try_from(trailer.get(b"Size").ok()?.as_i64().ok()?).ok()?,
            permanent_id: id.to_vec(),
            state_id: sha256[..16].to_vec(),
        })
    }

    /// The number the first new object gets.
    pub(crate) fn size(&self) -> u32 {
        self.size
    }
}

/// Writes the increment that puts `objects` after the file before; `signature` names the object
/// that comes first. Offsets in the writer count from the increment's own start.
pub(crate) fn write(previous: &Previous, signature: u32, objects: &BTreeMap<u32, &Object>) -> Writer {
    let mut writer = Writer::default();
    let mut offsets = BTreeMap::new();
    writer.put(b"\n");
    let others = objects.iter().filter(|(id, _)| **id != signature);
    for (id, object) in objects.get_key_value(&signature).into_iter().chain(others) {
        offsets.insert(*id, previous.length + writer.bytes.len());
        writer.indirect(*id, object);
    }
    let section = previous.length + writer.bytes.len();
    let last = objects.keys().next_back().copied().unwrap_or(0);
    let next = previous.size.max(last + 1);
    match previous.listing {
        Listing::Table => table(&mut writer, previous, next, &offsets),
        Listing::Stream => {
            offsets.insert(next, section);
            stream(&mut writer, previous, next, &offsets);
        }
    }
    writer.put(format!("startxref\n{section}\n%%EOF\n").as_bytes());
    writer
}

fn table(writer: &mut Writer, previous: &Previous, size: u32, offsets: &BTreeMap<u32, usize>) {
    writer.put(b"xref\n");
    for run in runs(offsets) {
        writer.put(format!("{} {}\n", run[0].0, run.len()).as_bytes());
        for (_, offset) in run {
            writer.put(format!("{offset:010} 00000 n \n").as_bytes());
        }
    }
    writer.put(b"trailer\n");
    writer.dictionary(&trailer(previous, size));
    writer.put(b"\n");
}

fn stream(writer: &mut Writer, previous: &Previous, own: u32, offsets: &BTreeMap<u32, usize>) {
    let mut index = Vec::new();
    let mut content = Vec::new();
    for run in runs(offsets) {
        index.push(Object::from(run[0].0));
        index.push(Object::Integer(i64::try_from(run.len()).unwrap_or(i64::MAX)));
        for (_, offset) in run {
            content.push(1);
            content.extend_from_slice(&u32::try_from(offset).unwrap_or(u32::MAX).to_be_bytes());
            content.extend_from_slice(&[0, 0]);
        }
    }
    let mut dictionary = Dictionary::new();
    dictionary.set("Type", "XRef");
    dictionary.extend(&trailer(previous, own + 1));
    let widths = STREAM_ENTRY.map(|width| Object::Integer(i64::try_from(width).unwrap_or(0)));
    dictionary.set("W", widths.to_vec());
    dictionary.set("Index", index);
    dictionary.set("Length", i64::try_from(content.len()).unwrap_or(i64::MAX));
    let stream = lopdf::Stream::new(dictionary, content).with_compression(false);
    writer.indirect(own, &Object::Stream(stream));
}

fn trailer(previous: &Previous, size: u32) -> Dictionary {
    let mut trailer = Dictionary::new();
    trailer.set("Size", size);
    trailer.set("Root", previous.root);
    if let Some(info) = previous.info {
        trailer.set("Info", info);
    }
    let id = |bytes: &[u8]| Object::String(bytes.to_vec(), StringFormat::Hexadecimal);
    trailer.set("ID", vec![id(&previous.permanent_id), id(&previous.state_id)]);
    trailer.set("Prev", i64::try_from(previous.section).unwrap_or(i64::MAX));
    trailer
}

/// Runs of consecutive numbers.
fn runs(offsets: &BTreeMap<u32, usize>) -> Vec<Vec<(u32, usize)>> {
    let mut runs: Vec<Vec<(u32, usize)>> = Vec::new();
    for (&id, &offset) in offsets {
        match runs.last_mut() {
            Some(run) if run.last().is_some_and(|(last, _)| last + 1 == id) => {
                run.push((id, offset));
            }
            _ => runs.push(vec![(id, offset)]),
        }
    }
    runs
}
