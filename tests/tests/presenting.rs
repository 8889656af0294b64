//! What a client is shown of a round: all that belongs there, and nothing that is the vendor's.

use std::fs;

use crate::support::Bench;
use serde_json::{Value, json};

/// The canary sings wherever it was set free; every internal field is given its own words.
const CANARY: &str = "Kestrel-4417-circles";

fn shown(bench: &Bench) -> Value {
    bench.view("present_round", json!({ "round": bench.round()["round"]["id"] }))
}

fn items(shown: &Value) -> Vec<&Value> {
    let chapters = shown["chapters"].as_array().unwrap().iter();
    chapters.flat_map(|chapter| chapter["items"].as_array().unwrap()).collect()
}

fn item<'a>(shown: &'a Value, number: &str) -> &'a Value {
    items(shown).into_iter().find(|item| item["number"] == number).unwrap()
}

fn mark(bench: &Bench, number: &str, mark: &str, remark: &Value) {
    let request = json!({
        "round": bench.round()["round"]["id"], "criterion": bench.criterion(number)["id"],
        "mark": mark, "measured": null, "remark": remark, "witness": null,
    });
    bench.view("mark_criterion", request);
}

#[test]
fn a_round_is_shown_item_by_item_in_its_place() {
    let bench = Bench::with_sample();
    let shown = shown(&bench);
    assert_eq!(shown["number"], "PA-01");
    assert_eq!(shown["project_number"], "HC-2026-014");
    assert_eq!(shown["date"], "2026-09-28");
    assert_eq!(shown["writing"], "open");
    let roles: Vec<&Value> =
        shown["parties"].as_array().unwrap().iter().map(|party| &party["role"]).collect();
    assert_eq!(roles[..2], ["client", "vendor"]);
    // The story tells of 46 criteria in eight chapters: 38 passed, 3 with remark, 1 failed, 4 not tested.
    assert_eq!(shown["total"], 46);
    let tally = json!({ "passed": 38, "passed_with_remark": 3, "failed": 1, "not_tested": 4 });
    assert_eq!(shown["tally"], tally);
    assert_eq!(shown["chapters"].as_array().unwrap().len(), 8);
    let places: Vec<u64> = items(&shown).iter().map(|item| item["place"].as_u64().unwrap()).collect();
    assert_eq!(places, (1..=46).collect::<Vec<u64>>());
    let delay = item(&shown, "1.3");
    assert_eq!(delay["measured"], json!({ "en": "3.2 ms", "zh": "3.2 毫秒" }));
    assert_eq!(delay["requirements"][0]["number"], "R-003");
    assert_eq!(delay["evidence"][0]["file_type"], "CSV");
    assert_eq!(delay["evidence"][0]["showing"], "titled");
}

#[test]
fn a_mark_and_a_remark_show_at_once_and_undo_takes_them_back() {
    let bench = Bench::with_sample();
    let before = shown(&bench);
    assert_eq!(item(&before, "3.2")["mark"], "passed_with_remark");
    mark(&bench, "3.2", "failed", &json!({ "en": "Took 14 minutes.", "zh": "用时 14 分钟。" }));
    let after = shown(&bench);
    assert_eq!(item(&after, "3.2")["mark"], "failed");
    assert_eq!(item(&after, "3.2")["remark"]["zh"], "用时 14 分钟。");
    assert_eq!(after["tally"]["failed"], 2);
    bench.view("undo", json!({}));
    assert_eq!(shown(&bench), before);
}

#[test]
fn a_round_whose_report_is_issued_is_closed() {
    let bench = Bench::after_the_meeting();
    bench.open();
    assert_eq!(shown(&bench)["writing"], "closed");
    assert_eq!(shown(&bench)["conclusion"], "conditional");
}

#[test]
fn a_photograph_is_handed_over_at_the_size_of_the_screen() {
    let bench = Bench::with_sample();
    let whole = shown(&bench);
    let photographs: Vec<&Value> = items(&whole)
        .into_iter()
        .flat_map(|item| item["evidence"].as_array().unwrap())
        .filter(|evidence| evidence["showing"] == "photograph")
        .collect();
    assert!(photographs.len() >= 2, "the sample shows photographs: {photographs:?}");
    for photograph in photographs {
        let id = &photograph["evidence"];
        let small = bench.view("present_photograph", json!({ "evidence": id, "width": 320, "height": 200 }));
        assert!(small["width"].as_u64().unwrap() <= 320 && small["height"].as_u64().unwrap() <= 200);
        assert_eq!(small["title"], photograph["title"]);
        let large =
            bench.view("present_photograph", json!({ "evidence": id, "width": 1920, "height": 1080 }));
        assert!(large["width"].as_u64() > small["width"].as_u64());
    }
    let titled = &item(&whole, "1.3")["evidence"][0];
    let asked = json!({ "evidence": titled["evidence"], "width": 320, "height": 200 });
    let refused = bench.refused("present_photograph", asked);
    assert_eq!(refused, json!({ "code": "not_a_picture", "number": "EV-004" }));
}

