//! A risk, waiver or other record was to be looked at again and was not. A register that nobody rereads is a list of what
//! once was; the day was promised when the record was made.

use serde_json::json;

use super::days;
use crate::facts::Facts;
use crate::{Notice, Proposal, Record, RuleName};

pub(super) fn find(facts: &Facts) -> Vec<Notice> {
    let notice = |review: &crate::facts::Review| {
        let next = review.next_review.filter(|next| *next < facts.today && !review.closed)?;
        Some(Notice::new(
            RuleName::ReviewOverdue,
            Proposal::Action,
            Some(&review.project),
            vec![Record::new(&review.noun, &review.id)],
            &[("next_review", json!(next))],
            &[("days", json!(days(next, facts.today)))],
        ))
    };
    facts.reviews.iter().filter_map(notice).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::Review;
    use crate::testing::{again, day, facts, fires, not_twice, silent};

    const RULE: RuleName = RuleName::ReviewOverdue;

    fn review(today: &str, next: Option<&str>, closed: bool) -> Facts {
        let review = Review {
            project: "prj-harbour".into(),
            noun: "risk".into(),
            id: "RK-11".into(),
            next_review: next.map(day),
            closed,
        };
        Facts { reviews: vec![review], ..facts(today) }
    }

    #[test]
    fn it_fires_the_day_after() {
        let notice = fires(&review("2026-09-29", Some("2026-09-28"), false), RULE);
        assert_eq!((&notice.measures["days"], &notice.records[0].noun), (&json!(1), &"risk".to_owned()));
    }

    #[test]
    fn it_is_silent_on_the_day_without_one_and_when_closed() {
        silent(&review("2026-09-28", Some("2026-09-28"), false), RULE);
        silent(&review("2026-09-29", None, false), RULE);
        silent(&review("2026-09-29", Some("2026-09-28"), true), RULE);
    }

    #[test]
    fn it_fires_once_for_the_same_day_of_review() {
        let first = review("2026-09-29", Some("2026-09-28"), false);
        not_twice(&first, &review("2026-10-09", Some("2026-09-28"), false), RULE);
        again(&first, &review("2026-10-20", Some("2026-10-12"), false), RULE);
    }
}
