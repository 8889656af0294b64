//! Where the checkout is that is tested.

use std::path::PathBuf;

/// The folder that holds everything, as cargo says it at run time: a program that another checkout built into the same
/// folder must not look at that one's files.
pub fn root() -> PathBuf {
    let here = std::env::var_os("CARGO_MANIFEST_DIR").expect("cargo runs the tests");
    PathBuf::from(here).join("..")
}

/// A picture that may be a logo: the sample vendor's.
pub fn logo() -> PathBuf {
    root().join("src-tauri/library/story/vendor-logo.png")
}
