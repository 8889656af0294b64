//! The sample workspace, written by `hefu-cli`.

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::step::{self, Result};
use crate::{build, machine, place};

/// Builds what is needed and writes the sample to `file`, over an earlier sample.
pub(crate) fn seed(file: &Path) -> Result<()> {
    machine::prepare(machine::Need::Programs)?;
    build::terminal_program()?;
    sample(file)?;
    step::say(&format!("The sample workspace is {}", file.display()));
    Ok(())
}

/// Writes the sample to `file` with the `hefu-cli` that has been built.
pub(crate) fn sample(file: &Path) -> Result<()> {
    if let Some(folder) = file.parent().filter(|folder| !folder.as_os_str().is_empty()) {
        fs::create_dir_all(folder)?;
    }
    if file.exists() {
        fs::remove_file(file)?;
    }
    step::say("Writing the sample workspace");
    step::run(Command::new(place::program("hefu-cli")).arg("sample").arg(file))
}
