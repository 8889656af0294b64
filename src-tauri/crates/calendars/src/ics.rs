//! Days off read from an iCalendar file (RFC 5545): whole-day events, each read by itself, so that one that is not well
//! written costs no other.

use std::sync::LazyLock;

use chrono::{Datelike, Days, NaiveDate};
use hefu_domain::calendar::ExceptionKind;
use icalendar::parser::{Component, read_components, unfold};
use regex::Regex;

use crate::NoticeProblem;
use crate::lines::{Found, Lines, pattern};

static WORKS: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"(?i)上班|补班|[（(]班[）)]|班$|\bmake-?\s?up\b|\bwork(?:ing)? ?day\b"));
/// What feeds write beside the name of a festival.
static MARKS: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"\s*[（(](?:休|班)[）)]|\s*(?:放假|上班|补班|假期|休|班)$"));

pub(crate) fn read(text: &str, asked: Option<i32>) -> Lines {
    let mut lines = Lines::default();
    for (line, event) in events(text) {
        let title = event.lines().find(|line| line.starts_with("SUMMARY")).unwrap_or("VEVENT").to_owned();
        match read_event(&event) {
            Ok(None) => {}
            // Feeds hold several years: those that were not asked for are no fault of the text.
            Ok(Some(found)) if asked.is_some_and(|year| !touches(&found, year)) => {}
            Ok(Some(found)) => lines.found.push(Found { line, ..found }),
            Err(problem) => lines.fault(line, &title, problem),
        }
    }
    lines
}

fn touches(found: &Found, year: i32) -> bool {
    found.from.year() == year || found.to.year() == year
}

/// Each event as it is written, with the line it begins on.
fn events(text: &str) -> Vec<(u32, String)> {
    let mut events = Vec::new();
    let mut open: Option<(u32, String)> = None;
    for (number, line) in (1..).zip(text.lines()) {
        if line.trim_end() == "BEGIN:VEVENT" {
            events.extend(open.take());
            open = Some((number, String::new()));
        }
        if let Some((_, event)) = &mut open {
            event.push_str(line.trim_end_matches('\r'));
            event.push_str("\r\n");
        }
        if line.trim_end() == "END:VEVENT" {
            events.extend(open.take());
        }
    }
    events.extend(open);
    events
}

/// None for an event that was called off.
fn read_event(text: &str) -> Result<Option<Found>, NoticeProblem> {
    let not_an_event = |reason: String| NoticeProblem::NotAnEvent { reason };
    let plain = unfold(text);
    let components = read_components(&plain).map_err(not_an_event)?;
    let event = components.first().ok_or_else(|| not_an_event("VEVENT".to_owned()))?;
    let value = |name: &str| event.find_prop(name).map(|found| found.val.as_str().to_owned());
    if value("STATUS").is_some_and(|status| status == "CANCELLED") {
        return Ok(None);
    }
    if event.find_prop("RRULE").is_some() || event.find_prop("RDATE").is_some() {
        return Err(NoticeProblem::Repeats);
    }
    let from = day_of(event, "DTSTART")?.ok_or_else(|| not_an_event("DTSTART".to_owned()))?;
    // The end is the first day that is no longer meant; without one the event is of one day.
    let to = match day_of(event, "DTEND")? {
        Some(end) if end > from => end.checked_sub_days(Days::new(1)).unwrap_or(from),
        Some(end) if end < from => return Err(NoticeProblem::Reversed { from, to: end }),
        _ => from,
    };
    let summary = value("SUMMARY").unwrap_or_default();
    let kind = if WORKS.is_match(&summary) { ExceptionKind::Work } else { ExceptionKind::Off };
    let name = MARKS.replace(&summary, "").into_owned();
    Ok(Some(Found { line: 0, text: summary, from, to, kind, name }))
}

fn day_of(event: &Component<'_>, property: &str) -> Result<Option<NaiveDate>, NoticeProblem> {
    let Some(found) = event.find_prop(property) else { return Ok(None) };
    let typed = found.val.as_str();
    if typed.contains('T') {
        return Err(NoticeProblem::NotAWholeDay);
    }
    let day = NaiveDate::parse_from_str(typed, "%Y%m%d");
    day.map(Some).map_err(|_| NoticeProblem::NotADay { typed: typed.to_owned() })
}
