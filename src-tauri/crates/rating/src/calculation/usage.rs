//! Usage rated into an invoice, and a meter read into usage.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::error::RatingError;
use crate::invoice::{Correction, Invoice, Rating, UsageRecord, correct, rate};
use crate::meter::{Meter, MeterPeriod, MeterRead, Reading, read};

/// Rates the usage of a period by a plan.
#[derive(Debug, Deserialize, JsonSchema)]
pub struct RateUsage {
    pub rating: Rating,
    /// The usage that was billed before: the answer then has what this rating corrects.
    #[serde(default)]
    pub already_rated: Option<Vec<UsageRecord>>,
}

/// A period's invoice.
#[derive(Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct UsageRated {
    pub invoice: Invoice,
    /// The difference to what was billed, where it was asked for.
    pub correction: Option<Correction>,
}

/// # Errors
/// As [`rate`].
pub fn rate_usage(asked: RateUsage) -> Result<UsageRated, RatingError> {
    let RateUsage { mut rating, already_rated } = asked;
    let invoice = rate(&rating)?;
    let correction = match already_rated {
        None => None,
        Some(usage) => {
            rating.usage = usage;
            Some(correct(&rate(&rating)?, &invoice)?)
        }
    };
    Ok(UsageRated { invoice, correction })
}

/// Reads a meter over a period.
#[derive(Debug, Deserialize, JsonSchema)]
pub struct ReadMeter {
    pub meter: Meter,
    pub period: MeterPeriod,
    pub readings: Vec<Reading>,
}

/// # Errors
/// As [`read`].
pub fn read_meter(asked: &ReadMeter) -> Result<MeterRead, RatingError> {
    read(&asked.meter, &asked.period, &asked.readings)
}
