//! What cannot be done: each refusal is a clear sentence in both languages, and nothing is lost.

use std::fs::Permissions;
use std::os::unix::fs::{MetadataExt, PermissionsExt};
use std::path::Path;
use std::process::Command;

use crate::support::Bench;
use hefu_cli::sentence;
use hefu_commands::SAMPLE_PASSPHRASE;
use hefu_messages::Language;
use hefu_tests::programs::{built, cli};
use serde_json::{Value, json};

/// The failure has the code, and its sentences name `mentions`.
#[track_caller]
fn says(failure: &Value, code: &str, mentions: &str) {
    assert_eq!(failure["code"], code, "{failure}");
    for language in [Language::En, Language::Zh] {
        let said =
            sentence::failure(language, failure).unwrap_or_else(|| panic!("{failure} has no sentence"));
        assert!(said.contains(mentions), "{said}");
    }
}

#[test]
fn every_failure_has_a_sentence_in_both_languages() {
    let catalogue = hefu_api::catalogue();
    let variants = catalogue["$defs"]["Failure"]["oneOf"].as_array().unwrap();
    assert!(variants.len() > 30);
    for variant in variants {
        let mut failure = json!({});
        for (name, field) in variant["properties"].as_object().unwrap() {
            failure[name] = match (&field["const"], &field["type"]) {
                // A failure that names an act names it with its arguments.
                _ if name == "act" => json!("project_edited"),
                _ if name == "args" => json!({ "number": "x" }),
                // One of many says in whole what stands against it.
                _ if name == "because" => json!({ "code": "still_used" }),
                (Value::String(code), _) => json!(code),
                (_, Value::String(kind)) if kind == "integer" => json!(2),
                _ => json!("x"),
            };
        }
        for language in [Language::En, Language::Zh] {
            assert!(sentence::failure(language, &failure).is_some_and(|said| said.len() > 5), "{failure}");
        }
    }
}

fn open(bench: &Bench, path: &str, passphrase: &str) -> Value {
    let key = json!({ "by": "passphrase", "passphrase": passphrase, "keychain": "forget" });
    bench.refused("open_workspace", json!({ "path": path, "key": key }))
}

#[test]
fn files_that_cannot_be_opened() {
    let bench = Bench::with_sample();
    let file = bench.file().display().to_string();
    let second = Bench::empty();
    says(&open(&second, &file, SAMPLE_PASSPHRASE), "in_use", "work.hefu");
    bench.view("lock_workspace", json!({}));
    says(&open(&second, &file, "not the passphrase"), "wrong_key", "work.hefu");
    let before = std::fs::read(&file).unwrap();
    for (name, bytes) in [("foreign.hefu", b"%PDF-1.7\n".repeat(900)), ("short.hefu", before[..700].to_vec())]
    {
        let path = bench.folder.path().join(name);
        std::fs::write(&path, &bytes).unwrap();
        says(&open(&second, &path.display().to_string(), SAMPLE_PASSPHRASE), "not_a_workspace", name);
        assert_eq!(std::fs::read(&path).unwrap(), bytes, "left as it was");
    }
    says(&open(&second, "/nowhere/at-all.hefu", SAMPLE_PASSPHRASE), "no_file", "at-all.hefu");
    bench.open();
    let entries = bench.view("verify_journal", json!({ "head": null }))["entries"].clone();
    bench.view("back_up", json!({ "path": null }));
    bench.view("lock_workspace", json!({}));
    let whole = std::fs::read(&file).unwrap();
    std::fs::write(&file, &whole[..whole.len() / 2]).unwrap();
    let damaged = open(&second, &file, SAMPLE_PASSPHRASE);
    says(&damaged, "damaged", "work.damaged-1.hefu");
    assert_eq!(std::fs::read(damaged["aside"].as_str().unwrap()).unwrap().len(), whole.len() / 2);
    let key = json!({ "by": "passphrase", "passphrase": SAMPLE_PASSPHRASE });
    let restore = json!({ "backup": damaged["backup"], "path": file, "key": key });
    assert_eq!(bench.view("restore_backup", restore)["entries"], entries);
}

