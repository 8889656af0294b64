//! The registers: one command writes a record of any of their kinds, one removes it, one reads them.

use hefu_domain::id::{ProjectId, StackId};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

pub use crate::party::Removed;
pub use crate::register_view::{
    DecideChange, RegisterApproval, RegisterCount, RegisterDay, RegisterKind, RegisterLink, RegisterName,
    RegisterOf, RegisterRow, RegisterState, RegisterTurn, RegisterView, RiskFigures, RiskHappened, Verdict,
};
pub use hefu_domain::register::{KeptKind, KeptRecord, RecordFields};

#[derive(Debug, Deserialize, JsonSchema)]
pub struct SaveRecord {
    /// None adds one.
    pub record: Option<Uuid>,
    pub project: ProjectId,
    /// Of which stack alone; none: of the whole project.
    pub stack: Option<StackId>,
    /// None takes the next one of the kind's series, or leaves the record its own.
    pub number: Option<String>,
    pub fields: RecordFields,
}

#[derive(Debug, Serialize, JsonSchema)]
pub struct RecordSaved {
    pub record: Uuid,
    pub number: String,
}

#[derive(Debug, Deserialize, JsonSchema)]
pub struct KeptRef {
    pub kind: KeptKind,
    pub record: Uuid,
}

#[derive(Debug, Deserialize, JsonSchema)]
pub struct ListRecords {
    /// None for every project's.
    pub project: Option<ProjectId>,
    /// Empty for every kind.
    pub kinds: Vec<KeptKind>,
}

#[derive(Debug, Serialize, JsonSchema)]
pub struct RecordList {
    /// Kind by kind in the order of the kinds, each by number.
    pub records: Vec<KeptRecord>,
}
