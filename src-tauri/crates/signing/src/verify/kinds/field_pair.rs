//! A signature of Hefu: a revision that fills the two empty fields of one place, `signature.3` and `record.3`.
//!
//! It may change of these two fields the value and the look, and of the form the flags that say there are signatures.
//! The one that certifies the document also stands in the catalog's permissions. It may add the signature, and two looks
//! with what these draw with.

use std::collections::BTreeMap;

use lopdf::{Dictionary, Object, ObjectId};

use super::{Allowance, Before, Step};
use crate::blocks;
use crate::digest::hex;
use crate::pdf::form::{self, SIGNATURES_APPEND_ONLY, is_blank};
use crate::pdf::locks::{self, Locks, permissions};
use crate::pdf::stated::stated;
use crate::pdf::text;
use crate::record::RecordRow;
use crate::report::Change;
use crate::verify::changes::same;
use crate::verify::graph::{self, View};
use crate::verify::parts::references;
use crate::verify::revisions::Revision;

const FILLED: &[&[u8]] = &[b"V", b"AP"];
const FLAGS: &[&[u8]] = &[b"SigFlags"];
const PERMISSIONS: &[&[u8]] = &[b"Perms"];

/// Checks the values of the revision, and says what it may do; `None` when it fills no place.
pub(super) fn allowance(
    before: &Before<'_>,
    view: View<'_>,
    revision: &Revision,
    step: &mut Step,
) -> Option<Allowance> {
    let signature = (revision.signature, 0);
    let signs = |id: &ObjectId| {
        let value = view.objects.get(id).and_then(|field| field.as_dict().ok()?.get(b"V").ok());
        value.is_some_and(|value| *value == Object::Reference(signature))
    };
    let places = form::signature_fields(view.before);
    let filled: Vec<&(u32, ObjectId)> = places.iter().filter(|(_, id)| signs(id)).collect();
    let [(position, _)] = filled[..] else {
        step.add(Change::SignatureField, Some(signature));
        return None;
    };
    step.position = Some(*position);
    let mut allowance = Allowance { keys: BTreeMap::new(), added: vec![signature] };
    for (group, value) in [("signature", Value::Signature), ("record", Value::Row)] {
        field(view, &format!("{group}.{position}"), value, &mut allowance, step);
    }
    flags(view, &mut allowance, step);
    let locks = locks::of(view.before, *position);
    certified(view, locks.as_ref(), signature, &mut allowance, step);
    others(view, signature, step);
    record(before, view, *position, (signature, locks.as_ref()), step);
    Some(allowance)
}

/// What the value of a field must be.
#[derive(Clone, Copy)]
enum Value {
    Signature,
    Row,
}

/// A field that was empty, and has now a value of its kind and one new look.
fn field(view: View<'_>, name: &str, value: Value, allowance: &mut Allowance, step: &mut Step) {
    let Some(id) = form::field(view.before, name) else {
        step.add(Change::SignatureField, None);
        return;
    };
    allowance.keys.insert(id, FILLED);
    let (Ok(old), Some(new)) = (view.before.get_dictionary(id), view.dictionary(id)) else {
        step.add(Change::Field { name: name.to_owned() }, Some(id));
        return;
    };
    if old.get(b"V").is_ok_and(|value| !is_blank(value)) {
        step.add(Change::SignatureField, Some(id));
    }
    let kept = matches!(
        (value, new.get(b"V")),
        (Value::Signature, Ok(Object::Reference(_))) | (Value::Row, Ok(Object::String(..)))
    );
    match look(view, new).filter(|_| kept) {
        Some(look) => allowance.added.push(look),
        None => step.add(Change::Field { name: name.to_owned() }, Some(id)),
    }
}

/// The one look of a field: a drawing that the revision brings. There is none for a pointer above it, or pressed.
fn look(view: View<'_>, field: &Dictionary) -> Option<ObjectId> {
    let looks = field.get(b"AP").ok()?.as_dict().ok()?;
    let look = looks.get(b"N").ok()?.as_reference().ok()?;
    let draws = |object: &Object| {
        let kind = object.as_stream().ok().and_then(|stream| stream.dict.get(b"Subtype").ok());
        kind.is_some_and(|kind| kind.as_name().is_ok_and(|kind| kind == b"Form"))
    };
    (looks.len() == 1 && view.is_new(look) && view.get(look).is_some_and(draws)).then_some(look)
}

