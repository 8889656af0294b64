//! Declares the window's own commands, so that each must be allowed by name, and checks for the interface.

use std::path::Path;

const COMMANDS: &[&str] = &[
    "start",
    "restart",
    "reveal",
    "listen",
    "call",
    "cancel",
    "choose_file",
    "save_file",
    "choose_folder",
    "keep_settings",
    "show_client",
    "close_client",
    "fill_screen",
    "follow",
    "present",
];

fn main() {
    println!("cargo::rerun-if-changed=../ui/dist");
    let embedded = std::env::var_os("CARGO_FEATURE_EMBEDDED").is_some();
    if embedded && !Path::new("../ui/dist/index.html").exists() {
        println!("cargo::error=ui/dist is missing: `cargo xtask run` builds it, or `npm run build` in ui/");
        return;
    }
    let manifest = tauri_build::AppManifest::new().commands(COMMANDS);
    if let Err(error) = tauri_build::try_build(tauri_build::Attributes::new().app_manifest(manifest)) {
        println!("cargo::error={error:#}");
    }
}
