//! What is told of a trail of the journal that came as a file.

use chrono::{DateTime, FixedOffset};
use hefu_domain::text::Words;
use schemars::JsonSchema;
use serde::Serialize;

/// What a trail's file says of itself, and what was counted in it.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct VerifiedTrail {
    /// What the workspace it was written out of is called.
    pub workspace: String,
    /// UUID.
    pub workspace_id: String,
    /// Name of the chain, as in heads.
    pub trail: String,
    /// None for the workspace's own chain.
    pub title: Option<Words>,
    pub project: Option<VerifiedProject>,
    pub exported_at: DateTime<FixedOffset>,
    /// Entries that were read and fit.
    pub entries: u64,
    /// Numbers of the first and the last entry, as the file states them.
    pub first: u64,
    pub last: u64,
    /// Entries of which a person was erased, each covered by an erasure in the file.
    pub erased: u64,
    /// Those among them that an older program wrote: nothing proves what an erasure took out of them.
    pub unproven: u64,
    /// What stands in the places of the texts that were taken out of the others, the first of them.
    pub left: Vec<TrailText>,
    pub head: String,
}

/// What an erasure left in the place of a text of an entry.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct TrailText {
    pub seq: u64,
    pub text: String,
}

#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct VerifiedProject {
    pub number: String,
    pub title: Words,
}
