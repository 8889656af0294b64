//! `cargo xtask`: everything that is done to Hefu from outside, in one small program that builds without it.

mod bench;
mod build;
mod check;
mod count;
mod demo;
mod generate;
mod machine;
mod nightly;
mod package;
mod place;
mod release;
mod run;
mod seed;
mod shots;
mod step;
mod test;
mod tools;

use std::env;
use std::process::ExitCode;

use step::Result;

const USAGE: &str = "\
cargo xtask run             open the window on a scratch copy of the sample workspace
cargo xtask test            run every test, those in the real window included
cargo xtask check           formatting, lints, types, generated files, licences
cargo xtask generate        write the generated files anew
cargo xtask seed [FILE]     write the sample workspace (target/sample.hefu)
cargo xtask shots           photograph every screen into target/shots/, and the manual with them
cargo xtask nightly         kill processes 10,000 times over acts of every kind
cargo xtask bench           measure a release build against Typst and an empty window
cargo xtask package         pack a release build for installing (.deb on Linux)
cargo xtask release-key FILE  make the key that updates are signed with; the secret half goes to FILE

run and test first install what this machine lacks, and say what.";

fn main() -> ExitCode {
    let given: Vec<String> = env::args().skip(1).collect();
    let given: Vec<&str> = given.iter().map(String::as_str).collect();
    let done = match given[..] {
        ["run"] => run::run(),
        ["test"] => test::test(),
        ["check"] => check::check(),
        ["generate"] => generate::generate(),
        ["seed"] => seed::seed(&place::target().join("sample.hefu")),
        ["seed", file] => seed::seed(file.as_ref()),
        ["shots"] => shots::shots(),
        ["nightly"] => nightly::nightly(),
        ["bench"] => bench::bench(),
        ["package"] => package::package(),
        ["release-key", file] => release::make_key(file.as_ref()),
        _ => Err(step::Trouble::new(USAGE)),
    };
    finish(done)
}

fn finish(done: Result<()>) -> ExitCode {
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(trouble) => {
            let told = trouble.to_string();
            if !told.is_empty() {
                eprintln!("\n{told}");
            }
            ExitCode::FAILURE
        }
    }
}
