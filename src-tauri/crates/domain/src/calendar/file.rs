//! The form in which calendars are written in the library.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Datelike, NaiveDate, Weekday};
use serde::Deserialize;
use thiserror::Error;

use super::{Calendar, Certainty, Exception};
use crate::text::Words;

#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum CalendarError {
    #[error("not a calendar: {0}")]
    Unreadable(String),
    #[error("{0:?} is not a day of the week")]
    UnknownWeekday(String),
    #[error("no day of the week is a working day")]
    NoWorkingDay,
    #[error("the year {0} stands twice")]
    YearTwice(i32),
    #[error("the span from {from} to {to} is reversed")]
    Reversed { from: NaiveDate, to: NaiveDate },
    #[error("the span from {from} to {to} is longer than a year")]
    TooLong { from: NaiveDate, to: NaiveDate },
    #[error("{date} stands under the year {year}")]
    OtherYear { date: NaiveDate, year: i32 },
    #[error("{0} stands twice")]
    DayTwice(NaiveDate),
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    key: String,
    name: Words,
    week: Vec<String>,
    certain_until: Option<NaiveDate>,
    #[serde(default)]
    year: Vec<Year>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Year {
    year: i32,
    certainty: Option<Certainty>,
    /// Where the announcement stands; kept in the file for people.
    #[serde(rename = "sources")]
    _sources: Vec<String>,
    off: Vec<Entry>,
    #[serde(default)]
    work: Vec<Entry>,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Entry {
    Day { day: NaiveDate, name: Words },
    Span { from: NaiveDate, to: NaiveDate, name: Words },
}

pub(super) fn parse(text: &str) -> Result<Calendar, CalendarError> {
    let file: File = toml::from_str(text).map_err(|error| CalendarError::Unreadable(error.to_string()))?;
    let week = file.week.iter().map(|day| weekday(day)).collect::<Result<BTreeSet<_>, _>>()?;
    if week.is_empty() {
        return Err(CalendarError::NoWorkingDay);
    }
    let mut calendar = Calendar {
        key: file.key,
        name: file.name,
        week,
        years: BTreeMap::new(),
        certain_until: file.certain_until,
        exceptions: BTreeMap::new(),
    };
    for year in file.year {
        let certainty = year.certainty.unwrap_or(Certainty::Certain);
        if calendar.years.insert(year.year, certainty).is_some() {
            return Err(CalendarError::YearTwice(year.year));
        }
        let off = year.off.into_iter().map(|entry| (entry, Exception::Off as fn(Words) -> Exception));
        let work = year.work.into_iter().map(|entry| (entry, Exception::Work as fn(Words) -> Exception));
        for (entry, kind) in off.chain(work) {
            let (from, to, name) = match entry {
                Entry::Day { day, name } => (day, day, name),
                Entry::Span { from, to, name } => (from, to, name),
            };
            if from > to {
                return Err(CalendarError::Reversed { from, to });
            }
            for date in from.iter_days().take_while(|date| *date <= to) {
                if date.year() != year.year {
                    return Err(CalendarError::OtherYear { date, year: year.year });
                }
                if calendar.exceptions.insert(date, kind(name.clone())).is_some() {
                    return Err(CalendarError::DayTwice(date));
                }
            }
        }
    }
    Ok(calendar)
}

fn weekday(day: &str) -> Result<u32, CalendarError> {
    let day: Weekday = day.parse().map_err(|_| CalendarError::UnknownWeekday(day.to_owned()))?;
    Ok(day.num_days_from_monday())
}
