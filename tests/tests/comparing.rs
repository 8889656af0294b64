//! Any two moments of a record held against each other, and the journal's filter, through the engine.

use crate::support::Bench;
use serde_json::{Value, json};

fn newest(bench: &Bench) -> u64 {
    let asked = json!({ "trail": { "of": "workspace" }, "limit": 1 });
    bench.view("list_entries", asked)["entries"][0]["workspace"].as_u64().unwrap()
}

/// A requirement of the story, as it is saved.
fn requirement(bench: &Bench) -> Value {
    let matrix = bench.view("scope_matrix", json!({ "project": bench.project() }));
    matrix["requirements"][0]["requirement"].clone()
}

fn save(bench: &Bench, en: &str, zh: &str, priority: &str) -> u64 {
    let now = requirement(bench);
    let request = json!({ "project": bench.project(), "requirement": now["id"], "number": now["number"],
        "title": { "en": en, "zh": zh }, "priority": priority, "stack": now["stack"], "source": now["source"] });
    bench.view("save_requirement", request);
    newest(bench)
}

fn compare(bench: &Bench, noun: &str, id: &Value, from: u64, until: Option<u64>) -> Vec<Value> {
    let asked = json!({ "record": { "noun": noun, "id": id }, "from": from, "until": until });
    bench.view("compare", asked)["records"].as_array().unwrap().clone()
}

fn field(record: &Value, name: &str) -> Value {
    let fields = record["fields"].as_array().unwrap();
    fields.iter().find(|field| field["field"] == name).cloned().unwrap_or_default()
}

fn told(pieces: &Value) -> String {
    let mark = |piece: &Value| {
        let words = piece["words"].as_str().unwrap();
        match piece["standing"].as_str().unwrap() {
            "removed" => format!("[{words}]"),
            "added" => format!("{{{words}}}"),
            _ => words.to_owned(),
        }
    };
    pieces.as_array().unwrap().iter().map(mark).collect()
}

#[test]
fn two_moments_of_a_requirement_through_change_undo_and_redo() {
    let bench = Bench::with_sample();
    let id = requirement(&bench)["id"].clone();
    let start = save(&bench, "Restore within 30 minutes", "三十分钟内恢复", "must");
    let changed = save(&bench, "Restore within 45 minutes", "四十分钟内恢复", "should");
    let compared = compare(&bench, "requirement", &id, start, Some(changed));
    assert_eq!(compared.len(), 1);
    assert_eq!((&compared[0]["change"], &compared[0]["noun"]), (&json!("changed"), &json!("requirement")));
    let title = field(&compared[0], "title");
    assert_eq!(told(&title["words"]["en"]), "Restore within [30]{45} minutes");
    assert_eq!(told(&title["words"]["zh"]), "[三]{四}十分钟内恢复");
    let priority = field(&compared[0], "priority");
    assert_eq!((&priority["before"]["text"], &priority["after"]["text"]), (&json!("must"), &json!("should")));
    assert_eq!(priority["words"], Value::Null, "a code has no words");
    assert_eq!(field(&compared[0], "number"), Value::Null, "what is the same is not told");

    bench.view("undo", json!({ "seq": changed }));
    assert_eq!(compare(&bench, "requirement", &id, start, None), Vec::<Value>::new());
    assert_eq!(compare(&bench, "requirement", &id, start, Some(changed)), compared, "the past stays");
    let backwards = compare(&bench, "requirement", &id, changed, None);
    assert_eq!(told(&field(&backwards[0], "title")["words"]["en"]), "Restore within [45]{30} minutes");
    bench.view("redo", json!({}));
    assert_eq!(compare(&bench, "requirement", &id, start, None), compared);

    let moments = bench.view("moments", json!({ "noun": "requirement", "id": id }));
    let acts: Vec<&str> =
        moments["entries"].as_array().unwrap().iter().map(|entry| entry["act"].as_str().unwrap()).collect();
    assert_eq!(acts[..4], ["redone", "undone", "requirement_edited", "requirement_edited"]);
    assert_eq!(moments["label"]["en"], requirement(&bench)["number"]);
}

