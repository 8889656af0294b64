//! `hefu-cli`: every command of the table from a terminal.
//!
//! Answers are JSON on standard output; failures are JSON on standard error with the sentence a person reads.
//! Exit codes: 0 done, 1 refused (the failure says why), 2 the call itself is wrong, 3 verified and found changed
//! or not signed.

mod arguments;
mod packs;
mod passphrase;
mod run;
pub mod sentence;
pub mod story;

pub use arguments::Arguments;
pub use run::run;
