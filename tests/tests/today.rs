//! The morning by the terminal: what is noticed, answered, done, put off and handed over, each undone like any other act.

#![allow(clippy::needless_pass_by_value, reason = "requests are built in place")]

use hefu_domain::register::{KeptKind, KeptRecord};
use serde_json::{Value, json};

use crate::support::Bench;

/// What stands unanswered of a rule.
fn noticed(bench: &Bench, rule: &str) -> Vec<Value> {
    let view = bench.view("notices", json!({ "project": null, "limit": null }));
    assert_eq!(view["count"], view["notices"].as_array().unwrap().len());
    let all = view["notices"].as_array().unwrap().iter();
    all.filter(|notice| notice["rule"] == rule).cloned().collect()
}

/// The notices of a rule that are about a record.
fn about(bench: &Bench, rule: &str, record: &Value) -> Vec<Value> {
    let names =
        |notice: &Value| notice["records"].as_array().unwrap().iter().any(|named| named["id"] == *record);
    noticed(bench, rule).into_iter().filter(names).collect()
}

/// It is raised once, says something in both languages, and once dismissed is not raised again on the same facts, however
/// often they are read anew.
#[track_caller]
fn once(bench: &Bench, rule: &str, record: &Value) {
    let found = about(bench, rule, record);
    assert_eq!(found.len(), 1, "{rule}: {found:?}");
    for part in ["title", "reason"] {
        for side in ["en", "zh"] {
            assert!(!found[0][part][side].as_str().unwrap().is_empty(), "{rule} {part} {side}");
        }
    }
    let dismiss = json!({ "fingerprint": found[0]["fingerprint"], "reason": "Known" });
    bench.view("dismiss_notice", dismiss.clone());
    assert_eq!(about(bench, rule, record), [] as [Value; 0], "{rule} after it was dismissed");
    bench.view("lock_workspace", json!({}));
    bench.open();
    assert_eq!(about(bench, rule, record), [] as [Value; 0], "{rule} in a workspace opened anew");
    assert_eq!(bench.refused("dismiss_notice", dismiss)["code"], "not_found");
}

#[track_caller]
fn silent(bench: &Bench, rule: &str, record: &Value) {
    assert_eq!(about(bench, rule, record), [] as [Value; 0], "{rule}");
}

/// A form of a kind as a record of the sample has it, of the story's project and of nothing else.
fn form(bench: &Bench, kind: KeptKind, change: Value) -> Value {
    let view = bench.view("list_records", json!({ "project": bench.project(), "kinds": [kind] }));
    let record: KeptRecord = serde_json::from_value(view["records"][0].clone()).unwrap();
    let mut fields = serde_json::to_value(record.fields()).unwrap();
    fields.as_object_mut().unwrap().extend(change.as_object().unwrap().clone());
    json!({ "record": null, "project": bench.project(), "stack": null, "number": null, "fields": fields })
}

fn save(bench: &Bench, kind: KeptKind, change: Value) -> Value {
    bench.view("save_record", form(bench, kind, change))["record"].clone()
}

fn kept(bench: &Bench, kind: KeptKind, record: &Value) -> Value {
    bench.view("record", json!({ "kind": kind, "record": record }))
}

fn person(bench: &Bench, place: usize) -> Value {
    bench.view("list_parties", json!({ "project": null }))["people"][place]["id"].clone()
}

fn undo(bench: &Bench) {
    bench.view("undo", json!({ "seq": null }));
}

#[test]
fn a_review_that_was_missed_is_noticed_once() {
    let bench = Bench::with_sample();
    let risk = |day: &str| save(&bench, KeptKind::Risk, json!({ "next_review": day, "state": "open" }));
    silent(&bench, "review_overdue", &risk("2026-09-28"));
    once(&bench, "review_overdue", &risk("2026-09-25"));
}

#[test]
fn one_person_with_five_things_in_a_week_is_noticed_once() {
    let bench = Bench::with_sample();
    let owner = person(&bench, 6);
    let owes = |day: &str| {
        let action = json!({ "owner": owner, "due": day, "state": "open", "done": null });
        save(&bench, KeptKind::Action, action)
    };
    // A week in which the story has nothing.
    let first = owes("2027-03-01");
    for day in ["2027-03-02", "2027-03-03", "2027-03-07"] {
        owes(day);
    }
    silent(&bench, "owner_overloaded", &first);
    owes("2027-03-08");
    silent(&bench, "owner_overloaded", &first);
    owes("2027-03-05");
    once(&bench, "owner_overloaded", &first);
}

