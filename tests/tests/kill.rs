//! Killing the process at random points of a stream of acts of every kind loses nothing acknowledged, whatever it
//! was doing: saving, importing, marking, undoing, backing up, erasing, changing the key, migrating an old file,
//! issuing and signing a report, handing out a trail.

mod acts;
pub(crate) mod chance;
mod check;

use std::io::{self, BufRead, BufReader, Write};
use std::process::{Command, Stdio};
use std::sync::mpsc;
use std::time::{Duration, Instant};

use self::acts::Cast;
use self::chance::Chance;
use self::check::Acknowledged;
use crate::support::Bench;
use hefu_commands::SAMPLE_PASSPHRASE;
use hefu_tests::programs::built;
use serde_json::{Value, json};

const PASSPHRASE: &str = "a passphrase for killing";

/// An old file, as it was written by the first format, and its passphrase.
const FORMAT_1: &[u8] = include_bytes!("../../src-tauri/crates/store/tests/frozen/format-1.hefu");
const FORMAT_1_PASSPHRASE: &str = "frozen for good";

/// A workspace is used for this many kills, so that checking all of it stays quick.
const GENERATION: u32 = 40;

/// Acts that a stream is given: more than it has the time for.
const ACTS: usize = 30;

/// Kills; `cargo xtask peers kill` raises it by `HEFU_KILLS`.
fn kills() -> u32 {
    std::env::var("HEFU_KILLS").ok().and_then(|n| n.parse().ok()).unwrap_or(300)
}

#[test]
fn a_killed_process_loses_nothing_that_was_acknowledged() {
    let meeting = Meeting::ready();
    let hands = std::thread::available_parallelism().map_or(1, |n| u32::try_from(n.get()).unwrap());
    let (killed, acknowledged) = std::thread::scope(|scope| {
        let hand = |n: u32| {
            let (meeting, share) = (&meeting, kills() / hands + u32::from(n < kills() % hands));
            scope.spawn(move || killing(meeting, &mut Chance(0x2026_0928 + u64::from(n)), share))
        };
        let hands: Vec<_> = (0..hands).map(hand).collect();
        let done = hands.into_iter().map(|hand| hand.join().unwrap());
        done.fold((0, 0), |(killed, acts), (more, others)| (killed + more, acts + others))
    });
    assert_eq!(killed, kills());
    assert!(acknowledged > u64::from(kills()), "the streams were written to: {acknowledged}");
    eprintln!("{killed} kills, {acknowledged} acts acknowledged, none lost");
    writeln!(io::stdout(), "cases: {killed}").unwrap();
}

/// Kills so many processes, one after the other; how many, and how many acts they had acknowledged.
fn killing(meeting: &Meeting, chance: &mut Chance, kills: u32) -> (u32, u64) {
    let (mut killed, mut acknowledged) = (0, 0);
    while killed < kills {
        let mut workspace = Workspace::made();
        // How long a stream that nobody kills takes: kills fall anywhere within.
        let whole = workspace.stream(chance, None).1;
        for _ in 0..GENERATION.min(kills - killed) {
            let deadline = chance.within(whole);
            acknowledged += workspace.stream(chance, Some(deadline)).0;
            killed += 1;
        }
        // Every sixth kill falls into the migration of an old file or shortly after, every sixth into a meeting.
        for (anew, until) in [(&Workspace::old as &dyn Fn() -> Workspace, 2), (&|| Workspace::of(meeting), 1)]
        {
            let whole = anew().stream(chance, None).1;
            for _ in 0..(GENERATION / 4).min(kills.saturating_sub(killed)) {
                let deadline = chance.within(whole / until);
                acknowledged += anew().stream(chance, Some(deadline)).0;
                killed += 1;
            }
        }
    }
    (killed, acknowledged)
}

/// A workspace that processes are killed over, and what opens it.
struct Workspace {
    bench: Bench,
    key: Value,
    passphrase: &'static str,
    cast: Cast,
    /// The report that is issued and signed, where there is one.
    document: Value,
    /// Tables of which a migration rewrote rows, past the images.
    migrated: &'static [&'static str],
}

impl Workspace {
    fn made() -> Self {
        let bench = Bench::empty();
        let actor = json!({ "en": "Zhao Wenqi", "zh": "赵文琪" });
        let made = bench.view(
            "create_workspace",
            json!({ "path": bench.file(), "name": "Killed", "actor": actor, "passphrase": PASSPHRASE, "keychain": "forget" }),
        );
        let cast = Cast::with_a_project(&bench);
        bench.view("lock_workspace", json!({}));
        let key = json!({ "by": "recovery", "recovery_key": made["recovery_key"] });
        Self { bench, key, passphrase: PASSPHRASE, cast, document: Value::Null, migrated: &[] }
    }

    /// The sample, where the report can be issued.
    fn of(meeting: &Meeting) -> Self {
        let bench = Bench::empty();
        std::fs::write(bench.file(), &meeting.file).unwrap();
        Self {
            bench,
            key: meeting.key.clone(),
            passphrase: SAMPLE_PASSPHRASE,
            cast: Cast::of_a_meeting(&meeting.document, &meeting.signers),
            document: meeting.document.clone(),
            migrated: &[],
        }
    }

