//! `cargo xtask package`: the program as people install it. On Linux a `.deb`; the configurations for AppImage, MSI
//! (with an offline WebView2) and dmg are in `tauri.conf.json`, complete and untested.

use std::path::PathBuf;

use crate::machine::{self, Need};
use crate::step::{self, Result, Trouble};
use crate::{build, place, tools};

/// What else is installed beside the window.
const BESIDE: [&str; 2] = ["hefu-cli", "hefu-verify"];

/// Builds for release, packs for this system, and says where the package is.
pub(crate) fn package() -> Result<()> {
    machine::prepare(Need::Window)?;
    build::interface()?;
    let tauri = tools::tauri_cli()?;
    step::say("Building for release");
    let mut release = build::cargo("build");
    release.args(["--release", "--package", "hefu", "--package", "hefu-cli", "--package", "hefu-verify"]);
    step::run(release.args(["--features", build::WINDOW]))?;
    step::say("Packing");
    let mut pack = std::process::Command::new("node");
    pack.current_dir(place::root().join("src-tauri")).arg(tauri).args(["bundle", "--config", &beside()]);
    if cfg!(target_os = "linux") {
        pack.args(["--bundles", "deb"]);
    }
    step::run(&mut pack)?;
    for package in made()? {
        step::say(&format!("The package is {}", package.display()));
    }
    Ok(())
}

/// The programs of the terminal, from wherever this build has put them.
fn beside() -> String {
    let files: Vec<String> = BESIDE
        .iter()
        .map(|name| {
            let built = place::target().join("release").join(name);
            format!("\"/usr/bin/{name}\":{:?}", built.display().to_string())
        })
        .collect();
    format!("{{\"bundle\":{{\"linux\":{{\"deb\":{{\"files\":{{{}}}}}}}}}}}", files.join(","))
}

fn made() -> Result<Vec<PathBuf>> {
    let folder = place::target().join("release/bundle");
    let kinds = std::fs::read_dir(&folder)?.flatten().map(|kind| kind.path()).filter(|kind| kind.is_dir());
    let files = kinds.flat_map(|kind| std::fs::read_dir(kind).into_iter().flatten().flatten());
    let packages: Vec<PathBuf> = files.map(|file| file.path()).filter(|file| file.is_file()).collect();
    if packages.is_empty() { Err(Trouble::new("Nothing was packed")) } else { Ok(packages) }
}
