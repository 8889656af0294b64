//! Two processes at one workspace, by its name, by links, as another user, while locks are removed and the file is
//! moved about and processes are killed: what one of them acknowledged is there at the end, in its place in the
//! journal, and no two of them ever write.

#![cfg(unix)]
#![allow(clippy::print_stdout, reason = "whoever asked for many is told how many there were")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, Permissions};
use std::io::{BufRead, BufReader, Write};
use std::os::unix::fs::{MetadataExt, PermissionsExt, symlink};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread::JoinHandle;
use std::time::Duration;

use crate::kill::chance::Chance;
use crate::support::Bench;
use hefu_tests::programs::built;
use serde_json::{Value, json};

const PASSPHRASE: &str = "two at one file, each with a pen";

/// Somebody who is not the one that runs the tests.
const NOBODY: &str = "65534";

/// Interleavings; `cargo xtask peers interleavings` raises it.
fn interleavings() -> u64 {
    std::env::var("HEFU_INTERLEAVINGS").ok().and_then(|n| n.parse().ok()).unwrap_or(20)
}

#[test]
fn no_two_processes_write_and_nothing_acknowledged_is_lost() {
    let begun = Begun::ready();
    let (mut acts, mut refused) = (0, 0);
    for seed in 0..interleavings() {
        let table = Table::laid(&begun);
        let (acknowledged, turned_away) = table.play(&mut Chance(0x2026_1130 + seed));
        table.check(&begun, &acknowledged, seed);
        acts += acknowledged.len();
        refused += turned_away;
    }
    assert!(acts > 0 && refused > 0, "{acts} acts, {refused} turned away");
    println!("cases: {}", interleavings());
    eprintln!("{} interleavings, {acts} acts acknowledged, {refused} processes turned away", interleavings());
}

/// A workspace as every interleaving begins with, and what opens it.
struct Begun {
    file: Vec<u8>,
    key: Value,
    /// Where another user, too, can run it.
    program: tempfile::TempDir,
}

impl Begun {
    fn ready() -> Self {
        let bench = Bench::empty();
        let actor = json!({ "en": "Zhao Wenqi", "zh": "赵文琪" });
        let made = bench.view(
            "create_workspace",
            json!({ "path": bench.file(), "name": "Two", "actor": actor, "passphrase": PASSPHRASE, "keychain": "forget" }),
        );
        bench.view("lock_workspace", json!({}));
        let program = tempfile::tempdir().unwrap();
        fs::set_permissions(program.path(), Permissions::from_mode(0o755)).unwrap();
        fs::copy(built("hefu-cli"), program.path().join("hefu-cli")).unwrap();
        Self { file: fs::read(bench.file()).unwrap(), key: made["recovery_key"].clone(), program }
    }
}

/// What one process said that it did: the organisation it saved, and the number of the act.
type Acknowledged = BTreeMap<String, u64>;

/// A process says a line, or its last.
enum Heard {
    Said(Value),
    Ended,
}

struct Hand {
    child: Child,
    input: Option<ChildStdin>,
    reader: JoinHandle<()>,
}

struct Table {
    bench: Bench,
    far: tempfile::TempDir,
    key: PathBuf,
    program: PathBuf,
}

impl Table {
    fn laid(begun: &Begun) -> Self {
        let (bench, far) = (Bench::empty(), tempfile::tempdir().unwrap());
        let open_to_all =
            |path: &Path, mode| fs::set_permissions(path, Permissions::from_mode(mode)).unwrap();
        open_to_all(bench.folder.path(), 0o777);
        open_to_all(far.path(), 0o777);
        fs::write(bench.file(), &begun.file).unwrap();
        open_to_all(&bench.file(), 0o666);
        let key = bench.folder.path().join("key");
        fs::write(&key, begun.key.as_str().unwrap()).unwrap();
        let table = Self { bench, far, key, program: begun.program.path().join("hefu-cli") };
        symlink(table.bench.file(), table.name("symbolic.hefu")).unwrap();
        fs::hard_link(table.bench.file(), table.name("hard.hefu")).unwrap();
        fs::hard_link(table.bench.file(), table.far.path().join("far.hefu")).unwrap();
        table
    }

