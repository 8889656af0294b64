//! Two hands at one record: whoever saves says what she read, and nothing that came meanwhile is written over unseen.

use std::collections::BTreeSet;
use std::ops::ControlFlow;

use hefu_api::table::{BASED_ON, COMMANDS};
use hefu_cli::sentence;
use hefu_domain::register::{KeptRecord, Place};
use hefu_messages::Language;
use serde_json::{Value, json};

use crate::support::Bench;

/// A command that saves, and two changes that two hands make to one record.
struct Case {
    command: &'static str,
    /// The request that changes nothing, as a form makes it of what stands now.
    request: fn(&Bench) -> Value,
    /// A place in the request, what the first hand writes there, and what the second would.
    first: (&'static str, Value, Value),
    /// Another place, and what the second hand writes there; none where the command has no other.
    second: Option<(&'static str, Value)>,
    /// The field of the record that the conflict is named by.
    field: &'static str,
}

fn words(text: &Value) -> Value {
    json!({ "en": text["en"]["words"], "zh": text["zh"]["words"] })
}

/// The fields of a record, texts as words, with its identity under `own`, and without those that no request has.
fn whole(record: &Value, own: &str, fields: &[&str]) -> Value {
    let mut request = json!({ own: record["id"] });
    for field in fields {
        let value = &record[*field];
        let is_text = value["en"].get("words").is_some();
        request[*field] = if is_text { words(value) } else { value.clone() };
    }
    request
}

fn overview(bench: &Bench) -> Value {
    bench.view("project_overview", json!({ "project": bench.project() }))
}

fn matrix(bench: &Bench) -> Value {
    bench.view("scope_matrix", json!({ "project": bench.project() }))
}

fn parties(bench: &Bench) -> Value {
    bench.view("list_parties", json!({ "project": null }))
}

/// A document that is still open, the same whatever is done to it.
fn document(bench: &Bench) -> Value {
    let list = bench.view("list_documents", json!({ "project": bench.project() }));
    let lines = list["documents"].as_array().unwrap();
    let open = lines.iter().filter(|line| line["document"]["state"] == "draft");
    let line = open.min_by_key(|line| line["document"]["id"].to_string()).unwrap();
    bench.view("document", json!({ "document": line["document"]["id"] }))
}

/// The first object with this field anywhere in a view.
fn found<'a>(view: &'a Value, has: &str) -> &'a Value {
    fn find<'a>(view: &'a Value, has: &str) -> Option<&'a Value> {
        match view {
            Value::Object(fields) if fields.contains_key(has) && fields.contains_key("id") => Some(view),
            Value::Object(fields) => fields.values().find_map(|value| find(value, has)),
            Value::Array(values) => values.iter().find_map(|value| find(value, has)),
            _ => None,
        }
    }
    find(view, has).unwrap_or_else(|| panic!("no {has} in {view}"))
}

fn finding(bench: &Bench) -> Value {
    let (round, criterion) = (bench.round()["round"]["id"].clone(), bench.criterion("4.2")["id"].clone());
    let view = bench.view("criterion", json!({ "round": round, "criterion": criterion }));
    let finding = &view["finding"];
    let (mark, witness) = (&finding["mark"], &finding["witness"]);
    json!({ "round": round, "criterion": criterion, "mark": mark, "witness": witness["id"],
        "measured": words(&finding["measured"]), "remark": words(&finding["remark"]) })
}

