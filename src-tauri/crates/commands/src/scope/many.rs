//! Requirements, deliverables and criteria, several at once.

use hefu_api::scope::{
    CriterionChange, DeliverableChange, EditCriteria, EditDeliverables, EditRequirements, ManyEdited,
    RequirementChange,
};
use hefu_domain::acceptance::PresenterNote;
use hefu_domain::journal::Act;
use hefu_domain::party::Organisation;
use hefu_domain::project::Stack;
use hefu_domain::scope::{Chapter, Criterion, Deliverable, Link, Requirement};
use hefu_store::{Record, WriteTx};

use super::link::confirmed;
use crate::acceptance::must_not_be_reported;
use crate::act::trails;
use crate::failure::CommandError;
use crate::many::{each, of_project, remove_unused};
use crate::session::Action;

/// What a change over several records did, as the journal tells it.
enum Done {
    Set(&'static str),
    LinksConfirmed,
    Removed,
}

fn act(noun: &str, done: &Done, count: u32, links: u32) -> Act {
    let noun = noun.to_owned();
    match done {
        Done::Set(field) => Act::ManyEdited { noun, field: (*field).to_owned(), count },
        Done::LinksConfirmed => Act::LinksConfirmed { count: links },
        Done::Removed => Act::ManyRemoved { noun, count },
    }
}

/// Confirms every suspect one among the links of a record; how many there were.
fn confirm_links(tx: &WriteTx<'_>, links: &[Link]) -> Result<u32, CommandError> {
    let mut count = 0;
    for link in links {
        let now = confirmed(tx, link)?;
        if now != *link {
            tx.put(&now)?;
            count += 1;
        }
    }
    Ok(count)
}

fn remove_links(tx: &WriteTx<'_>, links: &[Link]) -> Result<(), CommandError> {
    links.iter().try_for_each(|link| Ok(tx.remove::<Link>(link.key())?))
}

pub(crate) fn edit_requirements(
    action: &mut Action<'_>,
    request: EditRequirements,
) -> Result<ManyEdited, CommandError> {
    let EditRequirements { project, requirements, change } = request;
    let trails = trails(&action.reader(), project, None)?;
    action.write(project, trails, |tx| {
        let mut links = 0;
        let changed = each(tx, requirements.iter().map(|id| id.0), |record: Requirement| {
            of_project("requirement", project, record.project)?;
            let id = record.id;
            match &change {
                RequirementChange::Priority { priority } => {
                    tx.put(&Requirement { priority: *priority, ..record })?;
                }
                RequirementChange::Stack { stack } => {
                    stack.map(|id| tx.one::<Stack>(id.0)).transpose()?;
                    tx.put(&Requirement { stack: *stack, ..record })?;
                }
                RequirementChange::LinksConfirmed => {
                    links += confirm_links(tx, &tx.links_of_requirement(id)?)?;
                }
                RequirementChange::Removed => {
                    remove_links(tx, &tx.links_of_requirement(id)?)?;
                    remove_unused(tx, &record)?;
                }
            }
            Ok(())
        })?;
        let done = match change {
            RequirementChange::Priority { .. } => Done::Set("priority"),
            RequirementChange::Stack { .. } => Done::Set("stack"),
            RequirementChange::LinksConfirmed => Done::LinksConfirmed,
            RequirementChange::Removed => Done::Removed,
        };
        Ok((act("requirement", &done, changed, links), ManyEdited { changed }))
    })
}

pub(crate) fn edit_deliverables(
    action: &mut Action<'_>,
    request: EditDeliverables,
) -> Result<ManyEdited, CommandError> {
    let EditDeliverables { project, deliverables, change } = request;
    let trails = trails(&action.reader(), project, None)?;
    action.write(project, trails, |tx| {
        let mut links = 0;
        let changed = each(tx, deliverables.iter().map(|id| id.0), |record: Deliverable| {
            of_project("deliverable", project, record.project)?;
            let id = record.id;
            match &change {
                DeliverableChange::Due { due } => tx.put(&Deliverable { due: *due, ..record })?,
                DeliverableChange::HandedOver { handed_over } => {
                    tx.put(&Deliverable { handed_over: *handed_over, ..record })?;
                }
                DeliverableChange::Organisation { organisation } => {
                    organisation.map(|id| tx.one::<Organisation>(id.0)).transpose()?;
                    tx.put(&Deliverable { organisation: *organisation, ..record })?;
                }
                DeliverableChange::Stack { stack } => {
                    stack.map(|id| tx.one::<Stack>(id.0)).transpose()?;
                    tx.put(&Deliverable { stack: *stack, ..record })?;
                }
                DeliverableChange::LinksConfirmed => {
                    links += confirm_links(tx, &tx.links_of_deliverable(id)?)?;
                }
                DeliverableChange::Removed => {
                    remove_links(tx, &tx.links_of_deliverable(id)?)?;
                    remove_unused(tx, &record)?;
                }
            }
            Ok(())
        })?;
        let done = match change {
            DeliverableChange::Due { .. } => Done::Set("due"),
            DeliverableChange::HandedOver { .. } => Done::Set("handed_over"),
            DeliverableChange::Organisation { .. } => Done::Set("organisation"),
            DeliverableChange::Stack { .. } => Done::Set("stack"),
            DeliverableChange::LinksConfirmed => Done::LinksConfirmed,
            DeliverableChange::Removed => Done::Removed,
        };
        Ok((act("deliverable", &done, changed, links), ManyEdited { changed }))
    })
}

pub(crate) fn edit_criteria(
    action: &mut Action<'_>,
    request: EditCriteria,
) -> Result<ManyEdited, CommandError> {
    let EditCriteria { project, criteria, change } = request;
    must_not_be_reported(&action.reader(), project)?;
    let trails = trails(&action.reader(), project, None)?;
    action.write(project, trails, |tx| {
        let mut links = 0;
        let changed = each(tx, criteria.iter().map(|id| id.0), |record: Criterion| {
            of_project("criterion", project, record.project)?;
            let id = record.id;
            match &change {
                CriterionChange::Chapter { chapter } => {
                    of_project("chapter", project, tx.one::<Chapter>(chapter.0)?.project)?;
                    if record.chapter != *chapter {
                        let position = tx.next_criterion_position(*chapter)?;
                        tx.put(&Criterion { chapter: *chapter, position, ..record })?;
                    }
                }
                CriterionChange::Method { method } => tx.put(&Criterion { method: *method, ..record })?,
                CriterionChange::LinksConfirmed => {
                    links += confirm_links(tx, &tx.links_of_criterion(id)?)?;
                }
                CriterionChange::Removed => {
                    remove_links(tx, &tx.links_of_criterion(id)?)?;
                    if let Some(note) = tx.presenter_note_to(id)? {
                        tx.remove::<PresenterNote>(note.id.0)?;
                    }
                    remove_unused(tx, &record)?;
                }
            }
            Ok(())
        })?;
        let done = match change {
            CriterionChange::Chapter { .. } => Done::Set("chapter"),
            CriterionChange::Method { .. } => Done::Set("method"),
            CriterionChange::LinksConfirmed => Done::LinksConfirmed,
            CriterionChange::Removed => Done::Removed,
        };
        Ok((act("criterion", &done, changed, links), ManyEdited { changed }))
    })
}
