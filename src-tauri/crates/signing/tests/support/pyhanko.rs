//! pyHanko, the second opinion on signatures, in a virtual environment below the target directory; the tests of the
//! whole paper use it, too.
#![allow(dead_code, reason = "every test file uses its own part")]

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

const VERSION: &str = "pyhanko==0.38.0";

/// What a program says on success; anything else fails the test with all it said.
pub(crate) fn run(program: impl AsRef<Path>, arguments: &[&str]) -> String {
    told(program, arguments, "")
}

/// The same of a program that is told something.
pub(crate) fn told(program: impl AsRef<Path>, arguments: &[&str], input: &str) -> String {
    let program = program.as_ref();
    let mut command = Command::new(program);
    command.args(arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().unwrap_or_else(|error| panic!("{}: {error}", program.display()));
    let mut stdin = child.stdin.take().unwrap();
    let input = input.to_owned();
    let telling = std::thread::spawn(move || stdin.write_all(input.as_bytes()));
    let output = child.wait_with_output().unwrap();
    // A program that does not listen has ended with what it says.
    let _ = telling.join().unwrap();
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{} {arguments:?}: {text}{errors}", program.display());
    text
}

/// The Python that has pyHanko; `name` keeps environments that are made at the same time apart.
pub(crate) fn python(name: &str) -> PathBuf {
    let environment = scratch().join(name);
    let python = environment.join("bin/python");
    if !environment.join("ready").exists() {
        run("python3", &["-m", "venv", environment.to_str().unwrap()]);
        run(&python, &["-m", "pip", "install", "--quiet", "--disable-pip-version-check", VERSION]);
        std::fs::write(environment.join("ready"), VERSION).unwrap();
    }
    python
}

/// A folder for what tests make: cargo names it to integration tests, and it lies beside the programs of the others.
pub(crate) fn scratch() -> PathBuf {
    let beside = || {
        let program = std::env::current_exe().unwrap();
        program.ancestors().nth(3).unwrap().join("tmp")
    };
    let folder = option_env!("CARGO_TARGET_TMPDIR").map_or_else(beside, PathBuf::from);
    std::fs::create_dir_all(&folder).unwrap();
    folder
}
