//! Requirements, deliverables and criteria from a table: previewed, held against the record, then taken whole or not at
//! all.

use std::path::Path;

use hefu_api::failure::TableProblem;
use hefu_api::import::{ImportChoices, ImportEncoding};
use hefu_api::scope::{
    CompareImport, ImportComparison, ImportPreview, ImportRow, ImportTable, ImportTarget, Imported,
    PreviewImport, TableSource, UnreadColumn,
};
use hefu_api::{Failure, Progress};
use hefu_domain::backup::Occasion;
use hefu_domain::journal::Act;
use hefu_domain::project::Project;
use hefu_exchange::{Book, FileKind, Preview, ReadError, ReadRow};
use uuid::Uuid;

use crate::acceptance::must_not_be_reported;
use crate::act::trails;
use crate::count::count;
use crate::failure::CommandError;
use crate::precaution::back_up_before;
use crate::session::{Action, OnProgress, Query};

mod comparison;
mod held;
mod plan;

use held::Held;
use plan::{Plan, plan};

/// A source that was read, and what was found in it.
struct Found {
    preview: Preview,
    encoding: Option<ImportEncoding>,
}

fn refused(path: &str, problem: TableProblem) -> CommandError {
    let failure = match path.is_empty() {
        true => Failure::UnreadablePaste { problem },
        false => Failure::UnreadableTable { path: path.to_owned(), problem },
    };
    failure.into()
}

fn book(
    source: &TableSource,
    choices: &ImportChoices,
    report: OnProgress<'_>,
) -> Result<(Book, String), CommandError> {
    let (read, path) = match source {
        TableSource::Pasted { text } => (Book::from_text(text), String::new()),
        TableSource::File { path } => {
            let file = crate::given::open(Path::new(path))?;
            let mut told = |done, total| report(Progress { done, total });
            (Book::from_file(file, choices.encoding.as_deref(), &mut told), path.clone())
        }
    };
    match read {
        Ok(book) => Ok((book, path)),
        Err(ReadError::Unreadable(reason)) => Err(Failure::FileTrouble { path, reason }.into()),
        Err(ReadError::Cancelled) => Err(Failure::Cancelled.into()),
        Err(error) => Err(refused(&path, problem(&error))),
    }
}

fn problem(error: &ReadError) -> TableProblem {
    match error {
        ReadError::Empty => TableProblem::Empty,
        ReadError::TooLarge { .. } | ReadError::TooManyRows { .. } | ReadError::TooManyColumns { .. } => {
            TableProblem::TooLarge
        }
        ReadError::OtherKind(kind) => of_kind(*kind),
        ReadError::Undecodable => TableProblem::Undecodable,
        ReadError::Damaged(_) => TableProblem::Damaged,
        ReadError::NotATable | ReadError::Unreadable(_) | ReadError::Cancelled => TableProblem::NotATable,
    }
}

fn of_kind(kind: FileKind) -> TableProblem {
    match kind {
        FileKind::OldWorkbook => TableProblem::OldWorkbook,
        FileKind::XmlWorkbook => TableProblem::XmlWorkbook,
        FileKind::Protected => TableProblem::Protected,
        FileKind::OldDocument => TableProblem::OldDocument,
        FileKind::Document => TableProblem::Document,
        FileKind::BinaryWorkbook => TableProblem::BinaryWorkbook,
        FileKind::OpenDocument => TableProblem::OpenDocument,
        FileKind::Presentation => TableProblem::Presentation,
        FileKind::Pdf => TableProblem::Pdf,
        FileKind::Numbers => TableProblem::Numbers,
        FileKind::Image => TableProblem::Image,
        FileKind::WebPage => TableProblem::WebPage,
        FileKind::RichText => TableProblem::RichText,
        FileKind::Archive => TableProblem::Archive,
    }
}

fn found(
    source: &TableSource,
    target: ImportTarget,
    choices: &ImportChoices,
    report: OnProgress<'_>,
) -> Result<Found, CommandError> {
    let (book, path) = book(source, choices, report)?;
    if let Some(name) = &choices.sheet {
        match book.grids.iter().find(|grid| grid.name == *name) {
            None => return Err(refused(&path, TableProblem::NoSuchSheet)),
            Some(grid) => {
                if let Some(fault) = &grid.fault {
                    return Err(refused(&path, problem(fault)));
                }
            }
        }
    }
    let preview = hefu_exchange::read(&book, target, choices);
    Ok(Found { preview, encoding: book.encoding })
}

/// What was found, for an import: a text that could be in several encodings is read in the one that was chosen.
fn certain(
    source: &TableSource,
    target: ImportTarget,
    choices: &ImportChoices,
    report: OnProgress<'_>,
) -> Result<Preview, CommandError> {
    let found = found(source, target, choices, report)?;
    match (source, found.encoding) {
        (TableSource::File { path }, Some(encoding)) if encoding.is_doubtful => {
            Err(refused(path, TableProblem::EncodingInDoubt))
        }
        _ => Ok(found.preview),
    }
}

