//! Duplicates and templates: what comes along, what stays behind, and that each is one act.

use crate::support::Bench;
use serde_json::{Value, json};

fn overview(bench: &Bench, project: &Value) -> Value {
    bench.view("project_overview", json!({ "project": project }))
}

fn scope(bench: &Bench, project: &Value) -> Value {
    bench.view("scope_matrix", json!({ "project": project }))
}

fn numbers(rows: &Value, noun: &str) -> Vec<Value> {
    rows.as_array().unwrap().iter().map(|row| row[noun]["number"].clone()).collect()
}

fn duplicate(bench: &Bench, project: &Value, start: Option<&str>) -> Value {
    bench.view(
        "duplicate_project",
        json!({ "project": project, "number": "HC-2027-001", "title": { "en": "Second phase", "zh": "二期" },
            "start": start }),
    )["project"]
        .clone()
}

#[test]
fn a_duplicate_has_what_the_project_is_built_of_and_nothing_that_happened() {
    let bench = Bench::after_the_meeting();
    bench.open();
    let source = bench.project();
    let made = duplicate(&bench, &source, Some("2027-03-01"));
    let (was, is) = (scope(&bench, &source), scope(&bench, &made));
    for (rows, noun) in
        [("requirements", "requirement"), ("deliverables", "deliverable"), ("criteria", "criterion")]
    {
        assert_eq!(numbers(&is[rows], noun), numbers(&was[rows], noun));
    }
    let links = |scope: &Value| -> usize {
        scope["requirements"]
            .as_array()
            .unwrap()
            .iter()
            .map(|row| row["criteria"].as_array().unwrap().len())
            .sum()
    };
    assert_eq!(links(&is), links(&was));
    for row in is["criteria"].as_array().unwrap() {
        assert_eq!((&row["mark"], &row["evidence"]), (&json!("not_tested"), &json!(0)));
    }
    assert!(
        is["deliverables"].as_array().unwrap().iter().all(|row| row["deliverable"]["handed_over"].is_null())
    );

    let overview = overview(&bench, &made);
    assert_eq!(overview["counts"]["open_issues"], 0);
    assert_eq!(overview["stages"][0]["started"], "2027-03-01");
    assert!(overview["stages"].as_array().unwrap().iter().skip(1).all(|stage| stage["started"].is_null()));
    for payment in overview["payments"].as_array().unwrap() {
        let milestone = &payment["milestone"];
        assert_eq!((&milestone["triggered"], &milestone["paid"]), (&Value::Null, &Value::Null));
    }
    assert!(overview["rounds"].as_array().unwrap().iter().all(|round| round["ordinal"] == 1));

    let documents = bench.view("list_documents", json!({ "project": made }))["documents"].clone();
    let lines = documents.as_array().unwrap();
    let report = lines.iter().find(|line| line["document"]["kind"] == "acceptance_report").unwrap();
    let document = &report["document"];
    assert_eq!((&document["state"], &document["issued"]), (&json!("draft"), &Value::Null));
    assert_eq!(document["number"], "HC-2027-001 / PA-01");
    let view = bench.view("document", json!({ "document": document["id"] }));
    assert!(!view["sections"].as_array().unwrap().is_empty());
    for section in view["sections"].as_array().unwrap() {
        assert_eq!(section["text"]["en"]["state"], "draft", "nobody has read it for this project");
    }
    assert!(view["signers"].as_array().unwrap().iter().all(|each| each["signer"]["state"] == "waiting"));
}