#[test]
fn a_record_that_came_or_went_is_added_or_removed_whole() {
    let bench = Bench::with_sample();
    let before = newest(&bench);
    let made = bench.view(
        "save_requirement",
        json!({ "project": bench.project(), "requirement": null, "number": "R-900",
            "title": { "en": "New", "zh": "新" }, "priority": "could", "stack": null, "source": "" }),
    );
    let id = made["requirement"].clone();
    let added = newest(&bench);
    bench.view("remove_requirement", json!({ "requirement": id }));
    let gone = compare(&bench, "requirement", &id, added, None);
    assert_eq!((&gone[0]["change"], &gone[0]["label"]["zh"]), (&json!("removed"), &json!("R-900")));
    let came = compare(&bench, "requirement", &id, before, Some(added));
    assert_eq!(
        (&came[0]["change"], told(&field(&came[0], "title")["words"]["zh"])),
        (&json!("added"), "{新}".into())
    );
    bench.view("undo", json!({}));
    assert_eq!(compare(&bench, "requirement", &id, added, None), Vec::<Value>::new(), "restored as it was");
    let unknown = bench
        .refused("compare", json!({ "record": { "noun": "requirement", "id": bench.project() }, "from": 1 }));
    assert_eq!(unknown["code"], "not_found");
    let no_noun = bench.refused("moments", json!({ "noun": "entry", "id": id }));
    assert_eq!(
        (&no_noun["code"], &no_noun["noun"]),
        (&json!("not_found"), &json!("entry")),
        "only the record"
    );
}

#[test]
fn a_document_is_compared_with_its_texts_and_signers() {
    let bench = Bench::with_sample();
    let round = bench.view("acceptance_round", json!({ "round": bench.round()["round"]["id"] }));
    let document = round["document"].clone();
    let view = bench.view("document", json!({ "document": document }));
    let start = newest(&bench);
    let sections = view["sections"].as_array().unwrap();
    let (edited, removed) = (&sections[0], sections.last().unwrap());
    let words = json!({ "en": format!("{} Amended.", edited["text"]["en"]["words"].as_str().unwrap()),
        "zh": edited["text"]["zh"]["words"] });
    bench.view(
        "save_section",
        json!({ "document": document, "section": edited["id"], "part": edited["part"], "text": words }),
    );
    bench.view("remove_section", json!({ "section": removed["id"] }));
    let signer = view["signers"][0]["signer"]["id"].clone();
    bench.view("remove_signer", json!({ "signer": signer }));
    let compared = compare(&bench, "document", &document, start, None);
    let of = |id: &Value| compared.iter().find(|record| record["id"] == *id).unwrap();
    assert_eq!(compared.len(), 3, "{compared:#?}");
    assert_eq!(of(&edited["id"])["change"], "changed");
    assert!(told(&field(of(&edited["id"]), "text")["words"]["en"]).ends_with("{ Amended.}"));
    assert_eq!(
        (&of(&removed["id"])["change"], &of(&removed["id"])["noun"]),
        (&json!("removed"), &json!("section"))
    );
    assert_eq!((&of(&signer)["change"], &of(&signer)["noun"]), (&json!("removed"), &json!("signer")));
    let moments = bench.view("moments", json!({ "noun": "document", "id": document }));
    let first_three: Vec<&Value> =
        moments["entries"].as_array().unwrap().iter().take(3).map(|entry| &entry["act"]).collect();
    assert_eq!(first_three, ["signer_removed", "section_removed", "section_saved"]);
}

#[test]
fn the_journal_is_filtered_by_what_the_engine_offers() {
    let bench = Bench::with_sample();
    let choices = bench.view("entry_choices", json!({}));
    let noun = |noun: &str| choices["nouns"].as_array().unwrap().contains(&json!(noun));
    assert!(noun("requirement") && noun("section") && !noun("entry"));
    let me = choices["actors"].as_array().unwrap().iter().find(|actor| actor["en"] == "Zhao Wenqi").unwrap();
    save(&bench, "Restore within 30 minutes", "三十分钟内恢复", "must");
    let asked = json!({ "trail": { "of": "workspace" }, "limit": 500, "project": bench.project(), "actor": me,
        "noun": "requirement", "from": choices["now"] });
    let found = bench.view("list_entries", asked);
    let acts: Vec<&Value> = found["entries"].as_array().unwrap().iter().map(|entry| &entry["act"]).collect();
    assert_eq!(acts, ["requirement_edited"]);
    let nobody = json!({ "trail": { "of": "workspace" }, "limit": 5, "actor": { "en": "Nobody", "zh": "" } });
    assert_eq!(bench.view("list_entries", nobody), json!({ "entries": [], "more": "no" }));
}
