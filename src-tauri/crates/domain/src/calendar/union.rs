//! Several calendars at once: a day works when it works in every one of them.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Datelike, NaiveDate};

use super::{Calendar, Certainty, Day, Exception};
use crate::text::Words;

impl Calendar {
    /// The days on which all of these work (a party's, a project's and a contract's, say); none of no calendar,
    /// and none when no day of the week is a working day of all. What one of them does not know is not known of all.
    pub fn union(calendars: &[Calendar]) -> Option<Self> {
        let (first, rest) = calendars.split_first()?;
        if rest.is_empty() {
            return Some(first.clone());
        }
        let week = rest.iter().fold(first.week.clone(), |week, each| &week & &each.week);
        if week.is_empty() {
            return None;
        }
        let mut years = first.years.clone();
        for each in rest {
            years.retain(|year, _| each.years.contains_key(year));
            for (year, certainty) in &mut years {
                *certainty =
                    (*certainty).max(each.years.get(year).copied().unwrap_or(Certainty::Provisional));
            }
        }
        let dates: BTreeSet<NaiveDate> =
            calendars.iter().flat_map(|each| each.exceptions.keys().copied()).collect();
        let merged = |date: NaiveDate| Some((date, merged(calendars, &week, date)?));
        let exceptions: BTreeMap<NaiveDate, Exception> = dates.into_iter().filter_map(merged).collect();
        Some(Self {
            key: joined(calendars.iter().map(|each| each.key.as_str()), "+"),
            name: Words {
                en: joined(calendars.iter().map(|each| each.name.en.as_str()), ", "),
                zh: joined(calendars.iter().map(|each| each.name.zh.as_str()), "、"),
            },
            years,
            certain_until: calendars.iter().filter_map(|each| each.certain_until).min(),
            week,
            exceptions,
        })
    }
}

/// What all of them together make of a day that one of them names.
fn merged(calendars: &[Calendar], week: &BTreeSet<u32>, date: NaiveDate) -> Option<Exception> {
    let days: Vec<Day> = calendars.iter().map(|each| each.day(date)).collect();
    let all_work = days.iter().all(|day| matches!(day, Day::Working | Day::MakeUp { .. }));
    if all_work {
        let is_in_week = week.contains(&date.weekday().num_days_from_monday());
        return (!is_in_week).then(|| Exception::Work(names(&days)));
    }
    let off: Vec<Day> = days.into_iter().filter(|day| matches!(day, Day::DayOff { .. })).collect();
    (!off.is_empty()).then(|| Exception::Off(names(&off)))
}

fn names(days: &[Day]) -> Words {
    let named = || {
        days.iter().filter_map(|day| match day {
            Day::DayOff { name } | Day::MakeUp { name } => Some(name),
            Day::Working | Day::Weekend => None,
        })
    };
    Words {
        en: joined(named().map(|name| name.en.as_str()), "; "),
        zh: joined(named().map(|name| name.zh.as_str()), "；"),
    }
}

/// Each once, in the order of the calendars.
fn joined<'a>(parts: impl Iterator<Item = &'a str>, between: &str) -> String {
    let mut once: Vec<&str> = Vec::new();
    for part in parts.filter(|part| !part.is_empty()) {
        if !once.contains(&part) {
            once.push(part);
        }
    }
    once.join(between)
}
