//! A gate that is planned has a condition of which nobody knows whether it holds. What is unknown is found out in days or
//! weeks, not on the day, and an unknown of law costs most when it turns out to be a no; so this is told twice as long
//! before as what is merely unmet.

use serde_json::json;

use super::days;
use crate::facts::Facts;
use crate::{Notice, Proposal, Record, RuleName};

pub(super) fn find(facts: &Facts) -> Vec<Notice> {
    let soon = i64::from(facts.limits.gate_days) * 2;
    let notice = |gate: &crate::facts::Gate| {
        let planned = gate.planned.filter(|planned| days(facts.today, *planned) <= soon)?;
        if gate.passed || gate.unknown.is_empty() {
            return None;
        }
        Some(Notice::new(
            RuleName::GateUnknown,
            Proposal::Risk,
            Some(&gate.project),
            vec![Record::new("gate", &gate.id)],
            &[("planned", json!(planned)), ("unknown", json!(gate.unknown))],
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

    const RULE: RuleName = RuleName::GateUnknown;

    fn gate(today: &str, unknown: &[&str]) -> Facts {
        let gate = Gate {
            project: "prj-harbour".into(),
            id: "gate-final".into(),
            planned: Some(day("2026-10-18")),
            passed: false,
            unmet: Vec::new(),
            unknown: unknown.iter().map(|id| (*id).to_owned()).collect(),
        };
        Facts { gates: vec![gate], ..facts(today) }
    }

    #[test]
    fn it_fires_twenty_days_before() {
        assert_eq!(fires(&gate("2026-09-28", &["SOV-12"]), RULE).facts["unknown"], json!(["SOV-12"]));
    }

    #[test]
    fn it_is_silent_before_and_when_everything_is_known() {
        silent(&gate("2026-09-27", &["SOV-12"]), RULE);
        silent(&gate("2026-09-28", &[]), RULE);
    }

    #[test]
    fn it_fires_once_for_the_same_unknowns() {
        not_twice(&gate("2026-09-28", &["SOV-12"]), &gate("2026-10-01", &["SOV-12"]), RULE);
        again(&gate("2026-09-28", &["SOV-12"]), &gate("2026-09-28", &["SOV-13"]), RULE);
    }
}
