//! The file that is written, to its last byte.

use icalendar::parser::{read_components, unfold};
use proptest::prelude::*;

use super::*;

fn entry(uid: &str, when: EntryTime) -> FeedEntry {
    FeedEntry {
        uid: uid.to_owned(),
        when,
        title: Words { en: "Deemed acceptance".into(), zh: "视为验收合格".into() },
        note: Words::default(),
        category: None,
        certainty: Certainty::Certain,
        remind_days: None,
    }
}

fn written() -> DateTime<Utc> {
    "2026-09-28T02:00:00Z".parse().unwrap()
}

fn name() -> Words {
    Words { en: "Harbour City".into(), zh: "港城".into() }
}

#[test]
fn a_whole_day_and_an_instant() {
    let day = FeedEntry {
        note: Words { en: "Clause 8.4; silence, then:\nacceptance".into(), zh: String::new() },
        category: Some("clock".into()),
        remind_days: Some(3),
        ..entry("clk-1@hefu", EntryTime::Day("2026-10-15".parse().unwrap()))
    };
    let instant = FeedEntry {
        certainty: Certainty::Provisional,
        ..entry("clk-2@hefu", EntryTime::Instant("2026-10-03T22:30:00+08:00".parse().unwrap()))
    };
    let text = write(&name(), &[day, instant], Some(Language::En), written()).unwrap();
    for line in [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Hefu//Hefu//EN",
        "UID:clk-1@hefu",
        "DTSTAMP:20260928T020000Z",
        "DTSTART;VALUE=DATE:20261015",
        "DTEND;VALUE=DATE:20261016",
        "SUMMARY:Deemed acceptance",
        r"DESCRIPTION:Clause 8.4\; silence\, then:\nacceptance",
        "CATEGORIES:clock",
        "STATUS:CONFIRMED",
        "TRANSP:TRANSPARENT",
        "BEGIN:VALARM",
        "TRIGGER;RELATED=START:-PT259200S",
        "DTSTART:20261003T143000Z",
        "STATUS:TENTATIVE",
        "END:VCALENDAR",
    ] {
        assert!(text.split("\r\n").any(|found| found == line), "{line} is not in\n{text}");
    }
    assert!(text.ends_with("END:VCALENDAR\r\n") && text.starts_with("BEGIN:VCALENDAR\r\n"));
    assert_eq!(text.matches("DTSTAMP").count(), text.matches("DTSTAMP:20260928T020000Z").count());
}

#[test]
fn a_title_stands_in_the_language_that_is_asked_for() {
    let entry = entry("1", EntryTime::Day("2026-10-15".parse().unwrap()));
    let title = |language, title: Words| {
        let text = write(&name(), &[FeedEntry { title, ..entry.clone() }], language, written()).unwrap();
        let plain = unfold(&text);
        plain.lines().find_map(|line| line.strip_prefix("SUMMARY:").map(str::to_owned)).unwrap()
    };
    let words = entry.title.clone();
    assert_eq!(title(Some(Language::Zh), words.clone()), "视为验收合格");
    assert_eq!(title(None, words.clone()), "Deemed acceptance 视为验收合格");
    let english = Words { zh: String::new(), ..words };
    assert_eq!(title(Some(Language::Zh), english), "Deemed acceptance");
}

#[test]
fn entries_that_no_calendar_could_keep_apart_are_refused() {
    let day = EntryTime::Day("2026-10-15".parse().unwrap());
    let write = |entries: &[FeedEntry]| write(&name(), entries, None, written());
    assert_eq!(write(&[entry(" ", day)]), Err(FeedError::NoUid));
    assert_eq!(write(&[entry("a", day), entry("a ", day)]), Err(FeedError::UidTwice("a".into())));
    let untitled = FeedEntry { title: Words::default(), ..entry("a", day) };
    assert_eq!(write(&[untitled]), Err(FeedError::NoTitle("a".into())));
    let last = entry("a", EntryTime::Day(NaiveDate::MAX));
    assert_eq!(write(&[last]), Err(FeedError::DayOutOfRange(NaiveDate::MAX)));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn whatever_a_title_holds_comes_back_and_no_line_is_too_long(
        title in "[a-zA-Z验收期限,;:\\\\\n\"' \u{1}\u{7f}]{1,160}",
        alarm in prop::option::of(0_u16..90),
    ) {
        let entry = FeedEntry {
            title: Words { en: title, zh: String::new() },
            remind_days: alarm,
            ..entry("1", EntryTime::Day("2026-10-15".parse().unwrap()))
        };
        let expected = plain(&entry.title, None);
        let once = write(&name(), std::slice::from_ref(&entry), None, written());
        if expected.is_empty() {
            prop_assert_eq!(once, Err(FeedError::NoTitle("1".into())));
            return Ok(());
        }
        let once = once.unwrap();
        let again = write(&name(), std::slice::from_ref(&entry), None, written()).unwrap();
        prop_assert_eq!(&once, &again);
        for line in once.split("\r\n") {
            prop_assert!(line.len() <= 75, "{} octets: {}", line.len(), line);
            prop_assert!(!line.contains(['\r', '\n']));
        }
        let plain = unfold(&once);
        let read = read_components(&plain).unwrap();
        let found = read[0].components.iter().find(|each| each.name == "VEVENT").unwrap();
        prop_assert_eq!(found.find_prop("SUMMARY").unwrap().val.as_str(), expected);
    }
}
