//! What is shown of all projects is what the record says, whatever was read of them before.

use crate::support::Bench;
use serde_json::{Value, json};

/// What every project contributes to.
fn shown(bench: &Bench) -> [Value; 2] {
    ["today", "list_projects"].map(|query| bench.view(query, json!({})))
}

/// What was read before holds after `act`: a workspace opened anew, which has read nothing, shows the same, and
/// something other than before.
#[track_caller]
fn seen_at_once(bench: &Bench, act: &str, request: Value) -> Value {
    let before = shown(bench);
    let done = bench.view(act, request);
    let now = shown(bench);
    assert_ne!(now, before, "{act} shows");
    bench.view("lock_workspace", json!({}));
    bench.open();
    assert_eq!(now, shown(bench), "{act}");
    done
}

/// Each act here is of an earlier sitting, since the workspace was opened anew after it.
fn agreed(bench: &Bench, way: &str) -> Value {
    json!({ "seq": null, "agreed": bench.view("undo_state", json!({}))[way]["workspace"] })
}

#[test]
fn every_act_is_seen_at_once_in_what_is_shown_of_all_projects() {
    let bench = Bench::with_sample();
    let projects = bench.view("list_projects", json!({}))["projects"].clone();
    let line = |number: &str| {
        projects.as_array().unwrap().iter().find(|line| line["project"]["number"] == number).unwrap().clone()
    };
    let (harbour, other) = (line("HC-2026-014")["project"].clone(), line("HC-2025-037")["project"].clone());
    let round = bench.view("list_rounds", json!({ "project": harbour["id"] }))["rounds"][0].clone();
    let criterion = bench.criterion("4.2")["id"].clone();
    let mark = json!({ "round": round["id"], "criterion": criterion, "mark": "passed", "measured": null,
        "remark": null, "witness": null });
    seen_at_once(&bench, "mark_criterion", mark);
    let issue = json!({ "issue": null, "round": round["id"], "criterion": null, "text": { "en": "Late", "zh": "" },
        "owner": null, "due": "2026-09-30", "blocking": "blocks", "closed": null });
    seen_at_once(&bench, "save_open_issue", issue);
    for way in ["undo", "redo"] {
        seen_at_once(&bench, way, agreed(&bench, way));
    }
    let payments = bench.view("project_overview", json!({ "project": other["id"] }))["payments"].clone();
    let mut paid = payments.as_array().unwrap().last().unwrap()["milestone"].clone();
    paid["milestone"] = paid.as_object_mut().unwrap().remove("id").unwrap();
    paid["title"] = json!({ "en": "Paid", "zh": "" });
    paid["triggered"] = json!("2026-09-01");
    paid["paid"] = json!("2026-09-02");
    seen_at_once(&bench, "save_payment_milestone", paid);
    // What belongs to no project: another name of the client, in every line that says it.
    let parties = bench.view("list_parties", json!({ "project": null }));
    let of = |kind: &str, id: &Value| {
        parties[kind].as_array().unwrap().iter().find(|each| each["id"] == *id).unwrap().clone()
    };
    let mut client = of("organisations", &harbour["client"]);
    client["organisation"] = client.as_object_mut().unwrap().remove("id").unwrap();
    client["name"] = json!({ "en": "Harbour Hospitals", "zh": "" });
    client["short_name"] = json!({ "en": "", "zh": "" });
    seen_at_once(&bench, "save_organisation", client);
    let copy = json!({ "project": other["id"], "number": "HC-2027-001", "title": { "en": "Again", "zh": "" }, "start": null });
    seen_at_once(&bench, "duplicate_project", copy);
    let stages = bench.view("project_overview", json!({ "project": other["id"] }))["stages"].clone();
    let last = stages.as_array().unwrap().last().unwrap()["id"].clone();
    seen_at_once(&bench, "set_stage", json!({ "stage": last, "started": "2026-09-01", "ended": null }));
    seen_at_once(&bench, "undo", agreed(&bench, "undo"));
}
