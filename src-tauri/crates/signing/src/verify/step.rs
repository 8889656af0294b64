//! One signature's step from the file before to its revision: nothing but what a signature may do.

use std::collections::{BTreeMap, BTreeSet};

use lopdf::{Dictionary, Document, Object, ObjectId};

use crate::blocks;
use crate::digest::{Sha, hex};
use crate::pdf::form::{self, Place as FormPlace};
use crate::pdf::increment::{self, Previous};
use crate::pdf::tail::tail;
use crate::pdf::text;
use crate::record::RecordRow;
use crate::sign::{SIGNATURES_APPEND_ONLY, is_blank, stated};
use crate::verify::changes::{Changes, differing, same};
use crate::verify::parts::references;
use crate::verify::report::{Change, Finding, Place, Span};
use crate::verify::revisions::Revision;

/// Keys by which an appearance would do something, or bring along what is not seen.
const ACTIVE: [&[u8]; 9] =
    [b"A", b"AA", b"JS", b"JavaScript", b"OpenAction", b"URI", b"EF", b"RichMediaContent", b"Launch"];

/// Kinds of action, by their `/S`.
const ACTIONS: [&[u8]; 8] =
    [b"JavaScript", b"Launch", b"URI", b"SubmitForm", b"ImportData", b"GoToR", b"GoToE", b"Rendition"];

/// What is known of the file before the step.
pub(crate) struct Before<'a> {
    pub(crate) bytes: &'a [u8],
    pub(crate) sha256: &'a Sha,
    pub(crate) document: &'a Document,
    /// Id in the evidence record; empty where there is none.
    pub(crate) document_id: &'a str,
}

/// What a step was found to be.
#[derive(Default)]
pub(crate) struct Step {
    pub(crate) position: Option<u32>,
    pub(crate) row: Option<RecordRow>,
    pub(crate) findings: Vec<Finding>,
}

impl Step {
    fn add(&mut self, change: Change, object: Option<ObjectId>) {
        let place = Place { object: object.map(|id| id.0), ..Place::default() };
        self.findings.push(Finding { change, place });
    }
}

/// Checks the step to `after`, whose last revision is `revision` (bytes of the file up to it).
pub(crate) fn check(before: &Before<'_>, bytes: &[u8], revision: &Revision, after: &Document) -> Step {
    let mut step = Step::default();
    if let Some(from) = rewritten_differs(before, bytes, revision, after) {
        let place = Place { bytes: Some(from), ..Place::default() };
        step.findings.push(Finding { change: Change::RevisionForm, place });
    }
    let signature = (revision.signature, 0);
    let named = form::fields(after);
    let valued = named.iter().filter(|(_, id)| {
        let value = after.get_dictionary(*id).and_then(|field| field.get(b"V"));
        value.and_then(Object::as_reference).is_ok_and(|value| value == signature)
    });
    let valued: Vec<&(String, ObjectId)> = valued.collect();
    let position = match valued[..] {
        [(name, _)] => name.strip_prefix("signature.").and_then(|figure| figure.parse().ok()),
        _ => None,
    };
    let Some(position) = position else {
        step.add(Change::SignatureField, Some(signature));
        return step;
    };
    step.position = Some(position);
    fields(before, after, revision, position, &mut step);
    record(before, after, position, signature, &mut step);
    step
}

/// Writes the revision again from its objects: the first byte at which the file differs.
fn rewritten_differs(
    before: &Before<'_>,
    bytes: &[u8],
    revision: &Revision,
    after: &Document,
) -> Option<Span> {
    let whole = Span { from: revision.start, to: revision.end };
    let mut objects = BTreeMap::new();
    for &id in &revision.objects {
        match after.objects.get(&(id, 0)) {
            Some(object) if !is_cross_reference(object) => {
                objects.insert(id, object.clone());
            }
            Some(_) => {}
            None => return Some(whole),
        }
    }
    let previous = tail(before.bytes)
        .and_then(|tail| Previous::new(before.bytes.len(), before.sha256, tail, before.document));
    let Some(previous) = previous else { return Some(whole) };
    let mut writer = increment::write(&previous, revision.signature, &objects);
    let Some(place) = writer.byte_range.clone() else { return Some(whole) };
    writer.fill_byte_range(place, revision.byte_range);
    let own = &bytes[revision.start..revision.end];
    if writer.bytes == own {
        return None;
    }
    let same = writer.bytes.iter().zip(own).take_while(|(one, other)| one == other).count();
    Some(Span { from: revision.start + same, to: revision.end })
}

fn is_cross_reference(object: &Object) -> bool {
    let kind = object.as_stream().ok().and_then(|stream| stream.dict.get(b"Type").ok());
    kind.and_then(|kind| kind.as_name().ok()).is_some_and(|kind| kind == b"XRef")
}

