//! The main job without a window, by `hefu-cli` alone: the last criteria are marked, the report is issued, both
//! parties sign, and the paper is verified.

use std::path::Path;
use std::process::Command;

use crate::place;
use crate::step::{self, Result};

/// Does the job in the sample workspace `file` and says where the paper is.
pub(crate) fn acceptance(file: &Path) -> Result<()> {
    let paper = file.with_extension("pdf");
    step::say("Marking the open criteria, issuing the report, signing for both parties");
    step::run(Command::new(place::program("hefu-cli")).arg("story").arg(file).arg(&paper))?;
    step::say("Verifying the paper");
    step::run(Command::new(place::program("hefu-cli")).arg("verify").arg(&paper))?;
    step::say(&format!("The signed report is {}", paper.display()));
    Ok(())
}
