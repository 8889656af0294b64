//! Deliverables, one at a time.

use hefu_api::scope::{DeliverableRef, DeliverableSaved, Removed, SaveDeliverable};
use hefu_domain::id::DeliverableId;
use hefu_domain::journal::Act;
use hefu_domain::scope::{Deliverable, Link};
use hefu_store::Record;

use crate::act::trails;
use crate::failure::{CommandError, filled, said};
use crate::session::Action;

pub(crate) fn save_deliverable(
    action: &mut Action<'_>,
    request: SaveDeliverable,
) -> Result<DeliverableSaved, CommandError> {
    let number = filled("deliverable", "number", &request.number)?.to_owned();
    said("deliverable", "title", &request.title)?;
    let trails = trails(&action.reader(), request.project, request.stack)?;
    let fresh = DeliverableId(action.outside.id()?);
    action.write(request.project, trails, |tx| {
        let before = request.deliverable.map(|id| tx.before::<Deliverable>(id.0)).transpose()?;
        let record = tx.save(Deliverable {
            id: request.deliverable.unwrap_or(fresh),
            project: request.project,
            number,
            title: before.as_ref().map(|d| d.title.clone()).unwrap_or_default().revise(&request.title),
            stack: request.stack,
            organisation: request.organisation,
            due: request.due,
            handed_over: request.handed_over,
        })?;
        let number = record.number.clone();
        let act = match before {
            Some(_) => Act::DeliverableEdited { number },
            None => Act::DeliverableAdded { number },
        };
        Ok((act, DeliverableSaved { deliverable: record.id }))
    })
}

pub(crate) fn remove_deliverable(
    action: &mut Action<'_>,
    request: DeliverableRef,
) -> Result<Removed, CommandError> {
    let record: Deliverable = action.reader().one(request.deliverable.0)?;
    let trails = trails(&action.reader(), record.project, record.stack)?;
    action.write(record.project, trails, |tx| {
        for link in tx.links_of_deliverable(record.id)? {
            tx.remove::<Link>(link.key())?;
        }
        tx.remove::<Deliverable>(record.id.0)?;
        Ok((Act::DeliverableRemoved { number: record.number }, Removed {}))
    })
}