/// Only the two fields' values and appearances may change, and the form's flags.
fn fields(before: &Before<'_>, after: &Document, revision: &Revision, position: u32, step: &mut Step) {
    let mut allowed = BTreeSet::new();
    let mut reached = vec![(revision.signature, 0)];
    for name in [format!("signature.{position}"), format!("record.{position}")] {
        let Some(id) = form::field(before.document, &name) else {
            step.add(Change::SignatureField, None);
            continue;
        };
        allowed.insert(id);
        let (Ok(old), Ok(new)) = (before.document.get_dictionary(id), after.get_dictionary(id)) else {
            step.add(Change::Field { name }, Some(id));
            continue;
        };
        if old.get(b"V").is_ok_and(|value| !is_blank(value)) {
            step.add(Change::SignatureField, Some(id));
        }
        if differing(old, new).iter().any(|key| key != "V" && key != "AP") {
            step.add(Change::Field { name }, Some(id));
        }
        reached.extend(references(new.get(b"AP").ok()));
    }
    if let Some(id) = flags_only(before.document, after) {
        allowed.insert(id);
    }

    let listed = || revision.objects.iter().map(|id| (*id, 0));
    let is_new = |id: &ObjectId| !before.document.objects.contains_key(id);
    let new: BTreeSet<ObjectId> = listed().filter(is_new).collect();
    let reached = reachable(after, &new, reached);
    for id in &reached {
        if let Some(key) = active_key(after.objects.get(id)) {
            step.add(Change::Active { key }, Some(*id));
        }
    }
    let strange = listed().filter(|id| {
        !allowed.contains(id)
            && !reached.contains(id)
            && !after.objects.get(id).is_some_and(is_cross_reference)
    });
    let strange: Vec<ObjectId> = strange.collect();
    if !strange.is_empty() {
        let mut changes = Changes::new(before.document, after);
        changes.objects(strange);
        step.findings.extend(changes.into_findings());
    }
}

/// The object in which the form stands, when nothing but the flags of the form changed in it.
fn flags_only(before: &Document, after: &Document) -> Option<ObjectId> {
    let (FormPlace::Object(id) | FormPlace::InCatalog(id), old_form) = form::form(before)?;
    let (_, new_form) = form::form(after)?;
    let flags = new_form.get(b"SigFlags").and_then(Object::as_i64).ok()?;
    let only_flags = differing(old_form, new_form).iter().all(|key| key == "SigFlags");
    let (old, new) = (before.objects.get(&id)?.as_dict().ok()?, after.objects.get(&id)?.as_dict().ok()?);
    let keys = differing(old, new);
    let only_form = keys.iter().all(|key| key == "AcroForm" || key == "SigFlags");
    (flags == SIGNATURES_APPEND_ONLY && only_flags && only_form).then_some(id)
}

/// The new objects that can be reached from the signature and the two appearances.
fn reachable(after: &Document, new: &BTreeSet<ObjectId>, mut waiting: Vec<ObjectId>) -> BTreeSet<ObjectId> {
    let mut reached = BTreeSet::new();
    while let Some(id) = waiting.pop() {
        if new.contains(&id) && reached.insert(id) {
            waiting.extend(references(after.objects.get(&id)));
        }
    }
    reached
}

/// A key that acts, or the kind of an action.
fn active_key(object: Option<&Object>) -> Option<String> {
    let mut waiting: Vec<&Object> = object.into_iter().collect();
    while let Some(object) = waiting.pop() {
        let dictionary = match object {
            Object::Array(items) => {
                waiting.extend(items);
                continue;
            }
            Object::Dictionary(dictionary) => dictionary,
            Object::Stream(stream) => &stream.dict,
            _ => continue,
        };
        if let Ok(kind) = dictionary.get(b"S").and_then(Object::as_name)
            && ACTIONS.contains(&kind)
        {
            return Some(String::from_utf8_lossy(kind).into_owned());
        }
        for (key, value) in dictionary.iter() {
            if ACTIVE.contains(&key.as_slice()) && !is_resource(value) {
                return Some(String::from_utf8_lossy(key).into_owned());
            }
            waiting.push(value);
        }
    }
    None
}

/// A reference may be a resource that happens to have that name; what it leads to is looked at
/// itself.
fn is_resource(value: &Object) -> bool {
    matches!(value, Object::Reference(_))
}

/// The row says of which document and revision it is, and agrees with the signature.
fn record(before: &Before<'_>, after: &Document, position: u32, signature: ObjectId, step: &mut Step) {
    let field = form::field(after, &format!("record.{position}"));
    let value = field.and_then(|id| after.get_dictionary(id).ok()?.get(b"V").ok());
    let row = value.and_then(text::read).and_then(|text| RecordRow::parse(&text).ok());
    let Some(row) = row else {
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
    if let Ok(dictionary) = after.get_dictionary(signature) {
        for key in contradictions(&row, dictionary) {
            step.add(Change::RecordContradicts { key }, Some(signature));
        }
    }
    step.row = Some(row);
}

/// Keys of the signature that are not as the row says, or that a signature does not have.
fn contradictions(row: &RecordRow, signature: &Dictionary) -> Vec<String> {
    let mut expected = vec!["Type", "Filter", "SubFilter", "ByteRange", "Contents"];
    let stated = stated(row);
    let mut wrong = Vec::new();
    for (key, value) in &stated {
        if !signature.get(key.as_bytes()).is_ok_and(|found| same(found, value)) {
            wrong.push((*key).to_string());
        }
        expected.push(key);
    }
    expected.extend(["Location", blocks::KEY]);
    let keys = signature.iter().map(|(key, _)| String::from_utf8_lossy(key).into_owned());
    wrong.extend(keys.filter(|key| !expected.contains(&key.as_str())));
    wrong
}
