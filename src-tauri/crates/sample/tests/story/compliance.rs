//! Counters, scores and what is due today.

use toml::Value;

use super::rows::{Fields, Files};

#[test]
fn the_counter_of_exported_persons_adds_up_and_crosses_in_november() {
    let files = Files::read();
    let counter = files.row("compliance", "counter", "cnt-pi-2026");
    let persons = counter.number("persons");
    assert_eq!((persons, counter.number("limit")), (82_400, 100_000));
    assert_eq!(counter.inner("months").iter().map(|month| month.number("new_persons")).sum::<i64>(), persons);
    let flows = counter.names("flows");
    let counted: i64 = files
        .rows("compliance", "flow")
        .iter()
        .filter(|flow| flows.contains(&flow.id().as_str()))
        .map(|flow| flow.number("persons_this_year"))
        .sum();
    assert_eq!(counted, persons);
    assert_eq!(files.row("compliance", "dataset", "ds-appoint-sg").number("persons"), persons);
    let mut total = persons;
    let crossing = counter.inner("forecast").into_iter().find(|month| {
        total += month.number("new_persons");
        total >= counter.number("limit")
    });
    assert_eq!(crossing.map(|month| month.text("month")), Some("2026-11"));
    assert_eq!(counter.text("forecast_crossing"), "2026-11");
}

#[test]
fn scores_are_products_and_four_entries_are_due() {
    let files = Files::read();
    for risk in files.rows("register", "risk") {
        for stage in ["inherent", "current", "residual"] {
            let score = risk.inner(stage)[0];
            let product = score.number("probability") * score.number("impact");
            assert_eq!(product, score.number("score"), "{} {stage}", risk.id());
            assert!((1..=25).contains(&product), "{} {stage}", risk.id());
        }
    }
    let open = |kind, key: &str| {
        let rows = files.rows("register", kind);
        rows.iter()
            .filter(|row| row.text("state") == "open" && row.day(key).unwrap() <= files.today())
            .count()
    };
    assert_eq!(open("action", "due") + open("risk", "next_review"), 4);
    let attention =
        files.rows("compliance", "check").iter().filter(|check| check.yes("needs_attention")).count();
    assert_eq!(attention, 2);
}

#[test]
fn actions_and_decisions_stand_in_their_meetings() {
    let files = Files::read();
    for kind in ["action", "decision"] {
        for entry in files.rows("register", kind).into_iter().filter(|entry| entry.contains_key("meeting")) {
            let meeting = files.row("meetings", "meeting", entry.text("meeting"));
            let listed = meeting.names("actions").into_iter().chain(meeting.names("decisions"));
            assert!(listed.into_iter().any(|id| id == entry.id()), "{}", entry.id());
            assert!(entry.day("date").is_none_or(|day| Some(day) == meeting.day("date")), "{}", entry.id());
        }
    }
}

#[test]
fn unknown_is_a_value() {
    fn unknown(value: &Value) -> bool {
        match value {
            Value::String(word) => word == "unknown",
            Value::Array(items) => items.iter().any(unknown),
            Value::Table(table) => table.values().any(unknown),
            _ => false,
        }
    }
    let files = Files::read();
    let rows =
        files.all().into_iter().filter(|(_, kind, _)| matches!(*kind, "dataset" | "flow" | "component"));
    assert!(rows.filter(|(_, _, row)| row.values().any(unknown)).count() >= 5);
}
