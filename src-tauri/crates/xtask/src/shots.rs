//! `cargo xtask shots`: a photograph of every screen, in every language and both themes, into `target/shots/`; and
//! those that the manual shows into the interface.

use std::fs;

use crate::machine::{self, Need};
use crate::step::{self, Result, TaskError};
use crate::{build, place, test, tools};

/// The pictures of the manual: the photograph's name, and the name by which a page of the manual asks for it. No
/// screen that shows where a file lies on this machine.
const OF_MANUAL: [(&str, &str); 11] = [
    ("today", "today"),
    ("projects-project-overview", "overview"),
    ("projects-project-parties", "parties"),
    ("projects-project-scope", "scope"),
    ("projects-project-acceptance", "acceptance"),
    ("projects-project-documents?document=-document", "document"),
    ("projects-project-journal", "journal"),
    ("verify", "verify"),
    ("verify-unchanged", "verify-unchanged"),
    ("verify-changed", "verify-changed"),
    ("verify-unjudged", "verify-unjudged"),
];

pub(crate) fn shots() -> Result<()> {
    machine::prepare(Need::Tests)?;
    let driver = tools::tauri_driver()?;
    build::programs()?;
    step::say("Photographing the window");
    let mut photographer = test::on_a_screen(&std::process::Command::new(place::program("shots")));
    step::run(photographer.env("HEFU_TAURI_DRIVER", driver))?;
    step::say(&format!("The pictures are in {}", place::target().join("shots").display()));
    illustrate()
}

/// Gives the manual its pictures, one a language.
fn illustrate() -> Result<()> {
    let (from, to) = (place::target().join("shots"), place::ui().join("src/features/manual/pictures"));
    for language in ["en", "zh"] {
        fs::create_dir_all(to.join(language))?;
        for (screen, name) in OF_MANUAL {
            let shot = from.join(format!("{screen}-{language}-light.png"));
            fs::copy(&shot, to.join(language).join(format!("{name}.png")))
                .map_err(|error| TaskError::new(format!("{} cannot be copied: {error}", shot.display())))?;
        }
    }
    step::say(&format!("The manual shows those in {}", to.display()));
    Ok(())
}
