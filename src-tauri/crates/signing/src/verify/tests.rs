//! Signers who cheat: revisions that are signed as they must be and do what they must not.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod authorities;
mod claims;
mod forged;
mod limits;
mod peers;
#[path = "../../tests/support/pyhanko.rs"]
mod pyhanko;
#[path = "../../tests/support/mod.rs"]
mod support;

use std::collections::BTreeMap;

use lopdf::{Document, Object, ObjectId, dictionary};
use support::*;

use crate::pdf::load::load;
use crate::pdf::section::{self, Section};
use crate::pdf::{form, text};
use crate::sign::{Draft, SignRequest};
use crate::verify::parts::attachments;
use crate::{Change, Identity, Integrity, RecordRow, Report, Verdict};

/// A signature over any file, whatever it says: nothing that signing refuses is asked.
fn forced(
    pdf: &[u8],
    row: &RecordRow,
    identity: &Identity,
    cheat: impl FnOnce(&mut Draft, &Document),
) -> Option<Vec<u8>> {
    let document = load(pdf)?;
    let section = Section {
        start: document.xref_start,
        listing: section::Listing::Table,
        entries: BTreeMap::new(),
        trailer: document.trailer.clone(),
        end: pdf.len(),
    };
    let request = SignRequest {
        row,
        location: "",
        record_appearance: &appearance(320, 60),
        signature_appearance: &appearance(120, 40),
    };
    let mut draft = Draft::on(pdf, &document, &section, &request, identity).ok()?;
    cheat(&mut draft, &document);
    draft.complete(pdf, identity).ok().map(|signed| signed.pdf)
}

fn honest(_: &mut Draft, _: &Document) {}

/// The client signs after the vendor, with a revision that `cheat` has changed.
fn cheated(cheat: impl FnOnce(&mut Draft, &lopdf::Document)) -> Report {
    let pdf = sign_as(&base(Listing::Table), 1).pdf;
    let row = row(&pdf, 2);
    let request = SignRequest {
        row: &row,
        location: "",
        record_appearance: &appearance(320, 60),
        signature_appearance: &appearance(120, 40),
    };
    let identity = identity(2);
    let mut draft = Draft::new(&pdf, &request, &identity).unwrap();
    cheat(&mut draft, &load(&pdf).unwrap());
    check(&draft.complete(&pdf, &identity).unwrap().pdf)
}

/// Both signatures are cryptographically good; the second one's revision is not.
fn assert_named(report: &Report, change: &Change, page: Option<u32>) {
    assert_eq!(report.verdict, Verdict::Changed);
    let named = report.findings.iter().find(|finding| finding.change == *change);
    let named = named.unwrap_or_else(|| panic!("{change:?} is not in {:?}", report.findings));
    assert_eq!((named.place.revision, named.place.page), (Some(2), page));
    let [first, second] = &report.signatures[..] else { panic!("two signatures") };
    assert_eq!(first.integrity, Integrity::Intact, "the first is as it was");
    assert_eq!(second.integrity, Integrity::Changed);
    assert!(first.changes_after.contains(named), "said of the first signature");
}

fn put(draft: &mut Draft, id: ObjectId, object: impl Into<Object>) {
    draft.objects.insert(id.0, object.into());
}

#[test]
fn an_honest_second_signer_is_intact() {
    assert_eq!(cheated(|_, _| {}).findings, []);
}

#[test]
fn a_signer_who_replaces_a_page_is_named() {
    let report = cheated(|draft, document| {
        let page = document.page_iter().next().unwrap();
        let content = document.get_dictionary(page).unwrap().get(b"Contents").unwrap();
        let other = lopdf::Stream::new(lopdf::Dictionary::new(), b"0 0 9 9 re f".to_vec());
        put(draft, content.as_reference().unwrap(), Object::Stream(other));
    });
    assert_named(&report, &Change::PageContent, Some(1));
}

#[test]
fn a_signer_who_annotates_a_page_is_named() {
    let report = cheated(|draft, document| {
        let page = document.page_iter().next().unwrap();
        let note = draft.objects.keys().last().unwrap() + 1;
        let mut changed = document.get_dictionary(page).unwrap().clone();
        changed.set("Annots", vec![Object::Reference((note, 0))]);
        put(draft, page, changed);
        put(draft, (note, 0), dictionary! { "Type" => "Annot", "Subtype" => "FreeText" });
    });
    assert_named(&report, &Change::AnnotationAdded, Some(1));
}

#[test]
fn a_signer_who_swaps_pages_is_named() {
    let report = cheated(|draft, document| {
        let tree = document.catalog().unwrap().get(b"Pages").unwrap().as_reference().unwrap();
        let mut changed = document.get_dictionary(tree).unwrap().clone();
        changed.get_mut(b"Kids").unwrap().as_array_mut().unwrap().swap(0, 1);
        put(draft, tree, changed);
    });
    assert_named(&report, &Change::PagesReordered, Some(1));
}

