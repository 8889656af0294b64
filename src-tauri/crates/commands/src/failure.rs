//! From what went wrong inside to what the person can do about it: one exhaustive match a crate.

use hefu_api::Failure;
use hefu_api::failure::{KeptState, PathProblem, Problem, TriedKey};
use hefu_domain::document::DocumentState;
use hefu_domain::money::MoneyError;
use hefu_files::{FileError, Why};
use hefu_schedule::PlanFault;
use hefu_store::{Kept, StoreError};

/// What a command ends with when it does nothing: a failure as it is, or a store's error on its way to one.
#[derive(Debug)]
pub(crate) enum CommandError {
    Failure(Failure),
    Store(StoreError),
}

impl From<Failure> for CommandError {
    fn from(failure: Failure) -> Self {
        Self::Failure(failure)
    }
}

impl From<StoreError> for CommandError {
    fn from(error: StoreError) -> Self {
        Self::Store(error)
    }
}

impl From<FileError> for CommandError {
    fn from(error: FileError) -> Self {
        Self::Failure(of_path(error))
    }
}

impl From<CommandError> for Failure {
    fn from(trouble: CommandError) -> Self {
        match trouble {
            CommandError::Failure(failure) => failure,
            CommandError::Store(error) => of_store(error),
        }
    }
}

/// What is wrong with a sum of `noun`, told of the field that says it.
pub(crate) fn of_money(noun: &str, error: &MoneyError) -> Failure {
    match error {
        MoneyError::UnknownCurrency { .. } => invalid(noun, "currency", Problem::Unknown),
        MoneyError::DifferentCurrencies { .. } => invalid(noun, "currency", Problem::OutOfRange),
        MoneyError::TooPrecise { .. } | MoneyError::OutOfRange => {
            invalid(noun, "amount", Problem::OutOfRange)
        }
    }
}

impl From<PlanFault> for CommandError {
    fn from(fault: PlanFault) -> Self {
        Self::Failure(of_plan(fault))
    }
}

/// What is wrong with a plan, by the names that the plan uses.
fn of_plan(fault: PlanFault) -> Failure {
    match fault {
        PlanFault::Cycle(mut tasks) => {
            tasks.extend(tasks.first().cloned());
            Failure::PlanCycle { tasks: tasks.join(" → ") }
        }
        PlanFault::Unknown { noun, name, at } => Failure::PlanUnknownName { noun, name, at },
        PlanFault::Twice { noun, name } => Failure::PlanNameTwice { noun, name },
        PlanFault::Wrong { noun, name, problem } => Failure::PlanImpossible { noun, name, problem },
    }
}

fn of_store(error: StoreError) -> Failure {
    let text = |path: &std::path::Path| path.display().to_string();
    match error.known() {
        StoreError::NoFile(path) => Failure::NoFile { path: text(&path) },
        StoreError::AlreadyThere(path) => Failure::AlreadyThere { path: text(&path) },
        // Whoever knows what was tried says so before; what is left is a kept key.
        StoreError::WrongKey(path) => Failure::WrongKey { path: text(&path), tried: TriedKey::KeptKey },
        StoreError::NotAWorkspace(path) => Failure::NotAWorkspace { path: text(&path) },
        StoreError::Newer { path, format, known } => {
            Failure::NewerWorkspace { path: text(&path), format, known }
        }
        StoreError::Damaged { path, aside, backup } => {
            Failure::Damaged { path: text(&path), aside: text(&aside), backup: backup.map(|b| text(&b)) }
        }
        StoreError::BadPage { path, backup, .. } => {
            Failure::PageDamaged { path: text(&path), backup: backup.map(|b| text(&b)) }
        }
        StoreError::LogSetAside { path, kept, state } => {
            Failure::LogSetAside { path: text(&path), kept: text(&kept), state: kept_state(state) }
        }
        StoreError::LogDamaged { path, kept } => Failure::LogDamaged { path: text(&path), kept: text(&kept) },
        StoreError::Displaced(path) => {
            Failure::Replaced { path: text(&path), kept: None, state: KeptState::None }
        }
        StoreError::Replaced { path, kept, state } => {
            Failure::Replaced { path: text(&path), kept: Some(text(&kept)), state: kept_state(state) }
        }
        StoreError::SeveralNames(path) => Failure::SeveralNames { path: text(&path) },
        StoreError::InUse(path) => Failure::InUse { path: text(&path) },
        StoreError::ReadOnly(path) => Failure::ReadOnly { path: text(&path) },
        StoreError::DiskFull(path) => Failure::DiskFull { path: text(&path) },
        StoreError::NotFound { noun } => Failure::NotFound { noun: noun.to_owned() },
        StoreError::Elsewhere { noun } => Failure::NotFound { noun },
        StoreError::NumberTaken { noun, number } => Failure::NumberTaken { noun, number },
        StoreError::ChangedMeanwhile { noun, label, fields } => {
            Failure::ChangedMeanwhile { noun: noun.to_owned(), label, fields }
        }
        StoreError::StillUsed => Failure::StillUsed,
        StoreError::NotAFile(path) => Failure::NotAPlainFile { path: text(&path) },
        StoreError::TooLarge { path, limit } => {
            Failure::FileTooLarge { path: text(&path), megabytes: limit >> 20 }
        }
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
        StoreError::File(error) => of_path(error),
        error @ (StoreError::Derivation(_) | StoreError::Sqlite(_) | StoreError::Shape(_)) => {
            Failure::Internal { reason: error.to_string() }
        }
    }
}

