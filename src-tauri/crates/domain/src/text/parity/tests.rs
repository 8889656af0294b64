use proptest::prelude::*;

use super::FigureKind::*;
use super::*;

fn kinds(en: &str, zh: &str) -> Vec<FigureKind> {
    compare(en, zh).into_iter().map(|finding| finding.kind).collect()
}

#[test]
fn the_same_figures_in_both_manners_of_writing_agree() {
    for (en, zh) in [
        ("3.2 ms", "3.2 毫秒"),
        ("10 working days", "10 个工作日"),
        ("14 min 40 s", "14 分 40 秒"),
        ("31 of 31, 0 rows apart", "31/31 套一致，差异 0 行"),
        ("Cut-over on 13 and 14 August 2026.", "割接于2026年8月13日至14日完成。"),
        ("From 17 August to 16 September 2026, 31 days.", "2026年8月17日至9月16日，共 31 天。"),
        ("On 13–14 August 2026", "2026年8月13至14日"),
        ("By 2026-05-09", "2026年5月9日前"),
        ("By May 9, 2026", "2026 年 5 月 9 日前"),
        ("two zones and a seven-day record", "双可用区与 7 天记录"),
        ("24 hours", "二十四小时"),
        ("twenty-four hours", "24 小时"),
        ("CNY 3,240,000.00 is 30 %", "人民币 3,240,000.00 元（大写：人民币叁佰贰拾肆万元整），即 30%"),
        (
            "CNY 3,240,000.00 by 28 September 2026, 30 % of 120,000",
            "2026年9月28日前 3,240,000.00 元，30%，12 万",
        ),
        ("CNY 1.2 million", "120 万元"),
        ("SGD 880,000", "880,000 新加坡元"),
        ("THB 21,500,000.00", "21,500,000.00 泰铢"),
        ("Criterion 3.4 of annex 4, clause 8.4", "附件 4 第 3.4 项、第 8.4 条"),
        ("D-09 under HCHG-IT-2026-031", "合同HCHG-IT-2026-031所列D-09"),
        ("total float −2 days", "总时差 −2 天"),
        ("5 to 10 people", "5-10 人"),
        ("in October 2026 and November 2026", "2026年10月和11月"),
        ("Backups of the last 30 days", "近 30 日备份"),
        ("version 1.2.3", "1.2.3 版"),
        ("2000 users by 2031", "2031年 2,000 名用户"),
        ("30 per cent", "３０％"),
        ("", "3 项"),
    ] {
        assert_eq!(compare(en, zh), [], "{en} | {zh}");
    }
}

#[test]
fn planted_differences_are_found() {
    for (en, zh, expected) in [
        ("within 15 minutes by 30 October 2026", "2026年10月31日前 16 分钟", vec![Date, Number]),
        ("CNY 3,240,000.00", "人民币 3,204,000.00 元", vec![Amount]),
        ("SGD 880,000.00", "人民币 880,000.00 元", vec![Amount]),
        ("SGD 880,000.00", "880,000.00 美元", vec![Amount]),
        ("120,000 persons", "1.2 万人", vec![Number]),
        ("99.95 %", "99.5%", vec![Percentage]),
        ("30 %", "30 项", vec![Percentage, Number]),
        ("clause 8.1", "第 8.10 条", vec![Number]),
        ("version 1.2.3", "1.2.4 版", vec![Number]),
        ("D-09", "D-90", vec![Code]),
        ("on 9 May 2026", "2026年9月5日", vec![Date]),
        ("on 9 May 2026", "2025年5月9日", vec![Date]),
        ("on 9 May", "2025年5月9日", vec![Year]),
        ("in October", "11月", vec![Month]),
        ("in 2026", "2027年", vec![Year]),
        ("13 and 14 August 2026", "2026年8月13日至15日", vec![Date]),
        ("5 courses", "课程", vec![Number]),
        ("courses", "课程 5 场", vec![Number]),
        ("CNY 100.00", "人民币 100.00 元（大写：人民币壹佰零壹元整）", vec![Capitals]),
        ("CNY 100.00 and CNY 100.00", "人民币 100.00 元", vec![Amount]),
        ("total float −2 days", "总时差 2 天", vec![Number]),
    ] {
        assert_eq!(kinds(en, zh), expected, "{en} | {zh}");
    }
}

/// The 1,014 pairs of the sample story were checked for agreement by hand and by another program.
#[test]
fn the_sample_story_has_no_finding() {
    let pairs = story_pairs();
    assert_eq!(pairs.len(), 1_014);
    for (en, zh) in pairs {
        assert_eq!(compare(&en, &zh), [], "{en} | {zh}");
    }
}

fn story_pairs() -> Vec<(String, String)> {
    fn walk(at: &str, value: &toml::Value, pairs: &mut Vec<(String, String)>) {
        match value {
            toml::Value::Table(table) => {
                let side = |key| table.get(key).and_then(toml::Value::as_str).map(str::to_owned);
                match (table.len(), side("en"), side("zh")) {
                    (2, Some(en), Some(zh)) if at != "text_state" => pairs.push((en, zh)),
                    _ => table.iter().for_each(|(key, value)| walk(key, value, pairs)),
                }
            }
            toml::Value::Array(items) => items.iter().for_each(|item| walk(at, item, pairs)),
            _ => {}
        }
    }
    let mut pairs = Vec::new();
    for text in [
        include_str!("../../../../../library/story/channel.toml"),
        include_str!("../../../../../library/story/commercial.toml"),
        include_str!("../../../../../library/story/compliance.toml"),
        include_str!("../../../../../library/story/documents.toml"),
        include_str!("../../../../../library/story/meetings.toml"),
        include_str!("../../../../../library/story/parties.toml"),
        include_str!("../../../../../library/story/projects.toml"),
        include_str!("../../../../../library/story/register.toml"),
        include_str!("../../../../../library/story/schedule.toml"),
        include_str!("../../../../../library/story/scope.toml"),
    ] {
        walk("", &toml::from_str(text).unwrap(), &mut pairs);
    }
    pairs
}