#[test]
fn a_signer_who_exchanges_the_attachment_is_named() {
    let report = cheated(|draft, document| {
        let file = attachments(document).remove(0).specification;
        let files = document.get_dictionary(file).unwrap().get(b"EF").unwrap();
        let file = files.as_dict().unwrap().get(b"F").unwrap().as_reference().unwrap();
        let mut stream = document.get_object(file).unwrap().as_stream().unwrap().clone();
        stream.set_plain_content(b"{}".to_vec());
        put(draft, file, Object::Stream(stream));
    });
    assert_named(&report, &Change::Attachment { name: "evidence-record.json".into() }, None);
}

#[test]
fn a_signer_who_rewrites_the_row_of_another_is_named() {
    let report = cheated(|draft, document| {
        let id = form::field(document, "record.1").unwrap();
        let mut changed = document.get_dictionary(id).unwrap().clone();
        changed.set("V", text::text("nothing"));
        put(draft, id, changed);
    });
    assert_named(&report, &Change::Field { name: "record.1".into() }, None);
}

#[test]
fn a_signer_who_moves_the_own_field_is_named() {
    let report = cheated(|draft, document| {
        let id = form::field(document, "record.2").unwrap();
        let field = draft.objects.get_mut(&id.0).unwrap().as_dict_mut().unwrap();
        field.set("Rect", vec![0.into(), 0.into(), 595.into(), 842.into()]);
    });
    assert_named(&report, &Change::Field { name: "record.2".into() }, None);
}

#[test]
fn a_signer_who_brings_a_script_is_named() {
    let report = cheated(|draft, document| {
        let id = form::field(document, "record.2").unwrap();
        let look = draft.objects[&id.0].as_dict().unwrap().get(b"AP").unwrap();
        let look = look.as_dict().unwrap().get(b"N").unwrap().as_reference().unwrap();
        let look = draft.objects.get_mut(&look.0).unwrap().as_stream_mut().unwrap();
        look.dict.set("AA", dictionary! { "S" => "JavaScript" });
    });
    assert_named(&report, &Change::Active { key: "AA".into() }, None);
}

#[test]
fn a_signer_who_brings_an_action_of_its_own_is_named() {
    let report = cheated(|draft, document| {
        let next = draft.objects.keys().last().unwrap() + 1;
        let id = form::field(document, "record.2").unwrap();
        let look = draft.objects[&id.0].as_dict().unwrap().get(b"AP").unwrap();
        let look = look.as_dict().unwrap().get(b"N").unwrap().as_reference().unwrap();
        let look = draft.objects.get_mut(&look.0).unwrap().as_stream_mut().unwrap();
        look.dict.set("AA", Object::Reference((next, 0)));
        put(draft, (next, 0), dictionary! { "S" => "Launch" });
    });
    assert_named(&report, &Change::Active { key: "Launch".into() }, None);
}

#[test]
fn a_signer_who_hides_an_object_is_named() {
    let report = cheated(|draft, _| {
        let next = draft.objects.keys().last().unwrap() + 1;
        put(draft, (next, 0), dictionary! { "Hidden" => true });
    });
    assert_named(&report, &Change::ObjectAdded, None);
}

#[test]
fn a_signer_who_changes_the_form_is_named() {
    let report = cheated(|draft, document| {
        let (id, form) = form::form(document).unwrap();
        let mut changed = form.clone();
        changed.set("NeedAppearances", true);
        put(draft, id, changed);
    });
    assert_named(&report, &Change::Form, None);
}

#[test]
fn a_row_replayed_from_another_document_is_named() {
    let other = base_of(Listing::Table, "01997b04-7d3a-7000-8000-00000000fa01", 400);
    let mut replayed = row(&other, 2);
    replayed.document = "01997b04-7d3a-7000-8000-00000000fa01".into();
    let stated = replayed.previous_sha256.clone();
    let text = replayed.to_text();
    let report = cheated(|draft, document| {
        let id = form::field(document, "record.2").unwrap();
        let field = draft.objects.get_mut(&id.0).unwrap().as_dict_mut().unwrap();
        field.set("V", text::text(&text));
    });
    let actual = DOCUMENT_ID.to_string();
    let of_other = Change::RecordOfOtherDocument { stated: replayed.document, actual };
    assert_named(&report, &of_other, None);
    let actual = row(&sign_as(&base(Listing::Table), 1).pdf, 2).previous_sha256;
    assert_named(&report, &Change::RecordOfOtherRevision { stated, actual }, None);
}

#[test]
fn a_row_that_contradicts_its_signature_is_named() {
    let report = cheated(|draft, _| {
        let signature = draft.signature;
        let signature = draft.objects.get_mut(&signature).unwrap().as_dict_mut().unwrap();
        signature.set("Name", text::text("Somebody else"));
    });
    assert_named(&report, &Change::RecordContradicts { key: "Name".into() }, None);
}
