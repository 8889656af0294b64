//! What gates, partners and the people around a project say to the rules. What is absent here is unknown, and no rule
//! speaks of it.

use chrono::NaiveDate;
use hefu_delivery::gate::{GateStands, Verdict, Why};
use hefu_domain::id::ProjectId;
use hefu_domain::register::{self, HandOver, HandOverKind, WorkPackage};
use hefu_notices::facts::{Gate, Package, Promise, Stakeholder, Waiver};

use super::register::Register;
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
pub(super) fn packages(register: &Register, project: ProjectId) -> Vec<Package> {
    let of = |package: &WorkPackage| {
        Some(Package {
            project: project.to_string(),
            id: package.id.to_string(),
            partner: package.partner?.to_string(),
            planned: package.planned,
            forecast: package.forecast,
            actual: package.handed_over,
        })
    };
    register.packages.iter().filter_map(of).collect()
}

/// The people of influence, and when they were met last. Of whom nobody says since when or when last, nothing is known.
pub(super) fn stakeholders(register: &Register, project: ProjectId) -> Vec<Stakeholder> {
    let of = |known: &register::Stakeholder| {
        Some(Stakeholder {
            project: project.to_string(),
            person: known.person?.to_string(),
            influence: known.power,
            last_met: known.last_met,
            since: known.since.or(known.last_met)?,
            weeks: known.rhythm.map(u32::from),
        })
    };
    register.stakeholders.iter().filter_map(of).collect()
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
