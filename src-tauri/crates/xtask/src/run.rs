//! `cargo xtask run`: the window on a scratch copy of the sample; without a screen, its main job headless.

use std::fs;
use std::path::PathBuf;
use std::process::{self, Command};

use crate::machine::{self, Need};
use crate::step::{self, Result};
use crate::{build, demo, place, seed};

pub(crate) fn run() -> Result<()> {
    let file = scratch_copy()?;
    if !machine::has_display() {
        step::say("There is no display here, so the main job is done without the window");
        machine::prepare(Need::Programs)?;
        build::terminal_program()?;
        seed::sample(&file)?;
        return demo::acceptance(&file);
    }
    machine::prepare(Need::Window)?;
    build::window()?;
    seed::sample(&file)?;
    step::say(&format!("Opening the window on {}", file.display()));
    step::run(Command::new(place::program("hefu")).arg(file).arg("--demo"))
}

/// Where this run's sample goes; those of earlier runs are thrown away.
fn scratch_copy() -> Result<PathBuf> {
    let folder = place::scratch().join("run");
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    fs::create_dir_all(&folder)?;
    Ok(folder.join(format!("harbour-city-{}.hefu", process::id())))
}
