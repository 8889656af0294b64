//! What a record may hold that a page does not like.

mod fixture;
mod tools;

use std::ops::ControlFlow;

use hefu_documents::{AcceptanceReport, DocumentError, Progress, Rendered, render, render_with};
use hefu_domain::document::{Edition, Look};
use hefu_domain::text::Text;
use page_validation::{ValidationOptions, ValidationProfile, validate_pdf_bytes};

fn made(report: &AcceptanceReport, edition: Edition) -> Result<Rendered, DocumentError> {
    render(report, edition, Look::Vendor, &fixture::FONTS, &fixture::outside())
}

/// The fixture with this Chinese name for the client.
fn named(zh: &str) -> AcceptanceReport {
    let mut report = fixture::bare();
    report.front.parties[0].name = Text::reviewed("Harbour City Hospital Group", zh);
    report
}

fn refused(zh: &str) -> (char, u32, String) {
    match made(&named(zh), Edition::Zh) {
        Err(DocumentError::NoGlyph { character, code_point, place }) => (character, code_point, place),
        other => panic!("{zh}: {:?}", other.map(|made| made.pages)),
    }
}

#[test]
fn a_character_that_no_font_has_is_refused_by_name_and_place() {
    let place = "parties/1/name/zh".to_owned();
    // Emoji, with and without a joiner; Hebrew and Arabic; a private character.
    assert_eq!(refused("港城😀集团"), ('😀', 0x1f600, place.clone()));
    assert_eq!(refused("👩‍⚕️医院"), ('👩', 0x1f469, place.clone()));
    assert_eq!(refused("שלום"), ('ש', 0x5e9, place.clone()));
    assert_eq!(refused("مستشفى"), ('م', 0x645, place.clone()));
    assert_eq!(refused("\u{e000}"), ('\u{e000}', 0xe000, place));
}

#[test]
fn a_missing_character_in_a_finding_names_the_finding() {
    let mut report = fixture::abridged();
    report.chapters[0].findings[1].remark = Text::reviewed("Done 🙂", "完成");
    let place = match made(&report, Edition::SideBySide) {
        Err(DocumentError::NoGlyph { place, .. }) => place,
        other => panic!("{:?}", other.map(|made| made.pages)),
    };
    assert_eq!(place, "findings/3.2/remark/en");
}

#[test]
fn rare_han_comes_from_the_rare_font_and_can_be_copied() {
    let made = made(&named("𠮷野家医院"), Edition::Zh).unwrap();
    assert!(tools::text(&made.pdf).contains("𠮷野家医院"));
    let fonts = tools::run("pdffonts", &[], &made.pdf, &[]);
    assert!(fonts.contains("NotoSansJP-Regular"), "{fonts}");
}

#[test]
fn invisible_characters_are_not_drawn_and_do_no_harm() {
    let plain = made(&named("港城医院集团"), Edition::Zh).unwrap();
    let hidden =
        made(&named("\u{2068}港\u{200b}城\u{200d}医\u{feff}院\u{202e}集\u{fe0f}团\u{2069}"), Edition::Zh)
            .unwrap();
    assert!(tools::text(&hidden.pdf).contains("港城医院集团"));
    let (plain, hidden) = (tools::heard(&plain.pdf), tools::heard(&hidden.pdf));
    assert_eq!(plain, hidden);
}

#[test]
fn two_characters_that_share_a_glyph_come_back_each_as_itself() {
    // The radical U+2F00 and the ideograph U+4E00 look the same; a Latin letter composed and not.
    let mut report = named("一⼀一");
    report.front.parties[1].name = Text::reviewed("Cafe\u{301} Ltd.", "一");
    let made = made(&report, Edition::SideBySide).unwrap();
    let heard = tools::heard(&made.pdf);
    assert!(heard.contains("一⼀一"), "{heard}");
    assert!(heard.contains("Café Ltd."), "{heard}");
    let options = ValidationOptions::default().profile(ValidationProfile::PdfA3a);
    let report = validate_pdf_bytes(&made.pdf, &options).unwrap();
    assert!(report.failures.is_empty(), "{:?}", report.failures);
}

