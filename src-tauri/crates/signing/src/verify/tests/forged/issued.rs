//! Issued papers that hide something between their objects, mean different things to different programs, or act.

use lopdf::{Dictionary, Document, Object, Stream, dictionary};

use super::{Forged, honest, signed, spelled, support};
use crate::pdf::{form, text};
use support::Listing;

/// How an issued paper is laid out: as it must be, but for one thing.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Layout {
    Honest,
    Remark,
    RemarkAtEnd,
    Unlisted,
    Twice,
    TwoNumbers,
    SameKeyTwice,
    SameKeySpelled,
    SpelledName,
    IndirectLength,
    ShortLength,
    Generation,
    CarriageReturns,
    Previous,
    Hybrid,
    MoreInTrailer,
    SmallSize,
    Free,
    NoZero,
    TwoRuns,
    WrongOffset,
    WrongStart,
    ObjectStream,
    Head,
    TextAfterHead,
    BlankInEntry,
}

const LAYOUTS: [Layout; 25] = [
    Layout::Remark,
    Layout::RemarkAtEnd,
    Layout::Unlisted,
    Layout::Twice,
    Layout::TwoNumbers,
    Layout::SameKeyTwice,
    Layout::SameKeySpelled,
    Layout::SpelledName,
    Layout::IndirectLength,
    Layout::ShortLength,
    Layout::Generation,
    Layout::CarriageReturns,
    Layout::Previous,
    Layout::Hybrid,
    Layout::MoreInTrailer,
    Layout::SmallSize,
    Layout::Free,
    Layout::NoZero,
    Layout::TwoRuns,
    Layout::WrongOffset,
    Layout::WrongStart,
    Layout::ObjectStream,
    Layout::Head,
    Layout::TextAfterHead,
    Layout::BlankInEntry,
];

type Made = fn(&mut Document);

/// What acts in an issued paper, or lets it show now this and now that.
const ACTIVE: [(&str, Made); 20] = [
    ("JavaScript", |document| opening(document, "JavaScript")),
    ("Launch", |document| opening(document, "Launch")),
    ("Hide", |document| opening(document, "Hide")),
    ("GoTo", |document| opening(document, "GoTo")),
    ("GoToR", |document| opening(document, "GoToR")),
    ("Named", |document| opening(document, "Named")),
    ("SetOCGState", |document| opening(document, "SetOCGState")),
    ("ResetForm", |document| opening(document, "ResetForm")),
    ("SubmitForm", |document| opening(document, "SubmitForm")),
    ("ImportData", |document| opening(document, "ImportData")),
    ("indirect action", |document| {
        let action = document.add_object(dictionary! { "S" => "Hide" });
        on_catalog(document, "Hefu", action.into());
    }),
    ("AA of the catalog", |document| on_catalog(document, "AA", dictionary! { "WC" => Object::Null }.into())),
    ("AA of a page", |document| {
        let page = document.page_iter().next().unwrap();
        document
            .get_dictionary_mut(page)
            .unwrap()
            .set("AA", dictionary! { "O" => dictionary! { "S" => "Named" } });
    }),
    ("XFA", |document| on_form(document, "XFA", text::text("<xfa/>"))),
    ("looks that a viewer makes", |document| on_form(document, "NeedAppearances", true.into())),
    ("layers", |document| on_catalog(document, "OCProperties", Dictionary::new().into())),
    ("a hidden layer", |document| {
        let layer = document.add_object(dictionary! { "Type" => "OCG", "Name" => text::text("x") });
        let page = document.page_iter().next().unwrap();
        document.get_dictionary_mut(page).unwrap().set("OC", layer);
    }),
    ("scripts by name", |document| {
        let root = document.catalog().unwrap().get(b"Names").unwrap().clone();
        let mut names = root.as_dict().unwrap().clone();
        names.set("JavaScript", dictionary! { "Names" => Vec::<Object>::new() });
        on_catalog(document, "Names", names.into());
    }),
    ("another file's bytes", |document| {
        let stream = Stream::new(dictionary! { "F" => text::text("other.bin") }, Vec::new());
        let stream = document.add_object(stream);
        on_catalog(document, "Hefu", stream.into());
    }),
    ("a film", |document| {
        let page = document.page_iter().next().unwrap();
        let film = document.add_object(dictionary! { "Type" => "Annot", "Subtype" => "Movie" });
        document.get_dictionary_mut(page).unwrap().set("Annots", vec![film.into()]);
    }),
];

