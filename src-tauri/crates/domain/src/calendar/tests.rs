//! Working days by calendars and beyond their end.

use proptest::prelude::*;

use super::*;

mod naive;
mod question;

const FILES: [(&str, &str); 8] = [
    ("cn", include_str!("../../../../library/calendars/cn.toml")),
    ("hk", include_str!("../../../../library/calendars/hk.toml")),
    ("id", include_str!("../../../../library/calendars/id.toml")),
    ("my", include_str!("../../../../library/calendars/my.toml")),
    ("ph", include_str!("../../../../library/calendars/ph.toml")),
    ("sg", include_str!("../../../../library/calendars/sg.toml")),
    ("th", include_str!("../../../../library/calendars/th.toml")),
    ("vn", include_str!("../../../../library/calendars/vn.toml")),
];

fn calendar(key: &str) -> Calendar {
    let (_, text) = FILES.iter().find(|(name, _)| *name == key).unwrap();
    Calendar::parse(text).unwrap()
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn certain(text: &str) -> Dated {
    Dated { date: day(text), certainty: Certainty::Certain }
}

#[test]
fn every_calendar_of_the_library_reads_and_names_every_day_in_two_languages() {
    for (key, text) in FILES {
        let calendar = Calendar::parse(text).unwrap_or_else(|error| panic!("{key}: {error}"));
        assert_eq!(calendar.key(), key);
        let (first, last) = calendar.known_years().unwrap();
        assert!(first <= 2024 && last >= 2026, "{key}");
        for exception in calendar.exceptions.values() {
            let (Exception::Off(name) | Exception::Work(name)) = exception;
            assert!(!name.en.is_empty() && name.en.is_ascii() && !name.zh.is_empty(), "{key} {name:?}");
        }
    }
}

/// The check values of the definition, with the two simpler calendars that give other days.
#[test]
fn finish_of_a_task_in_china() {
    let full = calendar("cn");
    let mut holidays_only = full.clone();
    holidays_only.exceptions.retain(|_, exception| matches!(exception, Exception::Off(_)));
    let mut weekends_only = full.clone();
    weekends_only.exceptions.clear();
    for (start, days, with_make_up, holidays, weekends) in [
        ("2026-02-09", 10, "2026-02-27", "2026-03-02", "2026-02-20"),
        ("2026-09-18", 10, "2026-10-08", "2026-10-09", "2026-10-01"),
        ("2026-04-30", 5, "2026-05-09", "2026-05-11", "2026-05-06"),
    ] {
        let start = day(start);
        assert_eq!(full.finish_of(start, days), certain(with_make_up));
        assert_eq!(holidays_only.finish_of(start, days).date, day(holidays));
        assert_eq!(weekends_only.finish_of(start, days).date, day(weekends));
    }
    assert_eq!(
        full.day(day("2026-05-09")),
        Day::MakeUp { name: Words { en: "Labour Day".into(), zh: "劳动节".into() } }
    );
    assert_eq!(full.day(day("2026-05-10")), Day::Weekend);
}

#[test]
fn five_days_from_monday_end_on_friday_and_a_milestone_stays() {
    let calendar = calendar("cn");
    assert_eq!(calendar.finish_of(day("2026-03-02"), 5), certain("2026-03-06"));
    assert_eq!(calendar.finish_of(day("2026-03-07"), 1), certain("2026-03-09"));
    assert_eq!(calendar.finish_of(day("2026-03-07"), 0), certain("2026-03-07"));
}

#[test]
fn working_days_after_an_event() {
    let calendar = calendar("cn");
    assert_eq!(calendar.add_working_days(day("2026-09-24"), 10), certain("2026-10-15"));
    assert_eq!(calendar.add_working_days(day("2026-09-28"), 10), certain("2026-10-16"));
    assert_eq!(calendar.subtract_working_days(day("2026-10-15"), 10), certain("2026-09-24"));
    let left = |today, due| calendar.working_days_left(day(today), day(due)).days;
    assert_eq!(left("2026-09-28", "2026-10-15"), 9);
    assert_eq!(left("2026-10-15", "2026-10-15"), 0);
    assert_eq!(left("2026-10-16", "2026-10-15"), -1);
    assert_eq!(left("2026-09-28", "2026-09-23"), -2);
}

#[test]
fn a_year_without_data_is_provisional() {
    let calendar = calendar("cn");
    assert_eq!(calendar.finish_of(day("2026-12-21"), 5), certain("2026-12-25"));
    assert_eq!(calendar.finish_of(day("2026-12-28"), 5).certainty, Certainty::Provisional);
    assert_eq!(calendar.finish_of(day("2019-12-30"), 2).certainty, Certainty::Provisional);
    assert_eq!(
        calendar.working_days_left(day("2026-12-01"), day("2027-01-04")).certainty,
        Certainty::Provisional
    );
    // Walking through an unknown year taints the date even when it ends in a known one.
    assert_eq!(calendar.add_working_days(day("2019-12-31"), 20).certainty, Certainty::Provisional);
    let mut bare = calendar;
    bare.years.clear();
    assert_eq!(bare.known_years(), None);
    assert_eq!(bare.certainty(day("2026-06-01")), Certainty::Provisional);
}

/// Civil Code art. 200 to 203, worked by hand on the calendar of 2026.
#[test]
fn periods_of_law() {
    let calendar = calendar("cn");
    for (event, period, last) in [
        // 30 days after 1 September is 1 October, a holiday that ends on the 7th.
        ("2026-09-01", Period::Days(30), "2026-10-08"),
        // The 20th of September is a Sunday on which people work.
        ("2026-09-10", Period::Days(10), "2026-09-20"),
        // February has no 31st; the 28th of February 2026 is a Saturday on which people work.
        ("2026-01-31", Period::Months(1), "2026-02-28"),
        ("2025-03-12", Period::Years(1), "2026-03-12"),
        // The 14th of March is a Saturday.
        ("2026-03-04", Period::Days(10), "2026-03-16"),
        ("2026-09-24", Period::WorkingDays(10), "2026-10-15"),
    ] {
        assert_eq!(calendar.period_end(day(event), period), certain(last), "{event} {period:?}");
    }
    let leap = calendar.period_end(day("2024-02-29"), Period::Years(1));
    assert_eq!(leap, certain("2025-02-28"));
}

#[test]
fn no_count_runs_forever() {
    let calendar = calendar("sg");
    assert_eq!(calendar.period_end(NaiveDate::MAX, Period::Days(7)).certainty, Certainty::Provisional);
    assert_eq!(
        calendar.period_end(day("2026-01-01"), Period::Years(u32::MAX)).certainty,
        Certainty::Provisional
    );
}

#[test]
fn a_faulty_file_is_refused_by_name() {
    let head = "key = 'x'\nname = { en = 'X', zh = '某' }\nweek = ['mon']\n";
    let year = |off: &str| format!("{head}[[year]]\nyear = 2026\nsources = []\noff = [{off}]\n");
    let name = "name = { en = 'A', zh = '甲' }";
    for (text, error) in [
        ("key = 'x'\nname = { en = 'X', zh = '某' }\nweek = []".to_owned(), CalendarError::NoWorkingDay),
        (head.replace("mon", "day"), CalendarError::UnknownWeekday("day".into())),
        (
            year(&format!("{{ day = '2025-01-01', {name} }}")),
            CalendarError::OtherYear { date: day("2025-01-01"), year: 2026 },
        ),
        (
            year(&format!("{{ from = '2026-01-02', to = '2026-01-01', {name} }}")),
            CalendarError::Reversed { from: day("2026-01-02"), to: day("2026-01-01") },
        ),
        (
            year(&format!("{{ day = '2026-01-01', {name} }}, {{ day = '2026-01-01', {name} }}")),
            CalendarError::DayTwice(day("2026-01-01")),
        ),
        (
            format!("{}[[year]]\nyear = 2026\nsources = []\noff = []\n", year("")),
            CalendarError::YearTwice(2026),
        ),
    ] {
        assert_eq!(Calendar::parse(&text), Err(error));
    }
    assert!(matches!(Calendar::parse("?"), Err(CalendarError::Unreadable(_))));
}

proptest! {
    #[test]
    fn adding_counting_and_taking_away_agree(key in 0_usize..8, offset in 0_u64..1_000, n in 1_u32..60) {
        let calendar = Calendar::parse(FILES[key].1).unwrap();
        let event = day("2024-01-01") + chrono::Days::new(offset);
        let due = calendar.add_working_days(event, n).date;
        prop_assert!(calendar.works(due));
        prop_assert_eq!(calendar.working_days_left(event, due).days, i64::from(n));
        prop_assert_eq!(calendar.working_days_left(due, event).days, -i64::from(n));
        let start = calendar.next_working_day(event).date;
        prop_assert_eq!(calendar.finish_of(event, n).date, calendar.finish_of(start, n).date);
        prop_assert_eq!(calendar.subtract_working_days(due, n - 1).date, calendar.add_working_days(event, 1).date);
    }
}
