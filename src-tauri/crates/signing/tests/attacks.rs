//! What others may do to a signed file, and how the verifier names it.

use crate::support::*;
use hefu_signing::{Change, Finding, Integrity, Report, Unjudged, Verdict};
use lopdf::{Document, IncrementalDocument, Object, ObjectId, dictionary};

/// Appends an update to a file that both have signed.
fn updated(update: impl FnOnce(&mut IncrementalDocument, &[ObjectId])) -> Report {
    let pdf = signed_twice(Listing::Table);
    let document = Document::load_mem(&pdf).unwrap();
    let pages: Vec<ObjectId> = document.page_iter().collect();
    let mut increment = IncrementalDocument::create_from(pdf, document);
    update(&mut increment, &pages);
    let mut bytes = Vec::new();
    increment.save_to(&mut bytes).unwrap();
    check(&bytes)
}

fn named<'a>(report: &'a Report, change: &Change) -> &'a Finding {
    assert_eq!(report.verdict, Verdict::Changed);
    let mut found = report.findings.iter().filter(|finding| finding.change == *change);
    found.next().unwrap_or_else(|| panic!("{change:?} is not in {:#?}", report.findings))
}

/// The update is named with its page, after both signatures, which are as they were.
fn assert_updated(report: &Report, change: &Change, page: Option<u32>) {
    assert_eq!(named(report, &Change::Appended).place.after, Some(2));
    let finding = named(report, change);
    assert_eq!((finding.place.after, finding.place.page), (Some(2), page));
    assert_eq!(report.signatures.len(), 2);
    for signature in &report.signatures {
        assert_eq!(signature.integrity, Integrity::Intact);
        assert!(signature.changes_after.contains(finding));
    }
}

#[test]
fn page_content_replaced_by_an_update() {
    let report = updated(|increment, pages| {
        let page = increment.get_prev_documents().get_dictionary(pages[1]).unwrap();
        let content = page.get(b"Contents").unwrap().as_reference().unwrap();
        let other = lopdf::Stream::new(lopdf::Dictionary::new(), b"0 0 9 9 re f".to_vec());
        increment.new_document.set_object(content, other);
    });
    assert_updated(&report, &Change::PageContent, Some(2));
}

#[test]
fn pages_swapped_removed_or_added() {
    let change_kids = |change: fn(&mut Vec<Object>, &mut IncrementalDocument)| {
        updated(|increment, _| {
            let catalog = increment.get_prev_documents().catalog().unwrap();
            let tree = catalog.get(b"Pages").unwrap().as_reference().unwrap();
            let mut node = increment.get_prev_documents().get_dictionary(tree).unwrap().clone();
            let mut kids = node.get(b"Kids").unwrap().as_array().unwrap().clone();
            change(&mut kids, increment);
            node.set("Count", i64::try_from(kids.len()).unwrap());
            node.set("Kids", kids);
            increment.new_document.set_object(tree, node);
        })
    };
    let swapped = change_kids(|kids, _| kids.swap(1, 2));
    assert_updated(&swapped, &Change::PagesReordered, Some(2));
    let removed = change_kids(|kids, _| drop(kids.remove(1)));
    assert_updated(&removed, &Change::PageRemoved, Some(2));
    let added = change_kids(|kids, increment| {
        let parent = increment.get_prev_documents().catalog().unwrap().get(b"Pages").unwrap().clone();
        let page = dictionary! {
            "Type" => "Page", "Parent" => parent,
            "MediaBox" => vec![0.into(), 0.into(), 595.into(), 842.into()],
        };
        kids.insert(1, increment.new_document.add_object(page).into());
    });
    assert_updated(&added, &Change::PageAdded, Some(2));
    let doubled = change_kids(|kids, _| kids.push(kids[0].clone()));
    assert_eq!(doubled.verdict, Verdict::Changed);
    assert_updated(&doubled, &Change::PagesReordered, None);
}

#[test]
fn annotation_over_signed_text() {
    let report = updated(|increment, pages| {
        let mut page = increment.get_prev_documents().get_dictionary(pages[0]).unwrap().clone();
        let note = increment.new_document.add_object(dictionary! {
            "Type" => "Annot", "Subtype" => "FreeText",
            "Rect" => vec![50.into(), 700.into(), 500.into(), 780.into()],
        });
        page.set("Annots", vec![note.into()]);
        increment.new_document.set_object(pages[0], page);
    });
    assert_updated(&report, &Change::AnnotationAdded, Some(1));
}

#[test]
fn attachment_exchanged() {
    let report = updated(|increment, _| {
        let previous = increment.get_prev_documents();
        let is_file =
            |object: &Object| object.as_stream().is_ok_and(|stream| stream.dict.has_type(b"EmbeddedFile"));
        let (id, object) = previous.objects.iter().find(|(_, object)| is_file(object)).unwrap();
        let (id, mut file) = (*id, object.as_stream().unwrap().clone());
        file.set_plain_content(br#"{"id":""}"#.to_vec());
        increment.new_document.set_object(id, file);
    });
    assert_updated(&report, &Change::Attachment { name: "evidence-record.json".into() }, None);
    assert!(report.evidence_record.unwrap().contains(DOCUMENT_ID), "the signed one is shown");
}

#[test]
fn metadata_structure_and_catalog_changed() {
    let catalog_key = |key: &'static str, value: fn() -> Object| {
        updated(move |increment, _| {
            let root = increment.get_prev_documents().trailer.get(b"Root").unwrap();
            let root = root.as_reference().unwrap();
            let mut catalog = increment.get_prev_documents().catalog().unwrap().clone();
            catalog.set(key, value());
            increment.new_document.set_object(root, catalog);
        })
    };
    let action = || dictionary! { "S" => "JavaScript" }.into();
    let key = "OpenAction".to_string();
    assert_updated(&catalog_key("OpenAction", action), &Change::Catalog { key }, None);
    assert_updated(&catalog_key("Metadata", || Object::Null), &Change::Metadata, None);
    assert_updated(&catalog_key("StructTreeRoot", || Object::Null), &Change::Structure, None);
    assert_updated(&catalog_key("AcroForm", || Object::Null), &Change::Form, None);
}

