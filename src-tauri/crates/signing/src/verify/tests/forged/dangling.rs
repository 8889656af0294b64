//! Issued papers that refer to a part which is not there, and signers who bring it later.

use lopdf::{Dictionary, Document, Object, Stream, dictionary};

use super::{Forged, honest, signed, support};
use crate::pdf::form;
use crate::verify::parts::attachments;
use support::Listing;

/// The number of the part that is not there.
const LATER: u32 = 900;

type Referring = fn(&mut Document);

/// What in the issued paper refers to it.
const REFERRERS: [(&str, Referring); 14] = [
    ("annotation", |document| on_page(document, |page| page.set("Annots", vec![later()]))),
    ("content", |document| {
        on_page(document, |page| {
            let own = page.get(b"Contents").unwrap().clone();
            page.set("Contents", vec![own, later()]);
        });
    }),
    ("resource", |document| {
        on_page(document, |page| {
            let resources = page.get_mut(b"Resources").unwrap().as_dict_mut().unwrap();
            resources.set("XObject", dictionary! { "X" => later() });
        });
    }),
    ("page", |document| {
        let tree = document.catalog().unwrap().get(b"Pages").unwrap().as_reference().unwrap();
        let node = document.get_dictionary_mut(tree).unwrap();
        node.get_mut(b"Kids").unwrap().as_array_mut().unwrap().push(later());
    }),
    ("action", |document| on_catalog(document, |catalog| catalog.set("OpenAction", later()))),
    ("outline", |document| on_catalog(document, |catalog| catalog.set("Outlines", later()))),
    ("metadata", |document| on_catalog(document, |catalog| catalog.set("Metadata", later()))),
    ("names", |document| on_catalog(document, |catalog| catalog.set("Dests", later()))),
    ("structure", |document| on_catalog(document, |catalog| catalog.set("StructTreeRoot", later()))),
    ("unknown", |document| on_catalog(document, |catalog| catalog.set("Hefu", vec![later()]))),
    ("information", |document| document.trailer.set("Info", later())),
    ("attachment", |document| {
        let file = attachments(document).remove(0).specification;
        let files = dictionary! { "F" => later(), "UF" => later() };
        document.get_dictionary_mut(file).unwrap().set("EF", files);
    }),
    ("field", |document| {
        let (id, _) = form::form(document).unwrap();
        let form = document.get_dictionary_mut(id).unwrap();
        form.get_mut(b"Fields").unwrap().as_array_mut().unwrap().push(later());
    }),
    ("look", |document| {
        let id = form::field(document, "record.3").unwrap();
        document.get_dictionary_mut(id).unwrap().set("AP", dictionary! { "N" => later() });
    }),
];

/// What the part is, once it comes.
const PARTS: [fn() -> Object; 2] = [
    || dictionary! { "Type" => "Annot", "Subtype" => "FreeText", "S" => "Hide" }.into(),
    || Object::Stream(Stream::new(dictionary! { "Subtype" => "Form" }, b"0 0 99 99 re f".to_vec())),
];

pub(super) fn all() -> Vec<Forged> {
    let mut all = Vec::new();
    for (what, refer) in REFERRERS {
        let mut document = support::made(Listing::Table, support::DOCUMENT_ID, 40, 3);
        refer(&mut document);
        let issued = support::written(document);
        for (place, part) in PARTS.into_iter().enumerate() {
            for bringing in 0..=3 {
                let mut pdf = Some(issued.clone());
                for position in 1..=3 {
                    pdf = pdf.and_then(|pdf| match position == bringing {
                        true => signed(&pdf, position, |draft, _| bring(draft, part())),
                        false => signed(&pdf, position, honest),
                    });
                }
                let name = format!("{what} that dangles, part {place} brought by signature {bringing}");
                all.extend(pdf.map(|pdf| Forged { name, pdf }));
            }
        }
    }
    all
}

/// The part, which the own look uses, too.
fn bring(draft: &mut crate::sign::Draft, part: Object) {
    draft.objects.insert(LATER, part);
    let looks = draft.objects.values_mut().filter_map(|object| object.as_stream_mut().ok());
    let is_look = |look: &&mut Stream| look.dict.has(b"BBox");
    looks.filter(is_look).for_each(|look| {
        look.dict.set("Resources", dictionary! { "XObject" => dictionary! { "X" => later() } });
    });
}

fn later() -> Object {
    Object::Reference((LATER, 0))
}

fn on_page(document: &mut Document, change: impl FnOnce(&mut Dictionary)) {
    let page = document.page_iter().next().unwrap();
    change(document.get_dictionary_mut(page).unwrap());
}

fn on_catalog(document: &mut Document, change: impl FnOnce(&mut Dictionary)) {
    change(document.catalog_mut().unwrap());
}
