//! Ordinary updates: what they change, how they are spelled, and between which signatures they stand.

mod spelling;

use std::collections::BTreeMap;

use lopdf::{Dictionary, Document, Object, Stream, dictionary};
use spelling::{SPELLINGS, appended};

use super::{Forged, honest, paper, signed};
use crate::pdf::load::load;
use crate::pdf::{form, text};
use crate::verify::parts::attachments;

type Objects = BTreeMap<u32, Object>;

/// The objects that an update brings.
type Payload = fn(&Document) -> Objects;

/// What an update changes.
const PAYLOADS: [(&str, Payload); 16] = [
    ("content", |document| {
        let content = page(document, 0).get(b"Contents").unwrap().as_reference().unwrap();
        one(content.0, drawing())
    }),
    ("page", |document| {
        let mut page = page(document, 0).clone();
        page.set("Contents", (next(document), 0));
        [(page_id(document, 0), page.into()), (next(document), drawing())].into()
    }),
    ("turned", |document| {
        let mut page = page(document, 1).clone();
        page.set("Rotate", 180);
        one(page_id(document, 1), page)
    }),
    ("page added", |document| {
        let added = dictionary! { "Type" => "Page", "Parent" => (tree(document), 0),
        "MediaBox" => vec![0.into(), 0.into(), 595.into(), 842.into()] };
        let new = next(document);
        let mut objects = kids(document, |kids| kids.insert(1, (new, 0).into()));
        objects.insert(new, added.into());
        objects
    }),
    ("pages swapped", |document| kids(document, |kids| kids.swap(0, 1))),
    ("page removed", |document| kids(document, |kids| drop(kids.remove(1)))),
    ("annotation", |document| {
        let mut page = page(document, 0).clone();
        page.set("Annots", vec![Object::Reference((next(document), 0))]);
        let note = dictionary! { "Type" => "Annot", "Subtype" => "FreeText",
        "Rect" => vec![50.into(), 700.into(), 500.into(), 780.into()] };
        [(page_id(document, 0), page.into()), (next(document), note.into())].into()
    }),
    ("attachment", |document| {
        let file = attachments(document).remove(0).specification;
        let files = document.get_dictionary(file).unwrap().get(b"EF").unwrap().as_dict().unwrap();
        let file = files.get(b"F").unwrap().as_reference().unwrap();
        let mut stream = document.get_object(file).unwrap().as_stream().unwrap().clone();
        stream.set_plain_content(b"{}".to_vec());
        one(file.0, Object::Stream(stream))
    }),
    ("script", |document| {
        catalog(document, |catalog| {
            catalog
                .set("OpenAction", dictionary! { "S" => "JavaScript", "JS" => text::text("app.alert(1)") });
        })
    }),
    ("metadata", |document| catalog(document, |catalog| drop(catalog.remove(b"Metadata")))),
    ("language", |document| catalog(document, |catalog| catalog.set("Lang", text::text("fr")))),
    ("row", |document| {
        let id = form::field(document, "record.1").unwrap();
        let mut field = document.get_dictionary(id).unwrap().clone();
        field.set("V", text::text("another row"));
        one(id.0, field)
    }),
    ("look", |document| {
        let id = form::field(document, "signature.1").unwrap();
        let mut field = document.get_dictionary(id).unwrap().clone();
        field.set("AP", dictionary! { "N" => (next(document), 0) });
        [(id.0, field.into()), (next(document), drawing())].into()
    }),
    ("spoken", |document| {
        let is_spoken = |object: &&Object| object.as_dict().is_ok_and(|entries| entries.has(b"ActualText"));
        let (id, object) = document.objects.iter().find(|(_, object)| is_spoken(object)).unwrap();
        let mut element = object.as_dict().unwrap().clone();
        element.set("ActualText", text::text("other words"));
        one(id.0, element)
    }),
    ("colour", |document| {
        let is_colour = |object: &&Object| {
            object.as_array().is_ok_and(|items| items.first() == Some(&Object::Name(b"CalGray".to_vec())))
        };
        let (id, _) = document.objects.iter().find(|(_, object)| is_colour(object)).unwrap();
        one(id.0, Object::Array(vec!["DeviceGray".into()]))
    }),
    ("nothing", |document| one(next(document), dictionary! { "Idle" => true })),
];

