//! Which objects refer to which: what dangles, what is signed, what is reached and by which way.

use std::collections::{BTreeMap, BTreeSet};

use lopdf::{Dictionary, Document, Object, ObjectId};

use crate::verify::parts::{dictionaries, references};

/// A document and what a revision puts over it, without writing one into the other.
#[derive(Clone, Copy)]
pub(super) struct View<'a> {
    pub(super) before: &'a Document,
    pub(super) objects: &'a BTreeMap<ObjectId, Object>,
}

impl<'a> View<'a> {
    pub(super) fn get(self, id: ObjectId) -> Option<&'a Object> {
        self.objects.get(&id).or_else(|| self.before.objects.get(&id))
    }

    pub(super) fn dictionary(self, id: ObjectId) -> Option<&'a Dictionary> {
        self.get(id)?.as_dict().ok()
    }

    /// Whether the revision brings an object that was not there.
    pub(super) fn is_new(self, id: ObjectId) -> bool {
        self.objects.contains_key(&id) && !self.before.objects.contains_key(&id)
    }

    /// The new objects that are reached from `waiting` by way of new objects.
    pub(super) fn reached(self, mut waiting: Vec<ObjectId>) -> BTreeSet<ObjectId> {
        let mut reached = BTreeSet::new();
        while let Some(id) = waiting.pop() {
            if self.is_new(id) && reached.insert(id) {
                waiting.extend(references(self.get(id)));
            }
        }
        reached
    }

    /// Everything reached from the trailer by any other way than the `keys` of the objects that they are given for.
    pub(super) fn outside(self, keys: &BTreeMap<ObjectId, &[&[u8]]>) -> BTreeSet<ObjectId> {
        let mut waiting: Vec<ObjectId> = Vec::new();
        for key in [b"Root".as_slice(), b"Info"] {
            waiting.extend(references(self.before.trailer.get(key).ok()));
        }
        let mut reached = BTreeSet::new();
        while let Some(id) = waiting.pop() {
            if !reached.insert(id) {
                continue;
            }
            match (keys.get(&id), self.get(id)) {
                (Some(own), Some(Object::Dictionary(entries))) => {
                    let others = entries.iter().filter(|(key, _)| !own.contains(&key.as_slice()));
                    waiting.extend(others.flat_map(|(_, value)| references(Some(value))));
                }
                (_, object) => waiting.extend(references(object)),
            }
        }
        reached
    }
}

/// The first object of `objects` that refers to one that is nowhere.
pub(super) fn dangling(
    objects: &BTreeMap<ObjectId, Object>,
    there: impl Fn(ObjectId) -> bool,
) -> Option<ObjectId> {
    let dangles = |object: &Object| references(Some(object)).into_iter().any(|id| !there(id));
    objects.iter().find(|(_, object)| dangles(object)).map(|(id, _)| *id)
}

/// Whether a dictionary of a signature lies in the object, at any depth: by its type, or by what only one has.
pub(super) fn holds_signature(object: &Object) -> bool {
    dictionaries(object).into_iter().any(is_signature)
}

/// The parameters of a lock are no signature, though they say `/Type`, too.
pub(super) fn is_signature(dictionary: &Dictionary) -> bool {
    let kind = dictionary.get(b"Type").and_then(Object::as_name);
    kind.is_ok_and(|kind| kind == b"Sig" || kind == b"DocTimeStamp")
        || dictionary.has(b"ByteRange")
        || dictionary.has(b"SubFilter") && dictionary.has(b"Contents")
}
