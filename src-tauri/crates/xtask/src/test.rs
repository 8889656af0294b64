//! `cargo xtask test`: every test of every runner, and one line that sums them up.

use std::io::{self, Write};
use std::process::Command;

use crate::count::{self, Count};
use crate::machine::{self, Need};
use crate::step::{self, Result, TaskError};
use crate::{build, place, tools};

/// The closing line is the last that is printed, also when something could not be built.
pub(crate) fn test() -> Result<()> {
    let sum = all().unwrap_or_else(|trouble| {
        eprintln!("{trouble}");
        Count::of(0, 1)
    });
    if sum.passed == 0 {
        eprintln!("No test ran");
    }
    for failure in &sum.failures {
        writeln!(io::stdout(), "{failure}")?;
    }
    writeln!(io::stdout(), "\n{} passed, {} failed", sum.passed, sum.failed)?;
    if sum.passed > 0 && sum.failed == 0 { Ok(()) } else { Err(TaskError::said()) }
}

fn all() -> Result<Count> {
    machine::prepare(Need::Tests)?;
    let driver = tools::tauri_driver()?;
    build::programs()?;

    let mut sum = Count::default();
    step::say("Testing the interface");
    sum += counted(tools::npm().args(["run", "--silent", "test"]), count::vitest)?;

    step::say("Testing the programs");
    let mut programs = build::cargo("test");
    programs.args(["--workspace", "--no-fail-fast", "--features", build::TESTED]);
    sum += counted(&mut programs, count::cargo)?;

    step::say("Testing in the real window");
    let mut window = on_a_screen(&build::cargo("test"));
    window.args(["--workspace", "--test", "e2e", "--features", build::TESTED]);
    window.args(["--features", "hefu-tests/window"]);
    // One window at a time: two on a small machine wait for each other, and a person has one.
    window.args(["--", "--test-threads", "1"]);
    sum += counted(window.env("HEFU_TAURI_DRIVER", &driver), count::cargo)?;

    Ok(sum)
}

/// The same command with a screen of its own, where the system can give one.
pub(crate) fn on_a_screen(command: &Command) -> Command {
    if !cfg!(target_os = "linux") {
        let mut same = Command::new(command.get_program());
        same.args(command.get_args()).current_dir(place::root());
        return same;
    }
    let mut screen = Command::new("xvfb-run");
    screen.args(["--auto-servernum", "--server-args", "-screen 0 1600x1200x24"]);
    screen.arg(command.get_program()).args(command.get_args()).current_dir(place::root());
    screen
}

/// Runs a runner and adds up its lines. One that fails without a failed test counts as one failure: it did not
/// build, or did not end.
fn counted(runner: &mut Command, read: fn(&str) -> Option<Count>) -> Result<Count> {
    let mut sum = Count::default();
    let mut failures = Vec::new();
    runner.env("NO_COLOR", "1").env("CARGO_TERM_COLOR", "never");
    let status = step::watch(runner, |line| {
        if let Some(more) = read(line) {
            sum += more;
        }
        if count::is_failure(line) {
            failures.push(line.to_owned());
        }
    })?;
    if !status.success() {
        sum.failed = sum.failed.max(1);
        sum.failures = failures;
    }
    Ok(sum)
}
