//! Service levels against their targets, month by month. A month that nobody measured is not a month that was met.

use std::collections::BTreeSet;

use rust_decimal::Decimal;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::spread::Share;

/// A month of a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "ServiceMonth")]
pub struct Month {
    pub year: i32,
    /// From 1.
    pub month: u8,
}

/// What is measured.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", tag = "measure", deny_unknown_fields)]
#[schemars(rename = "ServiceMeasure")]
pub enum Measure {
    /// In percent.
    Availability,
    /// How many of a grade.
    Incidents { grade: String },
    /// Minutes to the first answer, of a grade.
    Response { grade: String },
    /// Minutes until it worked again, of a grade.
    Fix { grade: String },
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ServiceLevel {
    pub id: String,
    pub of: Measure,
    /// At least this much availability; at most this many of the others.
    pub target: Decimal,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "ServiceMeasured")]
pub struct Measured {
    pub level: String,
    pub month: Month,
    /// None when it was not measured.
    pub value: Option<Decimal>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum LevelVerdict {
    Met,
    Missed,
    Unknown,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct MonthStands {
    pub month: Month,
    pub value: Option<Decimal>,
    pub verdict: LevelVerdict,
    /// How far on the good side of the target; negative on the bad one.
    pub margin: Option<Decimal>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct LevelStands {
    pub level: String,
    pub target: Decimal,
    /// Every month from the first that any level was measured in to the last.
    pub months: Vec<MonthStands>,
    /// Of the months that were measured.
    pub met: Share,
    pub unknown: u32,
    /// Months in a row, up to the last measured one, that missed it.
    pub missed_in_a_row: u32,
}

/// Every level against its target. A month measured twice counts with its last value.
pub fn stand(levels: &[ServiceLevel], measured: &[Measured]) -> Vec<LevelStands> {
    let months = all_months(measured);
    levels.iter().map(|level| stands(level, measured, &months)).collect()
}

/// The month's availability in percent, with three decimals, from minutes of outage; none when there were more of these
/// than minutes.
pub fn availability(minutes: u32, outage: u32) -> Option<Decimal> {
    let up = minutes.checked_sub(outage).filter(|_| minutes > 0)?;
    let ratio = Decimal::from(up) * Decimal::ONE_HUNDRED / Decimal::from(minutes);
    // Never rounded up to a target that was not reached.
    Some(ratio.round_dp_with_strategy(3, rust_decimal::RoundingStrategy::ToZero))
}

fn stands(level: &ServiceLevel, measured: &[Measured], months: &[Month]) -> LevelStands {
    let months: Vec<MonthStands> = months.iter().map(|month| month_stands(level, measured, *month)).collect();
    let count = |verdict| {
        let count = months.iter().filter(|month| month.verdict == verdict).count();
        u32::try_from(count).unwrap_or(u32::MAX)
    };
    let (met, missed) = (count(LevelVerdict::Met), count(LevelVerdict::Missed));
    let known = months.iter().rev().filter(|month| month.verdict != LevelVerdict::Unknown);
    let row = known.take_while(|month| month.verdict == LevelVerdict::Missed).count();
    LevelStands {
        level: level.id.clone(),
        target: level.target,
        met: Share::new(met, met + missed),
        unknown: count(LevelVerdict::Unknown),
        missed_in_a_row: u32::try_from(row).unwrap_or(u32::MAX),
        months,
    }
}

fn month_stands(level: &ServiceLevel, measured: &[Measured], month: Month) -> MonthStands {
    let of = measured.iter().rev().find(|each| each.level == level.id && each.month == month);
    let value = of.and_then(|each| each.value);
    let margin = value.map(|value| match level.of {
        Measure::Availability => value - level.target,
        Measure::Incidents { .. } | Measure::Response { .. } | Measure::Fix { .. } => level.target - value,
    });
    let verdict = margin.map_or(LevelVerdict::Unknown, |margin| {
        if margin >= Decimal::ZERO { LevelVerdict::Met } else { LevelVerdict::Missed }
    });
    MonthStands { month, value, verdict, margin }
}

/// Without a gap: a month between two measured ones is one that nobody measured.
fn all_months(measured: &[Measured]) -> Vec<Month> {
    let on: BTreeSet<i32> = measured
        .iter()
        .filter(|each| (1..=12).contains(&each.month.month))
        .map(|each| each.month.year.saturating_mul(12).saturating_add(i32::from(each.month.month) - 1))
        .collect();
    let (Some(first), Some(last)) = (on.first(), on.last()) else { return Vec::new() };
    // A century at most, so that a mistyped year fills no memory.
    let last = (*last).min(first.saturating_add(1200));
    let month =
        |at: i32| Month { year: at.div_euclid(12), month: u8::try_from(at.rem_euclid(12)).unwrap_or(0) + 1 };
    (*first..=last).map(month).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decimal(text: &str) -> Decimal {
        text.parse().unwrap()
    }

    fn level(id: &str, of: Measure, target: &str) -> ServiceLevel {
        ServiceLevel { id: id.into(), of, target: decimal(target) }
    }

    fn measured(level: &str, month: u8, value: Option<&str>) -> Measured {
        let month = Month { year: 2026, month };
        Measured { level: level.into(), month, value: value.map(decimal) }
    }

    #[test]
    fn availability_is_cut_and_never_rounded_up() {
        // The sample's trial month: 31 days of 1,440 minutes, 8 of them out.
        assert_eq!(availability(44_640, 8), Some(decimal("99.982")));
        // 99.9999… is not 100.
        assert_eq!(availability(44_640_000, 1), Some(decimal("99.999")));
        assert_eq!(availability(10, 11), None);
        assert_eq!(availability(0, 0), None);
    }

    #[test]
    fn a_month_that_was_not_measured_is_unknown() {
        let levels = [
            level("a", Measure::Availability, "99.9"),
            level("r", Measure::Response { grade: "1".into() }, "30"),
        ];
        let values = [
            measured("a", 7, Some("99.95")),
            measured("a", 8, Some("99.8")),
            measured("a", 10, Some("99.9")),
            measured("r", 7, Some("30")),
            measured("r", 9, None),
            measured("r", 10, Some("31")),
        ];
        let stand = stand(&levels, &values);
        let verdicts =
            |level: usize| stand[level].months.iter().map(|month| month.verdict).collect::<Vec<_>>();
        use LevelVerdict::{Met, Missed, Unknown};
        assert_eq!(verdicts(0), [Met, Missed, Unknown, Met]);
        assert_eq!(verdicts(1), [Met, Unknown, Unknown, Missed]);
        assert_eq!(stand[0].months[1].margin, Some(decimal("-0.1")));
        assert_eq!((stand[0].met.part, stand[0].met.of, stand[0].met.percent), (2, 3, None));
        assert_eq!((stand[0].missed_in_a_row, stand[1].missed_in_a_row, stand[1].unknown), (0, 1, 2));
    }
}
