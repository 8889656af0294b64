//! From what went wrong inside to what the person can do about it: one exhaustive match a crate.

use hefu_api::Failure;
use hefu_api::failure::Problem;
use hefu_domain::money::MoneyError;
use hefu_store::StoreError;

/// What a command ends with when it does nothing: a failure as it is, or a store's error on its way to one.
#[derive(Debug)]
pub(crate) enum Trouble {
    Failure(Failure),
    Store(StoreError),
}

impl From<Failure> for Trouble {
    fn from(failure: Failure) -> Self {
        Self::Failure(failure)
    }
}

impl From<StoreError> for Trouble {
    fn from(error: StoreError) -> Self {
        Self::Store(error)
    }
}

impl From<Trouble> for Failure {
    fn from(trouble: Trouble) -> Self {
        match trouble {
            Trouble::Failure(failure) => failure,
            Trouble::Store(error) => of_store(error),
        }
    }
}

impl From<MoneyError> for Trouble {
    fn from(error: MoneyError) -> Self {
        let problem = match error {
            MoneyError::UnknownCurrency { .. } => Problem::Unknown,
            _ => Problem::OutOfRange,
        };
        Self::Failure(invalid("payment_milestone", "amount", problem))
    }
}

fn of_store(error: StoreError) -> Failure {
    let text = |path: &std::path::Path| path.display().to_string();
    match error {
        StoreError::NoFile(path) => Failure::NoFile { path: text(&path) },
        StoreError::AlreadyThere(path) => Failure::AlreadyThere { path: text(&path) },
        StoreError::WrongKey(path) => Failure::WrongKey { path: text(&path) },
        StoreError::NotAWorkspace(path) => Failure::NotAWorkspace { path: text(&path) },
        StoreError::Newer { path, format, known } => {
            Failure::NewerWorkspace { path: text(&path), format, known }
        }
        StoreError::Damaged { path, aside, backup } => {
            Failure::Damaged { path: text(&path), aside: text(&aside), backup: backup.map(|b| text(&b)) }
        }
        StoreError::InUse(path) => Failure::InUse { path: text(&path) },
        StoreError::ReadOnly(path) => Failure::ReadOnly { path: text(&path) },
        StoreError::DiskFull(path) => Failure::DiskFull { path: text(&path) },
        StoreError::NotFound { noun } => Failure::NotFound { noun: noun.to_owned() },
        StoreError::NumberTaken { noun, number } => Failure::NumberTaken { noun, number },
        StoreError::StillUsed => Failure::StillUsed,
        StoreError::Cancelled => Failure::Cancelled,
        StoreError::ExportChanged { place } => Failure::ExportChanged { place },
        StoreError::NothingToUndo => Failure::NothingToUndo,
        StoreError::NothingToRedo => Failure::NothingToRedo,
        StoreError::ChangedSince { later } => Failure::ChangedSince {
            entry: later.seq,
            act: later.act,
            args: later.args,
            by: later.actor,
            at: later.at,
        },
        StoreError::Io { path, source } => {
            Failure::FileTrouble { path: text(&path), reason: source.to_string() }
        }
        error @ (StoreError::Derivation(_) | StoreError::Sqlite(_) | StoreError::Shape(_)) => {
            Failure::Internal { reason: error.to_string() }
        }
    }
}

/// What a file operation of the operating system failed with.
pub(crate) fn of_file(path: &std::path::Path, error: &std::io::Error) -> Failure {
    use std::io::ErrorKind::*;
    let path = path.display().to_string();
    match error.kind() {
        NotFound => Failure::NoFile { path },
        AlreadyExists => Failure::AlreadyThere { path },
        PermissionDenied | ReadOnlyFilesystem => Failure::ReadOnly { path },
        StorageFull | QuotaExceeded => Failure::DiskFull { path },
        _ => Failure::FileTrouble { path, reason: error.to_string() },
    }
}

pub(crate) fn invalid(noun: &str, field: &str, problem: Problem) -> Failure {
    Failure::Invalid { noun: noun.to_owned(), field: field.to_owned(), problem }
}

/// A field that must say something.
pub(crate) fn filled<'a>(noun: &str, field: &str, text: &'a str) -> Result<&'a str, Failure> {
    let trimmed = text.trim();
    match trimmed.chars().count() {
        0 => Err(invalid(noun, field, Problem::Blank)),
        n if n > LONGEST => Err(invalid(noun, field, Problem::TooLong)),
        _ => Ok(trimmed),
    }
}

/// Characters a text of the record may have on one side.
pub(crate) const LONGEST: usize = 10_000;

/// A bilingual text of which at least one side must say something.
pub(crate) fn said(noun: &str, field: &str, words: &hefu_domain::text::Words) -> Result<(), Failure> {
    if words.en.trim().is_empty() && words.zh.trim().is_empty() {
        return Err(invalid(noun, field, Problem::Blank));
    }
    fits(noun, field, words)
}

/// A bilingual text that may be blank.
pub(crate) fn fits(noun: &str, field: &str, words: &hefu_domain::text::Words) -> Result<(), Failure> {
    if words.en.chars().count() > LONGEST || words.zh.chars().count() > LONGEST {
        return Err(invalid(noun, field, Problem::TooLong));
    }
    Ok(())
}
