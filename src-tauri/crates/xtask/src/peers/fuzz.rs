//! Coverage-guided fuzzing of whatever reads a file of somebody else, by cargo-fuzz on the installed toolchain.

use std::fs;
use std::path::Path;

use super::Said;
use crate::step::{self, Result};
use crate::{build, place, tools};

/// A target of `tests/fuzz`, the features that it asks for, and the ends of the names of the files that it begins with.
const TARGETS: [(&str, &[&str], &[&str]); 5] = [
    ("verifier", &[], &["pdf"]),
    ("trail", &[], &["jsonl"]),
    ("table", &[], &["csv", "xlsx", "txt"]),
    ("archive", &["--features", "archive"], &["archive"]),
    ("update", &[], &["update"]),
];

/// Seconds for each target.
const SECONDS: &str = "600";
/// Megabytes that one input may take, and seconds.
const LIMITS: [&str; 3] = ["-rss_limit_mb=1024", "-malloc_limit_mb=512", "-timeout=10"];

/// Runs every target; the cases are those that had not been seen before and the ones they were made of.
pub(super) fn judge() -> Result<Said> {
    let cargo_fuzz = tools::cargo_fuzz()?;
    let seeds = seeds()?;
    let seconds = std::env::var("HEFU_FUZZ_SECONDS").unwrap_or_else(|_| SECONDS.to_owned());
    let mut said = Said { held: true, cases: 0 };
    for (target, features, kinds) in TARGETS {
        step::say(&format!("Fuzzing {target} for {seconds} s"));
        let corpus = place::target().join("fuzz").join(target);
        begin(&corpus, &seeds, kinds)?;
        let mut fuzz = std::process::Command::new(&cargo_fuzz);
        fuzz.current_dir(place::root()).env("RUSTC_BOOTSTRAP", "1").args([
            "fuzz",
            "run",
            "--sanitizer",
            "none",
        ]);
        fuzz.args(["--fuzz-dir", "tests/fuzz", "--target-dir"]).arg(place::target().join("fuzzing"));
        fuzz.args(features).arg(target).arg(&corpus).arg("--").args(LIMITS);
        fuzz.arg(format!("-max_total_time={seconds}")).arg("-print_final_stats=1");
        fuzz.arg(format!("-artifact_prefix={}/found-", corpus.parent().unwrap_or(&corpus).display()));
        let output =
            fuzz.stdout(std::process::Stdio::inherit()).stderr(std::process::Stdio::piped()).output()?;
        let told = String::from_utf8_lossy(&output.stderr);
        said.cases += executed(&told);
        if !output.status.success() {
            eprintln!(
                "{}",
                told.lines()
                    .rev()
                    .take(60)
                    .collect::<Vec<_>>()
                    .into_iter()
                    .rev()
                    .collect::<Vec<_>>()
                    .join("\n")
            );
            said.held = false;
        }
    }
    Ok(said)
}

/// Puts in what a target begins with.
fn begin(corpus: &Path, seeds: &Path, kinds: &[&str]) -> Result<()> {
    fs::create_dir_all(corpus)?;
    for seed in fs::read_dir(seeds)? {
        let seed = seed?.path();
        let is_wanted = seed.extension().is_some_and(|end| kinds.iter().any(|kind| *kind == end));
        if let (true, Some(name)) = (is_wanted, seed.file_name()) {
            fs::copy(&seed, corpus.join(name))?;
        }
    }
    Ok(())
}

/// Files of the sample, which a test of the workspace writes.
fn seeds() -> Result<std::path::PathBuf> {
    let folder = place::target().join("fuzz-seeds");
    fs::create_dir_all(&folder)?;
    let mut test = build::cargo("test");
    test.args(["--workspace", "--test", "engine", "seeds::", "--features", build::TESTED]);
    step::run(test.env("HEFU_SEEDS", &folder))?;
    Ok(folder)
}

/// `stat::number_of_executed_units: 4711` of libFuzzer.
fn executed(told: &str) -> u64 {
    let stated = told.lines().filter_map(|line| line.trim().strip_prefix("stat::number_of_executed_units:"));
    stated.filter_map(|number| number.trim().parse::<u64>().ok()).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_tried_is_read() {
        assert_eq!(executed("Done 7\nstat::number_of_executed_units: 4711\n"), 4711);
        assert_eq!(executed("nothing"), 0);
    }
}
