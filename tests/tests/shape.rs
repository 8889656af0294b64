//! The shape of the house: who may use whom, what lies where, how long a file may be.

mod floors;
mod modules;
mod text;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// Each crate and the crates of ours it may use. Anything else is an edge that the house does not have.
const MAY_USE: &[(&str, &[&str])] = &[
    ("hefu", &["hefu-commands", "hefu-files", "hefu-reading"]),
    (
        "hefu-commands",
        &[
            "hefu-api",
            "hefu-calendars",
            "hefu-delivery",
            "hefu-bills",
            "hefu-documents",
            "hefu-domain",
            "hefu-exchange",
            "hefu-files",
            "hefu-fonts",
            "hefu-rating",
            "hefu-notices",
            "hefu-paper-words",
            "hefu-parity",
            "hefu-reading",
            "hefu-rules",
            "hefu-sample",
            "hefu-schedule",
            "hefu-signing",
            "hefu-store",
        ],
    ),
    (
        "hefu-cli",
        &[
            "hefu-api",
            "hefu-commands",
            "hefu-files",
            "hefu-messages",
            "hefu-reading",
            "hefu-rules",
            "hefu-sample",
        ],
    ),
    ("hefu-verify", &["hefu-files", "hefu-messages", "hefu-reading", "hefu-signing"]),
    (
        "hefu-api",
        &[
            "hefu-bills",
            "hefu-calendars",
            "hefu-delivery",
            "hefu-domain",
            "hefu-exchange",
            "hefu-notices",
            "hefu-parity",
            "hefu-rating",
            "hefu-rules",
            "hefu-schedule",
        ],
    ),
    ("hefu-store", &["hefu-chain", "hefu-domain", "hefu-files", "hefu-reading"]),
    ("hefu-documents", &["hefu-domain", "hefu-paper-words"]),
    ("hefu-exchange", &["hefu-domain", "hefu-reading"]),
    ("hefu-sample", &["hefu-domain"]),
    ("hefu-calendars", &["hefu-domain"]),
    ("hefu-delivery", &["hefu-domain"]),
    ("hefu-notices", &["hefu-delivery", "hefu-domain"]),
    ("hefu-files", &[]),
    ("hefu-messages", &["hefu-paper-words"]),
    ("hefu-paper-words", &[]),
    ("hefu-bills", &["hefu-reading"]),
    ("hefu-rating", &[]),
    ("hefu-domain", &["hefu-parity"]),
    ("hefu-parity", &[]),
    ("hefu-reading", &[]),
    ("hefu-rules", &["hefu-domain"]),
    ("hefu-signing", &["hefu-chain", "hefu-reading"]),
    ("hefu-chain", &[]),
    ("hefu-plan-files", &["hefu-reading", "hefu-schedule"]),
    ("hefu-schedule", &[]),
    ("hefu-fonts", &[]),
    ("xtask", &[]),
];

/// Crates of tests, which may use every other.
const TESTS: [&str; 2] = ["hefu-fuzz", "hefu-tests"];

/// What tests alone may use beside that.
const MAY_TEST_WITH: [(&str, &[&str]); 2] =
    [("hefu-bills", &["hefu-rating"]), ("hefu-documents", &["hefu-fonts"])];

const TOP_LEVEL: [&str; 8] =
    ["Cargo.lock", "Cargo.toml", "LICENSE", "README.md", "i18n", "src-tauri", "tests", "ui"];

/// Names under which anything could be put.
const NAMELESS: [&str; 10] =
    ["common", "helper", "helpers", "manager", "misc", "service", "services", "shared", "util", "utils"];

const LONGEST: usize = 500;