/// Signatures that an issued paper holds already.
const HELD: [(&str, Made); 4] = [
    ("a signature", |document| {
        let held = document.add_object(dictionary! { "Type" => "Sig", "Filter" => "Adobe.PPKLite" });
        on_catalog(document, "Hefu", held.into());
    }),
    ("a byte range", |document| {
        let held = document.add_object(dictionary! { "ByteRange" => vec![0.into(); 4] });
        on_catalog(document, "Hefu", held.into());
    }),
    ("a filled place", |document| {
        let id = form::field(document, "signature.3").unwrap();
        document.get_dictionary_mut(id).unwrap().set("V", dictionary! { "Hefu" => true });
    }),
    ("permissions", |document| on_catalog(document, "Perms", Dictionary::new().into())),
];

pub(super) fn all() -> Vec<Forged> {
    let mut all = Vec::new();
    let made = || support::made(Listing::Table, support::DOCUMENT_ID, 40, 3);
    let mut add = |what: String, issued: Vec<u8>, most: u32| {
        let mut pdf = Some(issued);
        for position in 1..=most {
            pdf = pdf.and_then(|pdf| signed(&pdf, position, honest));
            let name = format!("issued with {what}, signatures: {position}");
            all.extend(pdf.clone().map(|pdf| Forged { name, pdf }));
        }
    };
    for layout in LAYOUTS {
        add(format!("{layout:?}"), laid(&made(), layout), 3);
    }
    for (what, change) in ACTIVE.into_iter().chain(HELD) {
        let mut document = made();
        change(&mut document);
        add(what.to_owned(), support::written(document), 2);
    }
    all
}

#[test]
fn what_is_laid_out_honestly_is_unchanged() {
    let made = support::made(Listing::Table, support::DOCUMENT_ID, 40, 3);
    let pdf = signed(&laid(&made, Layout::Honest), 1, honest).unwrap();
    let report = support::check(&pdf);
    assert_eq!((report.verdict, report.findings), (crate::Verdict::Unchanged, Vec::new()));
}

/// The bytes of an issued paper.
fn laid(document: &Document, layout: Layout) -> Vec<u8> {
    let mut bytes = b"%PDF-1.7\n%\xBB\xAD\xC0\xDE\n".to_vec();
    match layout {
        Layout::Head => bytes.splice(..0, *b"GIF89a\n").for_each(drop),
        Layout::TextAfterHead => bytes.extend_from_slice(b"% a remark\n"),
        _ => {}
    }
    let mut places = Vec::new();
    let streams: Vec<u32> =
        document.objects.iter().filter(|(_, o)| o.as_stream().is_ok()).map(|(id, _)| id.0).collect();
    for (id, object) in &document.objects {
        places.push((id.0, bytes.len()));
        bytes.extend(twisted(id.0, object, layout, streams[0]));
    }
    let last = document.max_id;
    match layout {
        Layout::TwoNumbers => places.push((last + 1, places[0].1)),
        Layout::IndirectLength => {
            let length = document.get_object((streams[0], 0)).unwrap().as_stream().unwrap().content.len();
            places.push((900, bytes.len()));
            bytes.extend(spelled(900, &Object::Integer(i64::try_from(length).unwrap())));
        }
        Layout::ObjectStream => {
            let entries = dictionary! { "Type" => "ObjStm", "N" => 1, "First" => 4 };
            places.push((last + 1, bytes.len()));
            let content = format!("{} 0 null", last + 2).into_bytes();
            bytes.extend(spelled(last + 1, &Object::Stream(Stream::new(entries, content))));
        }
        Layout::RemarkAtEnd => bytes.extend_from_slice(b"% a remark\n"),
        _ => {}
    }
    let section = bytes.len();
    bytes.extend(table(&places, layout).into_bytes());
    let root = document.trailer.get(b"Root").unwrap().as_reference().unwrap().0;
    let more = match layout {
        Layout::Previous => "/Prev 0",
        Layout::Hybrid => "/XRefStm 15",
        Layout::MoreInTrailer => "/Hefu true",
        _ => "",
    };
    let size = if layout == Layout::SmallSize { last - 1 } else { last + 9 };
    let id = "07".repeat(16);
    bytes.extend_from_slice(
        format!("trailer\n<</Size {size}/Root {root} 0 R/ID[<{id}><{id}>]{more}>>").as_bytes(),
    );
    let start = if layout == Layout::WrongStart { section - 1 } else { section };
    bytes.extend_from_slice(format!("\nstartxref\n{start}\n%%EOF").as_bytes());
    bytes
}

