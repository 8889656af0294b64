//! `cargo xtask check`: everything that can be said of the sources without running them.

use std::process::Command;

use crate::machine::{self, Need};
use crate::step::{self, Result, TaskError};
use crate::{advisories, build, generate, place, tools};

/// One thing to check, and its name.
type Check = (&'static str, fn() -> Result<()>);

const CHECKS: [Check; 7] = [
    ("format", format),
    ("generated files", generate::fresh),
    ("lints of the interface", lint_interface),
    ("types of the interface", types),
    ("lints of the programs", lint_programs),
    ("licences, bans and sources", licences),
    ("advisories", advisories::check),
];

pub(crate) fn check() -> Result<()> {
    machine::prepare(Need::Window)?;
    build::interface()?;
    let mut failed = Vec::new();
    for (name, check) in CHECKS {
        step::say(&format!("Checking {name}"));
        if let Err(trouble) = check() {
            eprintln!("{trouble}");
            failed.push(name);
        }
    }
    if failed.is_empty() {
        step::say("All is well");
        return Ok(());
    }
    Err(TaskError::new(format!("Not in order: {}", failed.join(", "))))
}

fn format() -> Result<()> {
    step::run(build::cargo("fmt").args(["--all", "--check"]))
}

fn lint_interface() -> Result<()> {
    step::run(tools::npm().args(["run", "--silent", "lint"]))
}

fn types() -> Result<()> {
    step::run(tools::npm().args(["run", "--silent", "typecheck"]))
}

fn lint_programs() -> Result<()> {
    let mut clippy = build::cargo("clippy");
    clippy.args(["--workspace", "--all-targets", "--features", build::TESTED]);
    clippy.args(["--features", "hefu-tests/window,hefu/empty-window"]);
    step::run(clippy.args(["--", "--deny", "warnings"]))
}

/// Of the workspace, and of what fuzzes it.
fn licences() -> Result<()> {
    let program = tools::cargo_deny()?;
    for manifest in ["Cargo.toml", "tests/fuzz/Cargo.toml"] {
        let mut deny = Command::new(&program);
        deny.current_dir(place::root()).args(["--manifest-path", manifest, "--workspace"]);
        deny.args(["--config", ".config/deny.toml", "--log-level", "error"]);
        step::run(deny.args(["check", "licenses", "bans", "sources"]))?;
    }
    Ok(())
}
