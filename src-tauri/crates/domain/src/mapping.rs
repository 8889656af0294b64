//! How the tables of a client are read: what a person chose once, kept under a name for the next month.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::id::{MappingId, OrganisationId};

/// A way to read the tables that a client sends.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Mapping {
    pub id: MappingId,
    /// Whose tables.
    pub organisation: OrganisationId,
    pub name: String,
    /// What a table becomes, as an import calls it: `requirements`, `case`, ….
    pub target: String,
    pub reading: Reading,
}

/// What was chosen by hand. Columns are known by their headings, since next month's table may have them elsewhere.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "MappedReading")]
pub struct Reading {
    /// The name of the sheet; none for the one that is found.
    pub sheet: Option<String>,
    pub all_sheets: bool,
    /// The row of the heading; none for the one that is found.
    pub heading: Option<u32>,
    pub hidden: bool,
    /// Whether a blank cell empties what the record holds.
    pub empties: bool,
    pub columns: Vec<MappedColumn>,
    /// What the client's own words for priorities and methods mean.
    #[serde(default)]
    pub words: Vec<MappedWord>,
}

/// A word of the client and the one that is known.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct MappedWord {
    pub word: String,
    /// As an import calls it: `must`, `inspection`, ….
    pub means: String,
}

/// What stands below a heading.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct MappedColumn {
    pub heading: String,
    /// The field as an import calls it; none when it is not read.
    pub field: Option<String>,
}
