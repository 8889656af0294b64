//! One act over several records: all or none, one entry, one step of undo.

use crate::support::Bench;
use serde_json::{Value, json};

fn criteria(bench: &Bench) -> Vec<Value> {
    let round = bench.round();
    round["chapters"]
        .as_array()
        .unwrap()
        .iter()
        .flat_map(|c| c["criteria"].as_array().unwrap().clone())
        .collect()
}

fn entries(bench: &Bench) -> u64 {
    bench.view("workspace_status", json!({}))["open"]["entries"].as_u64().unwrap()
}

fn undo_state(bench: &Bench) -> Value {
    bench.view("undo_state", json!({}))["undo"].clone()
}

#[test]
fn criteria_are_marked_as_one_act_and_undone_as_one() {
    let bench = Bench::with_sample();
    let before = criteria(&bench);
    let chosen: Vec<Value> = before.iter().take(5).map(|line| line["criterion"]["id"].clone()).collect();
    let count = entries(&bench);
    let request = json!({ "round": bench.round()["round"]["id"], "criteria": chosen, "mark": "failed", "remark": null });
    assert_eq!(bench.view("mark_criteria", request)["changed"], 5);
    let marks: Vec<Value> = criteria(&bench).iter().map(|line| line["mark"].clone()).collect();
    assert!(marks[..5].iter().all(|mark| mark == "failed"), "{marks:?}");
    for (line, mark) in before.iter().zip(&marks).skip(5) {
        assert_eq!(line["mark"], *mark);
    }
    assert_eq!(entries(&bench), count + 1);
    let undo = undo_state(&bench);
    assert_eq!((&undo["act"], &undo["args"]["count"]), (&json!("criteria_marked"), &json!(5)));
    bench.view("undo", json!({ "seq": null }));
    assert_eq!(criteria(&bench), before);
}

#[test]
fn passed_with_remark_names_the_first_that_has_none_and_changes_nothing() {
    let bench = Bench::with_sample();
    let before = criteria(&bench);
    let blank = |line: &&Value| line["remark"]["en"]["words"] == "" && line["remark"]["zh"]["words"] == "";
    let first = before.iter().find(blank).unwrap()["criterion"]["number"].clone();
    let all: Vec<Value> = before.iter().map(|line| line["criterion"]["id"].clone()).collect();
    let count = entries(&bench);
    let round = bench.round()["round"]["id"].clone();
    let mark = |remark: Value| json!({ "round": round, "criteria": all, "mark": "passed_with_remark", "remark": remark });
    let refused = bench.refused("mark_criteria", mark(Value::Null));
    assert_eq!((&refused["code"], &refused["noun"]), (&json!("one_of_many"), &json!("criterion")));
    assert_eq!(refused["label"]["en"], first);
    assert_eq!(refused["because"]["code"], "invalid");
    assert_eq!((entries(&bench), criteria(&bench)), (count, before));
    bench.view("mark_criteria", mark(json!({ "en": "Seen together", "zh": "一并查看" })));
    assert!(criteria(&bench).iter().all(|line| line["mark"] == "passed_with_remark"));
}

#[test]
fn requirements_and_deliverables_change_together_with_one_entry() {
    let bench = Bench::with_sample();
    let project = bench.project();
    let scope = || bench.view("scope_matrix", json!({ "project": project }));
    let before = scope();
    let ids = |rows: &Value, noun: &str, count: usize| -> Vec<Value> {
        rows.as_array().unwrap().iter().take(count).map(|row| row[noun]["id"].clone()).collect()
    };
    let requirements = ids(&before["requirements"], "requirement", 4);
    let deliverables = ids(&before["deliverables"], "deliverable", 3);
    bench.view(
        "edit_requirements",
        json!({ "project": project, "requirements": requirements, "change": { "what": "priority", "priority": "could" } }),
    );
    bench.view(
        "edit_deliverables",
        json!({ "project": project, "deliverables": deliverables, "change": { "what": "due", "due": "2026-11-30" } }),
    );
    let after = scope();
    for row in &after["requirements"].as_array().unwrap()[..4] {
        assert_eq!(row["requirement"]["priority"], "could");
    }
    for row in &after["deliverables"].as_array().unwrap()[..3] {
        assert_eq!(row["deliverable"]["due"], "2026-11-30");
    }
    let gone = json!({ "project": project, "requirements": requirements, "change": { "what": "removed" } });
    assert_eq!(bench.view("edit_requirements", gone)["changed"], 4);
    assert_eq!(
        scope()["requirements"].as_array().unwrap().len(),
        before["requirements"].as_array().unwrap().len() - 4
    );
    for _ in 0..3 {
        bench.view("undo", json!({ "seq": null }));
    }
    assert_eq!(scope(), before, "removed links come back with their requirements");
}

