//! A small issued document as the tests need it: three pages (the last the signing record), two
//! empty signature fields, two empty record fields, an attached evidence record; PDF/A-3a and
//! PDF/UA-1 with shapes in place of text.
#![allow(dead_code, unreachable_pub, reason = "every test file uses its own part")]

use chrono::{DateTime, FixedOffset, TimeDelta};
use hefu_signing::{
    Given, Identity, Method, Pair, RecordRow, Report, Role, SignRequest, Signed, Subject, revision_sha256,
    sign, verify,
};
use lopdf::{Dictionary, Document, Object, ObjectId, Stream, StringFormat, dictionary};

pub const DOCUMENT_ID: &str = "01997b04-7d3a-7000-8000-00000000pa01";
pub const HEAD: &str = "prj-harbour 41 6fd1c0de";

/// How the base lists its objects.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Listing {
    Table,
    Stream,
}

pub fn base(listing: Listing) -> Vec<u8> {
    base_of(listing, DOCUMENT_ID, 400)
}

/// A base for the document `id` whose pages hold `squares` squares each.
pub fn base_of(listing: Listing, id: &str, squares: usize) -> Vec<u8> {
    written(made(listing, id, squares, 2))
}

/// A base with so many places, up to eight.
pub fn base_with(listing: Listing, places: u32) -> Vec<u8> {
    written(made(listing, DOCUMENT_ID, 40, places))
}

pub fn written(mut document: Document) -> Vec<u8> {
    let mut bytes = Vec::new();
    document.save_to(&mut bytes).unwrap();
    bytes
}

/// The document before it is written.
pub fn made(listing: Listing, id: &str, squares: usize, places: u32) -> Document {
    let mut document = Document::with_version("1.7");
    document.reference_table.cross_reference_type = match listing {
        Listing::Table => lopdf::xref::XrefType::CrossReferenceTable,
        Listing::Stream => lopdf::xref::XrefType::CrossReferenceStream,
    };
    let tree = document.new_object_id();
    let structure = document.new_object_id();
    let root_element = document.new_object_id();
    let pages: Vec<ObjectId> = (0..3).map(|_| document.new_object_id()).collect();
    let colour = document.add_object(gray());
    let mut elements = Vec::new();
    let mut numbers = Vec::new();
    for (place, page) in pages.iter().enumerate() {
        let content = drawing(squares, place);
        let mut content = Stream::new(Dictionary::new(), content.into_bytes());
        content.compress().unwrap();
        let content = document.add_object(content);
        let element = document.add_object(dictionary! {
            "Type" => "StructElem", "S" => "P", "P" => root_element, "Pg" => *page,
            "K" => 0, "ActualText" => text("squares"),
        });
        let mcids = document.add_object(Object::Array(vec![element.into()]));
        numbers.push((i64::try_from(place).unwrap(), mcids));
        elements.push(Object::from(element));
        document.set_object(
            *page,
            dictionary! {
                "Type" => "Page", "Parent" => tree, "Contents" => content, "Tabs" => "S",
                "StructParents" => i64::try_from(place).unwrap(),
                "MediaBox" => vec![0.into(), 0.into(), 595.into(), 842.into()],
                "Resources" => dictionary! { "ColorSpace" => dictionary! { "Cal" => colour } },
            },
        );
    }
    let mut annotations = Vec::new();
    let mut roots = Vec::new();
    for (group, kind) in [("signature", "Sig"), ("record", "Tx")] {
        let parent = document.new_object_id();
        let mut kids = Vec::new();
        for position in 1..=i64::from(places) {
            let (width, height, left) = if kind == "Sig" { (120, 40, 400) } else { (320, 60, 60) };
            let bottom = 842 - 90 * position;
            let blank = document.add_object(Stream::new(
                dictionary! {
                    "Type" => "XObject", "Subtype" => "Form", "Resources" => Dictionary::new(),
                    "BBox" => vec![0.into(), 0.into(), width.into(), height.into()],
                },
                Vec::new(),
            ));
            let key = 3 + i64::try_from(annotations.len()).unwrap();
            let widget = document.new_object_id();
            let element = document.add_object(dictionary! {
                "Type" => "StructElem", "S" => "Form", "P" => root_element, "Pg" => pages[2],
                "K" => dictionary! { "Type" => "OBJR", "Obj" => widget, "Pg" => pages[2] },
            });
            numbers.push((key, element));
            elements.push(element.into());
            let mut field = dictionary! {
                "Type" => "Annot", "Subtype" => "Widget", "FT" => kind, "Parent" => parent,
                "T" => text(&position.to_string()), "TU" => text(&format!("{group} {position}")),
                "P" => pages[2], "F" => 4, "StructParent" => key,
                "Rect" => vec![left.into(), bottom.into(), (left + width).into(), (bottom + height).into()],
                "AP" => dictionary! { "N" => blank },
            };
            match kind {
                "Tx" => {
                    field.set("Ff", 1 | 1 << 12);
                    field.set("DA", text("0 g"));
                }
                _ => field.set("Lock", lock(position)),
            }
            document.set_object(widget, field);
            kids.push(Object::from(widget));
            annotations.push(Object::from(widget));
        }
        document.set_object(parent, dictionary! { "T" => text(group), "Kids" => kids });
        roots.push(Object::from(parent));
    }
    document.get_dictionary_mut(pages[2]).unwrap().set("Annots", annotations);
    let kids: Vec<Object> = pages.iter().map(|page| (*page).into()).collect();
    document.set_object(tree, dictionary! { "Type" => "Pages", "Count" => 3, "Kids" => kids });
    document.set_object(
        root_element,
        dictionary! {
            "Type" => "StructElem", "S" => "Document", "P" => structure, "K" => elements,
        },
    );
    let numbers: Vec<Object> =
        numbers.into_iter().flat_map(|(key, value)| [key.into(), value.into()]).collect();
    let parents = document.add_object(dictionary! { "Nums" => numbers });
    document.set_object(
        structure,
        dictionary! {
            "Type" => "StructTreeRoot", "K" => root_element, "ParentTree" => parents,
            "ParentTreeNextKey" => 3 + 2 * i64::from(places),
        },
    );
    let form = document.add_object(dictionary! { "Fields" => roots });
    let evidence = evidence(&mut document, id, places);
    let names = dictionary! {
        "EmbeddedFiles" => dictionary! { "Names" => vec![text("evidence-record.json"), evidence.into()] },
    };
    let metadata = document.add_object(Object::Stream(Stream::new(
        dictionary! { "Type" => "Metadata", "Subtype" => "XML" },
        XMP.into(),
    )));
    let catalog = document.add_object(dictionary! {
        "Type" => "Catalog", "Pages" => tree, "AcroForm" => form, "Metadata" => metadata,
        "StructTreeRoot" => structure, "MarkInfo" => dictionary! { "Marked" => true },
        "Lang" => text("en"), "Names" => names, "AF" => vec![evidence.into()],
        "ViewerPreferences" => dictionary! { "DisplayDocTitle" => true },
    });
    document.trailer.set("Root", catalog);
    let half = Object::String(vec![7; 16], StringFormat::Hexadecimal);
    document.trailer.set("ID", vec![half.clone(), half]);
    document
}

