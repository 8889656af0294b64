//! Lists the migrations in the order of their numbers, so that one is there as soon as its file is.

use std::path::{Path, PathBuf};
use std::{env, fs, io};

fn main() -> io::Result<()> {
    println!("cargo::rerun-if-changed=migrations");
    let folder = Path::new(&env::var("CARGO_MANIFEST_DIR").unwrap_or_default()).join("migrations");
    let mut files: Vec<PathBuf> =
        fs::read_dir(folder)?.map(|entry| Ok(entry?.path())).collect::<io::Result<_>>()?;
    files.sort();
    let list: String =
        files.iter().map(|file| format!("    include_str!({:?}),\n", file.display().to_string())).collect();
    let out = PathBuf::from(env::var("OUT_DIR").unwrap_or_default()).join("migrations.rs");
    fs::write(out, format!("&[\n{list}]\n"))
}
