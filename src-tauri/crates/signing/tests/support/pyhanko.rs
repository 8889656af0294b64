//! pyHanko, the second opinion on signatures, in a virtual environment below the target directory; the tests of the
//! whole paper use it, too.

use std::path::{Path, PathBuf};
use std::process::Command;

const VERSION: &str = "pyhanko==0.38.0";

/// What a program says on success; anything else fails the test with all it said.
pub(crate) fn run(program: impl AsRef<Path>, arguments: &[&str]) -> String {
    let program = program.as_ref();
    let output = Command::new(program).args(arguments).output();
    let output = output.unwrap_or_else(|error| panic!("{}: {error}", program.display()));
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{} {arguments:?}: {text}{errors}", program.display());
    text
}

/// The Python that has pyHanko; `name` keeps environments that are made at the same time apart.
pub(crate) fn python(name: &str) -> PathBuf {
    let environment = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let python = environment.join("bin/python");
    if !environment.join("ready").exists() {
        run("python3", &["-m", "venv", environment.to_str().unwrap()]);
        run(&python, &["-m", "pip", "install", "--quiet", "--disable-pip-version-check", VERSION]);
        std::fs::write(environment.join("ready"), VERSION).unwrap();
    }
    python
}
