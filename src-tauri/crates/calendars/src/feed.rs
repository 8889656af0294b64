//! Milestones and clocks as an iCalendar file (RFC 5545) that other calendars subscribe to or import. The same entries
//! give the same bytes: the time of writing comes in, and nothing is drawn by chance.

use std::collections::BTreeSet;

use chrono::{DateTime, Days, FixedOffset, NaiveDate, TimeDelta, Utc};
use hefu_domain::calendar::Certainty;
use hefu_domain::text::{Language, Words};
use icalendar::{Alarm, Calendar, Component, Event, EventLike, EventStatus, Property, Trigger};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use thiserror::Error;

const PRODUCT: &str = "-//Hefu//Hefu//EN";

/// When an entry is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum EntryTime {
    /// The whole of a day.
    Day(NaiveDate),
    /// A point in time: the end of a period that is counted in hours.
    Instant(DateTime<FixedOffset>),
}

/// One milestone, due day or clock.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct FeedEntry {
    /// Stays the same while the entry is the same, so that a second import moves it; unique within the file.
    pub uid: String,
    pub when: EntryTime,
    pub title: Words,
    #[serde(default)]
    pub note: Words,
    /// What kind it is: `milestone`, `clock`, `gate`, ….
    pub category: Option<String>,
    /// A provisional day goes out as tentative.
    pub certainty: Certainty,
    /// A reminder this many days before.
    pub remind_days: Option<u16>,
}

#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum FeedError {
    #[error("an entry has no identity")]
    NoUid,
    #[error("the identity {0:?} stands twice")]
    UidTwice(String),
    #[error("the entry {0:?} has no title")]
    NoTitle(String),
    #[error("the day after {0} is beyond the calendar of the world")]
    DayOutOfRange(NaiveDate),
}

/// The file's text. Without a language each title stands in both.
///
/// # Errors
/// When an entry has no identity or title, shares its identity, or lies at the end of the world's calendar.
pub fn write(
    name: &Words,
    entries: &[FeedEntry],
    language: Option<Language>,
    written: DateTime<Utc>,
) -> Result<String, FeedError> {
    let mut uids = BTreeSet::new();
    let mut calendar = Calendar::empty();
    calendar
        .append_property(Property::new("VERSION", "2.0"))
        .append_property(Property::new("PRODID", PRODUCT))
        .append_property(Property::new("CALSCALE", "GREGORIAN"));
    calendar.name(&plain(name, language));
    for entry in entries {
        let uid = entry.uid.trim();
        if uid.is_empty() {
            return Err(FeedError::NoUid);
        }
        if !uids.insert(uid) {
            return Err(FeedError::UidTwice(uid.to_owned()));
        }
        calendar.push(event(entry, uid, language, written)?);
    }
    Ok(folded(&calendar.to_string()))
}

/// Lines of 75 octets at most: the library folds, but lets the last piece of a line be one longer.
fn folded(text: &str) -> String {
    const LONGEST: usize = 75;
    let mut folded = String::with_capacity(text.len());
    for line in text.split_inclusive("\r\n") {
        let mut rest = line;
        while rest.trim_end_matches("\r\n").len() > LONGEST {
            let cut = (1..=LONGEST).rev().find(|at| rest.is_char_boundary(*at)).unwrap_or(LONGEST);
            let (piece, after) = rest.split_at(cut);
            folded.push_str(piece);
            folded.push_str("\r\n ");
            rest = after;
        }
        folded.push_str(rest);
    }
    folded
}

fn event(
    entry: &FeedEntry,
    uid: &str,
    language: Option<Language>,
    written: DateTime<Utc>,
) -> Result<Event, FeedError> {
    let title = plain(&entry.title, language);
    if title.is_empty() {
        return Err(FeedError::NoTitle(uid.to_owned()));
    }
    let mut event = Event::new();
    event.uid(&printable(uid)).timestamp(written).summary(&title);
    match entry.when {
        EntryTime::Day(day) => {
            let after = day.checked_add_days(Days::new(1)).ok_or(FeedError::DayOutOfRange(day))?;
            // A day on which something is due takes nobody's time.
            event.starts(day).ends(after).add_property("TRANSP", "TRANSPARENT");
        }
        EntryTime::Instant(at) => {
            event.starts(at.to_utc()).ends(at.to_utc());
        }
    }
    event.status(match entry.certainty {
        Certainty::Certain => EventStatus::Confirmed,
        Certainty::Provisional => EventStatus::Tentative,
    });
    let note = plain(&entry.note, language);
    if !note.is_empty() {
        event.description(&note);
    }
    if let Some(category) = &entry.category {
        event.add_property("CATEGORIES", printable(category));
    }
    if let Some(days) = entry.remind_days {
        let mut alarm = Alarm::display(&title, Trigger::before_start(TimeDelta::days(days.into())));
        // Without these the library would look at the clock and draw an identity by chance.
        alarm.uid(&printable(&format!("{uid}-alarm"))).timestamp(written);
        event.alarm(alarm.done());
    }
    Ok(event.done())
}

/// The side that is asked for, else the other; both when none is asked for.
fn plain(words: &Words, language: Option<Language>) -> String {
    let words = words.trimmed();
    let text = match language {
        Some(Language::En) if !words.en.is_empty() => words.en,
        Some(Language::Zh) if !words.zh.is_empty() => words.zh,
        _ => words.to_string(),
    };
    printable(&text)
}

/// Without characters that no content line may have.
fn printable(text: &str) -> String {
    text.replace("\r\n", "\n").chars().filter(|letter| *letter == '\n' || !letter.is_control()).collect()
}

#[cfg(test)]
mod tests;
