//! Finds the font files and hands their places to the crate, so that they become part of the program.

use std::path::{Path, PathBuf};

/// Constant, package and file (below `@expo-google-fonts`) of each face.
const FACES: [(&str, &str); 9] = [
    ("SANS_LATIN_REGULAR", "inter/400Regular/Inter_400Regular.ttf"),
    ("SANS_LATIN_SEMIBOLD", "inter/600SemiBold/Inter_600SemiBold.ttf"),
    ("SANS_HAN_REGULAR", "noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf"),
    ("SANS_HAN_BOLD", "noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf"),
    ("SERIF_LATIN_REGULAR", "source-serif-4/400Regular/SourceSerif4_400Regular.ttf"),
    ("SERIF_LATIN_SEMIBOLD", "source-serif-4/600SemiBold/SourceSerif4_600SemiBold.ttf"),
    ("SERIF_HAN_REGULAR", "noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf"),
    ("SERIF_HAN_BOLD", "noto-serif-sc/700Bold/NotoSerifSC_700Bold.ttf"),
    ("RARE_HAN", "noto-sans-jp/400Regular/NotoSansJP_400Regular.ttf"),
];

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-env-changed=HEFU_FONTS_DIR");
    let modules = modules();
    for (name, file) in FACES {
        let path = modules.join("@expo-google-fonts").join(file);
        println!("cargo::rerun-if-changed={}", path.display());
        if !path.is_file() {
            println!("cargo::error=Fonts are missing: run `cargo xtask run` or `npm ci` in ui/");
            return;
        }
        println!("cargo::rustc-env=HEFU_FONT_{name}={}", path.display());
    }
}

/// The `node_modules` folder that holds the font packages.
fn modules() -> PathBuf {
    match std::env::var_os("HEFU_FONTS_DIR") {
        Some(given) => PathBuf::from(given),
        // Asked for when it runs: a build cache may serve checkouts in several places.
        None => {
            let here = std::env::var_os("CARGO_MANIFEST_DIR").unwrap_or_default();
            Path::new(&here).join("../../../ui/node_modules")
        }
    }
}
