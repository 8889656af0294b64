//! What is found in the sample by a few words, through the engine.

use crate::support::Bench;
use serde_json::{Value, json};

fn search(bench: &Bench, words: &str) -> Vec<Value> {
    let request = json!({ "words": words, "project": bench.project(), "limit": 20 });
    bench.view("search", request)["hits"].as_array().unwrap().clone()
}

fn joined(pieces: &Value) -> String {
    pieces.as_array().unwrap().iter().map(|piece| piece["words"].as_str().unwrap()).collect()
}

fn marked(hit: &Value) -> Vec<&str> {
    let beside = &hit["beside"]["words"];
    let sides = [&hit["number"], &hit["title"]["en"], &hit["title"]["zh"], &beside["en"], &beside["zh"]];
    let pieces = sides.into_iter().filter_map(Value::as_array).flatten();
    pieces.filter(|piece| piece["hit"] == true).map(|piece| piece["words"].as_str().unwrap()).collect()
}

/// Noun, number and English title.
fn named(hit: &Value) -> String {
    let parts =
        [hit["noun"].as_str().unwrap().to_owned(), joined(&hit["number"]), joined(&hit["title"]["en"])];
    parts.iter().filter(|part| !part.is_empty()).map(String::as_str).collect::<Vec<_>>().join(" ")
}

const REPORT: &str = "document HC-2026-014 / PA-01 Preliminary Acceptance Report";

#[test]
fn every_way_to_ask_finds_what_was_meant() {
    let bench = Bench::with_sample();
    for (words, wanted, mark) in [
        ("验收", REPORT, "验收"),
        ("验", REPORT, "验"),
        ("初步验收报告", REPORT, "初步验收报告"),
        ("ys", REPORT, "验收"),
        ("yanshou", REPORT, "验收"),
        ("yansh", REPORT, "验收"),
        ("cbysbg", REPORT, "初步验收报告"),
        ("preliminary acc", REPORT, "Acc"),
        ("preliminery acceptence", REPORT, "Preliminary"),
        ("PRELIMINARY ACCEPTANCE", REPORT, "Acceptance"),
        ("港", "organisation Harbour City Hospital Group", "港"),
        ("gcyy", "organisation Harbour City Hospital Group", "港城医院"),
        ("harbor city hospital", "organisation Harbour City Hospital Group", "Harbour"),
        ("guangzhou", "requirement R-001 Two dedicated zones in Guangzhou", "Guangzhou"),
        ("guangzou", "requirement R-001 Two dedicated zones in Guangzhou", "Guangzhou"),
        ("R-025", "requirement R-025 Keys in the client's hands", "025"),
        ("r-025", "requirement R-025 Keys in the client's hands", "025"),
        ("r025", "requirement R-025 Keys in the client's hands", "R-025"),
        ("密钥", "requirement R-025 Keys in the client's hands", "密钥"),
        ("my", "gate_check SOV-04 Keys are kept inside the jurisdiction", "密钥"),
        ("赵文琪", "person Zhao Wenqi", "赵文琪"),
        ("zhaowenqi", "person Zhao Wenqi", "Zhao Wenqi"),
        ("zhaowen", "person Zhao Wenqi", "赵文"),
        ("zwq", "person Zhao Wenqi", "赵文琪"),
        ("zhao wenqi", "person Zhao Wenqi", "Wenqi"),
        ("HC-2026-014", "project HC-2026-014", "2026"),
    ] {
        let found = search(&bench, words);
        let hit = found.iter().find(|hit| named(hit).starts_with(wanted));
        let Some(hit) = hit else {
            panic!("{words}: {wanted} is not among {:#?}", found.iter().map(named).collect::<Vec<_>>());
        };
        assert!(marked(hit).contains(&mark), "{words}: {:?}", marked(hit));
        for other in &found {
            assert!(!marked(other).is_empty(), "{words} is nowhere in {other}");
        }
    }
    for nothing in ["", " ", "——", "qqqqqq", "终验 港城医院 zzz"] {
        assert_eq!(search(&bench, nothing), Vec::<Value>::new(), "{nothing}");
    }
}

#[test]
fn a_number_finds_its_record_before_all_that_mention_it() {
    let bench = Bench::with_sample();
    for (words, wanted) in [
        ("R-025", "requirement R-025"),
        ("OI-02", "open_issue OI-02"),
        ("PA-01", "round PA-01"),
        ("3.4", "criterion 3.4"),
        ("EV-001", "evidence EV-001"),
        ("HC-2026-014 / PA-01", "document HC-2026-014 / PA-01"),
    ] {
        let found = search(&bench, words);
        assert!(named(&found[0]).starts_with(wanted), "{words}: {}", named(&found[0]));
        assert_eq!(found[0]["quality"], "whole", "{words}");
    }
}

