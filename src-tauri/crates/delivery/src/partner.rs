//! The quality record of a partner: hand-overs in time, accepted at the first look, issues open, days to an answer.

use chrono::NaiveDate;
use hefu_domain::calendar::Calendar;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::spread::{Share, Spread};

/// What is known of a partner's work.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PartnerWork {
    pub partner: String,
    pub packages: Vec<PackageWork>,
    /// Open issues that the partner owns; none when nobody has looked.
    pub open_issues: Option<u32>,
    /// Questions to the partner.
    #[serde(default)]
    pub questions: Vec<PartnerQuestion>,
}

/// A work package from its planned hand-over to its acceptance.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PackageWork {
    pub id: String,
    pub planned: Option<NaiveDate>,
    pub handed_over: Option<NaiveDate>,
    /// Whether each look at it in turn found it acceptable, with or without remark.
    #[serde(default)]
    pub looks: Vec<bool>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PartnerQuestion {
    pub asked: NaiveDate,
    pub answered: Option<NaiveDate>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct PartnerRecord {
    pub partner: String,
    /// Of the packages that were handed over or whose day is past, and that have a day.
    pub on_time: Share,
    /// Of the packages that were looked at.
    pub first_pass: Share,
    pub open_issues: Option<u32>,
    /// Working days after a question to its answer.
    pub response: Option<Spread>,
    /// Questions that have no answer yet.
    pub unanswered: u32,
}

/// Each partner's record on `today`, in the order given.
pub fn records(work: &[PartnerWork], calendar: &Calendar, today: NaiveDate) -> Vec<PartnerRecord> {
    work.iter().map(|work| record(work, calendar, today)).collect()
}

fn record(work: &PartnerWork, calendar: &Calendar, today: NaiveDate) -> PartnerRecord {
    let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    let judged = work.packages.iter().filter_map(|package| in_time(package, today));
    let judged: Vec<bool> = judged.collect();
    let looked: Vec<bool> =
        work.packages.iter().filter_map(|package| package.looks.first().copied()).collect();
    let yes = |all: &[bool]| count(all.iter().filter(|each| **each).count());
    let days = |question: &PartnerQuestion| {
        let days = calendar.working_days_left(question.asked, question.answered?).days;
        Some(u32::try_from(days.max(0)).unwrap_or(u32::MAX))
    };
    PartnerRecord {
        partner: work.partner.clone(),
        on_time: Share::new(yes(&judged), count(judged.len())),
        first_pass: Share::new(yes(&looked), count(looked.len())),
        open_issues: work.open_issues,
        response: Spread::of(work.questions.iter().filter_map(days)),
        unanswered: count(work.questions.iter().filter(|question| question.answered.is_none()).count()),
    }
}

/// Whether a package came in time; none while it may still, and none when it has no day.
fn in_time(package: &PackageWork, today: NaiveDate) -> Option<bool> {
    let planned = package.planned?;
    match package.handed_over {
        Some(day) => Some(day <= planned),
        None => (today > planned).then_some(false),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn package(planned: Option<&str>, handed_over: Option<&str>, looks: &[bool]) -> PackageWork {
        PackageWork {
            id: "pkg".into(),
            planned: planned.map(day),
            handed_over: handed_over.map(day),
            looks: looks.to_vec(),
        }
    }

    #[test]
    fn the_record_of_a_partner() {
        let calendar = Calendar::parse(include_str!("../../../library/calendars/cn.toml")).unwrap();
        let question = |asked: &str, answered: Option<&str>| PartnerQuestion {
            asked: day(asked),
            answered: answered.map(day),
        };
        let work = PartnerWork {
            partner: "org-tingtao".into(),
            packages: vec![
                // The network partner's two packages of the sample: one day and six days late.
                package(Some("2026-06-09"), Some("2026-06-10"), &[true]),
                package(Some("2026-06-16"), Some("2026-06-22"), &[false, true]),
                package(Some("2026-09-28"), None, &[]),
                package(Some("2026-09-25"), None, &[]),
                package(None, Some("2026-09-01"), &[true]),
                package(Some("2026-09-01"), Some("2026-09-01"), &[true]),
                package(Some("2026-09-02"), Some("2026-09-01"), &[true]),
            ],
            open_issues: None,
            questions: vec![question("2026-09-24", Some("2026-09-28")), question("2026-09-28", None)],
        };
        let found = records(&[work], &calendar, day("2026-09-28")).remove(0);
        // Judged are five with a day that is past or that came: two of them in time.
        assert_eq!(found.on_time, Share { part: 2, of: 5, percent: Some("40".parse().unwrap()) });
        assert_eq!(found.first_pass, Share { part: 4, of: 5, percent: Some("80".parse().unwrap()) });
        // The 25th to the 27th of September are days off.
        let one = Spread { count: 1, least: 1, most: 1, median: None };
        assert_eq!((found.response, found.unanswered, found.open_issues), (Some(one), 1, None));
    }
}
