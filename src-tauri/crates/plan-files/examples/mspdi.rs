//! Reads every MSPDI file of a folder, computes what is automatic in it, and prints how much agrees.
//! `cargo run --package hefu-plan-files --example mspdi FOLDER`; ends badly when less agrees than has to.

#![allow(clippy::print_stdout, reason = "a program of the terminal")]

use std::error::Error;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use hefu_plan_files::mspdi::{Mspdi, Names, Reason, Tally, compare};
use hefu_reading::PlainFile;
use hefu_reading::limits::PLAN_FILE;
use hefu_schedule::LivePlan;

/// Hundredths that must agree.
const WANTED: [(&str, usize); 3] = [("Start+Finish", 98), ("TotalSlack", 96), ("Critical", 99)];

fn main() -> Result<ExitCode, Box<dyn Error>> {
    let folder = std::env::args().nth(1).ok_or("which folder?")?;
    let mut files: Vec<PathBuf> =
        std::fs::read_dir(folder)?.map(|entry| entry.map(|entry| entry.path())).collect::<Result<_, _>>()?;
    files.retain(|path| path.extension().is_some_and(|kind| kind.eq_ignore_ascii_case("xml")));
    files.sort();
    let mut all = [Tally::default(); 4];
    let mut unexplained = 0;
    for path in &files {
        unexplained += file(path, &mut all)?;
    }
    let [dates, slack, critical, linked] = all;
    println!("{} files", files.len());
    let mut holds = unexplained == 0;
    for ((name, wanted), tally) in WANTED.iter().zip([dates, slack, critical]) {
        println!("{name}: {} of {} agree", tally.agree, tally.of);
        holds &= tally.agree * 100 >= wanted * tally.of;
    }
    println!("linked automatic tasks: {} of {} agree in everything", linked.agree, linked.of);
    println!("disagreements without a reason: {unexplained}");
    Ok(if holds { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// Adds what one file shows; how many of its disagreements have no reason.
fn file(path: &Path, all: &mut [Tally; 4]) -> Result<usize, Box<dyn Error>> {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let bytes = PlainFile::open(path)
        .and_then(|file| file.whole(&PLAN_FILE))
        .map_err(|why| format!("{name}: {why:?}"))?;
    let file = Mspdi::read(&bytes)?;
    let comparison = compare(&file)?;
    for (sum, one) in
        all.iter_mut().zip([comparison.dates, comparison.slack, comparison.critical, comparison.linked])
    {
        sum.agree += one.agree;
        sum.of += one.of;
    }
    let (written, lost) = file.write(&LivePlan::of(file.plan.clone())?, &Names::new())?;
    let again = Mspdi::read(written.as_bytes())?;
    println!(
        "{name}: {} tasks, {} automatic; round trip {}, {}, lost {lost:?}",
        file.tasks.len(),
        comparison.dates.of,
        if again.plan == file.plan { "keeps the plan" } else { "CHANGES THE PLAN" },
        if written.as_bytes() == bytes { "to the byte" } else { "with dates put in" },
    );
    for note in &file.unused {
        println!("  not used: {note:?}");
    }
    for (uid, difference, told, reason) in &comparison.differences {
        println!("  task {uid}, {difference:?}: {told} ({reason:?})");
    }
    let other = comparison.differences.iter().filter(|(.., reason)| *reason == Reason::Other).count();
    Ok(other + usize::from(again.plan != file.plan))
}
