//! The rounds of a project: listed, added, edited.

use hefu_api::acceptance::{ListRounds, RoundList, RoundSaved, SaveRound};
use hefu_domain::acceptance::Round;
use hefu_domain::id::RoundId;
use hefu_domain::journal::Act;

use super::round_must_be_open;
use crate::act::trails;
use crate::failure::{CommandError, filled};
use crate::session::{Action, Query};

pub(crate) fn list_rounds(query: &mut Query<'_>, request: ListRounds) -> Result<RoundList, CommandError> {
    let rounds = query.reader().rounds_of(request.project)?;
    Ok(RoundList { rounds })
}

pub(crate) fn save_round(action: &mut Action<'_>, request: SaveRound) -> Result<RoundSaved, CommandError> {
    let number = filled("round", "number", &request.number)?.to_owned();
    if let Some(round) = request.round {
        round_must_be_open(&action.reader(), round)?;
    }
    let trails = trails(&action.reader(), request.project, None)?;
    let fresh = RoundId(action.outside.id()?);
    action.write(request.project, trails, |tx| {
        let before = request.round.map(|id| tx.before::<Round>(id.0)).transpose()?;
        let ordinal = match &before {
            Some(round) => round.ordinal,
            None => {
                let next = tx.next_ordinal::<Round>(request.project, request.kind.code())?;
                u32::try_from(next).unwrap_or(u32::MAX)
            }
        };
        let record = tx.save(Round {
            id: request.round.unwrap_or(fresh),
            project: request.project,
            number,
            kind: request.kind,
            ordinal,
            planned: request.planned,
            notice: request.notice,
            meeting: request.meeting,
            conclusion: before.as_ref().and_then(|round| round.conclusion),
        })?;
        let number = record.number.clone();
        let act = match before {
            Some(_) => Act::RoundEdited { number },
            None => Act::RoundAdded { number },
        };
        Ok((act, RoundSaved { round: record.id }))
    })
}
