//! A year of a calendar as it is shown and edited: its days off and make-up working days, those in a row as one.

use chrono::NaiveDate;
use hefu_domain::calendar::{Calendar, Day, ExceptionKind, ExceptionSpan};

/// What differs from the week in a year, in the order of the days; nothing for a year that is not known.
pub fn spans(calendar: &Calendar, year: i32) -> Vec<ExceptionSpan> {
    let (first, last) = (NaiveDate::from_ymd_opt(year, 1, 1), NaiveDate::from_ymd_opt(year, 12, 31));
    let Some((first, last)) = first.zip(last) else { return Vec::new() };
    let mut spans: Vec<ExceptionSpan> = Vec::new();
    for date in first.iter_days().take_while(|date| *date <= last) {
        let (kind, name) = match calendar.day(date) {
            Day::DayOff { name } => (ExceptionKind::Off, name),
            Day::MakeUp { name } => (ExceptionKind::Work, name),
            Day::Working | Day::Weekend => continue,
        };
        match spans.last_mut() {
            Some(span) if span.kind == kind && span.name == name && span.to.succ_opt() == Some(date) => {
                span.to = date;
            }
            _ => spans.push(ExceptionSpan { from: date, to: date, kind, name }),
        }
    }
    spans
}

#[cfg(test)]
mod tests {
    use hefu_domain::calendar::{CalendarYear, Certainty};

    use super::*;

    #[test]
    fn a_year_shown_is_the_year_that_was_put_in() {
        let cn = Calendar::parse(include_str!("../../../library/calendars/cn.toml")).unwrap();
        let shown = spans(&cn, 2026);
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        // Seven festivals, six make-up days: 4 January, 14 and 28 February, 9 May, 20 September, 10 October.
        let count = |kind| shown.iter().filter(|span| span.kind == kind).count();
        assert_eq!((count(ExceptionKind::Off), count(ExceptionKind::Work)), (7, 6));
        let spring = shown.iter().find(|span| span.name.zh == "春节" && span.kind == ExceptionKind::Off);
        assert_eq!(spring.map(|span| (span.from, span.to)), Some((day("2026-02-15"), day("2026-02-23"))));
        let year =
            CalendarYear { year: 2026, certainty: Certainty::Certain, sources: Vec::new(), days: shown };
        assert_eq!(cn.clone().with_year(&year), Ok(cn.clone()));
        assert_eq!(spans(&cn, 2031), []);
    }
}
