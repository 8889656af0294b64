//! `hefu-cli`: every command of the table from a terminal.
//!
//! Answers are JSON on standard output; failures are JSON on standard error with the sentence a person reads.
//! Exit codes: 0 done, 1 refused (the failure says why), 2 the call itself is wrong, 3 verified and found changed
//! or not signed.

mod passphrase;
mod run;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};

#[derive(Parser)]
#[command(name = "hefu-cli", version, about = "Hefu from a terminal")]
struct Arguments {
    /// The workspace file that the command works in.
    #[arg(long, value_name = "FILE", global = true)]
    workspace: Option<PathBuf>,
    /// Read the passphrase from this file descriptor, up to the first line break.
    #[arg(long, value_name = "N", global = true)]
    passphrase_fd: Option<i32>,
    /// The language of sentences: en or zh.
    #[arg(long, value_name = "LANGUAGE", default_value = "en", global = true)]
    language: String,
    /// A fixed instant (RFC 3339) instead of the clock, for reproducible documents.
    #[arg(long, value_name = "INSTANT", requires = "seed", global = true)]
    clock: Option<String>,
    /// A fixed seed instead of the machine's randomness, for reproducible documents. Room keys made with it are
    /// only as secret as it is.
    #[arg(long, value_name = "N", requires = "clock", global = true)]
    seed: Option<u64>,
    #[command(subcommand)]
    what: What,
}

#[derive(Subcommand)]
enum What {
    /// Prints the table of commands with JSON schemas.
    Commands,
    /// Runs one command of the table with a JSON request (`-` reads it from standard input).
    Call { command: String, request: Option<String> },
    /// Runs many: each line of standard input is `COMMAND JSON`; stops at the first that is refused.
    Script,
    /// Verifies a signed PDF.
    Verify {
        file: PathBuf,
        /// A journal head to look for: `trail seq hash`.
        #[arg(long)]
        head: Option<String>,
    },
    /// Makes the sample workspace under the published demo passphrase.
    Sample { file: PathBuf },
    /// Prints the published demo passphrase.
    DemoPassphrase,
}

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    ExitCode::from(run::run(arguments))
}