#[test]
fn planned_days_keep_their_distance_from_the_first_or_are_left_out() {
    let bench = Bench::with_sample();
    let source = bench.project();
    let first = overview(&bench, &source)["stages"][0]["started"]
        .as_str()
        .unwrap()
        .parse::<chrono::NaiveDate>()
        .unwrap();
    let due = |project: &Value| -> Vec<Option<chrono::NaiveDate>> {
        let scope = scope(&bench, project);
        let rows = scope["deliverables"].as_array().unwrap();
        rows.iter().map(|row| row["deliverable"]["due"].as_str().map(|day| day.parse().unwrap())).collect()
    };
    let was = due(&source);
    let earliest = was.iter().flatten().min().unwrap();
    assert!(*earliest >= first, "the story's first stage is its first day");
    let shifted = duplicate(&bench, &source, Some(&(first + chrono::Days::new(365)).to_string()));
    let expected: Vec<_> = was.iter().map(|day| day.map(|day| day + chrono::Days::new(365))).collect();
    assert_eq!(due(&shifted), expected);
    bench.view("undo", json!({ "seq": null }));
    let cleared = duplicate(&bench, &source, None);
    assert!(due(&cleared).iter().all(Option::is_none));
}

#[test]
fn a_duplicate_is_one_act_and_undone_as_one() {
    let bench = Bench::with_sample();
    let projects = || bench.view("list_projects", json!({}));
    let before = projects();
    let taken = json!({ "project": bench.project(), "number": "HC-2026-009", "title": { "en": "x", "zh": "" }, "start": null });
    assert_eq!(bench.refused("duplicate_project", taken)["code"], "number_taken");
    assert_eq!(projects(), before);
    duplicate(&bench, &bench.project(), None);
    let undo = bench.view("undo_state", json!({}))["undo"].clone();
    assert_eq!(
        (&undo["act"], &undo["args"]),
        (&json!("project_duplicated"), &json!({ "from": "HC-2026-014", "number": "HC-2027-001" }))
    );
    bench.view("undo", json!({ "seq": null }));
    assert_eq!(projects(), before);
    bench.view("redo", json!({}));
    assert_eq!(
        projects()["projects"].as_array().unwrap().len(),
        before["projects"].as_array().unwrap().len() + 1
    );
    assert_eq!(bench.view("verify_journal", json!({ "head": null }))["verdict"]["is"], "whole");
}

#[test]
fn a_document_is_duplicated_as_a_draft_that_nobody_signed() {
    let bench = Bench::after_the_meeting();
    bench.open();
    let list = || {
        let list = bench.view("list_documents", json!({ "project": bench.project() }))["documents"].clone();
        let reports = list.as_array().unwrap().iter();
        Value::from_iter(reports.filter(|line| line["document"]["kind"] == "acceptance_report").cloned())
    };
    let signed = list()[0]["document"].clone();
    assert_eq!(signed["state"], "signed");
    let made = bench
        .view("duplicate_document", json!({ "document": signed["id"], "number": "HC-2026-014 / PA-01 B" }));
    let view = bench.view("document", json!({ "document": made["document"] }));
    let source = bench.view("document", json!({ "document": signed["id"] }));
    assert_eq!((&view["document"]["state"], &view["document"]["version"]), (&json!("draft"), &json!(1)));
    let texts = |view: &Value| -> Vec<Value> {
        view["sections"].as_array().unwrap().iter().map(|section| section["text"].clone()).collect()
    };
    assert_eq!(texts(&view), texts(&source));
    assert_eq!(view["signers"].as_array().unwrap().len(), source["signers"].as_array().unwrap().len());
    assert!(view["signers"].as_array().unwrap().iter().all(|each| each["signer"]["state"] == "waiting"));
    bench.view("undo", json!({ "seq": null }));
    assert_eq!(list().as_array().unwrap().len(), 1);
}

