//! Approvals: when an answer is to be expected by its calendar, and whether one waits longer than its like.

use chrono::NaiveDate;
use hefu_domain::calendar::{Calendar, Certainty, Dated, Period};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::spread::{ENOUGH, Spread};

/// A step that somebody else decides: a procurement step, a filing with an authority, a client's sign-off.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "ApprovalFacts")]
pub struct Approval {
    pub id: String,
    /// What makes two alike: the authority and the step.
    pub like: String,
    pub submitted: NaiveDate,
    pub answered: Option<NaiveDate>,
    /// How long an answer may take, by law or promise; none when nobody says.
    pub period: Option<Period>,
    /// Questions by the authority, which wait for us.
    #[serde(default)]
    pub questions: Vec<Query>,
}

/// A question that came back, and its answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "ApprovalQuery")]
pub struct Query {
    pub asked: NaiveDate,
    pub answered: Option<NaiveDate>,
}

/// An approval as it stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ApprovalStands {
    pub approval: String,
    /// The last day on which the answer is in time; none when no period is known.
    pub expected: Option<Dated>,
    /// Working days from the day after submission to the answer, or to today.
    pub waited: u32,
    /// Of these, days on which a question of theirs waited for us.
    pub waited_for_us: u32,
    pub certainty: Certainty,
    /// Working days past the expected day; none while it is not past, or not known.
    pub late: Option<u32>,
    pub like: Likeness,
}

/// How long its like took.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(rename = "ApprovalLikeness")]
pub struct Likeness {
    /// Those of its like that were answered; none when there are none.
    pub answered: Option<Spread>,
    /// How many of them took fewer working days than this one has waited.
    pub shorter: u32,
    /// Whether this one waits longer than at least three of four of its like; none of fewer than five.
    pub waits_longer: Option<bool>,
}

/// Every approval as it stands on `today`, in the order given.
pub fn stand(approvals: &[Approval], calendar: &Calendar, today: NaiveDate) -> Vec<ApprovalStands> {
    approvals.iter().map(|approval| stands(approval, approvals, calendar, today)).collect()
}

fn stands(approval: &Approval, all: &[Approval], calendar: &Calendar, today: NaiveDate) -> ApprovalStands {
    let end = approval.answered.unwrap_or(today);
    let waited = calendar.working_days_left(approval.submitted, end);
    let expected = approval.period.map(|period| calendar.period_end(approval.submitted, period));
    let late = expected.filter(|expected| end > expected.date);
    let like = all.iter().filter(|other| other.like == approval.like && other.id != approval.id);
    let took: Vec<u32> = like
        .filter_map(|other| Some(days(calendar.working_days_left(other.submitted, other.answered?).days)))
        .collect();
    ApprovalStands {
        approval: approval.id.clone(),
        expected,
        waited: days(waited.days),
        waited_for_us: waited_for_us(approval, calendar, end),
        certainty: waited.certainty,
        late: late.map(|expected| days(calendar.working_days_left(expected.date, end).days)),
        like: compared(&took, days(waited.days)),
    }
}

/// How long its like `took`, beside how long one has `waited`, in working days.
pub fn compared(took: &[u32], waited: u32) -> Likeness {
    let shorter = u32::try_from(took.iter().filter(|each| **each < waited).count()).unwrap_or(u32::MAX);
    let answered = Spread::of(took.iter().copied());
    let enough = answered.filter(|spread| spread.count >= ENOUGH);
    Likeness {
        answered,
        shorter,
        waits_longer: enough.map(|spread| u64::from(shorter) * 4 >= u64::from(spread.count) * 3),
    }
}

/// Working days on which at least one question was open.
fn waited_for_us(approval: &Approval, calendar: &Calendar, end: NaiveDate) -> u32 {
    let is_open = |day: NaiveDate| {
        approval.questions.iter().any(|query| query.asked < day && query.answered.is_none_or(|on| day <= on))
    };
    let all = approval.submitted.iter_days().skip(1).take_while(|day| *day <= end);
    u32::try_from(all.filter(|day| calendar.works(*day) && is_open(*day)).count()).unwrap_or(u32::MAX)
}

fn days(count: i64) -> u32 {
    u32::try_from(count.max(0)).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn calendar() -> Calendar {
        Calendar::parse(include_str!("../../../library/calendars/cn.toml")).unwrap()
    }

    fn approval(id: &str, submitted: &str, answered: Option<&str>) -> Approval {
        Approval {
            id: id.into(),
            like: "mlps filing".into(),
            submitted: day(submitted),
            answered: answered.map(day),
            period: Some(Period::WorkingDays(10)),
            questions: Vec::new(),
        }
    }

    #[test]
    fn an_answer_is_expected_by_the_calendar() {
        let one = approval("a", "2026-09-28", None);
        let stands = |today| stand(std::slice::from_ref(&one), &calendar(), day(today)).remove(0);
        let due = stands("2026-10-16");
        assert_eq!(due.expected.unwrap().date, day("2026-10-16"));
        assert_eq!((due.waited, due.late), (10, None));
        // 19 and 20 October.
        assert_eq!((stands("2026-10-20").waited, stands("2026-10-20").late), (12, Some(2)));
        let unsaid = Approval { period: None, ..one.clone() };
        let unsaid = stand(&[unsaid], &calendar(), day("2026-10-20")).remove(0);
        assert_eq!((unsaid.expected, unsaid.late), (None, None));
        assert_eq!(unsaid.like, Likeness { answered: None, shorter: 0, waits_longer: None });
    }

    #[test]
    fn days_on_which_it_waited_for_us_are_told_apart() {
        let asked = Query { asked: day("2026-03-04"), answered: Some(day("2026-03-09")) };
        let again = Query { asked: day("2026-03-06"), answered: Some(day("2026-03-10")) };
        let one = Approval { questions: vec![asked, again], ..approval("a", "2026-03-02", None) };
        let stands = stand(&[one], &calendar(), day("2026-03-13")).remove(0);
        // 3 to 13 March are nine working days; 5, 6, 9 and 10 March waited for us.
        assert_eq!((stands.waited, stands.waited_for_us), (9, 4));
    }

    #[test]
    fn it_waits_longer_than_its_like_only_when_there_are_five() {
        // Each took 1, 2, 3, 4, 5 working days of March 2026, whose first Monday is the 2nd.
        let took = ["03-03", "03-04", "03-05", "03-06", "03-09"];
        let mut all: Vec<Approval> = (1..)
            .zip(took)
            .map(|(n, answered)| approval(&format!("a{n}"), "2026-03-02", Some(&format!("2026-{answered}"))))
            .collect();
        all.push(approval("now", "2026-03-02", None));
        let like = |all: &[Approval], today| stand(all, &calendar(), day(today)).pop().unwrap().like;
        // Three of five are fewer than three of four; four are not.
        assert_eq!(
            (like(&all, "2026-03-06").shorter, like(&all, "2026-03-06").waits_longer),
            (3, Some(false))
        );
        assert_eq!(
            (like(&all, "2026-03-09").shorter, like(&all, "2026-03-09").waits_longer),
            (4, Some(true))
        );
        let four = like(&all[1..], "2026-03-20");
        assert_eq!((four.answered.unwrap().count, four.shorter, four.waits_longer), (4, 4, None));
        let mut other = all.clone();
        other[5].like = "another".into();
        assert_eq!(like(&other, "2026-03-20").answered, None);
    }
}
