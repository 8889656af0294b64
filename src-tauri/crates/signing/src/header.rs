//! Which trail of which workspace a file is of: its first line, which a report on it repeats.

use chrono::{DateTime, FixedOffset};
use serde::{Deserialize, Serialize};

use crate::record::Pair;

/// The first line of a trail's file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TrailHeader {
    pub workspace: WorkspaceName,
    /// Name of the chain, as in its entries and heads.
    pub trail: String,
    /// What people call it; empty for the workspace's own chain.
    pub title: Pair,
    /// None for the workspace's own chain.
    pub project: Option<ProjectName>,
    pub exported_at: DateTime<FixedOffset>,
    pub exported_by: Pair,
    /// Who was in the room and attests whose key signed; empty with a certificate of one's own.
    pub attested_by: Vec<String>,
    pub first: u64,
    pub last: u64,
    /// `trail seq hash` of the last entry.
    pub head: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WorkspaceName {
    /// UUID.
    pub id: String,
    pub name: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProjectName {
    pub number: String,
    pub title: Pair,
}
