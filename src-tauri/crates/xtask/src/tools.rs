//! Tools that come from npm, crates.io and PyPI, each installed once.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::step::{self, Result};
use crate::{machine, place};

const TAURI_DRIVER: &str = "2.1.0";
const CARGO_DENY: &str = "0.20.2";
const CARGO_FUZZ: &str = "0.13.2";
const TAURI_CLI: &str = "2.12.5";

/// npm in the interface's folder.
pub(crate) fn npm() -> Command {
    let mut npm = Command::new(if cfg!(windows) { "npm.cmd" } else { "npm" });
    npm.current_dir(place::ui());
    npm
}

/// The packages of the interface, fonts included, exactly as its lock file says.
pub(crate) fn node_modules() -> Result<()> {
    let lock = fs::read(place::ui().join("package-lock.json"))?;
    // Beside the packages, so that the two cannot part.
    let stamp = place::ui().join("node_modules/.hefu-installed");
    if fs::read(&stamp).is_ok_and(|installed| installed == lock) {
        return Ok(());
    }
    step::say("Installing the interface's packages (npm ci)");
    step::run(npm().args(["ci", "--no-audit", "--no-fund"]))?;
    Ok(fs::write(stamp, lock)?)
}

/// The WebDriver that starts the window; its path.
pub(crate) fn tauri_driver() -> Result<PathBuf> {
    installed("tauri-driver", TAURI_DRIVER)
}

/// Checks licences and sources; its path.
pub(crate) fn cargo_deny() -> Result<PathBuf> {
    installed("cargo-deny", CARGO_DENY)
}

/// Runs what is made up for readers; its path.
pub(crate) fn cargo_fuzz() -> Result<PathBuf> {
    installed("cargo-fuzz", CARGO_FUZZ)
}

/// Packs the window for installing; the script that Node.js runs.
pub(crate) fn tauri_cli() -> Result<PathBuf> {
    let folder = place::tools().join(format!("tauri-cli-{TAURI_CLI}"));
    let script = folder.join("node_modules/@tauri-apps/cli/tauri.js");
    if !script.exists() {
        step::say(&format!("Installing the Tauri CLI {TAURI_CLI} (npm install)"));
        fs::create_dir_all(&folder)?;
        let package = format!("@tauri-apps/cli@{TAURI_CLI}");
        step::run(
            npm()
                .current_dir(&folder)
                .args(["install", "--no-audit", "--no-fund", "--prefix", "."])
                .arg(package),
        )?;
    }
    Ok(script)
}

fn installed(name: &str, version: &str) -> Result<PathBuf> {
    let root = place::tools().join(format!("{name}-{version}"));
    let program = root.join("bin").join(name).with_extension(std::env::consts::EXE_EXTENSION);
    if !program.exists() {
        step::say(&format!("Installing {name} {version} (cargo install)"));
        let mut install = Command::new("cargo");
        // They run for seconds and would be built for minutes.
        install
            .args(["install", name, "--version", version, "--locked", "--debug", "--quiet", "--root"])
            .arg(&root);
        install.env("CARGO_PROFILE_DEV_DEBUG", "0");
        // Its own build folder goes when it is done; the workspace's would keep hundreds of megabytes.
        install.env("CARGO_TARGET_DIR", root.join("build"));
        step::run(&mut install)?;
        fs::remove_dir_all(root.join("build"))?;
    }
    Ok(program)
}

/// A Python with these packages of PyPI (`name==version`), in a virtual environment named `name`; its path.
pub(crate) fn python(name: &str, packages: &[&str]) -> Result<PathBuf> {
    let folder = place::tools().join(name);
    let python = folder.join(if cfg!(windows) { "Scripts/python.exe" } else { "bin/python" });
    let stamp = folder.join("packages");
    let wanted = packages.join("\n");
    if fs::read_to_string(&stamp).is_ok_and(|installed| installed == wanted) {
        return Ok(python);
    }
    machine::prepare(machine::Need::Tests)?;
    step::say(&format!("Installing {} (pip)", packages.join(", ")));
    step::run(Command::new("python3").args(["-m", "venv", "--clear"]).arg(&folder))?;
    step::run(pip(&python).args(packages))?;
    fs::write(stamp, wanted)?;
    Ok(python)
}

fn pip(python: &Path) -> Command {
    let mut pip = Command::new(python);
    pip.args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check"]);
    pip
}
