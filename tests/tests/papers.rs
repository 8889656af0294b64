//! A second kind of paper through the same commands: the open-issue list.

#![allow(clippy::unwrap_used, reason = "a test that meets the unexpected fails")]

mod support;

use std::process::Command;

use hefu_tests::programs::built;
use serde_json::{Value, json};
use support::Bench;

fn strokes() -> Value {
    json!({ "drawn_as": "drawn", "strokes": [[[0.1, 0.2], [0.8, 0.7], [0.9, 0.3]]] })
}

fn list_of_the_sample(bench: &Bench) -> Value {
    let list = bench.view("list_documents", json!({ "project": bench.project() }));
    let lines = list["documents"].as_array().unwrap();
    let line = lines.iter().find(|line| line["document"]["kind"] == "open_issue_list").unwrap();
    line["document"]["id"].clone()
}

fn kinds(bench: &Bench, document: &Value) -> Vec<String> {
    let view = bench.view("document", json!({ "document": document }));
    let obstacles = view["obstacles"].as_array().unwrap();
    obstacles.iter().map(|each| each["kind"].as_str().unwrap().to_owned()).collect()
}

fn sign_all(bench: &Bench, document: &Value) {
    let view = bench.view("document", json!({ "document": document }));
    for signer in view["signers"].as_array().unwrap() {
        let request = json!({ "document": document, "signer": signer["signer"]["id"], "mark": strokes(),
            "key": { "with": "room_key", "witnesses": [] }, "reason": { "en": "", "zh": "" } });
        bench.view("sign_document", request);
    }
}

fn text(path: &std::path::Path) -> String {
    let told = Command::new("pdftotext").args(["-layout"]).arg(path).arg("-").output().unwrap();
    String::from_utf8(told.stdout).unwrap()
}

#[test]
fn the_list_of_the_sample_is_issued_signed_exported_and_verified_and_releases_no_payment() {
    let bench = Bench::with_sample();
    let project = bench.project();
    let document = list_of_the_sample(&bench);
    assert_eq!(kinds(&bench, &document), Vec::<String>::new());
    let payments = || bench.view("project_overview", json!({ "project": project }))["payments"].clone();
    let before = payments();
    bench.view("issue_document", json!({ "document": document }));
    sign_all(&bench, &document);
    let view = bench.view("document", json!({ "document": document }));
    assert_eq!(view["document"]["state"], "signed");
    assert_eq!(payments(), before, "the report releases the payment, not the list");

    let path = bench.folder.path().join("list.pdf");
    bench.view("export_document", json!({ "document": document, "path": path }));
    let report = bench.view("verify_file", json!({ "path": path, "head": null }));
    assert_eq!((&report["verdict"], &report["outstanding"]), (&json!("unchanged"), &json!([])));
    assert_eq!(report["document"]["title"]["zh"], "遗留问题清单");
    assert_eq!(Command::new(built("hefu-verify")).arg(&path).output().unwrap().status.code(), Some(0));
    let said = text(&path);
    for words in ["Open-Issue List", "遗留问题清单", "OI-01", "监理单位不签署本清单"] {
        let folded: String = said.split_whitespace().collect();
        let wanted: String = words.split_whitespace().collect();
        assert!(folded.contains(&wanted), "{words} in {said}");
    }
}

/// Archival as issued; signatures are of the signing crate, which keeps papers of every kind.
#[test]
fn the_list_is_archival_and_accessible_in_every_edition_as_issued() {
    for edition in ["en", "zh", "side_by_side"] {
        let bench = Bench::with_sample();
        let document = list_of_the_sample(&bench);
        let view = bench.view("document", json!({ "document": document }))["document"].clone();
        bench.view(
            "edit_document",
            json!({ "document": document, "number": view["number"], "date": view["date"], "look": "vendor",
                "edition": edition, "title": { "en": "Open-Issue List", "zh": "遗留问题清单" } }),
        );
        bench.view("issue_document", json!({ "document": document }));
        let path = bench.folder.path().join("list.pdf");
        bench.view("export_document", json!({ "document": document, "path": path }));
        let faults = support::archive::faults(&std::fs::read(&path).unwrap());
        assert!(faults.is_empty(), "{edition}: {faults:?}");
    }
}

