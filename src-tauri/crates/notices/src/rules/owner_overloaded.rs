//! One person owes too many things within seven days. Each was agreed by itself, often in different projects; that they
//! meet in one week and one person is seen only where all of them are seen.

use std::collections::BTreeMap;

use chrono::{Datelike, Days, NaiveDate};
use serde_json::json;

use crate::facts::Facts;
use crate::{Notice, Proposal, Record, RuleName};

pub(super) fn find(facts: &Facts) -> Vec<Notice> {
    let mut weeks: BTreeMap<(&str, NaiveDate), Vec<&crate::facts::Due>> = BTreeMap::new();
    for due in facts.due.iter().filter(|due| !due.done && due.due >= facts.today) {
        weeks.entry((&due.owner, monday(due.due))).or_default().push(due);
    }
    let limit = usize::try_from(facts.limits.due_in_a_week).unwrap_or(usize::MAX);
    let notice = |((owner, week), mut due): ((&str, NaiveDate), Vec<&crate::facts::Due>)| {
        if due.len() < limit {
            return None;
        }
        due.sort_by_key(|due| (due.due, &due.noun, &due.id));
        let mut records = vec![Record::new("person", owner)];
        records.extend(due.iter().map(|due| Record::new(&due.noun, &due.id)));
        Some(Notice::new(
            RuleName::OwnerOverloaded,
            Proposal::Risk,
            None,
            records,
            &[("week", json!(week)), ("count", json!(due.len()))],
            &[],
        ))
    };
    weeks.into_iter().filter_map(notice).collect()
}

/// The week is the calendar's, so that the same things do not meet anew each day.
fn monday(day: NaiveDate) -> NaiveDate {
    let since = u64::from(day.weekday().num_days_from_monday());
    day.checked_sub_days(Days::new(since)).unwrap_or(day)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::Due;
    use crate::testing::{again, day, facts, fires, not_twice, silent};

    const RULE: RuleName = RuleName::OwnerOverloaded;

    fn due(today: &str, days: &[&str]) -> Facts {
        let due = |(place, text): (usize, &&str)| Due {
            project: format!("prj-{place}"),
            noun: "action".into(),
            id: format!("AC-{place}"),
            owner: "p-wu".into(),
            due: day(text),
            done: false,
        };
        Facts { due: days.iter().enumerate().map(due).collect(), ..facts(today) }
    }

    /// 28 September 2026 is a Monday.
    const WEEK: [&str; 5] = ["2026-09-28", "2026-09-28", "2026-09-30", "2026-10-04", "2026-10-02"];

    #[test]
    fn it_fires_for_five_in_a_week_over_all_projects() {
        let notice = fires(&due("2026-09-28", &WEEK), RULE);
        assert_eq!((notice.project, notice.records.len()), (None, 6));
        assert_eq!(notice.facts["week"], json!("2026-09-28"));
    }

    #[test]
    fn it_is_silent_for_four_for_two_weeks_and_for_what_is_done() {
        silent(&due("2026-09-28", &WEEK[1..]), RULE);
        silent(
            &due("2026-09-28", &["2026-09-28", "2026-09-28", "2026-09-30", "2026-10-04", "2026-10-05"]),
            RULE,
        );
        let mut done = due("2026-09-28", &WEEK);
        done.due[2].done = true;
        silent(&done, RULE);
        let mut shared = due("2026-09-28", &WEEK);
        shared.due[2].owner = "p-he".into();
        silent(&shared, RULE);
    }

    #[test]
    fn it_fires_once_for_the_same_things() {
        let all = ["2026-10-12", "2026-10-13", "2026-10-14", "2026-10-15", "2026-10-16"];
        not_twice(&due("2026-09-28", &all), &due("2026-10-08", &all), RULE);
        let more = [&all[..], &["2026-10-17"]].concat();
        again(&due("2026-09-28", &all), &due("2026-09-28", &more), RULE);
    }
}
