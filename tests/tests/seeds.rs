//! What fuzzing begins with: one small file of each kind that a reader knows, as the sample makes it. `HEFU_SEEDS` says
//! where to put them.

use std::path::{Path, PathBuf};

use crate::support::Bench;
use hefu_tests::updates::{Releaser, notice};
use serde_json::json;

#[test]
fn every_reader_has_files_to_begin_with() {
    let scratch = tempfile::tempdir().unwrap();
    let folder = std::env::var_os("HEFU_SEEDS").map_or_else(|| scratch.path().to_owned(), PathBuf::from);
    papers_and_trails(&folder);
    tables(&folder);
    archives(&folder);
    let update = Releaser::new().unwrap().update(&notice("0.2.0"), b"a package").unwrap();
    std::fs::write(folder.join("signed.update"), update).unwrap();
    for kind in ["pdf", "jsonl", "csv", "xlsx", "archive", "update"] {
        let is_there = |entry: std::io::Result<std::fs::DirEntry>| {
            let entry = entry.unwrap();
            entry.path().extension().is_some_and(|end| end == kind) && entry.metadata().unwrap().len() > 0
        };
        assert!(std::fs::read_dir(&folder).unwrap().any(is_there), "{kind}");
    }
}

fn papers_and_trails(folder: &Path) {
    let bench = Bench::after_the_meeting();
    std::fs::copy(bench.paper(), folder.join("signed.pdf")).unwrap();
    bench.open();
    let path = folder.join("workspace.jsonl");
    let _ = std::fs::remove_file(&path);
    bench.view("export_trail", json!({ "trail": { "of": "workspace" }, "path": path, "key": { "with": "room_key", "witnesses": [] } }));
}

fn tables(folder: &Path) {
    let bench = Bench::empty();
    for kind in ["csv", "xlsx"] {
        let path = folder.join(format!("criteria.{kind}"));
        let _ = std::fs::remove_file(&path);
        let column = |heading: &str| json!({ "heading": heading, "holds": "text" });
        bench.view(
            "export_table",
            json!({ "path": path, "name": "Criteria", "date": "2026-09-28",
                "columns": [column("No"), column("Criterion (EN)"), column("验收标准"), column("Method")],
                "rows": [["3.1", "Two zones, dedicated", "双可用区", "Test"], ["3.2", "Quota", "配额", "Review"]] }),
        );
    }
}

/// The manifest, the name of a part, and the part.
fn archives(folder: &Path) {
    let bench = Bench::with_sample();
    let export = bench.folder.path().join("export");
    bench.view("export_all", json!({ "folder": export }));
    let manifest: serde_json::Value =
        serde_json::from_slice(&std::fs::read(export.join("hefu.json")).unwrap()).unwrap();
    for part in ["organisation", "requirement"] {
        let rows = std::fs::read(export.join(format!("tables/{part}.jsonl"))).unwrap();
        let seed = [format!("{manifest}\n{part}\n").into_bytes(), rows].concat();
        std::fs::write(folder.join(format!("{part}.archive")), seed).unwrap();
    }
}
