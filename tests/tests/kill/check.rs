//! What has to hold of a file whoever was killed over it.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use super::chance::Chance;
use crate::support::Bench;

/// What a process said it had done before it died.
#[derive(Default)]
pub(super) struct Acknowledged {
    /// Sequence number and act.
    written: BTreeMap<u64, String>,
    backups: Vec<String>,
}

impl Acknowledged {
    pub(super) fn hear(&mut self, line: &str) {
        // The last line may have been cut off by the kill; then nothing was acknowledged by it.
        let Ok(answer) = serde_json::from_str::<Value>(line) else { return };
        if let Some(seq) = answer["wrote"]["seq"].as_u64() {
            self.written.insert(seq, answer["wrote"]["act"].as_str().unwrap().to_owned());
        }
        if let Some(path) = answer["view"]["backup"]["path"].as_str() {
            self.backups.push(path.to_owned());
        }
    }

    pub(super) fn acts(&self) -> u64 {
        (self.written.len() + self.backups.len()) as u64
    }
}

/// Nothing acknowledged is lost, the chain verifies, rows and images agree, and every backup is a whole file.
pub(super) fn all(bench: &Bench, acknowledged: &Acknowledged, migrated: &[&str], chance: &mut Chance) {
    let chain = bench.view("verify_journal", json!({ "head": null }));
    if chain["verdict"]["is"] != "whole" {
        panic!("{}: {chain}", kept(bench).display());
    }
    let listed = bench.view(
        "list_entries",
        json!({ "trail": { "of": "workspace" }, "project": null, "before": null, "limit": 500 }),
    );
    let acts: BTreeMap<u64, &str> = listed["entries"]
        .as_array()
        .unwrap()
        .iter()
        .map(|entry| (entry["seq"].as_u64().unwrap(), entry["act"].as_str().unwrap()))
        .collect();
    for (seq, act) in &acknowledged.written {
        assert_eq!(acts.get(seq), Some(&act.as_str()), "entry {seq} was acknowledged");
    }
    for backup in &acknowledged.backups {
        assert!(Path::new(backup).exists(), "{backup} was acknowledged");
    }
    rows_are_what_the_images_say(bench, migrated);
    // Reading a backup through takes longer than all the rest: now and then.
    let newest = bench.view("list_backups", json!({ "folder": null }))["backups"].as_array().unwrap().len();
    if newest > 0 && chance.below(8) == 0 {
        let request = json!({ "backup": null, "key": { "by": "open_workspace" } });
        match bench.call("rehearse_restore", request) {
            Ok(rehearsed) => assert_eq!(rehearsed["outcome"]["is"], "verified", "{rehearsed}"),
            // It was made under the key before.
            Err(failure) => assert_eq!(failure["code"], "wrong_key", "{failure}"),
        }
    }
}

/// Where the file is kept that something is wrong with, so that it can be looked into; its recovery key lies beside it.
fn kept(bench: &Bench) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("killed");
    let from = bench.folder.path();
    std::fs::create_dir_all(&folder).unwrap();
    for name in ["work.hefu", "work.hefu-wal", "secret"] {
        let _ = std::fs::copy(from.join(name), folder.join(name));
    }
    folder
}

/// A report that was issued has every signature that the record has, and nothing else was changed in it; how many.
pub(super) fn paper(bench: &Bench, document: &Value) -> usize {
    let view = bench.view("document", json!({ "document": document }));
    if view["document"]["issued"].is_null() {
        return 0;
    }
    let signed = view["signers"].as_array().unwrap().iter().filter(|each| each["turn"] == "done").count();
    let path = bench.folder.path().join("report.pdf");
    let _ = std::fs::remove_file(&path);
    bench.view("export_document", json!({ "document": document, "path": path }));
    let report = bench.view("verify_file", json!({ "path": path, "head": null }));
    assert_eq!(report["signatures"].as_array().unwrap().len(), signed, "{report}");
    assert_eq!(report["verdict"], if signed > 0 { "unchanged" } else { "cannot_be_judged" }, "{report}");
    signed
}

/// Each act commits its rows and its images together: the last image of a row is the row.
fn rows_are_what_the_images_say(bench: &Bench, migrated: &[&str]) {
    let folder = tempfile::tempdir().unwrap();
    bench.view("export_all", json!({ "folder": folder.path() }));
    let mut last: BTreeMap<(String, String), Option<Value>> = BTreeMap::new();
    for row in lines(&folder.path().join("journal/image.jsonl")) {
        let key = (row["tbl"].as_str().unwrap().to_owned(), row["id"].as_str().unwrap().to_owned());
        last.insert(key, row["after"].as_str().map(|text| serde_json::from_str(text).unwrap()));
    }
    let mut rows: BTreeMap<(String, String), Option<Value>> = BTreeMap::new();
    for entry in std::fs::read_dir(folder.path().join("tables")).unwrap() {
        let path = entry.unwrap().path();
        let table = path.file_stem().unwrap().to_str().unwrap().to_owned();
        for row in lines(&path) {
            rows.insert((table.clone(), row["id"].as_str().unwrap().to_owned()), Some(row));
        }
    }
    last.retain(|(table, _), row| row.is_some() && !migrated.contains(&table.as_str()));
    rows.retain(|(table, _), _| !migrated.contains(&table.as_str()));
    assert_eq!(rows, last);
}

fn lines(path: &Path) -> Vec<Value> {
    let text = std::fs::read_to_string(path).unwrap();
    text.lines().map(|line| serde_json::from_str::<Value>(line).unwrap()["row"].clone()).collect()
}
