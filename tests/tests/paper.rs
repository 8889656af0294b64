//! The paper of the story as other programs see it: before, after the first and after the last signature.

#[path = "../../src-tauri/crates/signing/tests/support/pyhanko.rs"]
mod pyhanko;

use std::path::Path;
use std::process::Command;
use std::sync::LazyLock;

use self::pyhanko::{python, run};
use crate::support::Bench;
use hefu_tests::programs::built;
use serde_json::Value;

/// The paper with its three signatures; made once.
static PAPER: LazyLock<Vec<u8>> =
    LazyLock::new(|| std::fs::read(Bench::after_the_meeting().paper()).unwrap());

fn file(name: &str, bytes: &[u8]) -> String {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::write(&path, bytes).unwrap();
    path.display().to_string()
}

/// The file as it was after `signatures` signatures: each revision ends with its own end mark.
fn after(signatures: usize) -> &'static [u8] {
    let mark = b"%%EOF\n";
    let ends =
        PAPER.windows(mark.len()).enumerate().filter(|(_, w)| w == mark).map(|(at, _)| at + mark.len());
    let ends: Vec<usize> = ends.collect();
    assert_eq!(ends.len(), 4, "the issued file and three signatures");
    &PAPER[..ends[signatures]]
}

#[test]
fn it_is_archival_and_accessible_as_issued_and_after_the_first_signature() {
    for signatures in [0, 1] {
        let faults = crate::support::archive::faults(after(signatures));
        assert!(faults.is_empty(), "after {signatures}: {faults:?}");
    }
}

#[test]
fn qpdf_finds_it_sound_and_every_font_is_embedded_subset_and_readable() {
    let path = file("paper-fonts.pdf", &PAPER);
    assert!(run("qpdf", &["--check", &path]).contains("No syntax or stream encoding errors"));
    let fonts = run("pdffonts", &[&path]);
    let rows: Vec<&str> = fonts.lines().skip(2).collect();
    assert!(rows.len() >= 3, "{fonts}");
    for row in rows {
        let words: Vec<&str> = row.split_whitespace().collect();
        let [emb, sub, uni] = words[words.len() - 5..words.len() - 2] else { panic!("{row}") };
        assert_eq!([emb, sub, uni], ["yes"; 3], "{row}");
    }
}

#[test]
fn pdfsig_calls_every_signature_valid() {
    let said = run("pdfsig", &["-nocert", &file("paper-pdfsig.pdf", &PAPER)]);
    assert_eq!(said.matches("Signature Validation: Signature is Valid.").count(), 3, "{said}");
}

#[test]
fn pyhanko_calls_every_signature_intact_and_the_earlier_ones_acceptably_modified() {
    let path = file("paper-pyhanko.pdf", &PAPER);
    let script = hefu_tests::checkout::root().join("src-tauri/crates/signing/tests/pyhanko_check.py");
    let said = run(python("pyhanko-paper"), &[script.to_str().unwrap(), &path]);
    let said: Value = serde_json::from_str(&said).unwrap();
    let said = said["signatures"].as_array().unwrap();
    assert_eq!(said.len(), 3);
    for (place, signature) in said.iter().enumerate() {
        let summary = signature["summary"].as_str().unwrap();
        let expected = if place == 2 { "UNTOUCHED" } else { "ACCEPTABLE_MODIFICATIONS" };
        assert_eq!((&signature["valid"], &signature["allowed"]), (&true.into(), &true.into()));
        assert!(summary.starts_with("INTACT:") && summary.contains(expected), "{place}: {summary}");
    }
}

#[test]
fn the_other_party_s_checker_refuses_every_changed_byte() {
    let verify = built("hefu-verify");
    let says = |name: &str, bytes: &[u8]| {
        Command::new(&verify).arg(file(name, bytes)).output().unwrap().status.code()
    };
    assert_eq!(says("paper-whole.pdf", &PAPER), Some(0));
    // The sweep over every byte is the signing crate's; here the program itself sees the story's paper.
    let mut chance = 0x2026_0928_u64;
    for round in 0..60 {
        chance = chance.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let at = (chance >> 20) as usize % PAPER.len();
        let mut changed = PAPER.clone();
        changed[at] ^= 1 << (round % 8);
        assert_ne!(says("paper-changed.pdf", &changed), Some(0), "byte {at}");
    }
}

#[test]
fn two_thousand_changed_bytes_and_every_byte_of_the_last_container_are_refused() {
    use hefu_signing::{Effort, Given, Verdict, verify};
    let given = Given { effort: Effort::FirstFinding, ..Given::default() };
    assert_eq!(verify(&PAPER, &Given::default()).verdict, Verdict::Unchanged);
    let mut paper = PAPER.clone();
    let mut refuse = |at: usize, bit: u32| {
        paper[at] ^= 1 << bit;
        assert_ne!(verify(&paper, &given).verdict, Verdict::Unchanged, "byte {at}, bit {bit}");
        paper[at] ^= 1 << bit;
    };
    let mut chance = 0x2026_1120_u64;
    for _ in 0..2000 {
        chance = chance.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        refuse((chance >> 20) as usize % PAPER.len(), (chance >> 8) as u32 % 8);
    }
    let container = b"/Contents<";
    let start = PAPER.windows(container.len()).rposition(|w| w == container).unwrap();
    let end = start + PAPER[start..].iter().position(|byte| *byte == b'>').unwrap();
    assert!(end - start > 1500, "the last container is found: {} characters", end - start);
    for at in start..=end {
        refuse(at, at as u32 % 8);
        refuse(at, 5);
    }
}

#[test]
fn nothing_internal_is_in_any_exported_byte() {
    let story = hefu_sample::story().unwrap();
    let notes: Vec<String> =
        story.people.iter().map(|person| person.internal_note.as_str().to_owned()).collect();
    let canaries: Vec<&String> = notes.iter().filter(|note| note.len() > 5).collect();
    assert!(!canaries.is_empty());
    let path = file("paper-internal.pdf", &PAPER);
    let plain = format!("{path}.qdf");
    run("qpdf", &["--qdf", "--object-streams=disable", &path, &plain]);
    let bytes = std::fs::read(&plain).unwrap();
    let text = run("pdftotext", &[&path, "-"]);
    for canary in canaries {
        let utf16: Vec<u8> = canary.encode_utf16().flat_map(u16::to_be_bytes).collect();
        assert!(!contains(&bytes, canary.as_bytes()) && !contains(&bytes, &utf16), "{canary}");
        assert!(!text.contains(canary.as_str()), "{canary}");
    }
}

fn contains(bytes: &[u8], wanted: &[u8]) -> bool {
    bytes.windows(wanted.len()).any(|window| window == wanted)
}
