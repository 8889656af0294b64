//! Projects, their stages and the stacks that keep separate audit trails.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::id::{OrganisationId, PersonId, ProjectId, StackId, StageId};
use crate::text::Text;

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

mod template;

pub use crate::contract::{Contract, DeemedAcceptance, Silence};
pub use template::{StageTemplate, TemplateError, TemplateStage, parse_stage_templates};

/// Where a project stands: the stage that has started last and not ended; none when no stage is running.
pub fn current_stage(stages: &[Stage]) -> Option<&Stage> {
    stages
        .iter()
        .filter(|stage| stage.started.is_some() && stage.ended.is_none())
        .max_by_key(|stage| stage.position)
}
