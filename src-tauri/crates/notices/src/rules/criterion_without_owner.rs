//! A criterion is not passed yet and no one owns it. On the day of acceptance somebody has to show it, and what belongs to
//! everybody was prepared by nobody.

use serde_json::json;

use crate::facts::{Facts, Mark};
use crate::{Notice, Proposal, Record, RuleName};

pub(super) fn find(facts: &Facts) -> Vec<Notice> {
    let is_open = |criterion: &&crate::facts::Criterion| {
        let is_passed = matches!(criterion.mark, Some(Mark::Passed | Mark::PassedWithRemark));
        !is_passed && criterion.owner.as_deref().is_none_or(|owner| owner.trim().is_empty())
    };
    let notice = |criterion: &crate::facts::Criterion| {
        Notice::new(
            RuleName::CriterionWithoutOwner,
            Proposal::Action,
            Some(&criterion.project),
            vec![Record::new("criterion", &criterion.id)],
            &[("owner", json!(null))],
            &[("mark", json!(criterion.mark))],
        )
    };
    facts.criteria.iter().filter(is_open).map(notice).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::Criterion;
    use crate::testing::{facts, fires, not_twice, silent};

    const RULE: RuleName = RuleName::CriterionWithoutOwner;

    fn criterion(owner: Option<&str>, mark: Option<Mark>) -> Facts {
        let criterion = Criterion {
            project: "prj-harbour".into(),
            id: "4.5".into(),
            owner: owner.map(str::to_owned),
            mark,
            finding: None,
            actions: 0,
        };
        Facts { criteria: vec![criterion], ..facts("2026-09-28") }
    }

    #[test]
    fn it_fires_for_what_is_still_to_be_shown() {
        for mark in [None, Some(Mark::NotTested), Some(Mark::Failed)] {
            assert_eq!(fires(&criterion(None, mark), RULE).records, [Record::new("criterion", "4.5")]);
        }
        fires(&criterion(Some(" "), None), RULE);
    }

    #[test]
    fn it_is_silent_for_what_has_an_owner_or_was_passed() {
        silent(&criterion(Some("p-he"), None), RULE);
        silent(&criterion(None, Some(Mark::Passed)), RULE);
        silent(&criterion(None, Some(Mark::PassedWithRemark)), RULE);
    }

    #[test]
    fn it_fires_once_whatever_it_is_marked_since() {
        not_twice(&criterion(None, None), &criterion(None, Some(Mark::NotTested)), RULE);
    }
}
