//! Working calendars: counting days, reading next year's notice, writing days to a calendar file.

use chrono::{DateTime, Utc};
use hefu_calendars::feed::FeedEntry;
use hefu_calendars::notice::NoticeRead;
use hefu_domain::calendar::{Answer, Basis, CalendarYear, ExceptionSpan, Question, Years};
use hefu_domain::text::{Language, Words};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A calendar of the library, with what it is lacking and somebody's own days.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
pub struct CalendarChoice {
    /// Key of a calendar of the library: `cn`, `sg`, ….
    pub key: String,
    /// Years that are added to it, or put in the place of its own: what `read_calendar_notice` gives.
    #[serde(default)]
    pub years: Vec<CalendarYear>,
    /// Days of a party's own, which lie over those of the law.
    #[serde(default)]
    pub own_days: Vec<ExceptionSpan>,
}

/// Asks several calendars at once (a party's, a project's, a contract's): a day works when it works in all.
#[derive(Debug, Deserialize, JsonSchema)]
pub struct WorkingDays {
    pub calendars: Vec<CalendarChoice>,
    pub question: Question,
}

#[derive(Debug, Serialize, JsonSchema)]
pub struct WorkingDaysCounted {
    #[serde(flatten)]
    pub answer: Answer,
}

/// The calendars of the library.
#[derive(Debug, Deserialize, JsonSchema)]
pub struct ListCalendars {}

#[derive(Debug, Serialize, JsonSchema)]
pub struct CalendarList {
    pub calendars: Vec<CalendarListed>,
}

#[derive(Debug, Serialize, JsonSchema)]
pub struct CalendarListed {
    pub key: String,
    pub name: Words,
    /// First and last year whose days off are known; none when no year is.
    pub known: Option<Years>,
}

/// A year of a calendar, with what is added to it.
#[derive(Debug, Deserialize, JsonSchema)]
pub struct ShowCalendar {
    pub calendar: CalendarChoice,
    pub year: i32,
}

#[derive(Debug, Serialize, JsonSchema)]
pub struct CalendarShown {
    pub name: Words,
    pub year: i32,
    /// What of the year is provisional or unknown.
    pub basis: Basis,
    /// Days off and make-up working days; none of an unknown year, which is not a year without holidays.
    pub days: Vec<ExceptionSpan>,
}

/// Reads a notice of days off as it was pasted: the State Council's sentences, a list of days, or iCalendar.
#[derive(Debug, Deserialize, JsonSchema)]
pub struct ReadCalendarNotice {
    pub text: String,
    /// Of which year the days are, where the text says none.
    pub year: Option<i32>,
}

#[derive(Debug, Serialize, JsonSchema)]
pub struct CalendarNoticeRead {
    #[serde(flatten)]
    pub read: NoticeRead,
}

/// Writes milestones and clocks to an iCalendar file.
#[derive(Debug, Deserialize, JsonSchema)]
pub struct ExportCalendar {
    /// Ends in `.ics`.
    pub path: String,
    /// What the calendar is called.
    pub name: Words,
    pub entries: Vec<FeedEntry>,
    /// None for both languages side by side.
    pub language: Option<Language>,
    /// When the file is written; each entry says so.
    pub written: DateTime<Utc>,
}

#[derive(Debug, Serialize, JsonSchema)]
pub struct CalendarExported {
    pub path: String,
    pub entries: u32,
}