#[test]
fn places_that_cannot_be_written() {
    let bench = Bench::after_the_meeting();
    bench.open();
    let document = bench.round()["document"].clone();
    let export = |path: &str| bench.refused("export_document", json!({ "document": document, "path": path }));
    says(&export("/proc/report.pdf"), "read_only", "report.pdf");
    says(&export("/dev/full"), "unusable_path", "/dev/full");
    assert_eq!(bench.view("verify_journal", json!({ "head": null }))["verdict"]["is"], "whole");
}

/// The tests may run as root, whom no folder is closed to: the program then runs as somebody else.
#[test]
fn a_folder_that_cannot_be_written_keeps_what_is_in_it() {
    let bench = Bench::with_sample();
    bench.view("lock_workspace", json!({}));
    let closed = bench.folder.path().join("closed");
    std::fs::create_dir(&closed).unwrap();
    let mode = |path: &Path, mode| std::fs::set_permissions(path, Permissions::from_mode(mode)).unwrap();
    let file = closed.join("work.hefu");
    std::fs::copy(bench.file(), &file).unwrap();
    let before = std::fs::read(&file).unwrap();
    for (path, bits) in [(bench.folder.path(), 0o755), (&closed, 0o555), (&file, 0o444)] {
        mode(path, bits);
    }
    let made = closed.join("new.hefu");
    let create = json!({ "path": made, "passphrase": null }).to_string();
    for (arguments, mentions) in [
        (vec!["call", "create_sample", &create], "new.hefu"),
        (vec!["--workspace", file.to_str().unwrap(), "call", "today", "{}"], "work.hefu"),
    ] {
        let failure = as_somebody_else(bench.folder.path(), &arguments);
        says(&failure, "read_only", mentions);
    }
    mode(&closed, 0o755);
    assert_eq!(std::fs::read(&file).unwrap(), before);
    assert!(!made.exists());
}

/// Making a backup closes a handle of the file, and with it a process on Unix gives up its own locks on that file.
#[test]
fn a_workspace_stays_in_use_after_a_backup() {
    let bench = Bench::with_sample();
    let file = bench.file().display().to_string();
    let ask = || {
        let passphrase = bench.folder.path().join("passphrase");
        std::fs::write(&passphrase, SAMPLE_PASSPHRASE).unwrap();
        let mut cli = cli(["--passphrase-fd", "0", "--workspace", &file, "call", "today", "{}"]);
        cli.stdin(std::fs::File::open(passphrase).unwrap()).output().unwrap()
    };
    for command in ["rotate_backups", "back_up"] {
        let request = match command {
            "back_up" => json!({ "path": null }),
            _ => json!({ "folder": null, "occasion": "opened" }),
        };
        bench.view(command, request);
        let told = ask();
        assert_eq!(told.status.code(), Some(1), "{told:?}");
        says(&serde_json::from_slice(&told.stderr).unwrap(), "in_use", "work.hefu");
    }
    bench.view("lock_workspace", json!({}));
    assert!(ask().status.success());
}

/// What `hefu-cli` fails with, run by a person who is not root. Root's own folders are closed to her, so the
/// program and the passphrase lie in `folder`.
fn as_somebody_else(folder: &Path, arguments: &[&str]) -> Value {
    let (program, passphrase) = (folder.join("hefu-cli"), folder.join("passphrase"));
    std::fs::copy(built("hefu-cli"), &program).unwrap();
    std::fs::write(&passphrase, SAMPLE_PASSPHRASE).unwrap();
    let is_root = std::fs::metadata("/proc/self").unwrap().uid() == 0;
    let mut command = if is_root { Command::new("setpriv") } else { Command::new(&program) };
    if is_root {
        command.args(["--reuid=65534", "--regid=65534", "--clear-groups"]).arg(&program);
    }
    command.args(["--passphrase-fd", "0"]).args(arguments);
    let told = command.stdin(std::fs::File::open(passphrase).unwrap()).output().unwrap();
    assert_eq!(told.status.code(), Some(1), "{told:?}");
    serde_json::from_slice(&told.stderr).unwrap()
}

