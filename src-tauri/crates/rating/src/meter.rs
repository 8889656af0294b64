//! Meters: readings of a period as one quantity, with every gap, late reading and restatement named.

use std::collections::BTreeMap;

use chrono::{Duration, NaiveDateTime};
use rust_decimal::Decimal;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::error::RatingError;
use crate::exact::Exact;

/// How readings become one quantity.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Aggregation {
    Sum,
    Max,
    /// The 95th percentile by nearest rank, as bandwidth is billed.
    #[serde(rename = "percentile_95")]
    Percentile95,
}

/// What is measured, and how often.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Meter {
    pub name: String,
    /// `gb`, `vcpu_hour`, `mbit_s`.
    pub unit: String,
    /// Where readings come from.
    #[serde(default)]
    pub source: String,
    /// The line of the plan that uses it.
    #[serde(default)]
    pub line: Option<String>,
    /// Minutes from one reading to the next; above zero.
    pub interval_minutes: u32,
    pub aggregation: Aggregation,
}

/// One reading.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "MeterReading")]
pub struct Reading {
    /// When its interval began, by the clock of the contract.
    pub at: NaiveDateTime,
    pub value: Decimal,
    /// When it came.
    pub received: NaiveDateTime,
    /// Who confirmed it; none as long as nobody has.
    #[serde(default)]
    pub confirmed_by: Option<String>,
}

/// The period that is read, and until when its readings are in time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct MeterPeriod {
    pub start: NaiveDateTime,
    /// The first moment after it.
    pub end: NaiveDateTime,
    pub cutoff: NaiveDateTime,
}

/// What is to be known about a quantity before it is billed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum MeterFinding {
    /// No reading from one moment up to another; `readings` are missing.
    Gap { from: NaiveDateTime, until: NaiveDateTime, readings: u32 },
    /// It came after the cutoff and counts.
    Late { at: NaiveDateTime, received: NaiveDateTime },
    /// A later reading of the same interval replaced an earlier one.
    Restated { at: NaiveDateTime, was: Decimal, is: Decimal },
    /// It belongs to no interval of the meter, and does not count.
    OffGrid { at: NaiveDateTime },
    /// It lies outside of the period, and does not count.
    Outside { at: NaiveDateTime },
    /// So many readings count that nobody has confirmed.
    Unconfirmed { readings: u32 },
}

/// A period's quantity.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct MeterRead {
    /// None without a single reading: unknown is not zero.
    pub quantity: Option<Decimal>,
    /// Readings that count.
    pub readings: u32,
    /// Readings that a whole period has.
    pub expected: u32,
    pub findings: Vec<MeterFinding>,
}

/// Reads a meter over a period.
///
/// # Errors
/// [`RatingError::NotPositive`] for an interval of nothing, [`RatingError::EmptyPeriod`] for a period without a whole
/// interval, [`RatingError::OutOfRange`] for a sum beyond 28 digits.
pub fn read(meter: &Meter, period: &MeterPeriod, readings: &[Reading]) -> Result<MeterRead, RatingError> {
    let interval = i64::from(meter.interval_minutes);
    if interval == 0 {
        return Err(RatingError::NotPositive { field: "interval_minutes" });
    }
    let expected = period.end.signed_duration_since(period.start).num_minutes() / interval;
    let expected = u32::try_from(expected).ok().filter(|count| *count > 0).ok_or(RatingError::EmptyPeriod)?;
    let mut findings = Vec::new();
    let mut standing: BTreeMap<i64, &Reading> = BTreeMap::new();
    let mut by_arrival: Vec<&Reading> = readings.iter().collect();
    by_arrival.sort_by_key(|reading| reading.received);
    for reading in by_arrival {
        let since = reading.at.signed_duration_since(period.start);
        let place = since.num_minutes() / interval;
        if reading.at < period.start || reading.at >= period.end || place >= i64::from(expected) {
            findings.push(MeterFinding::Outside { at: reading.at });
        } else if since.num_seconds() % (interval * 60) != 0 {
            findings.push(MeterFinding::OffGrid { at: reading.at });
        } else {
            let replaced = standing.insert(place, reading).filter(|was| was.value != reading.value);
            if let Some(was) = replaced {
                findings.push(MeterFinding::Restated { at: reading.at, was: was.value, is: reading.value });
            }
            if reading.received > period.cutoff {
                findings.push(MeterFinding::Late { at: reading.at, received: reading.received });
            }
        }
    }
    let places: Vec<i64> = standing.keys().copied().collect();
    findings.extend(gaps(&places, expected, period.start, interval));
    let unconfirmed = count(standing.values().filter(|reading| reading.confirmed_by.is_none()).count());
    if unconfirmed > 0 {
        findings.push(MeterFinding::Unconfirmed { readings: unconfirmed });
    }
    let values: Vec<Exact> = standing.values().map(|reading| reading.value.into()).collect();
    let quantity = quantity(meter.aggregation, values).map(|quantity| quantity.shown()).transpose()?;
    Ok(MeterRead { quantity, readings: count(standing.len()), expected, findings })
}

