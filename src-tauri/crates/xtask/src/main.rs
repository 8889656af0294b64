//! `cargo xtask`: everything that is done to Hefu from outside, in one small program that builds without it.

mod advisories;
mod against;
mod bench;
mod build;
mod cases;
mod check;
mod count;
mod demo;
mod generate;
mod machine;
mod mspdi;
mod package;
mod pairs;
mod peers;
mod place;
mod release;
mod run;
mod seed;
mod shots;
mod step;
mod test;
mod tools;
mod vectors;

use std::env;
use std::process::ExitCode;

use step::Result;

const USAGE: &str = "\
cargo xtask run             open the window on a scratch copy of the sample workspace
cargo xtask test            run every test, those in the real window included
cargo xtask check           formatting, lints, types, generated files, licences, known advisories
cargo xtask generate        write the generated files anew
cargo xtask seed [FILE]     write the sample workspace (target/sample.hefu)
cargo xtask shots           photograph every screen into target/shots/, and the manual with them
cargo xtask peers [NAME …]  ask the slow judges (kill, pyhanko, …), or those that are named
cargo xtask mspdi FOLDER    compare Microsoft Project's files with what is computed of them
cargo xtask bench           measure a release build against Typst and an empty window
cargo xtask bench --against COMMIT  measure the terminal program in turn with that of a commit
cargo xtask cases FILE      evaluate a file of cases against the shipped rule packs
cargo xtask package         pack a release build for installing (.deb on Linux)
cargo xtask vectors FILE    run a file of billing vectors against the rating engine
cargo xtask pairs FILE      hold pairs of texts (English, Chinese, same|differs, by tabs) against the figure gate
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
        ["peers", ref names @ ..] => peers::peers(names),
        ["mspdi", folder] => mspdi::compare(folder.as_ref()),
        ["bench"] => bench::bench(),
        ["bench", "--against", commit] => against::against(commit),
        ["cases", file] => cases::cases(file),
        ["package"] => package::package(),
        ["vectors", file] => vectors::vectors(file.as_ref()),
        ["pairs", file] => pairs::pairs(file.as_ref()),
        ["release-key", file] => release::make_key(file.as_ref()),
        _ => Err(step::TaskError::new(USAGE)),
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
