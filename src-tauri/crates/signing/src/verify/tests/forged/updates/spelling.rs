//! How an update is written: its section, its trailer, and where its objects lie.

use std::collections::BTreeMap;

use lopdf::{Document, Object, Stream, dictionary};

use super::Objects;
use crate::verify::tests::forged::spelled;

/// How an update is spelled: its trailer's way to name the section before, where its objects are, what it leaves out.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Spelling {
    /// With this in place of `/Prev 123`; a hole stands for the number.
    Previous(&'static str),
    /// One section that lists everything, those before included.
    Whole,
    Stream,
    /// A table, and a stream beside it with the objects.
    Hybrid,
    ObjectStream,
    /// Objects alone, for programs that look for them.
    NoSection,
    /// Each object twice: a harmless one, and the one that is listed.
    Twice,
    Generation,
    Size,
    NoEnd,
    /// `startxref` leads to the section before.
    Stale,
    /// A head of its own before it.
    Headed,
    /// The objects it replaces are listed as free in a first run, and in use in a second.
    Freed,
}

pub(super) const SPELLINGS: [Spelling; 22] = [
    Spelling::Previous("/Prev {at}"),
    Spelling::Previous("/Prevail true/Prev {at}"),
    Spelling::Previous("/#50rev {at}"),
    Spelling::Previous("/Pr#65v {at}"),
    Spelling::Previous("/Prev +{at}"),
    Spelling::Previous("/Prev %a remark\n{at}"),
    Spelling::Previous("/Prev 00000{at}"),
    Spelling::Previous("/Prev {at}.0"),
    Spelling::Previous("/Prev 0/Prev {at}"),
    Spelling::Previous("/Prev\0{at}"),
    Spelling::Whole,
    Spelling::Stream,
    Spelling::Hybrid,
    Spelling::ObjectStream,
    Spelling::NoSection,
    Spelling::Twice,
    Spelling::Generation,
    Spelling::Size,
    Spelling::NoEnd,
    Spelling::Stale,
    Spelling::Headed,
    Spelling::Freed,
];

/// The file with the update after it.
pub(super) fn appended(pdf: &[u8], document: &Document, objects: &Objects, spelling: Spelling) -> Vec<u8> {
    let mut bytes = pdf.to_vec();
    if !bytes.ends_with(b"\n") {
        bytes.push(b'\n');
    }
    if spelling == Spelling::Headed {
        bytes.extend_from_slice(b"%PDF-1.7\n%\xBB\xAD\xC0\xDE\n");
    }
    let last = objects.keys().last().unwrap().max(&document.max_id);
    let mut places: BTreeMap<u32, usize> = BTreeMap::new();
    let mut packed: Objects = Objects::new();
    for (id, object) in objects {
        if spelling == Spelling::Twice {
            bytes.extend(spelled(*id, &document.get_object((*id, 0)).cloned().unwrap_or(Object::Null)));
        }
        if spelling == Spelling::ObjectStream && object.as_stream().is_err() {
            packed.insert(*id, object.clone());
            continue;
        }
        places.insert(*id, bytes.len());
        let mut object = spelled(*id, object);
        if spelling == Spelling::Generation {
            let head = format!("{id} 0 obj").len();
            object.splice(..head, format!("{id} 1 obj").into_bytes());
        }
        bytes.extend(object);
    }
    let previous = document.xref_start;
    let root = document.trailer.get(b"Root").unwrap().as_reference().unwrap().0;
    let common = format!("/Root {root} 0 R/ID[<{0}><{0}>]", "07".repeat(16));
    let size = if spelling == Spelling::Size { 2 } else { last + 8 };
    let section = bytes.len();
    match spelling {
        Spelling::NoSection => return bytes,
        Spelling::Stream | Spelling::ObjectStream => {
            let mut compressed = BTreeMap::new();
            let container = last + 2;
            if !packed.is_empty() {
                places.insert(container, bytes.len());
                bytes.extend(object_stream(container, &packed));
                let packed = packed.keys().zip(0_u8..);
                compressed.extend(packed.map(|(id, place)| (*id, (container, place))));
            }
            return finished(listing_stream(
                bytes,
                last + 1,
                &places,
                &compressed,
                &format!("{common}/Prev {previous}"),
                size,
            ));
        }
        Spelling::Hybrid => {
            let beside = listing_stream(bytes, last + 1, &places, &BTreeMap::new(), &common, size).0;
            let table = beside.len();
            bytes = beside;
            let trailer =
                format!("xref\n0 0\ntrailer\n<</Size {size}{common}/Prev {previous}/XRefStm {section}>>");
            bytes.extend_from_slice(trailer.as_bytes());
            return finished((bytes, table));
        }
        _ => {}
    }
    let mut table = String::from("xref\n");
    if spelling == Spelling::Freed {
        places.keys().for_each(|id| table.push_str(&format!("{id} 1\n0000000000 00001 f \n")));
    }
    if spelling == Spelling::Whole {
        let before = &document.reference_table.entries;
        for (id, entry) in before {
            if let lopdf::xref::XrefEntry::Normal { offset, .. } = entry {
                places.entry(*id).or_insert(usize::try_from(*offset).unwrap());
            }
        }
        table.push_str("0 1\n0000000000 65535 f \n");
    }
    let generation = if spelling == Spelling::Generation { 1 } else { 0 };
    for (id, offset) in &places {
        table.push_str(&format!("{id} 1\n{offset:010} {generation:05} n \n"));
    }
    let named = match spelling {
        Spelling::Previous(named) => named.replace("{at}", &previous.to_string()),
        Spelling::Whole => String::new(),
        _ => format!("/Prev {previous}"),
    };
    table.push_str(&format!("trailer\n<</Size {size}{common}{named}>>"));
    bytes.extend_from_slice(table.as_bytes());
    match spelling {
        Spelling::NoEnd => bytes,
        Spelling::Stale => finished((bytes, previous)),
        _ => finished((bytes, section)),
    }
}

