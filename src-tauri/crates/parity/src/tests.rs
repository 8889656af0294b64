//! What a comparison shows, whatever is typed.

use proptest::prelude::*;

use super::FigureKind::*;
use super::*;

fn kinds(en: &str, zh: &str) -> Vec<FigureKind> {
    compare(en, zh).findings.into_iter().map(|finding| finding.kind).collect()
}

#[test]
fn a_finding_says_what_kind_of_figure_differs() {
    for (en, zh, expected) in [
        ("within 15 minutes by 30 October 2026", "2026年10月31日前 16 分钟", vec![Date, Duration]),
        ("CNY 3,240,000.00", "人民币 3,204,000.00 元", vec![Amount]),
        ("SGD 880,000.00", "人民币 880,000.00 元", vec![Amount]),
        ("120,000 persons", "1.2 万人", vec![Number]),
        ("99.95 %", "99.5%", vec![Percentage]),
        ("30 %", "30 项", vec![Percentage, Number]),
        ("clause 8.1", "第 8.10 条", vec![Clause]),
        ("version 1.2.3", "1.2.4 版", vec![Code]),
        ("D-09", "D-90", vec![Code]),
        ("on 9 May 2026", "2026年9月5日", vec![Date]),
        ("on 9 May", "2025年5月9日", vec![Date]),
        ("in October", "11月", vec![Month]),
        ("in 2026", "2027年", vec![Year]),
        ("13 and 14 August 2026", "2026年8月13日至15日", vec![Date]),
        ("Q3", "第二季度", vec![Period]),
        ("3 pm", "下午4点", vec![Time]),
        ("Monday", "周二", vec![Weekday]),
        ("100 GB", "100 TB", vec![Quantity]),
        ("at least 3", "不超过 3", vec![Bound]),
        ("Redis", "Kafka", vec![Name]),
        ("Prices in USD", "币种：新元", vec![Currency]),
        ("5 courses", "课程", vec![Number]),
        ("courses", "课程 5 场", vec![Number]),
        ("CNY 100.00", "人民币 100.00 元（大写：人民币壹佰零壹元整）", vec![Capitals]),
        ("CNY 100.00 and CNY 100.00", "人民币 100.00 元", vec![Amount]),
        ("total float −2 days", "总时差 2 天", vec![Duration]),
    ] {
        assert_eq!(kinds(en, zh), expected, "{en} | {zh}");
    }
}

#[test]
fn a_side_without_words_is_no_finding() {
    assert_eq!(kinds("", "3 项"), []);
    assert_eq!(kinds("3 items", " "), []);
}

#[test]
fn a_finding_shows_both_places_in_bytes() {
    let (en, zh) = ("By 30 October 2026 the alarm takes 60 s.", "2026年10月31日前告警 74 秒送达。");
    let found = compare(en, zh);
    let shown: Vec<(&str, &str)> = found
        .findings
        .iter()
        .map(|finding| {
            let (a, b) = (finding.en.as_ref().unwrap(), finding.zh.as_ref().unwrap());
            assert_eq!((&en[a.start..a.end], &zh[b.start..b.end]), (a.words.as_str(), b.words.as_str()));
            (a.words.as_str(), b.words.as_str())
        })
        .collect();
    assert_eq!(shown, [("30 October 2026", "2026年10月31日"), ("60 s", "74 秒")]);
    assert_eq!(found.pairs, []);
    assert_eq!(found.zh[1].value, "74 second");
}

#[test]
fn a_fingerprint_holds_until_what_is_at_fault_changes() {
    let first = compare("within 15 minutes", "16 分钟内").fingerprint;
    assert_eq!(first.len(), 64);
    assert_eq!(compare("The alarm comes within 15 minutes.", "告警在 16 分钟内送达。").fingerprint, first);
    for (en, zh) in [
        ("within 14 minutes", "16 分钟内"),
        ("within 15 minutes", "17 分钟内"),
        ("within 15 minutes", "15 分钟内"),
        ("within 15 minutes, 3 times", "16 分钟内"),
    ] {
        assert_ne!(compare(en, zh).fingerprint, first, "{en} | {zh}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    /// Whatever is typed, the gate answers, its places are places of the words, and its pairs are pairs.
    #[test]
    fn any_words_are_read(
        en in "[ -~−–¥]{0,60}",
        zh in "[0-9０-９年月日至万亿元%.,一二十壹拾整人民币第条点时周每半分之折成倍A-Z ¥−-]{0,60}",
    ) {
        let found = compare(&en, &zh);
        for (words, list) in [(&en, &found.en), (&zh, &found.zh)] {
            for reading in list {
                prop_assert_eq!(words.get(reading.place.start..reading.place.end), Some(reading.place.words.as_str()));
            }
        }
        for pair in &found.pairs {
            prop_assert!(pair.en < found.en.len() && pair.zh < found.zh.len());
        }
        prop_assert_eq!(compare(&en, &zh), found);
    }

    /// One changed figure among many is found, and only that one.
    #[test]
    fn one_changed_number_is_one_finding(numbers in prop::collection::vec(13_u32..1_900, 1..8), at in any::<prop::sample::Index>()) {
        let list = |numbers: &[u32]| numbers.iter().map(|n| format!("{n} kg")).collect::<Vec<_>>().join("; ");
        let en = list(&numbers);
        prop_assert_eq!(compare(&en, &list(&numbers)).findings, []);
        let mut changed = numbers.clone();
        let index = at.index(changed.len());
        changed[index] += 5_000;
        let findings = compare(&en, &list(&changed)).findings;
        prop_assert_eq!(findings.len(), 1);
        prop_assert_eq!(&findings[0].zh.as_ref().unwrap().words, &format!("{} kg", changed[index]));
    }
}
