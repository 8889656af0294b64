//! The plain facts that the rules read. What is not known is absent, and no rule takes it for good or for bad.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use hefu_domain::money::Money;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// When the rules speak up. Every one has a usual value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
#[schemars(rename = "NoticedLimits")]
pub struct Limits {
    /// Days before a gate from which an unmet condition is told.
    pub gate_days: u32,
    /// Days before a deliverable is due from which missing evidence is told.
    pub evidence_days: u32,
    /// Days that a signature may be outstanding.
    pub signature_days: u32,
    /// Days before a waiver's end from which it is told.
    pub waiver_days: u32,
    /// Weeks without meeting somebody of influence.
    pub stakeholder_weeks: u32,
    /// From which influence on, of 5.
    pub influence: u8,
    /// Due things of one person within seven days that are too many.
    pub due_in_a_week: u32,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            gate_days: 10,
            evidence_days: 10,
            signature_days: 3,
            waiver_days: 30,
            stakeholder_weeks: 6,
            influence: 4,
            due_in_a_week: 5,
        }
    }
}

/// Everything the rules look at.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "NoticedFacts")]
pub struct Facts {
    pub today: NaiveDate,
    #[serde(default)]
    pub limits: Limits,
    #[serde(default)]
    pub gates: Vec<Gate>,
    #[serde(default)]
    pub evidence: Vec<Evidence>,
    #[serde(default)]
    pub criteria: Vec<Criterion>,
    #[serde(default)]
    pub deliverables: Vec<Deliverable>,
    #[serde(default)]
    pub packages: Vec<Package>,
    #[serde(default)]
    pub signatures: Vec<Signature>,
    #[serde(default)]
    pub reviews: Vec<Review>,
    #[serde(default)]
    pub approvals: Vec<Approval>,
    #[serde(default)]
    pub stakeholders: Vec<Stakeholder>,
    #[serde(default)]
    pub due: Vec<Due>,
    #[serde(default)]
    pub waivers: Vec<Waiver>,
    #[serde(default)]
    pub contract_dates: Vec<ContractDate>,
    #[serde(default)]
    pub lessons: Vec<Lesson>,
    #[serde(default)]
    pub projects: Vec<Project>,
    #[serde(default)]
    pub promises: Vec<Promise>,
}

/// A gate as it was evaluated.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "NoticedGate")]
pub struct Gate {
    pub project: String,
    pub id: String,
    pub planned: Option<NaiveDate>,
    pub passed: bool,
    /// Its conditions that do not hold, waived ones not among them.
    #[serde(default)]
    pub unmet: Vec<String>,
    /// Its conditions of which nobody knows.
    #[serde(default)]
    pub unknown: Vec<String>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "NoticedEvidence")]
pub struct Evidence {
    pub project: String,
    pub id: String,
    /// Its last valid day; none when it does not expire or nobody says.
    pub valid_until: Option<NaiveDate>,
    /// The last day on which somebody relies on it, and what for.
    pub needed_on: Option<NaiveDate>,
    pub needed_for: Option<Named>,
}

/// A record named by somebody else's facts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "NoticedNamed")]
pub struct Named {
    pub noun: String,
    pub id: String,
}

/// How a criterion was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[schemars(rename = "NoticedMark")]
pub enum Mark {
    Passed,
    PassedWithRemark,
    Failed,
    NotTested,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "NoticedCriterion")]
pub struct Criterion {
    pub project: String,
    pub id: String,
    pub owner: Option<String>,
    /// Its newest finding; none when nobody has looked.
    pub mark: Option<Mark>,
    /// The finding's identity, so that failing again is another fact.
    pub finding: Option<String>,
    /// Open actions or open issues with an owner and a day that answer it.
    #[serde(default)]
    pub actions: u32,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "NoticedDeliverable")]
pub struct Deliverable {
    pub project: String,
    pub id: String,
    pub due: Option<NaiveDate>,
    pub handed_over: bool,
    /// Pieces of evidence; none when nobody has looked.
    pub evidence: Option<u32>,
}

/// A partner's work package.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "NoticedPackage")]
pub struct Package {
    pub project: String,
    pub id: String,
    pub partner: String,
    pub planned: Option<NaiveDate>,
    pub forecast: Option<NaiveDate>,
    pub actual: Option<NaiveDate>,
}

/// A paper that waits to be signed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "NoticedSignature")]
pub struct Signature {
    pub project: String,
    pub document: String,
    /// Since when it could be signed.
    pub since: NaiveDate,
    pub waits_for: Option<String>,
    /// What becomes payable with it.
    pub money: Option<Money>,
}

/// A record with a day on which it is to be looked at again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "NoticedReview")]
pub struct Review {
    pub project: String,
    pub noun: String,
    pub id: String,
    pub next_review: Option<NaiveDate>,
    #[serde(default)]
    pub closed: bool,
}

/// An approval that waits, beside those of its like that were answered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "NoticedApproval")]
pub struct Approval {
    pub project: String,
    pub id: String,
    pub submitted: NaiveDate,
    /// Working days so far.
    pub waited: u32,
    /// Working days of each of its like.
    #[serde(default)]
    pub like: Vec<u32>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "NoticedStakeholder")]
pub struct Stakeholder {
    pub project: String,
    pub person: String,
    /// Of 5.
    pub influence: Option<u8>,
    pub last_met: Option<NaiveDate>,
    /// Since when she is part of the project.
    pub since: NaiveDate,
    /// Weeks within which she is to be met again; none: as the limits say.
    #[serde(default)]
    pub weeks: Option<u32>,
}

/// Something that a person owes by a day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "NoticedDue")]
pub struct Due {
    pub project: String,
    pub noun: String,
    pub id: String,
    pub owner: String,
    pub due: NaiveDate,
    #[serde(default)]
    pub done: bool,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "NoticedWaiver")]
pub struct Waiver {
    pub project: String,
    pub id: String,
    pub gate: String,
    pub expires: NaiveDate,
    #[serde(default)]
    pub closed: bool,
    /// What it lets through holds by now.
    #[serde(default)]
    pub condition_met: bool,
}

/// A date of a contract on which money depends.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "NoticedContractDate")]
pub struct ContractDate {
    pub project: String,
    pub contract: String,
    /// The milestone or payment.
    pub milestone: Named,
    /// As it is planned or forecast now.
    pub expected: NaiveDate,
    /// The client's last day for invoices of the budget year.
    pub invoice_by: NaiveDate,
    pub money: Option<Money>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "NoticedLesson")]
pub struct Lesson {
    pub id: String,
    /// The project it was learned in.
    pub project: String,
    pub tags: BTreeSet<String>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "NoticedProject")]
pub struct Project {
    pub id: String,
    /// What it is about, in the words of the lessons.
    pub tags: BTreeSet<String>,
    /// It has not got beyond its planning, so that a lesson still helps.
    pub is_starting: bool,
}

/// A point of the hand-over from pre-sales.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "NoticedPromise")]
pub struct Promise {
    pub project: String,
    pub id: String,
    #[serde(default)]
    pub requirements: Vec<String>,
}
