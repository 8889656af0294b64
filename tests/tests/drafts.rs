//! What was typed and not saved: it outlives a kill, it is no part of the record, and it is erased with a person.

use std::io::{BufRead, BufReader, Write};
use std::process::{Command, Stdio};

use crate::support::Bench;
use hefu_commands::SAMPLE_PASSPHRASE;
use hefu_tests::programs::built;
use serde_json::{Value, json};

const WORDS: &str = "Half a remark about Quokka-7 半句意见";

fn at(bench: &Bench, place: &str) -> Value {
    bench.view("draft_at", json!({ "place": place }))["draft"].clone()
}

#[test]
fn a_draft_outlives_the_killing_of_the_process_that_kept_it() {
    let bench = Bench::with_sample();
    bench.view("lock_workspace", json!({}));
    let secret = bench.folder.path().join("secret");
    std::fs::write(&secret, SAMPLE_PASSPHRASE).unwrap();
    let mut child = Command::new("sh")
        .args(["-c", r#"exec "$0" --workspace "$1" --passphrase-fd 3 script --keep-going 3<"$2""#])
        .arg(built("hefu-cli"))
        .arg(bench.file())
        .arg(&secret)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut input = child.stdin.take().unwrap();
    let request =
        json!({ "place": "finding:a:b:remark", "typed": json!({ "en": WORDS, "zh": "" }).to_string() });
    writeln!(input, "keep_draft {request}").unwrap();
    let mut answer = String::new();
    BufReader::new(child.stdout.take().unwrap()).read_line(&mut answer).unwrap();
    let answer: Value = serde_json::from_str(&answer).unwrap();
    assert_eq!(answer["wrote"], Value::Null, "a draft is no act");
    child.kill().unwrap();
    child.wait().unwrap();
    bench.open();
    let draft = at(&bench, "finding:a:b:remark");
    let typed: Value = serde_json::from_str(draft["typed"].as_str().unwrap()).unwrap();
    assert_eq!(typed["en"], WORDS);
    // Kept to the millisecond.
    let moment = |at: &Value| at.as_str().unwrap()[..23].to_owned();
    assert_eq!(moment(&draft["at"]), moment(&answer["view"]["at"]));
    assert_eq!(bench.view("list_drafts", json!({}))["drafts"].as_array().unwrap().len(), 1);
    bench.view("discard_draft", json!({ "place": "finding:a:b:remark" }));
    assert_eq!(at(&bench, "finding:a:b:remark"), Value::Null);
}

#[test]
fn a_draft_leaves_no_entry_no_word_in_the_index_and_nothing_in_an_export() {
    let bench = Bench::with_sample();
    let entries = || bench.view("workspace_status", json!({}))["open"]["entries"].clone();
    let undo = || bench.view("undo_state", json!({}));
    let before = (entries(), undo());
    bench.view(
        "keep_draft",
        json!({ "place": "requirement:p:r", "typed": json!({ "source": WORDS }).to_string() }),
    );
    bench.view(
        "keep_draft",
        json!({ "place": "requirement:p:r", "typed": json!({ "source": format!("{WORDS}!") }).to_string() }),
    );
    assert!(at(&bench, "requirement:p:r")["typed"].as_str().unwrap().ends_with("!\"}"));
    assert_eq!((entries(), undo()), before);
    let found = bench.view("search", json!({ "words": "Quokka", "project": null, "limit": 20 }));
    assert!(
        !found.to_string().contains("requirement:p:r") && !found.to_string().contains("Half a remark"),
        "{found}"
    );
    let out = bench.folder.path().join("export");
    bench.view("export_all", json!({ "folder": out }));
    for file in walk(&out) {
        assert!(
            !String::from_utf8_lossy(&std::fs::read(&file).unwrap()).contains("Quokka"),
            "{}",
            file.display()
        );
    }
    assert!(
        !String::from_utf8_lossy(&std::fs::read(bench.file()).unwrap()).contains("Quokka"),
        "in plain in the file"
    );
    assert_eq!(bench.view("verify_journal", json!({ "head": null }))["verdict"]["is"], "whole");
}

fn walk(folder: &std::path::Path) -> Vec<std::path::PathBuf> {
    let entries = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries.flat_map(|path| if path.is_dir() { walk(&path) } else { vec![path] }).collect()
}

#[test]
fn drafts_that_name_an_erased_person_go_and_others_stay() {
    let bench = Bench::with_sample();
    let parties = bench.view("list_parties", json!({ "project": null }));
    let vendor = parties["organisations"][0]["id"].clone();
    let person = bench.view("save_person", json!({ "person": null, "organisation": vendor, "name": { "en": "Lin Yue", "zh": "林越" },
        "role": { "en": "", "zh": "" }, "language": "zh", "time_zone": "Asia/Shanghai", "email": "lin@harbour.example", "may_sign": null,
        "internal_note": "" }))["person"].as_str().unwrap().to_owned();
    let keep = |place: &str, typed: Value| {
        bench.view("keep_draft", json!({ "place": place, "typed": typed.to_string() }));
    };
    keep("section:d:basis", json!({ "en": "", "zh": "由林越负责" }));
    keep(&format!("person:{person}"), json!({ "role": { "en": "Lead", "zh": "" } }));
    keep("open_issue:r:new", json!({ "owner": person }));
    keep("section:d:scope", json!({ "en": "Nobody in particular", "zh": "" }));
    bench.view("erase_person", json!({ "person": person, "reason": "asked by letter" }));
    let left = bench.view("list_drafts", json!({}))["drafts"].clone();
    let places: Vec<&str> =
        left.as_array().unwrap().iter().map(|draft| draft["place"].as_str().unwrap()).collect();
    assert_eq!(places, ["section:d:scope"]);
}

#[test]
fn a_draft_that_is_too_long_or_has_no_place_is_refused() {
    let bench = Bench::with_sample();
    for (place, typed) in
        [("", "x".to_owned()), (&"p".repeat(201), "x".to_owned()), ("p", "字".repeat(200_001))]
    {
        let refused = bench.refused("keep_draft", json!({ "place": place, "typed": typed }));
        assert_eq!((&refused["code"], &refused["noun"]), (&json!("invalid"), &json!("draft")));
    }
}