    fn name(&self, name: &str) -> PathBuf {
        self.bench.folder.path().join(name)
    }

    /// Two hands at once, one after the other; what they acknowledged, and how many were turned away.
    fn play(&self, chance: &mut Chance) -> (Acknowledged, usize) {
        let (tell, heard) = channel();
        let mut hands: BTreeMap<u64, Hand> = BTreeMap::new();
        let (mut acknowledged, mut next, mut refused) = (Acknowledged::new(), 0, 0);
        for _ in 0..4 + chance.below(4) {
            while hands.len() < 2 {
                hands.insert(next, self.hand(chance, next, &tell));
                next += 1;
            }
            let pause = Duration::from_millis(30 + chance.below(250));
            refused += listen(&heard, pause, &mut hands, &mut acknowledged);
            self.disturb(chance);
            if let Some((_, hand)) = hands.iter_mut().nth(usize::try_from(chance.below(2)).unwrap()) {
                match chance.below(3) {
                    0 => hand.child.kill().unwrap(),
                    // Told that nothing more comes, it closes.
                    1 => drop(hand.input.take()),
                    _ => {}
                }
            }
        }
        hands.values_mut().for_each(|hand| hand.child.kill().unwrap());
        while !hands.is_empty() {
            refused += listen(&heard, Duration::from_secs(30), &mut hands, &mut acknowledged);
        }
        (acknowledged, refused)
    }

    /// A process by one of the file's names, which is handed acts without end.
    fn hand(&self, chance: &mut Chance, who: u64, tell: &Sender<(u64, Heard)>) -> Hand {
        let name = match chance.below(5) {
            0 => self.name("symbolic.hefu"),
            1 => self.name("hard.hefu"),
            2 => self.far.path().join("far.hefu"),
            _ => self.bench.file(),
        };
        let script = r#"exec $4 "$0" --workspace "$1" --recovery-key-fd 3 script --keep-going 3<"$2""#;
        let as_whom = if chance.below(4) == 0 && another_user_can() { other_user() } else { String::new() };
        let mut child = Command::new("sh")
            .args(["-c", &script.replace("$4", &as_whom)])
            .arg(&self.program)
            .args([&name, &self.key])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut input = child.stdin.take().unwrap();
        let (backs_up, count) = (chance.below(3), chance.below(40));
        for n in 0..count {
            let line = match n == backs_up {
                true => "back_up {\"path\": null}".to_owned(),
                false => format!("save_organisation {}", organisation(&format!("{who}-{n}"), chance)),
            };
            // One that was turned away reads nothing.
            if writeln!(input, "{line}").is_err() {
                break;
            }
        }
        let (output, tell) = (child.stdout.take().unwrap(), tell.clone());
        let reader = std::thread::spawn(move || {
            for line in BufReader::new(output).lines().map_while(Result::ok) {
                let said = serde_json::from_str(&line).unwrap();
                tell.send((who, Heard::Said(said))).unwrap();
            }
            tell.send((who, Heard::Ended)).unwrap();
        });
        Hand { child, input: Some(input), reader }
    }

    /// What others do to the files meanwhile.
    fn disturb(&self, chance: &mut Chance) {
        let file = self.bench.file();
        match chance.below(6) {
            0 => {
                let _ = fs::remove_file(self.name("work.hefu-lock"));
            }
            1 => {
                // Away and back again, as over a network.
                fs::rename(&file, self.name("away.tmp")).unwrap();
                std::thread::sleep(Duration::from_millis(chance.below(20)));
                fs::rename(self.name("away.tmp"), &file).unwrap();
            }
            2 => {
                let _ = fs::remove_file(self.name("symbolic.hefu"));
                symlink(&file, self.name("symbolic.hefu")).unwrap();
            }
            3 => {
                fs::remove_file(self.name("hard.hefu")).unwrap();
                fs::hard_link(&file, self.name("hard.hefu")).unwrap();
            }
            _ => {}
        }
    }

