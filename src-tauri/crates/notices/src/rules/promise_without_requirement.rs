//! Sales promised something in the hand-over and no requirement says it. The client remembers the promise; delivery builds
//! the requirements; the gap is found at acceptance, where it costs most.

use serde_json::json;

use crate::facts::Facts;
use crate::{Notice, Proposal, Record, RuleName};

pub(super) fn find(facts: &Facts) -> Vec<Notice> {
    let is_loose = |promise: &&crate::facts::Promise| {
        promise.requirements.iter().all(|requirement| requirement.trim().is_empty())
    };
    let notice = |promise: &crate::facts::Promise| {
        Notice::new(
            RuleName::PromiseWithoutRequirement,
            Proposal::Action,
            Some(&promise.project),
            vec![Record::new("promise", &promise.id)],
            &[("requirements", json!([]))],
            &[],
        )
    };
    facts.promises.iter().filter(is_loose).map(notice).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::Promise;
    use crate::testing::{facts, fires, not_twice, silent};

    const RULE: RuleName = RuleName::PromiseWithoutRequirement;

    fn promise(today: &str, requirements: &[&str]) -> Facts {
        let promise = Promise {
            project: "prj-lagoon".into(),
            id: "PR-03".into(),
            requirements: requirements.iter().map(|id| (*id).to_owned()).collect(),
        };
        Facts { promises: vec![promise], ..facts(today) }
    }

    #[test]
    fn it_fires_for_a_promise_that_leads_nowhere() {
        assert_eq!(fires(&promise("2026-09-28", &[]), RULE).records, [Record::new("promise", "PR-03")]);
        fires(&promise("2026-09-28", &[" "]), RULE);
    }

    #[test]
    fn it_is_silent_once_a_requirement_says_it() {
        silent(&promise("2026-09-28", &["R-031"]), RULE);
    }

    #[test]
    fn it_fires_once() {
        not_twice(&promise("2026-09-28", &[]), &promise("2026-10-28", &[]), RULE);
    }
}
