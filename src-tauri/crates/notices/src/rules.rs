//! The rules, each in a file of its own, in the order in which their notices are told.

use std::collections::BTreeSet;

use crate::Notice;
use crate::facts::Facts;

mod approval_slow;
mod contract_date_after_invoice_by;
mod criterion_without_owner;
mod deliverable_without_evidence;
mod evidence_expires_before_needed;
mod failed_criterion_without_action;
mod gate_soon_unmet;
mod gate_unknown;
mod hand_over_late;
mod lesson_matches;
mod owner_overloaded;
mod promise_without_requirement;
mod review_overdue;
mod signature_holds_money;
mod stakeholder_not_met;
mod waiver_ends;

/// What looks at the facts and says what it notices.
type Rule = fn(&Facts) -> Vec<Notice>;

const RULES: [Rule; 16] = [
    gate_soon_unmet::find,
    gate_unknown::find,
    evidence_expires_before_needed::find,
    criterion_without_owner::find,
    deliverable_without_evidence::find,
    hand_over_late::find,
    signature_holds_money::find,
    review_overdue::find,
    approval_slow::find,
    stakeholder_not_met::find,
    owner_overloaded::find,
    failed_criterion_without_action::find,
    waiver_ends::find,
    contract_date_after_invoice_by::find,
    lesson_matches::find,
    promise_without_requirement::find,
];

/// Everything that is noticed, in the order of the rules and of the facts.
pub fn find(facts: &Facts) -> Vec<Notice> {
    RULES.iter().flat_map(|rule| rule(facts)).collect()
}

/// What is noticed and was not raised before: neither accepted, dismissed nor standing, by its fingerprint.
pub fn new(facts: &Facts, raised: &BTreeSet<String>) -> Vec<Notice> {
    let mut told = BTreeSet::new();
    let is_new =
        |notice: &Notice| !raised.contains(&notice.fingerprint) && told.insert(notice.fingerprint.clone());
    find(facts).into_iter().filter(is_new).collect()
}

/// Whole days from one day to another, negative when the other is earlier.
fn days(from: chrono::NaiveDate, to: chrono::NaiveDate) -> i64 {
    (to - from).num_days()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{day, facts};
    use crate::{Record, RuleName, facts::Criterion};

    #[test]
    fn nothing_is_noticed_of_nothing() {
        assert_eq!(find(&facts("2026-09-28")), []);
    }

    #[test]
    fn the_same_facts_given_twice_are_noticed_once() {
        let mut facts = facts("2026-09-28");
        let criterion = Criterion {
            project: "prj-harbour".into(),
            id: "3.4".into(),
            owner: None,
            mark: None,
            finding: None,
            actions: 0,
        };
        facts.criteria = vec![criterion.clone(), criterion];
        let found = new(&facts, &BTreeSet::new());
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].records, [Record::new("criterion", "3.4")]);
        assert_eq!((found[0].rule, found[0].fingerprint.len()), (RuleName::CriterionWithoutOwner, 64));
        assert_eq!(new(&facts, &BTreeSet::from([found[0].fingerprint.clone()])), []);
    }

    #[test]
    fn days_between() {
        assert_eq!(days(day("2026-09-28"), day("2026-10-01")), 3);
        assert_eq!(days(day("2026-10-01"), day("2026-09-28")), -3);
    }
}
