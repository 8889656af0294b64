//! `hefu-verify`: checks one signed PDF or one signed trail of the journal, without a workspace and without a network.
//!
//! Exit codes: 0 unchanged, 1 changed, 2 not signed, not readable, or not understood.

mod options;
mod write;

use std::io::{self, Read, Write};
use std::path::Path;
use std::process::ExitCode;

use hefu_messages::{
    Language, trail_told_not_one, trail_told_paper_none, trail_told_paper_not_stated,
    trail_told_paper_stated, verify_cannot_read, verify_cannot_write, verify_no_record,
    verify_record_written, verify_usage,
};
use hefu_signing::{Given, HeadCheck, Integrity, Report, verify};
use options::{Asked, Form, Options};

const CHANGED: u8 = 1;
const NO_VERDICT: u8 = 2;

/// Bytes of the largest file that is read: a trail of two million entries. A larger one is no document.
const LARGEST: u64 = 2 << 30;

fn main() -> ExitCode {
    // A library that panics on a hostile file is answered with "not readable": its words would
    // only disturb.
    std::panic::set_hook(Box::new(|_| {}));
    let words: Vec<String> =
        std::env::args_os().skip(1).map(|word| word.to_string_lossy().into_owned()).collect();
    let language = options::language(&words);
    let code = match options::read(&words, language) {
        Asked::Usage => {
            tell(&verify_usage(language));
            0
        }
        Asked::Wrong(why) => {
            complain(&why);
            complain(&verify_usage(language));
            NO_VERDICT
        }
        Asked::Verify(options) => run(&options, language),
    };
    ExitCode::from(code)
}

fn run(options: &Options, language: Language) -> u8 {
    let Some(report) = checked(&options.file, options.head.clone(), options, language) else {
        return NO_VERDICT;
    };
    if let Some(folder) = &options.extract
        && let Err(why) = extract(&report, Path::new(folder), language)
    {
        complain(&why);
        return NO_VERDICT;
    }
    match &options.trail {
        Some(trail) => together(&report, trail, options, language),
        None => code(&report),
    }
}

/// Reads a file, checks it and tells what was found.
fn checked(file: &str, head: Option<String>, options: &Options, language: Language) -> Option<Report> {
    let bytes = match read(Path::new(file)) {
        Ok(bytes) => bytes,
        Err(error) => {
            complain(&verify_cannot_read(language, file, error.to_string()));
            return None;
        }
    };
    let report = verify(&bytes, &Given { head, ..Given::default() });
    match options.form {
        Form::Text => tell(&write::report(&report, file, language)),
        Form::Json => match serde_json::to_string_pretty(&report) {
            Ok(json) => tell(&json),
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
fn together(paper: &Report, file: &str, options: &Options, language: Language) -> u8 {
    let of = |head: &String| head.split_whitespace().next().map(str::to_owned);
    let named = match read(Path::new(file)) {
        Ok(bytes) => verify(&bytes, &Given::default()).trail.map(|facts| facts.header.trail),
        Err(error) => {
            complain(&verify_cannot_read(language, file, error.to_string()));
            return NO_VERDICT;
        }
    };
    let Some(named) = named else {
        complain(&trail_told_not_one(language, file));
        return NO_VERDICT;
    };
    let stated = paper.document.heads.iter().find(|head| of(head).as_ref() == Some(&named)).cloned();
    tell("");
    let Some(trail) = checked(file, stated, options, language) else { return NO_VERDICT };
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
        (NO_VERDICT, _, _) | (_, NO_VERDICT, _) | (_, _, None) => NO_VERDICT,
        _ => 0,
    }
}

fn code(report: &Report) -> u8 {
    match (report.integrity, &report.head) {
        (Integrity::Changed, _) => CHANGED,
        (Integrity::NotSigned | Integrity::Unreadable, _) => NO_VERDICT,
        (Integrity::Intact, Some(HeadCheck::NotStated { .. } | HeadCheck::OtherTrail { .. })) => CHANGED,
        (Integrity::Intact, _) => 0,
    }
}

fn read(path: &Path) -> io::Result<Vec<u8>> {
    let mut file = Vec::new();
    std::fs::File::open(path)?.take(LARGEST + 1).read_to_end(&mut file)?;
    match u64::try_from(file.len()).is_ok_and(|length| length <= LARGEST) {
        true => Ok(file),
        false => Err(io::ErrorKind::FileTooLarge.into()),
    }
}

/// Writes the evidence record as a new file; one that is there is not overwritten.
fn extract(report: &Report, folder: &Path, language: Language) -> Result<(), String> {
    let record = report.evidence_record.as_ref().ok_or_else(|| verify_no_record(language))?;
    let path = folder.join("evidence-record.json");
    let shown = path.display().to_string();
    let written = std::fs::File::create_new(&path).and_then(|mut file| file.write_all(record.as_bytes()));
    written.map_err(|error| verify_cannot_write(language, &shown, error.to_string()))?;
    complain(&verify_record_written(language, &shown));
    Ok(())
}

/// To the reader. When nobody reads any more, there is nobody to tell.
fn tell(text: &str) {
    let _ = writeln!(io::stdout(), "{text}");
}

/// Beside the report.
fn complain(text: &str) {
    let _ = writeln!(io::stderr(), "{text}");
}
