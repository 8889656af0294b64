//! Gates through the engine: set up from a template, held, confirmed, waived, passed and taken back; and no fact that
//! changes leaves one open over what does not hold.

#![allow(clippy::needless_pass_by_value, reason = "requests are built in place")]

mod facts;

use hefu_domain::register::{KeptKind, KeptRecord};
use serde_json::{Value, json};

use crate::support::Bench;

fn said(en: &str, zh: &str) -> Value {
    json!({ "en": en, "zh": zh })
}

fn gates(bench: &Bench, project: &Value) -> Value {
    bench.view("gates", json!({ "project": project }))
}

fn all(view: &Value) -> impl Iterator<Item = &Value> {
    view["lines"].as_array().unwrap().iter().flat_map(|line| line["gates"].as_array().unwrap())
}

fn gate(bench: &Bench, project: &Value, title: &str) -> Value {
    let view = gates(bench, project);
    let found = all(&view).find(|gate| gate["record"]["title"]["en"]["words"] == title);
    found.unwrap_or_else(|| panic!("no gate {title}")).clone()
}

fn condition<'a>(gate: &'a Value, key: &str) -> &'a Value {
    gate["conditions"].as_array().unwrap().iter().find(|each| each["key"] == key).unwrap()
}

fn undo(bench: &Bench) {
    bench.view("undo", json!({ "seq": null }));
}

fn people(bench: &Bench) -> Vec<Value> {
    let parties = bench.view("list_parties", json!({ "project": null }));
    parties["people"].as_array().unwrap().iter().map(|person| person["id"].clone()).collect()
}

/// The form of a record with some of its fields written over.
fn form(bench: &Bench, kind: KeptKind, record: &Value, change: Value) -> Value {
    let view = bench.view("record", json!({ "kind": kind, "record": record }));
    let (project, stack, number) = (view["project"].clone(), view["stack"].clone(), view["number"].clone());
    let record_of: KeptRecord = serde_json::from_value(view).unwrap();
    let mut fields = serde_json::to_value(record_of.fields()).unwrap();
    fields.as_object_mut().unwrap().extend(change.as_object().unwrap().clone());
    json!({ "record": record, "project": project, "stack": stack, "number": number, "fields": fields })
}

fn save(bench: &Bench, project: &Value, fields: Value) -> Value {
    let request =
        json!({ "record": null, "project": project, "stack": null, "number": null, "fields": fields });
    bench.view("save_record", request)["record"].clone()
}

/// A project that nothing has been done to.
fn fresh(bench: &Bench) -> Value {
    let list = bench.view("list_projects", json!({}));
    let like = &list["projects"][0]["project"];
    let request = json!({ "project": null, "number": "HC-2027-001", "title": said("Heron cloud", "苍鹭云"),
        "summary": said("", ""), "client": like["client"], "vendor": like["vendor"], "supervisor": null,
        "partners": [], "manager": like["manager"], "jurisdictions": ["SG"], "template": "sea_commercial" });
    bench.view("save_project", request)["project"].clone()
}

fn set_up(bench: &Bench, project: &Value, stack: Value) -> Value {
    bench
        .view("set_up_lifecycle", json!({ "project": project, "stack": stack, "template": "sea-commercial" }))
}

#[test]
fn a_template_gives_stages_gates_and_hand_overs_once_in_one_act() {
    let bench = Bench::with_sample();
    let project = fresh(&bench);
    let before = bench.view("project_overview", json!({ "project": project }))["stages"].clone();
    let library = bench.view("list_lifecycles", json!({}));
    let templates = library["template"].as_array().unwrap();
    let template = templates.iter().find(|each| each["key"] == "sea-commercial").unwrap();
    let wanted =
        template["stage"].as_array().unwrap().iter().filter(|stage| !stage["gate"].is_null()).count();
    let made = set_up(&bench, &project, Value::Null);
    assert_eq!((&made["gates"], &made["hand_overs"]), (&json!(wanted), &json!(3)));
    let view = gates(&bench, &project);
    assert_eq!(all(&view).count(), wanted);
    // The first stage was running: its days are kept, and nothing is put before it.
    let stages = view["lines"][0]["stages"].as_array().unwrap();
    assert_eq!((&stages[0]["id"], &stages[0]["started"]), (&before[0]["id"], &json!("2026-09-28")));
    for gate in all(&view) {
        // What is not named yet is not known, and so never lets through.
        assert_ne!(gate["lets_through"], true, "{}", gate["record"]["number"]);
        for condition in gate["conditions"].as_array().unwrap() {
            let is_computed = condition["requires"]["kind"] == "no_blocking_issue";
            let is_open = ["unknown", "unmet"].map(Value::from).contains(&condition["verdict"]);
            assert!(is_computed || is_open, "{condition}");
        }
    }
    let again = json!({ "project": project, "stack": null, "template": "sea-commercial" });
    assert_eq!(bench.refused("set_up_lifecycle", again)["code"], "has_gates");
    let unknown = json!({ "project": project, "stack": null, "template": "moon-base" });
    assert_eq!(bench.refused("set_up_lifecycle", unknown)["code"], "not_found");
    undo(&bench);
    assert_eq!(all(&gates(&bench, &project)).count(), 0);
    assert_eq!(bench.view("project_overview", json!({ "project": project }))["stages"], before);
}

