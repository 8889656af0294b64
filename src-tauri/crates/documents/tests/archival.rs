//! The files against the checkers of the standards: PDF/A-3a, PDF/UA-1, qpdf, and the fonts within.

mod fixture;
mod tools;

use hefu_documents::paper::Logo;
use hefu_documents::{AcceptanceReport, Rendered, Watermark, render};
use hefu_domain::document::{Edition, Look};
use page_validation::{ValidationOptions, ValidationProfile, validate_pdf_bytes};

const ALL: [(Edition, Look); 6] = [
    (Edition::SideBySide, Look::Formal),
    (Edition::SideBySide, Look::Vendor),
    (Edition::En, Look::Formal),
    (Edition::En, Look::Vendor),
    (Edition::Zh, Look::Formal),
    (Edition::Zh, Look::Vendor),
];

fn made(edition: Edition, look: Look) -> Rendered {
    render(&fixture::report(), edition, look, &fixture::FONTS, &fixture::outside()).expect("a report")
}

fn failures(pdf: &[u8], profile: ValidationProfile) -> Vec<String> {
    let report = validate_pdf_bytes(pdf, &ValidationOptions::default().profile(profile)).expect("a PDF");
    report.failures.iter().map(|failure| format!("{failure:?}")).collect()
}

#[test]
fn every_edition_and_look_is_archival_and_accessible() {
    for (edition, look) in ALL {
        let pdf = made(edition, look).pdf;
        for profile in [ValidationProfile::PdfA3a, ValidationProfile::PdfUa1] {
            let failures = failures(&pdf, profile);
            assert!(failures.is_empty(), "{edition:?} {look:?} {profile:?}: {failures:#?}");
        }
    }
}

#[test]
fn a_draft_is_archival_too_and_shows_that_it_is_one() {
    let outside = hefu_documents::IssueContext { watermark: Watermark::Draft, ..fixture::outside() };
    let draft =
        render(&fixture::report(), Edition::SideBySide, Look::Formal, &fixture::FONTS, &outside).unwrap();
    assert_eq!(failures(&draft.pdf, ValidationProfile::PdfA3a), Vec::<String>::new());
    let marks = |pdf: &[u8]| tools::unpacked(pdf).matches("/Watermark").count();
    assert_eq!(marks(&draft.pdf), draft.pages as usize);
    assert_eq!(marks(&made(Edition::SideBySide, Look::Formal).pdf), 0);
}

#[test]
fn qpdf_finds_no_fault_and_every_font_is_embedded_subset_and_searchable() {
    for (edition, look) in ALL {
        let pdf = made(edition, look).pdf;
        let checked = tools::run("qpdf", &["--check"], &pdf, &[]);
        assert!(checked.contains("No syntax or stream encoding errors found"), "{checked}");
        let fonts = tools::run("pdffonts", &[], &pdf, &[]);
        let rows: Vec<&str> = fonts.lines().skip(2).collect();
        assert!(rows.len() >= 2, "{fonts}");
        for row in rows {
            assert!(row.contains("yes yes yes"), "{row}");
        }
    }
}

#[test]
fn the_same_facts_give_the_same_bytes() {
    let (first, second) = (made(Edition::SideBySide, Look::Vendor), made(Edition::SideBySide, Look::Vendor));
    assert!(first == second);
    let later = hefu_documents::IssueContext {
        issued_at: fixture::outside().issued_at + chrono::TimeDelta::seconds(1),
        ..fixture::outside()
    };
    let other =
        render(&fixture::report(), Edition::SideBySide, Look::Vendor, &fixture::FONTS, &later).unwrap();
    assert_ne!(first.sha256, other.sha256);
}

