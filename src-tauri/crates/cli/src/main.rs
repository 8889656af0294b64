//! The program `hefu-cli`.

use std::process::ExitCode;

use clap::Parser;

fn main() -> ExitCode {
    ExitCode::from(hefu_cli::run(&hefu_cli::Arguments::parse()))
}
