//! Requirements, one at a time.

use hefu_api::scope::{Removed, RequirementRef, RequirementSaved, SaveRequirement};
use hefu_domain::id::RequirementId;
use hefu_domain::journal::Act;
use hefu_domain::scope::{Link, Requirement};
use hefu_store::Record;

use crate::act::trails;
use crate::failure::{Trouble, filled, said};
use crate::session::Action;

pub(crate) fn save_requirement(
    action: &mut Action<'_>,
    request: SaveRequirement,
) -> Result<RequirementSaved, Trouble> {
    let number = filled("requirement", "number", &request.number)?.to_owned();
    said("requirement", "title", &request.title)?;
    let trails = trails(&action.reader(), request.project, request.stack)?;
    let fresh = RequirementId(action.outside.id()?);
    action.write(request.project, trails, |door| {
        let before = request.requirement.map(|id| door.before::<Requirement>(id.0)).transpose()?;
        let record = door.save(Requirement {
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
) -> Result<Removed, Trouble> {
    let record: Requirement = action.reader().one(request.requirement.0)?;
    let trails = trails(&action.reader(), record.project, record.stack)?;
    action.write(record.project, trails, |door| {
        // Its links go with it; undo brings both back.
        for link in door.links_of_requirement(record.id)? {
            door.remove::<Link>(link.key())?;
        }
        door.remove::<Requirement>(record.id.0)?;
        Ok((Act::RequirementRemoved { number: record.number }, Removed {}))
    })
}
