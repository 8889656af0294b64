//! Backups that restore, everything out and in again, and a person erased, through the engine.

use std::fs;
use std::ops::ControlFlow;
use std::path::Path;

use crate::support::{Bench, archive};
use hefu_commands::{Engine, Outside, SAMPLE_PASSPHRASE};
use serde_json::{Value, json};

fn open_key() -> Value {
    json!({ "by": "open_workspace" })
}

fn names(folder: &Path) -> Vec<String> {
    let all = fs::read_dir(folder).unwrap().map(|each| each.unwrap().file_name().into_string().unwrap());
    let mut names: Vec<String> = all.collect();
    names.sort();
    names
}

/// An engine at another time on the same folder.
fn at(bench: &mut Bench, now: &str) {
    bench.engine = Engine::new(Outside::fixed(now.parse().unwrap(), 29));
}

#[test]
fn automatic_backups_are_made_on_opening_hourly_and_before_risky_acts() {
    let mut bench = Bench::with_sample();
    let rotate = |bench: &Bench, occasion: &str| {
        let view = bench.view("rotate_backups", json!({ "occasion": occasion, "folder": null }));
        view["made"].as_array().unwrap().len()
    };
    let stage = |bench: &Bench| {
        let text = "Number\tTitle\tPriority\nR-901\tA requirement\tmust";
        let source = json!({ "from": "pasted", "text": text });
        let request = json!({ "project": bench.project(), "target": "requirements", "source": source });
        bench.call("import_table", request)
    };
    assert_eq!(rotate(&bench, "opened"), 1);
    assert_eq!(rotate(&bench, "opened"), 0, "nothing changed");
    bench.view("back_up", json!({ "path": null }));
    assert_eq!(rotate(&bench, "interval"), 0, "the last one is not an hour old");
    bench.view("lock_workspace", json!({}));
    at(&mut bench, "2026-09-28T11:00:00+08:00");
    bench.open();
    assert_eq!(rotate(&bench, "interval"), 1);
    bench.view("change_recovery_key", json!({ "passphrase": SAMPLE_PASSPHRASE }));
    let imported = stage(&bench);
    let list = bench.view("list_backups", json!({ "folder": null }));
    let occasions: Vec<&str> = list["backups"]
        .as_array()
        .unwrap()
        .iter()
        .map(|b| b["occasion"].as_str().unwrap_or("by hand"))
        .collect();
    assert!(imported.is_ok(), "{imported:?}");
    for occasion in ["import", "key", "interval", "by hand", "opened"] {
        assert!(occasions.contains(&occasion), "{occasion} in {occasions:?}");
    }
    assert_eq!(occasions.len(), 5, "{occasions:?}");
}

#[test]
fn a_second_folder_gets_them_too_and_its_absence_is_told() {
    let bench = Bench::with_sample();
    let second = bench.folder.path().join("second");
    let rotate = || bench.view("rotate_backups", json!({ "occasion": "opened", "folder": second }));
    assert_eq!(rotate()["second_folder"], "out_of_reach");
    assert!(!second.exists(), "a disk that is not there is not made up");
    fs::create_dir(&second).unwrap();
    let rotated = rotate();
    assert_eq!((&rotated["second_folder"], names(&second).len()), (&json!("reached"), 1));
    let both = bench.view("list_backups", json!({ "folder": second }));
    assert_eq!(both["backups"].as_array().unwrap().len(), 2);
}

#[test]
fn a_rehearsed_restore_is_remembered_whatever_came_of_it() {
    let bench = Bench::with_sample();
    let state = || bench.view("list_backups", json!({ "folder": null }))["rehearsed"].clone();
    let refused = bench.refused("rehearse_restore", json!({ "backup": null, "key": open_key() }));
    assert_eq!(refused["code"], "no_file", "there is no backup yet");
    assert_eq!(state(), Value::Null);
    let made = bench.view("back_up", json!({ "path": null }));
    let entries: u64 = made["heads"][0].as_str().unwrap().split(' ').nth(1).unwrap().parse().unwrap();
    let rehearsed = bench.view("rehearse_restore", json!({ "backup": null, "key": open_key() }));
    assert_eq!(rehearsed["outcome"], json!({ "is": "verified", "entries": entries }));
    let rows = |table: &str| {
        let tables = rehearsed["held"]["tables"].as_array().unwrap();
        tables.iter().find(|each| each["table"] == table).map(|each| each["rows"].as_u64().unwrap())
    };
    let parties = bench.view("list_parties", json!({ "project": null }));
    assert_eq!(rows("person"), Some(parties["people"].as_array().unwrap().len() as u64));
    assert_eq!(rows("organisation"), Some(parties["organisations"].as_array().unwrap().len() as u64));
    assert_eq!(state()["outcome"]["is"], "verified");

    let progress = &mut |_| ControlFlow::Break(());
    let stopped =
        bench.engine.call("rehearse_restore", json!({ "backup": null, "key": open_key() }), progress);
    assert!(stopped.is_err());

    let backup = made["backup"]["path"].as_str().unwrap();
    let mut bytes = fs::read(backup).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    fs::write(backup, bytes).unwrap();
    let request = json!({ "backup": backup, "key": { "by": "passphrase", "passphrase": SAMPLE_PASSPHRASE } });
    let failed = bench.view("rehearse_restore", request);
    assert_eq!(failed["outcome"], json!({ "is": "failed", "fault": "unreadable" }));
    assert_eq!(state()["outcome"], failed["outcome"]);
    assert_eq!(names(&bench.folder.path().join("work.backups")).len(), 1, "no scratch file is left");
}

