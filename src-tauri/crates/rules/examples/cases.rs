//! Evaluates a file of cases against the shipped packs: `cases FILE`. Ends with 1 when a case differs.

#![allow(
    clippy::print_stdout,
    clippy::disallowed_methods,
    reason = "a program of the house, not part of the crate"
)]

use std::process::ExitCode;

use hefu_rules::Shelf;
use hefu_rules::cases;

/// The day of a case that names none.
const DAY: &str = "2026-11-20";

fn main() -> ExitCode {
    let told = std::env::args().nth(1).ok_or_else(|| "no file is named".to_owned()).and_then(|file| {
        let text = std::fs::read_to_string(&file).map_err(|e| format!("{file}: {e}"))?;
        let day = DAY.parse().map_err(|_| "no day".to_owned())?;
        cases::run(&text, Shelf::shipped(), day).map_err(|e| e.to_string())
    });
    match told {
        Ok(outcome) => {
            for (id, expected, got) in &outcome.differences {
                println!("{id}: expected {expected}; got {got}");
            }
            println!("{} passed, {} failed", outcome.passed, outcome.differences.len());
            if outcome.differences.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
        }
        Err(reason) => {
            println!("{reason}");
            ExitCode::from(2)
        }
    }
}
