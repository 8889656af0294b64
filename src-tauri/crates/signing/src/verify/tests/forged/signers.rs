//! Signers who do more with their revision than sign, or sign otherwise than they must.

use lopdf::{Dictionary, Document, Object, Stream, dictionary};

use super::{Forged, honest, paper, signed};
use crate::pdf::{form, text};
use crate::sign::Draft;

type Cheat = fn(&mut Draft, &Document);

/// What a signer does to the revision before it is signed.
const CHEATS: [(&str, Cheat); 34] = [
    ("replaces a page's content", |draft, document| {
        let content = page(document).get(b"Contents").unwrap().as_reference().unwrap();
        put(draft, content.0, Stream::new(Dictionary::new(), b"0 0 9 9 re f".to_vec()));
    }),
    ("writes a page once more", |draft, document| put(draft, page_id(document), page(document).clone())),
    ("annotates a page", |draft, document| {
        let note = added(draft, dictionary! { "Type" => "Annot", "Subtype" => "FreeText" });
        let mut page = page(document).clone();
        page.set("Annots", vec![reference(note)]);
        put(draft, page_id(document), page);
    }),
    ("turns a page", |draft, document| {
        let mut page = page(document).clone();
        page.set("Rotate", 90);
        put(draft, page_id(document), page);
    }),
    ("adds to the catalog", |draft, document| {
        let root = document.trailer.get(b"Root").unwrap().as_reference().unwrap();
        let mut catalog = document.catalog().unwrap().clone();
        catalog.set("Hefu", true);
        put(draft, root.0, catalog);
    }),
    ("names another certifying signature", |draft, document| {
        let root = document.trailer.get(b"Root").unwrap().as_reference().unwrap();
        let mut catalog = document.catalog().unwrap().clone();
        catalog.set("Perms", dictionary! { "DocMDP" => reference(root.0) });
        put(draft, root.0, catalog);
    }),
    ("changes the form", |draft, document| {
        let (id, form) = form::form(document).unwrap();
        let mut form = form.clone();
        form.set("NeedAppearances", true);
        put(draft, id.0, form);
    }),
    ("takes the flags off", |draft, document| {
        let (id, form) = form::form(document).unwrap();
        let mut form = form.clone();
        form.set("SigFlags", 1);
        put(draft, id.0, form);
    }),
    ("hides an object", |draft, _| {
        added(draft, dictionary! { "Idle" => true });
    }),
    ("brings a file", |draft, _| {
        let file = added(draft, Stream::new(dictionary! { "Type" => "EmbeddedFile" }, b"x".to_vec()));
        signature(draft).set("Location", dictionary! { "F" => reference(file) });
    }),
    ("states a place behind a reference", |draft, _| {
        let place = added(draft, text::text("Shanghai"));
        signature(draft).set("Location", reference(place));
    }),
    ("adds a key to the signature", |draft, _| signature(draft).set("ContactInfo", text::text("mallory"))),
    ("names somebody else in the signature", |draft, _| signature(draft).set("Name", text::text("Mallory"))),
    ("states another time in the signature", |draft, _| {
        signature(draft).set("M", text::text("D:20000101000000Z"));
    }),
    ("lets more follow", |draft, _| drop(signature(draft).remove(b"Reference"))),
    ("lets annotations follow", |draft, _| {
        let open = dictionary! { "Type" => "TransformParams", "P" => 3, "V" => "1.2" };
        let reference =
            dictionary! { "Type" => "SigRef", "TransformMethod" => "DocMDP", "TransformParams" => open };
        signature(draft).set("Reference", vec![reference.into()]);
    }),
    ("brings a second signature", |draft, _| {
        let other = dictionary! { "Type" => "Sig", "Filter" => "Adobe.PPKLite" };
        let other = added(draft, other);
        look(draft, "record").dict.set("Group", reference(other));
    }),
    ("brings a signature without a type", |draft, _| {
        let other = dictionary! { "ByteRange" => vec![0.into(); 4] };
        look(draft, "record").dict.set("Group", other);
    }),
    ("moves the own field", |draft, document| {
        own(draft, document, "record").set("Rect", vec![0.into(), 0.into(), 595.into(), 842.into()]);
    }),
    ("unlocks the own field", |draft, document| drop(own(draft, document, "signature").remove(b"Lock"))),
    ("renames the own field", |draft, document| own(draft, document, "record").set("T", text::text("9"))),
    ("hides the own field", |draft, document| own(draft, document, "record").set("F", 2)),
    ("looks otherwise under the pointer", |draft, document| {
        let look =
            own(draft, document, "record").get(b"AP").unwrap().as_dict().unwrap().get(b"N").unwrap().clone();
        own(draft, document, "record").set("AP", dictionary! { "N" => look.clone(), "R" => look });
    }),
    ("looks as an old drawing", |draft, document| {
        let old = document.get_dictionary(form::field(document, "record.1").unwrap()).unwrap();
        let old = old.get(b"AP").unwrap().clone();
        own(draft, document, "record").set("AP", old);
    }),
    ("looks by states", |draft, document| {
        let look =
            own(draft, document, "record").get(b"AP").unwrap().as_dict().unwrap().get(b"N").unwrap().clone();
        let states = dictionary! { "On" => look.clone(), "Off" => look };
        own(draft, document, "record").set("AP", dictionary! { "N" => states });
    }),
    ("leaves the row out", |draft, document| drop(own(draft, document, "record").remove(b"V"))),
    ("writes a row nobody can read", |draft, document| {
        own(draft, document, "record").set("V", text::text("I accept"));
    }),
    ("keeps the row behind a reference", |draft, document| {
        let value = own(draft, document, "record").get(b"V").unwrap().clone();
        let value = added(draft, value);
        own(draft, document, "record").set("V", reference(value));
    }),
    ("acts when the field is entered", |draft, document| {
        own(draft, document, "record").set("AA", dictionary! { "S" => "JavaScript" });
    }),
    ("acts in the look", |draft, _| {
        look(draft, "record").dict.set("AA", dictionary! { "S" => "JavaScript" });
    }),
    ("hides the look", |draft, _| {
        let layer = added(draft, dictionary! { "Type" => "OCG", "Name" => text::text("hidden") });
        look(draft, "record").dict.set("OC", reference(layer));
    }),
    ("draws another file", |draft, _| look(draft, "record").dict.set("F", text::text("other.pdf"))),
    ("draws what is still to come", |draft, _| {
        look(draft, "record")
            .dict
            .set("Resources", dictionary! { "XObject" => dictionary! { "X" => reference(999) } });
    }),
    ("rewrites the row of another", |draft, document| {
        let other = if draft_position(draft, document) == 1 { "record.2" } else { "record.1" };
        let id = form::field(document, other).unwrap();
        let mut field = document.get_dictionary(id).unwrap().clone();
        field.set("V", text::text("nothing"));
        put(draft, id.0, field);
    }),
];

