//! What a kind of paper touches: its own folder and files, and a handful of places where it is registered.

#![allow(clippy::unwrap_used, reason = "a test that meets the unexpected fails")]

use std::fs;
use std::path::{Path, PathBuf};

/// The second kind by every name it has.
const NAMES: [&str; 3] = ["OpenIssueList", "open_issue_list", "open-issue-list"];

/// What is the kind's own: written for it and nothing else.
const OWN: [&str; 5] = [
    "i18n/en/documents/open-issue-list.ftl",
    "i18n/zh-CN/documents/open-issue-list.ftl",
    "src-tauri/crates/commands/src/document/kinds/open_issue_list.rs",
    "src-tauri/crates/documents/src/kinds/open_issue_list/mod.rs",
    "src-tauri/crates/documents/src/kinds/open_issue_list/words.rs",
];

/// Where it is registered. Three are forced by the compiler: the kind with its parts, the module, and the one match of
/// what a kind does. The template is what a new one begins with; the window says of what it can be made, in a record
/// that does not compile without it.
const REGISTERED: [&str; 5] = [
    "src-tauri/crates/commands/src/document/kinds/mod.rs",
    "src-tauri/crates/documents/src/kinds/mod.rs",
    "src-tauri/crates/domain/src/document/kind.rs",
    "src-tauri/library/templates/documents.toml",
    "ui/src/features/documents/NewDocument.tsx",
];

/// Files that tell of the kind and are not needed for it: the story, the manual, and what is generated.
const TELLING: [&str; 6] = [
    "i18n/en/manual.ftl",
    "i18n/zh-CN/manual.ftl",
    "src-tauri/crates/sample/src/documents.rs",
    "src-tauri/library/story/documents.toml",
    "ui/src/api/generated/api.ts",
    "ui/src/api/generated/messages.ts",
];

fn root() -> PathBuf {
    hefu_tests::checkout::root()
}

/// Every file below a folder that is written by hand or compiled in.
fn files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        match path.is_dir() {
            true if ["target", "node_modules", "dist", "tests", "examples"].contains(&name.as_str()) => {}
            true => files(&path, found),
            false => found.push(path),
        }
    }
}

#[test]
fn a_kind_touches_its_own_files_and_five_places_where_it_is_registered() {
    let mut all = Vec::new();
    for folder in ["i18n", "src-tauri/crates", "src-tauri/library", "src-tauri/src", "ui/src"] {
        files(&root().join(folder), &mut all);
    }
    assert!(all.len() > 500, "{}", all.len());
    let naming = all.iter().filter(|path| {
        let text = fs::read_to_string(path).unwrap_or_default();
        NAMES.iter().any(|name| text.contains(name))
    });
    let relative = naming.map(|path| path.strip_prefix(root()).unwrap().to_string_lossy().replace('\\', "/"));
    let mut touched: Vec<String> = relative.filter(|path| !TELLING.contains(&path.as_str())).collect();
    touched.sort();
    let mut expected: Vec<&str> = OWN.iter().chain(&REGISTERED).copied().collect();
    expected.sort_unstable();
    assert_eq!(touched, expected);
}

/// Nothing of the frame knows a kind, and no kind knows another.
#[test]
fn the_frame_of_papers_imports_no_kind() {
    let documents = root().join("src-tauri/crates/documents/src");
    let mut frame = Vec::new();
    for folder in ["paper", "layout", "pdf"] {
        files(&documents.join(folder), &mut frame);
    }
    frame.extend(["appearance.rs", "preview.rs", "fonts.rs", "error.rs"].map(|file| documents.join(file)));
    assert!(frame.len() > 30, "{}", frame.len());
    for path in &frame {
        let text = fs::read_to_string(path).unwrap();
        for line in text.lines().filter(|line| !line.trim_start().starts_with("//")) {
            let names =
                ["kinds::", "AcceptanceReport", "acceptance_report", "OpenIssueList", "open_issue_list"];
            assert!(!names.iter().any(|name| line.contains(name)), "{}: {line}", path.display());
        }
    }
    let mut kinds = Vec::new();
    files(&documents.join("kinds"), &mut kinds);
    for path in kinds.iter().filter(|path| !path.ends_with("kinds/mod.rs")) {
        let text = fs::read_to_string(path).unwrap();
        assert!(
            !text.contains("kinds::") && !text.contains("super::acceptance_report"),
            "{}",
            path.display()
        );
    }
}
