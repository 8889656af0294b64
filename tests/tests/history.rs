//! What an act changed, as a person reads it, and undo from any trail.

use crate::support::Bench;
use serde_json::{Value, json};

fn newest(bench: &Bench, trail: &Value) -> Value {
    let asked = json!({ "trail": trail, "project": null, "before": null, "limit": 1 });
    bench.view("list_entries", asked)["entries"][0].take()
}

fn mark(bench: &Bench, mark: &str, remark: &str) {
    let request = json!({ "round": bench.round()["round"]["id"], "criterion": bench.criterion("4.2")["id"],
        "mark": mark, "remark": { "en": remark, "zh": remark } });
    bench.view("mark_criterion", request);
}

#[test]
fn an_entry_says_what_it_changed_and_whether_it_still_stands() {
    let bench = Bench::with_sample();
    mark(&bench, "passed_with_remark", "one key is spare");
    let entry = newest(&bench, &json!({ "of": "workspace" }))["workspace"].clone();
    let rows = bench.view("entry_changes", json!({ "entry": entry }))["rows"].take();
    assert_eq!(rows.as_array().unwrap().len(), 1);
    let row = &rows[0];
    assert_eq!((&row["noun"], &row["label"]["en"]), (&json!("finding"), &json!("4.2")));
    let field = |name: &str| {
        row["fields"].as_array().unwrap().iter().find(|field| field["field"] == name).cloned().unwrap()
    };
    assert_eq!(field("mark")["after"], json!({ "is": "plain", "text": "passed_with_remark" }));
    assert_eq!(field("remark")["before"], json!({ "is": "nothing" }));
    assert_eq!(field("remark")["after"]["text"]["zh"]["words"], "one key is spare");
    let by = field("marked_by")["after"]["words"].clone();
    assert_eq!(by, json!({ "en": "Zhao Wenqi", "zh": "赵文琪" }), "a person is named, not numbered");
    assert_eq!(row["since"], "as_it_was");

    mark(&bench, "failed", "");
    let rows = bench.view("entry_changes", json!({ "entry": entry }))["rows"].take();
    assert_eq!(rows[0]["since"], "changed_again");
    let refused = bench.refused("undo", json!({ "seq": entry }));
    assert_eq!((&refused["code"], &refused["act"]), (&json!("changed_since"), &json!("criterion_marked")));
    assert_eq!(refused["args"], json!({ "number": "4.2", "mark": "failed" }));
}

#[test]
fn an_act_found_in_a_stacks_own_trail_is_undone_by_its_number_in_the_workspace() {
    let bench = Bench::with_sample();
    mark(&bench, "passed", "");
    let trails = bench.view("list_trails", json!({}));
    let stack =
        trails["trails"].as_array().unwrap().iter().find(|trail| trail["trail"]["of"] == "stack").unwrap();
    let entry = newest(&bench, &stack["trail"]);
    assert_eq!(entry["act"], "criterion_marked");
    assert_ne!(entry["seq"], entry["workspace"], "the trail counts its own entries");
    let undone = bench.view("undo", json!({ "seq": entry["workspace"] }));
    assert_eq!((&undone["act"], &undone["args"]["number"]), (&json!("criterion_marked"), &json!("4.2")));
}
