//! A record by itself on paper: everything it is given, in the languages it is given, and its pages numbered.

#![allow(clippy::unwrap_used, reason = "a test that meets the unexpected fails")]

mod fixture;
mod tools;

use hefu_documents::{DocumentError, RecordSheet, SheetField, record_sheet};
use hefu_domain::text::Words;
use page_validation::{ValidationOptions, ValidationProfile, validate_pdf_bytes};

fn words(en: &str, zh: &str) -> Words {
    Words { en: en.into(), zh: zh.into() }
}

fn sheet(fields: usize) -> RecordSheet {
    let field = |n: usize| SheetField {
        label: words("Remark", "保留意见"),
        value: words(&format!("Line {n} of what was seen"), &format!("第 {n} 行所见")),
    };
    RecordSheet {
        kind: words("Acceptance criterion 4.2", "验收标准 4.2"),
        title: words("Keys are held under dual control.", "密钥双人控制。"),
        fields: (1..=fields).map(field).collect(),
        date: "2026-09-28".parse().unwrap(),
        id: uuid::Uuid::from_u128(9),
    }
}

#[test]
fn title_fields_date_and_page_numbers_stand_on_it_in_both_languages() {
    let pdf = record_sheet(&sheet(40), &fixture::FONTS).unwrap();
    let text = tools::text(&pdf);
    let pages = text.matches('\u{c}').count();
    assert!(pages > 1, "{pages}");
    for page in 1..=pages {
        assert!(text.contains(&format!("Page {page} of {pages}")), "{text}");
        assert!(text.contains(&format!("第 {page} 页")), "{text}");
    }
    for said in [
        "Keys are held under dual control.",
        "密钥双人控制。",
        "Line 40 of what was seen",
        "第 40 行所见",
        "Printed 28 September 2026",
        "2026年9月28日",
    ] {
        assert!(text.contains(said), "{said} in {text}");
    }
    for profile in [ValidationProfile::PdfA3a, ValidationProfile::PdfUa1] {
        let checked = validate_pdf_bytes(&pdf, &ValidationOptions::default().profile(profile)).unwrap();
        assert!(checked.failures.is_empty(), "{:?}", checked.failures);
    }
    assert_eq!(record_sheet(&sheet(40), &fixture::FONTS).unwrap(), pdf, "the same facts, the same bytes");
}

#[test]
fn in_one_language_no_word_of_the_other_is_set() {
    let one = |words: Words| Words { en: String::new(), ..words };
    let mut chinese = sheet(2);
    chinese.kind = one(chinese.kind);
    chinese.title = one(chinese.title);
    for field in &mut chinese.fields {
        field.label = one(field.label.clone());
        field.value = one(field.value.clone());
    }
    let text = tools::text(&record_sheet(&chinese, &fixture::FONTS).unwrap());
    assert!(text.contains("第 2 行所见"), "{text}");
    assert!(!text.chars().any(|c| c.is_ascii_alphabetic()), "{text}");
}

#[test]
fn a_character_that_no_font_has_is_named() {
    let unwritten = RecordSheet { title: words("\u{10FFFD}", ""), ..sheet(1) };
    assert!(matches!(record_sheet(&unwritten, &fixture::FONTS), Err(DocumentError::NoGlyph { .. })));
}
