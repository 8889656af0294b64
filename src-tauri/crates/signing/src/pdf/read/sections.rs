//! Where the objects of a file stand: its sections of references, from the last one back.

use std::collections::{BTreeMap, BTreeSet};

use hefu_reading::limits::{PAPER_REFERENCES, PAPER_SECTIONS};
use lopdf::xref::XrefType;
use lopdf::{Dictionary, Object};

use super::budget::Budget;
use super::lexer::Lexer;
use super::{object, packed};

/// The end of the file, where the last section is named.
const END: usize = 1024;

/// Where an object stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Entry {
    Free,
    At { offset: u32, generation: u16 },
    In { container: u32, index: u16 },
}

pub(super) struct Sections {
    pub(super) entries: BTreeMap<u32, Entry>,
    /// Of the last section, without what names others.
    pub(super) trailer: Dictionary,
    pub(super) kind: XrefType,
    /// Of the last section.
    pub(super) start: usize,
    /// Of all sections.
    pub(super) starts: BTreeSet<usize>,
}

/// One section.
struct Section {
    entries: Vec<(u32, Entry)>,
    dictionary: Dictionary,
    kind: XrefType,
}

pub(super) fn read(bytes: &[u8], budget: &mut Budget) -> Option<Sections> {
    let start = last_section(bytes)?;
    let mut reading = Reading { bytes, budget, entries: BTreeMap::new(), starts: BTreeSet::new(), read: 0 };
    let last = reading.section(start)?;
    let (mut dictionary, kind) = (last.dictionary.clone(), last.kind);
    let mut section = Some(last);
    while let Some(current) = section {
        // A table may name a stream that lists what older readers need not find.
        let beside = current.dictionary.get(b"XRefStm").ok().map(Object::as_i64);
        let before = current.dictionary.get(b"Prev").ok().map(Object::as_i64);
        reading.merge(current.entries);
        if let Some(beside) = beside {
            let beside = reading.section(usize::try_from(beside.ok()?).ok()?)?;
            reading.merge(beside.entries);
        }
        section = match before {
            Some(before) => Some(reading.section(usize::try_from(before.ok()?).ok()?)?),
            None => None,
        };
    }
    for key in [b"Prev".as_slice(), b"XRefStm", b"Length", b"W", b"Index"] {
        dictionary.remove(key);
    }
    let Reading { entries, starts, .. } = reading;
    Some(Sections { entries, trailer: dictionary, kind, start, starts })
}

/// Where the last section starts, as the end of the file says.
fn last_section(bytes: &[u8]) -> Option<usize> {
    let end = &bytes[bytes.len().saturating_sub(END)..];
    let end = &end[..memchr::memmem::rfind(end, b"%%EOF")?];
    let named = &end[memchr::memmem::rfind(end, b"startxref")? + b"startxref".len()..];
    std::str::from_utf8(named.trim_ascii()).ok()?.parse().ok()
}

struct Reading<'a, 'b> {
    bytes: &'a [u8],
    budget: &'b mut Budget,
    entries: BTreeMap<u32, Entry>,
    starts: BTreeSet<usize>,
    /// References so far.
    read: usize,
}

impl Reading<'_, '_> {
    /// What a later section says of an object counts.
    fn merge(&mut self, entries: Vec<(u32, Entry)>) {
        for (number, entry) in entries {
            self.entries.entry(number).or_insert(entry);
        }
    }

    /// The section at `start`; none when it has been read before, or cannot be.
    fn section(&mut self, start: usize) -> Option<Section> {
        if self.starts.len() == PAPER_SECTIONS || !self.starts.insert(start) {
            return None;
        }
        let bytes = self.bytes.get(start..).filter(|bytes| !bytes.is_empty())?;
        match bytes.starts_with(b"xref") {
            true => self.table(bytes),
            false => self.stream(bytes),
        }
    }

    fn count(&mut self, more: usize) -> Option<()> {
        self.read = self.read.checked_add(more).filter(|read| *read <= PAPER_REFERENCES)?;
        Some(())
    }

    fn table(&mut self, bytes: &[u8]) -> Option<Section> {
        let mut entries = Vec::new();
        let mut lexer = Lexer::new(bytes, self.budget);
        lexer.word(b"xref")?;
        lexer.space()?;
        let mut more = 0_usize;
        while lexer.word(b"trailer").is_none() {
            let first = u32::try_from(lexer.natural()?).ok()?;
            lexer.space()?;
            let count = u32::try_from(lexer.natural()?).ok()?;
            lexer.space()?;
            for place in 0..count {
                let offset = u32::try_from(lexer.natural()?).ok()?;
                lexer.space()?;
                let generation = lexer.natural()?;
                lexer.space()?;
                let entry = match lexer.word(b"n") {
                    Some(()) => Entry::At { offset, generation: u16::try_from(generation).ok()? },
                    None => lexer.word(b"f").map(|()| Entry::Free)?,
                };
                lexer.space()?;
                more += 1;
                if more > PAPER_REFERENCES {
                    return None;
                }
                entries.push((first.checked_add(place)?, entry));
            }
        }
        lexer.blank()?;
        let dictionary = lexer.dictionary()?;
        self.count(more)?;
        Some(Section { entries, dictionary, kind: XrefType::CrossReferenceTable })
    }

    fn stream(&mut self, bytes: &[u8]) -> Option<Section> {
        let stream = object::read_listing(bytes, self.budget)?;
        if !stream.dict.has_type(b"XRef") {
            return None;
        }
        let figures = |key| -> Option<Vec<usize>> {
            let all = stream.dict.get(key).and_then(Object::as_array).ok()?;
            all.iter().map(|figure| figure.as_i64().ok().and_then(|n| usize::try_from(n).ok())).collect()
        };
        let widths: [usize; 3] = figures(b"W")?.try_into().ok()?;
        let row: usize = widths.iter().sum();
        if widths.iter().any(|width| *width > 8) || row == 0 {
            return None;
        }
        let runs = match stream.dict.has(b"Index") {
            true => figures(b"Index")?,
            false => vec![0, usize::try_from(stream.dict.get(b"Size").and_then(Object::as_i64).ok()?).ok()?],
        };
        let listed = packed::unpacked(&stream, self.budget)?;
        let mut rows = listed.chunks_exact(row);
        let mut entries = Vec::new();
        for run in runs.chunks(2) {
            let [first, count] = *run else { return None };
            self.count(count)?;
            for place in 0..count {
                let entry = entry(rows.next()?, widths)?;
                entries.push((u32::try_from(first.checked_add(place)?).ok()?, entry));
            }
        }
        Some(Section { entries, dictionary: stream.dict, kind: XrefType::CrossReferenceStream })
    }
}

/// One row of a stream; what kind it is of may be left out.
fn entry(row: &[u8], [kind, middle, last]: [usize; 3]) -> Option<Entry> {
    let figure = |bytes: &[u8]| bytes.iter().fold(0_u64, |sum, byte| sum << 8 | u64::from(*byte));
    let (second, third) = (figure(&row[kind..kind + middle]), figure(&row[kind + middle..]));
    debug_assert_eq!(row.len(), kind + middle + last);
    match if kind == 0 { 1 } else { figure(&row[..kind]) } {
        0 => Some(Entry::Free),
        1 => Some(Entry::At { offset: u32::try_from(second).ok()?, generation: u16::try_from(third).ok()? }),
        2 => Some(Entry::In { container: u32::try_from(second).ok()?, index: u16::try_from(third).ok()? }),
        // Kinds to come mean objects that are not there.
        _ => Some(Entry::Free),
    }
}