/// In every pair of the story, a digit changed on one side alone is found; all but one, where the other side counts its
/// batches in words and has the word for the wrong figure as well.
#[test]
fn a_changed_digit_anywhere_in_the_story_is_found() {
    let (mut changed, mut missed) = (0, Vec::new());
    for (en, zh) in story_pairs() {
        for (at, digit) in en.char_indices().filter(|(_, c)| c.is_ascii_digit()) {
            let other = char::from(b'0' + (digit as u8 - b'0' + 1) % 10);
            let mut edited = en.clone();
            edited.replace_range(at..=at, other.encode_utf8(&mut [0; 4]));
            changed += 1;
            if compare(&edited, &zh).is_empty() {
                missed.push(format!("{edited} | {zh}"));
            }
        }
    }
    assert!(changed > 1_000, "{changed}");
    assert_eq!(missed.len(), 1, "{}", missed.join("\n"));
    assert!(missed[0].ends_with("第二批为 0 处。"));
}

#[test]
fn a_finding_shows_both_places_in_bytes() {
    let (en, zh) = ("By 30 October 2026 the alarm takes 60 s.", "2026年10月31日前告警 74 秒送达。");
    let findings = compare(en, zh);
    let shown: Vec<(&str, &str)> = findings
        .iter()
        .map(|finding| {
            let (a, b) = (finding.place(Language::En).unwrap(), finding.place(Language::Zh).unwrap());
            assert_eq!((&en[a.start..a.end], &zh[b.start..b.end]), (a.words.as_str(), b.words.as_str()));
            (a.words.as_str(), b.words.as_str())
        })
        .collect();
    assert_eq!(shown, [("30 October 2026", "2026年10月31日"), ("60", "74")]);
}

#[test]
fn parties_are_named_on_both_sides() {
    let names = |en: &[&str], zh: &[&str]| PartyNames {
        en: en.iter().map(|&name| name.into()).collect(),
        zh: zh.iter().map(|&name| name.into()).collect(),
    };
    let parties = [
        names(
            &["Hechao Cloud", "Shenzhen Hechao Cloud Technology Co., Ltd."],
            &["合潮云", "深圳合潮云科技有限公司"],
        ),
        names(&["Hechao Cloud (Singapore) Pte. Ltd."], &["合潮云（新加坡）私人有限公司"]),
        names(&["Ann"], &["安"]),
    ];
    let found = |en, zh| -> Vec<(Option<String>, Option<String>)> {
        compare_parties(en, zh, &parties)
            .into_iter()
            .map(|finding| (finding.en.map(|p| p.words), finding.zh.map(|p| p.words)))
            .collect()
    };
    assert_eq!(found("Shenzhen Hechao Cloud Technology Co., Ltd. delivers.", "合潮云负责交付。"), []);
    assert_eq!(
        found("Hechao Cloud (Singapore) Pte. Ltd. runs it.", "由合潮云（新加坡）私人有限公司运维。"),
        []
    );
    assert_eq!(
        found("Hechao Cloud delivers.", "合潮云（新加坡）私人有限公司交付。"),
        [(Some("Hechao Cloud".into()), None), (None, Some("合潮云（新加坡）私人有限公司".into()))]
    );
    assert_eq!(found("The hechao cloud team.", "合潮云团队。"), []);
    assert_eq!(found("The annex is held.", "附件已保管。"), []);
}

proptest! {
    /// Whatever is typed, the gate answers, and its ranges are ranges of the words.
    #[test]
    fn any_words_are_read(en in "[ -~−–¥]{0,60}", zh in "[0-9０-９年月日至万亿元%.,一二十壹拾整人民币A-Z ¥−-]{0,60}") {
        for finding in compare(&en, &zh) {
            for (words, place) in [(&en, &finding.en), (&zh, &finding.zh)] {
                if let Some(place) = place {
                    prop_assert_eq!(words.get(place.start..place.end), Some(place.words.as_str()));
                }
            }
        }
    }

    /// One changed figure among many is found, and only that one.
    #[test]
    fn one_changed_number_is_one_finding(numbers in prop::collection::vec(13_u32..1_900, 1..8), at in any::<prop::sample::Index>()) {
        let list = |numbers: &[u32]| numbers.iter().map(|n| format!("{n} kg")).collect::<Vec<_>>().join("; ");
        let en = list(&numbers);
        prop_assert_eq!(compare(&en, &list(&numbers)), []);
        let mut changed = numbers.clone();
        let index = at.index(changed.len());
        changed[index] += 5_000;
        let findings = compare(&en, &list(&changed));
        prop_assert_eq!(findings.len(), 1);
        prop_assert_eq!(&findings[0].zh.as_ref().unwrap().words, &changed[index].to_string());
    }
}
