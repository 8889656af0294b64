//! Files that are written from others: the window's types, from the table of commands and from the messages.

use std::fs;
use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Stdio};

use crate::step::{self, Result, TaskError};
use crate::{build, place, tools};

const FILES: [&str; 2] = ["api.ts", "messages.ts"];

pub(crate) fn generate() -> Result<()> {
    tools::node_modules()?;
    step::say("Writing the generated files");
    fs::create_dir_all(folder())?;
    fs::write(folder().join("messages.ts"), printed("hefu-messages", "typescript")?)?;
    let catalogue = printed("hefu-api", "catalogue")?;
    let mut script = Command::new("node");
    script.current_dir(place::ui()).arg("scripts/generate-api.mjs").stdin(Stdio::piped());
    let mut running = script.spawn()?;
    if let Some(mut input) = running.stdin.take() {
        input.write_all(catalogue.as_bytes())?;
    }
    step::succeeded(&script, running.wait()?)
}

/// Writes the files anew; trouble when they were not what they should be.
pub(crate) fn fresh() -> Result<()> {
    let before = texts();
    generate()?;
    let stale: Vec<_> = FILES
        .iter()
        .zip(before.iter().zip(texts()))
        .filter(|(_, (was, is))| **was != *is)
        .map(|(name, _)| *name)
        .collect();
    if stale.is_empty() {
        return Ok(());
    }
    Err(TaskError::new(format!(
        "These generated files were stale and are now written anew: {}",
        stale.join(", ")
    )))
}

fn texts() -> Vec<Option<Vec<u8>>> {
    FILES.iter().map(|name| fs::read(folder().join(name)).ok()).collect()
}

fn folder() -> PathBuf {
    place::ui().join("src/api/generated")
}

fn printed(package: &str, example: &str) -> Result<String> {
    step::read(build::cargo("run").args(["--quiet", "--package", package, "--example", example]))
}
