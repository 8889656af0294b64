//! Parts of a period and what is given back: there is no common rule, so that the convention is data.

use chrono::{Datelike, Months, NaiveDate};
use rust_decimal::Decimal;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::error::RatingError;
use crate::exact::{Exact, Rounding};

/// Days of a service of the days of a period.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DayShare {
    /// Days in scope.
    pub days: u32,
    /// Days of the whole period, above zero.
    pub of: u32,
}

impl DayShare {
    /// The share of a service in a period; both begin with their first day and end before `end`. A service outside of
    /// the period has no day in it.
    ///
    /// # Errors
    /// [`RatingError::EmptyPeriod`] when the period has no day.
    pub fn of_service(
        service: (NaiveDate, NaiveDate),
        period: (NaiveDate, NaiveDate),
    ) -> Result<Self, RatingError> {
        let days = |from: NaiveDate, to: NaiveDate| {
            u32::try_from(to.signed_duration_since(from).num_days()).unwrap_or(0)
        };
        let of = days(period.0, period.1);
        if of == 0 {
            return Err(RatingError::EmptyPeriod);
        }
        Ok(Self { days: days(service.0.max(period.0), service.1.min(period.1)), of })
    }

    /// As a fraction that is never rounded.
    ///
    /// # Errors
    /// [`RatingError::EmptyPeriod`] when the period has no day.
    pub fn fraction(&self) -> Result<Exact, RatingError> {
        Exact::ratio(self.days.into(), self.of.into()).ok_or(RatingError::EmptyPeriod)
    }
}

/// By which months the rest of a term is counted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub enum Convention {
    /// The days left in each calendar month over its own days.
    ActualByCalendarMonth {
        /// Days left of each month that is touched.
        parts: Vec<DayShare>,
    },
    /// Every month has 30 days.
    MonthIs30Days { days: Decimal },
    /// Every month has 365 / 12 days.
    MonthIs365By12 { days: Decimal },
}

impl Convention {
    /// The calendar months between two days, the second not counted.
    ///
    /// # Errors
    /// [`RatingError::EmptyPeriod`] when there is no day between them or one is beyond the calendar.
    pub fn by_calendar_month(from: NaiveDate, until: NaiveDate) -> Result<Self, RatingError> {
        let mut parts = Vec::new();
        let mut first = from;
        while first < until {
            let begin = first.with_day(1).ok_or(RatingError::EmptyPeriod)?;
            let next = begin.checked_add_months(Months::new(1)).ok_or(RatingError::EmptyPeriod)?;
            parts.push(DayShare::of_service((first, until), (begin, next))?);
            first = next;
        }
        if parts.is_empty() {
            Err(RatingError::EmptyPeriod)
        } else {
            Ok(Self::ActualByCalendarMonth { parts })
        }
    }

    /// How many months that is.
    ///
    /// # Errors
    /// [`RatingError::EmptyPeriod`] when a month has no day.
    pub fn months(&self) -> Result<Exact, RatingError> {
        let over = |days: Decimal, numerator, denominator| {
            let month = Exact::ratio(numerator, denominator).ok_or(RatingError::EmptyPeriod)?;
            Exact::from(days).over(&month).ok_or(RatingError::EmptyPeriod)
        };
        match self {
            Self::ActualByCalendarMonth { parts } => {
                parts.iter().try_fold(Exact::zero(), |sum, part| Ok(sum + part.fraction()?))
            }
            Self::MonthIs30Days { days } => over(*days, 30, 1),
            Self::MonthIs365By12 { days } => over(*days, 365, 12),
        }
    }
}

/// What a change of the monthly price costs for the rest of a term, rounded once.
///
/// # Errors
/// [`RatingError::EmptyPeriod`] when a month has no day.
pub fn charge(
    new: &Exact,
    old: &Exact,
    rest: &Convention,
    places: u32,
    rounding: Rounding,
) -> Result<Exact, RatingError> {
    Ok(((new - old) * rest.months()?).round(places, rounding))
}