#[test]
fn an_exact_word_comes_before_a_begun_one_pinyin_and_an_error() {
    let bench = Bench::with_sample();
    let order = ["whole", "exact", "begun", "read", "mistyped"];
    for words in ["验收", "ys", "key", "guangzhou", "an", "sg"] {
        let found = search(&bench, words);
        let at = |hit: &Value| order.iter().position(|each| hit["quality"] == *each).unwrap();
        assert!(found.len() > 1 && found.is_sorted_by_key(at), "{words}");
    }
}

#[test]
fn among_equals_the_project_at_hand_comes_first_then_what_changed_last() {
    let bench = Bench::with_sample();
    let found = search(&bench, "初验");
    // Records stand before documents, whatever project they are of.
    let is_paper = |hit: &Value| ["document", "section"].map(Value::from).contains(&hit["noun"]);
    let projects: Vec<bool> = found
        .iter()
        .filter(|hit| hit["quality"] == "exact" && !hit["project"].is_null() && !is_paper(hit))
        .map(|hit| hit["project"] == bench.project())
        .collect();
    assert!(projects.is_sorted_by_key(|here| !here), "{projects:?}");
    let people = || -> Vec<String> {
        let found = search(&bench, "director");
        found.iter().filter(|hit| hit["noun"] == "person").map(|hit| hit["id"].to_string()).collect()
    };
    let before = people();
    let last = before.last().unwrap().trim_matches('"').to_owned();
    let parties = bench.view("list_parties", json!({ "project": null }));
    let person =
        parties["people"].as_array().unwrap().iter().find(|person| person["id"] == last.as_str()).unwrap();
    let words = |text: &Value| json!({ "en": text["en"]["words"], "zh": text["zh"]["words"] });
    let save = json!({
        "person": last, "organisation": person["organisation"], "name": words(&person["name"]),
        "role": words(&person["role"]), "language": person["language"], "time_zone": person["time_zone"],
        "email": "changed@example.com", "may_sign": null, "internal_note": person["internal_note"],
    });
    bench.view("save_person", save);
    assert_eq!(people()[0].trim_matches('"'), last);
}

#[test]
fn a_hit_says_where_it_is_shown() {
    let bench = Bench::with_sample();
    let project = bench.project();
    let round = bench.round()["round"]["id"].clone();
    let first = |words: &str| search(&bench, words)[0].clone();
    let issue = first("OI-02");
    assert_eq!((&issue["project"], &issue["round"]), (&project, &round));
    assert_eq!(issue["parent"]["number"], "PA-01");
    let evidence = first("EV-001");
    assert_eq!((&evidence["group"], &evidence["round"]), (&json!("evidence"), &round));
    assert!(evidence["parent"]["id"].is_string());
    let person = first("zwq");
    assert_eq!((&person["project"], &person["project_number"]), (&project, &Value::Null));
    let texts = search(&bench, "割接");
    let section = texts.iter().find(|hit| hit["noun"] == "section").unwrap();
    assert_eq!(section["parent"]["number"], "HC-2026-014 / PA-01");
    assert_eq!(section["group"], "documents");
}

#[test]
fn restoring_a_backup_restores_what_is_found() {
    let bench = Bench::with_sample();
    let backup = bench.view("back_up", json!({ "path": null }))["backup"]["path"].clone();
    let words = json!({ "en": "Wren at dusk", "zh": "金丝雀" });
    let made = json!({
        "requirement": null, "project": bench.project(), "number": "R-999", "title": words, "priority": "must",
        "stack": null, "source": "",
    });
    bench.view("save_requirement", made);
    assert_eq!(search(&bench, "jsq").len(), 1);
    bench.view("undo", json!({ "seq": null }));
    assert_eq!(search(&bench, "jsq").len(), 0);
    bench.view("redo", json!({}));
    assert_eq!(search(&bench, "金丝雀").len(), 1);
    bench.view("lock_workspace", json!({}));
    let target = bench.folder.path().join("restored.hefu");
    let key =
        json!({ "by": "passphrase", "passphrase": hefu_commands::SAMPLE_PASSPHRASE, "keychain": "forget" });
    let restore = json!({ "backup": backup, "path": target, "key": key });
    bench.view("restore_backup", restore);
    bench.view("open_workspace", json!({ "path": target, "key": key }));
    assert_eq!(search(&bench, "金丝雀").len(), 0);
    assert!(!search(&bench, "验收").is_empty());
}
