//! Questions to one and several calendars, and years that are added to them.

use super::*;
use crate::calendar::{CalendarYear, ExceptionKind, ExceptionSpan, Found, Question, Years};

fn found(question: Question, keys: &[&str]) -> Found {
    let calendars: Vec<Calendar> = keys.iter().map(|key| calendar(key)).collect();
    question.answer(&calendars).unwrap().found
}

fn date(text: &str) -> Found {
    Found::Date { date: day(text) }
}

fn span(from: &str, to: &str, kind: ExceptionKind) -> ExceptionSpan {
    let name = Words { en: "New Year's Day".into(), zh: "元旦".into() };
    ExceptionSpan { from: day(from), to: day(to), kind, name }
}

#[test]
fn several_calendars_work_where_all_of_them_work() {
    let both = ["cn", "sg"];
    // 20 September and 10 October 2026 are worked in China and rest in Singapore; 9 November rests there for Diwali.
    for (text, works) in [
        ("2026-09-20", false),
        ("2026-09-25", false),
        ("2026-09-28", true),
        ("2026-10-10", false),
        ("2026-11-09", false),
    ] {
        let Found::Day { works: found, why } = found(Question::Day { day: day(text) }, &both) else {
            panic!("{text}")
        };
        assert_eq!(found, works, "{text}");
        assert_eq!(why.len(), 2);
    }
    // China alone: 15 October. Both: 10 October drops out, so one day later.
    let ten = Question::Add { event: day("2026-09-24"), working_days: 10 };
    assert_eq!(found(ten, &["cn"]), date("2026-10-15"));
    assert_eq!(found(ten, &both), date("2026-10-16"));
    assert_eq!(
        Question::Add { event: day("2026-10-16"), working_days: -10 }
            .answer(&[calendar("cn"), calendar("sg")])
            .map(|answer| answer.found),
        // Back over 15, 14, 13, 12, 9, 8 October and 30, 29, 28, 24 September.
        Some(date("2026-09-24"))
    );
}

#[test]
fn calendars_without_a_day_in_common_give_no_answer() {
    let week = |day: &str| {
        let text = format!("key = 'x'\nname = {{ en = 'X', zh = '某' }}\nweek = ['{day}']");
        Calendar::parse(&text).unwrap()
    };
    let question = Question::Add { event: day("2026-01-01"), working_days: 1 };
    assert_eq!(question.answer(&[week("mon"), week("tue")]), None);
    assert_eq!(question.answer(&[]), None);
}

#[test]
fn an_answer_names_the_years_that_are_not_settled() {
    let question = Question::Add { event: day("2026-12-01"), working_days: 60 };
    let answer = question.answer(&[calendar("cn"), calendar("sg")]).unwrap();
    assert_eq!(answer.certainty, Certainty::Provisional);
    let told: Vec<_> = answer.unsettled.iter().map(|each| (each.calendar.as_str(), each)).collect();
    let year = |year| Years { from: year, to: year };
    assert_eq!(told[0].0, "cn");
    assert_eq!(
        (told[0].1.provisional.as_slice(), told[0].1.unknown.as_slice()),
        (&[year(2026)][..], &[year(2027)][..])
    );
    assert_eq!(told[1].0, "sg");
    assert_eq!(
        (told[1].1.provisional.as_slice(), told[1].1.unknown.as_slice()),
        (&[year(2027)][..], &[][..])
    );
    let early = Question::Between { from: day("2015-06-01"), to: day("2020-01-02") };
    let answer = early.answer(&[calendar("cn")]).unwrap();
    assert_eq!(answer.unsettled[0].unknown, [Years { from: 2015, to: 2019 }]);
    let settled = Question::Day { day: day("2026-06-01") }.answer(&[calendar("cn")]).unwrap();
    assert_eq!((settled.certainty, settled.unsettled.len()), (Certainty::Certain, 0));
}

