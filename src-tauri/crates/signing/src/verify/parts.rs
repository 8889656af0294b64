//! What each object of a document is part of, so that a change can be named.

use std::collections::{BTreeMap, BTreeSet};

use lopdf::{Dictionary, Document, Object, ObjectId};

use crate::pdf::form;
use crate::pdf::text;

/// What an object belongs to; pages count from 1.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Part {
    Catalog,
    PageTree,
    Page(u32),
    /// Content and resources.
    PageContent(u32),
    Annotation(u32),
    /// The list of a page's annotations, where it is an object of its own.
    Annotations(u32),
    Form,
    Field(String),
    Attachment(String),
    Metadata,
    Structure,
    Outline,
}

/// The parts of a document, and its pages in order.
pub(crate) struct Parts {
    parts: BTreeMap<ObjectId, Part>,
    pub(crate) pages: Vec<ObjectId>,
}

impl Parts {
    pub(crate) fn of(document: &Document) -> Self {
        let mut parts = Self { parts: BTreeMap::new(), pages: document.page_iter().collect() };
        let root = document.trailer.get(b"Root").and_then(Object::as_reference).ok();
        let catalog = root.and_then(|root| document.get_dictionary(root).ok());
        let (Some(root), Some(catalog)) = (root, catalog) else { return parts };
        parts.parts.insert(root, Part::Catalog);
        for (place, id) in parts.pages.clone().into_iter().enumerate() {
            let number = u32::try_from(place + 1).unwrap_or(u32::MAX);
            parts.parts.insert(id, Part::Page(number));
            if let Ok(page) = document.get_dictionary(id) {
                parts.page(document, page, number);
            }
        }
        parts.reach(document, catalog.get(b"Pages").ok(), &Part::PageTree);
        if let Some((id, _)) = form::form(document) {
            parts.parts.insert(id, Part::Form);
        }
        for (name, id) in form::fields(document) {
            parts.parts.insert(id, Part::Field(name));
        }
        for attachment in attachments(document) {
            let part = Part::Attachment(attachment.name);
            parts.reach(document, Some(&Object::Reference(attachment.specification)), &part);
        }
        for (key, part) in [
            (b"Metadata".as_slice(), Part::Metadata),
            (b"StructTreeRoot", Part::Structure),
            (b"Outlines", Part::Outline),
        ] {
            parts.reach(document, catalog.get(key).ok(), &part);
        }
        // Last, so that what pages share with other parts keeps the name of the other part.
        for (place, id) in parts.pages.clone().into_iter().enumerate() {
            let number = u32::try_from(place + 1).unwrap_or(u32::MAX);
            let resources = document.get_dictionary(id).ok().and_then(|page| page.get(b"Resources").ok());
            parts.reach(document, resources, &Part::PageContent(number));
        }
        parts
    }

    pub(crate) fn part(&self, id: ObjectId) -> Option<&Part> {
        self.parts.get(&id)
    }

    fn page(&mut self, document: &Document, page: &Dictionary, number: u32) {
        self.reach(document, page.get(b"Contents").ok(), &Part::PageContent(number));
        let Ok(annotations) = page.get(b"Annots") else { return };
        if let Ok(id) = annotations.as_reference() {
            self.parts.entry(id).or_insert(Part::Annotations(number));
        }
        for id in listed(document, annotations) {
            self.parts.entry(id).or_insert(Part::Annotation(number));
        }
    }

    /// Marks everything reachable that has no part yet.
    fn reach(&mut self, document: &Document, from: Option<&Object>, part: &Part) {
        let mut waiting = references(from);
        while let Some(id) = waiting.pop() {
            if self.parts.contains_key(&id) {
                continue;
            }
            if let Some(object) = document.objects.get(&id) {
                self.parts.insert(id, part.clone());
                waiting.extend(references(Some(object)));
            }
        }
    }
}

/// An attached file.
pub(crate) struct Attachment {
    pub(crate) name: String,
    /// Number of its file specification.
    pub(crate) specification: ObjectId,
}

/// The attached files, by the catalog's list of associated files and its tree of names.
pub(crate) fn attachments(document: &Document) -> Vec<Attachment> {
    let Ok(catalog) = document.catalog() else { return Vec::new() };
    let associated = form::array(document, catalog, b"AF").into_iter().flatten();
    let mut ids: Vec<ObjectId> = associated.filter_map(|item| item.as_reference().ok()).collect();
    let names = catalog.get(b"Names").ok().and_then(|names| dictionary(document, names));
    let mut waiting: Vec<&Object> =
        names.and_then(|names| names.get(b"EmbeddedFiles").ok()).into_iter().collect();
    let mut left = document.objects.len() + 1;
    while let Some(node) = waiting.pop().and_then(|node| dictionary(document, node)) {
        if left == 0 {
            break;
        }
        left -= 1;
        waiting.extend(form::array(document, node, b"Kids").into_iter().flatten());
        let named = form::array(document, node, b"Names").into_iter().flatten();
        ids.extend(named.filter_map(|item| item.as_reference().ok()));
    }
    let mut seen = BTreeSet::new();
    ids.retain(|id| seen.insert(*id));
    let read = ids.into_iter().filter_map(|id| {
        let specification = document.get_dictionary(id).ok()?;
        let name = specification.get(b"UF").or_else(|_| specification.get(b"F")).ok()?;
        Some(Attachment { name: text::read(name)?, specification: id })
    });
    read.collect()
}

/// The dictionary an object is or refers to.
pub(crate) fn dictionary<'a>(document: &'a Document, object: &'a Object) -> Option<&'a Dictionary> {
    document.dereference(object).ok()?.1.as_dict().ok()
}

/// The references in an array that is given or referred to.
pub(crate) fn listed(document: &Document, object: &Object) -> Vec<ObjectId> {
    let items = document.dereference(object).ok().and_then(|(_, array)| array.as_array().ok());
    items.into_iter().flatten().filter_map(|item| item.as_reference().ok()).collect()
}

/// Every reference inside an object. The parser bounds how deep an object is.
pub(crate) fn references(object: Option<&Object>) -> Vec<ObjectId> {
    let mut found = Vec::new();
    let mut waiting: Vec<&Object> = object.into_iter().collect();
    while let Some(object) = waiting.pop() {
        match object {
            Object::Reference(id) => found.push(*id),
            Object::Array(items) => waiting.extend(items),
            Object::Dictionary(entries) => waiting.extend(entries.iter().map(|(_, value)| value)),
            Object::Stream(stream) => waiting.extend(stream.dict.iter().map(|(_, value)| value)),
            _ => {}
        }
    }
    found
}

/// The dictionaries in an object, itself and those at any depth. The parser bounds how deep an object is.
pub(crate) fn dictionaries(object: &Object) -> Vec<&Dictionary> {
    let mut found = Vec::new();
    let mut waiting: Vec<&Object> = vec![object];
    while let Some(object) = waiting.pop() {
        let entries = match object {
            Object::Array(items) => {
                waiting.extend(items);
                continue;
            }
            Object::Dictionary(entries) => entries,
            Object::Stream(stream) => &stream.dict,
            _ => continue,
        };
        found.push(entries);
        waiting.extend(entries.iter().map(|(_, value)| value));
    }
    found
}
