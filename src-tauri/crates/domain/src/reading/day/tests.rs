//! Days as people type them.

use super::*;

/// Monday.
const TODAY: &str = "2026-09-28";

fn calendar() -> Calendar {
    Calendar::parse(include_str!("../../../../../library/calendars/cn.toml")).unwrap()
}

fn reading(typed: &str, sense: Sense, language: Language) -> DayReading {
    let calendar = calendar();
    DayReading::of(typed, &Asked { today: TODAY.parse().unwrap(), sense, language, calendar: &calendar })
}

/// A day as `2026-05-09`, several with a bar between, a reason by its name.
fn said(reading: &DayReading) -> String {
    match reading {
        DayReading::Day { day, .. } => day.to_string(),
        DayReading::Several { days } => days.iter().map(ToString::to_string).collect::<Vec<_>>().join(" | "),
        DayReading::Unread { why } => format!("{why:?}"),
    }
}

fn reads(sense: Sense, language: Language, table: &[(&str, &str)]) {
    for (typed, expected) in table {
        assert_eq!(said(&reading(typed, sense, language)), *expected, "{typed:?} {sense:?} {language:?}");
    }
}

#[test]
fn a_whole_day_reads_the_same_in_every_notation_language_and_sense() {
    for language in [Language::En, Language::Zh] {
        for sense in [Sense::Any, Sense::Ahead, Sense::Behind] {
            for typed in [
                "2026-03-16",
                "2026/3/16",
                "2026.3.16",
                "2026 3 16",
                "20260316",
                "2026. 03. 16.",
                "16 Mar 2026",
                "Mar 16 2026",
                "March 16, 2026",
                "16 March 2026",
                "16th of March 2026",
                "the 16th of March, 2026",
                "16-Mar-2026",
                "16mar2026",
                "2026 Mar 16",
                "2026-Mar-16",
                "MAR. 16TH, 2026",
                "2026年3月16日",
                "2026年3月16号",
                "2026 年 03 月 16 日",
                "2026年3月16",
                "二〇二六年三月十六日",
                "２０２６／３／１６",
                "２０２６－０３－１６",
                "2026。3。16",
                "2026—3—16",
                " 2026-3-16 ",
                "16/3/2026",
                "3/16/2026",
                "16.03.2026",
                "Mon 16 Mar 2026",
                "Monday, 16 March 2026",
                "16 Mar 2026 (Mon)",
                "2026年3月16日 星期一",
                "周一 2026-03-16",
                "今年3月16日",
                "2026年3月16日（周一）",
            ] {
                assert_eq!(
                    said(&reading(typed, sense, language)),
                    "2026-03-16",
                    "{typed:?} {sense:?} {language:?}"
                );
            }
        }
    }
    reads(
        Sense::Any,
        Language::En,
        &[("20261020", "2026-10-20"), ("31 sept 2026", "NotThere"), ("9 Sept 2026", "2026-09-09")],
    );
}

#[test]
fn a_day_without_a_year_is_of_this_one_or_the_next_or_last_such_day() {
    for typed in [
        "3-16",
        "3/16",
        "3.16",
        "3 16",
        "03-16",
        "3月16日",
        "三月十六日",
        "3月16号",
        "16 Mar",
        "Mar 16",
        "March 16th",
        "３／１６",
    ] {
        for (sense, expected) in
            [(Sense::Any, "2026-03-16"), (Sense::Ahead, "2027-03-16"), (Sense::Behind, "2026-03-16")]
        {
            reads(sense, Language::En, &[(typed, expected)]);
            reads(sense, Language::Zh, &[(typed, expected)]);
        }
    }
    for (sense, expected) in
        [(Sense::Any, "2026-12-31"), (Sense::Ahead, "2026-12-31"), (Sense::Behind, "2025-12-31")]
    {
        reads(
            sense,
            Language::En,
            &[("31 Dec", expected), ("12-31", expected), ("十二月三十一日", expected)],
        );
    }
    // Today is both.
    reads(Sense::Ahead, Language::Zh, &[("9-28", TODAY)]);
    reads(Sense::Behind, Language::Zh, &[("9-28", TODAY)]);
    reads(Sense::Any, Language::En, &[("29 Feb", "NotThere"), ("2-29", "NotThere")]);
    reads(Sense::Ahead, Language::En, &[("29 Feb", "2028-02-29")]);
    reads(Sense::Behind, Language::En, &[("29 Feb", "2024-02-29")]);
    reads(Sense::Any, Language::Zh, &[("明年3月16日", "2027-03-16"), ("去年12月31日", "2025-12-31")]);
}

