//! Marking a criterion, and concluding a round.

use chrono::{DateTime, FixedOffset};
use hefu_api::Failure;
use hefu_api::acceptance::{ConcludeRound, CriterionMarked, MarkCriterion, RoundSaved};
use hefu_api::failure::Problem;
use hefu_domain::acceptance::{Finding, Mark, Round, Tally, admissible, marks};
use hefu_domain::id::{CriterionId, FindingId, PersonId};
use hefu_domain::journal::Act;
use hefu_domain::scope::Criterion;
use hefu_domain::text::{Text, Words};
use hefu_store::{Reader, WriteTx};

use super::round_must_be_open;
use crate::act::trails;
use crate::failure::{CommandError, fits, invalid};
use crate::session::Action;

/// The mark of every criterion of the round's project in this round.
pub(super) fn marks_of(reader: &Reader<'_>, round: &Round) -> Result<Vec<(CriterionId, Mark)>, CommandError> {
    let findings = reader.findings_of(round.id)?;
    let ids: Vec<CriterionId> =
        reader.criteria_of(round.project)?.iter().map(|criterion| criterion.id).collect();
    Ok(marks(round.id, &ids, &findings))
}

pub(crate) fn mark_criterion(
    action: &mut Action<'_>,
    request: MarkCriterion,
) -> Result<CriterionMarked, CommandError> {
    for (field, words) in [("measured", &request.measured), ("remark", &request.remark)] {
        if let Some(words) = words {
            fits("finding", field, words)?;
        }
    }
    let round: Round = action.reader().one(request.round.0)?;
    round_must_be_open(&action.reader(), round.id)?;
    let trails = trails(&action.reader(), round.project, None)?;
    let marking = Marking {
        mark: request.mark,
        measured: request.measured,
        remark: request.remark,
        witness: request.witness,
        at: action.now,
        by: action.person()?,
    };
    let fresh = FindingId(action.outside.id()?);
    action.write(round.project, trails, |tx| {
        let criterion: Criterion = tx.one(request.criterion.0)?;
        mark(tx, &round, &criterion, &marking, fresh)?;
        let tally = Tally::of(marks_of(tx, &round)?.into_iter().map(|(_, mark)| mark));
        let act = Act::CriterionMarked { number: criterion.number, mark: marking.mark };
        Ok((act, CriterionMarked { tally }))
    })
}

/// How a criterion is marked, by whom and when; what is none is left as it stands.
pub(super) struct Marking {
    pub mark: Mark,
    pub measured: Option<Words>,
    pub remark: Option<Words>,
    pub witness: Option<PersonId>,
    pub at: DateTime<FixedOffset>,
    /// Whoever works in the workspace, where it is known which person that is.
    pub by: Option<PersonId>,
}

/// Puts the finding of one criterion. Errors: passed with remark, and no remark stands.
pub(super) fn mark(
    tx: &WriteTx<'_>,
    round: &Round,
    criterion: &Criterion,
    marking: &Marking,
    fresh: FindingId,
) -> Result<(), CommandError> {
    let before = tx.finding_of(round.id, criterion.id)?;
    let before = before.map(|finding| tx.before::<Finding>(finding.id.0)).transpose()?;
    let was = before.clone().unwrap_or_else(|| blank(fresh, round, criterion));
    let revised = |was: &Text, words: &Option<Words>| {
        words.as_ref().map_or_else(|| was.clone(), |words| was.revise(words))
    };
    let mut record = Finding {
        mark: marking.mark,
        measured: revised(&was.measured, &marking.measured),
        remark: revised(&was.remark, &marking.remark),
        witness: marking.witness.or(was.witness),
        ..was
    };
    // Marking the same again is nothing new, so it does not move the hour.
    if before.as_ref() != Some(&record) {
        record.marked_at = Some(marking.at);
        record.marked_by = marking.by;
    }
    let record = tx.brought_to_now(record)?;
    if matches!(record.mark, Mark::PassedWithRemark) && record.remark.is_blank() {
        return Err(invalid("finding", "remark", Problem::Blank).into());
    }
    Ok(tx.put(&record)?)
}

fn blank(id: FindingId, round: &Round, criterion: &Criterion) -> Finding {
    Finding {
        id,
        round: round.id,
        criterion: criterion.id,
        mark: Mark::NotTested,
        measured: Default::default(),
        remark: Default::default(),
        marked_by: None,
        witness: None,
        marked_at: None,
    }
}

pub(crate) fn conclude_round(
    action: &mut Action<'_>,
    request: ConcludeRound,
) -> Result<RoundSaved, CommandError> {
    let round: Round = action.reader().one(request.round.0)?;
    round_must_be_open(&action.reader(), round.id)?;
    if let Some(conclusion) = request.conclusion {
        let issues = action.reader().open_issues_of(round.id)?;
        let found = admissible(&marks_of(&action.reader(), &round)?, &issues);
        if found.iter().any(|a| a.conclusion == conclusion && !a.obstacles.is_empty()) {
            return Err(Failure::ConclusionNotAdmissible { number: round.number }.into());
        }
    }
    let trails = trails(&action.reader(), round.project, None)?;
    action.write(round.project, trails, |tx| {
        tx.put(&Round { conclusion: request.conclusion, ..round.clone() })?;
        let number = round.number.clone();
        let act = match request.conclusion {
            Some(conclusion) => Act::RoundConcluded { number, conclusion },
            None => Act::ConclusionTakenBack { number },
        };
        Ok((act, RoundSaved { round: round.id }))
    })
}