#[test]
fn characters_that_no_font_has_are_named_with_their_place() {
    let bench = Bench::with_sample();
    let round = bench.round();
    let document = round["document"].clone();
    let mark = |words: &str| {
        let request = json!({ "round": round["round"]["id"], "criterion": bench.criterion("3.2")["id"],
            "mark": "passed_with_remark", "remark": { "en": words, "zh": "有保留意见" } });
        bench.view("mark_criterion", request);
        bench.call("preview_page", json!({ "document": document, "page": 1, "width_px": 400 }))
    };
    for (words, code_point) in [("fine 😀", "U+1F600"), ("שלום", "U+05E9"), ("\u{e000}", "U+E000")] {
        let failure = mark(words).unwrap_err();
        says(&failure, "no_glyph", code_point);
        assert_eq!(failure["place"], "findings/3.2/remark/en");
    }
    for words in ["zero\u{200b}width", "left\u{200e}mark", "rare 𠮷", &"long ".repeat(600)] {
        assert!(mark(words).is_ok(), "{words:?}");
    }
}

#[test]
fn texts_too_long_and_tables_with_faults_leave_everything_as_it_was() {
    let bench = Bench::with_sample();
    let project = bench.project();
    let entries = |bench: &Bench| bench.view("list_trails", json!({}))["trails"][0]["entries"].clone();
    let before = entries(&bench);
    let long = json!({ "requirement": null, "project": project, "number": "R-900", "priority": "must", "stack": null,
        "source": "", "title": { "en": "x".repeat(10_001), "zh": "" } });
    says(&bench.refused("save_requirement", long), "invalid", "");
    let table = "number\ttitle en\ttitle zh\nR-901\tGood\t好\n\tNo number\t无编号\nR-901\tTwice\t重复\n";
    let source = json!({ "from": "pasted", "text": table });
    let preview = bench.view("preview_import", json!({ "target": "requirements", "source": source }));
    let faults: Vec<(u64, &str)> = preview["faults"]
        .as_array()
        .unwrap()
        .iter()
        .map(|fault| (fault["row"].as_u64().unwrap(), fault["problem"].as_str().unwrap()))
        .collect();
    assert_eq!(faults, [(3, "blank"), (4, "duplicate")]);
    let request = json!({ "project": project, "target": "requirements", "source": source });
    says(&bench.refused("import_table", request), "import_faults", "2");
    says(
        &bench.refused(
            "preview_import",
            json!({ "target": "criteria", "source": { "from": "pasted", "text": "" } }),
        ),
        "unreadable_paste",
        "",
    );
    assert_eq!(entries(&bench), before);
}

#[test]
fn commands_that_do_not_exist_or_have_no_workspace() {
    let bench = Bench::empty();
    says(&bench.refused("fly", json!({})), "unknown_command", "fly");
    says(&bench.refused("amount_in_words", json!({ "amount": "many" })), "bad_request", "amount_in_words");
    says(&bench.refused("today", json!({})), "no_workspace", "");
    let made = json!({ "path": bench.file(), "name": "A", "actor": { "en": "B", "zh": "" }, "passphrase": "short", "keychain": "forget" });
    says(&bench.refused("create_workspace", made), "passphrase_too_short", "10");
    assert!(!bench.file().exists());
}

#[test]
fn a_new_passphrase_voids_the_old_one_and_the_old_sheet() {
    let bench = Bench::with_sample();
    let sheet = bench.view("change_recovery_key", json!({ "passphrase": SAMPLE_PASSPHRASE }));
    let change = json!({ "current": SAMPLE_PASSPHRASE, "new": "another long passphrase" });
    let newer = bench.view("change_passphrase", change);
    assert_ne!(sheet["recovery_key"], newer["recovery_key"]);
    bench.view("lock_workspace", json!({}));
    let by = |sheet: &Value| json!({ "path": bench.file(), "key": { "by": "recovery", "recovery_key": sheet["recovery_key"] } });
    says(&bench.refused("open_workspace", by(&sheet)), "wrong_key", "work.hefu");
    says(&open(&bench, bench.file().to_str().unwrap(), SAMPLE_PASSPHRASE), "wrong_key", "work.hefu");
    bench.view("open_workspace", by(&newer));
    assert_eq!(bench.view("verify_journal", json!({ "head": null }))["verdict"]["is"], "whole");
}