/// How much of a prepaid term counts as consumed when it is given back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "rule", rename_all = "snake_case", deny_unknown_fields)]
pub enum Consumed {
    /// Whole months at the monthly price and the rest by the hour, both at the discount.
    MonthsAndHours {
        monthly_price: Decimal,
        whole_months: Decimal,
        hourly_price: Decimal,
        extra_hours: Decimal,
        /// What is paid of the price: 0.9 for 10 % off.
        discount: Decimal,
    },
    /// Days begun, over the days of the term, of the price before discount, at the discount that the period used would
    /// have had.
    DaysBegun { used_days: Decimal, total_days: Decimal, original_price: Decimal, discount: Decimal },
    /// What was used at its price.
    Quantity { used: Decimal, unit_price: Decimal },
}

/// What is consumed and what is given back of a payment; never less than nothing.
///
/// # Errors
/// [`RatingError::NotPositive`] when the term has no day.
pub fn refund(
    paid: &Exact,
    consumed: &Consumed,
    places: u32,
    rounding: Rounding,
) -> Result<(Exact, Exact), RatingError> {
    let e = |figure: &Decimal| Exact::from(*figure);
    let consumed = match consumed {
        Consumed::MonthsAndHours { monthly_price, whole_months, hourly_price, extra_hours, discount } => {
            (e(monthly_price) * e(whole_months) + e(hourly_price) * e(extra_hours)) * e(discount)
        }
        Consumed::DaysBegun { used_days, total_days, original_price, discount } => {
            let begun = e(used_days).ceil() * e(original_price) * e(discount);
            begun.over(&e(total_days)).ok_or(RatingError::NotPositive { field: "total_days" })?
        }
        Consumed::Quantity { used, unit_price } => e(used) * e(unit_price),
    };
    let consumed = consumed.round(places, rounding);
    let back = (paid - &consumed).at_least_zero();
    Ok((consumed, back))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn three_conventions_charge_three_amounts_for_one_upgrade() {
        // 29 days from 3 August: 29 of 31, 29 of 30, 29 of 30.41666…
        let actual = Convention::by_calendar_month(day("2026-08-03"), day("2026-09-01")).unwrap();
        let days = Decimal::from(29);
        for (rest, expected) in [
            (actual, "2806.45"),
            (Convention::MonthIs30Days { days }, "2900"),
            (Convention::MonthIs365By12 { days }, "2860.27"),
        ] {
            let charged = charge(&6000.into(), &3000.into(), &rest, 2, Rounding::HalfUp).unwrap();
            assert_eq!(charged.shown().unwrap().to_string(), expected, "{rest:?}");
        }
    }

    #[test]
    fn months_are_those_of_the_calendar() {
        let rest = Convention::by_calendar_month(day("2028-02-15"), day("2028-04-11")).unwrap();
        let share = |days, of| DayShare { days, of };
        let parts = vec![share(15, 29), share(31, 31), share(10, 30)];
        assert_eq!(rest, Convention::ActualByCalendarMonth { parts });
        let none = Convention::by_calendar_month(day("2028-02-15"), day("2028-02-15"));
        assert_eq!(none, Err(RatingError::EmptyPeriod));
    }

    #[test]
    fn parts_of_a_split_period_are_the_whole() {
        let period = (day("2026-08-01"), day("2026-09-01"));
        for split in 2..31 {
            let between = NaiveDate::from_ymd_opt(2026, 8, split).unwrap();
            let parts = [(period.0, between), (between, period.1)];
            let fraction = |part: &_| DayShare::of_service(*part, period).unwrap().fraction().unwrap();
            assert_eq!(parts.iter().map(fraction).sum::<Exact>(), Exact::one(), "{split}");
        }
    }

    #[test]
    fn nothing_is_given_back_below_zero() {
        let used = Consumed::Quantity { used: 100.into(), unit_price: 2.into() };
        let refund = refund(&150.into(), &used, 2, Rounding::HalfUp).unwrap();
        assert_eq!(refund, (200.into(), Exact::zero()));
    }
}
