//! `cargo xtask shots`: a photograph of every screen, in every language and both themes, into `target/shots/`.

use crate::machine::{self, Need};
use crate::step::{self, Result};
use crate::{build, place, test, tools};

pub(crate) fn shots() -> Result<()> {
    machine::prepare(Need::Tests)?;
    let driver = tools::tauri_driver()?;
    build::programs()?;
    step::say("Photographing the window");
    let mut photographer = test::on_a_screen(&std::process::Command::new(place::program("shots")));
    step::run(photographer.env("HEFU_TAURI_DRIVER", driver))?;
    step::say(&format!("The pictures are in {}", place::target().join("shots").display()));
    Ok(())
}
