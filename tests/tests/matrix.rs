//! The requirements traceability matrix as a paper.

#![allow(clippy::unwrap_used, reason = "a test that meets the unexpected fails")]

mod support;

use std::process::Command;

use serde_json::json;
use support::Bench;

fn text(path: &std::path::Path) -> String {
    let told = Command::new("pdftotext").args(["-layout"]).arg(path).arg("-").output().unwrap();
    String::from_utf8(told.stdout).unwrap()
}

#[test]
fn the_traceability_matrix_goes_out_in_every_edition_and_stands_in_the_journal() {
    let bench = Bench::with_sample();
    let matrix = bench.view("scope_matrix", json!({ "project": bench.project() }));
    for edition in ["en", "zh", "side_by_side"] {
        let path = bench.folder.path().join(format!("matrix-{edition}.pdf"));
        let request =
            json!({ "project": bench.project(), "edition": edition, "look": "formal", "path": path });
        bench.view("export_matrix", request);
        let faults = support::archive::faults(&std::fs::read(&path).unwrap());
        assert!(faults.is_empty(), "{edition}: {faults:?}");
        let said = text(&path);
        for row in matrix["requirements"].as_array().unwrap() {
            let number = row["requirement"]["number"].as_str().unwrap();
            assert!(said.contains(number), "{number}");
        }
        let heads = ["Requirements Traceability Matrix", "需求跟踪矩阵"].map(|head| said.contains(head));
        assert_eq!(heads, [edition != "zh", edition != "en"]);
    }
    let state = bench.view("undo_state", json!({ "project": bench.project() }));
    assert_ne!(state["undo"]["act"], "matrix_exported", "what has left the house is final");
    let entries = bench.view("list_entries", json!({ "trail": { "of": "workspace" }, "limit": 3 }));
    let acts: Vec<&str> =
        entries["entries"].as_array().unwrap().iter().map(|entry| entry["act"].as_str().unwrap()).collect();
    assert_eq!(acts, ["matrix_exported"; 3]);
}
