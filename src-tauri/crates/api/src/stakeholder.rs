//! The people who matter to a project: where each stands, and who is to be met.

use chrono::NaiveDate;
use hefu_delivery::stakeholder::StakeholderStands;
use hefu_domain::id::ProjectId;
use hefu_domain::register::Stakeholder;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

#[derive(Debug, Deserialize, JsonSchema)]
pub struct StakeholdersOf {
    pub project: ProjectId,
}

#[derive(Debug, Serialize, JsonSchema)]
pub struct Stakeholders {
    pub today: NaiveDate,
    /// By number.
    pub stakeholders: Vec<StakeholderRow>,
    /// Who should have been met by now.
    pub overdue: u32,
    /// Whose power or interest nobody has judged.
    pub unjudged: u32,
}

#[derive(Debug, Serialize, JsonSchema)]
pub struct StakeholderRow {
    pub record: Stakeholder,
    pub stands: StakeholderStands,
}