fn root() -> PathBuf {
    hefu_tests::checkout::root()
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
        manifests.keys().map(String::as_str).filter(|name| !TESTS.contains(name)).collect();
    assert_eq!(found, expected, "the crates of the house and the list of what they may use");
    for &(name, may) in MAY_USE {
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
    // What an answer was when it was recorded is data.
    let read = |path: &&PathBuf| {
        !["tests", "ui/tests", "ui/dev/fixtures"].iter().any(|folder| path.starts_with(folder))
    };
    for path in sources().iter().filter(read) {
        let lines = fs::read_to_string(root().join(path)).unwrap().lines().count();
        assert!(lines <= LONGEST, "{} has {lines} lines; {LONGEST} is the limit", path.display());
    }
}

#[test]
fn no_name_could_stand_for_anything() {
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

/// A plain text of such a name is printed by a derived `Debug`, copied by a clone and left in memory.
#[test]
fn no_secret_is_a_plain_text() {
    let names = ["passphrase", "password", "recovery_key", "secret"];
    let kinds = ["String", "Option<String>", "Vec<String>", "Box<str>", "Cow<'"];
    for path in
        sources().iter().filter(|path| path.starts_with("src-tauri") && path.extension().unwrap() == "rs")
    {
        let text = fs::read_to_string(root().join(path)).unwrap();
        for line in
            text.lines().map(str::trim).filter(|line| !line.contains("fn ") && !line.starts_with("//"))
        {
            for name in names {
                let of_kind = |kind: &&str| line.contains(&format!("{name}: {kind}"));
                assert!(!kinds.iter().any(of_kind), "{}: {line}", path.display());
            }
        }
    }
}

/// Ways to make, change, move or remove what lies on the disk.
const WRITING: [&str; 15] = [
    "File::create",
    "fs::write(",
    "fs::rename(",
    "fs::copy(",
    "fs::remove_",
    "fs::create_dir",
    "fs::hard_link(",
    "fs::set_permissions(",
    "DirBuilder",
    "symlink(",
    ".write(true)",
    ".append(true)",
    ".set_len(",
    ".create_new(",
    "tempfile::",
];

/// Where else than in `hefu-files` they may stand, and why.
const MAY_WRITE: [(&str, &str); 2] = [
    ("src-tauri/crates/xtask/", "it builds the house: what it writes lies in the checkout"),
    (
        "src-tauri/crates/store/src/claim.rs",
        "the lock lies on the workspace itself, and its log follows it under the lock",
    ),
];

#[test]
fn every_file_is_written_by_the_one_way_to_write_it() {
    let of_the_product = sources().into_iter().filter(|path| {
        let inside = path.strip_prefix("src-tauri").ok().map(|path| path.to_string_lossy().into_owned());
        let inside = inside.unwrap_or_default();
        let is_code =
            inside.starts_with("src/") || (inside.starts_with("crates/") && inside.contains("/src/"));
        let is_test = path.ends_with("tests.rs") || inside.contains("/tests/");
        is_code && !is_test && !inside.starts_with("crates/files/")
    });
    let may = |path: &Path| MAY_WRITE.iter().any(|(place, _)| path.starts_with(place));
    let mut found = Vec::new();
    for path in of_the_product.filter(|path| !may(path)) {
        let text = fs::read_to_string(root().join(&path)).unwrap();
        let code = text.split("mod tests {").next().unwrap();
        found.extend(
            WRITING.iter().filter(|way| code.contains(*way)).map(|way| format!("{} {way}", path.display())),
        );
    }
    assert!(found.is_empty(), "these write beside hefu-files: {found:#?}");
    for (place, _) in MAY_WRITE {
        assert!(root().join(place).exists(), "{place} is gone, and so is its reason");
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

#[test]
fn the_table_of_limits_is_the_one_in_the_architecture() {
    let architecture = fs::read_to_string(root().join("src-tauri/ARCHITECTURE.md")).unwrap();
    let told = hefu_reading::limits::told();
    assert!(architecture.contains(&told), "ARCHITECTURE.md has another table of limits than\n{told}");
    assert_eq!(hefu_domain::search::MOST_LETTERS, hefu_reading::limits::SEARCH_LETTERS);
}
