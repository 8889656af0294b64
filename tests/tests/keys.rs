//! Passphrases and recovery keys as people type them.

use crate::support::Bench;
use hefu_cli::sentence;
use hefu_commands::SAMPLE_PASSPHRASE;
use hefu_messages::Language;
use hefu_store::{Store, derive, derive_as_ever, salt_of};
use serde_json::{Value, json};

const COMPOSED: &str = "café-résumé 1234";
const DECOMPOSED: &str = "cafe\u{301}-re\u{301}sume\u{301} 1234";

fn creating(bench: &Bench, passphrase: &str) -> Value {
    json!({ "path": bench.file(), "name": "Harbour", "actor": { "en": "Zhao Wenqi", "zh": "赵文琪" },
        "passphrase": passphrase, "keychain": "forget" })
}

fn by_passphrase(bench: &Bench, passphrase: &str) -> Value {
    json!({ "path": bench.file(), "key": { "by": "passphrase", "passphrase": passphrase, "keychain": "forget" } })
}

fn by_recovery(bench: &Bench, key: &str) -> Value {
    json!({ "path": bench.file(), "key": { "by": "recovery", "recovery_key": key } })
}

/// In both languages, told apart from the advice for a passphrase.
#[track_caller]
fn says(failure: &Value, code: &str) -> [String; 2] {
    assert_eq!(failure["code"], code, "{failure}");
    [Language::En, Language::Zh].map(|language| sentence::failure(language, failure).unwrap())
}

#[test]
fn a_workspace_opens_however_its_keys_are_typed() {
    let bench = Bench::empty();
    let sheet = bench.view("create_workspace", creating(&bench, COMPOSED))["recovery_key"]
        .as_str()
        .unwrap()
        .to_owned();
    for typed in [COMPOSED, DECOMPOSED, "ｃａｆé-résumé　1234"] {
        bench.view("lock_workspace", json!({}));
        bench.view("open_workspace", by_passphrase(&bench, typed));
        bench.view("set_keychain", json!({ "choice": "forget", "passphrase": typed }));
    }
    let wide: String = sheet.chars().map(|c| char::from_u32(u32::from(c) + 0xfee0).unwrap()).collect();
    for typed in [sheet.to_lowercase(), sheet.replace('-', "–"), sheet.replace('-', " — "), wide] {
        bench.view("lock_workspace", json!({}));
        bench.view("open_workspace", by_recovery(&bench, &typed));
        let saved = bench.folder.path().join("sheet.pdf");
        bench.view("save_recovery_sheet", json!({ "path": saved, "recovery_key": typed }));
    }
}

/// Older versions made the key of whatever bytes the keyboard gave.
#[test]
fn a_workspace_of_an_older_version_opens_by_what_its_passphrase_was() {
    let bench = Bench::empty();
    bench.view("create_workspace", creating(&bench, COMPOSED));
    bench.view("lock_workspace", json!({}));
    let store =
        Store::open(&bench.file(), &derive(COMPOSED, &salt_of(&bench.file()).unwrap()).unwrap()).unwrap();
    let salt = [9; 16];
    let older = derive_as_ever(DECOMPOSED, &salt).unwrap().pop().unwrap();
    store.rekey(&older, &salt).unwrap().close().unwrap();
    says(&bench.refused("open_workspace", by_passphrase(&bench, COMPOSED)), "wrong_key");
    bench.view("open_workspace", by_passphrase(&bench, DECOMPOSED));
    let backup = bench.view("back_up", json!({ "path": null }))["backup"]["path"].clone();
    let key = json!({ "by": "passphrase", "passphrase": DECOMPOSED });
    assert_eq!(
        bench.view("rehearse_restore", json!({ "backup": backup, "key": key }))["outcome"]["is"],
        "verified"
    );
    let restored = bench.folder.path().join("restored.hefu");
    bench.view("restore_backup", json!({ "backup": backup, "path": restored, "key": key }));
    bench.view("change_recovery_key", json!({ "passphrase": DECOMPOSED }));
    bench.view("lock_workspace", json!({}));
    bench.view("open_workspace", by_passphrase(&bench, COMPOSED));
}

