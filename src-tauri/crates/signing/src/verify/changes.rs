//! Names what differs between two states of a document.

use std::collections::BTreeSet;

use lopdf::{Dictionary, Document, Object, ObjectId};

use crate::report::{Change, Finding, Place};
use crate::verify::parts::{Part, Parts, listed};

/// Names more than this help nobody.
const MOST: usize = 32;

/// Two states of a document, the earlier and the later.
pub(crate) struct Changes<'a> {
    pub(crate) before: &'a Document,
    pub(crate) after: &'a Document,
    before_parts: Parts,
    after_parts: Parts,
    found: Vec<Finding>,
}

impl<'a> Changes<'a> {
    pub(crate) fn new(before: &'a Document, after: &'a Document) -> Self {
        let (before_parts, after_parts) = (Parts::of(before), Parts::of(after));
        let mut changes = Self { before, after, before_parts, after_parts, found: Vec::new() };
        changes.pages();
        changes
    }

    /// What was found, each thing once.
    pub(crate) fn into_findings(self) -> Vec<Finding> {
        self.found
    }

    /// Compares the objects `ids`.
    pub(crate) fn objects(&mut self, ids: impl IntoIterator<Item = ObjectId>) {
        for id in ids {
            let (before, after) = (self.before.objects.get(&id), self.after.objects.get(&id));
            match (before, after) {
                (None, None) => {}
                (Some(before), Some(after)) if same(before, after) => {}
                (Some(before), Some(after)) => self.changed(id, before, after),
                (None, Some(_)) => self.appeared(id),
                (Some(_), None) => self.name(id, Change::ObjectChanged, None),
            }
        }
    }

    /// Compares all objects.
    pub(crate) fn everything(&mut self) {
        let own = |document: &Document| -> BTreeSet<ObjectId> {
            let objects = document.objects.iter();
            objects.filter(|(_, object)| !is_listing(object)).map(|(id, _)| *id).collect()
        };
        let ids: Vec<ObjectId> = own(self.before).union(&own(self.after)).copied().collect();
        self.objects(ids);
        for key in [b"Root".as_slice(), b"Info", b"Encrypt"] {
            let (before, after) = (self.before.trailer.get(key).ok(), self.after.trailer.get(key).ok());
            if before != after {
                let key = String::from_utf8_lossy(key).into_owned();
                self.add(Change::Catalog { key }, Place::default());
            }
        }
    }

    fn pages(&mut self) {
        let (before, after) = (&self.before_parts.pages, &self.after_parts.pages);
        let number = |place: usize| u32::try_from(place + 1).ok();
        let mut found = Vec::new();
        for (place, id) in after.iter().enumerate().filter(|(_, id)| !before.contains(id)) {
            found.push((Change::PageAdded, number(place), *id));
        }
        for (place, id) in before.iter().enumerate().filter(|(_, id)| !after.contains(id)) {
            found.push((Change::PageRemoved, number(place), *id));
        }
        let kept = after.iter().filter(|id| before.contains(id));
        if found.is_empty() && !kept.eq(before.iter()) || before.len() != after.len() && found.is_empty() {
            let moved = before.iter().zip(after).position(|(before, after)| before != after);
            let id = moved.map_or((0, 0), |place| before[place]);
            found.push((Change::PagesReordered, moved.and_then(number), id));
        }
        for (change, page, id) in found {
            self.name(id, change, page);
        }
    }

    fn appeared(&mut self, id: ObjectId) {
        match self.after_parts.part(id).cloned() {
            // A page that is new was named with the pages, and what it shows with it.
            Some(Part::Page(_)) => {}
            Some(Part::PageContent(page) | Part::Annotation(page)) if self.is_new_page(page) => {}
            Some(Part::Annotation(page)) => self.name(id, Change::AnnotationAdded, Some(page)),
            Some(part) => self.part_changed(id, &part),
            None => self.name(id, Change::ObjectAdded, None),
        }
    }

    fn is_new_page(&self, page: u32) -> bool {
        let id = usize::try_from(page - 1).ok().and_then(|place| self.after_parts.pages.get(place));
        id.is_some_and(|id| !self.before_parts.pages.contains(id))
    }

    fn changed(&mut self, id: ObjectId, before: &Object, after: &Object) {
        let part = self.before_parts.part(id).or_else(|| self.after_parts.part(id)).cloned();
        match (part, before, after) {
            (Some(Part::Page(page)), Object::Dictionary(before), Object::Dictionary(after)) => {
                self.page_changed(id, page, before, after);
            }
            (Some(Part::Catalog), Object::Dictionary(before), Object::Dictionary(after)) => {
                for key in differing(before, after) {
                    let change = match key.as_str() {
                        "Pages" => continue,
                        "AcroForm" => Change::Form,
                        "Metadata" => Change::Metadata,
                        "StructTreeRoot" => Change::Structure,
                        "Outlines" => Change::Outline,
                        _ => Change::Catalog { key },
                    };
                    self.name(id, change, None);
                }
            }
            (Some(Part::Annotations(page)), before, after) => {
                let lists = (listed(self.before, before), listed(self.after, after));
                self.annotations(id, page, &lists.0, &lists.1);
            }
            // What the tree of pages says is named by the pages.
            (Some(Part::PageTree), ..) if !self.found.is_empty() => {}
            (Some(part), ..) => self.part_changed(id, &part),
            (None, ..) => self.name(id, Change::ObjectChanged, None),
        }
    }

