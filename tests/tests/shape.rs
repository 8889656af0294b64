//! The shape of the house: who may use whom, what lies where, how long a file may be.

#![allow(clippy::unwrap_used, reason = "a test that meets the unexpected fails")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// Each crate and the crates of ours it may use. Anything else is an edge that the house does not have.
const MAY_USE: [(&str, &[&str]); 14] = [
    ("hefu", &["hefu-commands"]),
    (
        "hefu-commands",
        &[
            "hefu-api",
            "hefu-documents",
            "hefu-domain",
            "hefu-exchange",
            "hefu-fonts",
            "hefu-sample",
            "hefu-signing",
            "hefu-store",
        ],
    ),
    ("hefu-cli", &["hefu-api", "hefu-commands", "hefu-messages", "hefu-sample"]),
    ("hefu-verify", &["hefu-messages", "hefu-signing"]),
    ("hefu-api", &["hefu-domain"]),
    ("hefu-store", &["hefu-domain"]),
    ("hefu-documents", &["hefu-domain", "hefu-messages"]),
    ("hefu-exchange", &["hefu-domain"]),
    ("hefu-sample", &["hefu-domain"]),
    ("hefu-domain", &[]),
    ("hefu-messages", &[]),
    ("hefu-signing", &[]),
    ("hefu-fonts", &[]),
    ("xtask", &[]),
];

/// What tests alone may use beside that.
const MAY_TEST_WITH: [(&str, &[&str]); 1] = [("hefu-documents", &["hefu-fonts"])];

const TOP_LEVEL: [&str; 8] =
    ["Cargo.lock", "Cargo.toml", "LICENSE", "README.md", "i18n", "src-tauri", "tests", "ui"];

/// Names under which anything could be put.
const NAMELESS: [&str; 10] =
    ["common", "helper", "helpers", "manager", "misc", "service", "services", "shared", "util", "utils"];

const LONGEST: usize = 500;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// Every file of ours below a folder, as paths from the checkout.
fn files(folder: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![PathBuf::from(folder)];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(root().join(&folder)).unwrap() {
            let entry = entry.unwrap();
            let path = folder.join(entry.file_name());
            let is_ours = !["node_modules", "dist", "generated", "gen", "target"]
                .iter()
                .any(|name| path.ends_with(name));
            if entry.file_type().unwrap().is_dir() {
                if is_ours {
                    folders.push(path);
                }
            } else {
                found.push(path);
            }
        }
    }
    assert!(!found.is_empty(), "{folder} is empty");
    found
}

fn sources() -> Vec<PathBuf> {
    let kinds = ["rs", "ts", "tsx", "mjs", "css", "sql"];
    let all = ["src-tauri", "ui", "tests"].into_iter().flat_map(files);
    all.filter(|path| path.extension().is_some_and(|kind| kinds.iter().any(|each| *each == kind))).collect()
}

fn manifests() -> BTreeMap<String, toml::Table> {
    let all = ["src-tauri", "tests"].into_iter().flat_map(files).filter(|path| path.ends_with("Cargo.toml"));
    all.map(|path| {
        let manifest: toml::Table = fs::read_to_string(root().join(path)).unwrap().parse().unwrap();
        (manifest["package"]["name"].as_str().unwrap().to_owned(), manifest)
    })
    .collect()
}

/// The names in a table of dependencies, those for one system included.
fn uses(manifest: &toml::Table, kind: &str) -> BTreeSet<String> {
    let systems = manifest.get("target").and_then(toml::Value::as_table);
    let tables = systems.into_iter().flat_map(|systems| systems.values().filter_map(toml::Value::as_table));
    tables
        .chain([manifest])
        .filter_map(|table| table.get(kind)?.as_table())
        .flat_map(|table| table.keys().cloned())
        .collect()
}

fn is_ours(name: &str) -> bool {
    name == "hefu" || name == "xtask" || name.starts_with("hefu-")
}

