//! `hefu-verify`: checks one signed PDF, without a workspace and without a network.
//!
//! Exit codes: 0 unchanged, 1 changed, 2 not signed, not readable, or not understood.

mod options;
mod write;

use std::io::{self, Read, Write};
use std::path::Path;
use std::process::ExitCode;

use hefu_messages::{
    Language, verify_cannot_read, verify_cannot_write, verify_no_record, verify_record_written, verify_usage,
};
use hefu_signing::{Given, HeadCheck, Integrity, Report, verify};
use options::{Asked, Form, Options};

const CHANGED: u8 = 1;
const NO_VERDICT: u8 = 2;

/// Bytes of the largest file that is read; a larger one is no document.
const LARGEST: u64 = 512 << 20;

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
    let pdf = match read(Path::new(&options.file)) {
        Ok(pdf) => pdf,
        Err(error) => {
            complain(&verify_cannot_read(language, &options.file, error.to_string()));
            return NO_VERDICT;
        }
    };
    let given = Given { head: options.head.clone(), ..Given::default() };
    let report = verify(&pdf, &given);
    match options.form {
        Form::Text => tell(&write::report(&report, &options.file, language)),
        Form::Json => match serde_json::to_string_pretty(&report) {
            Ok(json) => tell(&json),
            Err(error) => {
                complain(&error.to_string());
                return NO_VERDICT;
            }
        },
    }
    if let Some(folder) = &options.extract
        && let Err(why) = extract(&report, Path::new(folder), language)
    {
        complain(&why);
        return NO_VERDICT;
    }
    code(&report)
}

fn code(report: &Report) -> u8 {
    match (report.integrity, &report.head) {
        (Integrity::Changed, _) => CHANGED,
        (Integrity::NotSigned | Integrity::Unreadable, _) => NO_VERDICT,
        (Integrity::Intact, Some(HeadCheck::NotStated { .. })) => CHANGED,
        (Integrity::Intact, _) => 0,
    }
}

fn read(path: &Path) -> io::Result<Vec<u8>> {
    let mut pdf = Vec::new();
    std::fs::File::open(path)?.take(LARGEST + 1).read_to_end(&mut pdf)?;
    match u64::try_from(pdf.len()).is_ok_and(|length| length <= LARGEST) {
        true => Ok(pdf),
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
