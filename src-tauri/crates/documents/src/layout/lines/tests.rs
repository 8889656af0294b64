//! Where lines break.

use std::sync::LazyLock;

use hefu_domain::document::Look;

use super::*;
use crate::fonts::{FontFiles, Fonts, Weight};
use crate::layout::shape::Shaper;
use crate::layout::style::Style;

static FONTS: LazyLock<Fonts> = LazyLock::new(|| {
    Fonts::new(&FontFiles {
        sans_latin_regular: hefu_fonts::SANS_LATIN_REGULAR,
        sans_latin_semibold: hefu_fonts::SANS_LATIN_SEMIBOLD,
        sans_han_regular: hefu_fonts::SANS_HAN_REGULAR,
        sans_han_bold: hefu_fonts::SANS_HAN_BOLD,
        serif_latin_regular: hefu_fonts::SERIF_LATIN_REGULAR,
        serif_latin_semibold: hefu_fonts::SERIF_LATIN_SEMIBOLD,
        serif_han_regular: hefu_fonts::SERIF_HAN_REGULAR,
        serif_han_bold: hefu_fonts::SERIF_HAN_BOLD,
        rare_han: hefu_fonts::RARE_HAN,
    })
    .unwrap()
});

const SIZE: f32 = 10.0;

fn spans(text: &str, language: Language) -> Vec<Span> {
    let style = Style::new(SIZE, Weight::Regular, Colour(0, 0, 0));
    vec![Span { text: text.into(), language, style }]
}

fn set(text: &str, language: Language, measure: f32) -> Vec<Line> {
    let spans = spans(text, language);
    Shaper::new(&FONTS, Look::Vendor).lines(&spans, measure, Fill::First, "test").unwrap().to_vec()
}

fn words(line: &Line) -> String {
    let glyphs = line.runs.iter().flat_map(|run| run.glyphs.iter().map(move |glyph| (run, glyph)));
    glyphs
        .map(|(run, glyph)| {
            let start = glyph.start as usize;
            &run.text[start..start + usize::from(glyph.length)]
        })
        .collect()
}

fn lines(text: &str, language: Language, measure: f32) -> Vec<String> {
    set(text, language, measure).iter().map(words).collect()
}

/// Text with every mark that clings, long enough to break anywhere.
const CHINESE: &str = "依合同（第 8.4 条）约定，“验收通知”于2026年9月24日签收；《验收标准》共 46 项：通过 42 项、\
                       通过（有保留意见）3 项，不通过 1 项！是否影响验收？双方确认：「不影响」。遗留问题（OI-01 至 OI-05）\
                       应于2026年11月27日前完成，金额人民币 3,240,000.00 元（大写：人民币叁佰贰拾肆万元整）。";

#[test]
fn no_chinese_line_begins_or_ends_with_the_wrong_mark_at_any_measure() {
    for tenths in 400..2600 {
        let measure = f32::from(u16::try_from(tenths).unwrap()) / 10.0;
        let lines = lines(CHINESE, Language::Zh, measure);
        assert_eq!(lines.concat(), CHINESE);
        for line in &lines[1..] {
            let first = line.chars().next().unwrap();
            assert!(!"。，、；：」”）》！？%".contains(first), "{measure}: {line}");
        }
        for line in &lines {
            let last = line.trim_end().chars().next_back().unwrap();
            assert!(!"（《「“".contains(last), "{measure}: {line}");
        }
    }
}

#[test]
fn lines_stay_within_their_measure() {
    for measure in [60.0, 83.0, 120.0, 201.5] {
        for (text, language) in [(CHINESE, Language::Zh), (ENGLISH, Language::En)] {
            for line in set(text, language, measure) {
                assert!(line.width <= measure + 0.02, "{measure}: {} {}", line.width, words(&line));
            }
        }
    }
}

const ENGLISH: &str = "Monthly availability of the core zone is at least 99.95 % over the trial month, from 17 August \
                       to 16 September 2026; a failover took 14 min 40 s. This makes CNY 3,240,000.00 payable \
                       (see https://example.com/a/rather/long/path/to/evidence/availability-2026-09.pdf).";