fn kept_state(kept: Kept) -> KeptState {
    match kept {
        Kept::Whole => KeptState::Whole,
        Kept::LogAlone => KeptState::LogAlone,
    }
}

/// Names the workspace in a failure that was met in the middle of a write, where its path was not at hand.
pub(crate) fn named(mut failure: Failure, workspace: &std::path::Path) -> Failure {
    if let Failure::DiskFull { path }
    | Failure::PageDamaged { path, .. }
    | Failure::ReadOnly { path }
    | Failure::InUse { path }
    | Failure::UnusablePath { path, problem: PathProblem::OutOfReach } = &mut failure
        && path.is_empty()
    {
        *path = workspace.display().to_string();
    }
    failure
}

/// What a file operation of the operating system failed with.
pub(crate) fn of_file(path: &std::path::Path, error: std::io::Error) -> Failure {
    of_path(FileError::of(path, error))
}

/// What stood against a path.
pub fn of_path(FileError { path, why }: FileError) -> Failure {
    let path = path.display().to_string();
    let problem = match why {
        Why::NoFile => return Failure::NoFile { path },
        Why::AlreadyThere => return Failure::AlreadyThere { path },
        Why::NotAllowed => return Failure::ReadOnly { path },
        Why::DiskFull => return Failure::DiskFull { path },
        Why::Other(error) => return Failure::FileTrouble { path, reason: error.to_string() },
        Why::Blank => PathProblem::Blank,
        Why::NameTooLong => PathProblem::NameTooLong,
        Why::BadName => PathProblem::BadName,
        Why::Link => PathProblem::Link,
        Why::Special => PathProblem::Special,
        Why::Folder => PathProblem::Folder,
        Why::Workspace => PathProblem::Workspace,
        Why::OtherKind => PathProblem::OtherKind,
        Why::NoFolder => PathProblem::NoFolder,
        Why::NotAFolder => PathProblem::NotAFolder,
        Why::WriteProtected => PathProblem::WriteProtected,
        Why::ReadOnlyDisk => PathProblem::ReadOnlyDisk,
        Why::TooLarge => PathProblem::TooLarge,
        Why::Busy => PathProblem::Busy,
        Why::OutOfReach => PathProblem::OutOfReach,
    };
    Failure::UnusablePath { path, problem }
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

/// The state as it crosses the line.
pub(crate) fn state_word(state: DocumentState) -> &'static str {
    match state {
        DocumentState::Draft => "draft",
        DocumentState::InReview => "in_review",
        DocumentState::Issued => "issued",
        DocumentState::Signed => "signed",
        DocumentState::Superseded => "superseded",
        DocumentState::Void => "void",
    }
}

#[cfg(test)]
mod tests {
    use hefu_domain::money::Money;
    use rust_decimal::Decimal;

    use super::*;

    #[test]
    fn a_sum_is_refused_by_the_field_that_is_wrong() {
        let told = |amount: &str, currency: &str| {
            let amount: Decimal = amount.parse().unwrap();
            match of_money("contract", &Money::in_code(amount, currency).unwrap_err()) {
                Failure::Invalid { noun, field, problem } => (noun, field, problem),
                other => panic!("{other:?}"),
            }
        };
        assert_eq!(told("1.00", "XYZ"), ("contract".into(), "currency".into(), Problem::Unknown));
        assert_eq!(told("1.001", "CNY"), ("contract".into(), "amount".into(), Problem::OutOfRange));
    }
}
