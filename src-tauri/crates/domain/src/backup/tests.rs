//! When a backup is due, what it is called and which are kept.

use proptest::prelude::*;

use super::*;

fn at(text: &str) -> DateTime<Utc> {
    format!("{text}:00+08:00").parse::<DateTime<FixedOffset>>().unwrap().to_utc()
}

fn now(text: &str) -> DateTime<FixedOffset> {
    format!("{text}:00+08:00").parse().unwrap()
}

fn state(entries: u64) -> State {
    State { entries, head: format!("{entries:08x}"), chain: "77aa01bc".into(), salt: "90e1f2a3".into() }
}

#[test]
fn a_name_says_when_and_why_and_nothing_else_is_taken_for_one() {
    let label = Label { made_at: at("2026-09-28T10:00"), occasion: Occasion::Opened, state: state(0x75) };
    assert_eq!(label.to_string(), "auto-20260928T020000Z-opened-117-00000075-77aa01bc-90e1f2a3");
    assert_eq!(label.to_string().parse(), Ok(label));
    for other in [
        "",
        "auto",
        "20260928T020000Z",
        "auto-20260928T020000Z-opened-117-00000075-77aa01bc",
        "auto-20260928T020000Z-opened-0117-00000075-77aa01bc-90e1f2a3",
        "auto-20260928T020000Z-whenever-117-00000075-77aa01bc-90e1f2a3",
        "auto-20260931T020000Z-opened-117-00000075-77aa01bc-90e1f2a3",
        "my-auto-20260928T020000Z-opened-117-00000075-77aa01bc-90e1f2a3",
        "auto-20260928T020000Z-opened-117-00000075-77aa01bc-90e1f2a3-copy",
    ] {
        assert_eq!(other.parse::<Label>(), Err(()), "{other}");
    }
}

#[test]
fn one_is_due_when_something_changed_and_while_open_at_most_once_an_hour() {
    let newest = Label { made_at: at("2026-09-28T10:00"), occasion: Occasion::Opened, state: state(5) };
    for (changed, minute, occasion, expected) in [
        (5, "2026-09-28T12:00", Occasion::Interval, Due::NotYet),
        (5, "2026-09-28T12:00", Occasion::Import, Due::NotYet),
        (6, "2026-09-28T10:59", Occasion::Interval, Due::NotYet),
        (6, "2026-09-28T11:00", Occasion::Interval, Due::Now),
        (6, "2026-09-28T10:01", Occasion::Import, Due::Now),
        (6, "2026-09-28T10:01", Occasion::Opened, Due::Now),
        (6, "2026-09-28T09:00", Occasion::Interval, Due::Now),
    ] {
        assert_eq!(
            due(Some(&newest), &state(changed), now(minute), occasion),
            expected,
            "{minute} {occasion:?}"
        );
    }
    let under_a_new_key = State { salt: "00000001".into(), ..state(5) };
    assert_eq!(due(Some(&newest), &under_a_new_key, now("2026-09-28T10:01"), Occasion::Import), Due::Now);
    assert_eq!(due(None, &state(1), now("2026-09-28T10:00"), Occasion::Interval), Due::Now);
}

#[test]
fn twelve_newest_then_a_day_a_week_a_month() {
    // Monday, 28 September 2026. Fifteen backups this morning: the first three go.
    let morning: Vec<_> = (0..15).map(|minute| at(&format!("2026-09-28T09:{minute:02}"))).collect();
    assert_eq!(superfluous(&morning, now("2026-09-28T10:00")), [0, 1, 2]);

    // The twelve of today stand before each case, so that only the older rules keep what is listed.
    let cases: [(&str, &[&str], &[usize]); 8] = [
        ("two of one day: the newer is kept", &["2026-09-27T08:00", "2026-09-27T20:00"], &[0]),
        ("the fourteenth day is kept", &["2026-09-15T08:00", "2026-09-15T09:00"], &[0]),
        ("after that one a week", &["2026-09-08T08:00", "2026-09-10T08:00", "2026-09-13T23:59"], &[0, 1]),
        ("the eighth week is kept", &["2026-08-10T08:00", "2026-08-12T08:00"], &[0]),
        ("after that one a month", &["2026-07-06T08:00", "2026-07-14T08:00", "2026-07-21T08:00"], &[0, 1]),
        ("the twelfth month is kept", &["2025-10-01T08:00", "2025-10-31T08:00"], &[0]),
        ("older ones go", &["2025-09-01T08:00", "2025-09-30T23:00"], &[0, 1]),
        ("days are those of the zone", &["2026-09-26T23:59", "2026-09-27T00:01"], &[]),
    ];
    for (what, older, gone) in cases {
        let made: Vec<_> = older.iter().map(|each| at(each)).chain(morning[3..].iter().copied()).collect();
        assert_eq!(superfluous(&made, now("2026-09-28T10:00")), gone, "{what}");
    }
}

proptest! {
    /// Rotating after every backup ends with the same ones as rotating once at the end: nothing is removed that a
    /// later day would have wanted.
    #[test]
    fn rotating_often_loses_nothing_that_rotating_once_would_keep(gaps in prop::collection::vec(1i64..200, 1..150)) {
        let mut all = Vec::new();
        let mut held: Vec<DateTime<Utc>> = Vec::new();
        let mut clock = now("2025-01-01T08:00");
        for hours in gaps {
            clock += Duration::hours(hours);
            all.push(clock.to_utc());
            held.push(clock.to_utc());
            let gone = superfluous(&held, clock);
            held = held.iter().enumerate().filter(|(at, _)| !gone.contains(at)).map(|(_, each)| *each).collect();
        }
        let gone = superfluous(&all, clock);
        let at_once: Vec<_> = all.iter().enumerate().filter(|(at, _)| !gone.contains(at)).map(|(_, each)| *each).collect();
        prop_assert!(held.len() <= NEWEST + 14 + 8 + 12);
        prop_assert_eq!(held, at_once);
    }
}
