//! A file that a disk or a stranger damaged is called so, wherever the damage lies; it is set aside whole, and a sound
//! backup is offered that brings everything back.

use std::fs;

use crate::support::Bench;
use hefu_cli::sentence;
use hefu_commands::SAMPLE_PASSPHRASE;
use hefu_messages::Language;
use serde_json::{Value, json};

/// Bytes of the first page of the file.
const PAGE: usize = 4096;

struct Damage {
    what: &'static str,
    to: fn(&mut Vec<u8>),
}

const fn damage(what: &'static str, to: fn(&mut Vec<u8>)) -> Damage {
    Damage { what, to }
}

const DAMAGES: [Damage; 11] = [
    damage("the first bit", |file| file[0] ^= 1),
    damage("a bit of the salt", |file| file[15] ^= 0x80),
    damage("a bit behind the salt", |file| file[16] ^= 1),
    damage("a bit in the middle of the first page", |file| file[PAGE / 2] ^= 4),
    damage("the last bit of the first page", |file| file[PAGE - 1] ^= 1),
    damage("the head in zeros", |file| file[..512].fill(0)),
    damage("the first page in zeros", |file| file[..PAGE].fill(0)),
    damage("a bit of a later page", |file| {
        let middle = file.len() / 2;
        file[middle] ^= 1;
    }),
    damage("a later page in zeros", |file| file[3 * PAGE..4 * PAGE].fill(0)),
    damage("nothing but zeros", |file| file.fill(0)),
    damage("emptied", Vec::clear),
];

fn open(bench: &Bench, passphrase: &str) -> Result<Value, Value> {
    let key = json!({ "by": "passphrase", "passphrase": passphrase, "keychain": "forget" });
    bench.call("open_workspace", json!({ "path": bench.file(), "key": key }))
}

#[test]
fn damage_anywhere_is_called_damage_and_a_backup_brings_everything_back() {
    let bench = Bench::with_sample();
    let entries = bench.view("verify_journal", json!({ "head": null }))["entries"].clone();
    bench.view("rotate_backups", json!({ "occasion": "opened", "folder": null }));
    bench.view("lock_workspace", json!({}));
    let sound = fs::read(bench.file()).unwrap();
    for Damage { what, to } in DAMAGES {
        let mut bytes = sound.clone();
        to(&mut bytes);
        fs::write(bench.file(), &bytes).unwrap();
        let failure = open(&bench, SAMPLE_PASSPHRASE).expect_err(what);
        assert_eq!(failure["code"], "damaged", "{what}: {failure}");
        let aside = failure["aside"].as_str().unwrap();
        assert!(fs::read(aside).unwrap() == bytes, "{what}: kept as it was");
        assert!(!bench.file().exists(), "{what}");
        for language in [Language::En, Language::Zh] {
            let said = sentence::failure(language, &failure).unwrap();
            assert!(said.contains(aside.rsplit('/').next().unwrap()), "{what}: {said}");
        }
        let key = json!({ "by": "passphrase", "passphrase": SAMPLE_PASSPHRASE });
        let restored = bench
            .view("restore_backup", json!({ "backup": failure["backup"], "path": bench.file(), "key": key }));
        assert_eq!(restored["entries"], entries, "{what}");
        assert_eq!(restored["journal"]["is"], "whole", "{what}: {restored}");
        fs::remove_file(aside).unwrap();
        fs::remove_file(bench.file()).unwrap();
    }
}

/// A wrong word is never taken for damage: nothing is moved.
#[test]
fn a_wrong_passphrase_leaves_the_file_where_it_is() {
    let bench = Bench::with_sample();
    bench.view("rotate_backups", json!({ "occasion": "opened", "folder": null }));
    bench.view("lock_workspace", json!({}));
    let before = fs::read(bench.file()).unwrap();
    assert_eq!(open(&bench, "another one altogether").unwrap_err()["code"], "wrong_key");
    assert!(fs::read(bench.file()).unwrap() == before);
}