/// A place of its own for one more signature, which the update makes.
fn fourth_place(document: &Document) -> Objects {
    let mut objects = Objects::new();
    let (_, form) = form::form(document).unwrap();
    let roots = form::array(document, form, b"Fields").unwrap().clone();
    let page = *document.page_iter().collect::<Vec<_>>().last().unwrap();
    for (root, (group, new)) in
        roots.iter().zip([("signature", next(document)), ("record", next(document) + 1)])
    {
        let model = form::field(document, &format!("{group}.3")).unwrap();
        let mut field = document.get_dictionary(model).unwrap().clone();
        for key in [b"V".as_slice(), b"Lock", b"StructParent"] {
            field.remove(key);
        }
        field.set("T", text::text("4"));
        objects.insert(new, field.into());
        let root = root.as_reference().unwrap();
        let mut parent = document.get_dictionary(root).unwrap().clone();
        parent.get_mut(b"Kids").unwrap().as_array_mut().unwrap().push((new, 0).into());
        objects.insert(root.0, parent.into());
        let shown = objects.entry(page.0).or_insert_with(|| document.get_object(page).unwrap().clone());
        let shown = shown.as_dict_mut().unwrap().get_mut(b"Annots").unwrap();
        shown.as_array_mut().unwrap().push((new, 0).into());
    }
    objects
}

pub(super) fn all() -> Vec<Forged> {
    let mut all = Vec::new();
    for (what, payload) in PAYLOADS {
        for (place, spelling) in SPELLINGS.iter().enumerate() {
            let name = |order: &str| format!("{what}, spelling {place} ({spelling:?}), {order}");
            let mut add = |order: &str, pdf: Option<Vec<u8>>| {
                all.extend(pdf.map(|pdf| Forged { name: name(order), pdf }));
            };
            let update = |signatures: usize, more: Payload| {
                let pdf = paper(signatures);
                let document = load(pdf).unwrap();
                let mut objects = more(&document);
                objects.extend(payload(&document));
                appended(pdf, &document, &objects, *spelling)
            };
            add("after all", Some(update(3, |_| Objects::new())));
            let between = update(2, |_| Objects::new());
            add("before the last, signed by another", signed(&between, 3, honest));
            let fourth = update(3, |document| shifted(fourth_place(document), document));
            add("with a place of its own", signed(&fourth, 4, honest));
            // Where a spelling stands makes no difference to what lies in it.
            if what == "content" || what == "nothing" {
                let early = signed(&update(1, |_| Objects::new()), 2, honest);
                add("after the first", early.and_then(|pdf| signed(&pdf, 3, honest)));
                let first = signed(&update(0, |_| Objects::new()), 1, honest);
                add("before the first", first);
            }
        }
    }
    all
}

/// New objects of an update, numbered beyond those of its payload.
fn shifted(objects: Objects, document: &Document) -> Objects {
    let new = next(document);
    let moved = |id: u32| if id >= new { id + 20 } else { id };
    let references = |object: Object| renamed(object, &moved);
    objects.into_iter().map(|(id, object)| (moved(id), references(object))).collect()
}

fn renamed(object: Object, moved: &dyn Fn(u32) -> u32) -> Object {
    match object {
        Object::Reference((id, generation)) => Object::Reference((moved(id), generation)),
        Object::Array(items) => items.into_iter().map(|item| renamed(item, moved)).collect::<Vec<_>>().into(),
        Object::Dictionary(entries) => {
            let mut other = Dictionary::new();
            for (key, value) in entries.iter() {
                other.set(key.clone(), renamed(value.clone(), moved));
            }
            other.into()
        }
        other => other,
    }
}

fn one(id: u32, object: impl Into<Object>) -> Objects {
    [(id, object.into())].into()
}

/// The number after all that the file uses.
fn next(document: &Document) -> u32 {
    document.max_id + 1
}

fn page_id(document: &Document, place: usize) -> u32 {
    document.page_iter().nth(place).unwrap().0
}

fn page(document: &Document, place: usize) -> &Dictionary {
    document.get_dictionary((page_id(document, place), 0)).unwrap()
}

fn tree(document: &Document) -> u32 {
    document.catalog().unwrap().get(b"Pages").unwrap().as_reference().unwrap().0
}

fn kids(document: &Document, change: impl FnOnce(&mut Vec<Object>)) -> Objects {
    let mut node = document.get_dictionary((tree(document), 0)).unwrap().clone();
    let kids = node.get_mut(b"Kids").unwrap().as_array_mut().unwrap();
    change(kids);
    let count = i64::try_from(kids.len()).unwrap();
    node.set("Count", count);
    one(tree(document), node)
}

fn catalog(document: &Document, change: impl FnOnce(&mut Dictionary)) -> Objects {
    let root = document.trailer.get(b"Root").unwrap().as_reference().unwrap();
    let mut catalog = document.catalog().unwrap().clone();
    change(&mut catalog);
    one(root.0, catalog)
}

fn drawing() -> Object {
    let entries = dictionary! { "Type" => "XObject", "Subtype" => "Form", "Resources" => Dictionary::new(),
    "BBox" => vec![0.into(), 0.into(), 595.into(), 842.into()] };
    Object::Stream(Stream::new(entries, b"0 0 99 99 re f".to_vec()))
}
