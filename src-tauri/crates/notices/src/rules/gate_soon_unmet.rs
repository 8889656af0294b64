//! A gate is planned within days and a condition does not hold. Whoever reads this on the day of the gate can only move
//! the day; ten days before, the condition can still be met, or a waiver asked of somebody who has time to refuse.

use serde_json::json;

use super::days;
use crate::facts::Facts;
use crate::{Notice, Proposal, Record, RuleName};

pub(super) fn find(facts: &Facts) -> Vec<Notice> {
    let soon = i64::from(facts.limits.gate_days);
    let notice = |gate: &crate::facts::Gate| {
        let planned = gate.planned.filter(|planned| days(facts.today, *planned) <= soon)?;
        if gate.passed || gate.unmet.is_empty() {
            return None;
        }
        Some(Notice::new(
            RuleName::GateSoonUnmet,
            Proposal::Action,
            Some(&gate.project),
            vec![Record::new("gate", &gate.id)],
            &[("planned", json!(planned)), ("unmet", json!(gate.unmet))],
            &[("days", json!(days(facts.today, planned)))],
        ))
    };
    facts.gates.iter().filter_map(notice).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::Gate;
    use crate::testing::{again, day, facts, fires, not_twice, silent};

    const RULE: RuleName = RuleName::GateSoonUnmet;

    fn gate(today: &str, unmet: &[&str]) -> Facts {
        let gate = Gate {
            project: "prj-nanyu".into(),
            id: "gate-nanyu-golive".into(),
            planned: Some(day("2026-10-08")),
            passed: false,
            unmet: unmet.iter().map(|id| (*id).to_owned()).collect(),
            unknown: Vec::new(),
        };
        Facts { gates: vec![gate], ..facts(today) }
    }

    #[test]
    fn it_fires_ten_days_before_and_after() {
        let notice = fires(&gate("2026-09-28", &["mlps"]), RULE);
        assert_eq!(notice.facts["unmet"], json!(["mlps"]));
        assert_eq!(notice.measures["days"], json!(10));
        fires(&gate("2026-10-09", &["mlps"]), RULE);
    }

    #[test]
    fn it_is_silent_before_and_when_nothing_is_unmet_or_the_gate_was_passed() {
        silent(&gate("2026-09-27", &["mlps"]), RULE);
        silent(&gate("2026-09-28", &[]), RULE);
        let mut passed = gate("2026-09-28", &["mlps"]);
        passed.gates[0].passed = true;
        silent(&passed, RULE);
        let mut unplanned = gate("2026-09-28", &["mlps"]);
        unplanned.gates[0].planned = None;
        silent(&unplanned, RULE);
    }

    #[test]
    fn it_fires_once_for_the_same_conditions_and_again_for_others() {
        not_twice(&gate("2026-09-28", &["mlps"]), &gate("2026-09-29", &["mlps"]), RULE);
        again(&gate("2026-09-28", &["mlps"]), &gate("2026-09-28", &["mlps", "tests"]), RULE);
    }
}