fn count(many: usize) -> u32 {
    u32::try_from(many).unwrap_or(u32::MAX)
}

/// The stretches of intervals, counted from the start, that have no reading.
fn gaps(places: &[i64], expected: u32, start: NaiveDateTime, interval: i64) -> Vec<MeterFinding> {
    let ends = [i64::from(expected)];
    let mut from = 0;
    let mut found = Vec::new();
    for place in places.iter().chain(&ends) {
        if *place > from {
            let moment = |place: i64| start + Duration::minutes(place * interval);
            let readings = u32::try_from(place - from).unwrap_or(u32::MAX);
            found.push(MeterFinding::Gap { from: moment(from), until: moment(*place), readings });
        }
        from = place + 1;
    }
    found
}

fn quantity(aggregation: Aggregation, mut values: Vec<Exact>) -> Option<Exact> {
    values.sort();
    match aggregation {
        Aggregation::Sum => (!values.is_empty()).then(|| values.iter().sum()),
        Aggregation::Max => values.pop(),
        Aggregation::Percentile95 => nearest_rank(&values, &Exact::scaled(95, 2)).cloned(),
    }
}

/// The smallest of sorted values that a part `p` of them does not exceed: the ⌈p·n⌉th. Nothing of nothing.
pub fn nearest_rank<'a>(sorted: &'a [Exact], part: &Exact) -> Option<&'a Exact> {
    let rank = (part * Exact::from(i64::try_from(sorted.len()).ok()?)).ceil();
    sorted.get(place(&rank)?.saturating_sub(1))
}

/// Between sorted values in proportion (type 7): at (n − 1)·p. Nothing of nothing.
pub fn linear(sorted: &[Exact], part: &Exact) -> Option<Exact> {
    let last = i64::try_from(sorted.len()).ok()? - 1;
    let at = part * Exact::from(last);
    let below = at.floor();
    let low = sorted.get(place(&below)?)?;
    let high = sorted.get(place(&at.ceil())?)?;
    Some(low + (high - low) * (at - below))
}

fn place(whole: &Exact) -> Option<usize> {
    use rust_decimal::prelude::ToPrimitive;
    whole.shown().ok()?.to_usize()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(minutes: i64) -> NaiveDateTime {
        let start: NaiveDateTime = "2026-08-01T00:00:00".parse().unwrap();
        start + Duration::minutes(minutes)
    }

    fn meter(aggregation: Aggregation) -> Meter {
        Meter {
            name: "egress".to_owned(),
            unit: "gb".to_owned(),
            source: String::new(),
            line: None,
            interval_minutes: 5,
            aggregation,
        }
    }

    fn reading(minutes: i64, value: i64, received: i64) -> Reading {
        Reading {
            at: at(minutes),
            value: value.into(),
            received: at(received),
            confirmed_by: Some("a reader".to_owned()),
        }
    }

    fn hour() -> MeterPeriod {
        MeterPeriod { start: at(0), end: at(60), cutoff: at(90) }
    }

    #[test]
    fn everything_that_is_off_is_named_and_nothing_is_mended() {
        let mut readings: Vec<Reading> =
            (0..12).filter(|place| !(3..5).contains(place)).map(|place| reading(place * 5, 2, 61)).collect();
        readings[0].confirmed_by = None;
        readings.push(reading(10, 7, 95));
        readings.push(reading(12, 7, 61));
        readings.push(reading(60, 7, 61));
        let read = read(&meter(Aggregation::Sum), &hour(), &readings).unwrap();
        // Nine of two and one of seven.
        assert_eq!((read.quantity, read.readings, read.expected), (Some(25.into()), 10, 12));
        let expected = [
            MeterFinding::OffGrid { at: at(12) },
            MeterFinding::Outside { at: at(60) },
            MeterFinding::Restated { at: at(10), was: 2.into(), is: 7.into() },
            MeterFinding::Late { at: at(10), received: at(95) },
            MeterFinding::Gap { from: at(15), until: at(25), readings: 2 },
            MeterFinding::Unconfirmed { readings: 1 },
        ];
        assert_eq!(read.findings, expected);
    }

    #[test]
    fn the_95th_percentile_leaves_out_the_highest_twentieth() {
        let period = MeterPeriod { start: at(0), end: at(200), cutoff: at(300) };
        let readings: Vec<Reading> = (0..40).map(|place| reading(place * 5, 40 - place, 1)).collect();
        let quantity = |aggregation| read(&meter(aggregation), &period, &readings).unwrap().quantity;
        // The 38th of forty.
        assert_eq!(quantity(Aggregation::Percentile95), Some(38.into()));
        assert_eq!(quantity(Aggregation::Max), Some(40.into()));
    }

    #[test]
    fn without_a_reading_the_quantity_is_unknown() {
        let read = read(&meter(Aggregation::Sum), &hour(), &[]).unwrap();
        assert_eq!(read.quantity, None);
        assert_eq!(read.findings, [MeterFinding::Gap { from: at(0), until: at(60), readings: 12 }]);
    }
}