/// A place locks its own two fields.
fn lock(position: i64) -> Dictionary {
    let fields = ["signature", "record"].map(|group| text(&format!("{group}.{position}")));
    dictionary! { "Type" => "SigFieldLock", "Action" => "Include", "Fields" => fields.to_vec() }
}

fn gray() -> Object {
    let white = vec![Object::Real(0.9505), Object::Real(1.0), Object::Real(1.089)];
    vec![Object::Name(b"CalGray".to_vec()), dictionary! { "WhitePoint" => white }.into()].into()
}

fn drawing(squares: usize, seed: usize) -> String {
    let mut content = String::from("/P <</MCID 0>> BDC /Cal cs 0.2 sc\n");
    for square in 0..squares {
        let (x, y) = ((square * 37 + seed * 11) % 520, (square * 53 + seed * 7) % 800);
        content.push_str(&format!("{x} {y} {} 4 re f\n", 3 + square % 5));
    }
    content + "EMC"
}

fn evidence(document: &mut Document, id: &str, places: u32) -> ObjectId {
    let signers: Vec<serde_json::Value> = (1..=places)
        .map(|position| {
            let (name, role) = signer(position);
            let organisation = serde_json::json!({ "en": "Hechao Cloud", "zh": "合潮云" });
            serde_json::json!({ "name": name, "organisation": organisation, "role": role.code() })
        })
        .collect();
    let record = serde_json::json!({
        "heads": [HEAD], "id": id, "issued_at": "2026-09-28T09:00:00+08:00", "number": "HC-2026-014 / PA-01",
        "report": { "signers": signers },
        "title": { "en": "Preliminary Acceptance Report", "zh": "初步验收报告" },
    })
    .to_string();
    let file = document.add_object(Stream::new(
        dictionary! {
            "Type" => "EmbeddedFile", "Subtype" => Object::Name(b"application/json".to_vec()),
            "Params" => dictionary! { "ModDate" => text("D:20260928090000Z") },
        },
        record.into_bytes(),
    ));
    document.add_object(dictionary! {
        "Type" => "Filespec", "F" => text("evidence-record.json"),
        "UF" => text("evidence-record.json"), "AFRelationship" => "Data",
        "Desc" => text("evidence record"), "EF" => dictionary! { "F" => file, "UF" => file },
    })
}

