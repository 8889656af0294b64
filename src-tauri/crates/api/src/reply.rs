//! What every call answers with beside its view.

use hefu_domain::id::ProjectId;
use hefu_domain::noun::Area;
use hefu_domain::text::Words;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::value::{RawValue, Value};

/// A part of the record in domain words. A query declares which it reads; an action says which it made stale.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Topic {
    Workspace,
    Projects,
    Parties,
    Scope,
    Acceptance,
    Register,
    Documents,
    Journal,
}

impl From<Area> for Topic {
    fn from(area: Area) -> Self {
        match area {
            Area::Workspace => Self::Workspace,
            Area::Projects => Self::Projects,
            Area::Parties => Self::Parties,
            Area::Scope => Self::Scope,
            Area::Acceptance => Self::Acceptance,
            Area::Register => Self::Register,
            Area::Documents => Self::Documents,
        }
    }
}

impl Topic {
    pub const ALL: [Topic; 8] = [
        Topic::Workspace,
        Topic::Projects,
        Topic::Parties,
        Topic::Scope,
        Topic::Acceptance,
        Topic::Register,
        Topic::Documents,
        Topic::Journal,
    ];
}

/// What a call answers: its view, what it made stale, and the act it wrote, if any.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
pub struct Reply {
    // As text: the tree of a long list takes longer to build than its records to read.
    #[schemars(with = "Value")]
    pub view: Box<RawValue>,
    pub stale: Vec<Topic>,
    pub wrote: Option<Wrote>,
    /// The last entry of the workspace chain when this was answered; none where no workspace was asked. What is saved on
    /// the ground of this answer says so by `based_on`.
    pub at: Option<u64>,
}

impl Reply {
    /// The view as a tree.
    pub fn view(&self) -> Value {
        self.view.get().parse().expect("what was written as JSON is read as JSON")
    }
}

/// The act a call wrote: what the undo toast needs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Wrote {
    /// The act in snake case: `criterion_marked`; Fluent says it as `journal-criterion-marked`.
    pub act: String,
    /// The arguments of its sentence.
    pub args: serde_json::Map<String, serde_json::Value>,
    /// Sequence number in the workspace chain.
    pub seq: u64,
    pub undo: Undoable,
    pub project: Option<ProjectId>,
    /// What that project is called, when the act was undone or redone: it may be another than the one in view.
    pub of: Option<Words>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Undoable {
    Yes,
    /// Confirmed beforehand; superseded or voided later.
    No,
}

/// How far a long call has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Progress {
    pub done: u64,
    /// Zero while the whole is not known.
    pub total: u64,
}
