//! `cargo xtask nightly`: what takes too long for every change. Processes are killed ten thousand times over acts of
//! every kind, backups, key changes and migrations included; `HEFU_KILLS` asks for another number.

use crate::machine::{self, Need};
use crate::step::{self, Result};
use crate::{build, place};

const KILLS: &str = "10000";

pub(crate) fn nightly() -> Result<()> {
    machine::prepare(Need::Tests)?;
    build::programs()?;
    step::say("Killing processes over acts of every kind");
    let mut kill = build::cargo("test");
    kill.args(["--workspace", "--test", "kill", "--features", build::TESTED, "--", "--nocapture"]);
    let kills = std::env::var("HEFU_KILLS").unwrap_or_else(|_| KILLS.to_owned());
    step::run(kill.env("HEFU_KILLS", kills).current_dir(place::root()))
}