#[test]
fn an_approval_that_waits_longer_than_three_of_four_of_its_like_is_noticed_once() {
    let bench = Bench::with_sample();
    let asked = |state: &str, submitted: &str, answered: Value| {
        let like = json!({ "authority": { "en": "Heron office", "zh": "苍鹭办" }, "step": { "en": "Filing", "zh": "备案" },
            "state": state, "submitted": submitted, "answered": answered, "organisation": null, "questions": [] });
        save(&bench, KeptKind::Approval, like)
    };
    let waiting = asked("pending", "2026-08-03", Value::Null);
    for _ in 0..4 {
        asked("approved", "2026-07-06", json!("2026-07-10"));
    }
    // Of four nothing is said.
    silent(&bench, "approval_slow", &waiting);
    asked("approved", "2026-07-06", json!("2026-07-10"));
    once(&bench, "approval_slow", &waiting);
}

#[test]
fn a_failed_criterion_is_noticed_until_somebody_has_an_action_on_it() {
    let bench = Bench::with_sample();
    let criterion = bench.criterion("4.2")["id"].clone();
    silent(&bench, "failed_criterion_without_action", &criterion);
    let round = bench.round()["round"]["id"].clone();
    let mark = json!({ "round": round, "criterion": criterion, "mark": "failed", "measured": null, "remark": null,
        "witness": null });
    bench.view("mark_criterion", mark);
    assert_eq!(about(&bench, "failed_criterion_without_action", &criterion).len(), 1);
    let action = json!({ "owner": person(&bench, 0), "due": "2026-10-20", "state": "open", "done": null,
        "criterion": criterion });
    save(&bench, KeptKind::Action, action);
    silent(&bench, "failed_criterion_without_action", &criterion);
    undo(&bench);
    once(&bench, "failed_criterion_without_action", &criterion);
}

#[test]
fn a_criterion_that_nobody_has_is_noticed_until_somebody_has_it() {
    let bench = Bench::with_sample();
    let chapter = bench.criterion("4.2")["chapter"].clone();
    let wish = json!({ "criterion": null, "project": bench.project(), "chapter": chapter,
        "number": "4.99", "text": { "en": "It flies", "zh": "会飞" }, "method": "test" });
    let criterion = bench.view("save_criterion", wish)["criterion"].clone();
    assert_eq!(about(&bench, "criterion_without_owner", &criterion).len(), 1);
    let action = json!({ "owner": person(&bench, 0), "due": null, "state": "open", "done": null,
        "criterion": criterion });
    save(&bench, KeptKind::Action, action);
    silent(&bench, "criterion_without_owner", &criterion);
    undo(&bench);
    once(&bench, "criterion_without_owner", &criterion);
}

#[test]
fn evidence_that_ends_before_the_round_is_noticed_once() {
    let bench = Bench::with_sample();
    let criterion = bench.criterion("4.2")["id"].clone();
    let path = bench.folder.path().join("seen.txt");
    std::fs::write(&path, "seen").unwrap();
    let attach = |until: Value| {
        let request = json!({ "evidence": null, "criterion": criterion, "path": path, "keep": "inside",
            "title": { "en": "Seen", "zh": "所见" }, "date": "2026-09-01", "valid_until": until, "provided_by": null });
        bench.view("attach_evidence", request)["evidence"]["id"].clone()
    };
    silent(&bench, "evidence_expires_before_needed", &attach(json!("2027-12-31")));
    silent(&bench, "evidence_expires_before_needed", &attach(Value::Null));
    once(&bench, "evidence_expires_before_needed", &attach(json!("2026-09-27")));
}

#[test]
fn a_deliverable_without_evidence_is_noticed_ten_days_before() {
    let bench = Bench::with_sample();
    let project = bench.project();
    let wish = json!({ "criterion": null, "project": project, "chapter": bench.criterion("4.2")["chapter"],
        "number": "4.99", "text": { "en": "It flies", "zh": "会飞" }, "method": "test" });
    let criterion = bench.view("save_criterion", wish)["criterion"].clone();
    let deliverable = |number: &str, due: &str| {
        let request = json!({ "deliverable": null, "project": project, "number": number,
            "title": { "en": "Heron", "zh": "苍鹭" }, "stack": null, "organisation": null, "due": due, "handed_over": null });
        let deliverable = bench.view("save_deliverable", request)["deliverable"].clone();
        let ends = json!({ "kind": "examines", "deliverable": deliverable, "criterion": criterion });
        bench.view("link", json!({ "project": project, "ends": ends }));
        deliverable
    };
    silent(&bench, "deliverable_without_evidence", &deliverable("D-98", "2026-10-09"));
    once(&bench, "deliverable_without_evidence", &deliverable("D-99", "2026-10-08"));
}

