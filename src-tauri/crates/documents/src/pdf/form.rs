//! The empty form fields that signing fills, one revision after another.
//!
//! `signature.1` is the field `1` below the field `signature`: a partial name may not contain a period.

use std::collections::BTreeMap;

use lopdf::{Dictionary, Document, Object, ObjectId, Stream, text_string};

use crate::layout::page::{FieldKind, Page, PlacedField};

/// ReadOnly and Multiline: only signing fills a row of the record.
const RECORD_FLAGS: i64 = 1 | (1 << 12);
/// Annotation flag Print.
const PRINT: i64 = 4;

pub(super) struct Form {
    /// In the order of pages and of fields on a page.
    pub(super) widgets: Vec<ObjectId>,
    /// The dictionary for `/AcroForm`.
    pub(super) dictionary: Option<ObjectId>,
}

/// Adds the fields; `font` is what `/DA` names, since a text field must name one.
pub(super) fn add(
    document: &mut Document,
    pages: &[Page],
    page_ids: &[ObjectId],
    font: Option<ObjectId>,
) -> Form {
    let mut widgets = Vec::new();
    let mut roots: BTreeMap<String, (ObjectId, Vec<Object>)> = BTreeMap::new();
    let mut order: Vec<String> = Vec::new();
    for (page, id) in pages.iter().zip(page_ids) {
        for field in &page.fields {
            let (root, name) = field.name.split_once('.').unwrap_or(("", &field.name));
            if !roots.contains_key(root) {
                order.push(root.to_owned());
                roots.insert(root.to_owned(), (document.new_object_id(), Vec::new()));
            }
            let Some((parent, kids)) = roots.get_mut(root) else { continue };
            let mut widget = widget(document, field, page, *id, name);
            widget.set("Parent", *parent);
            widget.set("StructParent", integer(pages.len() + widgets.len()));
            let widget = document.add_object(widget);
            kids.push(Object::Reference(widget));
            widgets.push(widget);
        }
    }
    if widgets.is_empty() {
        return Form { widgets, dictionary: None };
    }
    let mut fields = Vec::new();
    for name in order {
        let Some((id, kids)) = roots.remove(&name) else { continue };
        let mut root = Dictionary::new();
        root.set("T", text_string(&name));
        root.set("Kids", kids);
        document.set_object(id, root);
        fields.push(Object::Reference(id));
    }
    let mut form = Dictionary::new();
    form.set("Fields", fields);
    if let Some(font) = font {
        let mut fonts = Dictionary::new();
        fonts.set("Text", font);
        let mut resources = Dictionary::new();
        resources.set("Font", fonts);
        form.set("DR", resources);
        form.set("DA", Object::string_literal("/Text 8 Tf 0 g"));
    }
    Form { widgets, dictionary: Some(document.add_object(form)) }
}

fn widget(document: &mut Document, field: &PlacedField, page: &Page, id: ObjectId, name: &str) -> Dictionary {
    let [x0, y0, x1, y1] = rect(field, page);
    let mut widget = Dictionary::new();
    widget.set("Type", "Annot");
    widget.set("Subtype", "Widget");
    widget.set("T", text_string(name));
    widget.set("TU", text_string(&field.tip));
    widget.set("P", id);
    widget.set("F", Object::Integer(PRINT));
    widget.set("Rect", [x0, y0, x1, y1].map(Object::Real).to_vec());
    let mut look = Dictionary::new();
    look.set("N", document.add_object(blank(x1 - x0, y1 - y0)));
    widget.set("AP", look);
    match field.kind {
        FieldKind::Signature => {
            widget.set("FT", "Sig");
            widget.set("Lock", lock(name));
        }
        FieldKind::Record => {
            widget.set("FT", "Tx");
            widget.set("Ff", Object::Integer(RECORD_FLAGS));
            widget.set("DA", Object::string_literal("/Text 8 Tf 0 g"));
        }
    }
    widget
}

/// That the signature of a place locks the place's own two fields.
fn lock(place: &str) -> Dictionary {
    let fields = ["signature", "record"].map(|group| Object::string_literal(format!("{group}.{place}")));
    let mut lock = Dictionary::new();
    lock.set("Type", "SigFieldLock");
    lock.set("Action", "Include");
    lock.set("Fields", fields.to_vec());
    lock
}

/// Lower left and upper right corner, from the lower left of the page, to a hundredth of a point.
pub(crate) fn rect(field: &PlacedField, page: &Page) -> [f32; 4] {
    let rect = field.rect;
    let round = |value: f32| (value * 100.0).round() / 100.0;
    [rect.x, page.height - rect.y - rect.height, rect.x + rect.width, page.height - rect.y].map(round)
}

/// An appearance that draws nothing: PDF/A wants one.
fn blank(width: f32, height: f32) -> Stream {
    let mut form = Dictionary::new();
    form.set("Type", "XObject");
    form.set("Subtype", "Form");
    form.set("BBox", [0.0, 0.0, width, height].map(Object::Real).to_vec());
    form.set("Resources", Dictionary::new());
    Stream::new(form, Vec::new())
}

fn integer(value: usize) -> Object {
    Object::Integer(i64::try_from(value).unwrap_or(i64::MAX))
}
