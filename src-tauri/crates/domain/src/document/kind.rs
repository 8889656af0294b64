//! The kinds of paper: what one is of, and which parts of free text it has.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Part;
use crate::id::RoundId;

/// What a document is, as it is kept and called by: `acceptance_report`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum DocumentKind {
    /// 初步验收报告 or 终验报告, by the round's kind.
    AcceptanceReport,
    /// 遗留问题清单: of a round, or of the whole project.
    OpenIssueList,
}

/// What a document is of, within its project.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", tag = "subject")]
pub enum Subject {
    Project,
    Round { round: RoundId },
}

impl DocumentKind {
    /// In the order in which they are offered.
    pub const ALL: [Self; 2] = [Self::AcceptanceReport, Self::OpenIssueList];

    /// The parts that hold free text, in the order they are printed.
    pub const fn parts(self) -> &'static [Part] {
        match self {
            Self::AcceptanceReport => &[
                Part::Basis,
                Part::Scope,
                Part::Schedule,
                Part::Tests,
                Part::TrialRun,
                Part::Compliance,
                Part::Training,
                Part::OpenIssues,
                Part::Payment,
                Part::Conclusion,
                Part::Signature,
                Part::VendorDoesNotSign,
                Part::ClientDoesNotSign,
                Part::SupervisorDoesNotSign,
                Part::Language,
            ],
            Self::OpenIssueList => &[
                Part::OpenIssues,
                Part::Signature,
                Part::VendorDoesNotSign,
                Part::ClientDoesNotSign,
                Part::SupervisorDoesNotSign,
                Part::Language,
            ],
        }
    }
}

impl Subject {
    /// The round it is of; none when it is of the whole project.
    pub const fn round(self) -> Option<RoundId> {
        match self {
            Self::Project => None,
            Self::Round { round } => Some(round),
        }
    }
}

/// A round, or the whole project where there is none.
impl From<Option<RoundId>> for Subject {
    fn from(round: Option<RoundId>) -> Self {
        round.map_or(Self::Project, |round| Self::Round { round })
    }
}
