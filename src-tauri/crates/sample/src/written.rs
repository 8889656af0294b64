//! What the story's files write in a form of their own: days, and texts in both languages.

use chrono::NaiveDate;
use hefu_domain::text::{Side, SideState, Text, Words};
use serde::de::Error as _;
use serde::{Deserialize, Deserializer};

/// A date as TOML writes it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Day(pub(crate) NaiveDate);

impl<'de> Deserialize<'de> for Day {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let written = toml::value::Datetime::deserialize(deserializer)?;
        let day = written.date.filter(|_| written.time.is_none());
        let day = day.and_then(|d| NaiveDate::from_ymd_opt(d.year.into(), d.month.into(), d.day.into()));
        day.map(Self).ok_or_else(|| D::Error::custom(format!("{written} is not a date")))
    }
}

/// A client-facing pair.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Pair {
    pub(crate) en: String,
    pub(crate) zh: String,
}

impl Pair {
    pub(crate) fn reviewed(&self) -> Text {
        Text::reviewed(self.en.as_str(), self.zh.as_str())
    }

    pub(crate) fn with_state(&self, state: &PairState) -> Text {
        let side = |words: &str, state| Side { words: words.to_owned(), state };
        Text { en: side(&self.en, state.en), zh: side(&self.zh, state.zh) }
    }

    pub(crate) fn words(&self) -> Words {
        Words { en: self.en.clone(), zh: self.zh.clone() }
    }
}

#[derive(Clone, Debug, Deserialize)]
pub(crate) struct PairState {
    en: SideState,
    zh: SideState,
}