#[test]
fn a_lesson_is_noticed_where_a_project_begins_that_is_about_it() {
    let bench = Bench::with_sample();
    let copy = json!({ "project": bench.project(), "number": "HC-2027-001",
        "title": { "en": "Heron cloud", "zh": "苍鹭云" }, "start": null });
    let begun = bench.view("duplicate_project", copy)["project"].clone();
    let lesson = save(&bench, KeptKind::Lesson, json!({ "tags": ["heron"] }));
    silent(&bench, "lesson_matches", &lesson);
    let stage = bench.view("project_overview", json!({ "project": begun }))["stages"][0]["id"].clone();
    bench.view("set_stage", json!({ "stage": stage, "started": "2026-09-28", "ended": null }));
    let found = about(&bench, "lesson_matches", &lesson);
    assert_eq!(found[0]["project"], begun);
    assert_eq!(found[0]["facts"]["tags"], json!(["heron"]));
    once(&bench, "lesson_matches", &lesson);
}

#[test]
fn accepting_makes_the_action_and_its_answer_in_one_act() {
    let bench = Bench::with_sample();
    let risk = save(&bench, KeptKind::Risk, json!({ "next_review": "2026-09-25", "state": "open" }));
    let notice = about(&bench, "review_overdue", &risk)[0].clone();
    let before = bench.view("list_records", json!({ "project": null, "kinds": [] }));
    let request = json!({ "fingerprint": notice["fingerprint"], "owner": null, "due": null });
    let made = bench.view("accept_notice", request.clone());
    let action = kept(&bench, KeptKind::Action, &made["record"]);
    assert_eq!(made["proposes"], "action");
    assert_eq!(action["title"]["en"]["words"], notice["title"]["en"]);
    assert_eq!(action["title"]["zh"]["words"], notice["title"]["zh"]);
    assert_eq!(action["note"]["zh"]["words"], notice["reason"]["zh"]);
    assert_eq!((&action["from_risk"], &action["due"]), (&risk, &json!("2026-10-05")));
    silent(&bench, "review_overdue", &risk);
    assert_eq!(bench.refused("accept_notice", request)["code"], "not_found");
    undo(&bench);
    assert_eq!(bench.view("list_records", json!({ "project": null, "kinds": [] })), before);
    assert_eq!(about(&bench, "review_overdue", &risk), [notice]);
}

/// A line of Today.
fn line(bench: &Bench, kind: &str, record: &Value) -> Option<Value> {
    let today = bench.view("today", json!({}));
    let mut lines = today["items"].as_array().unwrap().iter().chain(today["waiting_for"].as_array().unwrap());
    lines.find(|line| line["what"]["kind"] == kind && line["record"] == *record).cloned()
}

#[test]
fn a_line_is_done_by_its_own_act_and_comes_back_with_undo() {
    let bench = Bench::with_sample();
    let day = "2026-10-05";
    let action = json!({ "owner": person(&bench, 0), "due": day, "state": "open", "done": null });
    let issue = json!({ "due": day, "state": "open", "resolved": null, "blocking": "does_not_block" });
    let letter = json!({ "direction": "incoming", "reply_due": day, "replied": null });
    let kinds = [
        ("action_due", KeptKind::Action, action, "done"),
        ("issue_due", KeptKind::Issue, issue, "resolved"),
        ("reply_due", KeptKind::Letter, letter, "replied"),
    ];
    for (name, kind, fields, ended) in kinds {
        let record = save(&bench, kind, fields);
        let before = line(&bench, name, &record).unwrap_or_else(|| panic!("no {name}"));
        assert!(before["acts"].as_array().unwrap().contains(&json!("finish")), "{name}");
        let asked = json!({ "line": { "kind": name, "record": record }, "next": null });
        bench.view("finish_line", asked.clone());
        assert_eq!(kept(&bench, kind, &record)[ended], "2026-09-28", "{name}");
        assert_eq!(line(&bench, name, &record), None, "{name}");
        assert_eq!(bench.refused("finish_line", asked)["code"], "not_found", "{name}");
        undo(&bench);
        assert_eq!(line(&bench, name, &record), Some(before), "{name}");
    }
    let risk = save(&bench, KeptKind::Risk, json!({ "next_review": day, "state": "open" }));
    let review = |next: Value| json!({ "line": { "kind": "review_due", "record": risk }, "next": next });
    assert_eq!(bench.refused("finish_line", review(Value::Null))["code"], "invalid");
    bench.view("finish_line", review(json!("2026-11-02")));
    assert_eq!(kept(&bench, KeptKind::Risk, &risk)["next_review"], "2026-11-02");
    assert_eq!(line(&bench, "review_due", &risk), None);
}

