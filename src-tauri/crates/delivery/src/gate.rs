//! Gates: what must hold before a stage may begin, computed from facts, and what a waiver lets through.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

mod condition;
mod facts;
mod waiver;

pub use facts::{
    ApprovalState, CheckFact, CheckState, Confirmation, DeliverableFact, DeliverableState, DocumentFact,
    GateFacts, HandOverFact, Validity,
};
pub use waiver::{Waiver, WaiverProblem};

/// One thing that must hold. A new kind is added here and read in `gate/condition.rs`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", tag = "kind", deny_unknown_fields)]
#[schemars(rename = "GateRequirement")]
pub enum Requirement {
    /// Each of these was accepted, with or without remark.
    DeliverablesAccepted {
        deliverables: Vec<String>,
    },
    /// Each of these is valid on the day of reading, and up to `until` when a day is named.
    EvidenceValid {
        evidence: Vec<String>,
        until: Option<NaiveDate>,
    },
    /// Each of these bears every signature it needs.
    DocumentsSigned {
        documents: Vec<String>,
    },
    /// Somebody in a role signed a section: the security section, by the head of security.
    SectionSigned {
        document: String,
        section: String,
        role: String,
    },
    /// Each of these was answered and the answer accepted, with evidence that is still valid.
    ChecksAnswered {
        checks: Vec<String>,
    },
    /// No open issue blocks.
    NoBlockingIssue,
    /// Each of these was given and has not run out.
    ApprovalsGiven {
        approvals: Vec<String>,
    },
    DateReached {
        day: NaiveDate,
    },
    /// Another gate was passed.
    GatePassed {
        gate: String,
    },
    /// Every point of a hand-over is done, each promise in it leads to a requirement, and both sides have signed.
    HandOverComplete {
        hand_over: String,
    },
    /// A named person says so; nothing computes it.
    Manual,
    /// Nobody has said yet which record it asks.
    Unnamed,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "GateCondition")]
pub struct Condition {
    /// Unique within the gate; a waiver names it.
    pub id: String,
    /// Who sees to it.
    pub owner: Option<String>,
    pub requires: Requirement,
}

/// How a condition or a gate stands, from good to bad; a gate stands as its worst condition.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[schemars(rename = "GateVerdict")]
pub enum Verdict {
    Met,
    /// Does not hold, and a waiver in force lets it through.
    Waived,
    /// Does not hold yet, and its day has not come.
    Open,
    /// Nobody knows whether it holds.
    Unknown,
    Unmet,
}

impl Verdict {
    /// Whether the gate may be passed. Unknown is not.
    pub fn lets_through(self) -> bool {
        matches!(self, Self::Met | Self::Waived)
    }
}

/// Why a condition does not hold: the record, and what is the matter with it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "GateReason")]
pub struct Reason {
    pub about: String,
    pub why: Why,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", tag = "kind")]
#[schemars(rename = "GateWhy")]
pub enum Why {
    /// The record has nothing of it.
    NotRecorded,
    NotAccepted,
    /// Not yet accepted, and due by this day.
    DueLater {
        due: NaiveDate,
    },
    /// Its last valid day is past.
    Expired {
        on: NaiveDate,
    },
    /// Valid today, and no longer on the day it is needed.
    ExpiresBefore {
        on: NaiveDate,
        needed: NaiveDate,
    },
    ValidityUnknown,
    NotSigned,
    SectionNotSigned {
        section: String,
        role: String,
    },
    NotAnswered,
    NotYetAccepted,
    Rejected,
    Blocks,
    NotGiven,
    /// Expected by this day, which has not passed.
    ExpectedLater {
        expected: NaiveDate,
    },
    Refused,
    DateAhead {
        day: NaiveDate,
    },
    GateNotPassed,
    /// A point of the hand-over's checklist is not done.
    PointOpen {
        point: String,
    },
    /// Something was promised that no requirement says.
    PromiseUntraced {
        promise: String,
    },
    NotConfirmed,
    /// A person said that it does not hold.
    Denied {
        by: String,
        on: NaiveDate,
    },
    /// The condition names nothing that could hold.
    NothingNamed,
}

/// A condition as it stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ConditionStands {
    pub condition: String,
    pub owner: Option<String>,
    pub verdict: Verdict,
    /// Why it does not hold, also when it is waived.
    pub reasons: Vec<Reason>,
    /// The waiver that lets it through: its last day.
    pub waived_until: Option<NaiveDate>,
    /// Waivers that let nothing through, and why.
    pub waivers_without_force: Vec<WaiverProblem>,
}

impl ConditionStands {
    /// Whether it does not hold because something that once let it through has run out or was ended. A gate that was
    /// passed is held again by such a condition; by one that was never met when it was passed, it is not.
    pub fn has_lapsed(&self) -> bool {
        let waiver_ended = self
            .waivers_without_force
            .iter()
            .any(|problem| matches!(problem, WaiverProblem::Expired { .. } | WaiverProblem::Ended { .. }));
        let expired = self.reasons.iter().any(|reason| matches!(reason.why, Why::Expired { .. }));
        !self.verdict.lets_through() && (waiver_ended || expired)
    }
}

/// A gate as it stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct GateStands {
    pub verdict: Verdict,
    pub lets_through: bool,
    pub conditions: Vec<ConditionStands>,
}

/// How a gate stands on `today`. A gate that asks nothing is unknown: somebody has to say what it is for.
pub fn evaluate(
    conditions: &[Condition],
    facts: &GateFacts,
    waivers: &[Waiver],
    today: NaiveDate,
) -> GateStands {
    let conditions: Vec<ConditionStands> =
        conditions.iter().map(|condition| stands(condition, facts, waivers, today)).collect();
    let verdict = conditions.iter().map(|condition| condition.verdict).max().unwrap_or(Verdict::Unknown);
    GateStands { verdict, lets_through: verdict.lets_through(), conditions }
}

fn stands(condition: &Condition, facts: &GateFacts, waivers: &[Waiver], today: NaiveDate) -> ConditionStands {
    let (own, reasons) = condition::read(condition, facts, today);
    let mut waived_until = None;
    let mut waivers_without_force = Vec::new();
    if !own.lets_through() {
        for waiver in waivers.iter().filter(|waiver| waiver.condition == condition.id) {
            match waiver.problem(today) {
                None => waived_until = waived_until.max(Some(waiver.expires)),
                Some(problem) => waivers_without_force.push(problem),
            }
        }
    }
    ConditionStands {
        condition: condition.id.clone(),
        owner: condition.owner.clone(),
        verdict: if waived_until.is_some() { Verdict::Waived } else { own },
        reasons,
        waived_until,
        waivers_without_force,
    }
}

#[cfg(test)]
mod tests;
