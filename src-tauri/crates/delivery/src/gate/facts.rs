//! What is known of the records that a gate's conditions name.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// How a deliverable stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[schemars(rename = "GateDeliverableState")]
pub enum DeliverableState {
    Accepted,
    AcceptedWithRemark,
    NotAccepted,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "GateDeliverable")]
pub struct DeliverableFact {
    pub state: DeliverableState,
    /// Until then it is not late.
    pub due: Option<NaiveDate>,
}

/// Until when a piece of evidence or an approval holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[schemars(rename = "GateValidity")]
pub enum Validity {
    Always,
    /// That day included.
    Until(NaiveDate),
    Unknown,
}

/// A document's signatures.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "GateDocument")]
pub struct DocumentFact {
    /// Every signature it needs is there; none when that is not known.
    pub signed: Option<bool>,
    /// By section, the roles in which it was signed.
    #[serde(default)]
    pub sections: BTreeMap<String, BTreeSet<String>>,
}

/// How a check stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum CheckState {
    /// Answered, and the answer accepted.
    Accepted,
    /// Does not concern this project, as somebody decided.
    NotApplicable,
    /// Answered; nobody has accepted the answer.
    Submitted,
    Open,
    /// Somebody is at it.
    InProgress,
    /// The answer was turned down.
    Rejected,
    /// Nobody knows: not "no", and not "not applicable".
    Unknown,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "GateCheckFact")]
pub struct CheckFact {
    pub state: CheckState,
    /// How long the answer's evidence holds.
    pub validity: Validity,
}

/// How an approval stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ApprovalState {
    Given(Validity),
    Waiting { expected: Option<NaiveDate> },
    Refused,
}

/// How a hand-over inside the vendor stands.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "GateHandOverFact")]
#[serde(deny_unknown_fields)]
pub struct HandOverFact {
    /// Points of its checklist that are not done.
    pub open: Vec<String>,
    /// Promises in it that no requirement says.
    pub untraced: Vec<String>,
    /// Both sides have signed its record; none when that is not known.
    pub signed: Option<bool>,
}

/// What somebody said of a condition that nothing computes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "GateConfirmation")]
pub struct Confirmation {
    pub by: String,
    pub on: NaiveDate,
    pub holds: bool,
}

/// What is known. A record that is not here is not known, and holds nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct GateFacts {
    pub deliverables: BTreeMap<String, DeliverableFact>,
    pub evidence: BTreeMap<String, Validity>,
    pub documents: BTreeMap<String, DocumentFact>,
    pub checks: BTreeMap<String, CheckFact>,
    /// The open issues that block; none when issues were not looked at.
    pub blocking_issues: Option<Vec<String>>,
    pub approvals: BTreeMap<String, ApprovalState>,
    pub hand_overs: BTreeMap<String, HandOverFact>,
    /// Whether other gates were passed.
    pub gates_passed: BTreeMap<String, bool>,
    /// By condition.
    pub confirmations: BTreeMap<String, Confirmation>,
}
