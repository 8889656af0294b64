//! What the gates of a project say to the rules, and facts that the record does not hold yet. What is absent here is
//! unknown, and no rule speaks of it.

use chrono::NaiveDate;
use hefu_delivery::gate::{GateStands, Verdict, Why};
use hefu_domain::id::ProjectId;
use hefu_domain::register::{HandOver, HandOverKind};
use hefu_notices::facts::{Gate, Package, Promise, Stakeholder, Waiver};
use hefu_store::Reader;

use crate::failure::CommandError;
use crate::gate::Ground;

/// The gates of a project as they stand.
pub(super) fn gates(ground: &Ground, project: ProjectId, today: NaiveDate) -> Vec<Gate> {
    let gate = |gate: &hefu_domain::register::Gate| {
        let stands = ground.stands(gate, today);
        Gate {
            project: project.to_string(),
            id: gate.id.to_string(),
            planned: gate.planned,
            passed: gate.passage.is_some(),
            unmet: of(&stands, Verdict::Unmet),
            unknown: of(&stands, Verdict::Unknown),
        }
    };
    ground.gates.iter().map(gate).collect()
}

fn of(stands: &GateStands, verdict: Verdict) -> Vec<String> {
    let conditions = stands.conditions.iter().filter(|each| each.verdict == verdict);
    conditions.map(|each| each.condition.clone()).collect()
}

/// What partners hand over.
pub(super) fn packages(_: &Reader<'_>, _: ProjectId) -> Result<Vec<Package>, CommandError> {
    Ok(Vec::new())
}

/// The people of influence, and when they were met last.
pub(super) fn stakeholders(_: &Reader<'_>, _: ProjectId) -> Result<Vec<Stakeholder>, CommandError> {
    Ok(Vec::new())
}

/// What was let through for a time, and whether it holds by now without that.
pub(super) fn waivers(ground: &Ground, project: ProjectId, today: NaiveDate) -> Vec<Waiver> {
    let waiver = |waiver: &hefu_domain::register::Waiver| {
        let gate = ground.gate(waiver)?;
        let stands = ground.stands(gate, today);
        let condition = stands.conditions.iter().find(|each| each.condition == waiver.condition);
        Some(Waiver {
            project: project.to_string(),
            id: waiver.id.to_string(),
            gate: gate.id.to_string(),
            expires: waiver.expires,
            closed: waiver.ended.is_some(),
            condition_met: condition.is_none_or(|condition| condition.verdict == Verdict::Met),
        })
    };
    ground.waivers.iter().filter_map(waiver).collect()
}

/// What sales promised in the hand-over, with the requirement that says it where it is there.
pub(super) fn promises(ground: &Ground, project: ProjectId, today: NaiveDate) -> Vec<Promise> {
    let from_sales =
        ground.hand_overs.iter().filter(|each| each.hand_over == HandOverKind::PreSalesToDelivery);
    from_sales
        .flat_map(|hand_over| {
            let untraced = untraced(ground, hand_over, today);
            hand_over.promises.iter().map(move |promise| {
                let requirement = promise.requirement.filter(|_| !untraced.contains(&promise.key));
                Promise {
                    project: project.to_string(),
                    id: promise_id(hand_over, &promise.key),
                    requirements: requirement.iter().map(ToString::to_string).collect(),
                }
            })
        })
        .collect()
}

/// The promises that lead nowhere, as the hand-over itself says.
fn untraced(ground: &Ground, hand_over: &HandOver, today: NaiveDate) -> Vec<String> {
    let stands = ground.hand_over_stands(hand_over, today);
    let reasons = stands.conditions.into_iter().flat_map(|condition| condition.reasons);
    reasons
        .filter_map(|reason| match reason.why {
            Why::PromiseUntraced { promise } => Some(promise),
            _ => None,
        })
        .collect()
}

/// By which a promise is known: its hand-over's identity and its key.
pub(super) fn promise_id(hand_over: &HandOver, key: &str) -> String {
    format!("{}/{key}", hand_over.id)
}
