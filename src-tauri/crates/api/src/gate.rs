//! Gates of a project as they stand: every condition with the records it rests on and whose turn it is; and what is done
//! with them.

use chrono::NaiveDate;
use hefu_delivery::gate::{Verdict, WaiverProblem, Why};
use hefu_domain::id::{GateId, PersonId, ProjectId, StackId, StageId, WaiverId};
use hefu_domain::noun::Noun;
use hefu_domain::project::Stage;
use hefu_domain::register::{Confirmed, Gate, GateCheck, HandOver, Requires, Waiver};
use hefu_domain::text::{Text, Words};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

pub use hefu_domain::register::ConditionSays;

use crate::register_view::RegisterName;

#[derive(Debug, Deserialize, JsonSchema)]
pub struct GatesOf {
    pub project: ProjectId,
}

/// Every gate of a project.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Gates {
    pub today: NaiveDate,
    /// The whole project's, then each stack's that runs by itself, in the order of the stacks.
    pub lines: Vec<GateLine>,
    pub checks: Vec<CheckStanding>,
    pub hand_overs: Vec<HandOverStanding>,
    /// Every piece of evidence that a condition or a check can name.
    pub evidence: Vec<GateRecord>,
    /// Gates that are held, whose conditions are not known, or that something lapsed of.
    pub waiting: u32,
}

/// Stages in their order with the gates between them.
#[derive(Debug, Serialize, JsonSchema)]
pub struct GateLine {
    /// None: of the whole project.
    pub stack: Option<StackId>,
    pub title: Option<Text>,
    pub stages: Vec<Stage>,
    pub gates: Vec<GateStanding>,
}

/// How a gate stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum GateState {
    Passed,
    /// It was passed, and something that let it through has run out since.
    Lapsed,
    /// Every condition is met or waived.
    Ready,
    /// What is missing is not due yet.
    Waiting,
    /// Nobody knows whether a condition holds.
    Unknown,
    /// A condition does not hold.
    Held,
}

#[derive(Debug, Serialize, JsonSchema)]
pub struct GateStanding {
    pub state: GateState,
    /// Of all conditions together, as they stand today.
    pub verdict: Verdict,
    /// Whether it could be passed now.
    pub lets_through: bool,
    pub stage: Option<StageId>,
    pub owner: Option<RegisterName>,
    pub passed_by: Option<RegisterName>,
    pub conditions: Vec<ConditionStanding>,
    pub record: Gate,
}

#[derive(Debug, Serialize, JsonSchema)]
pub struct ConditionStanding {
    pub key: String,
    pub title: Words,
    pub role: String,
    pub requires: Requires,
    pub verdict: Verdict,
    /// What it is read from, in the order in which the condition names it.
    pub rests_on: Vec<GateRecord>,
    /// Why it does not hold, also where it is waived.
    pub reasons: Vec<ConditionReason>,
    /// Who sees to it next; empty where it holds.
    pub turn: Vec<RegisterName>,
    /// What was said of one that nothing computes, and by whom.
    pub confirmed: Option<Confirmed>,
    pub confirmed_by: Option<RegisterName>,
    /// The newest waiver of it, in force or not.
    pub waiver: Option<WaiverStanding>,
}

/// A record that a condition rests on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct GateRecord {
    pub noun: Noun,
    pub id: Uuid,
    pub number: String,
    pub title: Text,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ConditionReason {
    /// None where it is of no record of its own, or the record is gone.
    pub about: Option<GateRecord>,
    pub why: Why,
    /// The point or the promise of a hand-over.
    pub words: Option<Words>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct WaiverStanding {
    pub record: Waiver,
    pub requested_by: Option<RegisterName>,
    pub approved_by: Vec<RegisterName>,
    /// What keeps it from letting the condition through; none while it does.
    pub problem: Option<WaiverProblem>,
}

/// How a check stands.
#[derive(Debug, Serialize, JsonSchema)]
pub struct CheckStanding {
    pub verdict: Verdict,
    /// The last day on which the answer holds; none where it does not end or nobody knows.
    pub holds_until: Option<NaiveDate>,
    /// Why it does not hold.
    pub reasons: Vec<ConditionReason>,
    /// The gate before which it has to be answered.
    pub gate: Option<GateRecord>,
    pub owner: Option<RegisterName>,
    pub evidence: Vec<GateRecord>,
    /// What lets a gate through without its answer, in force today.
    pub waiver: Option<WaiverStanding>,
    pub record: GateCheck,
}

#[derive(Debug, Serialize, JsonSchema)]
pub struct HandOverStanding {
    /// Every point is done, every promise leads to a requirement, and both sides said so.
    pub verdict: Verdict,
    pub open: u32,
    /// Promises that no requirement says.
    pub untraced: u32,
    pub from: Option<RegisterName>,
    pub to: Option<RegisterName>,
    /// By the keys of the promises.
    pub requirements: Vec<PromiseRequirement>,
    pub record: HandOver,
}

#[derive(Debug, Serialize, JsonSchema)]
pub struct PromiseRequirement {
    pub promise: String,
    pub requirement: GateRecord,
}

/// Says that a gate is passed today: its stage begins, and the one that runs before it ends.
#[derive(Debug, Deserialize, JsonSchema)]
pub struct PassGate {
    pub gate: GateId,
}

#[derive(Debug, Serialize, JsonSchema)]
pub struct GatePassed {
    pub on: NaiveDate,
    /// Conditions that a waiver let through.
    pub waived: u32,
}

/// A named person says of a condition that nothing computes whether it holds.
#[derive(Debug, Deserialize, JsonSchema)]
pub struct ConfirmCondition {
    pub gate: GateId,
    pub condition: String,
    pub says: ConditionSays,
    pub by: PersonId,
    /// None: today.
    pub on: Option<NaiveDate>,
}

#[derive(Debug, Serialize, JsonSchema)]
pub struct ConditionConfirmed {}

/// Lets a condition through for a time.
#[derive(Debug, Deserialize, JsonSchema)]
pub struct GrantWaiver {
    pub gate: GateId,
    pub condition: String,
    pub reason: Words,
    /// What is done meanwhile.
    pub measure: Words,
    pub requested_by: PersonId,
    /// At least one, and not who asks.
    pub approved_by: Vec<PersonId>,
    /// Its last day.
    pub expires: NaiveDate,
}

#[derive(Debug, Serialize, JsonSchema)]
pub struct WaiverGranted {
    pub waiver: WaiverId,
    pub number: String,
}

/// Takes a waiver back: from today it lets nothing through.
#[derive(Debug, Deserialize, JsonSchema)]
pub struct EndWaiver {
    pub waiver: WaiverId,
}

#[derive(Debug, Serialize, JsonSchema)]
pub struct WaiverEnded {}

/// Gives a project, or a stack of it that runs by itself, the stages, gates and hand-overs of a template.
#[derive(Debug, Deserialize, JsonSchema)]
pub struct SetUpLifecycle {
    pub project: ProjectId,
    /// None: for the whole project.
    pub stack: Option<StackId>,
    /// Its key: `sea-commercial`.
    pub template: String,
}

#[derive(Debug, Serialize, JsonSchema)]
pub struct LifecycleSetUp {
    pub stages: u32,
    pub gates: u32,
    pub hand_overs: u32,
}
