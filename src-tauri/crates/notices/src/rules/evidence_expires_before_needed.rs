//! A piece of evidence runs out before the day on which somebody relies on it. A certificate or report takes weeks to
//! renew, and the day it runs out is known from the day it was filed: there is no reason to learn of it at the gate.

use serde_json::json;

use crate::facts::Facts;
use crate::{Notice, Proposal, Record, RuleName};

pub(super) fn find(facts: &Facts) -> Vec<Notice> {
    let notice = |evidence: &crate::facts::Evidence| {
        let (until, needed) = evidence.valid_until.zip(evidence.needed_on)?;
        if until >= needed || needed < facts.today {
            return None;
        }
        let needed_for = evidence.needed_for.as_ref();
        let mut records = vec![Record::new("evidence", &evidence.id)];
        records.extend(needed_for.map(|record| Record::new(&record.noun, &record.id)));
        Some(Notice::new(
            RuleName::EvidenceExpiresBeforeNeeded,
            Proposal::Action,
            Some(&evidence.project),
            records,
            &[("valid_until", json!(until)), ("needed_on", json!(needed))],
            &[("expired", json!(until < facts.today))],
        ))
    };
    facts.evidence.iter().filter_map(notice).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::{Evidence, Named};
    use crate::testing::{again, day, facts, fires, not_twice, silent};

    const RULE: RuleName = RuleName::EvidenceExpiresBeforeNeeded;

    fn evidence(today: &str, until: Option<&str>, needed: &str) -> Facts {
        let evidence = Evidence {
            project: "prj-harbour".into(),
            id: "EV-009".into(),
            valid_until: until.map(day),
            needed_on: Some(day(needed)),
            needed_for: Some(Named { noun: "gate".into(), id: "gate-final".into() }),
        };
        Facts { evidence: vec![evidence], ..facts(today) }
    }

    #[test]
    fn it_fires_when_the_last_valid_day_comes_first() {
        let notice = fires(&evidence("2026-09-28", Some("2026-12-07"), "2026-12-08"), RULE);
        assert_eq!(notice.records[1], Record::new("gate", "gate-final"));
        assert_eq!(notice.measures["expired"], json!(false));
    }

    #[test]
    fn it_is_silent_when_it_lasts_does_not_expire_or_is_no_longer_needed() {
        silent(&evidence("2026-09-28", Some("2026-12-08"), "2026-12-08"), RULE);
        silent(&evidence("2026-09-28", None, "2026-12-08"), RULE);
        silent(&evidence("2026-12-09", Some("2026-12-07"), "2026-12-08"), RULE);
    }

    #[test]
    fn it_fires_once_for_the_same_days() {
        let first = evidence("2026-09-28", Some("2026-12-01"), "2026-12-08");
        not_twice(&first, &evidence("2026-12-02", Some("2026-12-01"), "2026-12-08"), RULE);
        again(&first, &evidence("2026-09-28", Some("2026-12-01"), "2026-12-23"), RULE);
    }
}