#[test]
fn a_backup_opens_on_another_computer_with_the_passphrase_or_the_sheet() {
    let bench = Bench::empty();
    let passphrase = "one that she knows";
    let actor = json!({ "en": "Zhao Wenqi", "zh": "赵文琪" });
    let made = bench.view(
        "create_workspace",
        json!({ "path": bench.file(), "name": "Harbour 港城", "actor": actor, "passphrase": passphrase, "keychain": "forget" }),
    );
    let recovery = &made["recovery_key"];
    let sheet = bench.folder.path().join("sheet.pdf");
    bench.view("save_recovery_sheet", json!({ "path": sheet, "recovery_key": recovery }));
    let pdf = fs::read(&sheet).unwrap();
    assert!(archive::faults(&pdf).is_empty(), "{:?}", archive::faults(&pdf));
    let none = json!({ "path": sheet, "recovery_key": "0000" });
    assert_eq!(bench.refused("save_recovery_sheet", none)["code"], "recovery_key_mistyped");
    // Of another workspace, and written as it should be.
    let mut other = Bench::empty();
    other.engine = Engine::new(Outside::fixed("2026-09-28T10:00:00+08:00".parse().unwrap(), 30));
    let made_there = json!({ "path": other.file(), "name": "Other", "actor": actor, "passphrase": passphrase, "keychain": "forget" });
    let of_another = other.view("create_workspace", made_there)["recovery_key"].clone();
    let request = json!({ "path": sheet, "recovery_key": of_another });
    assert_eq!(bench.refused("save_recovery_sheet", request)["code"], "not_this_recovery_key");

    let taken = bench.folder.path().join("taken.hefu");
    bench.view("back_up", json!({ "path": taken }));
    let there = Bench::empty();
    for (name, key) in [
        ("by-passphrase", json!({ "by": "passphrase", "passphrase": passphrase })),
        ("by-sheet", json!({ "by": "recovery", "recovery_key": recovery })),
    ] {
        let path = there.folder.path().join(format!("{name}.hefu"));
        let restored = there.view("restore_backup", json!({ "backup": taken, "path": path, "key": key }));
        assert_eq!(restored["entries"], 1, "{name}");
        let key = json!({ "by": "recovery", "recovery_key": recovery });
        assert_eq!(there.view("open_workspace", json!({ "path": path, "key": key }))["name"], "Harbour 港城");
        there.view("lock_workspace", json!({}));
    }
    let path = there.folder.path().join("none.hefu");
    for (key, code) in [(json!("no key"), "recovery_key_mistyped"), (of_another, "wrong_key")] {
        let key = json!({ "by": "recovery", "recovery_key": key });
        let wrong = json!({ "backup": taken, "path": path, "key": key });
        assert_eq!(there.refused("restore_backup", wrong)["code"], code);
        assert!(!path.exists());
    }
    let none = json!({ "backup": taken, "path": path, "key": open_key() });
    assert_eq!(there.refused("restore_backup", none)["code"], "no_workspace");
}

