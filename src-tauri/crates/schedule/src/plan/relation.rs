//! What binds one task to another.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::span::Lag;

/// What a task waits for.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[schemars(extend("examples" = [
    { "task": "A" },
    { "task": "A", "type": "SS", "lag": { "days": 2 } },
    { "task": "A", "type": "FF", "lag": { "percent": 50 } },
    { "task": "A", "type": "SF", "lag": { "elapsed_days": -1 } }
]))]
#[schemars(rename = "PlanRelation")]
pub struct Relation {
    /// The predecessor's `id`.
    pub task: String,
    #[serde(default, rename = "type")]
    pub kind: RelationType,
    #[serde(default)]
    pub lag: Lag,
}

/// Which end of the predecessor holds which end of the successor.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
pub enum RelationType {
    /// Finish to start: the successor starts when the predecessor has finished.
    #[default]
    #[serde(rename = "FS")]
    FinishStart,
    /// Start to start.
    #[serde(rename = "SS")]
    StartStart,
    /// Finish to finish.
    #[serde(rename = "FF")]
    FinishFinish,
    /// Start to finish: the successor finishes when the predecessor has started.
    #[serde(rename = "SF")]
    StartFinish,
}

impl RelationType {
    /// Whether it is the predecessor's start that holds.
    pub(crate) fn is_from_start(self) -> bool {
        matches!(self, Self::StartStart | Self::StartFinish)
    }

    /// Whether it is the successor's start that is held.
    pub(crate) fn is_to_start(self) -> bool {
        matches!(self, Self::FinishStart | Self::StartStart)
    }
}