fn table(places: &[(u32, usize)], layout: Layout) -> String {
    let mut table = String::from("xref\n");
    if layout != Layout::NoZero {
        table.push_str("0 1\n0000000000 65535 f \n");
    }
    for (at, (id, offset)) in places.iter().enumerate() {
        let first = at == 0;
        let offset = if first && layout == Layout::WrongOffset { offset + 1 } else { *offset };
        match layout {
            Layout::Free if first => table.push_str(&format!("{id} 1\n{offset:010} 00000 f \n")),
            Layout::Generation if first => table.push_str(&format!("{id} 1\n{offset:010} 00001 n \n")),
            Layout::BlankInEntry if first => table.push_str(&format!("{id} 1\n{offset:>10} 00000 n \n")),
            _ => table.push_str(&format!("{id} 1\n{offset:010} 00000 n \n")),
        }
        if first && layout == Layout::TwoRuns {
            table.push_str(&format!("{id} 1\n{:010} 00000 n \n", places[1].1));
        }
    }
    table
}

/// An object with what hides in or beside it.
fn twisted(id: u32, object: &Object, layout: Layout, first_stream: u32) -> Vec<u8> {
    let whole = spelled(id, object);
    let text = String::from_utf8_lossy(&whole).into_owned();
    let catalog = text.contains("/Type/Catalog");
    let stream = id == first_stream;
    match layout {
        Layout::Remark if catalog => [b"% a remark\n".as_slice(), &whole].concat(),
        Layout::Unlisted if catalog => [spelled(800, &Object::Null), whole].concat(),
        Layout::Twice if catalog => [whole.clone(), whole].concat(),
        Layout::SameKeyTwice if catalog => text.replacen("<<", "<</Lang(fr)", 1).into_bytes(),
        Layout::SameKeySpelled if catalog => text.replacen("<<", "<</#4cang(fr)", 1).into_bytes(),
        Layout::SpelledName if catalog => text.replacen("/Lang", "/#4cang", 1).into_bytes(),
        Layout::Generation if id == 1 => text.replacen(" 0 obj", " 1 obj", 1).into_bytes(),
        Layout::CarriageReturns if catalog => text.replace('\n', "\r\n").into_bytes(),
        Layout::IndirectLength | Layout::ShortLength if stream => {
            let content = &object.as_stream().unwrap().content;
            let length = format!("/Length {}", content.len());
            let other = match layout {
                Layout::ShortLength => format!("/Length {}", content.len() - 1),
                _ => "/Length 900 0 R".to_owned(),
            };
            let at = memchr::memmem::find(&whole, length.as_bytes()).unwrap();
            [&whole[..at], other.as_bytes(), &whole[at + length.len()..]].concat()
        }
        _ => whole,
    }
}

fn opening(document: &mut Document, kind: &str) {
    on_catalog(document, "OpenAction", dictionary! { "S" => kind }.into());
}

fn on_catalog(document: &mut Document, key: &str, value: Object) {
    document.catalog_mut().unwrap().set(key, value);
}

fn on_form(document: &mut Document, key: &str, value: Object) {
    let (id, _) = form::form(document).unwrap();
    document.get_dictionary_mut(id).unwrap().set(key, value);
}
