//! What can be found.

use schemars::JsonSchema;
use serde::Serialize;

/// A kind of record that is found by words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Noun {
    Project,
    Organisation,
    Person,
    Requirement,
    Deliverable,
    Criterion,
    Round,
    OpenIssue,
    Document,
    /// A text of a document.
    Section,
    Evidence,
}

/// Nouns that are found together and shown together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Group {
    Parties,
    Records,
    Documents,
    Evidence,
}

impl Group {
    pub const ALL: [Self; 4] = [Self::Parties, Self::Records, Self::Documents, Self::Evidence];
}

impl Noun {
    pub fn group(self) -> Group {
        match self {
            Self::Project | Self::Organisation | Self::Person => Group::Parties,
            Self::Requirement | Self::Deliverable | Self::Criterion | Self::Round | Self::OpenIssue => {
                Group::Records
            }
            Self::Document | Self::Section => Group::Documents,
            Self::Evidence => Group::Evidence,
        }
    }
}
