//! What was typed and not saved yet: kept in the workspace's file so that a crash does not take it, and no part of
//! the record.

use chrono::{DateTime, FixedOffset};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

pub use crate::party::Removed;

#[derive(Debug, Deserialize, JsonSchema)]
pub struct ListDrafts {}

#[derive(Debug, Serialize, JsonSchema)]
pub struct Drafts {
    /// The newest first.
    pub drafts: Vec<Draft>,
}

#[derive(Debug, Serialize, JsonSchema)]
pub struct Draft {
    pub place: String,
    pub at: DateTime<FixedOffset>,
    pub typed: String,
}

/// Where something is typed: the form and the record in it, in the window's own words.
#[derive(Debug, Deserialize, JsonSchema)]
pub struct DraftRef {
    pub place: String,
}

#[derive(Debug, Serialize, JsonSchema)]
pub struct KeptDraft {
    pub draft: Option<Draft>,
}

/// Keeps what was typed in place of what was kept there before. No entry of the journal and no undo: the record is
/// as it was.
#[derive(Debug, Deserialize, JsonSchema)]
pub struct KeepDraft {
    /// At most 200 characters.
    pub place: String,
    /// At most 200,000 characters, in the window's own form.
    pub typed: String,
}

#[derive(Debug, Serialize, JsonSchema)]
pub struct DraftKept {
    pub at: DateTime<FixedOffset>,
}
