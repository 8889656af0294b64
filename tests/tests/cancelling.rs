//! What takes long answers a cancel at once and leaves nothing behind: the record, the folder and the open workspace are
//! as they were.

use std::collections::BTreeMap;
use std::fs;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use crate::support::Bench;
use hefu_commands::SAMPLE_PASSPHRASE;
use serde_json::{Value, json};

/// Every file below a folder and its size; the open workspace and its log apart.
fn held(folder: &Path) -> BTreeMap<PathBuf, u64> {
    let mut held = BTreeMap::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            let is_worked_in = path.file_name().unwrap().to_string_lossy().starts_with("work.hefu");
            if path.is_dir() {
                folders.push(path);
            } else if !is_worked_in {
                held.insert(path.clone(), fs::metadata(&path).unwrap().len());
            }
        }
    }
    held
}

#[test]
fn a_cancel_is_answered_and_leaves_nothing() {
    let bench = Bench::after_the_meeting();
    bench.open();
    let at = |name: &str| bench.folder.path().join(name);
    let project = bench.project();
    let stack = bench.view("project_overview", json!({ "project": project }))["stacks"][0]["id"].clone();
    let backup = at("backup.hefu");
    bench.view("back_up", json!({ "path": backup }));
    bench.view("export_all", json!({ "folder": at("out") }));
    fs::write(at("scope.csv"), "Number,Title\n".to_owned() + &"R-9,Much\n".repeat(20_000)).unwrap();
    fs::write(at("film.mp4"), vec![7; 8 << 20]).unwrap();
    let criterion = bench.criterion("4.2")["id"].clone();
    let key = json!({ "by": "passphrase", "passphrase": SAMPLE_PASSPHRASE });
    let evidence = json!({ "evidence": null, "criterion": criterion, "path": at("film.mp4"), "keep": "reference",
        "title": { "en": "Film", "zh": "录像" }, "date": "2026-09-28", "valid_until": null, "provided_by": null });
    let film = bench.view("attach_evidence", evidence.clone())["evidence"]["id"].clone();
    let calls = [
        ("restore_backup", json!({ "backup": backup, "path": at("restored.hefu"), "key": key })),
        ("rehearse_restore", json!({ "backup": backup, "key": key })),
        ("export_all", json!({ "folder": at("again") })),
        (
            "import_all",
            json!({ "folder": at("out"), "path": at("imported.hefu"), "passphrase": "tide and tally at noon",
                "keychain": "forget" }),
        ),
        ("verify_journal", json!({ "head": null })),
        (
            "export_trail",
            json!({ "trail": { "of": "stack", "stack": stack }, "path": at("trail.jsonl"),
                "key": { "with": "room_key", "witnesses": [] } }),
        ),
        (
            "import_table",
            json!({ "project": project, "target": "requirements",
                "source": { "from": "file", "path": at("scope.csv") } }),
        ),
        ("attach_evidence", evidence.clone()),
        ("export_evidence", json!({ "evidence": film, "path": at("film-again.mp4") })),
    ];
    let entries = || bench.view("list_trails", json!({}));
    for (command, request) in calls {
        let (before, record) = (held(bench.folder.path()), entries());
        let failure = match bench.engine.call(command, request, &mut |_| ControlFlow::Break(())) {
            Err(failure) => json!(failure),
            Ok(reply) => panic!("{command} was not cancelled: {}", reply.view()),
        };
        assert_eq!(failure["code"], "cancelled", "{command}: {failure}");
        assert_eq!(entries(), record, "{command}");
        let mut after = held(bench.folder.path());
        // The backup before an act that may need one stays.
        after
            .retain(|path, _| !path.to_string_lossy().contains("work.backups/") || before.contains_key(path));
        assert_eq!(after, before, "{command}");
    }
    assert_eq!(bench.view("verify_journal", json!({ "head": null }))["verdict"]["is"], Value::from("whole"));
}

#[test]
fn while_the_journal_is_verified_or_all_is_exported_others_read_and_write() {
    let bench = Bench::with_sample();
    let round = bench.round()["round"]["id"].clone();
    let entries = || bench.view("verify_journal", json!({ "head": null }))["entries"].as_u64().unwrap();
    let out = bench.folder.path().join("out");
    for (command, request) in
        [("verify_journal", json!({ "head": null })), ("export_all", json!({ "folder": out }))]
    {
        let (before, mut met) = (entries(), 0);
        let reply = bench.engine.call(command, request, &mut |_| {
            // With the workspace held, these would wait for ever.
            if met == 0 {
                bench.view("today", json!({}));
                let issue = json!({ "issue": null, "round": round, "criterion": null, "owner": null, "due": null,
                    "text": { "en": "Label the racks.", "zh": "机柜贴标。" }, "blocking": "does_not_block",
                    "closed": null });
                bench.view("save_open_issue", issue);
            }
            met += 1;
            ControlFlow::Continue(())
        });
        let view = reply.unwrap().view();
        assert!(met > 0, "{command} tells how far it is");
        if command == "verify_journal" {
            assert_eq!(view["entries"].as_u64(), Some(before), "what came meanwhile is not part of it");
            assert_eq!(view["verdict"]["is"], "whole");
        }
        assert!(entries() > before);
    }
}
