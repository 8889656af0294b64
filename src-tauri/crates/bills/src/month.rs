//! The months of a bill, and how one file of a month stands to another.

use chrono::{Datelike, Days, Months, NaiveDate};

/// The last day of the month that a day begins.
pub(crate) fn last_day(first: NaiveDate) -> Option<NaiveDate> {
    first.with_day(1)?.checked_add_months(Months::new(1))?.checked_sub_days(Days::new(1))
}

/// Whether charges up to a day leave days of the month out: the file is of a month in progress.
pub(crate) fn is_to_date(first: NaiveDate, last_charge: Option<NaiveDate>) -> Option<bool> {
    Some(last_charge? < last_day(first)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_month_is_over_when_its_last_day_was_charged() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        let february = day("2028-02-01");
        assert_eq!(last_day(february), Some(day("2028-02-29")));
        assert_eq!(is_to_date(february, Some(day("2028-02-28"))), Some(true));
        assert_eq!(is_to_date(february, Some(day("2028-02-29"))), Some(false));
        assert_eq!(is_to_date(february, None), None);
    }
}
