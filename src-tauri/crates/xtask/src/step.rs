//! One step of the work: a program that is started, said and waited for.

use std::fmt;
use std::io::{self, BufRead, BufReader, Read, Write};
use std::process::{Command, ExitStatus, Stdio};
use std::sync::{LazyLock, mpsc};
use std::thread;
use std::time::Instant;

pub(crate) type Result<T> = std::result::Result<T, TaskError>;

/// Why the work stopped, as one or more sentences for whoever started it.
#[derive(Debug)]
pub(crate) struct TaskError(String);

impl TaskError {
    pub(crate) fn new(what: impl Into<String>) -> Self {
        Self(what.into())
    }

    /// TaskError that has been told already.
    pub(crate) fn said() -> Self {
        Self(String::new())
    }
}

impl fmt::Display for TaskError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(out)
    }
}

impl From<io::Error> for TaskError {
    fn from(error: io::Error) -> Self {
        Self(error.to_string())
    }
}

/// When the first thing was said.
static BEGAN: LazyLock<Instant> = LazyLock::new(Instant::now);

/// Says what is about to happen, and minutes and seconds since the first time.
pub(crate) fn say(what: &str) {
    let seconds = BEGAN.elapsed().as_secs();
    eprintln!("\n── {:02}:{:02} {what}", seconds / 60, seconds % 60);
}

/// Runs a program to its end; trouble when it fails.
pub(crate) fn run(command: &mut Command) -> Result<()> {
    let status = command_status(command)?;
    succeeded(command, status)
}

/// Runs a program to its end and tells how it ended.
pub(crate) fn command_status(command: &mut Command) -> Result<ExitStatus> {
    command.status().map_err(|error| not_started(command, &error))
}

/// Runs a program and returns what it prints; its errors go to the terminal.
pub(crate) fn read(command: &mut Command) -> Result<String> {
    let output = command.stderr(Stdio::inherit()).output().map_err(|error| not_started(command, &error))?;
    succeeded(command, output.status)?;
    String::from_utf8(output.stdout)
        .map_err(|_| TaskError::new(format!("{} printed what is no text", shown(command))))
}

/// Whether a program can be started and succeeds, quietly.
pub(crate) fn works(command: &mut Command) -> bool {
    command
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .is_ok_and(|status| status.success())
}

/// Runs a program whose lines, of its output and of its errors, are shown as they come and handed to `each`.
pub(crate) fn watch(command: &mut Command, mut each: impl FnMut(&str)) -> Result<ExitStatus> {
    command.stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().map_err(|error| not_started(command, &error))?;
    let (said, heard) = mpsc::channel();
    thread::scope(|scope| -> Result<()> {
        if let Some(output) = child.stdout.take() {
            let said = said.clone();
            scope.spawn(move || lines(output, |line| said.send((line, false)).is_ok()));
        }
        if let Some(errors) = child.stderr.take() {
            scope.spawn(move || lines(errors, |line| said.send((line, true)).is_ok()));
        }
        for (line, is_error) in heard {
            match is_error {
                true => writeln!(io::stderr(), "{line}")?,
                false => writeln!(io::stdout(), "{line}")?,
            }
            each(&line);
        }
        Ok(())
    })?;
    Ok(child.wait()?)
}

/// Every line until there are no more, or nobody listens.
fn lines(from: impl Read, mut each: impl FnMut(String) -> bool) {
    for line in BufReader::new(from).split(b'\n').map_while(io::Result::ok) {
        if !each(String::from_utf8_lossy(&line).into_owned()) {
            return;
        }
    }
}

pub(crate) fn succeeded(command: &Command, status: ExitStatus) -> Result<()> {
    if status.success() {
        Ok(())
    } else {
        Err(TaskError::new(format!("{} failed ({status})", shown(command))))
    }
}

fn not_started(command: &Command, error: &io::Error) -> TaskError {
    TaskError::new(format!("{} cannot be started: {error}", shown(command)))
}

fn shown(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    let words: Vec<_> = words.take(6).map(|word| word.to_string_lossy()).collect();
    words.join(" ")
}
