//! Records of the registers, of whichever kind, by the terminal: written, changed, found, removed and brought back.

use hefu_domain::register::{KeptKind, KeptRecord, Place};
use serde_json::{Value, json};

use crate::owners::world::NAMING;
use crate::support::Bench;

fn listed(bench: &Bench, project: &Value, kind: KeptKind) -> Vec<KeptRecord> {
    let view = bench.view("list_records", json!({ "project": project, "kinds": [kind] }));
    serde_json::from_value(view["records"].clone()).unwrap()
}

fn entries(bench: &Bench) -> Value {
    bench.view("workspace_status", json!({}))["open"]["entries"].clone()
}

fn form(record: KeptRecord) -> Value {
    let Place { id, project, stack, number } = record.place();
    json!({ "record": id, "project": project, "stack": stack, "number": number, "fields": record.fields() })
}

#[test]
fn a_form_saved_as_it_is_changes_nothing() {
    let bench = Bench::with_sample();
    let before = entries(&bench);
    for kind in KeptKind::ALL {
        let records = listed(&bench, &Value::Null, *kind);
        assert!(!records.is_empty(), "the sample has no {kind:?}");
        for record in records {
            bench.view("save_record", form(record));
        }
    }
    assert_eq!(entries(&bench), before);
}

#[test]
fn a_record_of_every_kind_is_added_numbered_changed_found_removed_and_brought_back() {
    let bench = Bench::with_sample();
    for kind in KeptKind::ALL {
        let records = listed(&bench, &bench.project(), *kind);
        let record =
            records.first().cloned().unwrap_or_else(|| listed(&bench, &Value::Null, *kind)[0].clone());
        let table = kind.noun().spec().table;
        let mut request = form(record);
        for field in ["record", "number"] {
            request[field] = Value::Null;
        }
        request["project"] = bench.project();
        request["fields"]["title"] = json!({ "en": format!("Heron {table}"), "zh": "苍鹭" });
        // Whose project it is of, its own names must be, too.
        for field in kind.noun().spec().fields.iter().filter(|field| !field.names().is_empty()) {
            if let Some(place) = request["fields"].get_mut(field.name) {
                *place = if place.is_array() { json!([]) } else { Value::Null };
            }
        }
        for list in NAMING {
            if let Some(place) = request["fields"].get_mut(list) {
                *place = json!([]);
            }
        }
        let saved = bench.view("save_record", request.clone());
        let next = bench.view("save_record", request.clone());
        assert_ne!(saved["number"], next["number"], "{table}");
        assert!(!listed(&bench, &bench.project(), *kind).is_empty());

        let found =
            bench.view("search", json!({ "words": format!("heron {table}"), "project": null, "limit": 6 }));
        assert!(
            found.to_string().contains(saved["record"].as_str().unwrap()),
            "{table} is not found: {found}"
        );

        request["record"] = saved["record"].clone();
        request["fields"]["title"]["en"] = json!("Egret");
        let kept = bench.view("save_record", request);
        assert_eq!(kept["number"], saved["number"], "a record keeps its number");
        let one = |bench: &Bench| bench.view("record", json!({ "kind": kind, "record": saved["record"] }));
        assert_eq!(one(&bench)["title"]["en"]["words"], "Egret");
        assert_eq!(one(&bench)["title"]["zh"]["state"], "draft");
        bench.view("undo", json!({ "seq": null }));
        assert_eq!(one(&bench)["title"]["en"]["words"], format!("Heron {table}"));

        bench.view("remove_record", json!({ "kind": kind, "record": saved["record"] }));
        let gone = bench.call("record", json!({ "kind": kind, "record": saved["record"] })).unwrap_err();
        assert_eq!((&gone["code"], &gone["noun"]), (&json!("not_found"), &json!(table)));
        bench.view("undo", json!({ "seq": null }));
        assert_eq!(one(&bench)["number"], saved["number"]);
    }
}

#[test]
fn what_a_form_lacks_or_cannot_be_is_told_and_nothing_is_written() {
    let bench = Bench::with_sample();
    let risk = form(listed(&bench, &bench.project(), KeptKind::Risk)[0].clone());
    let before = entries(&bench);
    let told = |at: &str, value: Value| {
        let mut request = risk.clone();
        *request.pointer_mut(at).unwrap() = value;
        bench.call("save_record", request).unwrap_err()
    };
    let blank = told("/fields/title", json!({ "en": " ", "zh": "" }));
    assert_eq!((&blank["code"], &blank["field"]), (&json!("invalid"), &json!("title")));
    let off = told("/fields/current/impact", json!(7));
    assert_eq!((&off["code"], &off["field"]), (&json!("invalid"), &json!("current")));
    let taken = told("/number", json!("RK-02"));
    assert_eq!(taken["code"], "number_taken");
    let unknown = told("/fields/state", json!("sleeping"));
    assert_eq!(unknown["code"], "bad_request");
    let mut more = risk.clone();
    more["fields"]["colour"] = json!("red");
    assert_eq!(bench.call("save_record", more).unwrap_err()["code"], "bad_request");
    assert_eq!(entries(&bench), before);
}
