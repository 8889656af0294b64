//! A second opinion: what pyHanko says of the forged papers, the untouched ones, and papers it signed itself.
//!
//! Twenty of each are compared with every change; `HEFU_PEERS=full` compares all.

use std::io::Write;
use std::path::PathBuf;

use serde_json::Value;

use super::forged;
use super::pyhanko::{python, run, scratch, told};
use super::support::{self, Listing};
use crate::{Unjudged, Verdict};

/// How many of many are compared.
fn chosen<T>(all: Vec<T>) -> Vec<T> {
    let full = std::env::var("HEFU_PEERS").is_ok_and(|peers| peers == "full");
    let step = if full { 1 } else { all.len().div_ceil(20) };
    all.into_iter().step_by(step).collect()
}

/// How many were compared, to `cargo xtask peers`, which hears what a test says past its harness.
fn tell(cases: usize) {
    let mut out = std::io::stdout().lock();
    writeln!(out, "cases: {cases}").unwrap();
}

fn folder(name: &str) -> PathBuf {
    let folder = scratch().join(name);
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).unwrap();
    folder
}

fn script(name: &str) -> String {
    PathBuf::from(std::env::var_os("CARGO_MANIFEST_DIR").unwrap())
        .join("tests")
        .join(name)
        .to_str()
        .unwrap()
        .to_owned()
}

/// What pyHanko says of each file: whether it reads it and calls every signature valid, and no change forbidden.
fn good(files: &[PathBuf]) -> Vec<bool> {
    let names: Vec<&str> = files.iter().map(|file| file.to_str().unwrap()).collect();
    let said = told(python("pyhanko-forged"), &[&script("pyhanko_check.py"), "-"], &names.join("\n"));
    let said: Vec<Value> = said.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(said.len(), files.len(), "an answer for each file");
    let is_good = |signature: &Value| signature["valid"] == true && signature["allowed"] == true;
    let signatures = said.iter().map(|said| said["signatures"].as_array());
    signatures.map(|all| all.is_some_and(|all| !all.is_empty() && all.iter().all(is_good))).collect()
}

/// Why pyHanko may call good what we do not, by a part of the name of what was forged.
const REASONS: [(&str, &str); 12] = [
    ("metadata", "it lets metadata be updated after any signature"),
    ("nothing, ", "it passes over objects that nothing refers to"),
    ("before the first", "what came before a signature is part of what that signed"),
    ("NoEnd", "it follows the last end that names a section; an update that has none is never reached"),
    ("NoSection", "it sees no object that no section lists; programs that repair files do"),
    ("Stale", "it follows the section that the end names, and that one is as it was signed"),
    ("doubled", "it passes over what stands beside the objects it follows"),
    ("line feed", "it asks for no end of the last line"),
    ("container", "it reads a container that is written in another way"),
    ("that dangles", "where nothing is ever brought, nothing changes"),
    ("signer ", "it knows no signing record, and what a signer's own revision holds is the signer's affair"),
    (
        "issued with",
        "it judges what came after the first signature, not how the issued file is laid out or acts",
    ),
];

#[test]
fn what_pyhanko_refuses_is_not_unchanged() {
    let folder = folder("forged");
    let forged = chosen(forged::all());
    let files: Vec<PathBuf> = forged
        .iter()
        .enumerate()
        .map(|(place, forged)| {
            let file = folder.join(format!("{place:04}.pdf"));
            std::fs::write(&file, &forged.pdf).unwrap();
            file
        })
        .collect();
    let mut unexplained = Vec::new();
    for (forged, good) in forged.iter().zip(good(&files)) {
        let own = support::check(&forged.pdf).verdict;
        assert!(own != Verdict::Unchanged, "{} (pyHanko: {good})", forged.name);
        let known = REASONS.iter().any(|(family, _)| forged.name.contains(family));
        if good && !known {
            unexplained.push(forged.name.clone());
        }
    }
    tell(forged.len());
    assert_eq!(unexplained, [""; 0], "pyHanko calls these good, and nobody says why");
}

#[test]
fn untouched_papers_are_good_to_both() {
    let folder = folder("untouched");
    let mut files = Vec::new();
    for listing in [Listing::Table, Listing::Stream] {
        for places in 1..=8 {
            let mut pdf = support::base_with(listing, places);
            for position in 1..=places {
                pdf = support::sign_as(&pdf, position).pdf;
                let report = support::check(&pdf);
                assert_eq!((report.verdict, report.findings), (Verdict::Unchanged, Vec::new()));
                let file = folder.join(format!("{listing:?}-{places}-{position}.pdf"));
                std::fs::write(&file, &pdf).unwrap();
                files.push(file);
            }
        }
    }
    let files = chosen(files);
    tell(files.len());
    for (file, good) in files.iter().zip(good(&files)) {
        assert!(good, "{}", file.display());
    }
}

#[test]
fn what_pyhanko_signed_is_not_ours_to_judge() {
    let folder = folder("by-pyhanko");
    let unsigned = support::base_with(Listing::Table, 2);
    let papers = [
        ("table", unsigned.clone()),
        ("stream", support::base_with(Listing::Stream, 2)),
        ("begun", support::sign_as(&unsigned, 1).pdf),
        ("drawing", support::appearance(595, 842)),
    ];
    for (name, pdf) in &papers {
        std::fs::write(folder.join(format!("{name}.pdf")), pdf).unwrap();
    }
    let count = if std::env::var("HEFU_PEERS").is_ok_and(|peers| peers == "full") { "40" } else { "20" };
    let made = run(python("pyhanko-forged"), &[&script("pyhanko_sign.py"), folder.to_str().unwrap(), count]);
    let made: Vec<&str> = made.lines().collect();
    assert_eq!(made.len().to_string(), count);
    tell(made.len());
    for file in made {
        let pdf = std::fs::read(file).unwrap();
        let report = support::check(&pdf);
        // Over a signature of ours it is a change; else it is another program's.
        match report.signatures.is_empty() {
            true => {
                assert_eq!(report.unjudged, Some(Unjudged::OtherProgram), "{file}: {:?}", report.findings);
            }
            false => assert_eq!(report.verdict, Verdict::Changed, "{file}"),
        }
    }
}
