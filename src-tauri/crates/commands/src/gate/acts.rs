//! Passing a gate, and saying of a condition that nothing computes whether it holds.

use chrono::NaiveDate;
use hefu_api::Failure;
use hefu_api::failure::Problem;
use hefu_api::gate::{ConditionConfirmed, ConfirmCondition, GatePassed, PassGate};
use hefu_delivery::gate::{GateStands, Verdict};
use hefu_domain::journal::Act;
use hefu_domain::party::Person;
use hefu_domain::project::Stage;
use hefu_domain::register::{Confirmed, EntryCondition, Gate, Passage, Requires};
use hefu_domain::text::Words;
use hefu_store::WriteTx;

use super::facts::Ground;
use crate::act::trails;
use crate::count::count;
use crate::failure::{CommandError, invalid};
use crate::project::facts_of;
use crate::session::Action;

/// Errors: it was passed already; a condition does not hold, or nobody knows whether it does.
pub(crate) fn pass_gate(action: &mut Action<'_>, request: PassGate) -> Result<GatePassed, CommandError> {
    let gate: Gate = action.reader().one(request.gate.0)?;
    if let Some(passage) = &gate.passage {
        return Err(Failure::GatePassedAlready { number: gate.number, on: passage.on }.into());
    }
    let facts = facts_of(action.memo, action.store, gate.project)?;
    let today = action.today;
    let stands = Ground::read(&action.reader(), &facts)?.stands(&gate, today);
    if !stands.lets_through {
        return Err(held(&gate, &stands).into());
    }
    let waived: Vec<String> = stands
        .conditions
        .iter()
        .filter(|condition| condition.verdict == Verdict::Waived)
        .map(|condition| condition.condition.clone())
        .collect();
    let by = action.person()?;
    let trails = trails(&action.reader(), gate.project, gate.stack)?;
    action.write(gate.project, trails, |tx| {
        begin_stage(tx, &gate, today)?;
        let passed = GatePassed { on: today, waived: count(waived.len()) };
        let Words { en, zh } = gate.title.words();
        let act = Act::GatePassed { number: gate.number.clone(), en, zh };
        tx.put(&Gate { passage: Some(Passage { on: today, by, waived }), ..gate })?;
        Ok((act, passed))
    })
}

/// What stands in the way, or a gate that asks nothing.
fn held(gate: &Gate, stands: &GateStands) -> Failure {
    let held: Vec<&Words> = gate
        .conditions
        .iter()
        .zip(&stands.conditions)
        .filter(|(_, stands)| !stands.verdict.lets_through())
        .map(|(condition, _)| &condition.title)
        .collect();
    let joined = |side: fn(&Words) -> &str, between: &str| {
        held.iter().map(|words| side(words)).collect::<Vec<_>>().join(between)
    };
    let conditions =
        Words { en: joined(|words| words.en.as_str(), "; "), zh: joined(|words| words.zh.as_str(), "；") };
    Failure::GateHeld { number: gate.number.clone(), held: count(held.len()), conditions }
}

/// The stage behind the gate begins, and what runs before it in its line ends, unless a person has said so before.
fn begin_stage(tx: &WriteTx<'_>, gate: &Gate, today: NaiveDate) -> Result<(), CommandError> {
    let Some(id) = gate.stage else { return Ok(()) };
    let begun: Stage = tx.one(id.0)?;
    for stage in tx.stages_of(gate.project)? {
        let is_before = stage.stack == begun.stack && stage.position < begun.position;
        if is_before && stage.started.is_some() && stage.ended.is_none() {
            tx.put(&Stage { ended: Some(today), ..stage })?;
        }
    }
    if begun.started.is_none() {
        tx.put(&Stage { started: Some(today), ..begun })?;
    }
    Ok(())
}

/// A condition of a gate by its key. Errors: there is none.
pub(super) fn condition<'a>(gate: &'a Gate, key: &str) -> Result<&'a EntryCondition, Failure> {
    gate.condition(key).ok_or_else(|| invalid("gate", "condition", Problem::Unknown))
}

/// Errors: the condition is one that is computed; the day is to come.
pub(crate) fn confirm_condition(
    action: &mut Action<'_>,
    request: ConfirmCondition,
) -> Result<ConditionConfirmed, CommandError> {
    let ConfirmCondition { gate, condition: key, says, by, on } = request;
    let gate: Gate = action.reader().one(gate.0)?;
    let asked = condition(&gate, &key)?;
    if asked.requires != Requires::Manual {
        return Err(invalid("gate", "condition", Problem::OutOfRange).into());
    }
    let on = on.unwrap_or(action.today);
    if on > action.today {
        return Err(invalid("gate", "date", Problem::OutOfRange).into());
    }
    let Words { en, zh } = asked.title.clone();
    let trails = trails(&action.reader(), gate.project, gate.stack)?;
    action.write(gate.project, trails, |tx| {
        tx.one::<Person>(by.0)?;
        let mut confirmations = gate.confirmations.clone();
        confirmations.retain(|said| said.condition != key);
        confirmations.push(Confirmed { condition: key, says, by, on });
        let act = Act::ConditionConfirmed { number: gate.number.clone(), says, en, zh };
        tx.put(&Gate { confirmations, ..gate })?;
        Ok((act, ConditionConfirmed {}))
    })
}
