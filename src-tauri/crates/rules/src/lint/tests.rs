//! A pack that is in order, and what is found when one thing of it is spoiled.

use super::*;

const GOOD: &str = r#"
[pack]
id = "xx.sample"
version = "1.0"
jurisdiction = "XX"
status = "in_force"
effective_from = 2025-01-01
review_due = 2027-01-01
title = { en = "Sample", zh = "示例" }
scope = { en = "For tests.", zh = "供测试。" }

[[source]]
id = "LAW"
title = { en = "A law", zh = "某法" }
reference = "none"
confidence = "H"

[[fact]]
id = "count"
type = "int"
least = 0
ask = { en = "How many?", zh = "多少？" }

[[fact]]
id = "open"
type = "bool"
ask = { en = "Is it open?", zh = "是否公开？" }

[[decision]]
id = "answer"
combine = "first_match"
title = { en = "Answer", zh = "结论" }
outcome = [
  { id = "free", severity = 0, title = { en = "Free", zh = "自由" } },
  { id = "bound", severity = 10, title = { en = "Bound", zh = "受限" } },
]

[[rule]]
id = "R1"
conf = "H"
cite = [{ source = "LAW", article = "1" }]
text = { en = "Open or few.", zh = "公开或少量。" }
when = { any = [{ fact = "open", eq = true }, { fact = "count", lt = 10 }] }
then = { answer = "free" }

[[rule]]
id = "R2"
conf = "H"
cite = [{ source = "LAW", article = "2" }]
text = { en = "Closed.", zh = "非公开。" }
when = { fact = "open", eq = false }
then = { answer = "bound" }

[given]
open = false

[[test]]
id = "T1"
decision = "answer"
facts = { count = 9 }
expect = "free"

[[test]]
id = "T2"
decision = "answer"
facts = { count = 10 }
expect = "bound"

[[test]]
id = "T3"
decision = "answer"
facts = { count = 11 }
expect = "bound"
"#;

fn problems(texts: &[&str]) -> Vec<Problem> {
    let texts: Vec<_> =
        texts.iter().enumerate().map(|(at, text)| (format!("{at}.toml"), (*text).to_owned())).collect();
    lint(&texts, None, Some("2026-11-20".parse().unwrap())).into_iter().map(|each| each.problem).collect()
}

fn spoiled(from: &str, to: &str) -> Vec<Problem> {
    assert!(GOOD.contains(from), "{from}");
    problems(&[&GOOD.replacen(from, to, 1)])
}

#[test]
fn a_pack_in_order_has_nothing_against_it() {
    assert_eq!(problems(&[GOOD]), []);
}

#[test]
fn a_rule_without_a_source_or_an_article_is_found() {
    let missing = |rule: &str| vec![Problem::MissingCitation { rule: rule.to_owned() }];
    assert_eq!(spoiled("cite = [{ source = \"LAW\", article = \"2\" }]\n", ""), missing("R2"));
    assert_eq!(spoiled("article = \"1\"", "article = \" \""), missing("R1"));
}

#[test]
fn a_threshold_that_no_test_holds_on_each_side_is_found() {
    let untested = |missing: &[i64]| {
        let (rule, fact, missing) = ("R1".to_owned(), "count".to_owned(), missing.to_vec());
        vec![Problem::UntestedThreshold { rule, fact, threshold: 10, missing }]
    };
    assert_eq!(spoiled("facts = { count = 9 }", "facts = { count = 8 }"), untested(&[9]));
    assert_eq!(spoiled("facts = { count = 10 }", "facts = { count = 12 }"), untested(&[10]));
    assert_eq!(spoiled("facts = { count = 11 }", "facts = { count = 12 }"), untested(&[11]));
}

#[test]
fn versions_that_speak_on_the_same_day_are_found() {
    let later = GOOD.replace("2025-01-01", "2026-01-01").replace("\"1.0\"", "\"2.0\"");
    let overlap = Problem::OverlappingVersions {
        pack: "xx.sample".to_owned(),
        version: "2.0".to_owned(),
        other: "1.0".to_owned(),
    };
    assert_eq!(problems(&[GOOD, &later]), std::slice::from_ref(&overlap));
    let until = |day: &str| GOOD.replace("review_due", &format!("effective_until = {day}\nreview_due"));
    assert_eq!(problems(&[&until("2026-01-02"), &later]), [overlap]);
    assert_eq!(problems(&[&until("2026-01-01"), &later]), []);
}

