//! Working calendars: weekly working days with dated exceptions of both kinds, days off and make-up working
//! days. A year the data lacks is never taken for a year without holidays: what rests on it is provisional.

use chrono::{Datelike, Months, NaiveDate, Weekday};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

use crate::text::Words;

mod basis;
mod file;
mod question;
mod union;
mod year;
pub use basis::{Basis, Years};
pub use file::CalendarError;
pub use question::{Answer, CalendarBasis, Dates, DayOf, Found, MOST_WORKING_DAYS, NamedDay, Question};
pub use year::{CalendarYear, ExceptionKind, ExceptionSpan};

/// How sure a computed date is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Certainty {
    /// Every day that was counted lies in a year whose days off are announced.
    Certain,
    /// A counted day lies in a year that is not announced or not known here.
    Provisional,
}

/// A computed date.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
pub struct Dated {
    pub date: NaiveDate,
    pub certainty: Certainty,
}

/// A computed number of working days; negative when the day in question is past.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
pub struct DayCount {
    pub days: i64,
    pub certainty: Certainty,
}

/// What a day is, and why.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", tag = "kind")]
pub enum Day {
    Working,
    /// Not a working day of the week.
    Weekend,
    DayOff {
        name: Words,
    },
    /// 调休: works although the week says it rests.
    MakeUp {
        name: Words,
    },
}

/// The length of a period of law or contract, counted from the day after the event (Civil Code art. 201).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", tag = "unit", content = "length")]
pub enum Period {
    Days(u32),
    WorkingDays(u32),
    Months(u32),
    Years(u32),
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Calendar {
    key: String,
    name: Words,
    week: BTreeSet<u32>,
    /// Years whose exceptions are known, with how surely.
    years: BTreeMap<i32, Certainty>,
    certain_until: Option<NaiveDate>,
    exceptions: BTreeMap<NaiveDate, Exception>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Exception {
    Off(Words),
    Work(Words),
}

impl Calendar {
    /// Reads a calendar of the library (`library/calendars/*.toml`).
    ///
    /// # Errors
    /// When the text is not such a file, a span is reversed, a day is listed twice or under another year, or
    /// the week has no working day.
    pub fn parse(toml: &str) -> Result<Self, CalendarError> {
        file::parse(toml)
    }

    pub fn key(&self) -> &str {
        &self.key
    }

    pub fn name(&self) -> &Words {
        &self.name
    }

    /// What its days off and make-up working days are called, each as often as it stands.
    pub fn names(&self) -> impl Iterator<Item = &Words> {
        self.exceptions.values().map(|exception| match exception {
            Exception::Off(name) | Exception::Work(name) => name,
        })
    }

    /// First and last year whose days off are known; none when no year is.
    pub fn known_years(&self) -> Option<(i32, i32)> {
        Some((*self.years.keys().next()?, *self.years.keys().next_back()?))
    }

    pub fn day(&self, date: NaiveDate) -> Day {
        match self.exceptions.get(&date) {
            Some(Exception::Off(name)) => Day::DayOff { name: name.clone() },
            Some(Exception::Work(name)) => Day::MakeUp { name: name.clone() },
            None if self.in_week(date.weekday()) => Day::Working,
            None => Day::Weekend,
        }
    }

    pub fn works(&self, date: NaiveDate) -> bool {
        match self.exceptions.get(&date) {
            Some(Exception::Off(_)) => false,
            Some(Exception::Work(_)) => true,
            None => self.in_week(date.weekday()),
        }
    }

    pub fn certainty(&self, date: NaiveDate) -> Certainty {
        if self.certain_until.is_some_and(|last| date > last) {
            return Certainty::Provisional;
        }
        self.years.get(&date.year()).copied().unwrap_or(Certainty::Provisional)
    }

    /// The last day of a task of `working_days` that starts on `start`, or on the next working day when `start`
    /// rests: five days from a Monday end on the Friday. A milestone, of 0 days, ends where it starts.
    pub fn finish_of(&self, start: NaiveDate, working_days: u32) -> Dated {
        if working_days == 0 {
            return Dated { date: start, certainty: self.certainty(start) };
        }
        let first = self.next_working_day(start);
        let rest = self.add_working_days(first.date, working_days - 1);
        Dated { date: rest.date, certainty: first.certainty.max(rest.certainty) }
    }

    /// The `working_days`-th working day after `event`; the day of the event does not count.
    pub fn add_working_days(&self, event: NaiveDate, working_days: u32) -> Dated {
        self.walk(event, working_days, NaiveDate::succ_opt)
    }

    /// The `working_days`-th working day before `event`; the day of the event does not count.
    pub fn subtract_working_days(&self, event: NaiveDate, working_days: u32) -> Dated {
        self.walk(event, working_days, NaiveDate::pred_opt)
    }

    /// `date` itself when it works, else the first working day after it.
    pub fn next_working_day(&self, date: NaiveDate) -> Dated {
        if self.works(date) {
            Dated { date, certainty: self.certainty(date) }
        } else {
            self.add_working_days(date, 1)
        }
    }

    /// Working days after `today` up to and with `due`: 0 on the due day itself, and negative by the working
    /// days that have passed since.
    pub fn working_days_left(&self, today: NaiveDate, due: NaiveDate) -> DayCount {
        let (from, to, sign) = if due >= today { (today, due, 1) } else { (due, today, -1) };
        let mut certainty = self.certainty(from);
        let mut days = 0;
        for date in from.iter_days().skip(1).take_while(|date| *date <= to) {
            certainty = certainty.max(self.certainty(date));
            days += i64::from(self.works(date));
        }
        DayCount { days: sign * days, certainty }
    }

    /// The last day of a period that begins with an event (Civil Code art. 200 to 203). The day of the event
    /// does not count; a month or year ends on the day of the same number, or on the month's last day when it
    /// has no such day; a last day that rests moves to the first working day after it.
    pub fn period_end(&self, event: NaiveDate, period: Period) -> Dated {
        match period {
            Period::WorkingDays(days) => self.add_working_days(event, days),
            Period::Days(_) | Period::Months(_) | Period::Years(_) => {
                self.next_working_day(natural_end(event, period).unwrap_or(NaiveDate::MAX))
            }
        }
    }

    /// Steps to the next day until `working_days` working days were met, or the calendar of the world ends.
    fn walk(
        &self,
        from: NaiveDate,
        working_days: u32,
        step: impl Fn(&NaiveDate) -> Option<NaiveDate>,
    ) -> Dated {
        let mut at = Dated { date: from, certainty: self.certainty(from) };
        let mut left = working_days;
        while left > 0 {
            let Some(date) = step(&at.date) else {
                return Dated { certainty: Certainty::Provisional, ..at };
            };
            at = Dated { date, certainty: at.certainty.max(self.certainty(date)) };
            left -= u32::from(self.works(date));
        }
        at
    }

    fn in_week(&self, day: Weekday) -> bool {
        self.week.contains(&day.num_days_from_monday())
    }
}

/// The last day of a period before a day of rest moves it; none of working days, which never end on one, and none
/// when the calendar of the world ends before.
fn natural_end(event: NaiveDate, period: Period) -> Option<NaiveDate> {
    let months = |count: u32| event.checked_add_months(Months::new(count));
    match period {
        Period::WorkingDays(_) => None,
        Period::Days(days) => event.checked_add_days(chrono::Days::new(days.into())),
        Period::Months(count) => months(count),
        Period::Years(count) => months(count.saturating_mul(12)),
    }
}

#[cfg(test)]
mod tests;
