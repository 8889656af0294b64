//! What must hold of the issued part by itself, before anybody signs: no signature in it, nothing that is still to come,
//! nothing that acts, places that are made as Hefu makes them, and a record that can be read.

use lopdf::{Document, Object, ObjectId};

use crate::pdf::form::{self, is_blank};
use crate::pdf::locks;
use crate::report::{Change, Finding, Place};
use crate::verify::changes::same;
use crate::verify::parts::references;
use crate::verify::{active, evidence, graph};

/// All that does not hold.
pub(crate) fn check(document: &Document) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut add = |change: Change, id: Option<ObjectId>| {
        let place = Place { revision: Some(0), object: id.map(|id| id.0), ..Place::default() };
        findings.push(Finding { change, place });
    };
    let signed =
        document.objects.iter().find(|(_, object)| graph::holds_signature(object) || is_filled(object));
    if let Some((id, _)) = signed {
        add(Change::SignatureInIssued, Some(*id));
    }
    let there = |id| document.objects.contains_key(&id);
    if let Some(id) = graph::dangling(&document.objects, there) {
        add(Change::Dangling, Some(id));
    }
    let named = document.trailer.iter().flat_map(|(_, value)| references(Some(value)));
    if let Some(id) = named.into_iter().find(|id| !there(*id)) {
        add(Change::Dangling, Some(id));
    }
    let wrong = || evidence::unreadable(document).or_else(|| permissions(document));
    if let Some(id) = wrong_lock(document).or_else(wrong) {
        add(Change::IssuedForm, Some(id));
    }
    for (id, object) in &document.objects {
        if let Some(key) = active::key(object) {
            add(Change::NotFixed { key }, Some(*id));
            break;
        }
    }
    findings
}

/// A field for signatures that has a value.
fn is_filled(object: &Object) -> bool {
    let Ok(field) = object.as_dict() else { return false };
    let signs = field.get(b"FT").and_then(Object::as_name).is_ok_and(|kind| kind == b"Sig");
    signs && field.get(b"V").is_ok_and(|value| !is_blank(value))
}

/// A place whose lock is not on its own two fields; either all places have one or none has.
fn wrong_lock(document: &Document) -> Option<ObjectId> {
    let places = form::signature_fields(document);
    let lock = |id: ObjectId| document.get_dictionary(id).and_then(|field| field.get(b"Lock")).ok();
    let locked = places.iter().any(|(_, id)| lock(*id).is_some());
    let wrong = places.iter().find(|(position, id)| match lock(*id) {
        Some(lock) => !same(lock, &Object::Dictionary(locks::own_two(*position))),
        None => locked,
    });
    wrong.map(|(_, id)| *id)
}

/// Permissions are of signatures, and there is none yet.
fn permissions(document: &Document) -> Option<ObjectId> {
    let root = document.trailer.get(b"Root").and_then(Object::as_reference).ok()?;
    document.get_dictionary(root).ok()?.has(b"Perms").then_some(root)
}
