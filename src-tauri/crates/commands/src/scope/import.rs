//! Requirements and criteria from a table: previewed first, then taken whole or not at all.

use std::collections::HashMap;
use std::path::Path;

use hefu_api::Failure;
use hefu_api::failure::TableProblem;
use hefu_api::scope::{
    ImportColumn, ImportFault, ImportPreview, ImportProblem, ImportRow, ImportTable, ImportTarget, Imported,
    PreviewImport, TableSource,
};
use hefu_domain::backup::Occasion;
use hefu_domain::id::{ChapterId, CriterionId, ProjectId, RequirementId};
use hefu_domain::journal::Act;
use hefu_domain::scope::{Chapter, Criterion, Requirement};
use hefu_domain::text::Text;
use hefu_exchange::{Column, Fault, Problem, ReadError, Table};
use hefu_store::Door;
use serde::Serialize;

use crate::acceptance::{count, must_not_be_reported};
use crate::act::trails;
use crate::failure::{Trouble, of_file};
use crate::session::{Action, Report};
use crate::workspace::back_up_before;

fn table(source: &TableSource) -> Result<Table, Trouble> {
    let (read, path) = match source {
        TableSource::Pasted { text } => (Table::from_text(text), String::new()),
        TableSource::File { path } => {
            let file = Path::new(path);
            let bytes = std::fs::read(file).map_err(|e| of_file(file, &e))?;
            (Table::from_bytes(&bytes), path.clone())
        }
    };
    read.map_err(|error| {
        let problem = match error {
            ReadError::Empty => TableProblem::Empty,
            ReadError::TooLarge { .. } | ReadError::TooManyRows { .. } | ReadError::TooManyColumns { .. } => {
                TableProblem::TooLarge
            }
            ReadError::OldOrProtected => TableProblem::OldOrProtected,
            ReadError::NotATable => TableProblem::NotATable,
            ReadError::Undecodable => TableProblem::Undecodable,
            ReadError::Damaged(_) => TableProblem::Damaged,
        };
        Failure::UnreadableTable { path, problem }.into()
    })
}

fn problem(found: Problem) -> ImportProblem {
    match found {
        Problem::MissingColumn => ImportProblem::MissingColumn,
        Problem::Blank => ImportProblem::Blank,
        Problem::Duplicate => ImportProblem::Duplicate,
        Problem::UnknownWord => ImportProblem::UnknownWord,
        Problem::TooLong => ImportProblem::TooLong,
        Problem::Contradiction => ImportProblem::Contradiction,
    }
}

pub(crate) fn preview_import(request: PreviewImport, _: Report<'_>) -> Result<ImportPreview, Trouble> {
    let table = table(&request.source)?;
    Ok(match request.target {
        ImportTarget::Requirements => {
            let preview = hefu_exchange::requirements(&table);
            let rows = preview.rows.into_iter().map(|row| ImportRow {
                row: row.row,
                number: row.number,
                chapter: String::new(),
                text: row.title,
            });
            view(&preview.columns, rows.collect(), &preview.faults)
        }
        ImportTarget::Criteria => {
            let preview = hefu_exchange::criteria(&table);
            let rows = preview.rows.into_iter().map(|row| ImportRow {
                row: row.row,
                number: row.number,
                chapter: row.chapter.position.to_string(),
                text: row.text,
            });
            view(&preview.columns, rows.collect(), &preview.faults)
        }
    })
}

fn view<F: Serialize>(columns: &[Column<F>], rows: Vec<ImportRow>, faults: &[Fault]) -> ImportPreview {
    let columns = columns.iter().map(|column| ImportColumn {
        address: column.address.clone(),
        heading: column.heading.clone(),
        field: column.field.as_ref().and_then(|field| {
            serde_json::to_value(field).ok().and_then(|name| name.as_str().map(str::to_owned))
        }),
    });
    let faults = faults.iter().map(|fault| ImportFault {
        row: fault.row,
        column: fault.column.clone(),
        problem: problem(fault.problem),
        value: fault.value.clone(),
    });
    ImportPreview { columns: columns.collect(), rows, faults: faults.collect() }
}

