//! The files of another program against what is computed of them.

use std::path::Path;

use crate::build;
use crate::step::{self, Result};

/// Compares every MSPDI file of a folder; trouble when less agrees than has to.
pub(crate) fn compare(folder: &Path) -> Result<()> {
    let folder = std::path::absolute(folder)?;
    let example = ["--quiet", "--package", "hefu-plan-files", "--example", "mspdi", "--"];
    step::run(build::cargo("run").args(example).arg(folder))
}
