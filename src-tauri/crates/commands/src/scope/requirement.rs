//! Requirements, one at a time.

use hefu_api::scope::{Removed, RequirementRef, RequirementSaved, SaveRequirement};
use hefu_domain::id::RequirementId;
use hefu_domain::journal::Act;
use hefu_domain::scope::{Link, Requirement};
use hefu_store::Record;

use crate::act::trails;
use crate::failure::{CommandError, filled, said};
use crate::session::Action;

pub(crate) fn save_requirement(
    action: &mut Action<'_>,
    request: SaveRequirement,
) -> Result<RequirementSaved, CommandError> {
    let number = filled("requirement", "number", &request.number)?.to_owned();
    said("requirement", "title", &request.title)?;
    let trails = trails(&action.reader(), request.project, request.stack)?;
    let fresh = RequirementId(action.outside.id()?);
    action.write(request.project, trails, |tx| {
        let before = request.requirement.map(|id| tx.before::<Requirement>(id.0)).transpose()?;
        let record = tx.save(Requirement {
            id: request.requirement.unwrap_or(fresh),
            project: request.project,
            number,
            title: before.as_ref().map(|r| r.title.clone()).unwrap_or_default().revise(&request.title),
            priority: request.priority,
            stack: request.stack,
            source: request.source,
        })?;
        let number = record.number.clone();
        let act = match before {
            Some(_) => Act::RequirementEdited { number },
            None => Act::RequirementAdded { number },
        };
        Ok((act, RequirementSaved { requirement: record.id }))
    })
}

pub(crate) fn remove_requirement(
    action: &mut Action<'_>,
    request: RequirementRef,
) -> Result<Removed, CommandError> {
    let record: Requirement = action.reader().one(request.requirement.0)?;
    let trails = trails(&action.reader(), record.project, record.stack)?;
    action.write(record.project, trails, |tx| {
        // Its links go with it; undo brings both back.
        for link in tx.links_of_requirement(record.id)? {
            tx.remove::<Link>(link.key())?;
        }
        tx.remove::<Requirement>(record.id.0)?;
        Ok((Act::RequirementRemoved { number: record.number }, Removed {}))
    })
}
