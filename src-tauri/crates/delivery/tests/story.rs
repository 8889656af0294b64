//! The sample's checks, gates and waivers by the rules, with the clock moved.

#![allow(clippy::unwrap_used, reason = "a story that does not read fails the test")]

use std::collections::BTreeMap;

use chrono::NaiveDate;
use hefu_delivery::check::{Check, CheckEvidence};
use hefu_delivery::gate::{
    CheckFact, CheckState, Condition, GateFacts, Requirement, Validity, Verdict, Waiver, WaiverProblem, Why,
    evaluate,
};
use hefu_domain::text::Words;
use toml::{Table, Value};

fn table(text: &str) -> Table {
    text.parse().unwrap()
}

fn projects() -> Table {
    table(include_str!("../../../library/story/projects.toml"))
}

fn rows<'a>(table: &'a Table, kind: &str) -> impl Iterator<Item = &'a Value> {
    table[kind].as_array().unwrap().iter()
}

fn text(row: &Value, key: &str) -> String {
    row[key].as_str().unwrap().to_owned()
}

fn date(row: &Value, key: &str) -> Option<NaiveDate> {
    row.get(key).map(|day| day.to_string().parse().unwrap())
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// A row of the story as a check. A waiver stands in for an answer, and what expired had been accepted.
fn check(row: &Value, region_lock: &str) -> Check {
    let number = text(row, "id");
    let state = match row["state"].as_str().unwrap() {
        "accepted" | "expired" => CheckState::Accepted,
        "evidence_submitted" => CheckState::Submitted,
        "in_progress" => CheckState::InProgress,
        "open" | "waived" => CheckState::Open,
        "not_applicable" => CheckState::NotApplicable,
        other => panic!("{other}"),
    };
    let last = if number == "SOV-09" { Validity::Until(day(region_lock)) } else { Validity::Always };
    Check {
        title: Words { en: number.clone(), zh: number.clone() },
        proof: Words::default(),
        state,
        owner: Some(text(row, "owner")),
        decided: date(row, "decided"),
        note: row
            .get("note")
            .map(|note| Words { en: text(note, "en"), zh: text(note, "zh") })
            .unwrap_or_default(),
        evidence: vec![CheckEvidence { id: "EV".into(), validity: last }],
        waiver: row.get("waiver").map(|waiver| waiver.as_str().unwrap().to_owned()),
        number,
    }
}

fn facts(region_lock: &str) -> GateFacts {
    let compliance = table(include_str!("../../../library/story/compliance.toml"));
    let checks: BTreeMap<String, CheckFact> = rows(&compliance, "check")
        .map(|row| check(row, region_lock))
        .map(|check| (check.number.clone(), check.fact()))
        .collect();
    assert_eq!(checks.len(), 34);
    GateFacts { checks, ..GateFacts::default() }
}

/// The checks that a gate of the story asks for, each a condition.
fn asked(gate: &str) -> Vec<Condition> {
    let projects = projects();
    let gate = rows(&projects, "gate").find(|row| text(row, "id") == gate).unwrap();
    let checks = gate["conditions"].as_array().unwrap().iter().filter(|row| text(row, "kind") == "check");
    checks
        .map(|row| text(row, "ref"))
        .map(|id| Condition {
            id: id.clone(),
            owner: None,
            requires: Requirement::ChecksAnswered { checks: vec![id] },
        })
        .collect()
}

fn waivers() -> Vec<Waiver> {
    let people = |row: &Value| {
        let list = row["approved_by"].as_array().unwrap().iter();
        list.map(|person| person.as_str().unwrap().to_owned()).collect()
    };
    rows(&projects(), "waiver")
        .map(|row| Waiver {
            condition: text(row, "check"),
            reason: text(&row["reason"], "en"),
            requested_by: text(row, "requested_by"),
            approved_by: people(row),
            granted: date(row, "granted").unwrap(),
            expires: date(row, "expires").unwrap(),
            ended: None,
        })
        .collect()
}

#[test]
fn the_waiver_of_the_keys_lets_its_gate_through_until_its_last_day() {
    let conditions = asked("gate-env");
    assert_eq!(conditions.len(), 5);
    let at =
        |today: &str, region_lock: &str| evaluate(&conditions, &facts(region_lock), &waivers(), day(today));
    // The region lock's export ran out on 24 September; renewed, it holds into the next year.
    let renewed = "2027-03-24";
    for (today, region_lock, verdict) in [
        ("2026-06-25", "2026-09-24", Verdict::Waived),
        ("2026-09-24", "2026-09-24", Verdict::Waived),
        ("2026-09-25", "2026-09-24", Verdict::Unmet),
        ("2026-10-31", renewed, Verdict::Waived),
        ("2026-11-01", renewed, Verdict::Unmet),
    ] {
        assert_eq!(at(today, region_lock).verdict, verdict, "{today}");
    }
    let after = at("2026-11-01", renewed);
    let keys = after.conditions.iter().find(|each| each.condition == "SOV-04").unwrap();
    assert_eq!(keys.waivers_without_force, [WaiverProblem::Expired { on: day("2026-10-31") }]);
    assert!(after.conditions.iter().all(|each| each.condition == "SOV-04" || each.verdict == Verdict::Met));
    let expired = at("2026-09-25", "2026-09-24");
    let lock = expired.conditions.iter().find(|each| each.condition == "SOV-09").unwrap();
    assert_eq!(lock.reasons[0].why, Why::Expired { on: day("2026-09-24") });
}

#[test]
fn the_gates_ahead_say_which_checks_they_wait_for() {
    let waiting = |gate: &str| {
        let stands = evaluate(&asked(gate), &facts("2026-09-24"), &waivers(), day("2026-09-28"));
        let open = stands.conditions.into_iter().filter(|each| !each.verdict.lets_through());
        open.map(|each| each.condition).collect::<Vec<_>>()
    };
    assert_eq!(waiting("gate-kickoff"), Vec::<String>::new());
    assert_eq!(waiting("gate-golive"), ["SOV-16"]);
    assert_eq!(waiting("gate-final"), ["SOV-13", "SOV-29", "SOV-33", "SOV-34"]);
    assert_eq!(waiting("gate-operate"), ["SOV-17"]);
}
