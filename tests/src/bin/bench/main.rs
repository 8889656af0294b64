//! Measures a release build: finding in a large record, every query on fifty samples, verifying a long journal, reports against Typst, the
//! window against an empty one. Fails when a promise of the product is not kept.
//!
//! `cargo xtask bench` builds what it needs and starts it with `HEFU_PYTHON` and `HEFU_TAURI_DRIVER`.

#![expect(clippy::print_stdout, reason = "what is measured is printed")]

mod copies;
mod corpus;
mod facts;
mod journal;
mod memory;
mod palette;
mod papers;
mod queries;
mod search;
mod start;

use std::env;
use std::error::Error;
use std::process::ExitCode;

type Result<T> = std::result::Result<T, Box<dyn Error>>;

#[tokio::main]
async fn main() -> ExitCode {
    let given: Vec<String> = env::args().skip(1).collect();
    let given: Vec<&str> = given.iter().map(String::as_str).collect();
    let done = match given[..] {
        [papers::ONE, findings, file] => papers::one(findings, file).map(|()| Kept::Yes),
        ["papers"] => papers::measure(),
        ["queries"] => queries::measure(),
        ["start"] => start::measure().await,
        ["search"] => search::measure().await,
        ["journal"] => journal::measure(),
        _ => all().await,
    };
    match done {
        Ok(Kept::Yes) => ExitCode::SUCCESS,
        Ok(Kept::No) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

/// Whether what was promised was measured.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kept {
    Yes,
    No,
}

impl Kept {
    fn and(self, other: Self) -> Self {
        if self == Self::Yes { other } else { Self::No }
    }
}

async fn all() -> Result<Kept> {
    let kept =
        search::measure().await?.and(queries::measure()?).and(journal::measure()?).and(papers::measure()?);
    Ok(kept.and(start::measure().await?))
}

/// The middle one of the measurements, or the mean of the two in the middle.
fn median(mut all: Vec<f64>) -> f64 {
    all.sort_by(f64::total_cmp);
    let middle = all.len() / 2;
    if all.len() % 2 == 1 { all[middle] } else { f64::midpoint(all[middle - 1], all[middle]) }
}

/// Errors: ours is so much faster than what it contains that the reference cannot have been measured at rest.
fn plausible(what: &str, ratio: f64, least: f64) -> Result<()> {
    if ratio >= least {
        return Ok(());
    }
    Err(format!("{what}: {ratio:.2}, which is less than {least}: the machine was not at rest, measure again")
        .into())
}

/// Says a ratio and whether it keeps its promise.
fn verdict(what: &str, ratio: f64, promise: &str, kept: Kept) -> Kept {
    println!("  {what}: {ratio:.2} ({promise}: {})", if kept == Kept::Yes { "kept" } else { "NOT KEPT" });
    kept
}
