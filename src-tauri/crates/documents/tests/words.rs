//! The words of papers: every one of them is printed somewhere.

#![allow(clippy::unwrap_used, reason = "a test that meets the unexpected fails")]

use std::fs;
use std::path::Path;

use hefu_paper_words::CATALOGUE;

fn sources(folder: &Path, found: &mut String) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        match path.is_dir() {
            true => sources(&path, found),
            false => found.push_str(&fs::read_to_string(&path).unwrap()),
        }
    }
}

/// A word that nothing prints is a word that somebody goes on translating. What a kind is called is for the window; what
/// a notice becomes is said by the rules (`commands::notice::words`).
#[test]
fn every_word_of_the_papers_is_used() {
    let mut text = String::new();
    sources(&Path::new(&std::env::var("CARGO_MANIFEST_DIR").unwrap()).join("src"), &mut text);
    let used: Vec<&str> = text
        .split("messages::")
        .skip(1)
        .map(|rest| rest.split(|c: char| !c.is_ascii_alphanumeric() && c != '_').next().unwrap_or_default())
        .collect();
    assert!(CATALOGUE.len() > 100, "{}", CATALOGUE.len());
    let unused: Vec<&str> = CATALOGUE
        .iter()
        .map(|(id, _)| *id)
        .filter(|id| !id.ends_with("-name") && !id.starts_with("document-notice-"))
        .filter(|id| !used.contains(&id.replace('-', "_").as_str()))
        .collect();
    assert_eq!(unused, Vec::<&str>::new());
}