    fn part_changed(&mut self, id: ObjectId, part: &Part) {
        let (change, page) = match part {
            Part::Catalog => (Change::Catalog { key: String::new() }, None),
            Part::PageTree => (Change::PagesReordered, None),
            Part::Page(page) => (Change::PageProperty, Some(*page)),
            Part::PageContent(page) => (Change::PageContent, Some(*page)),
            Part::Annotation(page) | Part::Annotations(page) => (Change::AnnotationChanged, Some(*page)),
            Part::Form => (Change::Form, None),
            Part::Field(name) => (Change::Field { name: name.clone() }, None),
            Part::Attachment(name) => (Change::Attachment { name: name.clone() }, None),
            Part::Metadata => (Change::Metadata, None),
            Part::Structure => (Change::Structure, None),
            Part::Outline => (Change::Outline, None),
        };
        self.name(id, change, page);
    }

    fn page_changed(&mut self, id: ObjectId, page: u32, before: &Dictionary, after: &Dictionary) {
        for key in differing(before, after) {
            match key.as_str() {
                "Contents" | "Resources" => self.name(id, Change::PageContent, Some(page)),
                "Annots" => {
                    let list = |document, page: &Dictionary| {
                        page.get(b"Annots").map(|list| listed(document, list)).unwrap_or_default()
                    };
                    let lists = (list(self.before, before), list(self.after, after));
                    self.annotations(id, page, &lists.0, &lists.1);
                }
                _ => self.name(id, Change::PageProperty, Some(page)),
            }
        }
    }

    fn annotations(&mut self, list: ObjectId, page: u32, before: &[ObjectId], after: &[ObjectId]) {
        let added = after.iter().filter(|id| !before.contains(id));
        let removed = before.iter().filter(|id| !after.contains(id));
        let mut found: Vec<(ObjectId, Change)> = added.map(|id| (*id, Change::AnnotationAdded)).collect();
        found.extend(removed.map(|id| (*id, Change::AnnotationRemoved)));
        if found.is_empty() {
            found.push((list, Change::AnnotationChanged));
        }
        for (id, change) in found {
            self.name(id, change, Some(page));
        }
    }

    pub(crate) fn name(&mut self, id: ObjectId, change: Change, page: Option<u32>) {
        self.add(change, Place { object: Some(id.0), page, ..Place::default() });
    }

    fn add(&mut self, change: Change, place: Place) {
        // One name for each page or part is enough, and one object stands for those that have none.
        let known = |finding: &Finding| finding.change == change && finding.place.page == place.page;
        if self.found.len() < MOST && !self.found.iter().any(known) {
            self.found.push(Finding { change, place });
        }
    }
}

/// Whether two objects mean the same: how a string is spelled, in which order keys stand and
/// where a stream lies do not matter. The parser bounds how deep an object is.
pub(crate) fn same(one: &Object, other: &Object) -> bool {
    match (one, other) {
        (Object::String(one, _), Object::String(other, _)) => one == other,
        (Object::Array(one), Object::Array(other)) => {
            one.len() == other.len() && one.iter().zip(other).all(|(one, other)| same(one, other))
        }
        (Object::Dictionary(one), Object::Dictionary(other)) => differing(one, other).is_empty(),
        (Object::Stream(one), Object::Stream(other)) => {
            one.content == other.content && differing(&one.dict, &other.dict).is_empty()
        }
        (one, other) => one == other,
    }
}

/// Keys whose values differ.
pub(crate) fn differing(before: &Dictionary, after: &Dictionary) -> Vec<String> {
    let keys: BTreeSet<&Vec<u8>> = before.iter().chain(after.iter()).map(|(key, _)| key).collect();
    let differ = keys.into_iter().filter(|key| match (before.get(key), after.get(key)) {
        (Ok(before), Ok(after)) => !same(before, after),
        _ => true,
    });
    differ.map(|key| String::from_utf8_lossy(key).into_owned()).collect()
}

/// Cross-reference and object streams: how objects are stored, no objects of the document.
fn is_listing(object: &Object) -> bool {
    let kind = object.as_stream().ok().and_then(|stream| stream.dict.get(b"Type").ok());
    kind.and_then(|kind| kind.as_name().ok()).is_some_and(|kind| kind == b"XRef" || kind == b"ObjStm")
}