fn finished((mut bytes, section): (Vec<u8>, usize)) -> Vec<u8> {
    bytes.extend_from_slice(format!("\nstartxref\n{section}\n%%EOF\n").as_bytes());
    bytes
}

fn object_stream(id: u32, objects: &Objects) -> Vec<u8> {
    let (mut heads, mut body) = (String::new(), Vec::new());
    for (id, object) in objects {
        heads.push_str(&format!("{id} {} ", body.len()));
        let whole = spelled(*id, object);
        let start = format!("{id} 0 obj\n").len();
        body.extend_from_slice(&whole[start..whole.len() - b"\nendobj\n".len()]);
        body.push(b' ');
    }
    let entries = dictionary! { "Type" => "ObjStm", "N" => i64::try_from(objects.len()).unwrap(),
    "First" => i64::try_from(heads.len()).unwrap() };
    let content = [heads.into_bytes(), body].concat();
    spelled(id, &Object::Stream(Stream::new(entries, content)))
}

/// A cross-reference stream at the end of the bytes, and where it starts.
fn listing_stream(
    mut bytes: Vec<u8>,
    own: u32,
    places: &BTreeMap<u32, usize>,
    compressed: &BTreeMap<u32, (u32, u8)>,
    trailer: &str,
    size: u32,
) -> (Vec<u8>, usize) {
    let section = bytes.len();
    let mut lines: BTreeMap<u32, Vec<u8>> = BTreeMap::new();
    for (id, offset) in places.iter().chain([(&own, &section)]) {
        lines.insert(*id, [&[1][..], &u32::try_from(*offset).unwrap().to_be_bytes(), &[0, 0]].concat());
    }
    for (id, (container, place)) in compressed {
        lines.insert(*id, [&[2][..], &container.to_be_bytes(), &[0, *place]].concat());
    }
    let index: Vec<String> = lines.keys().map(|id| format!("{id} 1")).collect();
    let content: Vec<u8> = lines.into_values().flatten().collect();
    let head = format!(
        "{own} 0 obj\n<</Type/XRef/Size {size}{trailer}/W[1 4 2]/Index[{}]/Length {}>>\nstream\n",
        index.join(" "),
        content.len()
    );
    bytes.extend_from_slice(head.as_bytes());
    bytes.extend_from_slice(&content);
    bytes.extend_from_slice(b"\nendstream\nendobj");
    (bytes, section)
}
