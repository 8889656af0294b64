//! On which years a computed date rests, by name, so that nobody takes a missing year for one without holidays.

use chrono::{Datelike, NaiveDate};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Calendar, Certainty};

/// Years in a row, both ends included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
pub struct Years {
    pub from: i32,
    pub to: i32,
}

/// The years of one calendar that a count went through and that are not settled.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Basis {
    /// Years that are known ahead of their official notice, or whose last days the next notice may still take.
    pub provisional: Vec<Years>,
    /// Years of which the calendar knows nothing: their days off were not counted.
    pub unknown: Vec<Years>,
}

impl Basis {
    /// Provisional when any year is.
    pub fn certainty(&self) -> Certainty {
        if self.provisional.is_empty() && self.unknown.is_empty() {
            Certainty::Certain
        } else {
            Certainty::Provisional
        }
    }
}

impl Calendar {
    /// The unsettled years among those from `from` to `to`, whichever of the two is earlier.
    pub fn basis(&self, from: NaiveDate, to: NaiveDate) -> Basis {
        let (first, last) = if from <= to { (from, to) } else { (to, from) };
        let mut basis = Basis::default();
        for year in first.year()..=last.year() {
            let latest = NaiveDate::from_ymd_opt(year, 12, 31).map_or(last, |end| end.min(last));
            if !self.years.contains_key(&year) {
                extend(&mut basis.unknown, year);
            } else if self.certainty(latest) == Certainty::Provisional {
                extend(&mut basis.provisional, year);
            }
        }
        basis
    }
}

fn extend(spans: &mut Vec<Years>, year: i32) {
    match spans.last_mut() {
        Some(span) if span.to + 1 == year => span.to = year,
        _ => spans.push(Years { from: year, to: year }),
    }
}