#[test]
fn two_stacks_run_side_by_side_each_with_its_own_stages() {
    let bench = Bench::with_sample();
    let project = fresh(&bench);
    let stack = bench.view("project_overview", json!({ "project": project }))["stacks"][0]["id"].clone();
    set_up(&bench, &project, Value::Null);
    let own = set_up(&bench, &project, stack.clone());
    let view = gates(&bench, &project);
    let lines = view["lines"].as_array().unwrap();
    assert_eq!((lines.len(), &lines[0]["stack"], &lines[1]["stack"]), (2, &Value::Null, &stack));
    assert_eq!(json!(lines[1]["stages"].as_array().unwrap().len()), own["stages"]);
    assert_eq!(lines[1]["stages"][0]["title"]["en"]["words"], "Pre-sales");
    // Where the project stands is told by its own stages alone.
    let overview = bench.view("project_overview", json!({ "project": project }));
    assert_eq!(overview["stages"], lines[0]["stages"]);
    let begun = lines[1]["gates"][0].clone();
    assert_ne!(begun["record"]["number"], lines[0]["gates"][0]["record"]["number"]);
}

/// The contract gate of a fresh project with one condition, which a person answers.
fn by_hand(bench: &Bench, project: &Value) -> Value {
    set_up(bench, project, Value::Null);
    let contract = gate(bench, project, "Contract");
    let asked = contract["record"]["conditions"].as_array().unwrap().iter();
    let asked: Vec<Value> = asked.filter(|each| each["key"] == "need-confirmed").cloned().collect();
    let change = json!({ "conditions": asked });
    bench.view("save_record", form(bench, KeptKind::Gate, &contract["record"]["id"], change));
    gate(bench, project, "Contract")["record"]["id"].clone()
}

#[test]
fn a_gate_is_held_until_a_person_confirms_then_passed_and_taken_back() {
    let bench = Bench::with_sample();
    let project = fresh(&bench);
    let id = by_hand(&bench, &project);
    let held = bench.refused("pass_gate", json!({ "gate": id }));
    assert_eq!((&held["code"], &held["held"]), (&json!("gate_held"), &json!(1)));
    assert_eq!(held["conditions"]["zh"], "客户需求与预算已确认");
    let by = people(&bench)[0].clone();
    let confirm = |says: &str, on: Value| json!({ "gate": id, "condition": "need-confirmed", "says": says, "by": by, "on": on });
    assert_eq!(bench.refused("confirm_condition", confirm("holds", json!("2026-09-29")))["code"], "invalid");
    bench.view("confirm_condition", confirm("does_not_hold", Value::Null));
    let denied = gate(&bench, &project, "Contract");
    assert_eq!(condition(&denied, "need-confirmed")["verdict"], "unmet");
    assert_eq!(bench.refused("pass_gate", json!({ "gate": id }))["code"], "gate_held");
    bench.view("confirm_condition", confirm("holds", json!("2026-09-25")));
    let ready = gate(&bench, &project, "Contract");
    assert_eq!((&ready["state"], &ready["lets_through"]), (&json!("ready"), &json!(true)));
    assert_eq!(condition(&ready, "need-confirmed")["confirmed_by"]["id"], by);
    bench.view("pass_gate", json!({ "gate": id }));
    let passed = gate(&bench, &project, "Contract");
    assert_eq!(
        (&passed["state"], &passed["record"]["passage"]["on"]),
        (&json!("passed"), &json!("2026-09-28"))
    );
    assert_eq!(bench.refused("pass_gate", json!({ "gate": id }))["code"], "gate_passed_already");
    undo(&bench);
    assert_eq!(gate(&bench, &project, "Contract")["record"]["passage"], Value::Null);
    undo(&bench);
    assert_eq!(gate(&bench, &project, "Contract")["state"], "held");
}

