//! What stands in the sources and what does not: first lines, SQL, long functions, paths of a checkout.

use std::fs;
use std::path::{Path, PathBuf};

use super::{root, sources};

fn rust() -> Vec<PathBuf> {
    sources().into_iter().filter(|path| path.extension().is_some_and(|kind| kind == "rs")).collect()
}

fn is_test(path: &Path) -> bool {
    path.starts_with("tests")
        || path.file_stem().is_some_and(|name| name == "tests")
        || path.iter().any(|part| part == "tests" || part == "examples")
}

#[test]
fn every_module_begins_with_what_it_is_about() {
    for path in rust() {
        let text = fs::read_to_string(root().join(&path)).unwrap();
        let first = text.lines().next().unwrap_or_default();
        let words = first.strip_prefix("//! ").unwrap_or_default().split_whitespace().count();
        assert!(words >= 3, "{} begins with {first:?}", path.display());
    }
}

/// Beginnings of SQL, and places for its parameters.
const SQL: [&str; 8] =
    ["SELECT ", "INSERT INTO ", "UPDATE ", "DELETE FROM ", "ORDER BY ", "PRAGMA ", " ?1", " ?2"];

/// The texts of a source: what stands between quotation marks, comments left out.
fn texts(code: &str) -> String {
    let lines = code.lines().filter(|line| !line.trim_start().starts_with("//"));
    let joined = lines.collect::<Vec<_>>().join("\n").replace("\\\"", "");
    joined.split('"').skip(1).step_by(2).collect::<Vec<_>>().join("\n")
}

#[test]
fn there_is_no_sql_outside_the_store() {
    let mut found = Vec::new();
    for path in rust().into_iter().filter(|path| path.starts_with("src-tauri") && !is_test(path)) {
        if path.starts_with("src-tauri/crates/store") {
            continue;
        }
        let text = fs::read_to_string(root().join(&path)).unwrap();
        let texts = texts(text.split("#[cfg(test)]\nmod tests {").next().unwrap());
        found.extend(
            SQL.iter().filter(|sql| texts.contains(*sql)).map(|sql| format!("{}: {sql}", path.display())),
        );
    }
    assert!(found.is_empty(), "these belong in store/src/tables: {found:#?}");
    let asks = fs::read_to_string(root().join("src-tauri/crates/store/src/tables/scope.rs")).unwrap();
    assert!(texts(&asks).contains("ORDER BY "), "the texts of a source are not found");
}

/// Lines of a function, its head and its end included.
const LONGEST_FUNCTION: usize = 60;

/// Functions that are tables: a line for each of many cases and nothing else.
const TABLES: [(&str, &str); 1] = [("src-tauri/crates/verify/src/words.rs", "change")];

/// The functions of a source with their lengths.
fn functions(code: &str) -> Vec<(String, usize)> {
    let lines: Vec<&str> = code.lines().collect();
    let mut found = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        let head = line.trim_start();
        let indent = &line[..line.len() - head.len()];
        let mut words = head.split_whitespace();
        let is_head = words.by_ref().take_while(|word| *word != "fn").all(|word| {
            word.starts_with("pub")
                || ["const", "async", "unsafe", "extern"].contains(&word)
                || word.ends_with(')')
        });
        let Some(name) = words.next().filter(|_| is_head && head.contains("fn ")) else { continue };
        let name: String =
            name.chars().take_while(|letter| letter.is_alphanumeric() || *letter == '_').collect();
        let end = format!("{indent}}}");
        let is_short = line.ends_with('}') || line.ends_with(';');
        let length = match is_short {
            true => 1,
            false => lines[at..].iter().position(|line| *line == end).map_or(1, |last| last + 1),
        };
        found.push((name, length));
    }
    found
}

#[test]
fn no_function_is_too_long_to_read() {
    let mut long = Vec::new();
    for path in rust().into_iter().filter(|path| path.starts_with("src-tauri") && !is_test(path)) {
        let text = fs::read_to_string(root().join(&path)).unwrap();
        let code = text.split("#[cfg(test)]\nmod tests {").next().unwrap();
        for (name, length) in functions(code).into_iter().filter(|(_, length)| *length > LONGEST_FUNCTION) {
            let is_table = TABLES.iter().any(|(file, table)| path == Path::new(file) && *table == name);
            if !is_table {
                long.push(format!("{} {name}: {length} lines", path.display()));
            }
        }
    }
    assert!(long.is_empty(), "{LONGEST_FUNCTION} lines are the limit: {long:#?}");
}

#[test]
fn the_length_of_a_function_is_found() {
    let code = "impl A {\n    pub(crate) fn one(\n        a: u8,\n    ) -> u8 {\n        a\n    }\n}\nconst fn two() {}\n";
    assert_eq!(functions(code), [("one".to_owned(), 5), ("two".to_owned(), 1)]);
}

/// Where the folder of a checkout may stand in a program, and why.
const MAY_KNOW_ITS_CHECKOUT: [(&str, &str); 2] = [
    ("src-tauri/crates/messages/build/generate.rs", "it writes what the compiler includes"),
    (
        "src-tauri/crates/xtask/src/place.rs",
        "a task may be run without cargo; it builds nothing but its checkout",
    ),
];

#[test]
fn no_test_has_the_folder_of_its_checkout_built_in() {
    // Written in two parts, so that this file does not find itself.
    let built_in = ["env!(\"CARGO_", "MANIFEST_DIR\")"].concat();
    let found: Vec<PathBuf> = rust()
        .into_iter()
        .filter(|path| fs::read_to_string(root().join(path)).unwrap().replace('\\', "").contains(&built_in))
        .filter(|path| !MAY_KNOW_ITS_CHECKOUT.iter().any(|(file, _)| path == Path::new(file)))
        .collect();
    assert!(found.is_empty(), "two checkouts may share a folder of built programs: {found:#?}");
}
