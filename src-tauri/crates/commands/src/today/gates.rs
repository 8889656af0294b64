//! The lines that gates make: what is blocked, and by what.

use hefu_api::gate::GateState;
use hefu_api::today::{GateWas, TodayWhat, Urgency};
use hefu_delivery::gate::{ConditionStands, GateStands};
use hefu_domain::register::Gate;
use hefu_domain::text::Words;

use super::collector::{Collector, Found, Side};
use crate::gate::state;

pub(super) fn collect(found: &mut Collector<'_>) {
    let ground = &found.register().ground;
    for gate in &ground.gates {
        let stands = ground.stands(gate, found.today);
        match state(gate, &stands) {
            // A gate that nobody has planned for these days blocks nothing yet.
            GateState::Held | GateState::Unknown if found.when(gate.planned).is_some() => {
                let by = by(gate, &stands, |condition| !condition.verdict.lets_through());
                blocked(found, gate, by, GateWas::NotPassed);
            }
            GateState::Lapsed => {
                blocked(found, gate, by(gate, &stands, ConditionStands::has_lapsed), GateWas::Passed);
            }
            _ => {}
        }
    }
}

/// What the conditions ask that stand in the way.
fn by(gate: &Gate, stands: &GateStands, stands_in_the_way: impl Fn(&ConditionStands) -> bool) -> Vec<Words> {
    let conditions = gate.conditions.iter().zip(&stands.conditions);
    let blocking = conditions.filter(|(_, stands)| stands_in_the_way(stands));
    blocking.map(|(condition, _)| condition.title.clone()).collect()
}

fn blocked(found: &mut Collector<'_>, gate: &Gate, by: Vec<Words>, passed: GateWas) {
    let calendar = found.facts().calendar;
    let (number, title) = (gate.number.clone(), gate.title.clone());
    let due = gate.planned.filter(|_| passed == GateWas::NotPassed);
    let line = Found {
        urgency: Urgency::Blocked,
        record: gate.id.0,
        due,
        what: TodayWhat::GateBlocked { number, title, by, passed },
        owner: gate.owner,
        acts: &[],
        calendar,
    };
    found.add(Side::Ours, line);
}
