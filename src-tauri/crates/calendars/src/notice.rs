//! A notice as it was pasted, in whichever form: the State Council's sentences, a list of days, or iCalendar.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Datelike, NaiveDate, Weekday};
use hefu_domain::calendar::{CalendarYear, Certainty, ExceptionKind, ExceptionSpan};
use hefu_domain::text::Words;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::festival::{named, of_every_notice};
use crate::lines::{Found, Lines};
use crate::{LineFault, NoticeProblem, ics, list, sentence};

/// How a notice is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum NoticeForm {
    /// 一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。
    Sentences,
    /// One day or span a line: `6 to 8 February 2027  Chinese New Year`.
    List,
    /// An iCalendar file (RFC 5545) of whole-day events.
    Ics,
}

/// What a notice says, and what of it could not be taken as it stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct NoticeRead {
    pub form: NoticeForm,
    /// A year is certain when nothing of the text was left out, else provisional.
    pub years: Vec<CalendarYear>,
    /// In the order of the lines.
    pub faults: Vec<LineFault>,
}

/// Reads a pasted notice of `year`, or of whichever year it says. `known` are names whose other language is known.
pub fn read(text: &str, year: Option<i32>, known: &[Words]) -> NoticeRead {
    let form = form(text);
    let lines = match form {
        NoticeForm::Sentences => sentence::read(text, year),
        NoticeForm::List => list::read(text, year),
        NoticeForm::Ics => ics::read(text, year),
    };
    put_together(form, lines, year, known)
}

fn form(text: &str) -> NoticeForm {
    if text.contains("BEGIN:VCALENDAR") || text.contains("BEGIN:VEVENT") {
        NoticeForm::Ics
    } else if text.contains("放假") && text.contains('月') {
        NoticeForm::Sentences
    } else {
        NoticeForm::List
    }
}

fn put_together(form: NoticeForm, mut lines: Lines, asked: Option<i32>, known: &[Words]) -> NoticeRead {
    let mut years: BTreeMap<i32, Vec<ExceptionSpan>> = BTreeMap::new();
    let mut taken: BTreeSet<NaiveDate> = BTreeSet::new();
    let of_one_year = match form {
        NoticeForm::Sentences => lines.year.or(asked),
        NoticeForm::List | NoticeForm::Ics => asked,
    };
    let found = std::mem::take(&mut lines.found);
    for found in found.into_iter().flat_map(|found| by_year(found, of_one_year)) {
        let Found { line, text, from, to, kind, name } = found;
        let days = || from.iter_days().take_while(|day| *day <= to);
        let year = of_one_year.unwrap_or(from.year());
        let problem = if from > to {
            Some(NoticeProblem::Reversed { from, to })
        } else if let Some(day) = days().find(|day| !is_of(*day, year)) {
            Some(NoticeProblem::OtherYear { day })
        } else if let Some(day) = days().find(|day| taken.contains(day)) {
            Some(NoticeProblem::Twice { day })
        } else {
            let weekday = days().find(|day| !is_weekend(*day));
            weekday.filter(|_| kind == ExceptionKind::Work).map(|day| NoticeProblem::WorksAnyway { day })
        };
        if let Some(problem) = problem {
            lines.fault(line, &text, problem);
            continue;
        }
        taken.extend(days());
        let name = named(&name, known);
        match (name.en.is_empty(), name.zh.is_empty()) {
            (true, true) => lines.fault(line, &text, NoticeProblem::NoName),
            (false, false) => {}
            _ => lines.fault(line, &text, NoticeProblem::OneLanguage),
        }
        years.entry(year).or_default().push(ExceptionSpan { from, to, kind, name });
    }
    if let (Some(asked), Some(said)) = (asked, lines.year)
        && asked != said
    {
        lines.fault(0, "", NoticeProblem::YearDiffers { said });
    }
    if years.is_empty() {
        lines.fault(0, "", NoticeProblem::NothingFound);
    } else if form == NoticeForm::Sentences {
        for name in missing(&years) {
            lines.fault(0, "", NoticeProblem::Missing { name });
        }
    }
    let has_gap = lines.faults.iter().any(|fault| fault.problem.leaves_a_gap());
    let certainty = if has_gap { Certainty::Provisional } else { Certainty::Certain };
    let mut faults = lines.faults;
    faults.sort_by_key(|fault| fault.line);
    let years = years.into_iter().map(|(year, mut days)| {
        days.sort_by_key(|span| span.from);
        CalendarYear { year, certainty, sources: Vec::new(), days }
    });
    NoticeRead { form, years: years.collect(), faults }
}

/// The festivals that a notice always names and that have no day off here: half a notice settles no year.
fn missing(years: &BTreeMap<i32, Vec<ExceptionSpan>>) -> Vec<Words> {
    let is_off = |span: &&ExceptionSpan| span.kind == ExceptionKind::Off;
    let has =
        |name: &Words| years.values().flatten().filter(is_off).any(|span| span.name.zh.contains(&name.zh));
    of_every_notice().filter(|name| !has(name)).collect()
}

/// A span over the end of a year as one of each, where the days belong to no one year.
fn by_year(found: Found, of_one_year: Option<i32>) -> Vec<Found> {
    let end = NaiveDate::from_ymd_opt(found.from.year(), 12, 31);
    match (of_one_year, end, end.and_then(|end| end.succ_opt())) {
        (None, Some(end), Some(start)) if found.to >= start && found.to.year() == start.year() => {
            let Found { line, text, kind, name, .. } = &found;
            let rest = Found {
                line: *line,
                text: text.clone(),
                kind: *kind,
                name: name.clone(),
                from: start,
                to: found.to,
            };
            vec![Found { to: end, ..found }, rest]
        }
        _ => vec![found],
    }
}

/// Of the year, or of the last three days of the year before, which a notice may take as well.
fn is_of(day: NaiveDate, year: i32) -> bool {
    day.year() == year || (day.year() + 1 == year && day.month() == 12 && day.day() >= 29)
}

fn is_weekend(day: NaiveDate) -> bool {
    matches!(day.weekday(), Weekday::Sat | Weekday::Sun)
}

#[cfg(test)]
mod tests;
