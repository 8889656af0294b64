//! `hefu-verify`: checks one signed PDF or one signed trail of the journal, without a workspace and without a network.
//!
//! Exit codes: 0 unchanged and all places signed, 1 refused, 2 the call is wrong, 3 changed, 4 unchanged with places
//! still open, 5 cannot be judged.

mod options;
mod words;
mod write;

use std::ffi::OsString;
use std::io::{self, Write};
use std::path::Path;
use std::process::ExitCode;

use hefu_files::Why;
use hefu_messages::{
    Language, shown, trail_told_not_one, trail_told_paper_none, trail_told_paper_not_stated,
    trail_told_paper_stated, verify_cannot_read, verify_cannot_write, verify_no_record, verify_not_a_file,
    verify_record_written, verify_too_large, verify_usage,
};
use hefu_reading::Unread;
use hefu_signing::{Given, HeadCheck, Report, Verdict, verify};
use options::{Asked, Form, Options};

const UNCHANGED: u8 = 0;
/// A file that cannot be read or written.
const REFUSED: u8 = 1;
const WRONG_CALL: u8 = 2;
const CHANGED: u8 = 3;
const PLACES_OPEN: u8 = 4;
const NOT_JUDGED: u8 = 5;

fn main() -> ExitCode {
    // A library that panics on a hostile file is answered with "not readable": its words would
    // only disturb.
    std::panic::set_hook(Box::new(|_| {}));
    let words: Vec<OsString> = std::env::args_os().skip(1).collect();
    let language = options::language(&words);
    let code = match options::read(&words, language) {
        Asked::Usage => {
            tell(&verify_usage(language));
            UNCHANGED
        }
        Asked::Wrong(why) => {
            complain(&why);
            beside(&verify_usage(language));
            WRONG_CALL
        }
        Asked::Verify(options) => run(&options, language),
    };
    ExitCode::from(code)
}

fn run(options: &Options, language: Language) -> u8 {
    let Some(report) = checked(&options.file, options.head.clone(), options, language) else {
        return REFUSED;
    };
    if let Some(folder) = &options.extract
        && let Err(why) = extract(&report, folder, language)
    {
        complain(&why);
        return REFUSED;
    }
    match &options.trail {
        Some(trail) => together(&report, trail, options, language),
        None => code(&report),
    }
}

/// Reads a file, checks it and tells what was found.
fn checked(file: &Path, head: Option<String>, options: &Options, language: Language) -> Option<Report> {
    let name = file.display().to_string();
    let bytes = read(file, language)?;
    let report = verify(&bytes, &Given { head, ..Given::default() });
    match options.form {
        Form::Text => tell(&write::report(&report, &name, language)),
        Form::Json => match serde_json::to_string_pretty(&report) {
            Ok(json) => tell(&shown::json(&json)),
            Err(error) => {
                complain(&error.to_string());
                return None;
            }
        },
    }
    Some(report)
}

/// Looks for a head that the paper states in a trail, and says whether they belong together. Both have to be
/// unchanged.
fn together(paper: &Report, file: &Path, options: &Options, language: Language) -> u8 {
    let of = |head: &String| head.split_whitespace().next().map(str::to_owned);
    let Some(bytes) = read(file, language) else { return REFUSED };
    let Some(named) = verify(&bytes, &Given::default()).trail.map(|facts| facts.header.trail) else {
        complain(&trail_told_not_one(language, file.display().to_string()));
        return NOT_JUDGED;
    };
    let stated = paper.document.heads.iter().find(|head| of(head).as_ref() == Some(&named)).cloned();
    tell("");
    let Some(trail) = checked(file, stated, options, language) else { return REFUSED };
    // In the form of JSON the report of the trail says it.
    if matches!(options.form, Form::Text) {
        tell("");
        tell(&match trail.head {
            Some(HeadCheck::Stated) => trail_told_paper_stated(language),
            Some(_) => trail_told_paper_not_stated(language),
            None => trail_told_paper_none(language),
        });
    }
    match (code(paper), code(&trail), &trail.head) {
        (CHANGED, _, _) | (_, CHANGED, _) => CHANGED,
        (NOT_JUDGED, _, _) | (_, NOT_JUDGED, _) | (_, _, None) => NOT_JUDGED,
        (paper, _, _) => paper,
    }
}

/// A head that was given and is not stated counts as a change: the file is not the one it should be.
fn code(report: &Report) -> u8 {
    match (report.verdict, &report.head) {
        (Verdict::CannotBeJudged, _) => NOT_JUDGED,
        (Verdict::Changed, _) => CHANGED,
        (Verdict::Unchanged, Some(HeadCheck::NotStated { .. } | HeadCheck::OtherTrail { .. })) => CHANGED,
        (Verdict::Unchanged, _) if report.unsigned_positions.is_empty() => UNCHANGED,
        (Verdict::Unchanged, _) => PLACES_OPEN,
    }
}

/// The bytes of a file; where there are none, why not has been told.
fn read(file: &Path, language: Language) -> Option<Vec<u8>> {
    let name = file.display().to_string();
    let why = match hefu_signing::read(file) {
        Ok(bytes) => return Some(bytes),
        Err(Unread::Io(error)) => verify_cannot_read(language, name, error.to_string()),
        Err(Unread::NotAFile) => verify_not_a_file(language, name),
        Err(Unread::TooLarge { limit }) => verify_too_large(language, name, limit >> 20),
    };
    complain(&why);
    None
}

/// Writes the evidence record as a new file; one that is there is not overwritten.
fn extract(report: &Report, folder: &Path, language: Language) -> Result<(), String> {
    let record = report.evidence_record.as_ref().ok_or_else(|| verify_no_record(language))?;
    let path = folder.join("evidence-record.json");
    let shown = path.display().to_string();
    let written = hefu_files::write_new(&path, record.as_bytes());
    written.map_err(|error| verify_cannot_write(language, problem(&error.why), &shown))?;
    complain(&verify_record_written(language, &shown));
    Ok(())
}

/// As the sentence that tells it names it.
fn problem(why: &Why) -> &'static str {
    match why {
        Why::AlreadyThere | Why::Link | Why::Special | Why::Folder => "already_there",
        Why::NoFolder | Why::NotAFolder => "no_folder",
        Why::NotAllowed | Why::ReadOnlyDisk => "not_allowed",
        Why::DiskFull => "disk_full",
        _ => "other",
    }
}

/// To the reader. When nobody reads any more, there is nobody to tell.
fn tell(text: &str) {
    let _ = writeln!(io::stdout(), "{text}");
}

/// One line beside the report, with a name in it perhaps.
fn complain(text: &str) {
    beside(&shown::line(text));
}

fn beside(text: &str) {
    let _ = writeln!(io::stderr(), "{text}");
}
