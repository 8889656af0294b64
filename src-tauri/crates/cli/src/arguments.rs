//! What can be asked of `hefu-cli`.

use std::path::PathBuf;

use clap::{Parser, Subcommand};

#[derive(Parser)]
#[command(name = "hefu-cli", version, about = "Hefu from a terminal")]
pub struct Arguments {
    /// The workspace file that the command works in.
    #[arg(long, value_name = "FILE", global = true)]
    pub(crate) workspace: Option<PathBuf>,
    /// Read the passphrase from this file descriptor, up to the first line break.
    #[arg(long, value_name = "N", global = true)]
    pub(crate) passphrase_fd: Option<i32>,
    /// Read the recovery key from this file descriptor, up to the first line break.
    #[arg(long, value_name = "N", conflicts_with = "passphrase_fd", global = true)]
    pub(crate) recovery_key_fd: Option<i32>,
    /// The language of sentences: en or zh.
    #[arg(long, value_name = "LANGUAGE", default_value = "en", global = true)]
    pub(crate) language: String,
    /// A fixed instant (RFC 3339) instead of the clock, for reproducible documents.
    #[arg(long, value_name = "INSTANT", requires = "seed", global = true)]
    pub(crate) clock: Option<String>,
    /// A fixed seed instead of the machine's randomness, for reproducible documents. Room keys made with it are
    /// only as secret as it is.
    #[arg(long, value_name = "N", requires = "clock", global = true)]
    pub(crate) seed: Option<u64>,
    #[command(subcommand)]
    pub(crate) what: What,
}

#[derive(Subcommand)]
pub(crate) enum What {
    /// Prints the table of commands with JSON schemas.
    Commands,
    /// Runs one command of the table with a JSON request (`-` reads it from standard input).
    Call { command: String, request: Option<String> },
    /// Runs many: each line of standard input is `COMMAND JSON`; stops at the first that is refused.
    Script {
        /// Says on standard output what was refused, and goes on.
        #[arg(long)]
        keep_going: bool,
    },
    /// Verifies a signed PDF or a signed trail. Ends with 0 when it is unchanged and all places are signed, 3 when it
    /// was changed or a head that was given is not stated, 4 when places are open, 5 when it cannot be judged.
    Verify {
        file: PathBuf,
        /// A journal head to look for: `trail seq hash`.
        #[arg(long)]
        head: Option<String>,
    },
    /// Makes the sample workspace under the published demo passphrase.
    Sample { file: PathBuf },
    /// Plays the story's meeting in a sample workspace and writes the signed report.
    Story { file: PathBuf, paper: PathBuf },
    /// Looks after rule packs.
    Packs {
        #[command(subcommand)]
        what: Packs,
    },
    /// Prints the published demo passphrase.
    DemoPassphrase,
}

#[derive(Subcommand)]
pub(crate) enum Packs {
    /// Prints what stands against the packs of a folder, or against the shipped ones. Ends with 1 when a pack cannot
    /// be used as it is.
    Lint {
        folder: Option<PathBuf>,
        /// The day on which overdue reviews are looked for.
        #[arg(long, value_name = "DAY")]
        today: Option<String>,
    },
}
