//! A deliverable is due within days, is not handed over, and has no evidence. Evidence is made while the work is done; when
//! there is none ten days before, the work is later than its report says.

use serde_json::json;

use super::days;
use crate::facts::Facts;
use crate::{Notice, Proposal, Record, RuleName};

pub(super) fn find(facts: &Facts) -> Vec<Notice> {
    let soon = i64::from(facts.limits.evidence_days);
    let notice = |deliverable: &crate::facts::Deliverable| {
        let due = deliverable.due.filter(|due| days(facts.today, *due) <= soon)?;
        // Where nobody has looked for evidence, that there is none is not known.
        if deliverable.handed_over || deliverable.evidence != Some(0) {
            return None;
        }
        Some(Notice::new(
            RuleName::DeliverableWithoutEvidence,
            Proposal::Risk,
            Some(&deliverable.project),
            vec![Record::new("deliverable", &deliverable.id)],
            &[("due", json!(due)), ("evidence", json!(0))],
            &[("days", json!(days(facts.today, due)))],
        ))
    };
    facts.deliverables.iter().filter_map(notice).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::Deliverable;
    use crate::testing::{again, day, facts, fires, not_twice, silent};

    const RULE: RuleName = RuleName::DeliverableWithoutEvidence;

    fn deliverable(today: &str, due: &str, handed_over: bool, evidence: Option<u32>) -> Facts {
        let deliverable = Deliverable {
            project: "prj-harbour".into(),
            id: "D-25".into(),
            due: Some(day(due)),
            handed_over,
            evidence,
        };
        Facts { deliverables: vec![deliverable], ..facts(today) }
    }

    /// The sample's proposal: due on 6 October, seen eight days before.
    #[test]
    fn it_fires_within_ten_days() {
        let notice = fires(&deliverable("2026-09-28", "2026-10-06", false, Some(0)), RULE);
        assert_eq!(notice.measures["days"], json!(8));
        fires(&deliverable("2026-09-26", "2026-10-06", false, Some(0)), RULE);
    }

    #[test]
    fn it_is_silent_before_with_evidence_after_hand_over_and_where_nobody_looked() {
        silent(&deliverable("2026-09-25", "2026-10-06", false, Some(0)), RULE);
        silent(&deliverable("2026-09-28", "2026-10-06", false, Some(1)), RULE);
        silent(&deliverable("2026-09-28", "2026-10-06", true, Some(0)), RULE);
        silent(&deliverable("2026-09-28", "2026-10-06", false, None), RULE);
    }

    #[test]
    fn it_fires_once_for_the_same_day() {
        let first = deliverable("2026-09-28", "2026-10-06", false, Some(0));
        not_twice(&first, &deliverable("2026-09-29", "2026-10-06", false, Some(0)), RULE);
        again(&first, &deliverable("2026-09-28", "2026-10-08", false, Some(0)), RULE);
    }
}
