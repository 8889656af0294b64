//! What is wrong with a line of a notice.

use chrono::NaiveDate;
use hefu_domain::text::Words;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// What is wrong, and where it stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct LineFault {
    /// From 1; 0 when it is of the whole text.
    pub line: u32,
    /// The line, or the part of it, as it stands.
    pub text: String,
    pub problem: NoticeProblem,
}

/// Why a line's days were not taken, or what a person should look at.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", tag = "kind")]
pub enum NoticeProblem {
    /// Neither the text nor the request says of which year the days are.
    NoYear,
    /// The text is of another year than was asked for.
    YearDiffers {
        said: i32,
    },
    /// No day off was found in the whole text.
    NothingFound,
    /// A festival that every such notice names has no day off: a part of the notice was not pasted, or not read.
    Missing {
        name: Words,
    },
    /// There is no such day: 30 February.
    NotADay {
        typed: String,
    },
    /// Figures that can be two days, such as 05/09/2027.
    Ambiguous {
        typed: String,
    },
    /// The day of the week that stands beside the day is another one.
    WrongWeekday {
        day: NaiveDate,
        said: String,
    },
    /// 共 N 天 is another number than the days make.
    WrongCount {
        said: u32,
        counted: u32,
    },
    Reversed {
        from: NaiveDate,
        to: NaiveDate,
    },
    /// The day is of another year than the notice.
    OtherYear {
        day: NaiveDate,
    },
    /// The day stands in the text before.
    Twice {
        day: NaiveDate,
    },
    /// A make-up working day that is no weekend.
    WorksAnyway {
        day: NaiveDate,
    },
    /// Words that make of the day neither a day off nor a working day: advice to employers, say.
    NotRead,
    /// Nothing says what the day is called.
    NoName,
    /// The event repeats by a rule, which is not followed.
    Repeats,
    /// The event begins at an hour of the day.
    NotAWholeDay,
    /// The event is not written as iCalendar asks.
    NotAnEvent {
        reason: String,
    },
    /// The name is known in one language alone.
    OneLanguage,
}

impl NoticeProblem {
    /// Whether a day may be missing for it, so that the year is not settled by this text.
    pub fn leaves_a_gap(&self) -> bool {
        !matches!(self, Self::OneLanguage | Self::NoName)
    }
}
