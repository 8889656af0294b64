//! The recovery sheet: one page that says everything needed, and a key that can be read off it.

#![allow(clippy::unwrap_used, reason = "a test that meets the unexpected fails")]

mod fixture;
mod tools;

use hefu_documents::{DocumentError, RecoverySheet, recovery_sheet};
use page_validation::{ValidationOptions, ValidationProfile, validate_pdf_bytes};

const KEY: &str = "97SC-TGTK-NZ5B-S94N-M4GN-GJRH-D5C8-8QDJ-BJ13-7S5D-KGVJ-75CA-FPSG-9S";

fn sheet() -> RecoverySheet {
    RecoverySheet {
        name: "Harbour City 港城".into(),
        path: "/home/zhao/文档/Harbour City.hefu".into(),
        key: KEY.into(),
        made_at: "2026-09-28T10:00:00+08:00".parse().unwrap(),
        id: uuid::Uuid::from_u128(7),
    }
}

#[test]
fn the_key_and_what_to_do_with_it_stand_on_one_page_in_both_languages() {
    let pdf = recovery_sheet(&sheet(), &fixture::FONTS).unwrap();
    let text = tools::text(&pdf);
    assert_eq!(text.matches('\u{c}').count(), 1, "one page");
    let groups: Vec<&str> = KEY.split('-').collect();
    let read: Vec<&str> = text.split_whitespace().filter(|word| groups.contains(word)).collect();
    assert_eq!(read, groups, "in the order they are typed");
    for words in
        ["Recovery sheet", "恢复单", "Harbour City 港城", "28 September 2026", "2026年9月28日", "+08:00"]
    {
        assert!(text.contains(words), "{words} in {text}");
    }
    for profile in [ValidationProfile::PdfA3a, ValidationProfile::PdfUa1] {
        let checked = validate_pdf_bytes(&pdf, &ValidationOptions::default().profile(profile)).unwrap();
        assert!(checked.failures.is_empty(), "{:?}", checked.failures);
    }
    assert_eq!(recovery_sheet(&sheet(), &fixture::FONTS).unwrap(), pdf, "the same facts, the same bytes");
}

#[test]
fn a_path_of_any_length_stays_whole() {
    let path = format!("/home/{}/w.hefu", "long folder/".repeat(60));
    let pdf = recovery_sheet(&RecoverySheet { path, ..sheet() }, &fixture::FONTS).unwrap();
    assert_eq!(tools::text(&pdf).matches("long").count(), 60);
    let unwritten = RecoverySheet { name: "\u{10FFFD}".into(), ..sheet() };
    assert!(matches!(recovery_sheet(&unwritten, &fixture::FONTS), Err(DocumentError::NoGlyph { .. })));
}
