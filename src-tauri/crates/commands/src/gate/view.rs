//! Every gate of a project with each of its conditions: how it stands, what it rests on, whose turn it is.

use chrono::NaiveDate;
use hefu_api::gate::{
    CheckStanding, ConditionReason, ConditionStanding, GateLine, GateStanding, GateState, Gates, GatesOf,
    HandOverStanding, PromiseRequirement, WaiverStanding,
};
use hefu_api::register::RegisterName;
use hefu_delivery::gate::{ConditionStands, Reason, Validity, Verdict, Why};
use hefu_domain::id::{HandOverId, StackId};
use hefu_domain::project::Stage;
use hefu_domain::register::{EntryCondition, Gate, GateCheck, HandOver, Requires, Waiver};
use hefu_domain::text::Words;
use uuid::Uuid;

use super::facts::{Ground, of_waiver, state};
use super::named::Names;
use crate::count::count;
use crate::failure::CommandError;
use crate::project::{Facts, facts_of};
use crate::session::Query;

pub(crate) fn gates(query: &mut Query<'_>, request: GatesOf) -> Result<Gates, CommandError> {
    let facts = facts_of(query.memo, query.store, request.project)?;
    let reader = query.reader();
    let ground = Ground::read(&reader, &facts)?;
    let names = Names::read(&reader, &facts, &ground)?;
    let stages = reader.stages_of(request.project)?;
    let at = At { facts: &facts, ground: &ground, names: &names, today: query.today };
    let mut lines = vec![at.line(None, &stages)];
    for stack in reader.stacks_of(request.project)? {
        let line = at.line(Some(stack.id), &stages);
        lines.push(GateLine { title: Some(stack.title), ..line });
    }
    lines.retain(|line| !line.gates.is_empty() || !line.stages.is_empty());
    let waits =
        |gate: &&GateStanding| matches!(gate.state, GateState::Held | GateState::Unknown | GateState::Lapsed);
    Ok(Gates {
        today: query.today,
        waiting: count(lines.iter().flat_map(|line| &line.gates).filter(waits).count()),
        checks: ground.checks.iter().map(|check| at.check(check)).collect(),
        hand_overs: ground.hand_overs.iter().map(|hand_over| at.hand_over(hand_over)).collect(),
        evidence: facts.scope.evidence.iter().filter_map(|piece| names.record(piece.id.0)).collect(),
        lines,
    })
}

/// A project on a day.
struct At<'a> {
    facts: &'a Facts,
    ground: &'a Ground,
    names: &'a Names,
    today: NaiveDate,
}

