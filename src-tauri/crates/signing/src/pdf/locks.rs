//! What a signature tells other programs may still follow it: permissions of the document (DocMDP) and locks of fields
//! (FieldMDP), ISO 32000-2, 12.8.2.
//!
//! Every place has a `/Lock` on its own two fields, and its signature repeats that. The first signature of a document
//! certifies it: nothing but forms may be filled after it. The last one closes it: nothing at all may follow. Which
//! place is signed first or last shows only when it is signed, so the signature says it and not the field. That the
//! lock of the last takes `/P`, too, is how Acrobat closes a document; a second DocMDP would be against the standard.

use lopdf::{Dictionary, Document, Object, ObjectId, StringFormat};

use crate::pdf::form::{self, is_blank};

/// Permissions of DocMDP.
const NOTHING: i64 = 1;
const FORMS: i64 = 2;

/// What a signature says in `/Reference`.
pub(crate) struct Locks {
    pub(crate) reference: Object,
    /// Whether it certifies the document, and stands in the catalog's `/Perms`.
    pub(crate) certifies: bool,
}

/// The locks of a signature at `position` of a document that stands as `before`; none where its field has no `/Lock`, as
/// in papers of earlier versions.
pub(crate) fn of(before: &Document, position: u32) -> Option<Locks> {
    let own = form::field(before, &format!("signature.{position}"))?;
    let lock = before.get_dictionary(own).ok()?.get(b"Lock").ok()?.as_dict().ok()?;
    let root = before.trailer.get(b"Root").ok()?.as_reference().ok()?;
    let (mut signed, mut open) = (0, 0);
    for (_, id) in form::signature_fields(before) {
        match before.get_dictionary(id).and_then(|field| field.get(b"V")) {
            Ok(value) if !is_blank(value) => signed += 1,
            _ => open += 1,
        }
    }
    let (first, last) = (signed == 0, open == 1);
    let permission = if last { NOTHING } else { FORMS };
    let mut parameters = match last {
        true => closed(),
        false => lock.clone(),
    };
    parameters.set("Type", "TransformParams");
    parameters.set("V", "1.2");
    let mut references = Vec::new();
    if first {
        let mut permissions = Dictionary::new();
        permissions.set("Type", "TransformParams");
        permissions.set("P", permission);
        permissions.set("V", "1.2");
        references.push(signature_reference("DocMDP", permissions, None));
    }
    references.push(signature_reference("FieldMDP", parameters, Some(root)));
    Some(Locks { reference: Object::Array(references), certifies: first })
}

/// The catalog's `/Perms`.
pub(crate) fn permissions(signature: u32) -> Object {
    let mut permissions = Dictionary::new();
    permissions.set("DocMDP", (signature, 0));
    Object::Dictionary(permissions)
}

/// The `/Lock` of a place: its own two fields.
pub(crate) fn own_two(position: u32) -> Dictionary {
    let names = ["signature", "record"].map(|group| format!("{group}.{position}").into_bytes());
    let mut lock = Dictionary::new();
    lock.set("Type", "SigFieldLock");
    lock.set("Action", "Include");
    lock.set("Fields", names.map(|name| Object::String(name, StringFormat::Literal)).to_vec());
    lock
}

/// All fields, and all else.
fn closed() -> Dictionary {
    let mut all = Dictionary::new();
    all.set("Type", "TransformParams");
    all.set("Action", "All");
    all.set("P", NOTHING);
    all
}

fn signature_reference(method: &str, parameters: Dictionary, data: Option<ObjectId>) -> Object {
    let mut reference = Dictionary::new();
    reference.set("Type", "SigRef");
    reference.set("TransformMethod", method);
    if let Some(data) = data {
        reference.set("Data", data);
    }
    reference.set("TransformParams", parameters);
    Object::Dictionary(reference)
}
