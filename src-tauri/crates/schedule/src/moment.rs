//! A moment as a plan states it: a whole day, or an hour of it.

use std::fmt;
use std::str::FromStr;

use chrono::{Datelike, NaiveDate, NaiveDateTime};
use serde::{Deserialize, Serialize};

/// Years that a plan may speak of. What lies outside is a slip of the keyboard or a file's way of saying "never".
pub(crate) const YEARS: std::ops::RangeInclusive<i32> = 1900..=2999;

/// `2026-03-02` is the whole day: where a start is meant its first working time, where a finish is meant its last.
/// `2026-03-02T14:30` is that minute, in the time of the place where the calendar is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum Moment {
    Day(NaiveDate),
    At(NaiveDateTime),
}

impl schemars::JsonSchema for Moment {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Moment".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "type": "string",
            "description": "`2026-03-02`, the whole day: where a start is meant its first working time, where a \
                finish is meant its last. Or `2026-03-02T14:30`, that minute, in the time of the place where the \
                calendar is kept.",
            "examples": ["2026-03-02", "2026-03-02T14:30"]
        })
    }
}

impl Moment {
    /// The day it falls on.
    #[must_use]
    pub fn day(self) -> NaiveDate {
        match self {
            Self::Day(day) => day,
            Self::At(at) => at.date(),
        }
    }

    /// Whether its year is one that a plan can speak of.
    pub(crate) fn is_plausible(self) -> bool {
        YEARS.contains(&self.day().year())
    }
}

/// The text is neither a day nor a minute.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is neither a day (2026-03-02) nor a minute (2026-03-02T14:30)")]
pub struct NotAMoment(pub String);

impl FromStr for Moment {
    type Err = NotAMoment;

    fn from_str(text: &str) -> Result<Self, NotAMoment> {
        let day = text.parse().map(Self::Day);
        let at =
            || ["%Y-%m-%dT%H:%M:%S", "%Y-%m-%dT%H:%M"].map(|form| NaiveDateTime::parse_from_str(text, form));
        day.ok()
            .or_else(|| at().into_iter().find_map(Result::ok).map(Self::At))
            .ok_or_else(|| NotAMoment(text.to_owned()))
    }
}

impl TryFrom<String> for Moment {
    type Error = NotAMoment;

    fn try_from(text: String) -> Result<Self, NotAMoment> {
        text.parse()
    }
}

impl From<Moment> for String {
    fn from(moment: Moment) -> Self {
        moment.to_string()
    }
}

impl fmt::Display for Moment {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Day(day) => write!(out, "{day}"),
            Self::At(at) => write!(out, "{}", at.format("%Y-%m-%dT%H:%M:%S")),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_and_minutes_are_read_and_nothing_else() {
        for text in ["2026-03-02", "2026-03-02T14:30:00"] {
            assert_eq!(text.parse::<Moment>().unwrap().to_string(), text);
        }
        assert_eq!("2026-03-02T14:30".parse::<Moment>().unwrap().to_string(), "2026-03-02T14:30:00");
        for text in ["", "2026-02-30", "2026-03-02T25:00", "2 March 2026"] {
            assert_eq!(text.parse::<Moment>(), Err(NotAMoment(text.to_owned())));
        }
    }
}