#[test]
fn numbers_stay_with_their_units_and_days_with_their_months() {
    for tenths in 900..3000 {
        let measure = f32::from(u16::try_from(tenths).unwrap()) / 10.0;
        for pair in lines(ENGLISH, Language::En, measure).windows(2) {
            let (end, start) = (pair[0].trim_end(), pair[1].as_str());
            for (number, unit) in
                [("99.95", "%"), ("17", "August"), ("16", "September"), ("40", "s."), ("CNY", "3,2")]
            {
                assert!(!(end.ends_with(number) && start.starts_with(unit)), "{measure}: {end} | {start}");
            }
        }
    }
}

#[test]
fn a_chinese_date_is_not_divided() {
    for tenths in 900..2600 {
        let measure = f32::from(u16::try_from(tenths).unwrap()) / 10.0;
        for pair in lines(CHINESE, Language::Zh, measure).windows(2) {
            let (end, start) = (pair[0].chars().next_back().unwrap(), pair[1].chars().next().unwrap());
            assert!(!(end.is_ascii_digit() && "年月日项条".contains(start)), "{measure}: {pair:?}");
            assert!(!("年月".contains(end) && start.is_ascii_digit()), "{measure}: {pair:?}");
        }
    }
}

#[test]
fn a_word_longer_than_the_line_is_cut_at_its_end() {
    let word = "abcdefghijklmnopqrstuvwxyz".repeat(8);
    let lines = lines(&word, Language::En, 100.0);
    assert_eq!(lines.concat(), word);
    assert!(lines.len() > 5 && lines[0].len() > 12, "{lines:?}");
}

#[test]
fn han_and_latin_stand_apart_by_less_than_a_tenth_of_an_em() {
    let line = &set("共46项", Language::Zh, 500.0)[0];
    let extras: Vec<i32> =
        line.runs.iter().flat_map(|run| run.glyphs.iter()).map(|glyph| glyph.extra).collect();
    assert_eq!(extras, [HAN_LATIN, 0, HAN_LATIN, 0]);
    // At 100 and more, text extraction inserts a blank.
    const { assert!(HAN_LATIN < 100) }
}

#[test]
fn full_width_marks_in_a_row_share_their_blank() {
    let width = |text: &str| set(text, Language::Zh, 500.0)[0].width;
    assert!((width("中）。中") - 3.5 * SIZE).abs() < 0.05, "{}", width("中）。中"));
    assert!((width("中，（中") - 3.5 * SIZE).abs() < 0.05, "{}", width("中，（中"));
    // The blank half at either end of a line stands out.
    assert!((width("中。") - 1.5 * SIZE).abs() < 0.05, "{}", width("中。"));
    assert!((width("（中") - 1.5 * SIZE).abs() < 0.05, "{}", width("（中"));
}

#[test]
fn quotation_marks_are_those_of_the_language_around_them() {
    let face = |text: &str, language| set(text, language, 500.0)[0].runs[0].face;
    assert_eq!(face("“验", Language::Zh), FaceId(2));
    assert_eq!(face("“a", Language::En), FaceId(0));
}

#[test]
fn a_last_line_has_company() {
    for tenths in 800..2600 {
        let measure = f32::from(u16::try_from(tenths).unwrap()) / 10.0;
        let text = "可用区切换在十五分钟内完成，已提交的记录不丢失，由客户见证并签字确认";
        let lines = lines(text, Language::Zh, measure);
        if lines.len() > 1 {
            assert!(lines[lines.len() - 1].chars().count() >= 2, "{measure}: {lines:?}");
        }
    }
}

#[test]
fn line_ends_in_the_text_end_lines() {
    assert_eq!(lines("第一行\n第二行", Language::Zh, 500.0), ["第一行", "第二行"]);
    assert_eq!(lines("", Language::En, 500.0), [""]);
}

#[test]
fn a_title_is_set_in_lines_of_one_length_and_no_word_is_cut() {
    for measure in 70..400u16 {
        let spans = spans("Preliminary Acceptance Report", Language::En);
        let mut shaper = Shaper::new(&FONTS, Look::Vendor);
        let lines = shaper.lines(&spans, f32::from(measure), Fill::Balanced, "test").unwrap();
        for line in &*lines {
            assert!(["Preliminary", "Acceptance", "Report"].iter().any(|word| words(line).starts_with(word)));
        }
    }
}
