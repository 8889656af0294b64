//! Somebody with influence was not met for weeks. Whoever can stop a project and hears of it from others decides by what
//! the others say; the rhythm of meeting is the project manager's to keep, and it is what a busy month takes first.

use serde_json::json;

use super::days;
use crate::facts::Facts;
use crate::{Notice, Proposal, Record, RuleName};

pub(super) fn find(facts: &Facts) -> Vec<Notice> {
    let notice = |person: &crate::facts::Stakeholder| {
        let most = i64::from(person.weeks.unwrap_or(facts.limits.stakeholder_weeks)) * 7;
        // Whose influence nobody has judged is not taken for influential.
        let influence = person.influence.filter(|influence| *influence >= facts.limits.influence)?;
        let since = person.last_met.unwrap_or(person.since);
        if days(since, facts.today) <= most {
            return None;
        }
        Some(Notice::new(
            RuleName::StakeholderNotMet,
            Proposal::Action,
            Some(&person.project),
            vec![Record::new("person", &person.person)],
            &[("last_met", json!(person.last_met)), ("influence", json!(influence))],
            &[("weeks", json!(days(since, facts.today) / 7))],
        ))
    };
    facts.stakeholders.iter().filter_map(notice).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::Stakeholder;
    use crate::testing::{again, day, facts, fires, not_twice, silent};

    const RULE: RuleName = RuleName::StakeholderNotMet;

    fn person(today: &str, influence: Option<u8>, last_met: Option<&str>) -> Facts {
        let person = Stakeholder {
            project: "prj-haizhou".into(),
            person: "p-jiang".into(),
            influence,
            last_met: last_met.map(day),
            since: day("2026-08-16"),
            weeks: None,
        };
        Facts { stakeholders: vec![person], ..facts(today) }
    }

    /// Six weeks after 17 August is 28 September.
    #[test]
    fn it_fires_after_six_weeks_met_or_never_met() {
        assert_eq!(
            fires(&person("2026-09-29", Some(4), Some("2026-08-17")), RULE).measures["weeks"],
            json!(6)
        );
        fires(&person("2026-09-28", Some(5), None), RULE);
    }

    #[test]
    fn it_is_silent_for_six_weeks_and_for_little_or_unknown_influence() {
        silent(&person("2026-09-28", Some(4), Some("2026-08-17")), RULE);
        silent(&person("2026-12-28", Some(3), Some("2026-08-17")), RULE);
        silent(&person("2026-12-28", None, None), RULE);
    }

    #[test]
    fn it_fires_once_for_the_same_meeting() {
        let first = person("2026-09-29", Some(4), Some("2026-08-17"));
        not_twice(&first, &person("2026-11-29", Some(4), Some("2026-08-17")), RULE);
        again(&first, &person("2026-12-29", Some(4), Some("2026-10-09")), RULE);
    }
}