/// Files made of whole revisions: taken out, moved, doubled, or with bytes of another.
fn rearranged() -> Vec<Forged> {
    let ends: Vec<usize> = (0..=3).map(|signed| paper(signed).len()).collect();
    let whole = paper(3);
    let part = |place: usize| &whole[ends[place - 1]..ends[place]];
    let joined = |parts: &[&[u8]]| parts.concat();
    let contents = |place: usize| {
        let start = ends[place - 1] + memchr::memmem::find(part(place), b"/Contents<").unwrap() + 10;
        start..start + memchr::memchr(b'>', &whole[start..]).unwrap()
    };
    let mut exchanged = whole.to_vec();
    let shorter = contents(2).len().min(contents(3).len());
    exchanged.copy_within(contents(2).start..contents(2).start + shorter, contents(3).start);
    let mut emptied = whole.to_vec();
    emptied[contents(1)].fill(b'0');
    let files = [
        ("the first taken out", joined(&[paper(0), part(2), part(3)])),
        ("the second taken out", joined(&[paper(1), part(3)])),
        ("two exchanged", joined(&[paper(0), part(2), part(1), part(3)])),
        ("the last before the others", joined(&[paper(0), part(3), part(1), part(2)])),
        ("one doubled", joined(&[paper(1), part(1), part(2), part(3)])),
        ("the last doubled", joined(&[whole, part(3)])),
        ("the file doubled", joined(&[whole, whole])),
        ("the issued part after it", joined(&[whole, paper(0)])),
        ("another container", exchanged),
        ("an empty container", emptied),
        ("the last line feed gone", whole[..whole.len() - 1].to_vec()),
        ("the end gone", whole[..whole.len() - 7].to_vec()),
        ("a head before it", joined(&[b"%PDF-1.4\n", whole])),
        ("a line before it", joined(&[b"\n", whole])),
    ];
    files.into_iter().map(|(name, pdf)| Forged { name: name.to_owned(), pdf }).collect()
}

