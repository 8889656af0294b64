//! Compiles `i18n/<language>/**/*.ftl` to typed functions, and refuses to when the languages disagree.

#![expect(clippy::print_stdout, reason = "cargo reads what a build script prints")]

mod catalogue;
mod check;
mod generate;

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::{env, fs, io};

fn main() -> ExitCode {
    match compile() {
        Ok(()) => ExitCode::SUCCESS,
        Err(reasons) => {
            for reason in reasons {
                println!("cargo::error={reason}");
            }
            ExitCode::FAILURE
        }
    }
}

fn compile() -> Result<(), Vec<String>> {
    let here = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").expect("cargo sets the manifest folder"));
    let out = PathBuf::from(env::var_os("OUT_DIR").expect("cargo sets the output folder"));
    let i18n = here.join("../../../i18n");
    let below = below();
    println!("cargo::rerun-if-changed=../messages/build");
    for tag in ["en", "zh-CN"] {
        println!("cargo::rerun-if-changed=../../../i18n/{tag}{below}");
    }
    let read = |tag: &str| {
        let shown = format!("{tag}{below}");
        catalogue::Catalogue::read(tag, &sources(&i18n.join(&shown), &shown)?)
    };
    let (en, zh) = match (read("en"), read("zh-CN")) {
        (Ok(en), Ok(zh)) => (en, zh),
        (en, zh) => return Err([en.err(), zh.err()].into_iter().flatten().flatten().collect()),
    };
    let messages = check::agree(&en, &zh)?;
    check::placed(&messages)?;
    let code = generate::rust(&messages)?;
    fs::write(out.join("messages.rs"), code).map_err(|error| vec![format!("messages.rs: {error}")])
}

/// Below a language's folder: the papers' words are compiled alone, too, for the crate that is theirs.
fn below() -> &'static str {
    match env::var("CARGO_PKG_NAME").as_deref() {
        Ok("hefu-paper-words") => "/documents",
        _ => "",
    }
}

/// Every `.ftl` under a language's folder as (path for a person, text), in the order of their names.
fn sources(folder: &Path, shown: &str) -> Result<Vec<(String, String)>, Vec<String>> {
    let mut found = Vec::new();
    collect(folder, shown, &mut found).map_err(|error| vec![format!("i18n/{shown}: {error}")])?;
    found.sort();
    Ok(found)
}

fn collect(folder: &Path, shown: &str, found: &mut Vec<(String, String)>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = format!("{shown}/{}", entry.file_name().to_string_lossy());
        if entry.file_type()?.is_dir() {
            collect(&entry.path(), &name, found)?;
        } else if name.ends_with(".ftl") {
            found.push((name, fs::read_to_string(entry.path())?));
        }
    }
    Ok(())
}
