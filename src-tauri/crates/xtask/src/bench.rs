//! `cargo xtask bench`: a release build measured against Typst and against an empty window.

use crate::machine::{self, Need};
use crate::step::{self, Result};
use crate::{build, place, test, tools};

const TYPST: &[&str] = &["typst==0.15.0"];

pub(crate) fn bench() -> Result<()> {
    machine::prepare(Need::Tests)?;
    let driver = tools::tauri_driver()?;
    let python = tools::python("typst", TYPST)?;
    build::interface()?;
    step::say("Building for release");
    let mut release = build::cargo("build");
    release.args(["--release", "--workspace", "--bins"]);
    step::run(release.args(["--features", "hefu/embedded,hefu/empty-window"]))?;
    step::say("Measuring");
    let program = place::target().join("release/bench").with_extension(std::env::consts::EXE_EXTENSION);
    let mut bench = test::on_a_screen(&std::process::Command::new(program));
    step::run(bench.env("HEFU_TAURI_DRIVER", driver).env("HEFU_PYTHON", python))
}
