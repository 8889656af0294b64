//! One trail written out, signed, and checked without the workspace.

use std::ops::ControlFlow;
use std::path::PathBuf;
use std::process::Command;

use crate::support::Bench;
use hefu_commands::SAMPLE_PASSPHRASE;
use hefu_tests::programs;
use serde_json::{Value, json};

fn out(bench: &Bench) -> PathBuf {
    bench.folder.path().join("trail.jsonl")
}

/// The trails of the story's project, and the workspace's own chain first.
fn trails(bench: &Bench) -> Vec<Value> {
    let (list, project) = (bench.view("list_trails", json!({})), bench.project());
    let own = |trail: &&Value| trail["trail"]["of"] == "workspace" || trail["project"] == project;
    list["trails"].as_array().unwrap().iter().filter(own).cloned().collect()
}

fn export(bench: &Bench, trail: &Value) -> Value {
    let key = json!({ "with": "room_key", "witnesses": [] });
    bench.view("export_trail", json!({ "trail": trail["trail"], "path": out(bench), "key": key }))
}

fn verify(bench: &Bench, head: Option<&Value>) -> Value {
    bench.view("verify_file", json!({ "path": out(bench), "head": head }))
}

#[test]
fn every_trail_is_written_out_and_found_unchanged() {
    let bench = Bench::after_the_meeting();
    bench.open();
    for trail in trails(&bench) {
        let exported = export(&bench, &trail);
        assert_eq!((&exported["entries"], &exported["head"]), (&trail["entries"], &trail["head"]));
        let report = verify(&bench, Some(&trail["head"]));
        assert_eq!((&report["verdict"], &report["faults"]), (&json!("unchanged"), &json!([])));
        assert_eq!(report["head"], "stated");
        let found = &report["trail"];
        assert_eq!((&found["trail"], &found["entries"]), (&trail["name"], &trail["entries"]));
        assert_eq!(found["head"], trail["head"]);
        let title = if trail["title"].is_null() {
            Value::Null
        } else {
            json!({ "en": trail["title"]["en"]["words"], "zh": trail["title"]["zh"]["words"] })
        };
        assert_eq!(found["title"], title);
        let signature = &report["signatures"][0];
        assert_eq!(
            (&signature["integrity"], &signature["identity"]),
            (&json!("intact"), &json!("self_stated"))
        );
        assert_eq!(signature["certificate"], exported["certificate"]);

        // The export stands in the journal afterwards, in the trail it is of.
        let newest = json!({ "trail": trail["trail"], "limit": 1 });
        let entry = bench.view("list_entries", newest)["entries"][0].clone();
        assert_eq!(entry["args"]["file"], "trail.jsonl");
        assert_eq!(entry["seq"].as_u64(), trail["entries"].as_u64().map(|n| n + 1));
        assert_eq!(bench.refused("undo", json!({ "seq": entry["workspace"] }))["code"], "nothing_to_undo");
    }
}

#[test]
fn the_head_a_signed_paper_states_stands_in_the_trail() {
    let bench = Bench::after_the_meeting();
    bench.open();
    let paper = bench.view("verify_file", json!({ "path": bench.paper(), "head": null }));
    let heads = paper["document"]["heads"].as_array().unwrap();
    let of =
        |head: &&Value, trail: &Value| head.as_str().unwrap().split(' ').next() == trail["name"].as_str();
    let all = trails(&bench);
    let stated = |trail: &Value| heads.iter().find(|head| of(head, trail)).cloned();
    assert!(all.iter().any(|trail| stated(trail).is_some()), "{heads:?}");
    for trail in all.iter().filter(|trail| stated(trail).is_some()) {
        export(&bench, trail);
        let head = stated(trail).unwrap();
        assert_eq!(verify(&bench, Some(&head))["head"], "stated", "{head}");
        let words: Vec<&str> = head.as_str().unwrap().split(' ').collect();
        let forged = json!(format!("{} {} {}", words[0], words[1], "0".repeat(64)));
        assert_eq!(verify(&bench, Some(&forged))["head"], "not_stated");
        assert_eq!(verify(&bench, Some(&json!("stack:other 1 00")))["head"], "other_trail");
    }
}

/// What the small program says and ends with.
fn hefu_verify(arguments: &[&str]) -> (Option<i32>, String) {
    let mut program = Command::new(programs::built("hefu-verify"));
    let told = program.args(arguments).env("LANG", "C.UTF-8").output().unwrap();
    (told.status.code(), String::from_utf8(told.stdout).unwrap())
}

