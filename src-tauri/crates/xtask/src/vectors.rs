//! Billing vectors: a file of inputs and expected figures, run against the rating engine.

use std::path::Path;

use crate::build;
use crate::step::{self, Result};

/// Prints each difference and how many passed; trouble when one failed.
pub(crate) fn vectors(file: &Path) -> Result<()> {
    let file = std::path::absolute(file)?;
    step::run(
        build::cargo("run")
            .args(["--quiet", "--package", "hefu-rating", "--example", "vectors", "--"])
            .arg(file),
    )
}
