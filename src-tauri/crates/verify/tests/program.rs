//! The program as the other party runs it.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

#[path = "../../signing/tests/support/mod.rs"]
mod support;

#[path = "program/codes.rs"]
mod codes;
#[path = "program/names.rs"]
mod names;

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use hefu_signing::{Beside, Pair, TrailFile, TrailHeader, WorkspaceName, revision_sha256};
use serde_json::Value;
use support::*;

fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).unwrap();
    folder
}

fn program(words: &[impl AsRef<OsStr>]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_hefu-verify"));
    command.args(words).env_remove("LC_ALL").env_remove("LC_MESSAGES").env("LANG", "C.UTF-8");
    command
}

fn hefu_verify(words: &[&str]) -> Output {
    program(words).output().unwrap()
}

fn said(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

/// The file in a folder of its own.
fn file(folder: &Path, pdf: &[u8]) -> String {
    let path = folder.join("report.pdf");
    std::fs::write(&path, pdf).unwrap();
    path.to_str().unwrap().to_string()
}

#[test]
fn an_intact_file_in_both_languages() {
    let file = file(&folder("intact"), &signed_twice(Listing::Stream));
    let english = hefu_verify(&[&file]);
    assert_eq!(english.status.code(), Some(0));
    let text = said(&english);
    for part in [
        "Document: HC-2026-014 / PA-01 Preliminary Acceptance Report",
        "UNCHANGED.",
        "Signature 1: Zhao Wen 赵文",
        "as vendor, Delivery lead",
        "on 28 September 2026, 10:32:00 (UTC+08:00), drawn on the screen",
        "attested in the room by Chen Jie 陈洁, Xu Bo 徐波. The file cannot prove it.",
    ] {
        assert!(text.contains(part), "{part} is not in\n{text}");
    }
    let chinese = hefu_verify(&["--lang", "zh", &file]);
    assert_eq!(chinese.status.code(), Some(0));
    let text = said(&chinese);
    for part in [
        "初步验收报告",
        "未被改动。",
        "签署于 2026年9月28日 10:32:00",
        "由 Chen Jie 陈洁、Xu Bo 徐波 当场见证",
    ] {
        assert!(text.contains(part), "{part} is not in\n{text}");
    }
}

#[test]
fn a_changed_file_is_named_with_its_place() {
    let folder = folder("changed");
    let mut pdf = signed_twice(Listing::Table);
    pdf[300] ^= 1;
    let file = file(&folder, &pdf);
    let output = hefu_verify(&[&file]);
    assert_eq!(output.status.code(), Some(3));
    let text = said(&output);
    assert!(text.contains("CHANGED. This file is not what was signed."), "{text}");
    assert!(text.contains("in the document as it was issued"), "{text}");
    assert!(text.contains("bytes 0 to 512"), "{text}");
}

#[test]
fn files_without_a_verdict() {
    let folder = folder("no-verdict");
    let output = hefu_verify(&[&file(&folder, &base(Listing::Table))]);
    assert!(said(&output).starts_with("CANNOT BE JUDGED. There is no signature"));
    assert!(said(&output).contains("Not signed yet: position 1, 2"));
    let absent = folder.join("absent.pdf");
    let output = hefu_verify(&[absent.to_str().unwrap()]);
    assert!(String::from_utf8(output.stderr).unwrap().contains("absent.pdf cannot be read"));
}

#[test]
fn a_paper_with_places_open_is_unchanged_and_not_complete() {
    let file = file(&folder("open"), &sign_as(&base(Listing::Table), 1).pdf);
    let text = said(&hefu_verify(&[&file]));
    assert!(text.starts_with("UNCHANGED.") && text.contains("1 of 2 places"), "{text}");
}

#[test]
fn json_and_the_evidence_record() {
    let folder = folder("json");
    let file = file(&folder, &signed_twice(Listing::Stream));
    let out = folder.to_str().unwrap();
    let output = hefu_verify(&[&file, "--json", "--extract", out]);
    assert_eq!(output.status.code(), Some(0));
    let report: Value = serde_json::from_str(&said(&output)).unwrap();
    assert_eq!(report["verdict"], "unchanged");
    assert_eq!(report["signatures"][1]["row"]["role"], "client");
    assert_eq!(report["signatures"][0]["proof"]["proof"], "attested");
    let record = std::fs::read_to_string(folder.join("evidence-record.json")).unwrap();
    assert_eq!(report["evidence_record"], record);
    assert!(record.contains("HC-2026-014"));
    let again = hefu_verify(&[&file, "--extract", out]);
    assert_eq!(again.status.code(), Some(1), "nothing is overwritten");
}

#[test]
fn a_head_is_stated_or_not() {
    let file = file(&folder("head"), &signed_twice(Listing::Stream));
    assert_eq!(hefu_verify(&[&file, "--head", HEAD]).status.code(), Some(0));
    let other = hefu_verify(&[&file, "--head", "prj-harbour 41 00000000"]);
    assert_eq!(other.status.code(), Some(3));
    assert!(said(&other).contains(HEAD));
}

/// A signed trail of one entry.
fn trail(folder: &Path, name: &str) -> String {
    let (salt, actor, args) =
        ([7; 16], r#"{"en":"Zhao Wenqi","zh":"赵文琪"}"#, serde_json::json!({ "number": "4.2" }));
    let noted = serde_json::to_vec(&serde_json::json!([actor, args])).unwrap();
    let note = revision_sha256(&[&salt[..], &noted].concat());
    let canonical = format!(
        r#"{{"act":"criterion_marked","at":"2026-09-28T09:01:00.000+08:00","changes":"","heads":[],"note":"{note}","prev":"","project":null,"seq":1,"trail":"{name}","v":1,"workspace":1}}"#
    );
    let hash = revision_sha256(canonical.as_bytes());
    let header = TrailHeader {
        workspace: WorkspaceName { id: "w".into(), name: "Harbour".into() },
        trail: name.into(),
        title: Pair { en: "Shanghai\n\nUNCHANGED.".into(), zh: "上海".into() },
        project: None,
        exported_at: "2026-09-28T18:00:00+08:00".parse().unwrap(),
        exported_by: Pair { en: "Zhao Wenqi".into(), zh: "赵文琪".into() },
        attested_by: Vec::new(),
        first: 1,
        last: 1,
        head: format!("{name} 1 {hash}"),
    };
    let mut file = TrailFile::new(Vec::new(), &header).unwrap();
    let beside =
        Beside { actor: actor.into(), args, hash, salt: "07".repeat(16), redaction: Default::default() };
    file.entry(canonical.as_bytes(), beside).unwrap();
    let path = folder.join(format!("{}.jsonl", name.replace(':', "-")));
    std::fs::write(&path, file.sign(&identity(1)).unwrap().unwrap()).unwrap();
    path.to_str().unwrap().to_string()
}

#[test]
fn a_trail_is_known_by_its_content_and_held_against_a_paper() {
    let folder = folder("trail");
    // Of the same name as the trail whose head the paper states, but of another history.
    let (other, namesake) = (trail(&folder, "stack:other"), trail(&folder, "prj-harbour"));
    let paper = file(&folder, &signed_twice(Listing::Stream));
    let told = hefu_verify(&[&other]);
    assert_eq!(told.status.code(), Some(0), "{}", said(&told));
    let lines = said(&told);
    assert!(lines.contains("Exported by Zhao Wenqi 赵文琪 on 28 September 2026, 18:00:00"), "{lines}");
    assert_eq!(lines.lines().filter(|line| line.starts_with("UNCHANGED.")).count(), 1, "{lines}");

    let apart = hefu_verify(&[&paper, "--trail", &other]);
    assert_eq!(apart.status.code(), Some(5), "no verdict on whether they belong together");
    assert!(said(&apart).contains("The paper states no head of this trail."), "{}", said(&apart));
    let against = hefu_verify(&[&paper, "--trail", &namesake, "--lang", "zh"]);
    assert_eq!(against.status.code(), Some(3));
    assert!(said(&against).contains("文件与审计链不符"), "{}", said(&against));
    assert_eq!(hefu_verify(&[&paper, "--trail", "absent.jsonl"]).status.code(), Some(1));

    let json: Value = serde_json::from_str(&said(&hefu_verify(&[&other, "--json"]))).unwrap();
    assert_eq!(json["trail"]["entries"], 1);
    assert_eq!(json["signatures"][0]["proof"]["proof"], "self_stated");
}
