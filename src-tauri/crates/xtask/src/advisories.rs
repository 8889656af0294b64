//! Known faults of what is built in: asked of cargo-deny where the database of advisories is at hand, and the list in
//! the repository held against what is locked in any case.

use std::env;
use std::fs;
use std::path::PathBuf;
use std::process::Command;

use crate::step::{self, Result, TaskError};
use crate::{place, tools};

pub(crate) fn check() -> Result<()> {
    let known = fs::read_to_string(place::root().join(".config/deny.toml"))?;
    let locked = fs::read_to_string(place::root().join("Cargo.lock"))?;
    let gone = not_locked(&known, &locked)?;
    if !gone.is_empty() {
        return Err(TaskError::new(format!(
            "These are locked no longer; take them off the list of .config/deny.toml, or look at the advisory for the new version: {}",
            gone.join(", ")
        )));
    }
    if !database_is_at_hand() {
        step::say(
            "No database of advisories here (cargo deny fetch db brings it): the list in .config/deny.toml stands alone",
        );
        return Ok(());
    }
    let mut deny = Command::new(tools::cargo_deny()?);
    deny.current_dir(place::root()).args([
        "--workspace",
        "--config",
        ".config/deny.toml",
        "--log-level",
        "error",
    ]);
    step::run(deny.args(["check", "--disable-fetch", "advisories"]))
}

/// Where cargo-deny keeps it, when it was ever fetched.
fn database_is_at_hand() -> bool {
    let home = env::var_os("CARGO_HOME").map(PathBuf::from).or_else(|| Some(env::home_dir()?.join(".cargo")));
    let folder = home.map(|home| home.join("advisory-dbs"));
    folder
        .and_then(|folder| fs::read_dir(folder).ok())
        .is_some_and(|mut databases| databases.next().is_some())
}

/// The packages of the list, `name version`, that are not locked. Errors: an entry of the list does not begin with one.
fn not_locked(known: &str, locked: &str) -> Result<Vec<String>> {
    let mut gone = Vec::new();
    for line in known.lines().filter(|line| line.contains("id = \"RUSTSEC-")) {
        let reason = line.split_once("reason = \"").map_or("", |(_, reason)| reason);
        let Some((name, version)) = reason.split_once(": ").and_then(|(package, _)| package.split_once(' '))
        else {
            return Err(TaskError::new(format!(
                "This advisory does not say for which package and version: {line}"
            )));
        };
        if !locked.contains(&format!("name = \"{name}\"\nversion = \"{version}\"\n")) {
            gone.push(format!("{name} {version}"));
        }
    }
    Ok(gone)
}

#[cfg(test)]
mod tests {
    use super::*;

    const LOCKED: &str = "[[package]]\nname = \"rsa\"\nversion = \"0.9.10\"\nsource = \"x\"\n";

    fn listed(reason: &str) -> String {
        format!("ignore = [\n  {{ id = \"RUSTSEC-2023-0071\", reason = \"{reason}\" }},\n]\n")
    }

    #[test]
    fn what_is_listed_is_locked_in_that_version() {
        assert!(not_locked(&listed("rsa 0.9.10: no release mends it"), LOCKED).unwrap().is_empty());
        assert_eq!(not_locked(&listed("rsa 0.9.9: no release mends it"), LOCKED).unwrap(), ["rsa 0.9.9"]);
        assert_eq!(not_locked(&listed("glib 0.18.5: unsound"), LOCKED).unwrap(), ["glib 0.18.5"]);
        assert!(not_locked(&listed("no release mends it"), LOCKED).is_err());
    }

    #[test]
    fn the_list_of_the_repository_is_true() {
        let read = |file: &str| fs::read_to_string(place::root().join(file)).unwrap();
        let known = read(".config/deny.toml");
        assert!(known.matches("RUSTSEC-").count() > 10);
        assert!(not_locked(&known, &read("Cargo.lock")).unwrap().is_empty());
    }
}
