//! The registers through the engine: what is computed of them, and the acts that go on from one record to another.

#![allow(clippy::needless_pass_by_value, reason = "requests are built in place")]

use serde_json::{Value, json};

use crate::support::Bench;

fn said(en: &str, zh: &str) -> Value {
    json!({ "en": en, "zh": zh })
}

fn save(bench: &Bench, fields: Value) -> Value {
    let request = json!({ "record": null, "project": bench.project(), "stack": null, "number": null,
        "fields": fields });
    bench.view("save_record", request)["record"].clone()
}

fn risk(current: Value, review: &str) -> Value {
    let blank = said("", "");
    json!({ "kind": "risk", "title": said("The spare part is late", "备件延期"), "cause": blank,
        "event": said("The part comes in November.", "备件11月才到。"),
        "effect": said("The drill waits.", "演练推迟。"), "measures": blank, "trigger": blank, "category": "supply",
        "owner": null, "inherent": { "probability": 4, "impact": 5 }, "current": current,
        "residual": { "probability": 2, "impact": 3 }, "response": "mitigate", "days_at_stake": 9,
        "money_at_stake": { "amount": "3240000.00", "currency": "CNY" }, "next_review": review, "state": "open",
        "deliverables": [] })
}

fn page(bench: &Bench) -> Value {
    bench.view("register_page", json!({ "project": bench.project() }))
}

fn row<'a>(page: &'a Value, id: &Value) -> Option<&'a Value> {
    page["rows"].as_array().unwrap().iter().find(|row| row["id"] == *id)
}

fn undo(bench: &Bench) {
    bench.view("undo", json!({ "project": bench.project() }));
}

#[test]
fn a_risk_is_scored_on_the_projects_matrix_and_late_by_the_calendar() {
    let bench = Bench::with_sample();
    let place = json!({ "probability": 3, "impact": 4 });
    let id = save(&bench, risk(place, "2026-09-21"));
    let before = page(&bench);
    let scored = row(&before, &id).unwrap();
    assert_eq!(scored["risk"]["inherent"], json!({ "score": 20, "band": "critical" }));
    assert_eq!(scored["risk"]["current"], json!({ "score": 12, "band": "high" }));
    assert_eq!(scored["risk"]["residual"], json!({ "score": 6, "band": "medium" }));
    // The third of five levels stands for four in ten.
    assert_eq!(scored["risk"]["expected_money"]["amount"], "1296000.00");
    assert_eq!(scored["risk"]["expected_days"], "3.6");
    // From Monday the 21st: the 22nd to the 24th, the Mid-Autumn holiday, and Monday the 28th.
    assert_eq!((&scored["is_late"], &scored["working_days"]["days"]), (&json!(true), &json!(-4)));
    let late = |row: &Value| row["is_late"] == true;
    let rows = before["rows"].as_array().unwrap();
    let first_in_time = rows.iter().position(|row| !late(row)).unwrap_or(rows.len());
    assert!(rows[first_in_time..].iter().all(|row| !late(row)), "what is late stands first");

    let matrix = json!({ "kind": "risk_matrix", "title": said("Small matrix", "小矩阵"), "size": 3,
        "bands": [{ "name": "low", "up_to": 2 }, { "name": "high", "up_to": 9 }], "scores": null,
        "likelihood": null });
    save(&bench, matrix.clone());
    let after = page(&bench);
    let scored = row(&after, &id).unwrap();
    assert_eq!((&scored["risk"]["current"], &scored["risk"]["expected_money"]), (&Value::Null, &Value::Null));
    assert_eq!(scored["risk"]["residual"], json!({ "score": 6, "band": "high" }));
    assert!(scored["risk"]["remarks"].as_array().unwrap().contains(&json!("off_the_matrix")));
    assert_eq!(after["risks"]["map"].as_array().unwrap().len(), 9);

    let mut unbound = matrix;
    unbound["bands"] = json!([{ "name": "low", "up_to": 2 }]);
    let request = json!({ "record": after["risks"]["record"], "project": bench.project(), "stack": null,
        "number": null, "fields": unbound });
    assert_eq!(bench.refused("save_record", request)["code"], "invalid");
}

#[test]
fn a_risk_that_happens_becomes_an_issue_in_one_act() {
    let bench = Bench::with_sample();
    let id = save(&bench, risk(json!({ "probability": 3, "impact": 4 }), "2026-10-09"));
    let made = bench.view("risk_happened", json!({ "risk": id }))["record"].clone();
    let after = page(&bench);
    assert_eq!(row(&after, &id).unwrap()["state"], "occurred");
    let issue = row(&after, &made).unwrap();
    assert_eq!(issue["title"]["zh"]["words"], "备件延期");
    assert_eq!(issue["links"][0]["field"], "from_risk");
    assert_eq!(issue["links"][0]["id"], id);
    let record = &issue["record"];
    assert_eq!(record["note"]["en"]["words"], "The part comes in November.\nThe drill waits.");
    assert_eq!((&record["severity"], &record["raised"]), (&json!("high"), &json!("2026-09-28")));
    assert_eq!(bench.refused("risk_happened", json!({ "risk": id }))["code"], "invalid");
    undo(&bench);
    let undone = page(&bench);
    assert_eq!(row(&undone, &id).unwrap()["state"], "open");
    assert!(row(&undone, &made).is_none());
}

