//! Evidence 佐证材料: a file or a photograph that supports a mark.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::id::{CriterionId, EvidenceId, PersonId, ProjectId};
use crate::text::Text;

/// Where the bytes are.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", tag = "held")]
pub enum Holding {
    /// Inside the workspace, by hash.
    Kept { sha256: String, size: u64 },
    /// Outside; only the hash is kept.
    Referenced { sha256: String, size: u64, path: String },
    /// Named in the record; its bytes have not been given to Hefu.
    Named,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Evidence {
    pub id: EvidenceId,
    pub project: ProjectId,
    pub criterion: CriterionId,
    pub number: String,
    pub title: Text,
    pub file_name: String,
    pub kind: String,
    pub date: NaiveDate,
    pub valid_until: Option<NaiveDate>,
    pub provided_by: Option<PersonId>,
    pub holding: Holding,
}
