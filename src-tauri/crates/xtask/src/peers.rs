//! `cargo xtask peers [NAME …]`: judges that take too long for every change, each a row of [`JUDGES`]. All of them
//! run, whatever one says, and a table of what they said comes last.

mod fuzz;
mod table;

use std::process::Command;
use std::time::Instant;

use crate::count::{self, Count};
use crate::machine::{self, Need};
use crate::step::{self, Result, TaskError};
use crate::{build, place};
use table::Row;

/// One judge.
struct Judge {
    name: &'static str,
    /// What is judged, as the table says it.
    what: &'static str,
    how: How,
}

enum How {
    /// Tests of the workspace, told by `HEFU_PEERS=full` and by variables of the judge to do all that they can; one
    /// that is set already stays as it is.
    Tests {
        given: &'static [&'static str],
        asked: &'static [(&'static str, &'static str)],
    },
    /// The same, of programs that are built for release.
    Release {
        given: &'static [&'static str],
    },
    Own(fn() -> Result<Said>),
}

const JUDGES: [Judge; 10] = [
    Judge {
        name: "kill",
        what: "processes killed over acts of every kind; HEFU_KILLS says how many",
        how: How::Tests {
            given: &["--workspace", "--test", "engine", "kill::"],
            asked: &[("HEFU_KILLS", "10000")],
        },
    },
    Judge {
        name: "interleavings",
        what: "two processes at one workspace while others move it; HEFU_INTERLEAVINGS says how many times",
        how: How::Tests {
            given: &["--workspace", "--test", "engine", "interleavings::"],
            asked: &[("HEFU_INTERLEAVINGS", "1000")],
        },
    },
    Judge {
        name: "periods",
        what: "random periods against a count day by day; HEFU_PERIODS says how many",
        how: How::Tests {
            given: &["--package", "hefu-domain", "--lib", "naive::"],
            asked: &[("HEFU_PERIODS", "2000")],
        },
    },
    Judge {
        name: "logs",
        what: "a workspace's log damaged in every frame, and folded in to every page",
        how: How::Tests { given: &["--workspace", "--test", "store", "logs::"], asked: &[] },
    },
    Judge {
        name: "mounts",
        what: "files and workspaces on small disks that fill, which are mounted for it",
        how: How::Tests { given: &["--workspace", "--test", "engine", "writing::"], asked: &[] },
    },
    Judge {
        name: "recipe",
        what: "a plain noun added to a copy of the house, and each of its files left out",
        how: How::Tests { given: &["--workspace", "--test", "engine", "recipe::"], asked: &[] },
    },
    Judge {
        name: "pyhanko",
        what: "signatures and tampering as other programs see them",
        how: How::Tests { given: &["--workspace", "--test", "signing", "peers::"], asked: &[] },
    },
    Judge {
        name: "bombs",
        what: "files made to take the machine, thrown at release programs",
        how: How::Release { given: &["--workspace", "--test", "engine", "bombs::"] },
    },
    Judge {
        name: "fuzz",
        what: "every reader fuzzed by coverage; HEFU_FUZZ_SECONDS says how long each",
        how: How::Own(fuzz::judge),
    },
    Judge {
        name: "forged",
        what: "forged, untouched and foreign papers as pyHanko and our verifier see them",
        how: How::Tests { given: &["--workspace", "--lib", "tests::peers"], asked: &[] },
    },
];

/// How a judge tells how many cases it tried: a line of its standard output, `cases: 10000`. Without one, its tests
/// are the cases.
const CASES: &str = "cases: ";

pub(crate) fn peers(names: &[&str]) -> Result<()> {
    let known = |name: &&&str| JUDGES.iter().any(|judge| judge.name == **name);
    if let Some(unknown) = names.iter().find(|name| !known(name)) {
        return Err(TaskError::new(format!("There is no judge {unknown}:\n{}", listed())));
    }
    machine::prepare(Need::Tests)?;
    build::programs()?;
    let asked = JUDGES.iter().filter(|judge| names.is_empty() || names.contains(&judge.name));
    let rows: Vec<Row> = asked.map(heard).collect();
    step::say("What the judges said");
    eprint!("{}", table::told(&rows));
    if rows.iter().all(|row| row.held) { Ok(()) } else { Err(TaskError::said()) }
}

fn listed() -> String {
    JUDGES.iter().map(|judge| format!("{:14} {}\n", judge.name, judge.what)).collect()
}

/// Runs one judge. One that cannot be run has not held.
fn heard(judge: &Judge) -> Row {
    step::say(&format!("Asking {}: {}", judge.name, judge.what));
    let began = Instant::now();
    let said = asked(judge).unwrap_or_else(|trouble| {
        eprintln!("{trouble}");
        Said { held: false, cases: 0 }
    });
    Row { name: judge.name, cases: said.cases, held: said.held, took: began.elapsed() }
}

struct Said {
    held: bool,
    cases: u64,
}

fn asked(judge: &Judge) -> Result<Said> {
    let mut tests = build::cargo("test");
    tests.env("HEFU_PEERS", "full").current_dir(place::root());
    match judge.how {
        How::Own(judge) => judge(),
        How::Tests { given, asked } => {
            for (variable, value) in asked.iter().filter(|(variable, _)| std::env::var_os(variable).is_none())
            {
                tests.env(variable, value);
            }
            listen(tests.args(given).args(["--features", build::TESTED, "--", "--nocapture"]))
        }
        How::Release { given } => {
            let mut programs = build::cargo("build");
            step::run(programs.args(["--release", "--package", "hefu-cli", "--package", "hefu-verify"]))?;
            tests.env("HEFU_PROGRAMS", place::target().join("release"));
            listen(tests.args(given).args(["--features", build::TESTED, "--", "--nocapture"]))
        }
    }
}

fn listen(tests: &mut Command) -> Result<Said> {
    let (mut told, mut sum) = (None, Count::default());
    let status = step::watch(tests, |line| {
        if let Some(cases) = line.trim().strip_prefix(CASES).and_then(|cases| cases.parse::<u64>().ok()) {
            *told.get_or_insert(0) += cases;
        }
        if let Some(more) = count::cargo(line) {
            sum += more;
        }
    })?;
    let held = status.success() && sum.failed == 0 && sum.passed > 0;
    Ok(Said { held, cases: told.unwrap_or(sum.passed + sum.failed) })
}