#[test]
fn a_cell_of_three_thousand_characters_goes_over_pages_and_is_whole() {
    let mut report = AcceptanceReport { chapters: fixture::abridged().chapters, ..fixture::bare() };
    report.chapters.truncate(1);
    let sentence = "存储故障发生后六十秒内告警送达医院值班电话，并记录在案。";
    let zh = sentence.repeat(3000 / sentence.chars().count() + 1);
    let en =
        "The alarm reaches the duty phone of the hospital within sixty seconds and is logged. ".repeat(36);
    report.chapters[0].findings[3].remark = Text::reviewed(en.trim(), zh.as_str());
    for edition in [Edition::SideBySide, Edition::Zh] {
        let made = made(&report, edition).unwrap();
        let heard: String = tools::heard(&made.pdf).split_whitespace().collect();
        assert!(heard.contains(&zh), "{edition:?}");
        let pages = tools::run("pdftotext", &["-raw"], &made.pdf, &["-"]);
        let holding = pages.split('\u{c}').filter(|page| page.contains("存储故障发生后")).count();
        assert!(holding >= 2, "{edition:?}: {holding}");
    }
}

#[test]
fn a_word_without_a_place_to_break_is_broken_and_stays_on_the_page() {
    let mut report = AcceptanceReport { chapters: fixture::abridged().chapters, ..fixture::bare() };
    report.chapters.truncate(1);
    let word = "https://example.com/".to_owned() + &"abcdefghij".repeat(40);
    report.chapters[0].findings[0].measured = Text::reviewed(word.as_str(), word.as_str());
    let made = made(&report, Edition::SideBySide).unwrap();
    let boxes = tools::run("pdftotext", &["-bbox"], &made.pdf, &["-"]);
    let right =
        boxes.lines().filter_map(|line| line.split("xMax=\"").nth(1)?.split('"').next()?.parse::<f64>().ok());
    let furthest = right.fold(0.0, f64::max);
    assert!(furthest < 545.0, "{furthest}");
    let heard: String = tools::heard(&made.pdf).split_whitespace().collect();
    assert!(heard.contains(&word));
}

#[test]
fn long_names_and_titles_stay_within_their_page() {
    let mut report = fixture::abridged();
    let zh: String =
        "港城市卫生健康委员会数字医疗与信息化建设联合工作领导小组办公室".repeat(2).chars().take(60).collect();
    let en = "Preliminary acceptance of the hybrid health cloud with two zones, a shared pool and all the systems \
              that were moved, together with the overseas stack, the handbooks, the training courses, the audit \
              trails and the papers that the contract and its annexes name";
    report.front.title = Text::reviewed(en, zh.as_str());
    report.front.parties[0].name = Text::reviewed(en, zh.as_str());
    let made = made(&report, Edition::SideBySide).unwrap();
    let boxes = tools::run("pdftotext", &["-bbox"], &made.pdf, &["-"]);
    for line in boxes.lines().filter(|line| line.contains("<word")) {
        let at = |name: &str| {
            line.split(&format!("{name}=\""))
                .nth(1)
                .unwrap()
                .split('"')
                .next()
                .unwrap()
                .parse::<f64>()
                .unwrap()
        };
        assert!(at("xMin") > 54.0 && at("xMax") < 545.0 && at("yMax") < 815.0, "{line}");
    }
}

fn many(findings: usize) -> AcceptanceReport {
    let mut report = fixture::report();
    let pattern = report.chapters[2].findings.clone();
    report.chapters.truncate(1);
    report.chapters[0].findings = pattern.iter().cycle().take(findings).cloned().collect();
    report
}

#[test]
fn a_report_of_two_hundred_pages_is_made_and_tells_how_far_it_is() {
    let mut seen = Vec::new();
    let made = render_with(
        &many(1500),
        Edition::SideBySide,
        Look::Formal,
        &fixture::FONTS,
        &fixture::outside(),
        &mut |progress| {
            seen.push(progress);
            ControlFlow::Continue(())
        },
    )
    .unwrap();
    assert!(made.pages >= 200, "{}", made.pages);
    let last = Progress::Drawing { page: made.pages as usize, pages: made.pages as usize };
    assert_eq!(seen.last(), Some(&last));
    assert!(seen.iter().filter(|step| matches!(step, Progress::Setting { .. })).count() > 1500);
    let checked = tools::run("qpdf", &["--check"], &made.pdf, &[]);
    assert!(checked.contains("No syntax or stream encoding errors found"), "{checked}");
}

#[test]
fn making_stops_when_asked() {
    let mut steps = 0;
    let stopped =
        render_with(&many(300), Edition::En, Look::Vendor, &fixture::FONTS, &fixture::outside(), &mut |_| {
            steps += 1;
            if steps == 50 { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        });
    assert_eq!(stopped, Err(DocumentError::Cancelled));
    assert_eq!(steps, 50);
}

#[test]
fn a_report_with_nothing_in_its_lists_is_still_a_report() {
    let report = fixture::bare();
    let made = made(&report, Edition::SideBySide).unwrap();
    assert!(made.fields.is_empty());
    assert!(tools::text(&made.pdf).contains("No open issue remains."));
}
