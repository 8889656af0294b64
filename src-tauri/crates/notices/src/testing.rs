//! Facts for the tests of the rules.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use crate::facts::{Facts, Limits};
use crate::{Notice, RuleName, find, new};

pub(crate) fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// Nothing but a day.
pub(crate) fn facts(today: &str) -> Facts {
    Facts {
        today: day(today),
        limits: Limits::default(),
        gates: Vec::new(),
        evidence: Vec::new(),
        criteria: Vec::new(),
        deliverables: Vec::new(),
        packages: Vec::new(),
        signatures: Vec::new(),
        reviews: Vec::new(),
        approvals: Vec::new(),
        stakeholders: Vec::new(),
        due: Vec::new(),
        waivers: Vec::new(),
        contract_dates: Vec::new(),
        lessons: Vec::new(),
        projects: Vec::new(),
        promises: Vec::new(),
    }
}

/// The one notice of the rule, which is raised.
pub(crate) fn fires(facts: &Facts, rule: RuleName) -> Notice {
    let mut found: Vec<Notice> = find(facts).into_iter().filter(|notice| notice.rule == rule).collect();
    assert_eq!(found.len(), 1, "{found:?}");
    found.remove(0)
}

/// The rule has nothing to say.
pub(crate) fn silent(facts: &Facts, rule: RuleName) {
    let found: Vec<Notice> = find(facts).into_iter().filter(|notice| notice.rule == rule).collect();
    assert_eq!(found, []);
}

/// What was raised for `first` is not raised for `second`, whose facts are the same.
pub(crate) fn not_twice(first: &Facts, second: &Facts, rule: RuleName) {
    let raised = fires(first, rule);
    fires(second, rule);
    let known = BTreeSet::from([raised.fingerprint]);
    assert!(new(second, &known).iter().all(|notice| notice.rule != rule));
}

/// What was raised for `first` does not keep `second` from being raised, whose facts are others.
pub(crate) fn again(first: &Facts, second: &Facts, rule: RuleName) {
    let known = BTreeSet::from([fires(first, rule).fingerprint]);
    assert_eq!(new(second, &known).iter().filter(|notice| notice.rule == rule).count(), 1);
}
