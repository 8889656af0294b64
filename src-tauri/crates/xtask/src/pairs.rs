//! Pairs of texts held against the figure gate, as the crate that judges them does it.

use std::path::{Path, absolute};

use crate::build;
use crate::step::{self, Result, TaskError};

/// Prints every pair that is judged otherwise than `file` says, with its readings, and at the end how many.
pub(crate) fn pairs(file: &Path) -> Result<()> {
    // cargo runs in the checkout, whatever folder the task was called from.
    let file = absolute(file)?;
    let mut judge = build::cargo("run");
    judge.args(["--quiet", "--package", "hefu-parity", "--example", "pairs", "--"]).arg(file);
    // It has said what is wrong.
    if step::command_status(&mut judge)?.success() { Ok(()) } else { Err(TaskError::said()) }
}