impl At<'_> {
    fn line(&self, stack: Option<StackId>, stages: &[Stage]) -> GateLine {
        let gates = self.ground.gates.iter().filter(|gate| gate.stack == stack);
        GateLine {
            stack,
            title: None,
            stages: stages.iter().filter(|stage| stage.stack == stack).cloned().collect(),
            gates: gates.map(|gate| self.gate(gate)).collect(),
        }
    }

    fn gate(&self, gate: &Gate) -> GateStanding {
        let stands = self.ground.stands(gate, self.today);
        let conditions = gate.conditions.iter().zip(&stands.conditions);
        GateStanding {
            state: state(gate, &stands),
            verdict: stands.verdict,
            lets_through: stands.lets_through,
            stage: gate.stage,
            owner: self.names.person(gate.owner),
            passed_by: self.names.person(gate.passage.as_ref().and_then(|passage| passage.by)),
            conditions: conditions
                .map(|(condition, stands)| self.condition(gate, condition, stands))
                .collect(),
            record: gate.clone(),
        }
    }

    fn condition(
        &self,
        gate: &Gate,
        condition: &EntryCondition,
        stands: &ConditionStands,
    ) -> ConditionStanding {
        let confirmed = gate.confirmations.iter().find(|said| said.condition == condition.key);
        let of = |waiver: &&Waiver| waiver.gate == gate.id && waiver.condition == condition.key;
        let hand_over = match condition.requires {
            Requires::HandOverComplete { hand_over } => hand_over,
            _ => None,
        };
        ConditionStanding {
            key: condition.key.clone(),
            title: condition.title.clone(),
            role: condition.role.clone(),
            requires: condition.requires.clone(),
            verdict: stands.verdict,
            rests_on: condition.requires.names().into_iter().filter_map(|id| self.names.record(id)).collect(),
            reasons: stands.reasons.iter().map(|reason| self.reason(reason, hand_over)).collect(),
            turn: self.turn(gate, condition, stands),
            confirmed: confirmed.cloned(),
            confirmed_by: self.names.person(confirmed.map(|said| said.by)),
            waiver: self
                .ground
                .waivers
                .iter()
                .filter(of)
                .max_by_key(|waiver| waiver.granted)
                .map(|waiver| self.waiver(waiver)),
        }
    }

    fn reason(&self, reason: &Reason, hand_over: Option<HandOverId>) -> ConditionReason {
        let about = reason.about.parse::<Uuid>().ok().and_then(|id| self.names.record(id));
        let hand_over = self.ground.hand_overs.iter().find(|each| Some(each.id) == hand_over);
        let words = hand_over.and_then(|hand_over| words_of(hand_over, &reason.why));
        ConditionReason { about, why: reason.why.clone(), words }
    }

    /// Who moves what is missing on, record by record; where no record says so, who sees to the condition, to the gate, to
    /// the project.
    fn turn(&self, gate: &Gate, condition: &EntryCondition, stands: &ConditionStands) -> Vec<RegisterName> {
        if stands.verdict == Verdict::Met {
            return Vec::new();
        }
        let about = stands.reasons.iter().filter_map(|reason| reason.about.parse::<Uuid>().ok());
        let mut turn: Vec<RegisterName> = Vec::new();
        for name in about.filter_map(|id| self.names.turn(id)) {
            if !turn.contains(&name) {
                turn.push(name);
            }
        }
        if turn.is_empty() {
            let person = condition.owner.or(gate.owner).or(Some(self.facts.project.manager));
            turn.extend(self.names.person(person));
        }
        turn
    }

    fn waiver(&self, waiver: &Waiver) -> WaiverStanding {
        WaiverStanding {
            requested_by: self.names.person(Some(waiver.requested_by)),
            approved_by: waiver.approved_by.iter().filter_map(|id| self.names.person(Some(*id))).collect(),
            problem: of_waiver(waiver).problem(self.today),
            record: waiver.clone(),
        }
    }

    fn check(&self, check: &GateCheck) -> CheckStanding {
        let (stands, validity) = self.ground.check_stands(check, self.today);
        let reasons = stands.conditions.iter().flat_map(|condition| &condition.reasons);
        let asks = |waiver: &&Waiver| {
            let condition = self.ground.gate(waiver).and_then(|gate| gate.condition(&waiver.condition));
            let names = condition.is_some_and(|condition| condition.requires.names().contains(&check.id.0));
            names && of_waiver(waiver).problem(self.today).is_none()
        };
        CheckStanding {
            verdict: stands.verdict,
            holds_until: match validity {
                Validity::Until(day) => Some(day),
                Validity::Always | Validity::Unknown => None,
            },
            reasons: reasons.map(|reason| self.reason(reason, None)).collect(),
            gate: check.gate.and_then(|gate| self.names.record(gate.0)),
            owner: self.names.person(check.owner),
            evidence: check.evidence.iter().filter_map(|id| self.names.record(id.0)).collect(),
            waiver: self.ground.waivers.iter().find(asks).map(|waiver| self.waiver(waiver)),
            record: check.clone(),
        }
    }

    fn hand_over(&self, hand_over: &HandOver) -> HandOverStanding {
        let stands = self.ground.hand_over_stands(hand_over, self.today);
        let reasons: Vec<&Reason> = stands.conditions.iter().flat_map(|each| &each.reasons).collect();
        let of =
            |wanted: fn(&Why) -> bool| count(reasons.iter().filter(|reason| wanted(&reason.why)).count());
        let requirements = hand_over.promises.iter().filter_map(|promise| {
            let requirement = self.names.record(promise.requirement?.0)?;
            Some(PromiseRequirement { promise: promise.key.clone(), requirement })
        });
        HandOverStanding {
            verdict: stands.verdict,
            open: of(|why| matches!(why, Why::PointOpen { .. })),
            untraced: of(|why| matches!(why, Why::PromiseUntraced { .. })),
            from: self.names.person(hand_over.from),
            to: self.names.person(hand_over.to),
            requirements: requirements.collect(),
            record: hand_over.clone(),
        }
    }
}

/// The point or the promise that a reason names by its key.
fn words_of(hand_over: &HandOver, why: &Why) -> Option<Words> {
    match why {
        Why::PointOpen { point } => {
            hand_over.items.iter().find(|item| item.key == *point).map(|item| item.title.clone())
        }
        Why::PromiseUntraced { promise } => {
            hand_over.promises.iter().find(|each| each.key == *promise).map(|each| each.text.clone())
        }
        _ => None,
    }
}
