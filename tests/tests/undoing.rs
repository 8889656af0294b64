//! How far undo and redo reach: the project in view and this sitting, and further only when that act is agreed to.

use crate::support::Bench;
use hefu_cli::sentence;
use hefu_messages::Language;
use serde_json::{Value, json};

fn other_project(bench: &Bench) -> Value {
    let list = bench.view("list_projects", json!({}));
    let lines = list["projects"].as_array().unwrap();
    lines.iter().find(|line| line["project"]["number"] != "HC-2026-014").unwrap()["project"]["id"].clone()
}

fn mark(bench: &Bench, mark: &str) {
    let (round, criterion) = (bench.round()["round"]["id"].clone(), bench.criterion("4.2")["id"].clone());
    bench.view("mark_criterion", json!({ "round": round, "criterion": criterion, "mark": mark }));
}

fn add_round(bench: &Bench, project: &Value, number: &str) {
    bench.view("save_round", json!({ "round": null, "project": project, "number": number, "kind": "final" }));
}

fn add_person(bench: &Bench) {
    let parties = bench.view("list_parties", json!({ "project": null }));
    let organisation = &parties["organisations"][0]["id"];
    bench.view(
        "save_person",
        json!({ "person": null, "organisation": organisation, "name": { "en": "Li Min", "zh": "李敏" },
            "role": { "en": "", "zh": "" }, "language": "zh", "time_zone": "Asia/Shanghai", "email": "",
            "may_sign": null, "internal_note": "" }),
    );
}

/// Asks first: the failure, whose sentences name the act in both languages.
#[track_caller]
fn asks(bench: &Bench, command: &str, request: Value, act: &str, why: &str) -> Value {
    let refused = bench.refused(command, request);
    assert_eq!(
        (&refused["code"], &refused["act"], &refused["why"]),
        (&json!("needs_consent"), &json!(act), &json!(why))
    );
    for language in [Language::En, Language::Zh] {
        let said = sentence::failure(language, &refused).unwrap();
        assert!(said.contains("`agreed`"), "{said}");
    }
    refused
}

#[test]
fn in_a_project_the_acts_of_another_are_passed_over() {
    let bench = Bench::with_sample();
    let (harbour, other) = (bench.project(), other_project(&bench));
    mark(&bench, "passed");
    add_round(&bench, &other, "FA-77");
    let state = bench.view("undo_state", json!({ "project": harbour }));
    assert_eq!(state["undo"]["act"], "criterion_marked");
    assert_eq!(bench.view("undo", json!({ "project": harbour }))["act"], "criterion_marked");
    // What is left in this project was done before this sitting; the other's newer act is not touched.
    let refused = bench.refused("undo", json!({ "project": harbour }));
    assert_eq!((&refused["code"], &refused["why"]), (&json!("needs_consent"), &json!("earlier_sitting")));
    assert_eq!(refused["project"]["zh"], "港城健康云");
    assert_eq!(bench.view("undo", json!({ "project": other }))["act"], "round_added");
    assert_eq!(bench.view("redo", json!({ "project": harbour }))["act"], "criterion_marked");
    assert_eq!(bench.refused("redo", json!({ "project": harbour }))["code"], "nothing_to_redo");
    assert_eq!(bench.view("redo", json!({ "project": other }))["act"], "round_added");
}

#[test]
fn an_act_of_no_project_is_asked_for_while_a_project_is_in_view() {
    let bench = Bench::with_sample();
    mark(&bench, "passed");
    add_person(&bench);
    let in_view = json!({ "project": bench.project() });
    let refused = asks(&bench, "undo", in_view.clone(), "person_added", "no_project");
    let agreed = json!({ "project": bench.project(), "agreed": refused["entry"] });
    assert_eq!(bench.view("undo", agreed)["act"], "person_added");
    assert_eq!(bench.view("undo", in_view)["act"], "criterion_marked");
    // Where no project is in view the newest act is taken, whatever it belongs to.
    assert_eq!(bench.view("redo", json!({}))["act"], "criterion_marked");
}

#[test]
fn an_act_of_an_earlier_sitting_is_taken_back_only_when_that_very_act_is_agreed_to() {
    let bench = Bench::with_sample();
    mark(&bench, "passed");
    mark(&bench, "failed");
    bench.view("lock_workspace", json!({}));
    bench.open();
    let refused = asks(&bench, "undo", json!({}), "criterion_marked", "earlier_sitting");
    assert_eq!(refused["args"]["mark"], "failed");
    let newest = refused["entry"].as_u64().unwrap();
    for (request, expected) in [
        (json!({ "seq": newest }), "needs_consent"),
        (json!({ "agreed": newest - 1 }), "needs_consent"),
        (json!({ "seq": newest - 1, "agreed": newest }), "changed_since"),
    ] {
        assert_eq!(bench.refused("undo", request.clone())["code"], expected, "{request}");
    }
    assert_eq!(bench.view("undo", json!({ "agreed": newest }))["args"]["mark"], "failed");
    // What she has touched in this sitting she may expect.
    assert_eq!(bench.view("redo", json!({}))["args"]["mark"], "failed");
    assert_eq!(bench.view("undo", json!({ "seq": newest }))["args"]["mark"], "failed");

    // Redo asks, too, about what was left undone in another sitting; and what was undone in this one comes first.
    bench.view("lock_workspace", json!({}));
    bench.open();
    let refused = asks(&bench, "redo", json!({}), "criterion_marked", "earlier_sitting");
    assert_eq!(refused["entry"].as_u64(), Some(newest));
    add_person(&bench);
    bench.view("undo", json!({}));
    assert_eq!(bench.view("redo", json!({}))["act"], "person_added");
    assert_eq!(bench.view("redo", json!({ "agreed": newest }))["args"]["mark"], "failed");
}

#[test]
fn the_answer_names_the_project_that_was_reached() {
    let bench = Bench::with_sample();
    mark(&bench, "passed");
    let reply = bench.engine.call("undo", json!({}), &mut |_| std::ops::ControlFlow::Continue(())).unwrap();
    assert_eq!(reply.wrote.unwrap().of.unwrap().zh, "港城健康云");
    add_person(&bench);
    let reply = bench.engine.call("undo", json!({}), &mut |_| std::ops::ControlFlow::Continue(())).unwrap();
    assert_eq!(reply.wrote.unwrap().of, None);
}

#[test]
fn a_new_passphrase_begins_no_new_sitting() {
    let bench = Bench::with_sample();
    mark(&bench, "passed");
    bench.view("change_recovery_key", json!({ "passphrase": hefu_commands::SAMPLE_PASSPHRASE }));
    assert_eq!(bench.view("undo", json!({ "project": bench.project() }))["act"], "criterion_marked");
}
