//! The fields that signing fills, and how they look when filled.

mod fixture;
mod tools;

use std::ops::ControlFlow;

use chrono::DateTime;
use hefu_documents::{
    DocumentError, LaidOut, LayoutCache, RecordAppearance, Rendered, SignatureAppearance, SignatureMark,
    preview, record_appearance, render, signature_appearance,
};
use hefu_domain::document::{Edition, Look, SignerRole, SigningMethod};
use hefu_domain::text::Text;

fn made(edition: Edition) -> Rendered {
    render(&fixture::abridged(), edition, Look::Formal, &fixture::FONTS, &fixture::outside())
        .expect("a report")
}

#[test]
fn each_signer_has_an_empty_signature_and_an_empty_row() {
    let made = made(Edition::SideBySide);
    let names: Vec<&str> = made.fields.iter().map(|field| field.name.as_str()).collect();
    assert_eq!(names, ["signature.1", "signature.2", "signature.3", "record.1", "record.2", "record.3"]);
    for field in &made.fields {
        let [left, bottom, right, top] = field.rect_pt;
        assert!(left >= 56.0 && right <= 540.0 && bottom > 60.0 && top < 780.0, "{field:?}");
        assert!(right - left > 200.0 && top - bottom > 80.0, "{field:?}");
    }
    let pages: Vec<u32> = made.fields.iter().map(|field| field.page).collect();
    assert_eq!(pages, [made.pages - 1, made.pages - 1, made.pages - 1, made.pages, made.pages, made.pages]);
    let form = tools::unpacked(&made.pdf);
    assert_eq!(form.matches("/FT /Sig").count(), 3);
    assert_eq!(form.matches("/FT /Tx").count(), 3);
    assert!(!form.contains("/SigFlags"), "the first signature sets it");
    assert!(!form.contains("/NeedAppearances"));
}

fn row(reason: &str) -> RecordAppearance {
    RecordAppearance {
        role: SignerRole::Client,
        name: Text::reviewed("Dr Lin Huimin", "林慧敏"),
        capacity: Text::reviewed("Director of Digital Health", "数字医疗部主任"),
        method: SigningMethod::Drawn,
        at: DateTime::parse_from_rfc3339("2026-09-28T10:31:07+08:00").expect("a moment"),
        reason: reason.into(),
        attested_by: vec![Text::reviewed("Chen Zhiming", "陈志明"), Text::reviewed("Xu Lan", "许岚")],
        previous_sha256: "5d1c88e0".repeat(8),
        certificate_sha256: "07fa3b21".repeat(8),
    }
}

const RECORD: [f64; 2] = [363.88, 100.0];
const BOX: [f64; 2] = [227.94, 96.0];

#[test]
fn a_record_row_says_everything_in_both_languages() {
    let look =
        record_appearance(&row("Acceptance"), RECORD, Edition::SideBySide, Look::Formal, &fixture::FONTS);
    let pdf = look.unwrap();
    let text: String = tools::text(&pdf).split_whitespace().collect();
    for words in [
        "DrLinHuimin林慧敏",
        "Client甲方",
        "数字医疗部主任",
        "2026-09-2810:31:07+08:00",
        "ChenZhiming陈志明",
        "上一修订版",
    ] {
        assert!(text.contains(words), "{words}: {text}");
    }
    assert!(text.contains(&"5d1c88e0".repeat(8)));
    let size = tools::run("pdfinfo", &[], &pdf, &[]);
    assert!(size.contains("363.88 x 100 pts"), "{size}");
    let fonts = tools::run("pdffonts", &[], &pdf, &[]);
    assert!(fonts.lines().skip(2).all(|font| font.contains("yes yes yes")), "{fonts}");
}

#[test]
fn a_long_reason_is_set_smaller_and_a_novel_is_refused() {
    let set = |words: usize| {
        let row = row(&"Accepted with the remarks of Section 6. ".repeat(words));
        record_appearance(&row, RECORD, Edition::SideBySide, Look::Vendor, &fixture::FONTS)
    };
    assert!(set(3).is_ok());
    assert_eq!(set(60), Err(DocumentError::TooTall { place: "record".into() }));
}

#[test]
fn a_signature_is_drawn_or_typed_and_the_same_every_time() {
    let stroke = (0..60u8).map(|at| {
        let x = f32::from(at) / 60.0;
        [x, 0.5 + 0.35 * (x * 19.0).sin()]
    });
    let drawn = SignatureAppearance {
        mark: SignatureMark::Drawn(vec![stroke.collect(), vec![[0.4, 0.9]], vec![[f32::NAN, 0.1]], vec![]]),
        name: Text::reviewed("Dr Lin Huimin", "林慧敏"),
        at: DateTime::parse_from_rfc3339("2026-09-28T10:31:07+08:00").unwrap(),
    };
    let typed = SignatureAppearance { mark: SignatureMark::Typed("林慧敏".into()), ..drawn.clone() };
    for facts in [&drawn, &typed] {
        let make =
            || signature_appearance(facts, BOX, Edition::SideBySide, Look::Formal, &fixture::FONTS).unwrap();
        assert_eq!(make(), make());
        let text = tools::text(&make());
        assert!(text.contains("2026-09-28 10:31:07 +08:00"), "{text}");
        assert!(preview(&make(), 1, 456).unwrap().starts_with(b"\x89PNG"));
    }
}

#[test]
fn pages_can_be_looked_at() {
    let made = made(Edition::SideBySide);
    let picture = preview(&made.pdf, 1, 300).unwrap();
    assert_eq!(picture[..8], *b"\x89PNG\r\n\x1a\n");
    let width = u32::from_be_bytes([picture[16], picture[17], picture[18], picture[19]]);
    assert!((299..=300).contains(&width), "{width}");
    let beyond = DocumentError::NoSuchPage { page: 99, pages: made.pages };
    assert_eq!(preview(&made.pdf, 99, 300), Err(beyond));
    assert!(matches!(preview(&made.pdf, 0, 300), Err(DocumentError::NoSuchPage { .. })));
    assert!(matches!(preview(b"not a file", 1, 300), Err(DocumentError::Broken { .. })));
}

/// A page of a draft is drawn without writing the file; what was set before is taken from memory. Neither shows.
#[test]
fn a_page_drawn_alone_looks_as_it_does_in_the_file() {
    let report = fixture::abridged();
    let mut memory = LayoutCache::default();
    for edition in [Edition::SideBySide, Edition::Zh, Edition::SideBySide] {
        let go_on = &mut |_| ControlFlow::Continue(());
        let outside = fixture::outside();
        let laid = LaidOut::of(&report, edition, Look::Formal, &fixture::FONTS, &outside, &mut memory, go_on);
        let (laid, made) = (laid.unwrap(), made(edition));
        assert_eq!(laid.pages(), made.pages);
        for page in 1..=made.pages {
            let alone = laid.picture(page, 300, &fixture::FONTS).unwrap();
            assert!(alone == preview(&made.pdf, page, 300).unwrap(), "{edition:?}, page {page}");
        }
        assert_eq!(
            laid.picture(0, 300, &fixture::FONTS).unwrap_err(),
            DocumentError::NoSuchPage { page: 0, pages: made.pages }
        );
        assert_eq!(laid.write(&fixture::FONTS, go_on).unwrap(), made);
    }
}
