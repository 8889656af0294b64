//! Records of the registers, of whichever kind: reading, saving and removing them.

mod acts;
mod check;
mod engines;
mod facts;
mod page;
mod pending;
mod row;

use hefu_api::register::{
    KeptKind, KeptRecord, KeptRef, ListRecords, RecordList, RecordSaved, Removed, SaveRecord,
};
use hefu_domain::id::{ProjectId, StackId};
use hefu_domain::journal::Act;
use hefu_domain::project::Project;
use hefu_domain::register::{self, Kept, Place, RecordFields};
use hefu_store::{Record, WriteTx};
use uuid::Uuid;

use crate::act::{added, edited, trails};
use crate::failure::{CommandError, filled};
use crate::session::{Action, Query};

pub(crate) use acts::{decide_change, risk_happened};
pub(crate) use check::named as named_are_there;
pub(crate) use page::register_page;
pub(crate) use pending::pending;

pub(crate) fn list_records(query: &mut Query<'_>, request: ListRecords) -> Result<RecordList, CommandError> {
    let asked = |kind: &&KeptKind| request.kinds.is_empty() || request.kinds.contains(kind);
    if let Some(project) = request.project {
        query.reader().one::<Project>(project.0)?;
    }
    let mut records = Vec::new();
    for kind in KeptKind::ALL.iter().filter(asked) {
        records.extend(query.reader().kept(*kind, request.project)?);
    }
    Ok(RecordList { records })
}

pub(crate) fn record(query: &mut Query<'_>, request: KeptRef) -> Result<KeptRecord, CommandError> {
    Ok(query.reader().kept_one(request.kind, request.record)?)
}

pub(crate) fn remove_record(action: &mut Action<'_>, request: KeptRef) -> Result<Removed, CommandError> {
    let KeptRef { kind, record } = request;
    let Place { project, stack, .. } = action.reader().kept_one(kind, record)?.place();
    macro_rules! removed {
        ($($kind:ident $fields:ident,)+) => {
            match kind {
                $(KeptKind::$kind => remove::<register::$kind>(action, project, stack, record),)+
            }
        };
    }
    hefu_domain::kept_kinds!(removed)
}

pub(crate) fn save_record(action: &mut Action<'_>, request: SaveRecord) -> Result<RecordSaved, CommandError> {
    let SaveRecord { record, project, stack, number, fields } = request;
    let asked = Asked { record, project, stack, number };
    check::sound(&fields)?;
    macro_rules! saved {
        ($($kind:ident $fields:ident,)+) => {
            match fields {
                $(RecordFields::$kind(fields) => save::<register::$kind>(action, asked, fields),)+
            }
        };
    }
    hefu_domain::kept_kinds!(saved)
}

/// Which record is written, and whose it is.
struct Asked {
    record: Option<Uuid>,
    project: ProjectId,
    stack: Option<StackId>,
    number: Option<String>,
}

fn save<R: Record + Kept>(
    action: &mut Action<'_>,
    asked: Asked,
    fields: R::Fields,
) -> Result<RecordSaved, CommandError> {
    let Asked { record, project, stack, number } = asked;
    let number = number.map(|number| filled(R::TABLE, "number", &number).map(str::to_owned)).transpose()?;
    let trails = trails(&action.reader(), project, stack)?;
    let fresh = action.outside.id()?;
    action.write(project, trails, |tx| {
        let before = record.map(|id| tx.before::<R>(id)).transpose()?;
        let number = match (number, &before) {
            (Some(number), _) => number,
            (None, Some(before)) => before.place().number,
            (None, None) => numbered::<R>(tx, project)?,
        };
        let place = Place { id: record.unwrap_or(fresh), project, stack, number };
        let is_new = before.is_none();
        let record = R::made(place, before.as_ref(), fields);
        check::named(tx, project, &record)?;
        let record = tx.save(record)?;
        let act = if is_new { added(&record) } else { edited(&record) };
        Ok((act, RecordSaved { record: record.key(), number: record.place().number }))
    })
}

/// The next number of a kind in its project.
pub(crate) fn numbered<R: Record + Kept>(
    tx: &WriteTx<'_>,
    project: ProjectId,
) -> Result<String, CommandError> {
    Ok(format!("{}{:02}", R::SERIES, tx.next_number::<R>(project, R::SERIES)?))
}

fn remove<R: Record>(
    action: &mut Action<'_>,
    project: ProjectId,
    stack: Option<StackId>,
    record: Uuid,
) -> Result<Removed, CommandError> {
    let trails = trails(&action.reader(), project, stack)?;
    action.write(project, trails, |tx| {
        let called = tx.one::<R>(record)?.called();
        tx.remove::<R>(record)?;
        Ok((Act::RecordRemoved { noun: R::NOUN, en: called.en, zh: called.zh }, Removed {}))
    })
}
