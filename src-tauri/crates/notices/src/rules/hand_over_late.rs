//! A partner's hand-over is past its day, or is forecast to be. What the partner hands over, others wait for; and the
//! partner's agreement usually asks that lateness be told within days.

use serde_json::json;

use super::days;
use crate::facts::Facts;
use crate::{Notice, Proposal, Record, RuleName};

pub(super) fn find(facts: &Facts) -> Vec<Notice> {
    let notice = |package: &crate::facts::Package| {
        let planned = package.planned?;
        if package.actual.is_some() {
            return None;
        }
        let forecast = package.forecast.filter(|forecast| *forecast > planned);
        let is_past = planned < facts.today;
        if !is_past && forecast.is_none() {
            return None;
        }
        let expected = forecast.unwrap_or(facts.today).max(facts.today);
        Some(Notice::new(
            RuleName::HandOverLate,
            Proposal::Risk,
            Some(&package.project),
            vec![Record::new("work_package", &package.id), Record::new("organisation", &package.partner)],
            &[("planned", json!(planned)), ("forecast", json!(forecast))],
            &[("days", json!(days(planned, expected)))],
        ))
    };
    facts.packages.iter().filter_map(notice).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::Package;
    use crate::testing::{again, day, facts, fires, not_twice, silent};

    const RULE: RuleName = RuleName::HandOverLate;

    fn package(today: &str, forecast: Option<&str>, actual: Option<&str>) -> Facts {
        let package = Package {
            project: "prj-bincheng".into(),
            id: "pkg-qiming-2".into(),
            partner: "org-qiming".into(),
            planned: Some(day("2026-10-09")),
            forecast: forecast.map(day),
            actual: actual.map(day),
        };
        Facts { packages: vec![package], ..facts(today) }
    }

    #[test]
    fn it_fires_when_it_is_forecast_late_and_when_it_is_late() {
        let notice = fires(&package("2026-09-28", Some("2026-10-12"), None), RULE);
        assert_eq!(notice.measures["days"], json!(3));
        assert_eq!(fires(&package("2026-10-10", None, None), RULE).measures["days"], json!(1));
    }

    #[test]
    fn it_is_silent_in_time_and_once_handed_over() {
        silent(&package("2026-10-09", None, None), RULE);
        silent(&package("2026-09-28", Some("2026-10-09"), None), RULE);
        silent(&package("2026-10-20", Some("2026-10-12"), Some("2026-10-13")), RULE);
    }

    #[test]
    fn it_fires_once_for_the_same_forecast() {
        let first = package("2026-09-28", Some("2026-10-12"), None);
        not_twice(&first, &package("2026-10-13", Some("2026-10-12"), None), RULE);
        again(&first, &package("2026-09-28", Some("2026-10-16"), None), RULE);
    }
}