#[test]
fn a_period_says_from_where_it_moved_and_why() {
    let period = Question::PeriodEnd { event: day("2026-09-01"), period: Period::Days(30) };
    let Found::Period(dates) = found(period, &["cn"]) else { panic!("no period") };
    assert_eq!((dates.end, dates.moved_from), (day("2026-10-08"), Some(day("2026-10-01"))));
    assert!(matches!(&dates.why[0].day, Day::DayOff { name } if name.zh == "国庆节"), "{dates:?}");
    let worked = Question::PeriodEnd { event: day("2026-09-10"), period: Period::Days(10) };
    let Found::Period(dates) = found(worked, &["cn"]) else { panic!("no period") };
    assert_eq!((dates.end, dates.moved_from), (day("2026-09-20"), None));
}

#[test]
fn hours_run_through_holidays() {
    let event = "2026-09-30T22:30:00+08:00".parse().unwrap();
    let question = Question::HoursEnd { event, hours: 72 };
    let at = "2026-10-03T22:30:00+08:00".parse().unwrap();
    let answer = question.answer(&[calendar("cn")]).unwrap();
    assert_eq!((answer.found, answer.certainty), (Found::Instant { at }, Certainty::Certain));
}

#[test]
fn what_cannot_be_counted_is_said_to_be_so() {
    let far = day("2026-01-01");
    for question in [
        Question::Add { event: far, working_days: i32::MIN },
        Question::Finish { start: far, working_days: u32::MAX },
        Question::PeriodEnd { event: far, period: Period::WorkingDays(u32::MAX) },
        Question::PeriodEnd { event: far, period: Period::Years(u32::MAX) },
        Question::Between { from: far, to: NaiveDate::MAX },
    ] {
        assert_eq!(found(question, &["cn"]), Found::OutOfRange, "{question:?}");
    }
}

#[test]
fn a_notice_settles_its_year_and_the_last_days_of_the_year_before() {
    let notice = CalendarYear {
        year: 2027,
        certainty: Certainty::Certain,
        sources: Vec::new(),
        days: vec![
            span("2026-12-31", "2027-01-02", ExceptionKind::Off),
            span("2027-01-09", "2027-01-09", ExceptionKind::Work),
        ],
    };
    let settled = calendar("cn").with_year(&notice).unwrap();
    // 30 December, 3 January is a Sunday, 4 to 8 January, and the Saturday that is worked.
    assert_eq!(settled.add_working_days(day("2026-12-29"), 7), certain("2027-01-09"));
    assert_eq!(settled.certainty(day("2027-12-28")), Certainty::Certain);
    assert_eq!(settled.certainty(day("2027-12-29")), Certainty::Provisional);
    // Putting 2026 in anew does not lose what the notice of 2027 said of its last day.
    let again = CalendarYear { year: 2026, days: Vec::new(), ..notice.clone() };
    let again = settled.with_year(&again).unwrap();
    assert!(again.works(day("2026-10-01")) && !again.works(day("2026-12-31")));
    let with = |from: &str, to: &str| {
        let days = vec![span(from, to, ExceptionKind::Off)];
        calendar("cn").with_year(&CalendarYear { days, ..notice.clone() })
    };
    let other = |text: &str| Err(CalendarError::OtherYear { date: day(text), year: 2027 });
    assert_eq!(with("2026-12-28", "2026-12-28"), other("2026-12-28"));
    assert_eq!(with("2028-01-01", "2028-01-01"), other("2028-01-01"));
    assert!(matches!(with("2027-01-01", "2029-01-01"), Err(CalendarError::TooLong { .. })));
    assert!(matches!(with("2027-01-02", "2027-01-01"), Err(CalendarError::Reversed { .. })));
}

#[test]
fn own_days_lie_over_those_of_the_law() {
    let own = [
        span("2026-10-01", "2026-10-01", ExceptionKind::Work),
        span("2026-10-12", "2026-10-12", ExceptionKind::Off),
    ];
    let calendar = calendar("cn").with_own_days(&own).unwrap();
    assert!(calendar.works(day("2026-10-01")) && !calendar.works(day("2026-10-12")));
    assert!(!calendar.works(day("2026-10-02")));
    let twice = [own[0].clone(), own[0].clone()];
    assert_eq!(calendar.with_own_days(&twice), Err(CalendarError::DayTwice(day("2026-10-01"))));
}
