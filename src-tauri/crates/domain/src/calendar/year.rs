//! A year of a calendar as a notice announces it, put onto a calendar that lacks it; and a party's own days.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Calendar, CalendarError, Certainty, Exception};
use crate::text::Words;

/// From this day of December on, the notice for the next year may still change this one: that of 2023 made
/// 31 December 2022 a day off.
const NEXT_NOTICE_FROM: u32 = 29;

/// What an exception makes of its days.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ExceptionKind {
    /// 放假: rests although the week says it works.
    Off,
    /// 调休上班: works although the week says it rests.
    Work,
}

/// Days in a row that differ from the week, both ends included.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ExceptionSpan {
    pub from: NaiveDate,
    pub to: NaiveDate,
    pub kind: ExceptionKind,
    pub name: Words,
}

/// The whole of a year's exceptions.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CalendarYear {
    pub year: i32,
    pub certainty: Certainty,
    /// Where it is announced.
    #[serde(default)]
    pub sources: Vec<String>,
    /// Days of the year, and of the last days of the year before.
    pub days: Vec<ExceptionSpan>,
}

impl Calendar {
    /// This calendar with a year added, or with that year put in the place of what was known of it.
    ///
    /// # Errors
    /// When a span is reversed, a day stands twice, or a day lies neither in the year nor in the last days of
    /// the one before.
    pub fn with_year(mut self, year: &CalendarYear) -> Result<Self, CalendarError> {
        let mut days = BTreeMap::new();
        for span in &year.days {
            for (date, exception) in exceptions(span)? {
                let is_own = date.year() == year.year || is_reached_back_to(date, year.year);
                if !is_own {
                    return Err(CalendarError::OtherYear { date, year: year.year });
                }
                if days.insert(date, exception).is_some() {
                    return Err(CalendarError::DayTwice(date));
                }
            }
        }
        let next_is_known = self.years.contains_key(&(year.year + 1));
        self.exceptions.retain(|date, _| {
            date.year() != year.year || (next_is_known && is_reached_back_to(*date, year.year + 1))
        });
        self.exceptions.extend(days);
        self.years.insert(year.year, year.certainty);
        if let Some(last) = self.certain_until.filter(|last| last.year() < year.year) {
            self.certain_until = last.with_year(year.year);
        }
        Ok(self)
    }

    /// This calendar with days of somebody's own laid over it: a company's shutdown, a Saturday worked on a
    /// project. They take the place of what the calendar says of those days, and settle no year.
    ///
    /// # Errors
    /// When a span is reversed or a day stands twice.
    pub fn with_own_days(mut self, own: &[ExceptionSpan]) -> Result<Self, CalendarError> {
        let mut days = BTreeMap::new();
        for span in own {
            for (date, exception) in exceptions(span)? {
                if days.insert(date, exception).is_some() {
                    return Err(CalendarError::DayTwice(date));
                }
            }
        }
        self.exceptions.extend(days);
        Ok(self)
    }
}

/// Whether the notice for `year` may say something of a day of the year before.
fn is_reached_back_to(date: NaiveDate, year: i32) -> bool {
    date.year() + 1 == year && date.month() == 12 && date.day() >= NEXT_NOTICE_FROM
}

fn exceptions(span: &ExceptionSpan) -> Result<Vec<(NaiveDate, Exception)>, CalendarError> {
    let ExceptionSpan { from, to, kind, name } = span;
    if from > to {
        return Err(CalendarError::Reversed { from: *from, to: *to });
    }
    // A year at most, so that a mistyped century fills no memory.
    if *to - *from > chrono::TimeDelta::days(366) {
        return Err(CalendarError::TooLong { from: *from, to: *to });
    }
    let exception = match kind {
        ExceptionKind::Off => Exception::Off,
        ExceptionKind::Work => Exception::Work,
    };
    Ok(from.iter_days().take_while(|date| date <= to).map(|date| (date, exception(name.clone()))).collect())
}
