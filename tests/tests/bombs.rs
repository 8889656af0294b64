//! Files made to take the machine: none takes 512 MB or ten seconds of a release build, whatever reads it. Each is
//! read by a process of its own, which the system ends when it takes more.
//!
//! All of them run in `cargo xtask peers bombs` against release programs; for every change those that are quick to
//! make and to read.

#![cfg(target_os = "linux")]
#![allow(unreachable_pub, clippy::unwrap_used, reason = "a test that meets the unexpected fails")]

mod archive;
mod bomb;
mod paper;
mod pdf;
mod places;
mod request;
mod table;
mod trail;
mod workbook;

use std::io::Write;

use self::bomb::{Bomb, Range};

/// Every bomb that is in `range`, and what became of it.
fn all(range: Range) -> usize {
    let folder = tempfile::tempdir().unwrap();
    let kinds: [fn() -> Vec<Bomb>; 7] = [
        paper::bombs,
        workbook::bombs,
        table::bombs,
        trail::bombs,
        archive::bombs,
        places::bombs,
        request::bombs,
    ];
    let bombs = kinds.iter().flat_map(|kind| kind());
    let mut tried = 0;
    let mut harm = Vec::new();
    for (number, bomb) in bombs.filter(|bomb| bomb.is_in(range)).enumerate() {
        let place = folder.path().join(number.to_string());
        std::fs::create_dir(&place).unwrap();
        if let Err(what) = bomb.explode(&place) {
            harm.push(format!("{}: {what}", bomb.name));
        }
        std::fs::remove_dir_all(&place).unwrap();
        tried += 1;
    }
    assert!(harm.is_empty(), "{} of {tried} bombs:\n{}", harm.len(), harm.join("\n"));
    tried
}

#[test]
fn no_bomb_takes_the_machine() {
    let range = Range::asked();
    let tried = all(range);
    assert!(tried > 60, "{tried} bombs");
    writeln!(std::io::stdout(), "cases: {tried}").unwrap();
}
