//! Acceptance rounds, item by item: marks, open issues, conclusion.

use chrono::{DateTime, FixedOffset, NaiveDate};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::id::{CriterionId, FindingId, OpenIssueId, PersonId, ProjectId, RoundId};
use crate::text::Text;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum RoundKind {
    /// 初验
    Preliminary,
    /// 终验
    Final,
}

/// The mark of one criterion in one round.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Mark {
    /// 通过
    Passed,
    /// 通过（有保留意见）
    PassedWithRemark,
    /// 不通过
    Failed,
    /// 未测试
    NotTested,
}

/// What the parties conclude of a round.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Conclusion {
    /// 通过
    Passed,
    /// 有条件通过
    Conditional,
    /// 整改后复验
    Reinspection,
    /// 不通过
    Failed,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Round {
    pub id: RoundId,
    pub project: ProjectId,
    /// `PA-01`.
    pub number: String,
    pub kind: RoundKind,
    /// First, second, … round of its kind.
    pub ordinal: u32,
    pub planned: Option<NaiveDate>,
    /// The day the notice of readiness was received, proven.
    pub notice: Option<NaiveDate>,
    pub meeting: Option<NaiveDate>,
    /// None until the parties have concluded.
    pub conclusion: Option<Conclusion>,
}

/// What was found for one criterion in one round. A criterion without a finding is not tested.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Finding {
    pub id: FindingId,
    pub round: RoundId,
    pub criterion: CriterionId,
    pub mark: Mark,
    pub measured: Text,
    pub remark: Text,
    pub marked_by: Option<PersonId>,
    pub witness: Option<PersonId>,
    pub marked_at: Option<DateTime<FixedOffset>>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Blocking {
    Blocks,
    DoesNotBlock,
}

/// An open issue 遗留问题 of a round.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct OpenIssue {
    pub id: OpenIssueId,
    pub project: ProjectId,
    pub round: RoundId,
    pub criterion: Option<CriterionId>,
    /// `OI-01`.
    pub number: String,
    pub text: Text,
    pub owner: Option<PersonId>,
    pub due: Option<NaiveDate>,
    pub blocking: Blocking,
    pub closed: Option<NaiveDate>,
}