#[test]
fn the_small_program_checks_a_trail_and_whether_a_paper_belongs_to_it() {
    let bench = Bench::after_the_meeting();
    bench.open();
    let paper = bench.paper().display().to_string();
    let file = out(&bench).display().to_string();
    let heads = bench.view("verify_file", json!({ "path": paper, "head": null }))["document"]["heads"].take();
    let names: Vec<&str> = heads
        .as_array()
        .unwrap()
        .iter()
        .map(|head| head.as_str().unwrap().split(' ').next().unwrap())
        .collect();
    let all = trails(&bench);
    let of_paper = all.iter().find(|trail| names.contains(&trail["name"].as_str().unwrap())).unwrap();
    let exported = export(&bench, of_paper);

    let (code, said) = hefu_verify(&[&file, "--lang", "en"]);
    assert_eq!(code, Some(0), "{said}");
    let entries = format!("Entries that fit: {0}, of No. 1 to {0}", of_paper["entries"]);
    for part in [
        "UNCHANGED.",
        &entries,
        exported["head"].as_str().unwrap(),
        "Exported by Zhao Wenqi 赵文琪 on 28 September 2026",
    ] {
        assert!(said.contains(part), "{part} is not in\n{said}");
    }
    let (code, said) = hefu_verify(&[&file, "--lang", "zh"]);
    assert_eq!(code, Some(0));
    assert!(
        said.contains("未被改动。") && said.contains("由 Zhao Wenqi 赵文琪 导出于 2026年9月28日"),
        "{said}"
    );

    let (code, said) = hefu_verify(&[&paper, "--trail", &file, "--lang", "en"]);
    assert_eq!(code, Some(0), "{said}");
    assert!(said.contains("belong together: the head the paper states is that of an entry"), "{said}");
    assert_eq!(hefu_verify(&[&file, "--head", exported["head"].as_str().unwrap()]).0, Some(0));
    assert_eq!(hefu_verify(&[&file, "--head", "stack:other 1 00"]).0, Some(3));
    assert_eq!(hefu_verify(&[&paper, "--trail", &paper]).0, Some(5), "a paper is no trail");

    let text = std::fs::read_to_string(&file).unwrap();
    let third = text.lines().position(|line| line.contains("\"seq\":3,")).unwrap();
    let without: String = text
        .lines()
        .enumerate()
        .filter(|(at, _)| *at != third && *at != third + 1)
        .map(|(_, line)| format!("{line}\n"))
        .collect();
    std::fs::write(&file, without).unwrap();
    let (code, said) = hefu_verify(&[&file, "--lang", "en"]);
    assert_eq!(code, Some(3));
    assert!(said.contains("CHANGED.") && said.contains("Entry 3 is missing."), "{said}");
    assert_eq!(hefu_verify(&[&paper, "--trail", &file]).0, Some(3));
    std::fs::write(&file, &text.as_bytes()[1..]).unwrap();
    assert_eq!(hefu_verify(&[&file]).0, Some(5), "what does not begin as a trail is none");
}

#[test]
fn a_trail_of_another_workspace_is_told_from_ones_own() {
    let bench = Bench::with_sample();
    let all = trails(&bench);
    let stack = &all[1];
    let standing = |bench: &Bench, head: &Value| {
        bench.view("look_for_head", json!({ "head": head }))["standing"].clone()
    };
    assert_eq!(standing(&bench, &stack["head"]), "here");
    let (trail, entries) = (stack["name"].as_str().unwrap(), stack["entries"].as_u64().unwrap());
    let forged = json!(format!("{trail} {entries} {}", "0".repeat(64)));
    assert_eq!(standing(&bench, &forged), "other_history");

    let other = Bench::empty();
    other.view(
        "create_workspace",
        json!({ "path": other.file(), "name": "Another", "actor": { "en": "Lin", "zh": "林" },
            "passphrase": SAMPLE_PASSPHRASE, "keychain": "forget" }),
    );
    assert_eq!(standing(&other, &stack["head"]), "other_workspace");
    assert_eq!(standing(&other, &all[0]["head"]), "other_history", "every workspace has a chain of its own");
    let refused = other.refused("look_for_head", json!({ "head": "not a head" }));
    assert_eq!(refused["code"], "invalid");
}

/// A person who stands in the acts of the trail is erased: the trail still verifies, and says it.
#[test]
fn an_erased_person_is_counted_and_not_named() {
    let bench = Bench::after_the_meeting();
    bench.open();
    let before = trails(&bench);
    let parties = bench.view("list_parties", json!({ "project": bench.project() }));
    let actor = bench.view("workspace_status", json!({}))["open"]["actor"]["en"].clone();
    let signed: Vec<Value> = {
        let entries = bench.view("list_entries", json!({ "trail": before[1]["trail"], "limit": 500 }));
        let acts = entries["entries"].as_array().unwrap().clone();
        acts.into_iter().filter(|e| e["act"] == "document_signed" && e["args"]["en"] != actor).collect()
    };
    let name = signed[0]["args"]["en"].as_str().unwrap();
    let people = parties["people"].as_array().unwrap();
    let person = people.iter().find(|person| person["name"]["en"]["words"] == name).unwrap();
    bench.view("erase_person", json!({ "person": person["id"], "reason": "asked for" }));

    for trail in &before[..2] {
        export(&bench, trail);
        let text = std::fs::read_to_string(out(&bench)).unwrap();
        assert!(!text.contains(name), "{name}");
        let report = verify(&bench, trail["head"].as_str().map(|_| &trail["head"]));
        assert_eq!(
            (&report["verdict"], &report["head"]),
            (&json!("unchanged"), &json!("stated")),
            "{report:#}"
        );
        assert!(report["trail"]["erased"].as_u64().unwrap() >= 1);
    }
}

#[test]
fn an_export_that_is_cancelled_leaves_nothing() {
    let bench = Bench::with_sample();
    let before = trails(&bench);
    let key = json!({ "with": "room_key", "witnesses": [] });
    let request = json!({ "trail": before[0]["trail"], "path": out(&bench), "key": key });
    let stop = &mut |_| ControlFlow::Break(());
    let refused = bench.engine.call("export_trail", request, stop).err().map(|failure| json!(failure));
    assert_eq!(refused.unwrap()["code"], "cancelled");
    let beside = std::fs::read_dir(bench.folder.path()).unwrap().map(|entry| entry.unwrap().file_name());
    assert!(beside.into_iter().all(|name| !name.to_string_lossy().contains("trail.jsonl")));
    assert_eq!(trails(&bench), before, "nothing was done, so nothing is recorded");
}