/// The form says that there are signatures, and changes in nothing else.
fn flags(view: View<'_>, allowance: &mut Allowance, step: &mut Step) {
    let Some((id, _)) = form::form(view.before) else {
        step.add(Change::Form, None);
        return;
    };
    allowance.keys.insert(id, FLAGS);
    let flags = view.dictionary(id).and_then(|form| form.get(b"SigFlags").and_then(Object::as_i64).ok());
    if flags != Some(SIGNATURES_APPEND_ONLY) {
        step.add(Change::Form, Some(id));
    }
}

/// The catalog names the signature that certifies the document, and is else left alone.
fn certified(
    view: View<'_>,
    locks: Option<&Locks>,
    signature: ObjectId,
    allowance: &mut Allowance,
    step: &mut Step,
) {
    let Some(root) = view.before.trailer.get(b"Root").and_then(Object::as_reference).ok() else { return };
    if !locks.is_some_and(|locks| locks.certifies) {
        return;
    }
    allowance.keys.insert(root, PERMISSIONS);
    let stated = view.dictionary(root).and_then(|catalog| catalog.get(b"Perms").ok());
    if !stated.is_some_and(|stated| same(stated, &permissions(signature.0))) {
        step.add(Change::Catalog { key: "Perms".into() }, Some(root));
    }
}

/// There is no signature in the revision but its own.
fn others(view: View<'_>, signature: ObjectId, step: &mut Step) {
    for (id, object) in view.objects {
        let inner = |object: &Dictionary| object.iter().any(|(_, value)| graph::holds_signature(value));
        let other = match object {
            Object::Dictionary(entries) if *id == signature => inner(entries),
            other => graph::holds_signature(other),
        };
        if other {
            step.add(Change::SignatureField, Some(*id));
        }
    }
}

/// The row says of which document and revision it is, and agrees with the signature.
fn record(
    before: &Before<'_>,
    view: View<'_>,
    position: u32,
    (signature, locks): (ObjectId, Option<&Locks>),
    step: &mut Step,
) {
    let field = form::field(view.before, &format!("record.{position}"));
    let value = field.and_then(|id| view.dictionary(id)?.get(b"V").ok());
    let Some(row) = value.and_then(text::read).and_then(|text| RecordRow::parse(&text).ok()) else {
        step.add(Change::RecordMissing, field);
        return;
    };
    if !before.document_id.is_empty() && row.document != before.document_id {
        let (stated, actual) = (row.document.clone(), before.document_id.to_string());
        step.add(Change::RecordOfOtherDocument { stated, actual }, field);
    }
    let actual = hex(before.sha256);
    if row.previous_sha256 != actual {
        let stated = row.previous_sha256.clone();
        step.add(Change::RecordOfOtherRevision { stated, actual }, field);
    }
    if row.position != position {
        step.add(Change::RecordContradicts { key: "position".into() }, field);
    }
    if let Some(dictionary) = view.dictionary(signature) {
        for key in contradictions(&row, locks, dictionary) {
            step.add(Change::RecordContradicts { key }, Some(signature));
        }
    }
    step.row = Some(row);
}

/// Keys of the signature that are not as the row and the locks say, or that a signature does not have.
fn contradictions(row: &RecordRow, locks: Option<&Locks>, signature: &Dictionary) -> Vec<String> {
    let mut expected = vec!["Type", "Filter", "SubFilter", "ByteRange", "Contents"];
    let mut stated = stated(row);
    if let Some(locks) = locks {
        stated.push(("Reference", locks.reference.clone()));
    }
    let mut wrong = Vec::new();
    for (key, value) in &stated {
        if !signature.get(key.as_bytes()).is_ok_and(|found| same(found, value)) {
            wrong.push((*key).to_string());
        }
        expected.push(key);
    }
    // These two say what nothing else repeats; neither may lead anywhere.
    for key in ["Location", blocks::KEY] {
        if signature.get(key.as_bytes()).is_ok_and(|value| !references(Some(value)).is_empty()) {
            wrong.push(key.to_owned());
        }
        expected.push(key);
    }
    if signature.get(b"Location").is_ok_and(|location| text::read(location).is_none()) {
        wrong.push("Location".to_owned());
    }
    let keys = signature.iter().map(|(key, _)| String::from_utf8_lossy(key).into_owned());
    wrong.extend(keys.filter(|key| !expected.contains(&key.as_str())));
    wrong
}