#[test]
fn a_rule_that_never_decides_is_found() {
    let unreachable = vec![Problem::UnreachableRule { rule: "R2".to_owned(), decision: "answer".to_owned() }];
    let found = |to: &str| {
        let mut found = spoiled("when = { fact = \"open\", eq = false }", to);
        found.retain(|problem| matches!(problem, Problem::UnreachableRule { .. }));
        found
    };
    // Always preceded by the rule before it, and contradicting itself.
    assert_eq!(
        found("when = { all = [{ fact = \"open\", eq = false }, { fact = \"count\", le = 9 }] }"),
        unreachable
    );
    assert_eq!(
        found("when = { all = [{ fact = \"open\", eq = false }, { fact = \"open\", eq = true }] }"),
        unreachable
    );
    assert_eq!(
        found("when = { all = [{ fact = \"open\", eq = false }, { fact = \"count\", le = 10 }] }"),
        []
    );
    // Over before its pack begins.
    assert_eq!(found("until = 2024-06-01\nwhen = { fact = \"open\", eq = false }"), unreachable);
}

#[test]
fn text_in_one_language_is_found() {
    for (from, to, place) in [
        ("zh = \"非公开。\"", "zh = \"\"", "R2"),
        ("zh = \"非公开。\"", "zh = \"Closed.\"", "R2"),
        ("en = \"How many?\"", "en = \"多少？\"", "count"),
        ("en = \"Sample\"", "en = \" \"", "pack.title"),
        ("zh = \"受限\"", "zh = \"-\"", "bound"),
    ] {
        assert_eq!(spoiled(from, to), [Problem::OneSidedText { place: place.to_owned() }], "{from}");
    }
}

#[test]
fn a_test_of_the_pack_that_fails_is_found() {
    let (expected, got) = ("bound".to_owned(), "free".to_owned());
    let failed = vec![Problem::FailedTest { test: "T1".to_owned(), expected, got }];
    assert_eq!(spoiled("expect = \"free\"", "expect = \"bound\""), failed);
}

#[test]
fn an_overdue_review_and_what_nothing_uses_are_warnings() {
    let due = Problem::ReviewDue { due: "2026-11-19".parse().unwrap() };
    assert_eq!(spoiled("review_due = 2027-01-01", "review_due = 2026-11-19"), std::slice::from_ref(&due));
    assert_eq!(finding("x", due).weight, Weight::Warning);
    let more = "[[source]]\nid = \"OTHER\"\ntitle = { en = \"Other\", zh = \"其他\" }\nreference = \"x\"\nconfidence = \"L\"\n";
    let unused = Problem::Unused { what: "source".to_owned(), id: "OTHER".to_owned() };
    assert_eq!(spoiled("[[fact]]\nid = \"count\"", &format!("{more}\n[[fact]]\nid = \"count\"")), [unused]);
}

#[test]
fn another_digest_than_the_published_one_is_found() {
    let texts = [("a.toml".to_owned(), GOOD.to_owned())];
    let digest = Pack::parse(GOOD).unwrap().digest().to_owned();
    let listed = BTreeMap::from([("a.toml".to_owned(), digest.clone())]);
    assert_eq!(lint(&texts, Some(&listed), None), []);
    // A comment or a blank line changes nothing that is said.
    let spaced = [("a.toml".to_owned(), format!("# A remark.\n\n{GOOD}"))];
    assert_eq!(lint(&spaced, Some(&listed), None), []);
    let other = [("a.toml".to_owned(), GOOD.replace("How many?", "How many are there?"))];
    assert!(
        matches!(&lint(&other, Some(&listed), None)[..], [Finding { problem: Problem::OtherDigest { listed: Some(was), .. }, .. }] if *was == digest)
    );
}

#[test]
fn a_fact_of_another_type_in_another_pack_is_found() {
    let other =
        GOOD.replace("xx.sample", "xx.other").replace("type = \"int\"\nleast = 0", "type = \"decimal\"");
    let differs = Problem::FactDiffers { fact: "count".to_owned(), other: "0.toml".to_owned() };
    assert_eq!(problems(&[GOOD, &other]), [differs]);
}

#[test]
fn the_shipped_packs_have_nothing_against_them() {
    let texts: Vec<_> =
        crate::SHIPPED.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect();
    let digests = crate::digests(crate::DIGESTS).unwrap();
    assert_eq!(digests.len(), texts.len());
    let findings = lint(&texts, Some(&digests), Some("2026-11-20".parse().unwrap()));
    assert!(findings.is_empty(), "{findings:#?}");
}