#[test]
fn every_crate_uses_only_what_it_may() {
    let manifests = manifests();
    let expected: BTreeSet<&str> = MAY_USE.iter().map(|(name, _)| *name).collect();
    let found: BTreeSet<&str> =
        manifests.keys().map(String::as_str).filter(|name| *name != "hefu-tests").collect();
    assert_eq!(found, expected, "the crates of the house and the list of what they may use");
    for (name, may) in MAY_USE {
        let with = MAY_TEST_WITH.iter().find(|(each, _)| *each == name).map_or(&[][..], |(_, with)| *with);
        for kind in ["dependencies", "build-dependencies", "dev-dependencies"] {
            for used in uses(&manifests[name], kind).iter().filter(|used| is_ours(used)) {
                let allowed = may.contains(&used.as_str())
                    || (kind == "dev-dependencies" && with.contains(&used.as_str()));
                assert!(allowed, "{name} may not use {used} ({kind})");
            }
        }
    }
}

#[test]
fn only_the_shell_sees_tauri() {
    for (name, manifest) in manifests() {
        let sees = ["dependencies", "build-dependencies", "dev-dependencies"]
            .iter()
            .flat_map(|kind| uses(&manifest, kind))
            .any(|used| used.starts_with("tauri"));
        assert_eq!(sees, name == "hefu", "{name} and tauri");
    }
    for path in sources().iter().filter(|path| path.starts_with("ui/src")) {
        let text = fs::read_to_string(root().join(path)).unwrap();
        let sees = text.contains("@tauri-apps/");
        assert!(!sees || path.ends_with("api/tauri.ts"), "{} may not see Tauri", path.display());
    }
}

#[test]
fn nothing_lies_at_the_top_that_does_not_belong_there() {
    for entry in fs::read_dir(root()).unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        let belongs = name.starts_with('.') || name == "target" || TOP_LEVEL.contains(&name.as_str());
        assert!(belongs, "{name} does not belong at the top");
    }
}

#[test]
fn no_file_is_too_long_to_read() {
    for path in sources().iter().filter(|path| !path.starts_with("tests") && !path.starts_with("ui/tests")) {
        let lines = fs::read_to_string(root().join(path)).unwrap().lines().count();
        assert!(lines <= LONGEST, "{} has {lines} lines; {LONGEST} is the limit", path.display());
    }
}

#[test]
fn every_module_says_what_it_is_about() {
    for path in sources() {
        for part in path.iter().map(|part| part.to_string_lossy()) {
            let name = part.split('.').next().unwrap_or_default().to_lowercase();
            assert!(!NAMELESS.contains(&name.as_str()), "{} has a name for anything", path.display());
        }
    }
}

#[test]
fn every_test_runs_and_nothing_is_left_for_later() {
    // Written in two parts, so that this file does not find itself.
    let parts = [
        ("#[ign", "ore"),
        ("TO", "DO"),
        ("FIX", "ME"),
        ("it.sk", "ip("),
        ("test.sk", "ip("),
        ("it.to", "do("),
    ];
    let marks: Vec<String> = parts.iter().map(|(first, second)| format!("{first}{second}")).collect();
    for path in sources() {
        let text = fs::read_to_string(root().join(&path)).unwrap();
        for mark in &marks {
            assert!(!text.contains(mark), "{} contains {mark}", path.display());
        }
    }
}

#[test]
fn the_lock_file_names_no_registry() {
    let lock = fs::read_to_string(root().join("ui/package-lock.json")).unwrap();
    assert!(!lock.contains("\"resolved\""), "ui/package-lock.json names the registry it was made with");
}

#[test]
fn every_command_of_the_shell_is_declared_and_allowed() {
    let shell = root().join("src-tauri");
    let read = |file: &str| fs::read_to_string(shell.join(file)).unwrap();
    let (main, build) = (read("src/main.rs"), read("build.rs"));
    let handled = between(&main, "generate_handler![", "]").split(',');
    let mut handled: Vec<_> = handled.filter_map(|path| path.trim().split("::").nth(1)).collect();
    let declared = between(&build, "COMMANDS: &[&str] = &[", "]").split(',');
    let mut declared: Vec<_> =
        declared.map(|name| name.trim().trim_matches('"')).filter(|name| !name.is_empty()).collect();
    handled.sort_unstable();
    declared.sort_unstable();
    assert_eq!(handled, declared);
    let allowed = read("capabilities/main.json") + &read("capabilities/client.json");
    for command in handled {
        let permission = format!("\"allow-{}\"", command.replace('_', "-"));
        assert_eq!(allowed.matches(&permission).count(), 1, "{permission}");
    }
}

fn between<'a>(text: &'a str, from: &str, to: &str) -> &'a str {
    text.split_once(from).unwrap().1.split_once(to).unwrap().0
}
