//! Waivers: granted by somebody other than who asks, and ended by hand or by their last day.

use hefu_api::Failure;
use hefu_api::failure::Problem;
use hefu_api::gate::{EndWaiver, GrantWaiver, WaiverEnded, WaiverGranted};
use hefu_domain::id::WaiverId;
use hefu_domain::journal::Act;
use hefu_domain::party::Person;
use hefu_domain::register::{Gate, Waiver};
use hefu_domain::text::Text;

use super::acts::condition;
use crate::act::trails;
use crate::failure::{CommandError, fits, invalid, said};
use crate::register::named_are_there;
use crate::session::Action;

const NOUN: &str = "waiver";

/// Errors: it has no reason or nobody who approves; who asks approves; its last day is past.
pub(crate) fn grant_waiver(
    action: &mut Action<'_>,
    request: GrantWaiver,
) -> Result<WaiverGranted, CommandError> {
    said(NOUN, "reason", &request.reason)?;
    fits(NOUN, "measure", &request.measure)?;
    if request.approved_by.is_empty() {
        return Err(invalid(NOUN, "approved_by", Problem::Blank).into());
    }
    if request.expires < action.today {
        return Err(invalid(NOUN, "expires", Problem::OutOfRange).into());
    }
    let requester: Person = action.reader().one(request.requested_by.0)?;
    if request.approved_by.contains(&requester.id) {
        return Err(Failure::OwnWaiver { name: requester.name.words() }.into());
    }
    let gate: Gate = action.reader().one(request.gate.0)?;
    let asked = condition(&gate, &request.condition)?;
    let title = Text::reviewed(asked.title.en.as_str(), asked.title.zh.as_str());
    let id = WaiverId(action.outside.id()?);
    let today = action.today;
    let trails = trails(&action.reader(), gate.project, gate.stack)?;
    action.write(gate.project, trails, |tx| {
        let number = tx.next_number::<Waiver>(gate.project, Waiver::SERIES)?;
        let number = format!("{}{number:02}", Waiver::SERIES);
        let waiver = Waiver {
            id,
            project: gate.project,
            stack: gate.stack,
            number: number.clone(),
            title,
            gate: gate.id,
            condition: request.condition,
            reason: Text::draft(&request.reason),
            measure: Text::draft(&request.measure),
            requested_by: request.requested_by,
            approved_by: request.approved_by,
            granted: today,
            expires: request.expires,
            ended: None,
        };
        named_are_there(tx, gate.project, &waiver)?;
        tx.put(&waiver)?;
        let act = Act::WaiverGranted { number: number.clone(), gate: gate.number, expires: request.expires };
        Ok((act, WaiverGranted { waiver: id, number }))
    })
}

/// Errors: it was ended before.
pub(crate) fn end_waiver(action: &mut Action<'_>, request: EndWaiver) -> Result<WaiverEnded, CommandError> {
    let waiver: Waiver = action.reader().one(request.waiver.0)?;
    if waiver.ended.is_some() {
        return Err(invalid(NOUN, "ended", Problem::OutOfRange).into());
    }
    let gate: Gate = action.reader().one(waiver.gate.0)?;
    let trails = trails(&action.reader(), waiver.project, waiver.stack)?;
    let today = action.today;
    action.write(waiver.project, trails, |tx| {
        let act = Act::WaiverEnded { number: waiver.number.clone(), gate: gate.number };
        tx.put(&Waiver { ended: Some(today), ..waiver })?;
        Ok((act, WaiverEnded {}))
    })
}