#[test]
fn a_gate_that_is_passed_begins_its_stage_and_ends_the_one_before() {
    let bench = Bench::with_sample();
    let project = fresh(&bench);
    set_up(&bench, &project, Value::Null);
    let kick_off = gate(&bench, &project, "Kick-off");
    let id = &kick_off["record"]["id"];
    let requires = json!({ "kind": "date_reached", "day": "2026-09-28" });
    let asked = json!([{ "key": "day", "title": said("Day is come", "日期已到"), "role": "", "owner": null,
        "requires": requires }]);
    bench.view("save_record", form(&bench, KeptKind::Gate, id, json!({ "conditions": asked })));
    let stages = |bench: &Bench| gates(bench, &project)["lines"][0]["stages"].clone();
    let before = stages(&bench);
    bench.view("pass_gate", json!({ "gate": id }));
    let after = stages(&bench);
    assert_eq!((&after[0]["ended"], &after[1]["started"]), (&json!("2026-09-28"), &json!("2026-09-28")));
    undo(&bench);
    assert_eq!(stages(&bench), before);
}

#[test]
fn a_waiver_needs_somebody_else_and_is_granted_and_ended_by_its_own_acts() {
    let bench = Bench::with_sample();
    let project = fresh(&bench);
    let id = by_hand(&bench, &project);
    let people = people(&bench);
    let ask = |change: Value| {
        let mut request = json!({ "gate": id, "condition": "need-confirmed", "reason": said("The client is away", "客户外出"),
            "measure": said("", ""), "requested_by": people[0], "approved_by": [people[1]], "expires": "2026-10-31" });
        request.as_object_mut().unwrap().extend(change.as_object().unwrap().clone());
        request
    };
    let own = bench.refused("grant_waiver", ask(json!({ "approved_by": [people[1], people[0]] })));
    assert_eq!(own["code"], "own_waiver");
    for (change, field) in [
        (json!({ "reason": said(" ", "") }), "reason"),
        (json!({ "approved_by": [] }), "approved_by"),
        (json!({ "expires": "2026-09-27" }), "expires"),
        (json!({ "condition": "another" }), "condition"),
    ] {
        let refused = bench.refused("grant_waiver", ask(change));
        assert_eq!((&refused["code"], &refused["field"]), (&json!("invalid"), &json!(field)));
    }
    let waiver = bench.view("grant_waiver", ask(json!({})))["waiver"].clone();
    let waived = gate(&bench, &project, "Contract");
    assert_eq!((&waived["state"], &waived["verdict"]), (&json!("ready"), &json!("waived")));
    assert_eq!(condition(&waived, "need-confirmed")["waiver"]["approved_by"][0]["id"], people[1]);
    bench.view("end_waiver", json!({ "waiver": waiver }));
    let ended = gate(&bench, &project, "Contract");
    assert_eq!(ended["lets_through"], false);
    assert_eq!(bench.refused("end_waiver", json!({ "waiver": waiver }))["code"], "invalid");
    undo(&bench);
    assert_eq!(gate(&bench, &project, "Contract")["lets_through"], true);
    let passed = bench.view("pass_gate", json!({ "gate": id }));
    assert_eq!(passed["waived"], 1);
    assert_eq!(gate(&bench, &project, "Contract")["record"]["passage"]["waived"], json!(["need-confirmed"]));
    undo(&bench);
    undo(&bench);
    assert_eq!(gate(&bench, &project, "Contract")["lets_through"], false);
    // No form writes one.
    let kinds = KeptKind::ALL.iter().map(|kind| kind.noun().spec().table).collect::<Vec<_>>();
    assert!(!kinds.contains(&"waiver"));
}

#[test]
fn the_sample_says_what_blocks_and_whose_turn_it_is() {
    let bench = Bench::with_sample();
    let view = gates(&bench, &bench.project());
    let lines = view["lines"].as_array().unwrap();
    assert_eq!(lines.len(), 3, "the project, Guangzhou and Singapore");
    assert_eq!(view["checks"].as_array().unwrap().len(), 34);
    let prelim = gate(&bench, &bench.project(), "Preliminary acceptance");
    assert_eq!(prelim["state"], "held");
    let verdict = |key: &str| condition(&prelim, key)["verdict"].clone();
    assert_eq!(verdict("SOV-08"), "met");
    for key in ["no-blocking-issue", "doc-pa-01", "supervisor-agrees", "operations-handed-over"] {
        assert_eq!(verdict(key), "unmet", "{key}");
        assert!(!condition(&prelim, key)["turn"].as_array().unwrap().is_empty(), "{key}");
    }
    let blocks = &condition(&prelim, "no-blocking-issue")["reasons"][0]["about"];
    assert_eq!((&blocks["noun"], &blocks["number"]), (&json!("open_issue"), &json!("OI-02")));
    let held = bench.refused("pass_gate", json!({ "gate": prelim["record"]["id"] }));
    assert_eq!(held["held"], 4);
    let hand_overs = view["hand_overs"].as_array().unwrap();
    let sales = hand_overs.iter().find(|each| each["record"]["number"] == "HO-01").unwrap();
    assert_eq!(
        (&sales["open"], &sales["untraced"], &sales["verdict"]),
        (&json!(0), &json!(1), &json!("unmet"))
    );
}
