//! The sample story as a plan: its baseline is what the plan was before anything had happened.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use chrono::NaiveDate;
use hefu_schedule::plan::{
    Calendar, CalendarException, Constraint, ConstraintKind, ExceptionKind, Lag, Plan, Relation,
    RelationType, Span, Task,
};
use hefu_schedule::{Moment, schedule};
use toml::Value;

fn moment(value: &Value) -> Moment {
    let text = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
    text.parse().unwrap()
}

fn day(value: &Value) -> NaiveDate {
    moment(value).day()
}

fn calendar(text: &str) -> Calendar {
    let table: Value = text.parse::<toml::Table>().unwrap().into();
    let mut exceptions = Vec::new();
    for year in table["year"].as_array().unwrap() {
        for (key, kind) in [("off", ExceptionKind::Off), ("work", ExceptionKind::Working)] {
            for each in year.get(key).and_then(Value::as_array).into_iter().flatten() {
                let from = day(each.get("day").unwrap_or_else(|| &each["from"]));
                let to = each.get("to").map_or(from, day);
                exceptions.push(CalendarException { from, to, kind, hours: None });
            }
        }
    }
    let id = table["key"].as_str().unwrap().to_owned();
    Calendar { id, week: None, exceptions, known_until: table.get("certain_until").map(day) }
}

fn relation(value: &Value) -> Relation {
    #[allow(clippy::cast_precision_loss)]
    let lag = value["lag"].as_integer().unwrap() as f64;
    Relation {
        task: value["task"].as_str().unwrap().to_owned(),
        kind: match value["type"].as_str().unwrap() {
            "FS" => RelationType::FinishStart,
            "SS" => RelationType::StartStart,
            "FF" => RelationType::FinishFinish,
            _ => RelationType::StartFinish,
        },
        lag: if value["unit"].as_str() == Some("elapsed_days") {
            Lag::ElapsedDays(lag)
        } else {
            Lag::Days(lag)
        },
    }
}

fn story() -> (Plan, Vec<Value>) {
    let table: toml::Table = include_str!("../../../library/story/schedule.toml").parse().unwrap();
    let mut plan = Plan::starting(moment(&table["schedule"]["start"]));
    plan.calendars = vec![
        calendar(include_str!("../../../library/calendars/cn.toml")),
        calendar(include_str!("../../../library/calendars/sg.toml")),
    ];
    let rows = table["task"].as_array().unwrap().clone();
    for row in &rows {
        let constraint = row.get("constraint").map(|constraint| {
            assert_eq!(constraint["kind"].as_str(), Some("start_no_earlier_than"));
            Constraint { kind: ConstraintKind::StartNoEarlierThan, date: Some(moment(&constraint["date"])) }
        });
        #[allow(clippy::cast_precision_loss)]
        let days = row["duration_days"].as_integer().unwrap() as f64;
        plan.tasks.push(Task {
            id: row["id"].as_str().unwrap().to_owned(),
            duration: Span::Days(days),
            calendar: row["calendar"].as_str().map(str::to_owned),
            predecessors: row
                .get("predecessors")
                .and_then(Value::as_array)
                .into_iter()
                .flatten()
                .map(relation)
                .collect(),
            constraints: constraint.into_iter().collect(),
            ..Task::default()
        });
    }
    (plan, rows)
}

#[test]
fn the_plan_without_progress_is_its_baseline() {
    let (plan, rows) = story();
    let schedule = schedule(&plan).unwrap();
    let mut wrong = Vec::new();
    for (row, task) in rows.iter().zip(&schedule.tasks) {
        let stated = (day(&row["baseline_start"]), day(&row["baseline_finish"]));
        if stated != (task.start, task.finish) {
            wrong.push(format!("{}: {stated:?}, computed {} to {}", task.id, task.start, task.finish));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
    assert_eq!(rows.len(), 134);
}