#[test]
fn a_record_filled_after_the_signature() {
    let report = updated(|increment, _| {
        let previous = increment.get_prev_documents();
        let is_row = |object: &Object| {
            object.as_dict().is_ok_and(|field| {
                field.get(b"FT").is_ok_and(|kind| kind.as_name().is_ok_and(|kind| kind == b"Tx"))
            })
        };
        let (id, object) = previous.objects.iter().find(|(_, object)| is_row(object)).unwrap();
        let (id, mut field) = (*id, object.as_dict().unwrap().clone());
        field.set("V", Object::string_literal("another row"));
        increment.new_document.set_object(id, field);
    });
    assert_updated(&report, &Change::Field { name: "record.1".into() }, None);
}

#[test]
fn the_file_cut_at_its_end() {
    let base = base(Listing::Table);
    let first = sign_as(&base, 1).pdf;
    let both = sign_as(&first, 2).pdf;
    for length in (first.len() + 2..both.len()).step_by(7).chain([both.len() - 1]) {
        let report = check(&both[..length]);
        let finding = named(&report, &Change::CutAtEnd);
        assert_eq!(finding.place.bytes.unwrap().to, length);
        assert_eq!(report.signatures.len(), 1, "the first is still there");
        assert_eq!(report.signatures[0].changes_after, report.findings);
    }
    for length in (base.len() + 600..first.len()).step_by(7) {
        named(&check(&both[..length]), &Change::CutAtEnd);
    }
    for length in (0..base.len() - 7).step_by(29) {
        assert_eq!(check(&both[..length]).unjudged, Some(Unjudged::Unreadable));
    }
    // At the end of a revision the file is what it was then, and says what is outstanding.
    assert_eq!(check(&both[..first.len()]).unsigned_positions, [2]);
}

#[test]
fn a_byte_after_the_end() {
    let blank = Change::BlankAppended;
    for (tail, change) in [
        (&b"\n"[..], &blank),
        (b"\r\n", &blank),
        (b" ", &blank),
        (b"\0", &Change::Appended),
        (b"%%EOF\n", &Change::Appended),
        (b"% a remark\n%%EOF\n", &Change::Appended),
    ] {
        let mut pdf = signed_twice(Listing::Stream);
        pdf.extend_from_slice(tail);
        let report = check(&pdf);
        assert_eq!(named(&report, change).place.after, Some(2));
        assert_eq!(report.findings.len(), 1, "one line: {:?}", report.findings);
    }
}

#[test]
fn the_whole_file_written_anew() {
    for listing in [Listing::Table, Listing::Stream] {
        let mut pdf = base(listing);
        let again = |pdf: &[u8]| check(&written(Document::load_mem(pdf).unwrap()));
        assert_eq!(again(&pdf).unjudged, Some(Unjudged::NotSigned), "{listing:?}: nobody had signed it");
        for position in 1..=2 {
            pdf = sign_as(&pdf, position).pdf;
            let report = again(&pdf);
            assert_eq!(report.findings.len(), 1, "one line: {:?}", report.findings);
            named(&report, &Change::WrittenAnew);
            assert_eq!(report.document.id, DOCUMENT_ID, "the reader is told which paper to ask for");
        }
    }
}

#[test]
fn a_revision_put_after_another_document() {
    let base = base(Listing::Table);
    let increment = sign_as(&base, 1).pdf.split_off(base.len());
    let mut other = base_of(Listing::Table, &DOCUMENT_ID.replace("pa01", "fa01"), 400);
    assert_eq!(other.len(), base.len(), "so that every offset fits");
    other.extend_from_slice(&increment);
    let finding = named(&check(&other), &Change::BytesAltered).clone();
    assert_eq!(finding.place.revision, Some(0));
}

#[test]
fn a_changed_byte_is_found_where_it_is() {
    let pdf = signed_twice(Listing::Table);
    let content = pdf.windows(6).position(|window| window == b"stream").unwrap() + 40;
    let mut changed = pdf.clone();
    changed[content] ^= 0x10;
    let report = check(&changed);
    let place = named(&report, &Change::BytesAltered).place;
    let span = place.bytes.unwrap();
    assert!((span.from..span.to).contains(&content) && span.to - span.from <= 512, "{span:?}");
    assert_eq!(place.revision, Some(0));
    assert!(report.signatures.iter().all(|signature| signature.integrity == Integrity::Changed));

    // In the second revision: the first signature is not concerned.
    let second = pdf.len() - 700;
    let mut changed = pdf.clone();
    changed[second] ^= 1;
    let report = check(&changed);
    assert_eq!(report.verdict, Verdict::Changed);
    assert_eq!(report.findings[0].place.revision, Some(2));
    assert_eq!(report.signatures[0].integrity, Integrity::Intact);
}
