//! What other programs say of our signatures: poppler's `pdfsig`, `qpdf`, and pyHanko, which is
//! put into a virtual environment below the target directory.

#[path = "support/pyhanko.rs"]
mod pyhanko;

use std::path::Path;

use self::pyhanko::{python, run, told};
use crate::support::*;
use hefu_signing::Verdict;
use lopdf::{Document, IncrementalDocument, Object, dictionary};
use serde_json::Value;

/// A signed file on disk; each test has its own.
fn file(name: &str, pdf: &[u8]) -> String {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::write(&path, pdf).unwrap();
    path.to_str().unwrap().to_string()
}

#[test]
fn pdfsig_calls_both_signatures_valid() {
    for listing in [Listing::Table, Listing::Stream] {
        let path = file(&format!("pdfsig-{listing:?}.pdf"), &signed_twice(listing));
        let said = run("pdfsig", &["-nocert", &path]);
        assert_eq!(said.matches("Signature Validation: Signature is Valid.").count(), 2, "{said}");
        assert_eq!(said.matches("ETSI.CAdES.detached").count(), 2, "{said}");
        assert_eq!(said.matches("Total document signed").count(), 1, "{said}");
        assert!(said.contains("Common Name: Lin Hui Min 林慧敏"), "{said}");
        assert!(run("qpdf", &["--check", &path]).contains("No syntax or stream encoding errors"));
    }
}

/// What pyHanko says of the signatures of each file; it reads every file that it is given here.
fn signatures(files: &[String]) -> Vec<Vec<Value>> {
    let script = format!("{}/tests/pyhanko_check.py", std::env::var("CARGO_MANIFEST_DIR").unwrap());
    let said = told(python("pyhanko"), &[&script, "-"], &files.join("\n"));
    let said = said.lines().map(|line| serde_json::from_str::<Value>(line).unwrap());
    let said = said.map(|said| said["signatures"].as_array().unwrap_or_else(|| panic!("{said}")).clone());
    let said: Vec<Vec<Value>> = said.collect();
    assert_eq!(said.len(), files.len());
    said
}

#[test]
fn pyhanko_says_after_each_signature_what_may_follow() {
    for (listing, places) in
        [(Listing::Table, 1), (Listing::Stream, 2), (Listing::Table, 3), (Listing::Stream, 8)]
    {
        let mut pdf = base_with(listing, places);
        for position in 1..=places {
            pdf = sign_as(&pdf, position).pdf;
            let said = signatures(&[file("pyhanko-each.pdf", &pdf)]).remove(0);
            assert_eq!(said.len(), usize::try_from(position).unwrap());
            for (signature, place) in said.iter().zip(1..) {
                let last = place == position;
                assert_eq!(signature["field"], format!("signature.{place}"));
                assert_eq!(
                    (&signature["valid"], &signature["allowed"]),
                    (&true.into(), &true.into()),
                    "{signature}"
                );
                assert_eq!(signature["coverage"], if last { "ENTIRE_FILE" } else { "ENTIRE_REVISION" });
                assert_eq!(signature["changes"], if last { "NONE" } else { "FORM_FILLING" });
            }
        }
    }
}

/// What somebody does to a paper after its signatures.
#[derive(Clone, Copy, Debug)]
enum Foreign {
    /// Adds a field to the form.
    Field,
    /// Lays a note over a page.
    Note,
    /// Writes something else into the row of this place, which is signed.
    Row(u32),
    /// Writes something into the row of this place, which is open.
    OpenRow(u32),
}

/// What pyHanko must say of one signature: that the change is none that it lets follow, or nothing.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Says {
    Refused,
    Nothing,
}

use Says::{Nothing, Refused};

