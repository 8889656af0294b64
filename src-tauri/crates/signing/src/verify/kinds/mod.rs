//! The kinds of revision that may follow the issued part: a closed list.
//!
//! A kind is an entry of [`Kind`] and a module beside this one, which says of a revision what objects it may add and
//! which keys of which objects it may change ([`Allowance`]). What holds of every kind is checked here, by [`hold`].

mod field_pair;

use std::collections::BTreeMap;

use lopdf::{Document, Object, ObjectId};

use crate::digest::Sha;
use crate::pdf::increment::{self, Previous};
use crate::pdf::issued::State;
use crate::pdf::read::ENTRY;
use crate::pdf::section::is_listing;
use crate::pdf::strict::Cursor;
use crate::record::RecordRow;
use crate::report::{Change, Finding, Place, Span};
use crate::verify::changes::{Changes, differing};
use crate::verify::graph::{self, View};
use crate::verify::revisions::{Kind, Revision};

/// What a revision of its kind may do.
pub(super) struct Allowance {
    /// Objects that were there, each with the keys whose values may differ. What is added may be reached by these alone.
    keys: BTreeMap<ObjectId, &'static [&'static [u8]]>,
    /// Where what is added begins.
    added: Vec<ObjectId>,
}

/// What is known of the file before the step.
pub(crate) struct Before<'a> {
    /// Length of the file.
    pub(crate) length: usize,
    pub(crate) sha256: &'a Sha,
    pub(crate) state: &'a State,
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

/// Checks the revision that follows `before`. The objects it holds, and how many bytes may still be held, are `None`
/// when it cannot be read at all.
pub(crate) fn check(
    before: &Before<'_>,
    bytes: &[u8],
    revision: &Revision,
) -> (Step, Option<(Objects, usize)>) {
    let mut step = Step::default();
    let whole = Span { from: revision.start, to: revision.end };
    let misshapen = |step: &mut Step, span: Span| {
        let place = Place { bytes: Some(span), ..Place::default() };
        step.findings.push(Finding { change: Change::RevisionForm, place });
    };
    let Some((objects, left)) = read(bytes, revision, before.state.left) else {
        misshapen(&mut step, whole);
        return (step, None);
    };
    if let Some(span) = rewritten_differs(before, bytes, revision, &objects) {
        misshapen(&mut step, span);
    }
    let view = View { before: &before.state.document, objects: &objects };
    let allowance = match revision.kind {
        Kind::FieldPair => field_pair::allowance(before, view, revision, &mut step),
    };
    if let Some(allowance) = allowance {
        hold(view, &allowance, &mut step);
    }
    (step, Some((objects, left)))
}

/// The objects of a revision.
type Objects = BTreeMap<ObjectId, Object>;

/// The objects of a revision, one after another up to its section, and what may still be held after them.
fn read(bytes: &[u8], revision: &Revision, left: usize) -> Option<(Objects, usize)> {
    let mut cursor = Cursor { left, ..Cursor::new(&bytes[..revision.end], revision.start) };
    cursor.expect(b"\n")?;
    let mut objects = BTreeMap::new();
    while !cursor.rest().starts_with(b"xref\n") {
        match cursor.indirect()? {
            (_, Object::Stream(stream)) if is_listing(&stream.dict) => break,
            (id, object) => {
                cursor.hold(ENTRY)?;
                if objects.insert((id, 0), object).is_some() {
                    return None;
                }
            }
        }
    }
    Some((objects, cursor.left))
}

/// Writes the revision again from its objects: the first byte at which the file differs. Where none does, nothing lies
/// between them, and the section lists them and no other.
fn rewritten_differs(
    before: &Before<'_>,
    bytes: &[u8],
    revision: &Revision,
    objects: &BTreeMap<ObjectId, Object>,
) -> Option<Span> {
    let whole = Span { from: revision.start, to: revision.end };
    let Some(previous) = Previous::new(before.length, before.sha256, &before.state.section) else {
        return Some(whole);
    };
    let objects = objects.iter().map(|(id, object)| (id.0, object)).collect();
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

/// What holds of every kind: nothing differs but the keys allowed, nothing is added but what is reached by them, nothing
/// that is added is reached otherwise, nothing of it acts, and no reference waits for an object that is still to come.
fn hold(view: View<'_>, allowance: &Allowance, step: &mut Step) {
    let added = view.reached(allowance.added.clone());
    for id in &added {
        if let Some(key) = view.get(*id).and_then(super::active::key) {
            step.add(Change::Active { key }, Some(*id));
        }
    }
    let mut strange: Vec<ObjectId> = Vec::new();
    for (id, object) in view.objects {
        let allowed = match (allowance.keys.get(id), view.before.objects.get(id), object) {
            (Some(keys), Some(Object::Dictionary(old)), Object::Dictionary(new)) => {
                differing(old, new).iter().all(|key| keys.contains(&key.as_bytes()))
            }
            _ => added.contains(id),
        };
        if !allowed {
            strange.push(*id);
        }
    }
    let outside = view.outside(&allowance.keys);
    strange.extend(added.iter().filter(|id| outside.contains(id)));
    if !strange.is_empty() {
        let after = over(view);
        let mut changes = Changes::new(view.before, &after);
        changes.objects(strange.iter().copied());
        let named = changes.into_findings();
        if named.is_empty() {
            step.add(Change::ObjectChanged, strange.first().copied());
        }
        step.findings.extend(named);
    }
    if let Some(id) = graph::dangling(view.objects, |id| view.get(id).is_some()) {
        step.add(Change::Dangling, Some(id));
    }
}

/// The document with the revision in it.
fn over(view: View<'_>) -> Document {
    let mut after = view.before.clone();
    after.objects.extend(view.objects.iter().map(|(id, object)| (*id, object.clone())));
    after
}
