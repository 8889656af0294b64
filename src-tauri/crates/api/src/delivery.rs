//! The rules of running a project, asked with plain facts: gates, registers, approvals, how long things take, who answers
//! for what, when a small supplier has to be paid, and what the program notices.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use hefu_delivery::approval::{Approval, ApprovalStands};
use hefu_delivery::change::{Change, ChangesStand};
use hefu_delivery::gate::{Condition, GateFacts, GateStands, Waiver};
use hefu_delivery::lifecycle::Lifecycles;
use hefu_delivery::partner::{PartnerRecord, PartnerWork};
use hefu_delivery::process::{Comparison, Entry, Process, ProjectTraits};
use hefu_delivery::raci::{RaciFault, RaciRow};
use hefu_delivery::risk::{Matrix, Register, Risk};
use hefu_delivery::service_level::{LevelStands, Measured, ServiceLevel};
use hefu_delivery::small_supplier::{SupplierPayment, SupplierPaymentDue};
use hefu_delivery::stakeholder::{Stakeholder, StakeholderStands};
use hefu_notices::Notice;
use hefu_notices::facts::Facts;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::calendar::CalendarChoice;

/// How a gate stands, by its conditions, what is known and its waivers.
#[derive(Debug, Deserialize, JsonSchema)]
pub struct EvaluateGate {
    pub conditions: Vec<Condition>,
    pub facts: GateFacts,
    #[serde(default)]
    pub waivers: Vec<Waiver>,
    pub today: NaiveDate,
}

#[derive(Debug, Serialize, JsonSchema)]
pub struct GateEvaluated {
    #[serde(flatten)]
    pub stands: GateStands,
}

/// Stages, gates, conditions and hand-over checklists that a project starts with.
#[derive(Debug, Deserialize, JsonSchema)]
pub struct ListLifecycles {}

#[derive(Debug, Serialize, JsonSchema)]
pub struct LifecycleList {
    #[serde(flatten)]
    pub lifecycles: Lifecycles,
}

/// Scores a register on a matrix.
#[derive(Debug, Deserialize, JsonSchema)]
pub struct ScoreRisks {
    pub matrix: Matrix,
    pub risks: Vec<Risk>,
    pub today: NaiveDate,
}

#[derive(Debug, Serialize, JsonSchema)]
pub struct RisksScored {
    #[serde(flatten)]
    pub register: Register,
}

/// What changes would do and did, and whether they were decided as agreed.
#[derive(Debug, Deserialize, JsonSchema)]
pub struct WeighChanges {
    pub changes: Vec<Change>,
}

#[derive(Debug, Serialize, JsonSchema)]
pub struct ChangesWeighed {
    #[serde(flatten)]
    pub stand: ChangesStand,
}

/// When approvals are to be expected, and which wait longer than their like.
#[derive(Debug, Deserialize, JsonSchema)]
pub struct TrackApprovals {
    pub approvals: Vec<Approval>,
    /// By which days are counted; China's when there is none.
    #[serde(default)]
    pub calendars: Vec<CalendarChoice>,
    pub today: NaiveDate,
}

#[derive(Debug, Serialize, JsonSchema)]
pub struct ApprovalsTracked {
    pub approvals: Vec<ApprovalStands>,
}

/// What the program notices, without what it has told before.
#[derive(Debug, Deserialize, JsonSchema)]
pub struct FindNotices {
    pub facts: Facts,
    /// Fingerprints of notices that stand, were accepted or were dismissed.
    #[serde(default)]
    pub raised: BTreeSet<String>,
}

#[derive(Debug, Serialize, JsonSchema)]
pub struct NoticesFound {
    pub notices: Vec<Notice>,
}

/// How long stages, gates and signatures took, where they wait, and how that changed on a day.
#[derive(Debug, Deserialize, JsonSchema)]
pub struct MeasureProcess {
    pub entries: Vec<Entry>,
    #[serde(default)]
    pub projects: Vec<ProjectTraits>,
    #[serde(default)]
    pub calendars: Vec<CalendarChoice>,
    pub today: NaiveDate,
    /// The day on which a template changed.
    pub changed: Option<NaiveDate>,
}

#[derive(Debug, Serialize, JsonSchema)]
pub struct ProcessMeasured {
    #[serde(flatten)]
    pub process: Process,
    /// Before and after the day; none when no day was named.
    pub comparisons: Option<Vec<Comparison>>,
}

/// What is wrong with who answers for what.
#[derive(Debug, Deserialize, JsonSchema)]
pub struct CheckRaci {
    pub packages: Vec<RaciRow>,
}

#[derive(Debug, Serialize, JsonSchema)]
pub struct RaciChecked {
    pub faults: Vec<RaciFault>,
}

/// Where people stand between power and interest, and who is to be met.
#[derive(Debug, Deserialize, JsonSchema)]
pub struct MapStakeholders {
    pub stakeholders: Vec<Stakeholder>,
    pub today: NaiveDate,
}

#[derive(Debug, Serialize, JsonSchema)]
pub struct StakeholdersMapped {
    pub stakeholders: Vec<StakeholderStands>,
}

/// How partners keep their days and pass, and how soon they answer.
#[derive(Debug, Deserialize, JsonSchema)]
pub struct RatePartners {
    pub partners: Vec<PartnerWork>,
    #[serde(default)]
    pub calendars: Vec<CalendarChoice>,
    pub today: NaiveDate,
}

#[derive(Debug, Serialize, JsonSchema)]
pub struct PartnersRated {
    pub partners: Vec<PartnerRecord>,
}

/// Service levels against their targets, month by month.
#[derive(Debug, Deserialize, JsonSchema)]
pub struct CheckServiceLevels {
    pub levels: Vec<ServiceLevel>,
    pub measured: Vec<Measured>,
}

#[derive(Debug, Serialize, JsonSchema)]
pub struct ServiceLevelsChecked {
    pub levels: Vec<LevelStands>,
}

/// When a small or medium-sized supplier has to be paid (Order 802).
#[derive(Debug, Deserialize, JsonSchema)]
pub struct SupplierPaymentDate {
    pub payment: SupplierPayment,
    #[serde(default)]
    pub calendars: Vec<CalendarChoice>,
}

#[derive(Debug, Serialize, JsonSchema)]
pub struct SupplierPaymentDated {
    #[serde(flatten)]
    pub due: SupplierPaymentDue,
}
