//! One step of the work: a program that is started, said and waited for.

use std::fmt;
use std::io::{self, BufRead, BufReader, Write};
use std::process::{Command, ExitStatus, Stdio};

pub(crate) type Result<T> = std::result::Result<T, Trouble>;

/// Why the work stopped, as one or more sentences for whoever started it.
#[derive(Debug)]
pub(crate) struct Trouble(String);

impl Trouble {
    pub(crate) fn new(what: impl Into<String>) -> Self {
        Self(what.into())
    }

    /// Trouble that has been told already.
    pub(crate) fn said() -> Self {
        Self(String::new())
    }
}

impl fmt::Display for Trouble {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(out)
    }
}

impl From<io::Error> for Trouble {
    fn from(error: io::Error) -> Self {
        Self(error.to_string())
    }
}

/// Says what is about to happen.
pub(crate) fn say(what: &str) {
    eprintln!("\n── {what}");
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
        .map_err(|_| Trouble::new(format!("{} printed what is no text", shown(command))))
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

/// Runs a program whose lines are shown as they come and handed to `each`.
pub(crate) fn watch(command: &mut Command, mut each: impl FnMut(&str)) -> Result<ExitStatus> {
    let mut child = command.stdout(Stdio::piped()).spawn().map_err(|error| not_started(command, &error))?;
    if let Some(lines) = child.stdout.take() {
        for line in BufReader::new(lines).split(b'\n') {
            let line = line?;
            let line = String::from_utf8_lossy(&line);
            writeln!(io::stdout(), "{line}")?;
            each(&line);
        }
    }
    Ok(child.wait()?)
}

pub(crate) fn succeeded(command: &Command, status: ExitStatus) -> Result<()> {
    if status.success() { Ok(()) } else { Err(Trouble::new(format!("{} failed ({status})", shown(command)))) }
}

fn not_started(command: &Command, error: &io::Error) -> Trouble {
    Trouble::new(format!("{} cannot be started: {error}", shown(command)))
}

fn shown(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    let words: Vec<_> = words.take(6).map(|word| word.to_string_lossy()).collect();
    words.join(" ")
}