#[test]
fn the_evidence_record_is_attached_and_its_digest_is_on_the_page() {
    let made = made(Edition::SideBySide, Look::Formal);
    let folder = tempfile::tempdir().unwrap();
    let target = folder.path().join("record.json");
    tools::run("pdfdetach", &["-save", "1", "-o", target.to_str().unwrap()], &made.pdf, &[]);
    let attached = std::fs::read(&target).unwrap();
    assert_eq!(attached, made.record);
    let record: serde_json::Value = serde_json::from_slice(&attached).unwrap();
    assert_eq!(record["number"], "HC-2026-014 / PA-01");
    assert_eq!(record["title"]["zh"], "初步验收报告");
    assert_eq!(record["report"]["chapters"][2]["findings"][3]["number"], "3.4");
    assert_eq!(
        record["report"]["chapters"][2]["title"],
        serde_json::json!({"en": "Platform availability", "zh": "平台可用性"})
    );
    assert!(!String::from_utf8(attached).unwrap().contains("reviewed"));
    let digest = &made.record_digest;
    let shown = format!("{} {} … {}", &digest[..4], &digest[4..8], &digest[60..]);
    assert!(tools::text(&made.pdf).contains(&shown), "{shown}");
}

/// A report with a logo of vertical stripes.
fn with_logo(width: u32, height: u32) -> AcceptanceReport {
    let rgb = (0..width * height).flat_map(|at| if at % width % 8 < 4 { [20, 60, 110] } else { [255; 3] });
    let logo = Logo { sha256: "a".repeat(64), width, height, rgb: rgb.collect() };
    let mut report = fixture::abridged();
    report.front.logo = Some(logo);
    report
}

#[test]
fn a_logo_is_a_figure_that_is_told_in_the_papers_language_and_stays_archival() {
    for (edition, look) in ALL {
        let logo = with_logo(320, 100);
        let made = render(&logo, edition, look, &fixture::FONTS, &fixture::outside()).unwrap();
        for profile in [ValidationProfile::PdfA3a, ValidationProfile::PdfUa1] {
            let failures = failures(&made.pdf, profile);
            assert!(failures.is_empty(), "{edition:?} {look:?} {profile:?}: {failures:#?}");
        }
        let checked = tools::run("qpdf", &["--check"], &made.pdf, &[]);
        assert!(checked.contains("No syntax or stream encoding errors found"), "{checked}");
        let images = tools::run("pdfimages", &["-list"], &made.pdf, &[]);
        let rows: Vec<Vec<&str>> =
            images.lines().skip(2).map(|row| row.split_whitespace().collect()).collect();
        assert_eq!(rows.len(), 1, "on the cover and nowhere else: {images}");
        assert_eq!(&rows[0][..6], ["1", "0", "image", "320", "100", "rgb"], "{images}");
        let structure = tools::run("pdfinfo", &["-struct"], &made.pdf, &[]);
        assert_eq!(structure.matches("Figure").count(), 1, "{structure}");
        let alternative = match edition {
            Edition::Zh => "深圳合潮云科技有限公司标识",
            Edition::En | Edition::SideBySide => "Logo of Shenzhen Hechao Cloud Technology Co., Ltd.",
        };
        let unpacked = tools::unpacked(&made.pdf);
        assert!(unpacked.contains(&said(alternative)), "{alternative}");
    }
}

/// A text string as a PDF holds it: in ASCII as it is, otherwise UTF-16 with its mark, in hexadecimal.
fn said(text: &str) -> String {
    if text.is_ascii() {
        return format!("/Alt ({text})");
    }
    let units: String = text.encode_utf16().map(|unit| format!("{unit:04x}")).collect();
    format!("/Alt <feff{units}>")
}

#[test]
fn the_record_names_the_logo_by_its_digest_and_holds_no_pixels() {
    let made = |report: &AcceptanceReport| {
        render(report, Edition::En, Look::Vendor, &fixture::FONTS, &fixture::outside()).unwrap()
    };
    let record: serde_json::Value = serde_json::from_slice(&made(&with_logo(320, 100)).record).unwrap();
    let logo = serde_json::json!({ "sha256": "a".repeat(64), "width": 320, "height": 100 });
    assert_eq!(record["report"]["logo"], logo);
    let record: serde_json::Value = serde_json::from_slice(&made(&fixture::abridged()).record).unwrap();
    assert_eq!(record["report"].get("logo"), None);
}
