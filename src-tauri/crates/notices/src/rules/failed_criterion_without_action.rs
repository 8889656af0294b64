//! A criterion failed and nothing is being done about it. The finding is in the report and the next round will ask for it;
//! an action or open issue with an owner and a day is what makes a failure a conditional acceptance.

use serde_json::json;

use crate::facts::{Facts, Mark};
use crate::{Notice, Proposal, Record, RuleName};

pub(super) fn find(facts: &Facts) -> Vec<Notice> {
    let has_failed =
        |criterion: &&crate::facts::Criterion| criterion.mark == Some(Mark::Failed) && criterion.actions == 0;
    let notice = |criterion: &crate::facts::Criterion| {
        let mut records = vec![Record::new("criterion", &criterion.id)];
        records.extend(criterion.finding.iter().map(|finding| Record::new("finding", finding)));
        Notice::new(
            RuleName::FailedCriterionWithoutAction,
            Proposal::Action,
            Some(&criterion.project),
            records,
            &[("mark", json!(criterion.mark)), ("actions", json!(0))],
            &[],
        )
    };
    facts.criteria.iter().filter(has_failed).map(notice).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::Criterion;
    use crate::testing::{again, facts, fires, not_twice, silent};

    const RULE: RuleName = RuleName::FailedCriterionWithoutAction;

    fn criterion(today: &str, mark: Mark, finding: &str, actions: u32) -> Facts {
        let criterion = Criterion {
            project: "prj-harbour".into(),
            id: "3.4".into(),
            owner: Some("p-he".into()),
            mark: Some(mark),
            finding: Some(finding.into()),
            actions,
        };
        Facts { criteria: vec![criterion], ..facts(today) }
    }

    #[test]
    fn it_fires_for_a_failure_that_nobody_answers() {
        let notice = fires(&criterion("2026-09-28", Mark::Failed, "f-1", 0), RULE);
        assert_eq!(notice.records, [Record::new("criterion", "3.4"), Record::new("finding", "f-1")]);
    }

    #[test]
    fn it_is_silent_with_an_action_and_for_other_marks() {
        silent(&criterion("2026-09-28", Mark::Failed, "f-1", 1), RULE);
        for mark in [Mark::Passed, Mark::PassedWithRemark, Mark::NotTested] {
            silent(&criterion("2026-09-28", mark, "f-1", 0), RULE);
        }
    }

    #[test]
    fn it_fires_once_for_the_same_finding_and_again_for_the_next() {
        let first = criterion("2026-09-28", Mark::Failed, "f-1", 0);
        not_twice(&first, &criterion("2026-10-28", Mark::Failed, "f-1", 0), RULE);
        again(&first, &criterion("2026-10-28", Mark::Failed, "f-2", 0), RULE);
    }
}
