//! Projects, their stages and the stacks that keep separate audit trails.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::id::{ContractId, OrganisationId, PersonId, ProjectId, StackId, StageId};
use crate::text::{Language, Text};
use rust_decimal::Decimal;

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Project {
    pub id: ProjectId,
    /// The number people use: `HC-2026-014`.
    pub number: String,
    pub title: Text,
    pub summary: Text,
    pub client: OrganisationId,
    pub vendor: OrganisationId,
    pub supervisor: Option<OrganisationId>,
    pub partners: Vec<OrganisationId>,
    pub manager: PersonId,
    /// ISO 3166-1 alpha-2 of every law the project stands under.
    pub jurisdictions: Vec<String>,
}

/// One stage of a project's life; stages are named and ordered per project.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Stage {
    pub id: StageId,
    pub project: ProjectId,
    /// Place among the project's stages, from 1.
    pub position: u32,
    pub title: Text,
    pub started: Option<NaiveDate>,
    pub ended: Option<NaiveDate>,
}

/// All services of one country under one audit trail. The stack's identity names its trail.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Stack {
    pub id: StackId,
    pub project: ProjectId,
    pub position: u32,
    pub title: Text,
    pub jurisdiction: String,
    pub calendar: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Contract {
    pub id: ContractId,
    pub project: ProjectId,
    pub number: String,
    pub date: Option<NaiveDate>,
    pub title: Text,
    /// ISO 4217.
    pub currency: String,
    /// Including tax; none when unknown.
    pub amount: Option<Decimal>,
    /// Fraction: `0.06` is 6 %.
    pub vat_rate: Option<Decimal>,
    /// The language that prevails when the two differ; none when the contract names none.
    pub prevailing_language: Option<Language>,
    pub deemed_acceptance: Option<DeemedAcceptance>,
}

/// What the contract says of silence after a proven notice of readiness.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct DeemedAcceptance {
    /// Working days after the day of the notice.
    pub working_days: u32,
    /// Key of the calendar the contract names.
    pub calendar: String,
    pub silence_means: Silence,
    pub clause: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Silence {
    Accepted,
    Rejected,
}

mod health;
mod template;
pub use health::{Health, HealthFacts, HealthReason, HealthView, SOON, health};
pub use template::{StageTemplate, TemplateError, TemplateStage, parse_stage_templates};

/// Where a project stands: the stage that has started last and not ended; none when no stage is running.
pub fn current_stage(stages: &[Stage]) -> Option<&Stage> {
    stages
        .iter()
        .filter(|stage| stage.started.is_some() && stage.ended.is_none())
        .max_by_key(|stage| stage.position)
}
