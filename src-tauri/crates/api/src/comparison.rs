//! Any two moments of a record or a document, held against each other.

use hefu_domain::text::Words;
use hefu_domain::text::difference::WordPiece;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::journal::{ChangeKind, EntryLine, Shown};

/// A record of any noun.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
pub struct RecordRef {
    /// As [`crate::journal::RowChange::noun`] says it.
    pub noun: String,
    pub id: Uuid,
}

/// The moments of a record: each act that changed it, or what belongs to it.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Moments {
    /// What the record is called, now or last.
    pub label: Words,
    /// Newest first; at most 500.
    pub entries: Vec<EntryLine>,
}

#[derive(Debug, Deserialize, JsonSchema)]
pub struct CompareRequest {
    pub record: RecordRef,
    /// After this entry of the workspace chain; 0: before any.
    pub from: u64,
    /// After this entry; none: now.
    pub until: Option<u64>,
}

/// What differs between two moments.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Comparison {
    pub label: Words,
    /// The record itself, then what belongs to it, by noun and place. Only what differs.
    pub records: Vec<RecordDifference>,
}

#[derive(Debug, Serialize, JsonSchema)]
pub struct RecordDifference {
    /// Fluent has `noun-<noun>`.
    pub noun: String,
    pub id: Uuid,
    pub label: Words,
    pub change: ChangeKind,
    pub fields: Vec<FieldDifference>,
}

#[derive(Debug, Serialize, JsonSchema)]
pub struct FieldDifference {
    /// Fluent has `field-<field>`.
    pub field: String,
    pub before: Shown,
    pub after: Shown,
    /// Where the words of each side differ; none for a number, a day or a code.
    pub words: Option<WordDifference>,
}

#[derive(Debug, Serialize, JsonSchema)]
pub struct WordDifference {
    pub en: Vec<WordPiece>,
    pub zh: Vec<WordPiece>,
}
