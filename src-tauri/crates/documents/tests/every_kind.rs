//! Every kind of paper in every edition: archival and accessible, and what a screen reader hears of it.

mod fixture;
mod tools;

use hefu_documents::{Kind, Rendered, render};
use hefu_domain::document::{Edition, Look};
use hefu_domain::text::Text;
use page_validation::{ValidationOptions, ValidationProfile, validate_pdf_bytes};

/// The report has golden texts of its own.
fn papers() -> [(&'static str, Box<dyn Kind>); 2] {
    let mut matrix = fixture::matrix();
    matrix.rows.truncate(4);
    [("open_issue_list", Box::new(fixture::list())), ("table", Box::new(matrix))]
}

fn made(paper: &dyn Kind, edition: Edition, look: Look) -> Rendered {
    render(paper, edition, look, &fixture::FONTS, &fixture::outside()).expect("a paper")
}

#[test]
fn every_kind_is_archival_and_accessible_in_every_edition_and_look() {
    for (name, paper) in papers() {
        for (edition, _) in fixture::EDITIONS {
            for look in [Look::Formal, Look::Vendor] {
                let pdf = made(&*paper, edition, look).pdf;
                for profile in [ValidationProfile::PdfA3a, ValidationProfile::PdfUa1] {
                    let asked = ValidationOptions::default().profile(profile);
                    let failures = validate_pdf_bytes(&pdf, &asked).expect("a PDF").failures;
                    assert!(failures.is_empty(), "{name} {edition:?} {look:?} {profile:?}: {failures:#?}");
                }
                let checked = tools::run("qpdf", &["--check"], &pdf, &[]);
                assert!(checked.contains("No syntax or stream encoding errors found"), "{checked}");
            }
        }
    }
}

/// What a screen reader hears, element by element; the files under `golden` are what it should.
#[test]
fn every_kind_reads_as_it_did() {
    for (name, paper) in papers() {
        for (edition, language) in fixture::EDITIONS {
            let structure = tools::structure(&made(&*paper, edition, Look::Formal).pdf);
            let heard: String = structure.lines().map(|line| format!("{}\n", line.trim_end())).collect();
            let file = format!(
                "{}/tests/golden/{name}-{language}.txt",
                std::env::var("CARGO_MANIFEST_DIR").unwrap()
            );
            if std::env::var_os("HEFU_GOLDEN").is_some() {
                std::fs::write(&file, &heard).unwrap();
            }
            let golden = std::fs::read_to_string(&file).unwrap();
            assert_eq!(heard, golden, "{file}: HEFU_GOLDEN=1 writes it anew when the change is meant");
        }
    }
}

#[test]
fn a_paper_in_one_language_has_no_word_of_the_other() {
    for (name, paper) in papers() {
        let english = tools::heard(&made(&*paper, Edition::En, Look::Vendor).pdf);
        assert!(!english.chars().any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c)), "{name}: {english}");
        let chinese = tools::heard(&made(&*paper, Edition::Zh, Look::Vendor).pdf);
        for word in ["Issue", "Client", "Owner", "Requirement", "passed"] {
            assert!(!chinese.contains(word), "{name}: {word}: {chinese}");
        }
    }
}

/// The record says its kind and holds the facts of every kind in the same place, without the state of any text.
#[test]
fn the_record_of_every_kind_has_one_form() {
    for (name, paper) in papers() {
        let made = made(&*paper, Edition::SideBySide, Look::Formal);
        let record: serde_json::Value = serde_json::from_slice(&made.record).unwrap();
        assert_eq!(record["kind"], name);
        assert_eq!(record["number"], record["report"]["number"]);
        assert_eq!(record["title"], record["report"]["title"]);
        assert!(!String::from_utf8(made.record).unwrap().contains("reviewed"), "{name}");
    }
    let made = made(&fixture::list(), Edition::En, Look::Formal);
    let record: serde_json::Value = serde_json::from_slice(&made.record).unwrap();
    assert_eq!(record["report"]["issues"][1]["blocking"], "blocks");
    assert_eq!(record["report"]["issues"][2]["closed"], "2026-10-20");
    let fields: Vec<&str> = made.fields.iter().map(|field| field.name.as_str()).collect();
    let signed = ["signature.1", "signature.2", "signature.3", "record.1", "record.2", "record.3"];
    assert_eq!(fields, signed);
}

#[test]
fn a_page_that_lies_keeps_everything_on_the_sheet_and_is_counted_to_the_end() {
    let mut matrix = fixture::matrix();
    let long = "A requirement that goes on about what the platform must do when both zones fail at once. ";
    matrix.rows[2][1] = hefu_documents::kinds::table::Cell::Text(Text::reviewed(
        long.repeat(30).trim(),
        "双可用区同时故障时平台必须完成的事项。".repeat(60).as_str(),
    ));
    let made = made(&matrix, Edition::SideBySide, Look::Vendor);
    assert!(made.pages > 2);
    assert!(made.fields.is_empty(), "nobody signs a table");
    let boxes = tools::run("pdftotext", &["-bbox"], &made.pdf, &["-"]);
    assert_eq!(boxes.matches("<page width=\"841.890000\" height=\"595.280000\"").count() as u32, made.pages);
    let of = |name: &str| {
        let start = format!("{name}=\"");
        let found = boxes.lines().filter(|line| line.contains("<word")).map(move |line| {
            line.split(&start).nth(1).unwrap().split('"').next().unwrap().parse::<f64>().unwrap()
        });
        found.collect::<Vec<_>>()
    };
    assert!(of("xMin").into_iter().all(|x| x > 54.0) && of("xMax").into_iter().all(|x| x < 790.0));
    assert!(of("yMax").into_iter().all(|y| y < 560.0));
    let text = tools::text(&made.pdf);
    let feet: Vec<&str> = text.split('\u{c}').filter_map(|page| page.trim_end().lines().last()).collect();
    for (page, foot) in (1..=made.pages).zip(feet) {
        let foot: String = foot.split_whitespace().collect();
        assert!(foot.ends_with(&format!("{page}/{}", made.pages)), "{foot}");
    }
}

/// It stands above the masthead, is told once, and is read before the title.
#[test]
fn a_logo_stands_above_a_masthead() {
    let mut list = fixture::list();
    let rgb = [20, 60, 110].repeat(320 * 100);
    list.front.logo =
        Some(hefu_documents::paper::Logo { sha256: "a".repeat(64), width: 320, height: 100, rgb });
    let made = made(&list, Edition::SideBySide, Look::Vendor);
    for profile in [ValidationProfile::PdfA3a, ValidationProfile::PdfUa1] {
        let asked = ValidationOptions::default().profile(profile);
        let failures = validate_pdf_bytes(&made.pdf, &asked).expect("a PDF").failures;
        assert!(failures.is_empty(), "{profile:?}: {failures:#?}");
    }
    let images = tools::run("pdfimages", &["-list"], &made.pdf, &[]);
    let rows: Vec<Vec<&str>> = images.lines().skip(2).map(|row| row.split_whitespace().collect()).collect();
    assert_eq!(rows.len(), 1, "on the first page and nowhere else: {images}");
    assert_eq!(&rows[0][..6], ["1", "0", "image", "320", "100", "rgb"], "{images}");
    let structure = tools::run("pdfinfo", &["-struct"], &made.pdf, &[]);
    let at = |role: &str| structure.find(role).unwrap_or_else(|| panic!("{role} in {structure}"));
    assert_eq!(structure.matches("Figure").count(), 1, "{structure}");
    assert!(at("Figure") < at("H1"), "{structure}");
}