fn text(value: &str) -> Object {
    Object::String(value.as_bytes().to_vec(), StringFormat::Literal)
}

const XMP: &str = r#"<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" pdfaid:part="3" pdfaid:conformance="A" pdfuaid:part="1"><dc:title><rdf:Alt><rdf:li xml:lang="x-default">Preliminary Acceptance Report</rdf:li></rdf:Alt></dc:title></rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#"><pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource"><pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema><pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI><pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix><pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource"><pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType><pdfaProperty:category>internal</pdfaProperty:category><pdfaProperty:description>part</pdfaProperty:description></rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>
</rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>"#;

/// A one-page drawing of the size of a field.
pub fn appearance(width: i64, height: i64) -> Vec<u8> {
    let mut document = Document::with_version("1.7");
    let tree = document.new_object_id();
    let colour = document.add_object(gray());
    let content = format!("/Cal cs 0.3 sc 2 2 {} {} re f", width - 4, height / 2);
    let content = document.add_object(Stream::new(Dictionary::new(), content.into_bytes()));
    let page = document.add_object(dictionary! {
        "Type" => "Page", "Parent" => tree, "Contents" => content,
        "MediaBox" => vec![0.into(), 0.into(), width.into(), height.into()],
        "Resources" => dictionary! { "ColorSpace" => dictionary! { "Cal" => colour } },
    });
    document.set_object(tree, dictionary! { "Type" => "Pages", "Count" => 1, "Kids" => vec![page.into()] });
    let catalog = document.add_object(dictionary! { "Type" => "Catalog", "Pages" => tree });
    document.trailer.set("Root", catalog);
    let mut bytes = Vec::new();
    document.save_to(&mut bytes).unwrap();
    bytes
}

/// 2026-09-28 10:12 at +08:00 for the first position, twenty minutes later for the second.
pub fn time(position: u32) -> DateTime<FixedOffset> {
    let first = DateTime::parse_from_rfc3339("2026-09-28T10:12:00+08:00").unwrap();
    first + TimeDelta::minutes(20 * i64::from(position - 1))
}

/// Who is to sign at a place, and as what.
fn signer(position: u32) -> (Pair, Role) {
    let (en, zh, role) = match position {
        1 => ("Zhao Wen", "赵文", Role::Vendor),
        2 => ("Lin Hui Min", "林慧敏", Role::Client),
        _ => ("Guo Yan", "郭燕", Role::Witness),
    };
    (Pair { en: en.into(), zh: zh.into() }, role)
}

pub fn row(pdf: &[u8], position: u32) -> RecordRow {
    let (name, role) = signer(position);
    RecordRow {
        document: DOCUMENT_ID.into(),
        previous_sha256: revision_sha256(pdf),
        position,
        signer: name,
        role,
        capacity: Pair { en: "Delivery lead".into(), zh: "交付负责人".into() },
        method: Method::Drawn,
        time: time(position),
        reason: "Preliminary acceptance 初步验收".into(),
        attested_by: vec!["Chen Jie 陈洁".into(), "Xu Bo 徐波".into()],
        journal_heads: vec![HEAD.into()],
    }
}

pub fn identity(position: u32) -> Identity {
    let row = row(&[], position);
    let subject = Subject { name: row.signer.both(), organisation: "Harbour 海港".into() };
    let seed = [u8::try_from(position).unwrap(); 32];
    Identity::room_key(&seed.into(), &subject, time(position)).unwrap()
}

pub fn sign_as(pdf: &[u8], position: u32) -> Signed {
    sign_row(pdf, &row(pdf, position), &identity(position))
}

pub fn sign_row(pdf: &[u8], row: &RecordRow, identity: &Identity) -> Signed {
    let request = SignRequest {
        row,
        location: "",
        record_appearance: &appearance(320, 60),
        signature_appearance: &appearance(120, 40),
    };
    sign(pdf, &request, identity).unwrap()
}

/// A base signed at both positions.
pub fn signed_twice(listing: Listing) -> Vec<u8> {
    sign_as(&sign_as(&base(listing), 1).pdf, 2).pdf
}

pub fn check(pdf: &[u8]) -> Report {
    verify(pdf, &Given::default())
}
