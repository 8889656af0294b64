//! Where the programs of this build are.

use std::env;
use std::path::PathBuf;
use std::process::Command;

/// The folder of programs that are asked for in place of those of this build; `cargo xtask peers` names it.
const ASKED: &str = "HEFU_PROGRAMS";

/// Whether other programs than those of this build are asked for: of a release.
pub fn are_released() -> bool {
    env::var_os(ASKED).is_some()
}

/// A program of the workspace, beside the one that is running: `hefu`, `hefu-cli`, `hefu-verify`.
/// Its path exists after `cargo build --workspace --bins`.
pub fn built(name: &str) -> PathBuf {
    if let Some(folder) = env::var_os(ASKED) {
        return PathBuf::from(folder).join(name).with_extension(env::consts::EXE_EXTENSION);
    }
    let here = env::current_exe().expect("a running program has a path");
    // Test programs stand one folder deeper than the others.
    let folder = here.ancestors().skip(1).find(|folder| !folder.ends_with("deps"));
    folder.expect("a program is in a folder").join(name).with_extension(env::consts::EXE_EXTENSION)
}

/// `hefu-cli` with these arguments.
pub fn cli<const N: usize>(arguments: [&str; N]) -> Command {
    let mut cli = Command::new(built("hefu-cli"));
    cli.args(arguments);
    cli
}

/// The folder for pictures of the window: `shots` beside the build's profile folder.
pub fn shots() -> PathBuf {
    let hefu = built("hefu");
    let profile = hefu.parent().expect("a program is in a folder");
    profile.parent().unwrap_or(profile).join("shots")
}
