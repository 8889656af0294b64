//! What a fact can be, what a rule can conclude, and truth that may be unknown.

use std::collections::BTreeSet;
use std::fmt;
use std::str::FromStr;

use chrono::NaiveDate;
use rust_decimal::Decimal;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Kleene's three values. Unknown is neither false nor "does not apply".
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[schemars(rename = "RuleTruth")]
pub enum Truth {
    False,
    Unknown,
    True,
}

impl Truth {
    /// True only when both are; false as soon as one is.
    pub fn and(self, other: Self) -> Self {
        self.min(other)
    }

    /// False only when both are; true as soon as one is.
    pub fn or(self, other: Self) -> Self {
        self.max(other)
    }
}

impl std::ops::Not for Truth {
    type Output = Self;

    fn not(self) -> Self {
        match self {
            Self::False => Self::True,
            Self::Unknown => Self::Unknown,
            Self::True => Self::False,
        }
    }
}

impl From<bool> for Truth {
    fn from(holds: bool) -> Self {
        if holds { Self::True } else { Self::False }
    }
}

/// The value of a fact as it is given: days, decimals and durations as text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(untagged)]
pub enum FactValue {
    /// Yes or no.
    Bool(bool),
    /// A whole number.
    Int(i64),
    /// A word of the fact's list, a country (`CN`), a day (`2026-11-20`), a decimal (`0.80`) or a duration
    /// (`72 hours`).
    Text(String),
    /// Several words of the fact's list.
    List(Vec<String>),
}

/// What kind of fact it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum FactType {
    Bool,
    Int,
    Decimal,
    Date,
    Enum,
    Set,
    Country,
    Duration,
}

/// A fact's value, read as its type says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Typed {
    Bool(bool),
    Int(i64),
    Decimal(Decimal),
    Date(NaiveDate),
    Word(String),
    Set(BTreeSet<String>),
    Span(Span),
}

impl Typed {
    /// Reads a value as the type asks; `None` when it is of another type.
    pub(crate) fn read(kind: FactType, value: &FactValue) -> Option<Self> {
        match (kind, value) {
            (FactType::Bool, FactValue::Bool(value)) => Some(Self::Bool(*value)),
            (FactType::Int, FactValue::Int(value)) => Some(Self::Int(*value)),
            (FactType::Decimal, FactValue::Int(value)) => Some(Self::Decimal(Decimal::from(*value))),
            (FactType::Decimal, FactValue::Text(text)) => text.parse().ok().map(Self::Decimal),
            (FactType::Date, FactValue::Text(text)) => text.parse().ok().map(Self::Date),
            (FactType::Enum, FactValue::Text(text)) => Some(Self::Word(text.clone())),
            (FactType::Country, FactValue::Text(text)) => is_country(text).then(|| Self::Word(text.clone())),
            (FactType::Set, FactValue::List(words)) => Some(Self::Set(words.iter().cloned().collect())),
            (FactType::Duration, FactValue::Text(text)) => text.parse().ok().map(Self::Span),
            _ => None,
        }
    }

    /// Which of two values of one type is more; `None` where the type has no order.
    pub(crate) fn order(&self, other: &Self) -> Option<std::cmp::Ordering> {
        match (self, other) {
            (Self::Int(a), Self::Int(b)) => Some(a.cmp(b)),
            (Self::Decimal(a), Self::Decimal(b)) => Some(a.cmp(b)),
            (Self::Date(a), Self::Date(b)) => Some(a.cmp(b)),
            (Self::Span(a), Self::Span(b)) => Some(a.minutes().cmp(&b.minutes())),
            _ => None,
        }
    }

    /// As it is shown in a trace.
    pub(crate) fn shown(&self) -> FactValue {
        match self {
            Self::Bool(value) => FactValue::Bool(*value),
            Self::Int(value) => FactValue::Int(*value),
            Self::Decimal(value) => FactValue::Text(value.to_string()),
            Self::Date(value) => FactValue::Text(value.to_string()),
            Self::Word(value) => FactValue::Text(value.clone()),
            Self::Set(value) => FactValue::List(value.iter().cloned().collect()),
            Self::Span(value) => FactValue::Text(value.to_string()),
        }
    }
}

/// Two capital letters, as ISO 3166 has them.
pub(crate) fn is_country(text: &str) -> bool {
    text.len() == 2 && text.bytes().all(|byte| byte.is_ascii_uppercase())
}

/// In what a period is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum SpanUnit {
    Minutes,
    Hours,
    Days,
    WorkingDays,
    Months,
    Years,
}

/// A length of time as a law states it, written `72 hours`, `10 working_days`, `6 months`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Span {
    /// How many of the unit.
    pub length: u32,
    pub unit: SpanUnit,
}

impl Span {
    /// For putting spans in order alone: a month counts as a twelfth of a year, a working day as 7/5 of a day.
    pub fn minutes(self) -> u64 {
        let each = match self.unit {
            SpanUnit::Minutes => 1,
            SpanUnit::Hours => 60,
            SpanUnit::Days => 1_440,
            SpanUnit::WorkingDays => 2_016,
            SpanUnit::Months => 43_800,
            SpanUnit::Years => 525_600,
        };
        u64::from(self.length) * each
    }
}

impl fmt::Display for Span {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let unit = match self.unit {
            SpanUnit::Minutes => "minutes",
            SpanUnit::Hours => "hours",
            SpanUnit::Days => "days",
            SpanUnit::WorkingDays => "working_days",
            SpanUnit::Months => "months",
            SpanUnit::Years => "years",
        };
        write!(f, "{} {unit}", self.length)
    }
}

impl FromStr for Span {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let (length, unit) = text.split_once(' ').ok_or(())?;
        let unit = match unit {
            "minutes" => SpanUnit::Minutes,
            "hours" => SpanUnit::Hours,
            "days" => SpanUnit::Days,
            "working_days" => SpanUnit::WorkingDays,
            "months" => SpanUnit::Months,
            "years" => SpanUnit::Years,
            _ => return Err(()),
        };
        Ok(Self { length: length.parse().map_err(|_| ())?, unit })
    }
}

/// What a decision comes to: one word (an outcome, a level, a span), or several (duties, places).
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(untagged)]
#[schemars(rename = "RuleValue")]
pub enum Value {
    One(String),
    Many(BTreeSet<String>),
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn truth_follows_kleenes_tables() {
        use Truth::{False, True, Unknown};
        for (a, b, and, or) in [
            (True, True, True, True),
            (True, Unknown, Unknown, True),
            (True, False, False, True),
            (Unknown, Unknown, Unknown, Unknown),
            (Unknown, False, False, Unknown),
            (False, False, False, False),
        ] {
            assert_eq!((a.and(b), b.and(a), a.or(b), b.or(a)), (and, and, or, or), "{a:?} {b:?}");
        }
        assert_eq!((!True, !Unknown, !False), (False, Unknown, True));
    }

    #[test]
    fn a_span_is_read_as_it_is_written_and_ordered_by_its_length() {
        for text in ["72 hours", "10 working_days", "6 months", "1 years", "30 days", "5 minutes"] {
            assert_eq!(text.parse::<Span>().unwrap().to_string(), text);
        }
        for text in ["72", "hours 72", "72 fortnights", "-1 hours", "1.5 hours", "72  hours"] {
            assert!(text.parse::<Span>().is_err(), "{text}");
        }
        let length = |text: &str| text.parse::<Span>().unwrap().minutes();
        assert!(length("90 days") < length("6 months") && length("6 months") < length("12 months"));
        assert_eq!(length("12 months"), length("1 years"));
    }
}
