//! Where things are.

use std::env;
use std::path::{Path, PathBuf};

/// The checkout.
pub(crate) fn root() -> PathBuf {
    let crate_folder = env::var_os("CARGO_MANIFEST_DIR").unwrap_or_else(|| env!("CARGO_MANIFEST_DIR").into());
    let root = Path::new(&crate_folder).join("../../..");
    root.canonicalize().unwrap_or(root)
}

/// The interface's folder.
pub(crate) fn ui() -> PathBuf {
    root().join("ui")
}

/// Everything that is built or scratch.
pub(crate) fn target() -> PathBuf {
    env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), |given| root().join(given))
}

/// A program of this workspace as built for development.
pub(crate) fn program(name: &str) -> PathBuf {
    target().join("debug").join(name).with_extension(env::consts::EXE_EXTENSION)
}

/// Programs that are installed once: `HEFU_TOOLS`, or `tools` in the target folder.
pub(crate) fn tools() -> PathBuf {
    env::var_os("HEFU_TOOLS").map_or_else(|| target().join("tools"), PathBuf::from)
}

/// Workspaces and documents that may be thrown away.
pub(crate) fn scratch() -> PathBuf {
    target().join("scratch")
}
