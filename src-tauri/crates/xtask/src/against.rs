//! `cargo xtask bench --against COMMIT`: the terminal program of this checkout and of a commit, built alike, do the same
//! jobs in turn on copies of one workspace, which the older one made.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Instant;

use crate::step::{self, Result, TaskError};
use crate::{build, place, tools};

/// How often each program does each job.
const ROUNDS: usize = 11;

/// What it may take, as a part of what the other takes: nothing more, but for the machine's own unrest.
const AS_BEFORE: f64 = 1.05;

/// The same where more is checked than was before format 8.
const CHECKS_MORE: f64 = 1.15;

struct Job {
    name: &'static str,
    at_most: f64,
    does: Does,
}

enum Does {
    /// Calls of one process, one a line, over and over: so many in all. `PROJECT` stands for the sample's first project.
    Calls(usize, &'static [&'static str]),
    /// The story's meeting up to the signed report.
    Story,
    /// A signed report verified.
    Verify,
}

const JOBS: [Job; 8] = [
    Job { name: "open and close", at_most: CHECKS_MORE, does: Does::Calls(0, &[]) },
    Job { name: "today × 200", at_most: AS_BEFORE, does: Does::Calls(200, &["today {}"]) },
    Job {
        name: "scope_matrix × 200",
        at_most: AS_BEFORE,
        does: Does::Calls(200, &[r#"scope_matrix {"project": "PROJECT"}"#]),
    },
    Job {
        name: "search × 500",
        at_most: AS_BEFORE,
        does: Does::Calls(
            500,
            &[
                r#"search {"words": "alarm", "project": "PROJECT", "limit": 20}"#,
                r#"search {"words": "ysyj", "project": "PROJECT", "limit": 20}"#,
                r#"search {"words": "验收", "project": "PROJECT", "limit": 20}"#,
            ],
        ),
    },
    Job {
        name: "undo and redo × 100",
        at_most: CHECKS_MORE,
        does: Does::Calls(200, &[r#"undo {"seq": null}"#, r#"redo {"seq": null}"#]),
    },
    Job { name: "verify_journal × 20", at_most: CHECKS_MORE, does: Does::Calls(20, &["verify_journal {}"]) },
    Job { name: "the meeting to the signed report", at_most: CHECKS_MORE, does: Does::Story },
    Job { name: "verify a report", at_most: CHECKS_MORE, does: Does::Verify },
];

/// Errors: a build or a job fails, or a job takes more than it may.
pub(crate) fn against(commit: &str) -> Result<()> {
    tools::node_modules()?;
    let (ours, theirs) = (ours()?, theirs(commit)?);
    let field = Field::made(&theirs)?;
    step::say(&format!("Measuring against {commit}"));
    let mut kept = true;
    writeln!(io::stdout(), "{:34} {:>10} {:>10} {:>7}", "job, median ms", "before", "now", "ratio")?;
    for job in &JOBS {
        let (mut before, mut now) = (Vec::new(), Vec::new());
        for round in 0..ROUNDS {
            // Whoever comes second finds a warmer machine.
            let turns = [(&theirs, &mut before), (&ours, &mut now)];
            let turns: Vec<_> = if round % 2 == 0 { turns.into() } else { turns.into_iter().rev().collect() };
            for (program, taken) in turns {
                taken.push(field.taken(program, &job.does)?);
            }
        }
        let (before, now) = (median(before), median(now));
        let holds = now / before <= job.at_most;
        let said = if holds { "kept" } else { "NOT KEPT" };
        let (ratio, most) = (now / before, job.at_most);
        let line =
            format!("{:34} {before:10.1} {now:10.1} {ratio:7.2} (at most {most:.2}: {said})", job.name);
        writeln!(io::stdout(), "{line}")?;
        kept &= holds;
    }
    if kept { Ok(()) } else { Err(TaskError::new("A job takes more than it may")) }
}

/// The middle one of an odd number.
fn median(mut all: Vec<f64>) -> f64 {
    all.sort_by(f64::total_cmp);
    all[all.len() / 2]
}

fn ours() -> Result<PathBuf> {
    step::say("Building this checkout for release");
    step::run(build::cargo("build").args(["--release", "--package", "hefu-cli"]))?;
    Ok(program(&place::target()))
}

/// The program of a commit, in a checkout and a folder of its own that stay for the next time.
fn theirs(commit: &str) -> Result<PathBuf> {
    let git = || {
        let mut git = Command::new("git");
        git.current_dir(place::root());
        git
    };
    let name = step::read(git().args(["rev-parse", "--verify", &format!("{commit}^{{commit}}")]))?;
    let folder = place::target().join("against").join(name.trim());
    let checkout = folder.join("checkout");
    if !checkout.exists() {
        step::run(git().args(["worktree", "add", "--detach"]).arg(&checkout).arg(name.trim()))?;
    }
    step::say(&format!("Building {commit} for release"));
    let target = folder.join("target");
    let mut cargo = build::cargo("build");
    cargo.args(["--release", "--package", "hefu-cli"]).current_dir(&checkout);
    cargo.env("CARGO_TARGET_DIR", &target).env("HEFU_FONTS_DIR", place::ui().join("node_modules"));
    step::run(&mut cargo)?;
    Ok(program(&target))
}

fn program(target: &Path) -> PathBuf {
    target.join("release/hefu-cli").with_extension(std::env::consts::EXE_EXTENSION)
}

/// What the jobs are done on.
struct Field {
    folder: PathBuf,
    key: PathBuf,
    /// The identity of the sample's first project.
    project: String,
}

impl Field {
    /// A sample and a signed report of the program that is measured against.
    fn made(theirs: &Path) -> Result<Self> {
        let folder = place::scratch().join("against");
        fs::create_dir_all(&folder)?;
        let field = Self { key: folder.join("key"), folder, project: String::new() };
        fs::write(&field.key, step::read(Command::new(theirs).arg("demo-passphrase"))?)?;
        for name in ["sample.hefu", "signed.hefu", "report.pdf"] {
            gone(&field.file(name))?;
        }
        quietly(Command::new(theirs).arg("sample").arg(field.file("sample.hefu")))?;
        fs::copy(field.file("sample.hefu"), field.file("signed.hefu"))?;
        quietly(
            Command::new(theirs).arg("story").args([field.file("signed.hefu"), field.file("report.pdf")]),
        )?;
        let listed = field.script(theirs, "sample.hefu", "list_projects {}\n")?;
        let project = listed.split("\"id\":\"").nth(1).and_then(|rest| rest.split('"').next());
        let project = project.ok_or_else(|| TaskError::new("The sample has no project"))?.to_owned();
        Ok(Self { project, ..field })
    }

    fn file(&self, name: &str) -> PathBuf {
        self.folder.join(name)
    }

    /// Milliseconds of a job on fresh copies. What brings the older workspace up to date is no part of it.
    fn taken(&self, program: &Path, does: &Does) -> Result<f64> {
        let (work, paper) = (self.file("work.hefu"), self.file("work.pdf"));
        for name in ["work.hefu", "work.pdf", "work.hefu.hold", "work.hefu-wal", "work.hefu-shm"] {
            gone(&self.file(name))?;
        }
        fs::copy(self.file("sample.hefu"), &work)?;
        self.script(program, "work.hefu", "")?;
        let began = Instant::now();
        match does {
            Does::Calls(count, calls) => {
                let lines: String =
                    calls.iter().cycle().take(*count).map(|call| format!("{call}\n")).collect();
                self.script(program, "work.hefu", &lines.replace("PROJECT", &self.project))?;
            }
            Does::Story => quietly(Command::new(program).arg("story").args([&work, &paper]))?,
            Does::Verify => {
                // A report whose places are all signed ends with 0 in every version.
                quietly(Command::new(program).arg("verify").arg(self.file("report.pdf")))?;
            }
        }
        Ok(began.elapsed().as_secs_f64() * 1_000.0)
    }

    /// Runs the lines in one process; what it answers.
    fn script(&self, program: &Path, workspace: &str, lines: &str) -> Result<String> {
        let given = self.file("script");
        fs::write(&given, lines)?;
        let mut shell = Command::new("sh");
        shell.args(["-c", r#"exec "$0" --workspace "$1" --passphrase-fd 3 script < "$2" 3< "$3""#]);
        shell.arg(program).arg(self.file(workspace)).arg(given).arg(&self.key);
        step::read(&mut shell)
    }
}

fn quietly(command: &mut Command) -> Result<()> {
    step::run(command.stdout(Stdio::null()))
}

fn gone(file: &Path) -> Result<()> {
    match fs::remove_file(file) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(error.into()),
        _ => Ok(()),
    }
}
