//! What a line of working time must answer, by calendars read off a wall.

use proptest::prelude::*;

use super::*;
use crate::plan::CalendarException;

fn moment(text: &str) -> Moment {
    text.parse().unwrap()
}

fn at(text: &str) -> Instant {
    instant_of(text.parse().unwrap())
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// China's National Day of 2026: off from 1 to 7 October, worked on Saturday the 10th.
fn china() -> Line {
    let exception = |from, to, kind| CalendarException { from: day(from), to: day(to), kind, hours: None };
    Line::of(&Calendar {
        id: "cn".into(),
        week: None,
        exceptions: vec![
            exception("2026-10-01", "2026-10-07", ExceptionKind::Off),
            exception("2026-10-10", "2026-10-10", ExceptionKind::Working),
        ],
        known_until: None,
    })
    .unwrap()
}

/// Monday's work begins where Friday's ends, and is another instant.
#[test]
fn the_end_of_one_day_and_the_begin_of_the_next_are_one_work_and_two_instants() {
    let line = Line::usual();
    let friday = line.not_before(at("2026-03-06T17:00:00"));
    let monday = line.not_before(at("2026-03-09T08:00:00"));
    assert_eq!((friday >> 1, monday), (monday >> 1, friday + 1));
    assert_eq!(line.instant(friday), at("2026-03-06T17:00:00"));
    assert_eq!(line.instant(monday), at("2026-03-09T08:00:00"));
    // A Saturday lies between them.
    assert_eq!(line.not_before(at("2026-03-07T12:00:00")), monday);
    assert_eq!(line.not_after(at("2026-03-07T12:00:00")), friday);
}

/// Wednesday 30 September is followed by Thursday the 8th, Friday the 9th, the make-up Saturday and Monday the 12th.
#[test]
fn holidays_are_skipped_and_make_up_days_are_worked() {
    let line = china();
    let start = line.start_from(moment("2026-09-30")) >> 1;
    for (days, finish) in
        [(1, "2026-09-30"), (2, "2026-10-08"), (3, "2026-10-09"), (4, "2026-10-10"), (5, "2026-10-12")]
    {
        let end = line.end(start + days * 8 * 3600);
        assert_eq!(end, at(&format!("{finish}T17:00:00")), "{days} days");
    }
}

/// A day that is off stands for the next one where something may begin or end, for the last one where it must have.
#[test]
fn a_whole_day_is_its_first_or_its_last_working_time() {
    let line = china();
    let instant = |place| line.instant(place);
    for (date, start_from, start_until, finish_from, finish_until) in [
        ("2026-09-29", "2026-09-29T08", "2026-09-29T08", "2026-09-29T17", "2026-09-29T17"),
        ("2026-10-03", "2026-10-08T08", "2026-09-30T08", "2026-10-08T17", "2026-09-30T17"),
        ("2026-10-10", "2026-10-10T08", "2026-10-10T08", "2026-10-10T17", "2026-10-10T17"),
    ] {
        let hour = |text: &str| at(&format!("{text}:00:00"));
        assert_eq!(instant(line.start_from(moment(date))), hour(start_from), "{date}");
        assert_eq!(instant(line.start_until(moment(date))), hour(start_until), "{date}");
        assert_eq!(instant(line.finish_from(moment(date))), hour(finish_from), "{date}");
        assert_eq!(instant(line.finish_until(moment(date))), hour(finish_until), "{date}");
    }
}

#[test]
fn hours_that_cannot_be_are_refused() {
    let hours = |from: &str, to: &str| Hours { from: from.parse().unwrap(), to: to.parse().unwrap() };
    let calendar = |week: Vec<Hours>| Calendar {
        id: "x".into(),
        week: Some(vec![crate::plan::WeekDayHours { day: WeekDay::Monday, hours: Some(week) }]),
        exceptions: Vec::new(),
        known_until: None,
    };
    for week in [
        vec![],
        vec![hours("09:00:00", "08:00:00")],
        vec![hours("08:00:00", "12:00:00"), hours("11:00:00", "13:00:00")],
    ] {
        assert!(Line::of(&calendar(week.clone())).is_err(), "{week:?}");
    }
    // Until midnight is until the end of the day.
    let night = Line::of(&calendar(vec![hours("22:00:00", "00:00:00")])).unwrap();
    assert_eq!(night.end(night.work_at(at("2026-03-02T00:00:00")) + 7200), at("2026-03-03T00:00:00"));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    /// Every second of work begins at an instant that counts it, and lines count alike inside and outside the table.
    #[test]
    fn counting_there_and_back_is_the_same(work in -100_000_000_i64..200_000_000) {
        for line in [china(), Line::usual(), Line::of_the_clock()] {
            let (begin, end) = (line.begin(work), line.end(work));
            prop_assert_eq!(line.work_at(begin), work);
            prop_assert_eq!(line.work_at(end), work);
            prop_assert_eq!(line.work_at(begin + 1), work + 1);
            prop_assert!(end <= begin);
        }
    }
}