pub(super) fn all() -> Vec<Forged> {
    let mut all = rearranged();
    for (what, cheat) in CHEATS {
        for position in 1..=3_u32 {
            let before = paper(usize::try_from(position).unwrap() - 1);
            let cheated = signed(before, position, cheat);
            let name = |after: &str| format!("signer {position} {what}{after}");
            all.extend(cheated.clone().map(|pdf| Forged { name: name(""), pdf }));
            if position < 3 {
                let later = cheated.and_then(|pdf| signed(&pdf, position + 1, honest));
                all.extend(later.map(|pdf| Forged { name: name(", and another signs"), pdf }));
            }
        }
    }
    all
}

fn put(draft: &mut Draft, id: u32, object: impl Into<Object>) {
    draft.objects.insert(id, object.into());
}

fn added(draft: &mut Draft, object: impl Into<Object>) -> u32 {
    let id = draft.objects.keys().last().unwrap() + 1;
    put(draft, id, object);
    id
}

fn reference(id: u32) -> Object {
    Object::Reference((id, 0))
}

fn signature(draft: &mut Draft) -> &mut Dictionary {
    let id = draft.signature;
    draft.objects.get_mut(&id).unwrap().as_dict_mut().unwrap()
}

fn draft_position(draft: &Draft, document: &Document) -> u32 {
    let mut places = form::signature_fields(document).into_iter();
    places.find(|(_, id)| draft.objects.contains_key(&id.0)).unwrap().0
}

/// The signer's own field of a group.
fn own<'a>(draft: &'a mut Draft, document: &Document, group: &str) -> &'a mut Dictionary {
    let position = draft_position(draft, document);
    let id = form::field(document, &format!("{group}.{position}")).unwrap();
    draft.objects.get_mut(&id.0).unwrap().as_dict_mut().unwrap()
}

/// The look of the signer's row.
fn look<'a>(draft: &'a mut Draft, group: &str) -> &'a mut Stream {
    let is_row = |object: &&Object| {
        let kind = if group == "record" { "Tx" } else { "Sig" };
        object.as_dict().is_ok_and(|field| {
            field.get(b"FT").is_ok_and(|found| found.as_name().is_ok_and(|found| found == kind.as_bytes()))
        })
    };
    let field = draft.objects.values().find(is_row).unwrap().as_dict().unwrap();
    let look = field.get(b"AP").unwrap().as_dict().unwrap().get(b"N").unwrap().as_reference().unwrap();
    draft.objects.get_mut(&look.0).unwrap().as_stream_mut().unwrap()
}

fn page_id(document: &Document) -> u32 {
    document.page_iter().next().unwrap().0
}

fn page(document: &Document) -> &Dictionary {
    document.get_dictionary((page_id(document), 0)).unwrap()
}
