//! Projects, their contract and money, and the first page of the morning.

use chrono::NaiveDate;
use hefu_domain::id::{
    DocumentId, OrganisationId, PaymentMilestoneId, PersonId, ProjectId, RoundId, StageId,
};
use hefu_domain::payment::{PaymentMilestone, Trigger};
use hefu_domain::project::{Contract, DeemedAcceptance, Project, Stack, Stage};
use hefu_domain::text::{Language, Text, Words};
use rust_decimal::Decimal;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::acceptance::{Clock, Tally};

#[derive(Debug, Deserialize, JsonSchema)]
pub struct TodayRequest {}

/// Everything that needs the person, over all projects.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Today {
    pub today: NaiveDate,
    pub projects: u32,
    pub items: Vec<TodayItem>,
    pub waiting: WaitingMoney,
    pub clocks: Vec<RunningClock>,
}

/// A thing to do; computed, never typed.
#[derive(Debug, Serialize, JsonSchema)]
pub struct TodayItem {
    pub urgency: Urgency,
    pub project: ProjectId,
    pub project_title: Text,
    pub what: TodayWhat,
    /// The day it was or is due.
    pub due: Option<NaiveDate>,
    /// Working days until due by the project's calendar; negative when late.
    pub working_days: Option<i64>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Urgency {
    Blocked,
    Late,
    Soon,
    Language,
}

#[derive(Debug, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case", tag = "kind")]
pub enum TodayWhat {
    /// A report waits for signatures and money behind it.
    SignatureAwaited {
        document: DocumentId,
        number: String,
        title: Text,
        signed: u32,
        signers: u32,
    },
    /// A round has criteria not tested yet.
    CriteriaOpen {
        round: RoundId,
        number: String,
        not_tested: u32,
        failed: u32,
    },
    /// A blocking open issue.
    BlockingIssue {
        round: RoundId,
        number: String,
        text: Text,
    },
    DeliverableDue {
        number: String,
        title: Text,
    },
    /// Evidence whose validity has ended.
    EvidenceExpired {
        criterion: String,
        title: Text,
    },
    /// Texts of a document with a side missing, draft or stale.
    TextsToReview {
        document: DocumentId,
        number: String,
        count: u32,
    },
    OpenIssueDue {
        round: RoundId,
        number: String,
        text: Text,
    },
}

/// Money that only a missing signature holds back.
#[derive(Debug, Serialize, JsonSchema)]
pub struct WaitingMoney {
    /// One sum a currency: amounts of different currencies are never added.
    pub sums: Vec<Sum>,
    pub lines: Vec<WaitingLine>,
}

#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Sum {
    pub amount: Decimal,
    pub currency: String,
}

#[derive(Debug, Serialize, JsonSchema)]
pub struct WaitingLine {
    pub project: ProjectId,
    pub project_title: Text,
    pub milestone: Text,
    pub amount: Decimal,
    pub currency: String,
}

#[derive(Debug, Serialize, JsonSchema)]
pub struct RunningClock {
    pub project: ProjectId,
    pub project_title: Text,
    pub round: RoundId,
    pub clock: Clock,
}

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

pub use hefu_domain::payment::PaymentState;
pub use hefu_domain::project::{Health, HealthReason, HealthView};

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
