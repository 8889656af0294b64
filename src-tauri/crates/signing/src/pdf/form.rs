//! Fields of the form by their full name.

use lopdf::{Dictionary, Document, Object, ObjectId};

use crate::pdf::text;

/// Bits SignaturesExist and AppendOnly of the form's `/SigFlags`.
pub(crate) const SIGNATURES_APPEND_ONLY: i64 = 3;

/// Deepest tree of fields that is followed.
const DEEPEST: usize = 8;

/// The form's dictionary, which must be an object of its own.
pub(crate) fn form(document: &Document) -> Option<(ObjectId, &Dictionary)> {
    let root = document.trailer.get(b"Root").ok()?.as_reference().ok()?;
    let id = document.get_dictionary(root).ok()?.get(b"AcroForm").ok()?.as_reference().ok()?;
    Some((id, document.get_dictionary(id).ok()?))
}

/// Every field with its full name (`signature.1`), in the order of the form.
pub(crate) fn fields(document: &Document) -> Vec<(String, ObjectId)> {
    let mut found = Vec::new();
    let Some((_, form)) = form(document) else { return found };
    let Some(roots) = array(document, form, b"Fields") else { return found };
    // Depth bounds cycles, and the number of objects bounds what can be found.
    let mut waiting: Vec<(String, ObjectId, usize)> = references(roots, "", 0);
    waiting.reverse();
    while let Some((parent, id, depth)) = waiting.pop() {
        let Ok(field) = document.get_dictionary(id) else { continue };
        let own = field.get(b"T").ok().and_then(text::read);
        let name = match (parent.is_empty(), own) {
            (_, None) => parent,
            (true, Some(own)) => own,
            (false, Some(own)) => format!("{parent}.{own}"),
        };
        match array(document, field, b"Kids") {
            Some(kids) if depth < DEEPEST && found.len() < document.objects.len() => {
                let mut kids = references(kids, &name, depth + 1);
                kids.reverse();
                waiting.extend(kids);
            }
            _ => found.push((name, id)),
        }
        if found.len() > document.objects.len() {
            break;
        }
    }
    found
}

/// The fields `signature.…`, each with its place in the signing order.
pub(crate) fn signature_fields(document: &Document) -> Vec<(u32, ObjectId)> {
    let place = |name: &str| name.strip_prefix("signature.").and_then(|figure| figure.parse().ok());
    fields(document).iter().filter_map(|(name, id)| Some((place(name)?, *id))).collect()
}

/// The field of that name, where there is exactly one.
pub(crate) fn field(document: &Document, name: &str) -> Option<ObjectId> {
    let mut named = fields(document).into_iter().filter(|(found, _)| found == name);
    let (_, id) = named.next()?;
    named.next().is_none().then_some(id)
}

pub(crate) fn array<'a>(
    document: &'a Document,
    dictionary: &'a Dictionary,
    key: &[u8],
) -> Option<&'a Vec<Object>> {
    let (_, object) = document.dereference(dictionary.get(key).ok()?).ok()?;
    object.as_array().ok()
}

fn references(items: &[Object], parent: &str, depth: usize) -> Vec<(String, ObjectId, usize)> {
    let ids = items.iter().filter_map(|item| item.as_reference().ok());
    ids.map(|id| (parent.to_string(), id, depth)).collect()
}

/// Whether a field's value is none.
pub(crate) fn is_blank(value: &Object) -> bool {
    value.is_null() || value.as_str().is_ok_and(<[u8]>::is_empty)
}
