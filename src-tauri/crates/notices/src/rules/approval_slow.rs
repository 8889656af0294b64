//! An approval waits longer than three of four of its like did. An authority seldom says that a paper lies still; that its
//! like were answered sooner is the earliest sign, and a call in time costs nothing. Of fewer than five nothing is said.

use hefu_delivery::approval::compared;
use serde_json::json;

use crate::facts::Facts;
use crate::{Notice, Proposal, Record, RuleName};

pub(super) fn find(facts: &Facts) -> Vec<Notice> {
    let notice = |approval: &crate::facts::Approval| {
        let like = compared(&approval.like, approval.waited);
        if like.waits_longer != Some(true) {
            return None;
        }
        Some(Notice::new(
            RuleName::ApprovalSlow,
            Proposal::Action,
            Some(&approval.project),
            vec![Record::new("approval", &approval.id)],
            &[("submitted", json!(approval.submitted))],
            &[
                ("waited", json!(approval.waited)),
                ("shorter", json!(like.shorter)),
                ("of", json!(like.answered.map(|spread| spread.count))),
            ],
        ))
    };
    facts.approvals.iter().filter_map(notice).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::Approval;
    use crate::testing::{again, day, facts, fires, not_twice, silent};

    const RULE: RuleName = RuleName::ApprovalSlow;

    fn approval(submitted: &str, waited: u32, like: &[u32]) -> Facts {
        let approval = Approval {
            project: "prj-nanyu".into(),
            id: "AP-07".into(),
            submitted: day(submitted),
            waited,
            like: like.to_vec(),
        };
        Facts { approvals: vec![approval], ..facts("2026-09-28") }
    }

    #[test]
    fn it_fires_when_four_of_five_were_answered_sooner() {
        let notice = fires(&approval("2026-09-01", 10, &[9, 9, 9, 9, 12]), RULE);
        assert_eq!((&notice.measures["shorter"], &notice.measures["of"]), (&json!(4), &json!(5)));
    }

    #[test]
    fn it_is_silent_among_its_like_and_of_fewer_than_five() {
        silent(&approval("2026-09-01", 10, &[9, 9, 9, 10, 12]), RULE);
        silent(&approval("2026-09-01", 99, &[1, 1, 1, 1]), RULE);
    }

    #[test]
    fn it_fires_once_for_the_same_submission() {
        let first = approval("2026-09-01", 10, &[9, 9, 9, 9, 12]);
        not_twice(&first, &approval("2026-09-01", 11, &[9, 9, 9, 9, 12]), RULE);
        again(&first, &approval("2026-09-14", 10, &[9, 9, 9, 9, 12]), RULE);
    }
}
