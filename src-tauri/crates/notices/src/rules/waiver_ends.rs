//! A waiver is about to end, or has ended, and what it lets through does not hold yet. On the day after, the gate is closed
//! again; a new waiver needs a reason and somebody other than the one who asks, and neither is found overnight.

use serde_json::json;

use super::days;
use crate::facts::Facts;
use crate::{Notice, Proposal, Record, RuleName};

pub(super) fn find(facts: &Facts) -> Vec<Notice> {
    let soon = i64::from(facts.limits.waiver_days);
    let ends = |waiver: &&crate::facts::Waiver| {
        !waiver.closed && !waiver.condition_met && days(facts.today, waiver.expires) <= soon
    };
    let notice = |waiver: &crate::facts::Waiver| {
        Notice::new(
            RuleName::WaiverEnds,
            Proposal::Risk,
            Some(&waiver.project),
            vec![Record::new("waiver", &waiver.id), Record::new("gate", &waiver.gate)],
            &[("expires", json!(waiver.expires))],
            &[("days", json!(days(facts.today, waiver.expires)))],
        )
    };
    facts.waivers.iter().filter(ends).map(notice).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::Waiver;
    use crate::testing::{again, day, facts, fires, not_twice, silent};

    const RULE: RuleName = RuleName::WaiverEnds;

    fn waiver(today: &str, expires: &str) -> Facts {
        let waiver = Waiver {
            project: "prj-harbour".into(),
            id: "WV-01".into(),
            gate: "gate-env".into(),
            expires: day(expires),
            closed: false,
            condition_met: false,
        };
        Facts { waivers: vec![waiver], ..facts(today) }
    }

    #[test]
    fn it_fires_thirty_days_before_and_after_the_end() {
        assert_eq!(fires(&waiver("2026-10-01", "2026-10-31"), RULE).measures["days"], json!(30));
        assert_eq!(fires(&waiver("2026-11-01", "2026-10-31"), RULE).measures["days"], json!(-1));
    }

    #[test]
    fn it_is_silent_before_when_closed_and_when_no_longer_needed() {
        silent(&waiver("2026-09-30", "2026-10-31"), RULE);
        let mut closed = waiver("2026-10-01", "2026-10-31");
        closed.waivers[0].closed = true;
        silent(&closed, RULE);
        let mut met = waiver("2026-10-01", "2026-10-31");
        met.waivers[0].condition_met = true;
        silent(&met, RULE);
    }

    #[test]
    fn it_fires_once_for_the_same_end() {
        not_twice(&waiver("2026-10-01", "2026-10-31"), &waiver("2026-11-05", "2026-10-31"), RULE);
        again(&waiver("2026-10-01", "2026-10-31"), &waiver("2026-11-05", "2026-11-30"), RULE);
    }
}