#[test]
fn a_mistyped_recovery_key_is_told_apart_from_another_ones() {
    let bench = Bench::empty();
    let sheet = bench.view("create_workspace", creating(&bench, COMPOSED))["recovery_key"]
        .as_str()
        .unwrap()
        .to_owned();
    bench.view("lock_workspace", json!({}));
    let slip = if sheet.starts_with('Z') { "Y" } else { "Z" };
    for (typed, problem, mentions) in [
        (sheet[..30].to_owned(), "length", "54"),
        (format!("{sheet}77"), "length", "56"),
        (format!("{}U{}", &sheet[..10], &sheet[11..]), "symbol", "3"),
        (format!("{slip}{}", &sheet[1..]), "check", ""),
        (SAMPLE_PASSPHRASE.to_owned(), "symbol", "2"),
    ] {
        let failure = bench.refused("open_workspace", by_recovery(&bench, &typed));
        let said = says(&failure, "recovery_key_mistyped");
        assert_eq!(failure["problem"], problem, "{failure}");
        for said in said {
            assert!(
                said.contains(mentions) && !said.contains("Caps Lock") && !said.contains("大写锁定"),
                "{said}"
            );
        }
        assert!(!failure.to_string().contains("harbour"));
    }
    let other = Bench::empty();
    let theirs = json!({ "path": other.file(), "name": "Other", "actor": { "en": "Qin Lan", "zh": "" },
        "passphrase": "tide and tally at noon", "keychain": "forget" });
    let theirs = other.view("create_workspace", theirs)["recovery_key"].as_str().unwrap().to_owned();
    if theirs != sheet {
        let failure = bench.refused("open_workspace", by_recovery(&bench, &theirs));
        assert_eq!(failure["tried"], "recovery_key");
        assert!(!says(&failure, "wrong_key").concat().contains("Caps Lock"));
    }
    let failure = bench.refused("open_workspace", by_passphrase(&bench, "another passphrase"));
    assert!(says(&failure, "wrong_key")[0].contains("Caps Lock"));
}

#[test]
fn no_workspace_is_made_under_a_passphrase_that_is_guessed_or_cannot_be_given_again() {
    let bench = Bench::empty();
    for (passphrase, weakness) in [
        ("aaaaaaaaaa", "repeated"),
        ("password123", "common"),
        ("          ", "repeated"),
        ("woaini1314", "common"),
        ("13812345678", "digits"),
        ("zhaowenqi1990", "name"),
        ("a line\nand another", "control"),
    ] {
        let failure = bench.refused("create_workspace", creating(&bench, passphrase));
        says(&failure, "weak_passphrase");
        assert_eq!(failure["weakness"], weakness, "{passphrase:?}");
        assert!(!bench.file().exists());
        let judged =
            bench.view("judge_passphrase", json!({ "passphrase": passphrase, "words": ["Zhao Wenqi"] }));
        assert_eq!((&judged["strength"], &judged["weakness"]), (&json!("weak"), &json!(weakness)));
    }
    bench.view("create_workspace", creating(&bench, "tide and tally at noon"));
    let change = |new: &str| json!({ "current": "tide and tally at noon", "new": new });
    says(&bench.refused("change_passphrase", change("Harbour 2026")), "weak_passphrase");
    let folder = bench.folder.path().join("export");
    bench.view("export_all", json!({ "folder": folder }));
    let import = json!({ "folder": folder, "path": bench.folder.path().join("new.hefu"), "passphrase": "1qaz2wsx3edc",
        "keychain": "forget" });
    says(&bench.refused("import_all", import), "weak_passphrase");
    bench.view("change_passphrase", change("窗外有 3 棵银杏，都黄了"));
}