fn cases() -> Vec<Case> {
    let pair = |command, request, first, second, field| Case {
        command,
        request,
        first,
        second: Some(second),
        field,
    };
    vec![
        pair(
            "save_project",
            |b| {
                let fields = [
                    "number",
                    "title",
                    "summary",
                    "client",
                    "vendor",
                    "supervisor",
                    "partners",
                    "manager",
                    "jurisdictions",
                ];
                whole(&overview(b)["project"], "project", &fields)
            },
            ("/title/en", json!("One"), json!("Other")),
            ("/jurisdictions", json!(["sg"])),
            "title",
        ),
        Case {
            command: "set_stage",
            request: |b| whole(&overview(b)["stages"][0], "stage", &["started", "ended"]),
            first: ("/started", json!("2026-01-02"), json!("2026-01-03")),
            second: None,
            field: "started",
        },
        pair(
            "save_contract",
            |b| {
                let fields = [
                    "project",
                    "number",
                    "date",
                    "title",
                    "currency",
                    "amount",
                    "vat_rate",
                    "prevailing_language",
                    "deemed_acceptance",
                ];
                let mut request = whole(found(&overview(b), "vat_rate"), "contract", &fields);
                request.as_object_mut().unwrap().remove("contract");
                request
            },
            ("/amount", json!("1000.00"), json!("2000.00")),
            ("/date", json!("2026-01-05")),
            "amount",
        ),
        pair(
            "save_payment_milestone",
            |b| {
                let fields = [
                    "project",
                    "position",
                    "title",
                    "share",
                    "amount",
                    "currency",
                    "trigger",
                    "triggered",
                    "paid",
                    "invoice_within_days",
                ];
                whole(found(&overview(b), "invoice_within_days"), "milestone", &fields)
            },
            ("/title/zh", json!("一"), json!("二")),
            ("/title/en", json!("One")),
            "title",
        ),
        pair(
            "rename_template",
            |b| {
                let view = b.view("list_templates", json!({}));
                let template = &view["templates"][0];
                json!({ "template": template["template"], "name": words(&template["name"]) })
            },
            ("/name/en", json!("One"), json!("Other")),
            ("/name/zh", json!("二")),
            "name",
        ),
        pair(
            "save_organisation",
            |b| {
                let fields = ["kind", "name", "short_name", "legal_id", "calendar", "jurisdiction", "parent"];
                whole(&parties(b)["organisations"][0], "organisation", &fields)
            },
            ("/legal_id", json!("One"), json!("Other")),
            ("/short_name/en", json!("Short")),
            "legal_id",
        ),
        pair(
            "save_person",
            |b| {
                let fields = [
                    "organisation",
                    "name",
                    "role",
                    "language",
                    "time_zone",
                    "email",
                    "may_sign",
                    "internal_note",
                ];
                whole(&parties(b)["people"][0], "person", &fields)
            },
            ("/email", json!("one@example.org"), json!("other@example.org")),
            ("/internal_note", json!("Knows the archive")),
            "email",
        ),
        pair(
            "save_vendor_profile",
            |b| {
                let vendor = b.view("vendor_profile", json!({}))["vendor"].clone();
                let fields = ["name", "short_name", "legal_id", "calendar", "jurisdiction"];
                let mut request = whole(&vendor["organisation"], "organisation", &fields);
                for field in ["address", "telephone", "email", "website"] {
                    request[field] = vendor["profile"][field].clone();
                }
                request
            },
            ("/address/en", json!("1 One Street"), json!("2 Other Street")),
            ("/address/zh", json!("一号")),
            "address",
        ),
        pair(
            "save_requirement",
            |b| {
                let fields = ["project", "number", "title", "priority", "stack", "source"];
                whole(found(&matrix(b), "priority"), "requirement", &fields)
            },
            ("/title/en", json!("One"), json!("Other")),
            ("/source", json!("annex 2")),
            "title",
        ),
        pair(
            "save_deliverable",
            |b| {
                let fields = ["project", "number", "title", "stack", "organisation", "due", "handed_over"];
                whole(found(&matrix(b), "handed_over"), "deliverable", &fields)
            },
            ("/due", json!("2026-11-11"), json!("2026-11-12")),
            ("/title/zh", json!("二")),
            "due",
        ),
        pair(
            "save_chapter",
            |b| {
                let view = matrix(b);
                let chapter = view["chapters"][0].get("chapter").unwrap_or(&view["chapters"][0]).clone();
                whole(&chapter, "chapter", &["project", "title"])
            },
            ("/title/en", json!("One"), json!("Other")),
            ("/title/zh", json!("二")),
            "title",
        ),
        pair(
            "save_criterion",
            |b| whole(&b.criterion("4.2"), "criterion", &["project", "chapter", "number", "text", "method"]),
            ("/text/en", json!("One"), json!("Other")),
            ("/method", json!("inspection")),
            "text",
        ),
        pair(
            "save_round",
            |b| {
                whole(
                    &b.round()["round"],
                    "round",
                    &["project", "number", "kind", "planned", "notice", "meeting"],
                )
            },
            ("/planned", json!("2026-10-10"), json!("2026-10-11")),
            ("/notice", json!("2026-10-12")),
            "planned",
        ),
        pair(
            "mark_criterion",
            finding,
            ("/mark", json!("failed"), json!("not_tested")),
            ("/remark/en", json!("One more look")),
            "mark",
        ),
        pair(
            "save_record",
            |b| {
                let listed = b.view("list_records", json!({ "project": b.project(), "kinds": ["risk"] }));
                let record: KeptRecord = serde_json::from_value(listed["records"][0].clone()).unwrap();
                let Place { id, project, stack, number } = record.place();
                json!({ "record": id, "project": project, "stack": stack, "number": number, "fields": record.fields() })
            },
            ("/fields/title/en", json!("One"), json!("Other")),
            ("/fields/state", json!("closed")),
            "title",
        ),
        pair(
            "save_open_issue",
            |b| {
                let fields = ["round", "criterion", "text", "owner", "due", "blocking", "closed"];
                whole(found(&b.round(), "blocking"), "issue", &fields)
            },
            ("/due", json!("2026-11-11"), json!("2026-11-12")),
            ("/closed", json!("2026-09-20")),
            "due",
        ),
        Case {
            command: "save_presenter_note",
            request: |b| {
                let notes = b.view("presenter_notes", json!({ "round": b.round()["round"]["id"] }));
                let note = &notes["notes"][0];
                json!({ "criterion": note["criterion"], "note": note["note"] })
            },
            first: ("/note", json!("One"), json!("Other")),
            second: None,
            field: "note",
        },
        pair(
            "edit_document",
            |b| whole(&document(b)["document"], "document", &["number", "title", "date", "edition", "look"]),
            ("/title/en", json!("One"), json!("Other")),
            ("/date", json!("2026-10-01")),
            "title",
        ),
        pair(
            "save_section",
            |b| whole(found(&document(b), "part"), "section", &["document", "part", "text"]),
            ("/text/en", json!("One"), json!("Other")),
            ("/text/zh", json!("二")),
            "text",
        ),
        pair(
            "save_signer",
            |b| {
                let view = document(b);
                let signers = view["signers"].as_array().unwrap().iter().map(|line| &line["signer"]);
                let last = signers.max_by_key(|signer| signer["position"].as_u64()).unwrap();
                whole(last, "signer", &["document", "position", "person", "role", "capacity"])
            },
            ("/position", json!(8), json!(9)),
            ("/capacity/en", json!("Witness")),
            "position",
        ),
        pair(
            "save_actor",
            |b| json!({ "actor": b.view("workspace_status", json!({}))["open"]["actor"], "person": null }),
            ("/actor/en", json!("One"), json!("Other")),
            ("/actor/zh", json!("二")),
            "actor",
        ),
        pair(
            "attach_evidence",
            |b| {
                let (round, criterion) = (b.round()["round"]["id"].clone(), b.criterion("4.2")["id"].clone());
                let view = b.view("criterion", json!({ "round": round, "criterion": criterion }));
                let fields = ["criterion", "title", "date", "valid_until"];
                let mut request = whole(found(&view["evidence"], "valid_until"), "evidence", &fields);
                request["provided_by"] = found(&view["evidence"], "valid_until")["provided_by"].clone();
                request["path"] = json!(b.folder.path().join("evidence.txt"));
                request["keep"] = json!("inside");
                request
            },
            ("/title/en", json!("One"), json!("Other")),
            ("/valid_until", json!("2027-10-10")),
            "title",
        ),
    ]
}

