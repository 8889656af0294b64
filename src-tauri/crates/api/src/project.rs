//! Projects, their contract and money.

use chrono::NaiveDate;
use hefu_domain::contract::{Contract, DeemedAcceptance};
use hefu_domain::id::{OrganisationId, PaymentMilestoneId, PersonId, ProjectId, RoundId, StageId};
use hefu_domain::payment::{PaymentMilestone, Trigger};
use hefu_domain::project::{Project, Stack, Stage};
use hefu_domain::text::{Language, Text, Words};
use rust_decimal::Decimal;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::acceptance::{Clock, Tally};

#[derive(Debug, Deserialize, JsonSchema)]
pub struct ListProjects {}

#[derive(Debug, Serialize, JsonSchema)]
pub struct ProjectList {
    pub projects: Vec<ProjectLine>,
}

#[derive(Debug, Serialize, JsonSchema)]
pub struct ProjectLine {
    pub project: Project,
    pub client: Text,
    pub manager: Text,
    pub stage: Option<Stage>,
    pub stages: u32,
    pub health: HealthView,
    pub contract_amount: Option<Decimal>,
    pub currency: Option<String>,
    pub waiting: Option<Decimal>,
}

pub use hefu_domain::health::{Health, HealthReason, HealthView};
pub use hefu_domain::payment::PaymentState;

#[derive(Debug, Deserialize, JsonSchema)]
pub struct ProjectRef {
    pub project: ProjectId,
}

#[derive(Debug, Serialize, JsonSchema)]
pub struct ProjectOverview {
    pub project: Project,
    pub client: Text,
    pub vendor: Text,
    pub supervisor: Option<Text>,
    pub partners: Vec<Text>,
    pub manager: Text,
    pub stages: Vec<Stage>,
    pub stacks: Vec<Stack>,
    pub contract: Option<Contract>,
    pub payments: Vec<PaymentView>,
    pub health: HealthView,
    pub rounds: Vec<RoundLine>,
    pub counts: Counts,
    pub clocks: Vec<Clock>,
    /// Key of the calendar by which its working days are counted: the vendor's.
    pub calendar: String,
}

#[derive(Debug, Serialize, JsonSchema)]
pub struct Counts {
    pub requirements: u32,
    pub deliverables: u32,
    pub deliverables_handed_over: u32,
    pub criteria: u32,
    pub evidence: u32,
    pub open_issues: u32,
    pub documents: u32,
}

#[derive(Debug, Serialize, JsonSchema)]
pub struct RoundLine {
    pub round: RoundId,
    pub number: String,
    pub kind: hefu_domain::acceptance::RoundKind,
    pub ordinal: u32,
    pub tally: Tally,
}

#[derive(Debug, Serialize, JsonSchema)]
pub struct PaymentView {
    pub milestone: PaymentMilestone,
    pub state: PaymentState,
    pub invoice_by: Option<NaiveDate>,
}

/// Without an id a new project is made, with the stages of the template.
#[derive(Debug, Deserialize, JsonSchema)]
pub struct SaveProject {
    pub project: Option<ProjectId>,
    pub number: String,
    pub title: Words,
    pub summary: Words,
    pub client: OrganisationId,
    pub vendor: OrganisationId,
    pub supervisor: Option<OrganisationId>,
    pub partners: Vec<OrganisationId>,
    pub manager: PersonId,
    pub jurisdictions: Vec<String>,
    pub template: Option<Template>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Template {
    CnPublicSector,
    SeaCommercial,
}

#[derive(Debug, Serialize, JsonSchema)]
pub struct ProjectSaved {
    pub project: ProjectId,
}

/// Starts or ends a stage.
#[derive(Debug, Deserialize, JsonSchema)]
pub struct SetStage {
    pub stage: StageId,
    pub started: Option<NaiveDate>,
    pub ended: Option<NaiveDate>,
}

#[derive(Debug, Deserialize, JsonSchema)]
pub struct SaveContract {
    pub project: ProjectId,
    pub number: String,
    pub date: Option<NaiveDate>,
    pub title: Words,
    pub currency: String,
    pub amount: Option<Decimal>,
    pub vat_rate: Option<Decimal>,
    pub prevailing_language: Option<Language>,
    pub deemed_acceptance: Option<DeemedAcceptance>,
}

#[derive(Debug, Deserialize, JsonSchema)]
pub struct SavePaymentMilestone {
    pub milestone: Option<PaymentMilestoneId>,
    pub project: ProjectId,
    pub position: u32,
    pub title: Words,
    pub share: Decimal,
    pub amount: Decimal,
    pub currency: String,
    pub trigger: Trigger,
    pub triggered: Option<NaiveDate>,
    pub paid: Option<NaiveDate>,
    pub invoice_within_days: Option<u32>,
}

/// Makes another project of what this one is built of: parties, stages, scope with its trace, terms and payment
/// milestones, first rounds without marks, and the newest version of each document as a draft. Nothing that happened
/// in it comes along.
#[derive(Debug, Deserialize, JsonSchema)]
pub struct DuplicateProject {
    pub project: ProjectId,
    /// Of the new one.
    pub number: String,
    pub title: Words,
    /// The first day of the new one, by which planned days are shifted; without one they are left out.
    pub start: Option<NaiveDate>,
}
