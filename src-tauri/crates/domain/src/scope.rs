//! Requirement → deliverable → acceptance criterion, and the links between them.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::id::{
    ChapterId, CriterionId, DeliverableId, LinkId, OrganisationId, ProjectId, RequirementId, StackId,
};
use crate::text::Text;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Priority {
    Must,
    Should,
    Could,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Requirement {
    pub id: RequirementId,
    pub project: ProjectId,
    pub number: String,
    pub title: Text,
    pub priority: Priority,
    pub stack: Option<StackId>,
    /// Where it comes from: contract, annex, item.
    pub source: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Deliverable {
    pub id: DeliverableId,
    pub project: ProjectId,
    pub number: String,
    pub title: Text,
    pub stack: Option<StackId>,
    pub organisation: Option<OrganisationId>,
    pub due: Option<NaiveDate>,
    pub handed_over: Option<NaiveDate>,
}

/// A chapter of the list of acceptance criteria.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Chapter {
    pub id: ChapterId,
    pub project: ProjectId,
    pub position: u32,
    pub title: Text,
}

/// How a criterion is verified.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Method {
    /// Nobody has said: nothing is printed of it.
    NotStated,
    Inspection,
    Test,
    Drill,
    Measurement,
    Reconciliation,
    Record,
    Sampling,
    WalkThrough,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Criterion {
    pub id: CriterionId,
    pub project: ProjectId,
    pub chapter: ChapterId,
    /// Place within the chapter, from 1.
    pub position: u32,
    /// `3.4`: chapter and place, as the contract numbers it.
    pub number: String,
    pub text: Text,
    pub method: Method,
}

/// The two ends of a link of the trace.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", tag = "kind")]
pub enum LinkEnds {
    /// The deliverable answers the requirement.
    Delivers { requirement: RequirementId, deliverable: DeliverableId },
    /// The criterion proves the requirement.
    Proves { requirement: RequirementId, criterion: CriterionId },
    /// The criterion examines the deliverable.
    Examines { deliverable: DeliverableId, criterion: CriterionId },
}

/// A link of the trace. It keeps the fingerprint of what it pointed at when someone last confirmed it; when
/// that has changed the link is suspect.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Link {
    pub id: LinkId,
    pub project: ProjectId,
    pub ends: LinkEnds,
    /// SHA-256 (hex) of the words of both ends when last confirmed.
    pub fingerprint: String,
}