#[test]
fn everything_goes_out_and_comes_back_in_the_same() {
    let bench = Bench::after_the_meeting();
    bench.open();
    let out = bench.folder.path().join("out");
    let exported = bench.view("export_all", json!({ "folder": out }));
    assert_eq!(exported["documents"], 1);
    let papers = names(&out.join("documents"));
    assert_eq!(papers, ["HC-2026-014 PA-01 v1.pdf"]);
    assert_eq!(fs::read(out.join("documents").join(&papers[0])).unwrap(), fs::read(bench.paper()).unwrap());

    let there = Bench::empty();
    let request = json!({ "folder": out, "path": there.file(), "passphrase": "another passphrase", "keychain": "forget" });
    let imported = there.view("import_all", request.clone());
    assert_eq!((&imported["rows"], &imported["files"]), (&exported["rows"], &exported["files"]));
    let chain = there.view("verify_journal", json!({ "head": exported["heads"][0] }));
    assert_eq!(chain["verdict"]["is"], "whole");
    let trails = there.view("list_trails", json!({}));
    let heads: Vec<&Value> =
        trails["trails"].as_array().unwrap().iter().map(|t| &t["head"]).filter(|h| !h.is_null()).collect();
    for head in exported["heads"].as_array().unwrap() {
        assert!(heads.contains(&head), "{head}");
    }
    for (command, request) in [
        ("list_parties", json!({ "project": null })),
        ("list_projects", json!({})),
        ("acceptance_round", json!({ "round": bench.round()["round"]["id"] })),
    ] {
        assert_eq!(bench.view(command, request.clone()), there.view(command, request), "{command}");
    }

    let place = out.join("tables/person.jsonl");
    let text = fs::read_to_string(&place).unwrap();
    fs::write(&place, text.replacen("赵文琪", "赵文其", 1)).unwrap();
    let again = Bench::empty();
    let mut request = request;
    request["path"] = json!(again.file());
    let refused = again.refused("import_all", request);
    assert_eq!(refused["code"], "export_changed");
    assert!(refused["place"].as_str().unwrap().starts_with("tables/person.jsonl:"), "{refused}");
    assert!(!again.file().exists());
}

#[test]
fn an_erased_person_is_nowhere_and_the_papers_that_stay_are_named() {
    let bench = Bench::after_the_meeting();
    bench.open();
    let parties = bench.view("list_parties", json!({ "project": null }));
    let signers = bench.view("document", json!({ "document": bench.round()["document"] }));
    let client =
        signers["signers"].as_array().unwrap().iter().find(|s| s["signer"]["role"] == "client").unwrap();
    let person = &client["signer"]["person"];
    let record = parties["people"].as_array().unwrap().iter().find(|p| p["id"] == *person).unwrap();
    let (en, zh) =
        (record["name"]["en"]["words"].as_str().unwrap(), record["name"]["zh"]["words"].as_str().unwrap());

    let view = bench.view("erasure_of_person", json!({ "person": person }));
    assert_eq!(view["papers"].as_array().unwrap().len(), 1, "the signed report stays");
    assert!(view["entries"].as_u64().unwrap() >= 2, "{view}: added, and signed");
    let found = || {
        let hits = bench.view("search", json!({ "words": zh, "project": null, "limit": 20 }))["hits"].take();
        hits.as_array().unwrap().iter().filter(|hit| hit["noun"] == "person").count()
    };
    assert_eq!(found(), 1, "she can be found");
    let before = bench.view("verify_journal", json!({ "head": null }));
    let reason = format!("asked for by {en}");
    let erased = bench.view("erase_person", json!({ "person": person, "reason": reason }));
    assert_eq!((&erased["rows"], &erased["entries"]), (&view["rows"], &view["entries"]));

    let chain = bench.view("verify_journal", json!({ "head": null }));
    assert_eq!((&chain["verdict"]["is"], &chain["erased"]), (&json!("whole"), &view["entries"]));
    assert_eq!(chain["entries"].as_u64(), before["entries"].as_u64().map(|n| n + 1));
    assert_eq!(bench.refused("undo", json!({ "seq": chain["entries"] }))["code"], "nothing_to_undo");

    assert_eq!(found(), 0, "nor does the index keep her name");
    let out = bench.folder.path().join("out");
    bench.view("export_all", json!({ "folder": out }));
    for folder in ["tables", "journal"] {
        for name in names(&out.join(folder)) {
            let text = fs::read_to_string(out.join(folder).join(&name)).unwrap();
            assert!(!text.contains(en) && !text.contains(zh), "{en} {zh} in {name}");
        }
    }
    // The signed paper is as it was, and still verifies.
    assert_eq!(
        bench.view("verify_file", json!({ "path": bench.paper(), "head": null }))["verdict"],
        "unchanged"
    );
}

#[test]
fn whoever_works_in_the_workspace_is_not_erased() {
    let bench = Bench::with_sample();
    let parties = bench.view("list_parties", json!({ "project": null }));
    let actor = bench.view("workspace_status", json!({}))["open"]["actor"]["zh"].clone();
    let people = parties["people"].as_array().unwrap();
    let her = people.iter().find(|person| person["name"]["zh"]["words"] == actor).unwrap();
    let refused = bench.refused("erase_person", json!({ "person": her["id"], "reason": "asked for" }));
    assert_eq!(refused["code"], "works_here");
    let blank = bench.refused("erase_person", json!({ "person": people[0]["id"], "reason": " " }));
    assert_eq!(blank["code"], "invalid");
}