#[test]
fn a_change_request_names_who_has_not_spoken_and_is_decided_in_one_act() {
    let bench = Bench::with_sample();
    let parties = bench.view("list_parties", json!({ "project": bench.project() }));
    let person = |at: usize| parties["people"][at]["id"].clone();
    let deciders = json!([person(0), person(1)]);
    let fields = json!({ "kind": "change_request", "title": said("A third zone", "增加第三可用区"),
        "reason": said("The client asks for it.", "客户提出。"), "effect": said("", ""),
        "requested_by": person(2), "requested": "2026-09-21", "deciders": deciders,
        "voices": [{ "person": person(0), "agrees": true, "on": "2026-09-22" }], "decided": null,
        "state": "proposed", "requirements": [], "days": 5, "money": null, "checks": null });
    let id = save(&bench, fields);
    let before = page(&bench);
    let stands = &row(&before, &id).unwrap()["change"];
    assert_eq!(stands["waits_for"], json!([person(1)]));
    assert_eq!(stands["unknown"], json!(["money", "compliance"]));
    assert_eq!(row(&before, &id).unwrap()["owners"][0]["id"], person(1));
    let more = |page: &Value, of: &str| page[of]["days"].as_i64().unwrap();

    let request = json!({ "change": id, "verdict": "approved" });
    let made = bench.view("decide_change", request.clone())["record"].clone();
    let after = page(&bench);
    assert_eq!(row(&after, &id).unwrap()["state"], "approved");
    assert_eq!(more(&after, "approved") - more(&before, "approved"), 5);
    assert_eq!(more(&before, "proposed") - more(&after, "proposed"), 5);
    let problems = row(&after, &id).unwrap()["change"]["problems"].as_array().unwrap().clone();
    assert!(problems.contains(&json!({ "kind": "approved_without", "person": person(1) })));
    let decision = row(&after, &made).unwrap();
    assert_eq!(decision["links"][0]["id"], id);
    // Only who has spoken has decided.
    assert_eq!(decision["record"]["decided_by"], json!([person(0)]));
    assert_eq!(bench.refused("decide_change", request)["code"], "invalid");
    undo(&bench);
    let undone = page(&bench);
    assert_eq!(row(&undone, &id).unwrap()["state"], "proposed");
    assert!(row(&undone, &made).is_none());
}

#[test]
fn an_approval_is_expected_by_its_calendar_and_says_whose_turn_it_is() {
    let bench = Bench::with_sample();
    let approval = |questions: Value| {
        json!({ "kind": "approval", "title": said("Filing of the standard contract", "标准合同备案"),
            "authority": said("Provincial office", "省级主管部门"), "step": said("Filing", "备案"),
            "blocks": said("Export of data", "数据出境"), "approval": "authority", "organisation": null,
            "waits_for": null, "submitted": "2026-09-28", "period": { "unit": "working_days", "length": 10 },
            "expected": null, "answered": null, "state": "pending", "valid_until": null,
            "questions": questions, "met": [], "offered": "", "agreed": "" })
    };
    let theirs = save(&bench, approval(json!([])));
    let question = json!({ "asked": "2026-09-28", "question": said("Which data?", "哪些数据？"), "answered": null,
        "answer": said("", "") });
    let ours = save(&bench, approval(json!([question])));
    let page = page(&bench);
    let (theirs, ours) = (row(&page, &theirs).unwrap(), row(&page, &ours).unwrap());
    // Ten working days after 28 September 2026, with the National Day week and its make-up day.
    assert_eq!((&theirs["day"], &theirs["day_is"]), (&json!("2026-10-16"), &json!("expected")));
    assert_eq!((&theirs["approval"]["turn"], &ours["approval"]["turn"]), (&json!("theirs"), &json!("ours")));
    assert_eq!((&theirs["blocks"], &theirs["is_late"]), (&json!(true), &json!(false)));
}

#[test]
fn open_issues_of_the_rounds_stand_beside_the_registers() {
    let bench = Bench::with_sample();
    let page = page(&bench);
    let round = bench.round();
    let held = round["open_issues"].as_array().unwrap();
    assert!(!held.is_empty());
    for line in held {
        let row = row(&page, &line["issue"]["id"]).unwrap();
        assert_eq!((&row["kind"], &row["record"]), (&json!("open_issue"), &Value::Null));
        assert_eq!(row["round"], round["round"]["id"]);
    }
}

#[test]
fn what_is_late_or_blocks_in_the_registers_speaks_against_the_health_of_its_project() {
    let bench = Bench::with_sample();
    let projects = bench.view("list_projects", json!({}))["projects"].clone();
    let (mut late, mut blocking) = (0, 0);
    for line in projects.as_array().unwrap() {
        let page = bench.view("register_page", json!({ "project": line["project"]["id"] }));
        let reason = |kind: &str| {
            let reasons = line["health"]["reasons"].as_array().unwrap();
            let found = reasons.iter().find(|reason| reason["kind"] == kind);
            found.map_or(0, |reason| reason["count"].as_u64().unwrap())
        };
        // Open issues of a round are shown in the register and kept there; they are late by the criteria of their own.
        let rows = || page["rows"].as_array().unwrap().iter();
        let own = rows().filter(|row| row["kind"] != "open_issue");
        let told = own.filter(|row| row["is_late"] == true).count() as u64;
        assert_eq!(reason("register_late"), told, "{}", line["project"]["number"]);
        late += told;
        // An approval blocks other things than acceptance.
        let blocks = rows().filter(|row| row["blocks"] == true && row["kind"] != "approval").count() as u64;
        assert_eq!(reason("blocking_issues"), blocks, "{}", line["project"]["number"]);
        blocking += u64::from(blocks > 0 && line["health"]["health"] == "blocked");
    }
    assert!(late > 0 && blocking > 0, "the sample has late records and blocked projects");
}
