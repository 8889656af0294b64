//! `cargo xtask package`: the program as people install it. On Linux a `.deb`; the configurations for AppImage, MSI
//! (with an offline WebView2) and dmg are in `tauri.conf.json`, complete and untested.

use std::path::{Path, PathBuf};

use crate::machine::{self, Need};
use crate::step::{self, Result, TaskError};
use crate::{build, place, release, tools};

/// What else is installed beside the window.
const BESIDE: [&str; 2] = ["hefu-cli", "hefu-verify"];

/// Builds for release, packs for this system, and says where the package is.
pub(crate) fn package() -> Result<()> {
    machine::prepare(Need::Window)?;
    build::interface()?;
    let tauri = tools::tauri_cli()?;
    step::say("Building for release");
    let mut cargo = build::cargo("build");
    cargo.args(["--release", "--package", "hefu", "--package", "hefu-cli", "--package", "hefu-verify"]);
    release::trusts(&mut cargo)?;
    step::run(cargo.args(["--features", build::WINDOW]))?;
    step::say("Packing");
    let mut pack = std::process::Command::new("node");
    pack.current_dir(place::root().join("src-tauri")).arg(tauri).args(["bundle", "--config", &beside()]);
    if cfg!(target_os = "linux") {
        pack.args(["--bundles", "deb"]);
    }
    step::run(&mut pack)?;
    for (package, kind) in made()? {
        step::say(&format!("The package is {}", package.display()));
        if let Some(update) = release::update_of(&package, kind)? {
            step::say(&format!("The update is {}", update.display()));
        }
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

/// The packages, each with its kind as an update names it.
fn made() -> Result<Vec<(PathBuf, &'static str)>> {
    let folder = place::target().join("release/bundle");
    let kinds = std::fs::read_dir(&folder)?.flatten().map(|kind| kind.path()).filter(|kind| kind.is_dir());
    let files = kinds.flat_map(|kind| std::fs::read_dir(kind).into_iter().flatten().flatten());
    let packages: Vec<_> = files.filter_map(|file| Some((file.path(), kind_of(&file.path())?))).collect();
    if packages.is_empty() { Err(TaskError::new("Nothing was packed")) } else { Ok(packages) }
}

fn kind_of(file: &Path) -> Option<&'static str> {
    Some(match file.extension()?.to_str()? {
        "deb" => "deb",
        "AppImage" => "appimage",
        "msi" => "msi",
        "dmg" => "dmg",
        _ => return None,
    })
}