#[test]
fn two_readings_are_both_offered_and_none_is_taken() {
    reads(
        Sense::Any,
        Language::En,
        &[
            ("03/04/2026", "2026-04-03 | 2026-03-04"),
            ("3.4.2026", "2026-04-03 | 2026-03-04"),
            ("3-4", "2026-04-03 | 2026-03-04"),
            ("3/4", "2026-04-03 | 2026-03-04"),
            // One of them is no day, or both are the same one.
            ("4/4/2026", "2026-04-04"),
            ("13/4", "2026-04-13"),
            // The day of the week decides.
            ("Fri 03/04/2026", "2026-04-03"),
            ("Wed, 03/04/2026", "2026-03-04"),
            ("Thu 03/04/2026", "OtherWeekday"),
        ],
    );
    // A Chinese reader writes the month first; a year at the end is somebody else's form.
    reads(
        Sense::Any,
        Language::Zh,
        &[("3-4", "2026-03-04"), ("3/4", "2026-03-04"), ("03/04/2026", "2026-04-03 | 2026-03-04")],
    );
}

#[test]
fn days_are_counted_from_today() {
    reads(
        Sense::Any,
        Language::Zh,
        &[
            ("今天", "2026-09-28"),
            ("today", "2026-09-28"),
            ("Today", "2026-09-28"),
            ("明天", "2026-09-29"),
            ("tomorrow", "2026-09-29"),
            ("后天", "2026-09-30"),
            ("大后天", "2026-10-01"),
            ("yesterday", "2026-09-27"),
            ("昨天", "2026-09-27"),
            ("前天", "2026-09-26"),
            ("+10", "2026-10-08"),
            ("+10d", "2026-10-08"),
            ("+ 10 days", "2026-10-08"),
            ("＋１０", "2026-10-08"),
            ("+10天", "2026-10-08"),
            ("10天后", "2026-10-08"),
            ("十天后", "2026-10-08"),
            ("in 10 days", "2026-10-08"),
            ("-3", "2026-09-25"),
            ("−3", "2026-09-25"),
            ("3天前", "2026-09-25"),
            ("3 days ago", "2026-09-25"),
            ("+2w", "2026-10-12"),
            ("+2周", "2026-10-12"),
            ("两周后", "2026-10-12"),
            ("+1m", "2026-10-28"),
            ("+5个月", "2027-02-28"),
            ("+1y", "2027-09-28"),
            ("明年", "Unreadable"),
            ("+99999", "TooFar"),
        ],
    );
    for typed in [
        "+10wd",
        "+10 wd",
        "+10个工作日",
        "+10工作日",
        "10个工作日后",
        "十个工作日后",
        "in 10 working days",
        "+10 business days",
        "＋10WD",
    ] {
        let found = reading(typed, Sense::Any, Language::En);
        let reckoned = Some(Reckoned::WorkingDays { count: 10, certainty: Certainty::Certain });
        // The first week of October rests, the tenth is worked.
        assert_eq!(found, DayReading::Day { day: "2026-10-16".parse().unwrap(), reckoned }, "{typed}");
    }
    let far = reading("+90wd", Sense::Any, Language::En);
    assert!(
        matches!(
            far,
            DayReading::Day {
                reckoned: Some(Reckoned::WorkingDays { certainty: Certainty::Provisional, .. }),
                ..
            }
        ),
        "{far:?}"
    );
    reads(Sense::Any, Language::En, &[("-1wd", "2026-09-24"), ("5个工作日前", "2026-09-20")]);
}

#[test]
fn what_is_no_day_says_why() {
    reads(
        Sense::Any,
        Language::En,
        &[
            ("2026-02-30", "NotThere"),
            ("2026-13-01", "NotThere"),
            ("20261320", "NotThere"),
            ("2月30日", "NotThere"),
            ("31/31/2026", "NotThere"),
            ("26-3-16", "ShortYear"),
            ("16/3/26", "ShortYear"),
            ("16 Mar 26", "ShortYear"),
            ("26年3月16日", "ShortYear"),
            ("2026-03", "MonthOnly"),
            ("2026年3月", "MonthOnly"),
            ("March 2026", "MonthOnly"),
            ("Mar", "MonthOnly"),
            ("3月", "MonthOnly"),
            ("1066-10-14", "TooFar"),
            ("2326-03-16", "TooFar"),
            ("Tue 16 Mar 2026", "OtherWeekday"),
            ("2026年3月16日 星期二", "OtherWeekday"),
            ("soon", "Unreadable"),
            ("尽快", "Unreadable"),
            ("", "Unreadable"),
            ("16", "Unreadable"),
            ("2026", "Unreadable"),
            ("Friday", "Unreadable"),
            ("周五", "Unreadable"),
            ("260316", "Unreadable"),
            ("2026-03-16 14:00", "Unreadable"),
            ("16 Foo 2026", "Unreadable"),
            ("Mar Apr 2026", "Unreadable"),
            ("2026-03-16-17", "Unreadable"),
            ("+", "Unreadable"),
            ("📅", "Unreadable"),
        ],
    );
    assert_eq!(said(&reading(&"9".repeat(4000), Sense::Any, Language::En)), "Unreadable");
}