/// What the cases need beside the sample.
fn begin() -> Bench {
    let bench = Bench::with_sample();
    let project = bench.project();
    bench.view("save_template", json!({ "project": project, "name": { "en": "Hospital", "zh": "医院" } }));
    std::fs::write(bench.folder.path().join("evidence.txt"), "measured").unwrap();
    let criterion = bench.criterion("4.2")["id"].clone();
    let path = bench.folder.path().join("evidence.txt");
    bench.view(
        "attach_evidence",
        json!({ "evidence": null, "criterion": criterion, "path": path, "keep": "inside", "title": { "en": "Log", "zh": "日志" },
            "date": "2026-09-01", "valid_until": null, "provided_by": null }),
    );
    bench.view("save_presenter_note", json!({ "criterion": criterion, "note": "Slowly" }));
    let (round, measured) = (bench.round()["round"]["id"].clone(), json!({ "en": "3 s", "zh": "3 秒" }));
    bench.view(
        "mark_criterion",
        json!({ "round": round, "criterion": criterion, "mark": "passed", "measured": measured, "remark": measured, "witness": null }),
    );
    let report = document(&bench)["document"]["id"].clone();
    let person = &parties(&bench)["people"][0]["id"];
    bench.view(
        "save_signer",
        json!({ "signer": null, "document": report, "position": 7, "person": person, "role": "vendor",
            "capacity": { "en": "", "zh": "" } }),
    );
    bench
}

