//! Issues: what has gone wrong and stands in the way.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::kept;
use crate::acceptance::Blocking;
use crate::id::{PersonId, RiskId};

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    Low,
    Medium,
    High,
    Critical,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum IssueState {
    Open,
    /// Mended; nobody has confirmed it.
    Resolved,
    Closed,
}

kept! {
    /// Something that went wrong. What stays open after an acceptance is an open issue of its round, not this.
    Issue(IssueId) as IssueFields in "IS-"
    texts { title, note }
    fields {
        severity: Severity,
        owner: Option<PersonId>,
        raised: Option<NaiveDate>,
        due: Option<NaiveDate>,
        resolved: Option<NaiveDate>,
        state: IssueState,
        /// Whether it stands in the way of a gate.
        blocking: Blocking,
        /// The risk that happened.
        from_risk: Option<RiskId>,
    }
}