#[test]
fn a_list_of_a_round_holds_its_issues_and_asks_for_owner_and_day() {
    let bench = Bench::with_sample();
    let (project, round) = (bench.project(), bench.round());
    let make = |of: Value| {
        let request = json!({ "project": project, "kind": "open_issue_list", "round": of });
        bench.view("create_document", request)["document"].clone()
    };
    let of_round = make(round["round"]["id"].clone());
    let view = bench.view("document", json!({ "document": of_round }));
    let number = view["document"]["number"].as_str().unwrap().to_owned();
    let round_number = round["round"]["number"].as_str().unwrap();
    assert_eq!(number, format!("HC-2026-014 / {round_number} / OIL-01"));
    assert_eq!(
        (&view["document"]["subject"], &view["document"]["round"]),
        (&json!("round"), &round["round"]["id"])
    );
    let second = bench.view("document", json!({ "document": make(Value::Null) }));
    assert_eq!(second["document"]["number"], "HC-2026-014 / OIL-02", "the sample has the first");
    assert_eq!(second["document"]["subject"], "project");

    let issue = json!({ "issue": null, "round": round["round"]["id"], "criterion": null, "owner": null, "due": null,
        "text": { "en": "Label the racks.", "zh": "机柜贴标。" }, "blocking": "does_not_block", "closed": null });
    let added = bench.view("save_open_issue", issue);
    let found = bench.view("document", json!({ "document": of_round }))["obstacles"].clone();
    let unassigned =
        found.as_array().unwrap().iter().find(|each| each["kind"] == "issues_unassigned").unwrap();
    assert_eq!((&unassigned["count"], &unassigned["first"]), (&json!(1), &added["issue"]));

    // The round's report is still the report.
    assert_eq!(bench.round()["document"], round["document"]);
}

#[test]
fn a_kind_keeps_to_what_it_is_of_and_to_its_parts() {
    let bench = Bench::with_sample();
    let request = json!({ "project": bench.project(), "kind": "acceptance_report", "round": null });
    let refused = bench.refused("create_document", request);
    assert_eq!((&refused["code"], &refused["field"]), (&json!("invalid"), &json!("round")));
    let document = list_of_the_sample(&bench);
    let parts = bench.view("document", json!({ "document": document }))["parts"].clone();
    assert_eq!(parts[0], "open_issues");
    let section = |part: &str| json!({ "section": null, "document": document, "part": part, "text": { "en": "As agreed.", "zh": "按约定。" } });
    let refused = bench.refused("save_section", section("trial_run"));
    assert_eq!((&refused["code"], &refused["field"]), (&json!("invalid"), &json!("part")));
    bench.view("save_section", section("open_issues"));
}

#[test]
fn a_list_is_found_undone_and_made_anew_like_any_document() {
    let bench = Bench::with_sample();
    let found = |words: &str| {
        let request = json!({ "words": words, "project": null, "limit": 20 });
        let answer = bench.view("search", request).to_string();
        answer.contains("OIL-01")
    };
    assert!(found("遗留问题清单") && found("ylwtqd") && found("open-issue list"));
    let request = json!({ "project": bench.project(), "kind": "open_issue_list", "round": null });
    let made = bench.view("create_document", request)["document"].clone();
    let undone = bench.view("undo", json!({ "project": bench.project() }));
    assert_eq!(undone["act"], "document_created", "{undone}");
    assert_eq!(bench.refused("document", json!({ "document": made }))["code"], "not_found");
    bench.view("redo", json!({ "project": bench.project() }));
    let view = bench.view("document", json!({ "document": made }));
    assert_eq!(view["document"]["subject"], "project");
    assert_eq!(view["sections"].as_array().unwrap().len(), 1);
}

/// The words of a list do not freeze the round, and the report's still do.
#[test]
fn a_list_that_waits_for_signatures_leaves_the_round_open() {
    let bench = Bench::with_sample();
    bench.view("issue_document", json!({ "document": list_of_the_sample(&bench) }));
    let round = bench.round();
    let issue = json!({ "issue": null, "round": round["round"]["id"], "criterion": null, "owner": null, "due": null,
        "text": { "en": "Label the racks.", "zh": "机柜贴标。" }, "blocking": "does_not_block", "closed": null });
    bench.view("save_open_issue", issue);
}