pub(crate) fn import_table(action: &mut Action<'_>, request: ImportTable) -> Result<Imported, Trouble> {
    let table = table(&request.source)?;
    must_not_be_reported(&action.reader(), request.project)?;
    let trails = trails(&action.reader(), request.project, None)?;
    back_up_before(action, Occasion::Import)?;
    let refuse = |faults: Vec<Fault>| Failure::ImportFaults { faults: count(faults.len()) };
    match request.target {
        ImportTarget::Requirements => {
            let rows = hefu_exchange::requirements(&table).accept().map_err(refuse)?;
            let ids = fresh(action, rows.len(), RequirementId)?;
            action.write(request.project, trails, |door| {
                let counts = put_requirements(door, request.project, rows, ids)?;
                let Imported { added, changed } = counts;
                Ok((Act::RequirementsImported { added, changed }, counts))
            })
        }
        ImportTarget::Criteria => {
            let rows = hefu_exchange::criteria(&table).accept().map_err(refuse)?;
            let ids = fresh(action, rows.len(), CriterionId)?;
            let chapters = fresh(action, rows.len(), ChapterId)?;
            action.write(request.project, trails, |door| {
                let counts = put_criteria(door, request.project, rows, ids, chapters)?;
                let Imported { added, changed } = counts;
                Ok((Act::CriteriaImported { added, changed }, counts))
            })
        }
    }
}

fn fresh<T>(action: &mut Action<'_>, n: usize, id: impl Fn(uuid::Uuid) -> T) -> Result<Vec<T>, Trouble> {
    (0..n).map(|_| Ok(id(action.outside.id()?))).collect()
}

/// A row whose number the record has changes that record; the others are added.
fn put_requirements(
    door: &Door<'_>,
    project: ProjectId,
    rows: Vec<hefu_exchange::RequirementRow>,
    ids: Vec<RequirementId>,
) -> Result<Imported, Trouble> {
    let held: Vec<Requirement> = door.list("project = ?1", [project.to_string()])?;
    let held: HashMap<String, Requirement> = held.into_iter().map(|r| (r.number.clone(), r)).collect();
    let mut counts = Imported { added: 0, changed: 0 };
    for (row, id) in rows.into_iter().zip(ids) {
        let before = held.get(&row.number);
        let record = Requirement {
            id: before.map_or(id, |r| r.id),
            project,
            title: before.map(|r| r.title.clone()).unwrap_or_default().revise(&row.title),
            priority: row.priority,
            stack: before.and_then(|r| r.stack),
            source: row.source,
            number: row.number,
        };
        tell(&mut counts, before, &record);
        door.put(&record)?;
    }
    Ok(counts)
}

fn tell<T: PartialEq>(counts: &mut Imported, before: Option<&T>, after: &T) {
    match before {
        None => counts.added += 1,
        Some(before) if before != after => counts.changed += 1,
        Some(_) => {}
    }
}

fn put_criteria(
    door: &Door<'_>,
    project: ProjectId,
    rows: Vec<hefu_exchange::CriterionRow>,
    ids: Vec<CriterionId>,
    chapter_ids: Vec<ChapterId>,
) -> Result<Imported, Trouble> {
    let held: Vec<Criterion> = door.list("project = ?1", [project.to_string()])?;
    let held: HashMap<String, Criterion> = held.into_iter().map(|c| (c.number.clone(), c)).collect();
    let known: Vec<Chapter> = door.list("project = ?1", [project.to_string()])?;
    let mut chapters: HashMap<u32, ChapterId> = known.into_iter().map(|c| (c.position, c.id)).collect();
    let mut last: HashMap<ChapterId, u32> = HashMap::new();
    for criterion in held.values() {
        let slot = last.entry(criterion.chapter).or_default();
        *slot = (*slot).max(criterion.position);
    }
    let mut counts = Imported { added: 0, changed: 0 };
    for ((row, id), chapter_id) in rows.into_iter().zip(ids).zip(chapter_ids) {
        let chapter = match chapters.get(&row.chapter.position) {
            Some(id) => *id,
            None => {
                let title = Text::draft(&row.chapter.title);
                door.put(&Chapter { id: chapter_id, project, position: row.chapter.position, title })?;
                chapters.insert(row.chapter.position, chapter_id);
                chapter_id
            }
        };
        let before = held.get(&row.number);
        let slot = last.entry(chapter).or_default();
        if before.is_none() {
            *slot += 1;
        }
        let record = Criterion {
            id: before.map_or(id, |c| c.id),
            project,
            chapter,
            position: before.map_or(*slot, |c| c.position),
            text: before.map(|c| c.text.clone()).unwrap_or_default().revise(&row.text),
            method: row.method,
            number: row.number,
        };
        tell(&mut counts, before, &record);
        door.put(&record)?;
    }
    Ok(counts)
}
