//! Gates: what must hold before a stage begins, who said so of what nothing computes, and who let it through.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::kept;
use crate::id::{
    ApprovalId, DeliverableId, DocumentId, EvidenceId, GateCheckId, GateId, HandOverId, PersonId, StageId,
};
use crate::text::Words;

/// What a condition asks of the record. Where it names nothing yet, nobody knows whether it holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", tag = "kind", deny_unknown_fields)]
#[schemars(rename = "EntryRequires")]
pub enum Requires {
    /// Each of these was accepted, with or without remark.
    DeliverablesAccepted {
        deliverables: Vec<DeliverableId>,
    },
    /// Each of these is valid, up to `until` where a day is named.
    EvidenceValid {
        evidence: Vec<EvidenceId>,
        until: Option<NaiveDate>,
    },
    /// Each of these bears every signature it needs.
    DocumentsSigned {
        documents: Vec<DocumentId>,
    },
    /// A section is signed by somebody in a role; `person` is who has it here, none where the role is a party of the
    /// document.
    SectionSigned {
        document: Option<DocumentId>,
        section: String,
        role: String,
        person: Option<PersonId>,
    },
    /// Each of these was answered and the answer accepted.
    ChecksAnswered {
        checks: Vec<GateCheckId>,
    },
    NoBlockingIssue,
    /// Each of these was given and has not run out.
    ApprovalsGiven {
        approvals: Vec<ApprovalId>,
    },
    DateReached {
        day: Option<NaiveDate>,
    },
    /// Another gate was passed.
    GatePassed {
        gate: Option<GateId>,
    },
    /// Every point is done, each promise leads to a requirement, and both sides said so.
    HandOverComplete {
        hand_over: Option<HandOverId>,
    },
    /// A named person says so; nothing computes it.
    Manual,
}

/// One thing that must hold.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct EntryCondition {
    /// Unique within the gate: by it a waiver and a confirmation name the condition.
    pub key: String,
    pub title: Words,
    /// The role that sees to it: `architect`; blank where a person is named.
    pub role: String,
    /// Who sees to it.
    pub owner: Option<PersonId>,
    pub requires: Requires,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ConditionSays {
    Holds,
    DoesNotHold,
}

/// What somebody said of a condition that nothing computes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "ConditionAnswer")]
pub struct Confirmed {
    pub condition: String,
    pub says: ConditionSays,
    pub by: PersonId,
    pub on: NaiveDate,
}

/// A gate was passed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "GatePassage")]
pub struct Passage {
    pub on: NaiveDate,
    /// None where whoever works here is nobody of the record.
    pub by: Option<PersonId>,
    /// The conditions that a waiver let through then.
    pub waived: Vec<String>,
}

kept! {
    /// What must hold before a stage begins.
    Gate(GateId) as GateFields in "GT-"
    texts { title, note }
    fields {
        /// The stage that begins behind it; none: it stands within one.
        stage: Option<StageId>,
        /// Its place among the gates of its line, from 1.
        position: u32,
        /// Who says that it is passed.
        owner: Option<PersonId>,
        planned: Option<NaiveDate>,
        conditions: Vec<EntryCondition>,
    }
    own {
        /// At most one a condition: what was said last.
        confirmations: Vec<Confirmed>,
        /// None while it is not passed.
        passage: Option<Passage>,
    }
}

impl Requires {
    /// The records that it names, in their order.
    pub fn names(&self) -> Vec<Uuid> {
        match self {
            Self::DeliverablesAccepted { deliverables } => deliverables.iter().map(|id| id.0).collect(),
            Self::EvidenceValid { evidence, .. } => evidence.iter().map(|id| id.0).collect(),
            Self::DocumentsSigned { documents } => documents.iter().map(|id| id.0).collect(),
            Self::SectionSigned { document, .. } => document.iter().map(|id| id.0).collect(),
            Self::ChecksAnswered { checks } => checks.iter().map(|id| id.0).collect(),
            Self::ApprovalsGiven { approvals } => approvals.iter().map(|id| id.0).collect(),
            Self::GatePassed { gate } => gate.iter().map(|id| id.0).collect(),
            Self::HandOverComplete { hand_over } => hand_over.iter().map(|id| id.0).collect(),
            Self::NoBlockingIssue | Self::DateReached { .. } | Self::Manual => Vec::new(),
        }
    }
}

impl Gate {
    pub fn condition(&self, key: &str) -> Option<&EntryCondition> {
        self.conditions.iter().find(|condition| condition.key == key)
    }
}
