//! Prices of electricity by season and time of day.

use chrono::{Datelike, NaiveDate};
use rust_decimal::Decimal;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::energy::Band;
use crate::error::RatingError;
use crate::exact::Exact;

/// Minutes of a day.
const DAY: u32 = 1440;

/// A stretch of the day with its price. It may cross midnight: from 22:00 to 06:00 is 1320 to 360.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TimeBand {
    /// `peak`, `flat`, `valley`.
    pub name: String,
    /// The first minute of the day, from 0.
    pub from_minute: u32,
    /// The first minute that is no longer of it, up to 1440. The same as the first for the whole day.
    pub until_minute: u32,
    /// Of a kilowatt-hour, without deductible tax. Spot prices may lie below zero.
    pub price: Decimal,
}

/// Months that have the same bands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "TariffSeason")]
pub struct Season {
    /// Months of the year, from 1.
    pub months: Vec<u32>,
    pub bands: Vec<TimeBand>,
}

/// What electricity costs over a year.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Tariff {
    pub seasons: Vec<Season>,
    /// 基本电费: of a kilowatt and month, whatever is drawn.
    #[serde(default)]
    pub demand_price: Decimal,
}

impl TimeBand {
    /// Minutes of the day that it has.
    fn minutes(&self) -> u32 {
        match self.until_minute > self.from_minute {
            true => self.until_minute - self.from_minute,
            false => DAY - self.from_minute + self.until_minute,
        }
    }

    fn has(&self, minute: u32) -> bool {
        let is_after = minute >= self.from_minute;
        let is_before = minute < self.until_minute;
        if self.until_minute > self.from_minute { is_after && is_before } else { is_after || is_before }
    }
}

impl Season {
    /// Every minute of a day has one band.
    ///
    /// # Errors
    /// [`RatingError::Coverage`] with the first minute that has none or several.
    fn check(&self) -> Result<(), RatingError> {
        let is_sound = |band: &TimeBand| band.from_minute < DAY && band.until_minute <= DAY;
        if !self.bands.iter().all(is_sound) {
            return Err(RatingError::Coverage { minute: DAY });
        }
        let odd = (0..DAY).find(|minute| self.bands.iter().filter(|band| band.has(*minute)).count() != 1);
        odd.map_or(Ok(()), |minute| Err(RatingError::Coverage { minute }))
    }
}

impl Tariff {
    /// Hours at each price over the days of a year, leap days included.
    ///
    /// # Errors
    /// A minute without a band or with two, a month without a season or with two, a year beyond the calendar.
    pub fn bands(&self, year: i32) -> Result<Vec<Band>, RatingError> {
        let mut found = Vec::new();
        for month in 1..=12 {
            let mut of_month = self.seasons.iter().filter(|season| season.months.contains(&month));
            let (Some(season), None) = (of_month.next(), of_month.next()) else {
                return Err(RatingError::Unknown { name: format!("month {month}") });
            };
            season.check()?;
            let days = days(year, month).ok_or(RatingError::EmptyPeriod)?;
            for band in &season.bands {
                let hours = Exact::ratio(i64::from(band.minutes()) * days, 60).unwrap_or_default();
                found.push(Band { hours, price: band.price.into() });
            }
        }
        Ok(found)
    }
}

fn days(year: i32, month: u32) -> Option<i64> {
    let first = NaiveDate::from_ymd_opt(year, month, 1)?;
    let next = first.checked_add_months(chrono::Months::new(1))?;
    Some(next.signed_duration_since(first).num_days().max(i64::from(first.day())))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn band(from_minute: u32, until_minute: u32, fen: i64) -> TimeBand {
        TimeBand { name: String::new(), from_minute, until_minute, price: Decimal::new(fen, 2) }
    }

    #[test]
    fn a_band_over_midnight_and_a_leap_day_are_counted() {
        let season = |months: &[u32], valley: i64| Season {
            months: months.to_vec(),
            bands: vec![band(1320, 360, valley), band(360, 1320, 60)],
        };
        let tariff = Tariff {
            seasons: vec![season(&[1, 2, 3, 4, 5, 9, 10, 11, 12], -5), season(&[6, 7, 8], 30)],
            demand_price: Decimal::ZERO,
        };
        let hours = |year: i32, fen: i128| -> Exact {
            let bands = tariff.bands(year).unwrap();
            bands.iter().filter(|band| band.price == Exact::scaled(fen, 2)).map(|band| &band.hours).sum()
        };
        // 366 − 92 days of eight hours below zero.
        assert_eq!(hours(2028, -5), (274 * 8).into());
        assert_eq!(hours(2026, -5), (273 * 8).into());
        assert_eq!(hours(2028, 60), (366 * 16).into());
    }

    #[test]
    fn every_minute_has_one_band() {
        let tariff = |bands: Vec<TimeBand>| Tariff {
            seasons: vec![Season { months: (1..=12).collect(), bands }],
            demand_price: Decimal::ZERO,
        };
        assert!(tariff(vec![band(0, 0, 1)]).bands(2026).is_ok());
        for (bands, minute) in [
            (vec![band(0, 600, 1), band(610, 1440, 1)], 600),
            (vec![band(0, 600, 1), band(590, 1440, 1)], 590),
            (vec![band(0, 2000, 1)], 1440),
        ] {
            assert_eq!(tariff(bands).bands(2026), Err(RatingError::Coverage { minute }));
        }
    }
}