    fn old() -> Self {
        let bench = Bench::empty();
        std::fs::write(bench.file(), FORMAT_1).unwrap();
        let key = json!({ "by": "passphrase", "passphrase": FORMAT_1_PASSPHRASE, "keychain": "forget" });
        Self {
            bench,
            key,
            passphrase: FORMAT_1_PASSPHRASE,
            cast: Cast::default(),
            document: Value::Null,
            migrated: &["workspace"],
        }
    }

    /// Runs a stream of acts, kills it at `deadline`, and checks what is left. The number of acts acknowledged,
    /// and how long it went.
    fn stream(&mut self, chance: &mut Chance, deadline: Option<Duration>) -> (u64, Duration) {
        let lines = self.cast.lines(chance, ACTS, self.bench.folder.path());
        let began = Instant::now();
        let mut child = self.process();
        let mut input = child.stdin.take().unwrap();
        // The pipe breaks when the process is killed.
        let writer = std::thread::spawn(move || lines.iter().all(|line| writeln!(input, "{line}").is_ok()));
        let answers = BufReader::new(child.stdout.take().unwrap()).lines();
        let (told, heard) = mpsc::channel();
        let reader =
            std::thread::spawn(move || answers.map_while(Result::ok).all(|line| told.send(line).is_ok()));
        let mut acknowledged = Acknowledged::default();
        loop {
            let line = match deadline {
                None => heard.recv().map_err(|_| mpsc::RecvTimeoutError::Disconnected),
                Some(deadline) => heard.recv_timeout(deadline.saturating_sub(began.elapsed())),
            };
            match line {
                Ok(line) => acknowledged.hear(&line),
                Err(mpsc::RecvTimeoutError::Timeout) => {
                    child.kill().unwrap();
                    break;
                }
                Err(mpsc::RecvTimeoutError::Disconnected) => break,
            }
        }
        child.wait().unwrap();
        reader.join().unwrap();
        writer.join().unwrap();
        // What it said before it died, whether or not anybody had read it yet.
        heard.try_iter().for_each(|line| acknowledged.hear(&line));
        let took = began.elapsed();
        if deadline.is_none() {
            assert!(acknowledged.acts() > 0, "a stream that nobody kills does something");
        }
        self.open();
        check::all(&self.bench, &acknowledged, self.migrated, chance);
        if !self.document.is_null() {
            let signed = check::paper(&self.bench, &self.document);
            assert!(deadline.is_some() || signed > 1, "a meeting that nobody kills is signed by all");
        }
        self.cast.meet(&self.bench);
        self.bench.view("lock_workspace", json!({}));
        (acknowledged.acts(), took)
    }

    fn open(&mut self) {
        let open =
            |key: &Value| self.bench.call("open_workspace", json!({ "path": self.bench.file(), "key": key }));
        let passphrase = self.passphrase;
        if open(&self.key).is_err() {
            // The key was changed, and whoever changed it may have died before saying so: the passphrase is the same.
            open(&json!({ "by": "passphrase", "passphrase": passphrase, "keychain": "forget" })).unwrap();
            let fresh = self.bench.view("change_recovery_key", json!({ "passphrase": passphrase }));
            self.key = json!({ "by": "recovery", "recovery_key": fresh["recovery_key"] });
        }
    }

    /// `hefu-cli script` on the file. The shell opens the descriptor that the key is read from, and becomes the
    /// program.
    fn process(&self) -> std::process::Child {
        let secret = self.bench.folder.path().join("secret");
        let (option, text) = match &self.key["recovery_key"] {
            Value::String(key) => ("--recovery-key-fd", key.as_str()),
            _ => ("--passphrase-fd", self.passphrase),
        };
        std::fs::write(&secret, text).unwrap();
        Command::new("sh")
            .args(["-c", r#"exec "$0" --workspace "$1" "$3" 3 script --keep-going 3<"$2""#])
            .arg(built("hefu-cli"))
            .arg(self.bench.file())
            .arg(&secret)
            .arg(option)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap()
    }
}

/// The sample as it is when everything is examined and nothing issued.
struct Meeting {
    file: Vec<u8>,
    key: Value,
    document: Value,
    signers: Vec<Value>,
}

impl Meeting {
    fn ready() -> Self {
        let bench = Bench::with_sample();
        bench.view("lock_workspace", json!({}));
        let document = hefu_cli::story::prepare(&bench.engine, &bench.file()).unwrap();
        bench.open();
        let fresh = bench.view("change_recovery_key", json!({ "passphrase": SAMPLE_PASSPHRASE }));
        let signers = bench.view("document", json!({ "document": document }))["signers"].clone();
        bench.view("lock_workspace", json!({}));
        Self {
            file: std::fs::read(bench.file()).unwrap(),
            key: json!({ "by": "recovery", "recovery_key": fresh["recovery_key"] }),
            document,
            signers: signers.as_array().unwrap().iter().map(|each| each["signer"].clone()).collect(),
        }
    }
}