#[test]
fn a_line_that_is_put_off_is_back_on_its_day_or_with_undo() {
    let bench = Bench::with_sample();
    let owner = person(&bench, 0);
    let action = json!({ "owner": owner, "due": "2026-10-05", "state": "open", "done": null });
    let record = save(&bench, KeptKind::Action, action);
    let put_off = |until: &str| json!({ "line": { "kind": "action_due", "record": record }, "until": until });
    assert_eq!(bench.refused("postpone_line", put_off("2026-09-28"))["code"], "invalid");
    let before = bench.view("today", json!({}));
    bench.view("postpone_line", put_off("2026-10-12"));
    let now = bench.view("today", json!({}));
    assert_eq!(line(&bench, "action_due", &record), None);
    assert_eq!(now["postponed"], before["postponed"].as_u64().unwrap() + 1);
    assert_eq!(now["item_count"], before["item_count"].as_u64().unwrap() - 1);
    let newest = bench.view(
        "list_entries",
        json!({ "trail": { "of": "workspace" }, "project": null, "actor": null, "noun": null, "from": null,
            "until": null, "before": null, "limit": 1 }),
    );
    assert_eq!(newest["entries"][0]["act"], "line_postponed");
    undo(&bench);
    assert_eq!(bench.view("today", json!({}))["items"], before["items"]);
    let other = person(&bench, 3);
    bench.view(
        "hand_over_line",
        json!({ "line": { "kind": "action_due", "record": record }, "person": other }),
    );
    assert_eq!(kept(&bench, KeptKind::Action, &record)["owner"], other);
    undo(&bench);
    assert_eq!(kept(&bench, KeptKind::Action, &record)["owner"], owner);
}

#[test]
fn what_has_no_act_of_its_own_is_not_done() {
    let bench = Bench::with_sample();
    let today = bench.view("today", json!({}));
    let without: Vec<&Value> = today["items"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|line| line["acts"].as_array().unwrap().is_empty())
        .collect();
    assert!(!without.is_empty());
    for item in without {
        let line = json!({ "kind": item["what"]["kind"], "record": item["record"] });
        assert_eq!(bench.refused("finish_line", json!({ "line": line, "next": null }))["code"], "invalid");
        let to = json!({ "line": line, "person": person(&bench, 0) });
        assert_eq!(bench.refused("hand_over_line", to)["code"], "invalid");
    }
}

#[test]
fn today_tells_no_more_than_it_is_asked_for_and_what_changed_since() {
    let bench = Bench::with_sample();
    let all = bench.view("today", json!({}));
    let few = bench.view("today", json!({ "limit": 2 }));
    assert_eq!(few["items"].as_array().unwrap(), &all["items"].as_array().unwrap()[..2]);
    assert_eq!(few["item_count"], all["items"].as_array().unwrap().len());
    assert_eq!(few["notices"]["count"], all["notices"]["count"]);
    assert_eq!(few["notices"]["notices"].as_array().unwrap().len(), 2);
    // The 25th to the 27th are the holiday of Mid-Autumn.
    assert_eq!(all["changes"]["since"], "2026-09-24");
    let seen = bench.view("workspace_status", json!({}))["open"]["entries"].clone();
    let since = || bench.view("today", json!({ "since": seen }))["changes"]["entries"].clone();
    assert_eq!(since(), json!([]));
    save(&bench, KeptKind::Lesson, json!({ "tags": ["heron"] }));
    assert_eq!(since().as_array().unwrap().len(), 1);
    assert_eq!(since()[0]["act"], "record_added");
}

#[test]
fn the_portfolio_says_what_the_projects_say() {
    let bench = Bench::with_sample();
    let portfolio = bench.view("portfolio", json!({}));
    let list = bench.view("list_projects", json!({}));
    assert_eq!(portfolio["blocked"], json!([{ "amount": "7860000.00", "currency": "CNY" }]));
    let (lines, projects) = (portfolio["projects"].as_array().unwrap(), list["projects"].as_array().unwrap());
    assert_eq!(lines.len(), projects.len());
    for (line, project) in lines.iter().zip(projects) {
        assert_eq!(line["number"], project["project"]["number"]);
        assert_eq!(line["health"], project["health"], "{}", line["number"]);
        let of = json!({ "project": line["project"], "limit": null });
        assert_eq!(line["notices"], bench.view("notices", of)["count"], "{}", line["number"]);
    }
    let harbour = lines.iter().find(|line| line["number"] == "HC-2026-014").unwrap();
    assert_eq!(harbour["clock"]["due"], "2026-10-15");
    assert_eq!(harbour["blocked"], json!([{ "amount": "3240000.00", "currency": "CNY" }]));
}