#[test]
fn suspect_links_of_the_chosen_are_confirmed_and_no_others() {
    let bench = Bench::with_sample();
    let project = bench.project();
    let scope = || bench.view("scope_matrix", json!({ "project": project }));
    let row = scope()["requirements"][0].clone();
    let record = &row["requirement"];
    let other = json!({ "en": "Something else altogether", "zh": "完全不同的内容" });
    bench.view("save_requirement", json!({ "requirement": record["id"], "project": project, "number": record["number"],
        "title": other, "priority": record["priority"], "stack": record["stack"], "source": record["source"] }));
    let suspects = || {
        let row = scope()["requirements"][0].clone();
        let ends = |of: &str| row[of].as_array().unwrap().clone();
        [ends("deliverables"), ends("criteria")]
            .concat()
            .iter()
            .filter(|end| end["trust"] == "suspect")
            .count()
    };
    let count = suspects();
    assert!(count > 0, "a requirement of the story has links");
    let confirm = |id: &Value| json!({ "project": project, "requirements": [id], "change": { "what": "links_confirmed" } });
    bench.view("edit_requirements", confirm(&record["id"]));
    assert_eq!(suspects(), 0);
    assert_eq!(undo_state(&bench)["args"]["count"], count);
    let second = scope()["requirements"][1]["requirement"]["id"].clone();
    let before = entries(&bench);
    bench.view("edit_requirements", confirm(&second));
    assert_eq!(entries(&bench), before, "what changes nothing leaves no entry");
}

#[test]
fn people_who_are_needed_are_named_and_all_stay() {
    let bench = Bench::with_sample();
    let parties = || bench.view("list_parties", json!({ "project": null }));
    let before = parties();
    let people = before["people"].as_array().unwrap();
    let vendor = people[0]["organisation"].clone();
    let person = bench.view("save_person", json!({ "person": null, "organisation": vendor, "name": { "en": "Wu Fang", "zh": "吴芳" },
        "role": { "en": "", "zh": "" }, "language": "zh", "time_zone": "Asia/Shanghai", "email": "", "may_sign": null,
        "internal_note": "" }))["person"].clone();
    let manager =
        bench.view("project_overview", json!({ "project": bench.project() }))["project"]["manager"].clone();
    let name = people.iter().find(|each| each["id"] == manager).unwrap()["name"]["zh"]["words"].clone();
    let with = parties();
    let refused =
        bench.refused("edit_people", json!({ "people": [person, manager], "change": { "what": "removed" } }));
    assert_eq!(refused["because"]["code"], "still_used");
    assert_eq!(refused["label"]["zh"], name);
    assert_eq!(parties(), with);
    bench.view("edit_people", json!({ "people": [person], "change": { "what": "removed" } }));
    assert_eq!(parties(), before);
}

#[test]
fn a_record_of_another_project_is_not_there() {
    let bench = Bench::with_sample();
    let list = bench.view("list_projects", json!({}));
    let other = list["projects"].as_array().unwrap().iter().map(|line| line["project"]["id"].clone());
    let mine = bench.project();
    let other = other.into_iter().find(|id| *id != mine).unwrap();
    let requirement =
        bench.view("scope_matrix", json!({ "project": mine }))["requirements"][0]["requirement"]["id"]
            .clone();
    let refused = bench.refused(
        "edit_requirements",
        json!({ "project": other, "requirements": [requirement], "change": { "what": "removed" } }),
    );
    assert_eq!((&refused["code"], &refused["because"]["code"]), (&json!("one_of_many"), &json!("not_found")));
}
