use hefu_api::acceptance::{ListRounds, RoundList, RoundSaved, SaveRound};
use hefu_domain::acceptance::Round;
use hefu_domain::id::RoundId;
use hefu_domain::journal::Act;

use super::round_must_be_open;
use crate::act::trails;
use crate::failure::{Trouble, filled};
use crate::session::{Action, Query};

pub(crate) fn list_rounds(query: &mut Query<'_>, request: ListRounds) -> Result<RoundList, Trouble> {
    let rounds = query.reader().list("project = ?1 ORDER BY rowid", [request.project.to_string()])?;
    Ok(RoundList { rounds })
}

pub(crate) fn save_round(action: &mut Action<'_>, request: SaveRound) -> Result<RoundSaved, Trouble> {
    let number = filled("round", "number", &request.number)?.to_owned();
    if let Some(round) = request.round {
        round_must_be_open(&action.reader(), round)?;
    }
    let trails = trails(&action.reader(), request.project, None)?;
    let fresh = RoundId(action.outside.id()?);
    action.write(request.project, trails, |door| {
        let before = request.round.map(|id| door.one::<Round>(id.0)).transpose()?;
        let mut rounds: Vec<Round> = door.list("project = ?1", [request.project.to_string()])?;
        rounds.retain(|round| round.kind == request.kind && Some(round.id) != request.round);
        let last = rounds.iter().map(|round| round.ordinal).max().unwrap_or_default();
        let record = Round {
            id: request.round.unwrap_or(fresh),
            project: request.project,
            number: number.clone(),
            kind: request.kind,
            ordinal: before.as_ref().map_or(last + 1, |round| round.ordinal),
            planned: request.planned,
            notice: request.notice,
            meeting: request.meeting,
            conclusion: before.as_ref().and_then(|round| round.conclusion),
        };
        door.put(&record)?;
        let act = match before {
            Some(_) => Act::RoundEdited { number },
            None => Act::RoundAdded { number },
        };
        Ok((act, RoundSaved { round: record.id }))
    })
}
