//! What is asked of one or several calendars, and the answer with everything it rests on.

use chrono::{DateTime, FixedOffset, NaiveDate, TimeDelta};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Basis, Calendar, Certainty, Day, Period, Years, natural_end};
use crate::text::Words;

/// Working days that are walked at most, four centuries of them.
pub const MOST_WORKING_DAYS: u32 = 100_000;

/// One question to a working calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", tag = "ask", deny_unknown_fields)]
pub enum Question {
    /// Whether a day works, and why.
    Day { day: NaiveDate },
    /// The n-th working day after an event, whose own day does not count; before it when n is negative.
    Add { event: NaiveDate, working_days: i32 },
    /// The last day of a task of n working days, its first day counted: five days from a Monday end on the Friday.
    Finish { start: NaiveDate, working_days: u32 },
    /// Working days after `from` up to and with `to`; negative when `to` is the earlier.
    Between { from: NaiveDate, to: NaiveDate },
    /// The last day of a legal period (Civil Code art. 200 to 203).
    PeriodEnd { event: NaiveDate, period: Period },
    /// The end of a period that is counted in hours, which runs through nights and holidays.
    HoursEnd { event: DateTime<FixedOffset>, hours: u32 },
}

/// The answer, with the years it rests on that are not settled.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Answer {
    pub found: Found,
    pub certainty: Certainty,
    /// Each calendar that leaves a counted year unsettled.
    pub unsettled: Vec<CalendarBasis>,
    /// Days off and make-up working days among the counted days, which a plain week does not explain.
    pub exceptions: Vec<NamedDay>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case", tag = "kind")]
pub enum Found {
    /// Works when it works in every calendar; `why` has what each says.
    Day {
        works: bool,
        why: Vec<DayOf>,
    },
    Date {
        date: NaiveDate,
    },
    Count {
        working_days: i64,
        /// Days of any kind, counted alike.
        natural_days: i64,
    },
    Period(Dates),
    Instant {
        at: DateTime<FixedOffset>,
    },
    /// Beyond what can be counted: too many days, or past the calendar of the world.
    OutOfRange,
}

/// How a legal period ends.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Dates {
    /// The day that counts.
    pub end: NaiveDate,
    /// The last day by plain counting, which moved because it rests; none when it did not move.
    pub moved_from: Option<NaiveDate>,
    /// Why it moved, by calendar.
    pub why: Vec<DayOf>,
}

/// What one calendar says of a day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct DayOf {
    pub calendar: String,
    pub day: Day,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct NamedDay {
    pub date: NaiveDate,
    #[serde(flatten)]
    pub said: DayOf,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct CalendarBasis {
    pub calendar: String,
    pub name: Words,
    pub provisional: Vec<Years>,
    pub unknown: Vec<Years>,
}

impl Question {
    /// Asks all of `calendars` together; none when there is none, or when they share no working day of the week.
    pub fn answer(self, calendars: &[Calendar]) -> Option<Answer> {
        let union = Calendar::union(calendars)?;
        let (found, span) = self.found(&union, calendars);
        let Some((from, to)) = span else {
            return Some(Answer {
                certainty: Certainty::Certain,
                found,
                unsettled: Vec::new(),
                exceptions: Vec::new(),
            });
        };
        let unsettled: Vec<CalendarBasis> =
            calendars.iter().filter_map(|each| unsettled(each, from, to)).collect();
        Some(Answer {
            found,
            certainty: if unsettled.is_empty() { Certainty::Certain } else { Certainty::Provisional },
            unsettled,
            exceptions: calendars.iter().flat_map(|each| exceptions(each, from, to)).collect(),
        })
    }

    /// What is found, and the first and last day that was looked at; no days where a calendar has no say.
    fn found(self, union: &Calendar, calendars: &[Calendar]) -> (Found, Option<(NaiveDate, NaiveDate)>) {
        let dated = |from: NaiveDate, date: NaiveDate| (Found::Date { date }, Some((from, date)));
        match self {
            Self::Add { working_days, .. } if working_days.unsigned_abs() > MOST_WORKING_DAYS => {
                (Found::OutOfRange, None)
            }
            Self::Finish { working_days, .. } if working_days > MOST_WORKING_DAYS => {
                (Found::OutOfRange, None)
            }
            Self::Day { day } => {
                let found = Found::Day { works: union.works(day), why: said(calendars, day) };
                (found, Some((day, day)))
            }
            Self::Add { event, working_days } => {
                let n = working_days.unsigned_abs();
                let found = if working_days < 0 {
                    union.subtract_working_days(event, n)
                } else {
                    union.add_working_days(event, n)
                };
                dated(event, found.date)
            }
            Self::Finish { start, working_days } => dated(start, union.finish_of(start, working_days).date),
            Self::Between { from, to } => {
                let natural_days = (to - from).num_days();
                if natural_days.unsigned_abs() > u64::from(MOST_WORKING_DAYS) {
                    return (Found::OutOfRange, None);
                }
                let working_days = union.working_days_left(from, to).days;
                (Found::Count { working_days, natural_days }, Some((from, to)))
            }
            Self::PeriodEnd { event, period } => period_end(union, calendars, event, period),
            Self::HoursEnd { event, hours } => {
                let at = event.checked_add_signed(TimeDelta::hours(hours.into()));
                (at.map_or(Found::OutOfRange, |at| Found::Instant { at }), None)
            }
        }
    }
}

fn period_end(
    union: &Calendar,
    calendars: &[Calendar],
    event: NaiveDate,
    period: Period,
) -> (Found, Option<(NaiveDate, NaiveDate)>) {
    if let Period::WorkingDays(days) = period {
        if days > MOST_WORKING_DAYS {
            return (Found::OutOfRange, None);
        }
        let end = union.add_working_days(event, days).date;
        return (Found::Period(Dates { end, moved_from: None, why: Vec::new() }), Some((event, end)));
    }
    let Some(last) = natural_end(event, period) else { return (Found::OutOfRange, None) };
    let end = union.next_working_day(last).date;
    let moved_from = (end != last).then_some(last);
    let why = moved_from.map_or_else(Vec::new, |last| said(calendars, last));
    (Found::Period(Dates { end, moved_from, why }), Some((last, end)))
}

fn said(calendars: &[Calendar], day: NaiveDate) -> Vec<DayOf> {
    calendars.iter().map(|each| DayOf { calendar: each.key.clone(), day: each.day(day) }).collect()
}

fn unsettled(calendar: &Calendar, from: NaiveDate, to: NaiveDate) -> Option<CalendarBasis> {
    let basis = calendar.basis(from, to);
    let Basis { provisional, unknown } = basis.clone();
    (basis.certainty() == Certainty::Provisional).then(|| CalendarBasis {
        calendar: calendar.key.clone(),
        name: calendar.name.clone(),
        provisional,
        unknown,
    })
}

fn exceptions(
    calendar: &Calendar,
    from: NaiveDate,
    to: NaiveDate,
) -> impl Iterator<Item = NamedDay> + use<'_> {
    let (first, last) = if from <= to { (from, to) } else { (to, from) };
    calendar.exceptions.range(first..=last).map(|(date, _)| NamedDay {
        date: *date,
        said: DayOf { calendar: calendar.key.clone(), day: calendar.day(*date) },
    })
}
