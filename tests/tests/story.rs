//! The sample story through the engine, without a window: what the morning shows, the meeting, and what the paper
//! proves afterwards.

use crate::support::Bench;
use serde_json::{Value, json};

#[test]
fn the_morning_shows_what_the_story_tells() {
    let bench = Bench::with_sample();
    let today = bench.view("today", json!({}));
    assert_eq!(today["today"], "2026-09-28");
    assert_eq!(today["projects"], 7);
    assert_eq!(today["waiting"]["sums"], json!([{ "amount": "7860000.00", "currency": "CNY" }]));
    assert_eq!(today["clocks"][0]["clock"]["due"], "2026-10-15");
    assert_eq!(today["clocks"][0]["clock"]["left"], 9);
    let round = bench.round();
    let tally = json!({ "passed": 38, "passed_with_remark": 3, "failed": 1, "not_tested": 4 });
    assert_eq!(round["tally"], tally);
    assert_eq!(round["waiting"]["amount"], "3240000.00");
    let matrix = bench.view("scope_matrix", json!({ "project": bench.project() }));
    assert_eq!(matrix["requirements"].as_array().unwrap().len(), 46);
    assert_eq!(matrix["deliverables"].as_array().unwrap().len(), 28);
    assert_eq!(matrix["criteria"].as_array().unwrap().len(), 46);
    let suspect = row(&matrix["requirements"], "requirement", "R-005");
    assert!(suspect["holes"].as_array().unwrap().contains(&json!("suspect_link")));
    let expired = row(&matrix["criteria"], "criterion", "4.1");
    assert!(expired["holes"].as_array().unwrap().contains(&json!("evidence_expired")));
}

fn row<'a>(rows: &'a Value, noun: &str, number: &str) -> &'a Value {
    rows.as_array().unwrap().iter().find(|row| row[noun]["number"] == number).unwrap()
}

#[test]
fn the_report_cannot_be_issued_before_the_meeting_and_says_why() {
    let bench = Bench::with_sample();
    let document = bench.round()["document"].clone();
    let view = bench.view("document", json!({ "document": document }));
    let kinds: Vec<&str> =
        view["obstacles"].as_array().unwrap().iter().map(|o| o["kind"].as_str().unwrap()).collect();
    for kind in ["text", "criteria_not_tested", "no_conclusion"] {
        assert!(kinds.contains(&kind), "{kinds:?}");
    }
    let failure = bench.refused("issue_document", json!({ "document": document }));
    assert_eq!(failure["code"], "not_ready");
    assert_eq!(failure["findings"], kinds.len());
}

#[test]
fn the_meeting_ends_in_a_paper_that_all_signed_and_anyone_can_check() {
    let bench = Bench::after_the_meeting();
    let report = bench.view("verify_file", json!({ "path": bench.paper() }));
    assert_eq!(report["verdict"], "unchanged");
    assert_eq!(report["outstanding"], json!([]));
    let signers: Vec<&Value> =
        report["signatures"].as_array().unwrap().iter().map(|s| &s["signer"]["zh"]).collect();
    assert_eq!(signers, ["赵文琪", "林慧敏", "郭燕"]);
    for signature in report["signatures"].as_array().unwrap() {
        assert_eq!(signature["integrity"], "intact");
        assert_eq!(signature["identity"], "attested", "a room key proves no identity");
        assert_eq!(signature["attested_by"].as_array().unwrap().len(), 2);
    }
    bench.open();
    let round = bench.round();
    let tally = json!({ "passed": 42, "passed_with_remark": 3, "failed": 1, "not_tested": 0 });
    assert_eq!(round["tally"], tally);
    assert_eq!(round["round"]["conclusion"], "conditional");
    assert_eq!(round["waiting"], Value::Null, "the money is no longer held back by a signature");
    let overview = bench.view("project_overview", json!({ "project": bench.project() }));
    let payment = &overview["payments"][2];
    assert_eq!(
        (&payment["state"], &payment["milestone"]["triggered"]),
        (&json!("due"), &json!("2026-09-28"))
    );
    assert_eq!(payment["invoice_by"], "2026-10-08");
    let today = bench.view("today", json!({}));
    assert_eq!(today["waiting"]["sums"], json!([{ "amount": "4620000.00", "currency": "CNY" }]));
    let head = report["document"]["heads"][0].as_str().unwrap();
    let chain = bench.view("verify_journal", json!({ "head": head }));
    assert_eq!(chain["verdict"]["is"], "whole", "the journal contains the head that the paper states");
    let stranger = head.replace(' ', " 9");
    let chain = bench.view("verify_journal", json!({ "head": stranger }));
    assert_eq!(chain["verdict"]["is"], "head_missing");
}

#[test]
fn what_was_issued_is_frozen_until_it_is_superseded() {
    let bench = Bench::after_the_meeting();
    bench.open();
    let (round, criterion) = (bench.round(), bench.criterion("3.1"));
    let mark = json!({ "round": round["round"]["id"], "criterion": criterion["id"], "mark": "failed" });
    assert_eq!(bench.refused("mark_criterion", mark.clone())["code"], "wrong_state");
    let conclude = json!({ "round": round["round"]["id"], "conclusion": null });
    assert_eq!(bench.refused("conclude_round", conclude)["code"], "wrong_state");
    let undone = bench.refused("undo", json!({ "seq": null }));
    assert_eq!((&undone["code"], &undone["act"]), (&json!("changed_since"), &json!("document_issued")));
    let signed = round["document"].clone();
    let again = json!({ "document": signed, "signer": signer(&bench, &signed, 0), "reason": { "en": "", "zh": "" },
        "mark": { "drawn_as": "typed", "name": "赵文琪" }, "key": { "with": "room_key", "witnesses": [] } });
    assert_eq!(bench.refused("sign_document", again)["code"], "wrong_state");
    let next = bench.view("supersede_document", json!({ "document": signed }))["document"].clone();
    let old = bench.view("document", json!({ "document": signed }));
    assert_eq!(old["document"]["state"], "superseded");
    let on_the_old = json!({ "document": signed, "signer": signer(&bench, &signed, 0), "reason": { "en": "", "zh": "" },
        "mark": { "drawn_as": "typed", "name": "赵文琪" }, "key": { "with": "room_key", "witnesses": [] } });
    let failure = bench.refused("sign_document", on_the_old);
    assert_eq!((&failure["code"], &failure["state"]), (&json!("wrong_state"), &json!("superseded")));
    let new = bench.view("document", json!({ "document": next }));
    assert_eq!((&new["document"]["version"], &new["document"]["state"]), (&json!(2), &json!("draft")));
    assert_eq!(new["sections"].as_array().unwrap().len(), old["sections"].as_array().unwrap().len());
    bench.view("mark_criterion", mark);
}

fn signer(bench: &Bench, document: &Value, place: usize) -> Value {
    bench.view("document", json!({ "document": document }))["signers"][place]["signer"]["id"].clone()
}

#[test]
fn the_same_outside_gives_the_same_bytes_to_the_last_signature() {
    let papers: Vec<Vec<u8>> =
        (0..2).map(|_| std::fs::read(Bench::after_the_meeting().paper()).unwrap()).collect();
    assert!(papers[0] == papers[1], "clock and seed are the same, so must the papers be");
}
