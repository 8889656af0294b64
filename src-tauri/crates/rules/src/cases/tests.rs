//! Files of cases, held against the ladder of Order 16 as it is written.

use super::*;

const BASE: &str = r#""base": {
    "flow.outbound": true, "data.state_secret": false, "data.core": false, "data.important": false,
    "data.personal": true, "data.foreign_origin_only": false, "org.ciio": false, "org.state_organ": false,
    "recipient.foreign_authority": false, "claim.contract": false, "claim.hr": false, "hr.labour_rules": false,
    "hr.collective_contract": false, "claim.emergency": false, "claim.statutory": false, "ftz.applies": false,
    "ftz.on_list": false, "ftz.list_says": null, "count.pi": 0, "count.spi": 0 }"#;

fn run_one(case: &str) -> Outcome {
    let file = format!(r#"{{ {BASE}, "cases": [ {{ "id": "X", {case} }} ] }}"#);
    run(&file, Shelf::shipped(), "2026-11-20".parse().unwrap()).unwrap()
}

#[test]
fn cases_come_out_as_the_law_says() {
    for case in [
        r#""set": { "count.pi": 99999 }, "expect": "exempt_volume""#,
        r#""set": { "count.pi": 100000 }, "expect": "sc_or_cert""#,
        r#""set": { "org.ciio": null, "count.pi": 1 }, "expect": "needs_info", "ask": ["org.ciio"]"#,
        r#""set": { "org.ciio": null, "count.pi": 1000000 }, "expect": "security_assessment", "ask": []"#,
        r#""set": { "org.ciio": null, "count.pi": null }, "expect": "needs_info", "ask": ["count.pi", "org.ciio"]"#,
        r#""set": { "claim.contract": null, "count.pi": 5 }, "expect": "exempt_*""#,
        r#""set": { "ftz.applies": true, "ftz.on_list": true }, "expect": "needs_info", "ask": ["ftz.list_says"]"#,
        r#""set": { "ftz.applies": null, "count.pi": 100000 }, "expect": "needs_info", "ask": ["ftz.applies"]"#,
        r#""set": { "count.pi": 20000 }, "eval_date": "2027-01-15", "history": { "2026": 99000 }, "expect": "exempt_volume""#,
        // Before Order 16 the year before counted too, and there was no exemption by volume.
        r#""set": { "count.pi": 20000 }, "eval_date": "2024-03-21", "history": { "2023": 80000 }, "expect": "security_assessment""#,
        r#""set": { "count.pi": 20000 }, "eval_date": "2024-03-22", "history": { "2023": 80000 }, "expect": "exempt_volume""#,
        // No pack of that time is at hand.
        r#""set": {}, "eval_date": "2020-01-01", "expect": "needs_info", "ask": []"#,
    ] {
        let outcome = run_one(case);
        assert_eq!((outcome.passed, &outcome.differences), (1, &Vec::new()), "{case}");
    }
}

#[test]
fn a_difference_says_what_was_expected_and_what_came() {
    let outcome = run_one(r#""set": { "org.ciio": null }, "expect": "exempt_volume""#);
    let difference = ("X".to_owned(), "exempt_volume".to_owned(), "needs_info, asking org.ciio".to_owned());
    assert_eq!(outcome, Outcome { passed: 0, differences: vec![difference] });
    // A question too many or too few is a difference as well.
    for ask in ["[]", r#"["org.ciio", "count.pi"]"#] {
        let outcome =
            run_one(&format!(r#""set": {{ "org.ciio": null }}, "expect": "needs_info", "ask": {ask}"#));
        assert_eq!(outcome.passed, 0, "{ask}");
    }
    let outcome = run_one(r#""set": { "org.cio": true }, "expect": "exempt_volume""#);
    assert_eq!(outcome.differences[0].2, "no fact org.cio");
}