/// The last entry, as a reply says it.
fn at(bench: &Bench) -> u64 {
    let reply = bench.engine.call("workspace_status", json!({}), &mut |_| ControlFlow::Continue(()));
    reply.unwrap().at.unwrap()
}

fn with(mut request: Value, place: &str, value: &Value, based_on: u64) -> Value {
    assert!(request.pointer(place).is_some(), "{place} in {request}");
    *request.pointer_mut(place).unwrap() = value.clone();
    request[BASED_ON] = json!(based_on);
    request
}

#[test]
fn every_command_that_saves_is_tried() {
    let tried: BTreeSet<&str> = cases().iter().map(|case| case.command).collect();
    let saves: BTreeSet<&str> = COMMANDS.iter().filter(|c| c.saves).map(|c| c.name).collect();
    assert_eq!(tried, saves);
}

#[test]
fn two_hands_at_different_fields_keep_what_both_wrote() {
    let bench = begin();
    for Case { command, request, first, second, .. } in cases() {
        let Some(second) = second else { continue };
        let read = request(&bench);
        let seen = at(&bench);
        bench.view(command, with(read.clone(), first.0, &first.1, seen));
        bench.view(command, with(read, second.0, &second.1, seen));
        let stands = request(&bench);
        assert_eq!(stands.pointer(first.0), Some(&first.1), "{command}: {stands}");
        assert_eq!(stands.pointer(second.0), Some(&second.1), "{command}: {stands}");
    }
}

#[test]
fn two_hands_at_one_field_are_told_and_the_first_stands() {
    let bench = begin();
    for Case { command, request, first: (place, one, other), field, .. } in cases() {
        let read = request(&bench);
        let seen = at(&bench);
        bench.view(command, with(read.clone(), place, &one, seen));
        let (entries, stands) = (at(&bench), request(&bench));
        let refused = bench.refused(command, with(read.clone(), place, &other, seen));
        assert_eq!(
            (&refused["code"], &refused["fields"]),
            (&json!("changed_meanwhile"), &json!([field])),
            "{command}"
        );
        for language in [Language::En, Language::Zh] {
            let said = sentence::failure(language, &refused).unwrap();
            assert!(!said.contains(field) || language == Language::En, "{command}: {said}");
            assert!(!said.contains('_') && !said.contains('['), "{command}: {said}");
        }
        assert_eq!((at(&bench), request(&bench)), (entries, stands), "{command}: nothing was written");
        // Whoever saves the same again is not held up, nor who looked at what came.
        bench.view(command, with(read, place, &one, seen));
        let now = at(&bench);
        bench.view(command, with(request(&bench), place, &other, now));
        assert_eq!(request(&bench).pointer(place), Some(&other), "{command}");
    }
}

#[test]
fn what_is_based_on_an_entry_that_nobody_wrote_is_refused() {
    let bench = begin();
    let ahead = at(&bench) + 1;
    for Case { command, request, first, .. } in cases() {
        let (entries, stands) = (at(&bench), request(&bench));
        let refused = bench.refused(command, with(stands.clone(), first.0, &first.1, ahead));
        assert_eq!((&refused["code"], &refused["noun"]), (&json!("not_found"), &json!("entry")), "{command}");
        assert_eq!((at(&bench), request(&bench)), (entries, stands), "{command}: nothing was written");
    }
}
