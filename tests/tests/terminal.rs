//! `hefu-cli verify` as a script sees it: how it ends, and that a name is any name.

use std::ffi::{OsStr, OsString};
use std::fs;
use std::os::unix::ffi::OsStringExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use crate::support::Bench;
use hefu_tests::programs;
use serde_json::json;

fn verify(arguments: &[&OsStr]) -> Output {
    Command::new(programs::built("hefu-cli")).arg("verify").args(arguments).output().unwrap()
}

#[track_caller]
fn ends(arguments: &[&OsStr], code: i32) {
    let output = verify(arguments);
    let (said, told) = (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    assert_eq!(output.status.code(), Some(code), "{arguments:?}: {said}{told}");
    assert!(!told.contains("panicked"), "{told}");
}

struct Papers {
    folder: tempfile::TempDir,
    signed: PathBuf,
    /// One place of several is signed.
    open: PathBuf,
    unsigned: PathBuf,
}

fn papers() -> Papers {
    let bench = Bench::with_sample();
    bench.view("lock_workspace", json!({}));
    let document = hefu_cli::story::prepare(&bench.engine, &bench.file()).unwrap();
    bench.open();
    let view = bench.view("document", json!({ "document": document }));
    for obstacle in view["obstacles"].as_array().unwrap().iter().filter(|each| each["kind"] == "text") {
        bench.view("review_text", json!({ "place": obstacle["place"], "record": obstacle["record"] }));
    }
    bench.view("issue_document", json!({ "document": document }));
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name);
    let papers = |name: &str| {
        bench.view("export_document", json!({ "document": document, "path": at(name) }));
        at(name)
    };
    let unsigned = papers("unsigned.pdf");
    let signers = &view["signers"];
    let key = json!({ "with": "room_key", "witnesses": [signers[1]["signer"]["person"]] });
    let sign = json!({ "document": document, "signer": signers[0]["signer"]["id"], "key": key,
        "mark": { "drawn_as": "typed", "name": "Zhao Wenqi" }, "reason": { "en": "", "zh": "" } });
    bench.view("sign_document", sign);
    let open = papers("open.pdf");
    let signed = at("signed.pdf");
    fs::copy(Bench::after_the_meeting().paper(), &signed).unwrap();
    Papers { folder, signed, open, unsigned }
}

#[test]
fn verifying_ends_by_what_was_found() {
    let Papers { folder, signed, open, unsigned } = papers();
    let at = |name: &str| folder.path().join(name);
    let bytes = fs::read(&signed).unwrap();
    let mut changed = bytes.clone();
    let middle = changed.len() / 3;
    changed[middle] ^= 1;
    fs::write(at("changed.pdf"), changed).unwrap();
    fs::write(at("letter.txt"), "Dear client").unwrap();
    let foreign = b"%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n";
    fs::write(at("foreign.pdf"), foreign).unwrap();
    let file = |path: &Path| path.as_os_str().to_owned();
    let given = |path: &Path, code| ends(&[&file(path)], code);
    given(&signed, 0);
    given(&at("nothing.pdf"), 1);
    given(folder.path(), 1);
    ends(&[], 2);
    ends(&[OsStr::new("")], 2);
    given(&at("changed.pdf"), 3);
    ends(&[&file(&signed), OsStr::new("--head"), OsStr::new(&format!("workspace 1 {}", "0".repeat(64)))], 3);
    given(&open, 4);
    given(&unsigned, 5);
    given(&at("foreign.pdf"), 5);
    given(&at("letter.txt"), 5);
}

#[test]
fn a_name_may_begin_as_an_option_does_and_one_that_is_no_text_is_refused_in_words() {
    let Papers { folder, signed, .. } = papers();
    let call = |arguments: &[&OsStr]| {
        let mut cli = Command::new(programs::built("hefu-cli"));
        cli.current_dir(folder.path()).arg("verify").args(arguments).output().unwrap()
    };
    fs::copy(&signed, folder.path().join("--head")).unwrap();
    let output = call(&[OsStr::new("--"), OsStr::new("--head")]);
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    // What a terminal obeys is spelled out, and means the same to whoever reads the JSON.
    let hostile = "\u{1b}[2J\u{9b}2J\u{202e}fdp.\u{2028}pdf";
    for (name, code) in [(hostile.to_owned(), 0), (format!("none {hostile}"), 1)] {
        if code == 0 {
            fs::copy(&signed, folder.path().join(&name)).unwrap();
        }
        let output = call(&[OsStr::new(&name)]);
        assert_eq!(output.status.code(), Some(code));
        let said = String::from_utf8([output.stdout, output.stderr].concat()).unwrap();
        assert!(!said.contains(['\u{1b}', '\u{9b}', '\u{202e}', '\u{2028}']), "{said:?}");
        let path = &serde_json::from_str::<serde_json::Value>(&said).unwrap()["path"];
        assert_eq!(path.as_str().unwrap(), name);
    }
    let name = OsString::from_vec(b"\xff report \x80.pdf".to_vec());
    fs::copy(&signed, folder.path().join(&name)).unwrap();
    let output = call(&[&name]);
    let said = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(2), "{said}");
    assert!(said.contains("not UTF-8") && said.contains("hefu-verify"), "{said}");
}
