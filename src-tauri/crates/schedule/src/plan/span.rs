//! Lengths of work and of waiting.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A length of work. Days are as long as the plan says (`minutes_per_day`).
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[schemars(extend("examples" = [{ "days": 5 }, { "minutes": 90 }, { "elapsed_days": 3 }]))]
#[schemars(rename = "PlanSpan")]
pub enum Span {
    /// Working days.
    Days(f64),
    /// Minutes of working time.
    Minutes(f64),
    /// Days of the clock: work goes on day and night, weekends and holidays too.
    ElapsedDays(f64),
    /// Minutes of the clock.
    ElapsedMinutes(f64),
}

impl Default for Span {
    fn default() -> Self {
        Self::Minutes(0.0)
    }
}

impl Span {
    /// Its length in seconds of the time it counts; none when it is no number that a plan can hold.
    pub(crate) fn seconds(self, minutes_per_day: u32) -> Option<i64> {
        match self {
            Self::Days(days) => seconds(days * f64::from(minutes_per_day) * 60.0),
            Self::Minutes(minutes) | Self::ElapsedMinutes(minutes) => seconds(minutes * 60.0),
            Self::ElapsedDays(days) => seconds(days * 86_400.0),
        }
    }

    /// Whether it counts the clock and no working time.
    #[must_use]
    pub fn is_elapsed(self) -> bool {
        matches!(self, Self::ElapsedDays(_) | Self::ElapsedMinutes(_))
    }
}

/// Time between two tasks that are related; less than nothing is a lead.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[schemars(extend("examples" = [{ "days": 2 }, { "days": -1 }, { "elapsed_days": 3 }, { "percent": 50 }]))]
#[schemars(rename = "PlanLag")]
pub enum Lag {
    /// Working days.
    Days(f64),
    /// Minutes of working time.
    Minutes(f64),
    /// Days of the clock.
    ElapsedDays(f64),
    /// Minutes of the clock.
    ElapsedMinutes(f64),
    /// Part of the predecessor's duration, in hundredths, in the time in which that is counted.
    Percent(f64),
}

impl Default for Lag {
    fn default() -> Self {
        Self::Minutes(0.0)
    }
}

/// The longest span: three hundred years.
const LONGEST: f64 = 300.0 * 366.0 * 86_400.0;

/// Whole seconds, when they are a number of any use.
pub(crate) fn seconds(value: f64) -> Option<i64> {
    // Within these bounds the conversion is exact.
    #[allow(clippy::cast_possible_truncation)]
    (value.is_finite() && value.abs() <= LONGEST).then(|| value.round() as i64)
}