#[test]
fn a_note_is_kept_undone_and_taken_away() {
    let bench = Bench::with_sample();
    let round = json!({ "round": bench.round()["round"]["id"] });
    let notes = || bench.view("presenter_notes", round.clone())["notes"].clone();
    let criterion = bench.criterion("3.2")["id"].clone();
    let save = |note: &str| {
        bench.view("save_presenter_note", json!({ "criterion": criterion, "note": note }));
    };
    assert_eq!(notes(), json!([]));
    save("Ask about the second drill");
    save("先问第二次演练");
    assert_eq!(notes(), json!([{ "criterion": criterion, "note": "先问第二次演练" }]));
    bench.view("undo", json!({}));
    assert_eq!(notes(), json!([{ "criterion": criterion, "note": "Ask about the second drill" }]));
    bench.view("redo", json!({}));
    save("  ");
    assert_eq!(notes(), json!([]));
    bench.view("undo", json!({}));
    assert_eq!(notes().as_array().unwrap().len(), 1);
    let newest = bench.view("list_entries", json!({ "trail": bench.view("list_trails", json!({}))["trails"][0]["trail"], "project": null, "before": null, "limit": 3 }))["entries"].clone();
    assert!(newest.to_string().contains("presenter_note_saved"), "{newest}");
}

#[test]
fn a_criterion_goes_with_its_note_and_comes_back_with_it() {
    let bench = Bench::with_sample();
    let project = bench.project();
    let chapter = bench.criterion("1.1")["chapter"].clone();
    let words = json!({ "en": "A criterion for the while", "zh": "临时标准" });
    let made = bench.view(
        "save_criterion",
        json!({
            "criterion": null, "project": project, "chapter": chapter, "number": "1.99",
            "text": words, "method": "test",
        }),
    );
    let criterion = made["criterion"].clone();
    bench.view("save_presenter_note", json!({ "criterion": criterion, "note": "to go" }));
    bench.view("remove_criterion", json!({ "criterion": criterion }));
    let round = json!({ "round": bench.round()["round"]["id"] });
    assert_eq!(bench.view("presenter_notes", round.clone())["notes"], json!([]));
    bench.view("undo", json!({}));
    assert_eq!(bench.view("presenter_notes", round)["notes"][0]["note"], "to go");
}

/// Gives every field that is the vendor's own a canary, each by the command with which a person fills it; the
/// queries of the vendor that must then sing.
fn set_free(bench: &Bench) -> Vec<(&'static str, Value)> {
    let project = bench.project();
    let round = bench.round();
    let parties = bench.view("list_parties", json!({ "project": project }));
    for person in parties["people"].as_array().unwrap() {
        let words = |text: &Value| json!({ "en": text["en"]["words"], "zh": text["zh"]["words"] });
        let request = json!({
            "person": person["id"], "organisation": person["organisation"], "name": words(&person["name"]),
            "role": { "en": format!("{CANARY} role"), "zh": format!("{CANARY} 职务") },
            "language": person["language"], "time_zone": person["time_zone"],
            "email": format!("{CANARY}@example.org"), "may_sign": null,
            "internal_note": format!("{CANARY} attitude"),
        });
        bench.view("save_person", request);
    }
    for chapter in round["chapters"].as_array().unwrap() {
        for line in chapter["criteria"].as_array().unwrap() {
            let note = format!("{CANARY} note on {}", line["criterion"]["number"]);
            bench.view("save_presenter_note", json!({ "criterion": line["criterion"]["id"], "note": note }));
        }
    }
    // Evidence that stays outside: where it lies on her disk is hers.
    let outside = bench.folder.path().join(format!("{CANARY}-folder.d"));
    fs::create_dir_all(&outside).unwrap();
    let file = outside.join("seen.png");
    fs::write(&file, b"not needed").unwrap();
    let attached = json!({
        "evidence": null, "criterion": bench.criterion("1.1")["id"], "path": file, "keep": "reference",
        "title": { "en": "A title for all", "zh": "公开标题" }, "date": "2026-09-28",
        "valid_until": null, "provided_by": null,
    });
    bench.view("attach_evidence", attached);
    // What it costs and what waits for the signature.
    let overview = bench.view("project_overview", json!({ "project": project }));
    for milestone in overview["payments"].as_array().unwrap().iter().map(|line| &line["milestone"]) {
        let request = json!({
            "milestone": milestone["id"], "project": project, "position": milestone["position"],
            "title": { "en": format!("{CANARY} payment"), "zh": format!("{CANARY} 付款") },
            "share": milestone["share"], "amount": "77441177.77", "currency": milestone["currency"],
            "trigger": milestone["trigger"], "triggered": milestone["triggered"], "paid": milestone["paid"],
            "invoice_within_days": milestone["invoice_within_days"],
        });
        bench.view("save_payment_milestone", request);
    }
    let criterion = json!({ "round": round["round"]["id"], "criterion": bench.criterion("1.1")["id"] });
    vec![
        ("list_parties", json!({ "project": project })),
        ("presenter_notes", json!({ "round": round["round"]["id"] })),
        ("criterion", criterion),
        ("project_overview", json!({ "project": project })),
    ]
}

#[test]
fn no_canary_of_the_vendor_sings_before_the_client() {
    let bench = Bench::with_sample();
    for (query, request) in set_free(&bench) {
        let told = bench.view(query, request).to_string();
        assert!(told.contains(CANARY), "the canaries are set free: {query}");
    }
    let whole = shown(&bench);
    assert_eq!(items(&whole).len(), 46);
    assert!(whole.to_string().contains("公开标题"), "what is the client's is there");
    let mut told = vec![whole.to_string()];
    for evidence in items(&whole).into_iter().flat_map(|item| item["evidence"].as_array().unwrap()) {
        if evidence["showing"] == "photograph" {
            let asked = json!({ "evidence": evidence["evidence"], "width": 320, "height": 200 });
            told.push(bench.view("present_photograph", asked).to_string());
        }
    }
    for bytes in told {
        assert!(!bytes.contains(CANARY), "a canary sings before the client");
        assert!(!bytes.contains("77441177"), "an amount is told to the client");
    }
}