/// Places, signatures, the change, and what is said of each signature in turn. By ISO 32000-2, 12.8.2.2 and 12.8.2.4:
///
/// - The first signature certifies with P=2 (alone with P=1). That lets forms be filled and signed; neither a new field
///   nor a note is that.
/// - Each locks its own two fields by FieldMDP, the last one all fields; a change in a locked one is refused.
/// - Those between have no permission of their own over the document. The standard has them say nothing of a field or
///   a note; pyHanko's policy holds them to filling and signing all the same (`StandardDiffPolicy`).
///
/// So where a row is written anew, a signature that locks another row says nothing: filling is allowed, and that
/// field is not its own.
const FOREIGN: [(u32, u32, Foreign, &[Says]); 17] = [
    (1, 1, Foreign::Field, &[Refused]),
    (3, 1, Foreign::Field, &[Refused]),
    (3, 2, Foreign::Field, &[Refused, Refused]),
    (3, 3, Foreign::Field, &[Refused, Refused, Refused]),
    (1, 1, Foreign::Note, &[Refused]),
    (3, 1, Foreign::Note, &[Refused]),
    (3, 2, Foreign::Note, &[Refused, Refused]),
    (3, 3, Foreign::Note, &[Refused, Refused, Refused]),
    (1, 1, Foreign::Row(1), &[Refused]),
    (3, 1, Foreign::Row(1), &[Refused]),
    (3, 2, Foreign::Row(1), &[Refused, Nothing]),
    (3, 2, Foreign::Row(2), &[Nothing, Refused]),
    (3, 3, Foreign::Row(1), &[Refused, Nothing, Refused]),
    (3, 3, Foreign::Row(2), &[Nothing, Refused, Refused]),
    (3, 3, Foreign::Row(3), &[Nothing, Nothing, Refused]),
    // Nobody has locked a place that is open: only our own verifier refuses a row without its signature.
    (3, 1, Foreign::OpenRow(2), &[Nothing]),
    (3, 2, Foreign::OpenRow(3), &[Nothing, Nothing]),
];

/// The paper with the change after it.
fn changed(pdf: &[u8], foreign: Foreign) -> Vec<u8> {
    let document = Document::load_mem(pdf).unwrap();
    let mut increment = IncrementalDocument::create_from(pdf.to_vec(), document);
    let previous = increment.get_prev_documents();
    match foreign {
        Foreign::Field => {
            let form = previous.catalog().unwrap().get(b"AcroForm").unwrap().as_reference().unwrap();
            let mut changed = previous.get_dictionary(form).unwrap().clone();
            let text = Object::string_literal;
            let field = dictionary! { "FT" => "Tx", "T" => text("more"), "V" => text("x") };
            let field = increment.new_document.add_object(field);
            changed.get_mut(b"Fields").unwrap().as_array_mut().unwrap().push(field.into());
            increment.new_document.set_object(form, changed);
        }
        Foreign::Note => {
            let page = previous.page_iter().next().unwrap();
            let mut changed = previous.get_dictionary(page).unwrap().clone();
            let note = increment.new_document.add_object(dictionary! {
                "Type" => "Annot", "Subtype" => "FreeText",
                "Rect" => vec![50.into(), 50.into(), 90.into(), 90.into()],
            });
            changed.set("Annots", vec![note.into()]);
            increment.new_document.set_object(page, changed);
        }
        Foreign::Row(place) | Foreign::OpenRow(place) => {
            let name = place.to_string();
            let is_row = |object: &&Object| {
                object.as_dict().is_ok_and(|field| {
                    field.has(b"DA")
                        && field.get(b"T").and_then(Object::as_str).is_ok_and(|own| own == name.as_bytes())
                })
            };
            let (id, object) = previous.objects.iter().find(|(_, object)| is_row(object)).unwrap();
            let (id, mut field) = (*id, object.as_dict().unwrap().clone());
            assert_eq!(field.has(b"V"), matches!(foreign, Foreign::Row(_)));
            field.set("V", Object::string_literal("another row"));
            increment.new_document.set_object(id, field);
        }
    }
    let mut changed = Vec::new();
    increment.save_to(&mut changed).unwrap();
    changed
}

#[test]
fn pyhanko_says_of_each_signature_whether_a_foreign_change_may_follow() {
    let mut files = Vec::new();
    for (number, (places, signed, foreign, _)) in FOREIGN.iter().enumerate() {
        let pdf = (1..=*signed)
            .fold(base_with(Listing::Table, *places), |pdf, position| sign_as(&pdf, position).pdf);
        let changed = changed(&pdf, *foreign);
        assert_eq!(check(&changed).verdict, Verdict::Changed, "{foreign:?} after {signed} of {places}");
        files.push(file(&format!("pyhanko-foreign-{number}.pdf"), &changed));
    }
    let mut wrong = Vec::new();
    for ((places, signed, foreign, expected), said) in FOREIGN.iter().zip(signatures(&files)) {
        let says = |signature: &Value| match signature["allowed"].as_bool().unwrap() {
            true => Nothing,
            false => Refused,
        };
        let found: Vec<Says> = said.iter().map(says).collect();
        if found != *expected {
            wrong.push(format!("{foreign:?} after {signed} of {places}: {found:?}, not {expected:?}"));
        }
    }
    assert_eq!(wrong, [""; 0]);
}
