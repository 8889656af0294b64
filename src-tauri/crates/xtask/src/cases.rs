//! Files of cases for the rule packs, evaluated by a program of their crate.

use crate::build;
use crate::step::{self, Result, TaskError};

pub(crate) fn cases(file: &str) -> Result<()> {
    // Named where the task was called, and read where cargo runs.
    let file = std::path::absolute(file)?;
    let mut program = build::cargo("run");
    program.args(["--quiet", "--package", "hefu-rules", "--example", "cases", "--"]).arg(file);
    // It has said what differs.
    if step::command_status(&mut program)?.success() { Ok(()) } else { Err(TaskError::said()) }
}
