//! Templates: plans of projects kept under a name, to begin projects with.

use chrono::NaiveDate;
use hefu_domain::id::{OrganisationId, PersonId, ProjectId, TemplateId};
use hefu_domain::text::{Text, Words};
use rust_decimal::Decimal;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

pub use crate::party::Removed;
pub use crate::project::ProjectSaved;
pub use hefu_domain::plan::PlanCounts;

#[derive(Debug, Deserialize, JsonSchema)]
pub struct ListTemplates {}

#[derive(Debug, Serialize, JsonSchema)]
pub struct Templates {
    /// The newest first.
    pub templates: Vec<TemplateLine>,
}

#[derive(Debug, Serialize, JsonSchema)]
pub struct TemplateLine {
    pub template: TemplateId,
    pub name: Text,
    /// The day it was made.
    pub made: NaiveDate,
    pub counts: PlanCounts,
}

/// Keeps what a project is built of, without names of clients and people, money and days: of these only how many
/// days after the first they are.
#[derive(Debug, Deserialize, JsonSchema)]
pub struct SaveTemplate {
    pub project: ProjectId,
    pub name: Words,
}

#[derive(Debug, Deserialize, JsonSchema)]
pub struct RenameTemplate {
    pub template: TemplateId,
    pub name: Words,
}

#[derive(Debug, Serialize, JsonSchema)]
pub struct TemplateSaved {
    pub template: TemplateId,
}

#[derive(Debug, Deserialize, JsonSchema)]
pub struct TemplateRef {
    pub template: TemplateId,
}

/// Makes a project of a template.
#[derive(Debug, Deserialize, JsonSchema)]
pub struct StartProject {
    pub template: TemplateId,
    pub number: String,
    pub title: Words,
    pub summary: Words,
    pub client: OrganisationId,
    pub vendor: OrganisationId,
    pub supervisor: Option<OrganisationId>,
    pub partners: Vec<OrganisationId>,
    pub manager: PersonId,
    /// The first day, from which the others are counted; without one no day is set.
    pub start: Option<NaiveDate>,
    /// ISO 4217.
    pub currency: String,
    /// Of the contract, including tax: the payment milestones take their shares of it. Zero while it is not known.
    pub amount: Option<Decimal>,
}
