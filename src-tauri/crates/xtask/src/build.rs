//! Building the interface and the programs, always with the same features: turning one on or off would build
//! the window's whole framework anew.

use std::process::Command;

use crate::step::{self, Result};
use crate::{place, tools};

/// Features of the window a person opens.
pub(crate) const WINDOW: &str = "hefu/embedded";

/// Features of every build that tests, lints or photographs.
pub(crate) const TESTED: &str = "hefu/embedded,hefu/e2e";

/// cargo in the checkout.
pub(crate) fn cargo(subcommand: &str) -> Command {
    let mut cargo = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    cargo.current_dir(place::root()).arg(subcommand);
    cargo
}

/// `ui/dist`, which the window carries inside.
pub(crate) fn interface() -> Result<()> {
    tools::node_modules()?;
    step::say("Building the interface");
    step::run(tools::npm().args(["run", "--silent", "build"]))
}

/// `hefu-cli` alone, for work without a window.
pub(crate) fn terminal_program() -> Result<()> {
    tools::node_modules()?;
    step::say("Building hefu-cli");
    step::run(cargo("build").args(["--package", "hefu-cli"]))
}

/// The window and `hefu-cli`.
pub(crate) fn window() -> Result<()> {
    interface()?;
    step::say("Building the window and hefu-cli");
    step::run(cargo("build").args(["--package", "hefu", "--package", "hefu-cli", "--features", WINDOW]))
}

/// Every program, as tested.
pub(crate) fn programs() -> Result<()> {
    interface()?;
    step::say("Building the programs");
    step::run(cargo("build").args(["--workspace", "--bins", "--features", TESTED]))
}
