//! Killing the process at random points of a stream of writes loses nothing acknowledged, and the chain verifies.

#![allow(clippy::unwrap_used, reason = "a test that meets the unexpected fails")]

mod support;

use std::io::{BufRead, BufReader, Write};
use std::process::{Child, Command, Stdio};

use hefu_tests::programs::built;
use serde_json::{Value, json};
use support::Bench;

/// Kills; a nightly run raises it by `HEFU_KILLS`.
fn kills() -> u32 {
    std::env::var("HEFU_KILLS").ok().and_then(|n| n.parse().ok()).unwrap_or(200)
}

#[test]
fn a_killed_process_loses_nothing_that_was_acknowledged() {
    let bench = Bench::empty();
    let passphrase = "a passphrase for killing";
    let made = json!({ "path": bench.file(), "name": "Killed", "actor": { "en": "Zhao Wenqi", "zh": "赵文琪" }, "passphrase": passphrase,
        "keychain": "forget" });
    bench.view("create_workspace", made);
    bench.view("lock_workspace", json!({}));
    let key = || json!({ "by": "passphrase", "passphrase": passphrase, "keychain": "forget" });
    let mut chance = Chance(0x2026_0928);
    let mut acknowledged = 0;
    for kill in 0..kills() {
        let wanted = chance.next() % 12;
        let mut child = stream(&bench, passphrase);
        let answers = BufReader::new(child.stdout.take().unwrap()).lines();
        // Dies right after an answer, or while the next act is being written.
        for answer in answers.map_while(Result::ok).take(wanted as usize) {
            let answer: Value = serde_json::from_str(&answer).unwrap();
            acknowledged = answer["wrote"]["seq"].as_u64().unwrap();
        }
        child.kill().unwrap();
        child.wait().unwrap();
        let opened = bench.view("open_workspace", json!({ "path": bench.file(), "key": key() }));
        let entries = opened["entries"].as_u64().unwrap();
        assert!(entries >= acknowledged, "kill {kill}: {entries} entries, {acknowledged} acknowledged");
        let parties = bench.view("list_parties", json!({ "project": null }));
        let names = parties["organisations"].as_array().unwrap().len() as u64;
        assert_eq!(names, entries - 1, "kill {kill}: each entry after the first added one organisation");
        let chain = bench.view("verify_journal", json!({ "head": null }));
        assert_eq!((&chain["verdict"]["is"], &chain["entries"]), (&json!("whole"), &json!(entries)));
        bench.view("lock_workspace", json!({}));
    }
    assert!(acknowledged > u64::from(kills()), "the stream was written to: {acknowledged}");
}

/// A process that adds organisations, more than it is given the time for.
fn stream(bench: &Bench, passphrase: &str) -> Child {
    let secret = bench.folder.path().join("passphrase");
    std::fs::write(&secret, passphrase).unwrap();
    // The shell opens the descriptor that the passphrase is read from, and becomes the program.
    let mut child = Command::new("sh")
        .args(["-c", r#"exec "$0" --workspace "$1" --passphrase-fd 3 script 3<"$2""#])
        .arg(built("hefu-cli"))
        .arg(bench.file())
        .arg(&secret)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let mut input = child.stdin.take().unwrap();
    let line = json!({ "organisation": null, "kind": "partner", "name": { "en": "Tingtao", "zh": "汀涛" },
        "short_name": { "en": "", "zh": "" }, "legal_id": "", "calendar": "cn", "jurisdiction": "CN",
        "parent": null });
    // More than are ever read before the kill, so that it falls into a write; the pipe then breaks.
    std::thread::spawn(move || (0..24).all(|_| writeln!(input, "save_organisation {line}").is_ok()));
    child
}

/// A small, seeded source of chance (SplitMix64).
struct Chance(u64);

impl Chance {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }
}
