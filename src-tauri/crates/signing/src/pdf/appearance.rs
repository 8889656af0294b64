//! A one-page PDF as the appearance of a field: its content and resources in a form XObject.

use std::collections::BTreeMap;

use lopdf::{Dictionary, Document, Object, ObjectId, Stream};

use crate::error::SigningError;
use crate::pdf::load::{load, plain};

/// Keys that lead from resources back into the page tree; an appearance needs none of them.
const LEFT_OUT: [&[u8]; 3] = [b"Parent", b"StructParent", b"StructParents"];

/// Bytes of one part of its content.
const MOST_CONTENT: usize = 16 << 20;

/// Puts the page of `pdf` into `objects` as a form XObject and what it uses after it, numbered
/// from `next` on. Returns the XObject's number.
pub(crate) fn import(
    pdf: &[u8],
    field: &str,
    next: &mut u32,
    objects: &mut BTreeMap<u32, Object>,
) -> Result<u32, SigningError> {
    let refuse =
        |reason: &str| SigningError::Appearance { field: field.to_string(), reason: reason.to_string() };
    let source = load(pdf).ok_or_else(|| refuse("it cannot be read"))?;
    let pages: Vec<ObjectId> = source.page_iter().collect();
    let [page] = pages[..] else { return Err(refuse("it has not one page")) };
    let page = source.get_dictionary(page).map_err(|_| refuse("its page cannot be read"))?;
    let bounds = inherited(&source, page, b"MediaBox").ok_or_else(|| refuse("it has no size"))?;
    let resources = inherited(&source, page, b"Resources");
    let mut stream = content(&source, page).ok_or_else(|| refuse("its content is not there"))?;
    stream.dict.set("Type", "XObject");
    stream.dict.set("Subtype", "Form");
    stream.dict.set("BBox", bounds.clone());
    stream.dict.set("Resources", resources.cloned().unwrap_or(Dictionary::new().into()));
    if let Ok(group) = page.get(b"Group") {
        stream.dict.set("Group", group.clone());
    }
    let mut importer = Importer { source: &source, numbers: BTreeMap::new(), next, objects };
    importer.root(stream).ok_or_else(|| refuse("it refers to what is not in it"))
}

/// The content: as it lies there where it is one stream, else put together.
fn content(source: &Document, page: &Dictionary) -> Option<Stream> {
    let (_, object) = source.dereference(page.get(b"Contents").ok()?).ok()?;
    let kept = |stream: &Stream| {
        let mut dictionary = Dictionary::new();
        for key in [b"Filter".as_slice(), b"DecodeParms"] {
            if let Ok(value) = stream.dict.get(key) {
                dictionary.set(key, value.clone());
            }
        }
        Stream::new(dictionary, stream.content.clone())
    };
    match object {
        Object::Stream(stream) => Some(kept(stream)),
        Object::Array(parts) => {
            let mut content = Vec::new();
            for part in parts {
                let stream = source.dereference(part).ok()?.1.as_stream().ok()?;
                content.extend_from_slice(&plain(stream, MOST_CONTENT)?);
                content.push(b'\n');
            }
            Some(Stream::new(Dictionary::new(), content))
        }
        _ => None,
    }
}

fn inherited<'a>(source: &'a Document, page: &'a Dictionary, key: &[u8]) -> Option<&'a Object> {
    let mut node = page;
    for _ in 0..16 {
        if let Ok(value) = node.get(key) {
            return source.dereference(value).ok().map(|(_, object)| object);
        }
        node = source.get_dictionary(node.get(b"Parent").ok()?.as_reference().ok()?).ok()?;
    }
    None
}

/// Copies objects with everything they refer to.
struct Importer<'a> {
    source: &'a Document,
    numbers: BTreeMap<ObjectId, u32>,
    next: &'a mut u32,
    objects: &'a mut BTreeMap<u32, Object>,
}

impl Importer<'_> {
    fn root(&mut self, stream: Stream) -> Option<u32> {
        let number = self.number();
        let mut waiting = Vec::new();
        let object = self.renumbered(&Object::Stream(stream), &mut waiting);
        self.objects.insert(number, object);
        while let Some((id, number)) = waiting.pop() {
            let object = self.source.objects.get(&id)?.clone();
            let object = self.renumbered(&object, &mut waiting);
            self.objects.insert(number, object);
        }
        Some(number)
    }

    fn number(&mut self) -> u32 {
        let number = *self.next;
        *self.next += 1;
        number
    }

    /// The object with its references changed to new numbers. Its depth is bounded by the parser.
    fn renumbered(&mut self, object: &Object, waiting: &mut Vec<(ObjectId, u32)>) -> Object {
        match object {
            Object::Reference(id) => {
                if let Some(number) = self.numbers.get(id) {
                    return Object::Reference((*number, 0));
                }
                let number = self.number();
                self.numbers.insert(*id, number);
                waiting.push((*id, number));
                Object::Reference((number, 0))
            }
            Object::Array(items) => {
                Object::Array(items.iter().map(|item| self.renumbered(item, waiting)).collect())
            }
            Object::Dictionary(dictionary) => {
                Object::Dictionary(self.renumbered_entries(dictionary, waiting))
            }
            Object::Stream(stream) => {
                let mut dictionary = self.renumbered_entries(&stream.dict, waiting);
                // A length that stood in an object of its own is written in place.
                let length = i64::try_from(stream.content.len()).unwrap_or(i64::MAX);
                dictionary.set("Length", length);
                Object::Stream(Stream::new(dictionary, stream.content.clone()))
            }
            other => other.clone(),
        }
    }

    fn renumbered_entries(
        &mut self,
        dictionary: &Dictionary,
        waiting: &mut Vec<(ObjectId, u32)>,
    ) -> Dictionary {
        let mut entries = Dictionary::new();
        for (key, value) in dictionary.iter() {
            if !LEFT_OUT.contains(&key.as_slice()) && key != b"Length" {
                entries.set(key.clone(), self.renumbered(value, waiting));
            }
        }
        entries
    }
}
