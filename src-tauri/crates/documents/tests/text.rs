//! The text of the file against the record.

mod fixture;
mod tools;

use hefu_documents::paper::Paragraph;
use hefu_documents::{AcceptanceReport, render};
use hefu_domain::document::{Edition, Look, Part};
use hefu_domain::scope::Method;
use hefu_domain::text::Text;
use serde_json::Value;
use unicode_normalization::UnicodeNormalization;

/// As a comparison reads it: composed; white space folded, or gone where Chinese lines were joined.
fn normal(text: &str, language: &str) -> String {
    let composed: String = text.nfc().collect();
    match language {
        "zh" => composed.split_whitespace().collect(),
        _ => composed.split_whitespace().collect::<Vec<_>>().join(" "),
    }
}

/// Every word of the record that a reader must find, with its language and place.
fn strings(value: &Value, place: &str, found: &mut Vec<(String, String, String)>) {
    match value {
        Value::Object(fields) if fields.contains_key("en") && fields.contains_key("zh") => {
            for language in ["en", "zh"] {
                if let Some(text) = fields[language].as_str() {
                    found.push((format!("{place}/{language}"), language.into(), text.into()));
                }
            }
        }
        Value::Object(fields) => {
            for (key, value) in fields {
                let printed = ["number", "legal_id", "file_name", "source", "in_words", "project_number"];
                match value.as_str() {
                    Some(text) if printed.contains(&key.as_str()) => {
                        let language = if key == "in_words" { "zh" } else { "" };
                        found.push((format!("{place}/{key}"), language.into(), text.into()));
                    }
                    _ => strings(value, &format!("{place}/{key}"), found),
                }
            }
        }
        Value::Array(items) => {
            for (at, item) in items.iter().enumerate() {
                strings(item, &format!("{place}/{at}"), found);
            }
        }
        _ => {}
    }
}

fn check(report: &AcceptanceReport, edition: Edition, look: Look, languages: &[&str]) {
    let made = render(report, edition, look, &fixture::FONTS, &fixture::outside()).expect("a report");
    let text = tools::heard(&made.pdf);
    let record: Value = serde_json::from_slice(&made.record).expect("JSON");
    let mut wanted = Vec::new();
    strings(&record["report"], "", &mut wanted);
    assert!(wanted.len() > 120, "{}", wanted.len());
    let joined = normal(&text, "zh");
    let folded = normal(&text, "en");
    for (place, language, words) in wanted {
        if language.is_empty() || languages.contains(&language.as_str()) {
            let (text, words) = match language.as_str() {
                "en" => (&folded, normal(&words, "en")),
                _ => (&joined, normal(&words, "zh")),
            };
            assert!(text.contains(words.trim()), "{edition:?}: {place}: {words}");
        }
    }
}

#[test]
fn every_string_of_the_record_is_in_the_structure_of_every_edition() {
    check(&fixture::report(), Edition::SideBySide, Look::Formal, &["en", "zh"]);
    check(&fixture::abridged(), Edition::En, Look::Vendor, &["en"]);
    check(&fixture::abridged(), Edition::Zh, Look::Vendor, &["zh"]);
}

#[test]
fn one_language_has_no_word_of_the_other() {
    let report = fixture::abridged();
    let english = render(&report, Edition::En, Look::Vendor, &fixture::FONTS, &fixture::outside()).unwrap();
    let text = tools::heard(&english.pdf);
    assert!(!text.chars().any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c)), "{text}");
}

/// What a screen reader hears, element by element; the file under `golden` is what it should.
#[test]
fn the_structure_reads_as_it_did() {
    for (edition, name) in fixture::EDITIONS {
        let made = render(&fixture::abridged(), edition, Look::Formal, &fixture::FONTS, &fixture::outside())
            .unwrap();
        let heard: String =
            tools::structure(&made.pdf).lines().map(|line| format!("{}\n", line.trim_end())).collect();
        let here = std::env::var("CARGO_MANIFEST_DIR").unwrap();
        let file = format!("{here}/tests/golden/{name}.txt");
        if std::env::var_os("HEFU_GOLDEN").is_some() {
            std::fs::write(&file, &heard).unwrap();
        }
        let golden = std::fs::read_to_string(&file).unwrap();
        assert_eq!(heard, golden, "{name}: HEFU_GOLDEN=1 writes the file anew when the change is meant");
    }
}

/// Both languages of a heading are one element, and headings come before what they head.
#[test]
fn headings_lead_their_sections() {
    let made =
        render(&fixture::abridged(), Edition::SideBySide, Look::Formal, &fixture::FONTS, &fixture::outside())
            .unwrap();
    let structure = tools::structure(&made.pdf);
    let lines: Vec<&str> = structure.lines().map(str::trim).collect();
    for (at, line) in lines.iter().enumerate() {
        if *line == "Sect" && !lines[at + 1].starts_with('P') && at > 2 {
            assert!(lines[at + 1].starts_with("H2"), "{:?}", &lines[at..at + 3]);
        }
    }
    let folded = |line: &str| line.split_whitespace().collect::<Vec<_>>().join(" ");
    let at = lines.iter().position(|line| folded(line) == "\"5 Findings, item by item\"").unwrap();
    assert_eq!(folded(lines[at + 2]), "\"5 逐项验收结果\"");
}

/// What the record does not say is not printed; that a party does not sign is, with the reason.
#[test]
fn an_unstated_method_prints_nothing_and_a_waiver_its_reason() {
    let heard = |report: &AcceptanceReport| {
        let made = render(report, Edition::SideBySide, Look::Formal, &fixture::FONTS, &fixture::outside());
        tools::heard(&made.unwrap().pdf)
    };
    let mut report = fixture::abridged();
    let methods = ["Inspection.", "Test.", "Drill.", "Measurement.", "检查。佐证"];
    let before = normal(&heard(&report), "en");
    assert!(methods.iter().any(|method| before.contains(method)), "{before}");
    for finding in report.chapters.iter_mut().flat_map(|chapter| &mut chapter.findings) {
        finding.method = Method::NotStated;
    }
    let text = Text::reviewed("it is on leave until 8 October.", "其休假至10月8日。");
    report.front.paragraphs.push(Paragraph { part: Part::ClientDoesNotSign, text });
    let after = heard(&report);
    for method in methods {
        assert!(!normal(&after, "en").contains(method), "{method}");
    }
    assert!(normal(&after, "en").contains("Evidence EV-"), "evidence is printed without a method");
    let line = "The client does not sign this report. Reason: it is on leave until 8 October.";
    assert!(normal(&after, "en").contains(line), "{after}");
    assert!(normal(&after, "zh").contains("甲方不签署本报告，原因：其休假至10月8日。"), "{after}");
}
