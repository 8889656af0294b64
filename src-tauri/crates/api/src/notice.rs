//! What the program notices of the record, and what is answered to it.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use hefu_domain::id::{PersonId, ProjectId};
use hefu_domain::text::{Text, Words};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use uuid::Uuid;

pub use hefu_notices::{Proposal, RuleName};

/// What is noticed today and was not answered.
#[derive(Debug, Deserialize, JsonSchema)]
pub struct NoticesRequest {
    /// None for every project's, and for what concerns several.
    pub project: Option<ProjectId>,
    /// At most so many; none for all.
    pub limit: Option<u32>,
}

#[derive(Debug, Serialize, JsonSchema)]
pub struct Notices {
    /// In the order of the rules, and within one of the projects.
    pub notices: Vec<NoticeLine>,
    /// How many there are, those beyond the limit with them.
    pub count: u32,
}

#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct NoticeLine {
    pub rule: RuleName,
    pub proposes: Proposal,
    /// None when it is of no one project.
    pub project: Option<ProjectId>,
    pub project_title: Option<Text>,
    pub records: Vec<NoticedLabel>,
    /// What it rests on: other facts are another notice.
    pub facts: BTreeMap<String, Value>,
    /// What changes from day to day and makes no new notice.
    pub measures: BTreeMap<String, Value>,
    /// SHA-256 of rule, project, records and facts, in hexadecimal.
    pub fingerprint: String,
    /// The title and the reason of what it becomes when it is accepted, as they are written into the record.
    pub title: Words,
    pub reason: Words,
}

/// A record that a notice is about, as a person knows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct NoticedLabel {
    /// `criterion`, `document`, `person`, ….
    pub noun: String,
    pub id: String,
    /// Blank where it has none.
    pub number: String,
    /// Its title or name; blank where it has none.
    pub title: Text,
}

/// Makes the risk or the action that a notice proposes.
#[derive(Debug, Deserialize, JsonSchema)]
pub struct AcceptNotice {
    pub fingerprint: String,
    /// Whose it becomes; none: of the project's manager.
    pub owner: Option<PersonId>,
    /// When an action is due or a risk reviewed; none: in a week.
    pub due: Option<NaiveDate>,
}

#[derive(Debug, Serialize, JsonSchema)]
pub struct NoticeAccepted {
    pub project: ProjectId,
    pub proposes: Proposal,
    /// The risk or the action.
    pub record: Uuid,
    pub number: String,
}

#[derive(Debug, Deserialize, JsonSchema)]
pub struct DismissNotice {
    pub fingerprint: String,
    pub reason: String,
}

#[derive(Debug, Serialize, JsonSchema)]
pub struct NoticeDismissed {}
