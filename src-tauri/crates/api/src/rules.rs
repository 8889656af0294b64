//! What rule packs say of plain facts, without a workspace.

use chrono::NaiveDate;
use hefu_rules::{Context, Facts, Placement, Subject};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

pub use hefu_rules::{
    Classified as WorkloadsClassified, Routed as WorkloadsRouted, Shadow as ShadowEvaluated,
};

#[derive(Debug, Deserialize, JsonSchema)]
pub struct EvaluateRules {
    /// Identity of the pack, as `cn.outbound`; the version is that which speaks on the day.
    pub pack: String,
    pub context: Context,
    pub facts: Facts,
}

#[derive(Debug, Serialize, JsonSchema)]
pub struct RulesEvaluated {
    pub evaluation: hefu_rules::Evaluation,
    /// Facts that were given and that the pack does not ask for.
    pub unused: Vec<String>,
}

#[derive(Debug, Deserialize, JsonSchema)]
pub struct ClassifyWorkloads {
    pub context: Context,
    /// Workloads, datasets, logs, backups, telemetry and support channels.
    pub subjects: Vec<Subject>,
}

#[derive(Debug, Deserialize, JsonSchema)]
pub struct RouteWorkloads {
    pub context: Context,
    pub subjects: Vec<Subject>,
    /// Where they are planned to be.
    pub placements: Vec<Placement>,
}

#[derive(Debug, Deserialize, JsonSchema)]
pub struct ShadowEvaluate {
    pub today: NaiveDate,
    /// The other date, with drafts and packs of one's own where they are wanted.
    pub then: Context,
    pub subjects: Vec<Subject>,
}