/// Everything a template of the story's project must not say.
fn particular(bench: &Bench) -> Vec<String> {
    let parties = bench.view("list_parties", json!({ "project": null }));
    let mut words = Vec::new();
    let mut add = |text: &Value| {
        for side in ["en", "zh"] {
            words.push(text[side]["words"].as_str().unwrap().to_owned());
        }
    };
    parties["people"].as_array().unwrap().iter().for_each(|person| add(&person["name"]));
    for organisation in parties["organisations"].as_array().unwrap() {
        if ["client", "partner", "supervisor", "assessor"].iter().any(|kind| organisation["kind"] == *kind) {
            add(&organisation["name"]);
            add(&organisation["short_name"]);
        }
    }
    let overview = overview(bench, &bench.project());
    words.push(overview["project"]["number"].as_str().unwrap().to_owned());
    words.push(overview["contract"]["number"].as_str().unwrap().to_owned());
    words.push(overview["contract"]["amount"].as_str().unwrap().trim_end_matches(".00").to_owned());
    for payment in overview["payments"].as_array().unwrap() {
        words.push(payment["milestone"]["amount"].as_str().unwrap().trim_end_matches(".00").to_owned());
    }
    words.retain(|word| word.chars().count() > 1);
    words
}

#[test]
fn a_template_names_nobody_and_no_money_and_a_project_is_made_of_it() {
    let bench = Bench::after_the_meeting();
    bench.open();
    let saved = bench.view(
        "save_template",
        json!({ "project": bench.project(), "name": { "en": "Health cloud", "zh": "健康云" } }),
    );
    let entry = bench.view("undo_state", json!({}))["undo"].clone();
    assert_eq!(entry["act"], "template_saved");
    let out = bench.folder.path().join("export");
    bench.view("export_all", json!({ "folder": out }));
    let kept = std::fs::read_to_string(out.join("tables/template.jsonl")).unwrap();
    let row = kept.lines().find(|line| line.contains(saved["template"].as_str().unwrap())).unwrap();
    for word in particular(&bench) {
        assert!(!row.contains(&word), "{word} stands in the template");
    }

    let projects = bench.view("list_projects", json!({}));
    let other = projects["projects"]
        .as_array()
        .unwrap()
        .iter()
        .map(|line| &line["project"])
        .find(|project| project["number"] == "HC-2026-009")
        .unwrap()
        .clone();
    let made = bench.view(
        "start_project",
        json!({ "template": saved["template"], "number": "HC-2027-002",
        "title": { "en": "Nanyu phase two", "zh": "南屿二期" }, "summary": { "en": "", "zh": "" },
        "client": other["client"], "vendor": other["vendor"], "supervisor": null, "partners": [],
        "manager": other["manager"], "start": "2027-01-04", "currency": "CNY", "amount": "1000000.00" }),
    )["project"]
        .clone();
    let overview = overview(&bench, &made);
    let source = bench.view("project_overview", json!({ "project": bench.project() }));
    let counts = |of: &Value, what: &str| of["counts"][what].clone();
    for what in ["requirements", "deliverables", "criteria"] {
        assert_eq!(counts(&overview, what), counts(&source, what));
    }
    assert_eq!(counts(&overview, "evidence"), 0);
    let payments = overview["payments"].as_array().unwrap();
    let sum: rust_decimal::Decimal = payments
        .iter()
        .map(|each| each["milestone"]["amount"].as_str().unwrap().parse::<rust_decimal::Decimal>().unwrap())
        .sum();
    assert_eq!(sum.to_string(), "1000000.00", "the shares make up the whole");
    let deliverables = scope(&bench, &made)["deliverables"].clone();
    assert!(deliverables.as_array().unwrap().iter().all(|row| row["deliverable"]["organisation"].is_null()));
}

#[test]
fn templates_are_listed_renamed_removed_and_brought_back() {
    let bench = Bench::with_sample();
    let list = || bench.view("list_templates", json!({}))["templates"].clone();
    let story = list();
    assert_eq!(story.as_array().unwrap().len(), 1, "the story keeps one");
    let id = story[0]["template"].clone();
    bench.view("rename_template", json!({ "template": id, "name": { "en": "Two zones", "zh": "双区" } }));
    assert_eq!(list()[0]["name"]["zh"]["words"], "双区");
    bench.view("remove_template", json!({ "template": id }));
    assert_eq!(list(), json!([]));
    bench.view("undo", json!({ "seq": null }));
    bench.view("undo", json!({ "seq": null }));
    assert_eq!(list(), story);
}