pub(crate) fn preview_import(
    request: PreviewImport,
    report: OnProgress<'_>,
) -> Result<ImportPreview, CommandError> {
    let PreviewImport { target, source, choices } = request;
    let found = found(&source, target, &choices, report)?;
    let preview = found.preview.strict();
    Ok(ImportPreview {
        not_read: not_read(&preview),
        sheets: preview.sheets,
        encoding: found.encoding,
        columns: preview.columns,
        fields: target.fields().to_vec(),
        rows: preview.rows.into_iter().map(row).collect(),
        left_out: preview.left_out,
        tidied: preview.tidied,
        faults: preview.faults,
    })
}

fn row(row: ReadRow) -> ImportRow {
    let chapter = row.chapter.unwrap_or_default();
    ImportRow {
        sheet: row.sheet,
        row: row.row,
        is_hidden: row.is_hidden,
        number: row.number,
        chapter: if chapter.position > 0 { chapter.position.to_string() } else { String::new() },
        chapter_title: chapter.title,
        text: row.words,
        priority: row.priority,
        source: row.source,
        due: row.due,
        handed_over: row.handed_over,
        method: row.method,
        requirement: row.requirement,
        deliverable: row.deliverable,
    }
}

/// The columns with words of which nothing is made, and where words stand to the right of all that are read.
fn not_read(preview: &Preview) -> Vec<UnreadColumn> {
    let lost = preview.columns.iter().filter(|column| column.is_lost());
    let lost =
        lost.map(|column| UnreadColumn { address: column.address.clone(), heading: column.heading.clone() });
    let beyond = preview.sheets.iter().filter(|sheet| sheet.is_read).filter_map(|sheet| sheet.beyond.clone());
    lost.chain(beyond.map(|address| UnreadColumn { address, heading: String::new() })).collect()
}

/// What an import would do to the record, with identities that nothing else has.
fn planned(held: Held, target: ImportTarget, preview: &Preview) -> Result<Plan, usize> {
    let mut fresh = (1_u128..).map(Uuid::from_u128);
    // The identities never run out.
    plan(held, target, preview, &mut || fresh.next().unwrap_or_default())
}

pub(crate) fn compare_import(
    query: &mut Query<'_>,
    request: CompareImport,
) -> Result<impl FnOnce(OnProgress<'_>) -> Result<ImportComparison, CommandError> + use<>, CommandError> {
    let project: Project = query.reader().one(request.project.0)?;
    let held = Held::of(&query.reader(), project.id)?;
    Ok(move |report: OnProgress<'_>| {
        let preview = certain(&request.source, request.target, &request.choices, report)?;
        Ok(match planned(held, request.target, &preview) {
            Ok(plan) => comparison::told(plan, request.target),
            Err(faults) => ImportComparison { faults: count(faults), ..ImportComparison::default() },
        })
    })
}

pub(crate) fn import_table(
    request: ImportTable,
    report: OnProgress<'_>,
) -> Result<impl FnOnce(&mut Action<'_>) -> Result<Imported, CommandError> + use<>, CommandError> {
    let preview = certain(&request.source, request.target, &request.choices, report)?;
    Ok(move |action: &mut Action<'_>| import(action, &request, &preview))
}

fn import(
    action: &mut Action<'_>,
    request: &ImportTable,
    preview: &Preview,
) -> Result<Imported, CommandError> {
    must_not_be_reported(&action.reader(), request.project)?;
    let trails = trails(&action.reader(), request.project, None)?;
    back_up_before(action, Occasion::Import)?;
    let not_read = not_read(preview);
    let held = Held::of(&action.reader(), request.project)?;
    // At most a requirement, a deliverable, a chapter, a criterion and three links a row.
    let ids: Vec<Uuid> =
        (0..preview.rows.len() * 7).map(|_| action.outside.id()).collect::<Result<_, _>>()?;
    let mut ids = ids.into_iter();
    let plan = plan(held, request.target, preview, &mut || ids.next().unwrap_or_default())
        .map_err(|faults| Failure::ImportFaults { faults: count(faults) })?;
    let (added, changed, unchanged) = plan.counts();
    let links = count(plan.links.len());
    action.write(request.project, trails, |tx| {
        plan.requirements.iter().filter(|put| put.is_change()).try_for_each(|put| tx.put(&put.after))?;
        plan.deliverables.iter().filter(|put| put.is_change()).try_for_each(|put| tx.put(&put.after))?;
        plan.chapters.iter().filter(|put| put.is_change()).try_for_each(|put| tx.put(&put.after))?;
        plan.criteria.iter().filter(|put| put.is_change()).try_for_each(|put| tx.put(&put.after))?;
        plan.links.iter().try_for_each(|link| tx.put(link))?;
        let act = match request.target {
            ImportTarget::Requirements => Act::RequirementsImported { added, changed },
            ImportTarget::Deliverables => Act::DeliverablesImported { added, changed },
            ImportTarget::Criteria => Act::CriteriaImported { added, changed },
            ImportTarget::Case => Act::CaseImported { added, changed },
        };
        Ok((act, Imported { added, changed, unchanged, links, not_read }))
    })
}

#[cfg(test)]
mod tests;