    /// Everything acknowledged stands in the record, and its act under its number in a journal that is whole.
    fn check(&self, begun: &Begun, acknowledged: &Acknowledged, seed: u64) {
        let numbers: BTreeSet<u64> = acknowledged.values().copied().collect();
        assert_eq!(
            numbers.len(),
            acknowledged.len(),
            "{seed}: two processes wrote the same act: {acknowledged:?}"
        );
        let key = json!({ "by": "recovery", "recovery_key": begun.key });
        self.bench.view("open_workspace", json!({ "path": self.bench.file(), "key": key }));
        let report = self.bench.view("verify_journal", json!({ "head": null }));
        assert_eq!(report["verdict"]["is"], "whole", "{seed}: {report}");
        let parties = self.bench.view("list_parties", json!({ "project": null }));
        let kept: BTreeSet<&str> = parties["organisations"]
            .as_array()
            .unwrap()
            .iter()
            .filter_map(|each| {
                each["legal_id"].as_str().or_else(|| each["organisation"]["legal_id"].as_str())
            })
            .collect();
        for (organisation, seq) in acknowledged {
            assert!(
                kept.contains(organisation.as_str()),
                "{seed}: act {seq} ({organisation}) is lost: {parties}"
            );
        }
        let made = self.bench.view("back_up", json!({ "path": null }))["backup"]["path"].clone();
        let request = json!({ "backup": made, "key": { "by": "open_workspace" } });
        assert_eq!(self.bench.view("rehearse_restore", request)["outcome"]["is"], "verified", "{seed}");
        let beside = fs::read_dir(self.bench.folder.path()).unwrap().map(|each| each.unwrap().file_name());
        let odd: Vec<_> = beside.filter(|each| each.to_string_lossy().contains("kept")).collect();
        assert!(odd.is_empty(), "{seed}: nothing was pushed aside: {odd:?}");
    }
}

/// Waits so long, or until there is nobody; how many ended without a word.
fn listen(
    heard: &Receiver<(u64, Heard)>,
    pause: Duration,
    hands: &mut BTreeMap<u64, Hand>,
    acknowledged: &mut Acknowledged,
) -> usize {
    let until = std::time::Instant::now() + pause;
    let mut refused = 0;
    while !hands.is_empty() {
        match heard.recv_timeout(until.saturating_duration_since(std::time::Instant::now())) {
            Ok((_, Heard::Said(said))) => {
                if let (Some(seq), Some(name)) =
                    (said["wrote"]["seq"].as_u64(), said["wrote"]["args"]["en"].as_str())
                {
                    acknowledged.insert(name.split(' ').next().unwrap().to_owned(), seq);
                }
            }
            Ok((who, Heard::Ended)) => {
                let mut hand = hands.remove(&who).unwrap();
                hand.reader.join().unwrap();
                drop(hand.input);
                refused += usize::from(hand.child.wait().unwrap().code() == Some(1));
            }
            Err(_) => break,
        }
    }
    refused
}

fn organisation(name: &str, chance: &mut Chance) -> Value {
    let long = "words ".repeat(usize::try_from(chance.below(300)).unwrap());
    json!({ "organisation": null, "kind": "client", "name": { "en": format!("{name} {long}"), "zh": "" },
        "short_name": { "en": "", "zh": "" }, "legal_id": name, "calendar": "cn", "jurisdiction": "CN" })
}

fn other_user() -> String {
    format!("setpriv --reuid={NOBODY} --regid={NOBODY} --clear-groups")
}

/// Only the superuser can become somebody else.
fn another_user_can() -> bool {
    fs::metadata("/proc/self").is_ok_and(|own| own.uid() == 0)
        && Command::new("setpriv")
            .arg("--version")
            .stdout(Stdio::null())
            .status()
            .is_ok_and(|done| done.success())
}
