//! The gate over texts of the record; how figures agree is tested where they are read.

use super::*;
use crate::money::Currency;

#[test]
fn a_text_is_checked_for_figures_and_parties() {
    let text = Text::reviewed("Ann accepts on 9 May 2026", "2026年5月8日验收");
    let parties = [PartyNames { en: vec!["Ann".into()], zh: vec!["安".into()] }];
    let kinds: Vec<FigureKind> = check(&text, &parties).into_iter().map(|finding| finding.kind).collect();
    assert_eq!(kinds, [FigureKind::Date, FigureKind::Party]);
    assert_eq!(check(&Text::reviewed("Ann accepts", ""), &parties), []);
}

#[test]
fn what_is_so_of_one_project_only_is_known() {
    for (words, language, particular) in [
        ("Accepted on 9 May 2026", Language::En, true),
        ("CNY 500", Language::En, true),
        ("per D-09", Language::En, true),
        ("within 15 days", Language::En, false),
        ("2026年5月验收", Language::Zh, true),
        ("人民币叁佰贰拾肆万元整", Language::Zh, true),
        ("15 日内", Language::Zh, false),
    ] {
        assert_eq!(has_particulars(words, language), particular, "{words}");
    }
}

/// The gate reads every currency that an amount of the record can be in, as Hefu itself prints it.
#[test]
fn every_currency_is_read_as_it_is_printed() {
    for code in Currency::codes() {
        assert!(hefu_parity::is_known_currency(code), "{code}");
        let money = crate::money::Money::in_code(1_234_567.into(), code).unwrap();
        let (en, zh) = (money.format(Language::En), money.format(Language::Zh));
        assert_eq!(compare(&en, &zh), [], "{en} | {zh}");
        assert_eq!(compare(&money.format_short(), &zh), [], "{} | {zh}", money.format_short());
        let other = crate::money::Money::in_code(1_234_568.into(), code).unwrap();
        assert_eq!(compare(&en, &other.format(Language::Zh)).len(), 1, "{en}");
    }
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
