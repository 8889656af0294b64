//! Tables that a client sent, on their way into the record.

use chrono::NaiveDate;
use hefu_domain::id::{MappingId, ProjectId};
use hefu_domain::mapping::{Mapping, Reading};
use hefu_domain::scope::{Method, Priority};
use hefu_domain::text::Words;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

pub use hefu_exchange::{
    Choices as ImportChoices, Column as ImportColumn, EncodingRead as ImportEncoding, Fault as ImportFault,
    Field as ImportField, LeftOut as ImportLeftOut, Part as ImportPart, SheetFound as ImportSheet,
    Target as ImportTarget, Tidied as ImportTidied,
};

/// A table pasted as text or read from a file (XLSX, ODS, DOCX, CSV, TSV).
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", tag = "from", deny_unknown_fields)]
pub enum TableSource {
    Pasted { text: String },
    File { path: String },
}

#[derive(Debug, Deserialize, JsonSchema)]
pub struct PreviewImport {
    pub target: ImportTarget,
    pub source: TableSource,
    /// What was chosen by hand; the rest is found.
    #[serde(default)]
    pub choices: ImportChoices,
}

/// What an import would do, before it does it.
#[derive(Debug, Serialize, JsonSchema)]
pub struct ImportPreview {
    /// The sheets of the source, and which of them are read.
    pub sheets: Vec<ImportSheet>,
    /// In which encoding a text from a file was read, and whether others could be meant.
    pub encoding: Option<ImportEncoding>,
    /// Headings as found, and what each was taken for.
    pub columns: Vec<ImportColumn>,
    /// What a column may hold.
    pub fields: Vec<ImportField>,
    /// The columns with words of which nothing would be taken in.
    pub not_read: Vec<UnreadColumn>,
    pub rows: Vec<ImportRow>,
    /// Rows below the heading that would not come, and why.
    pub left_out: Vec<ImportLeftOut>,
    /// Numbers that would be kept otherwise than they stand.
    pub tidied: Vec<ImportTidied>,
    pub faults: Vec<ImportFault>,
}

/// A column with words that has no place in the record as it is headed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct UnreadColumn {
    /// `A`, `B`, ….
    pub address: String,
    /// Blank where words stand below no heading.
    pub heading: String,
}

/// A row that would come. What the source says nothing of is blank or none.
#[derive(Debug, Serialize, JsonSchema)]
pub struct ImportRow {
    /// The sheet it is of: its place in the list, from 0.
    pub sheet: u32,
    /// Row in the source, from 1, the heading counted.
    pub row: u32,
    pub is_hidden: bool,
    pub number: String,
    /// The number of a criterion's chapter; blank of anything else, and where its title alone says which it is.
    pub chapter: String,
    pub chapter_title: Words,
    /// Title of a requirement or deliverable, text of a criterion.
    pub text: Words,
    pub priority: Option<Priority>,
    /// Where a requirement comes from.
    pub source: String,
    pub due: Option<NaiveDate>,
    pub handed_over: Option<NaiveDate>,
    pub method: Option<Method>,
    /// The requirement beside a criterion.
    pub requirement: Option<ImportPart>,
    /// The deliverable beside a criterion.
    pub deliverable: Option<ImportPart>,
}

#[derive(Debug, Deserialize, JsonSchema)]
pub struct CompareImport {
    pub project: ProjectId,
    pub target: ImportTarget,
    pub source: TableSource,
    #[serde(default)]
    pub choices: ImportChoices,
}

/// What an import would change in the record, field by field; nothing when the table has faults.
#[derive(Debug, Default, Serialize, JsonSchema)]
pub struct ImportComparison {
    pub added: u32,
    pub changed: u32,
    pub unchanged: u32,
    pub changes: Vec<ImportChange>,
    /// What the record has and the table does not; it would stay as it is.
    pub missing: Vec<MissingRecord>,
    /// Faults of the table; while there are any, nothing can be imported.
    pub faults: u32,
}

/// What an import would do to one record.
#[derive(Debug, Serialize, JsonSchema)]
pub struct ImportChange {
    /// `requirement`, `deliverable`, `chapter` or `criterion`.
    pub noun: String,
    pub number: String,
    /// The first row that says so: sheet by its place from 0, and row in the source.
    pub sheet: u32,
    pub row: u32,
    pub standing: ImportStanding,
    /// The fields that change; of a record that is added, those that it gets.
    pub fields: Vec<ImportedChange>,
    /// A side of a text that a person had reviewed would be stale: the other side changes.
    pub stale: Vec<ImportField>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ImportStanding {
    Added,
    Changed,
    Unchanged,
}

/// One field, old value beside new.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ImportedChange {
    pub field: ImportField,
    /// Blank where there was none.
    pub before: String,
    pub after: String,
}

#[derive(Debug, Serialize, JsonSchema)]
pub struct MissingRecord {
    pub noun: String,
    pub number: String,
    pub text: Words,
}

#[derive(Debug, Deserialize, JsonSchema)]
pub struct ImportTable {
    pub project: ProjectId,
    pub target: ImportTarget,
    pub source: TableSource,
    /// What was chosen by hand; the rest is found.
    #[serde(default)]
    pub choices: ImportChoices,
}

#[derive(Debug, Serialize, JsonSchema)]
pub struct Imported {
    pub added: u32,
    pub changed: u32,
    /// Rows, deliverables and requirements that the record has as they stand.
    pub unchanged: u32,
    /// Links that were made between what the table names side by side.
    pub links: u32,
    /// The columns with words of which nothing was taken in.
    pub not_read: Vec<UnreadColumn>,
}

#[derive(Debug, Deserialize, JsonSchema)]
pub struct ListMappings {
    /// The project whose client's tables are meant.
    pub project: ProjectId,
}

/// The kept ways to read a client's tables, by name.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Mappings {
    pub mappings: Vec<Mapping>,
}

#[derive(Debug, Deserialize, JsonSchema)]
pub struct SaveMapping {
    /// The project whose client's tables are meant.
    pub project: ProjectId,
    /// One of the same name is written over.
    pub name: String,
    pub target: ImportTarget,
    pub reading: Reading,
}

#[derive(Debug, Serialize, JsonSchema)]
pub struct MappingSaved {
    pub mapping: MappingId,
}

#[derive(Debug, Deserialize, JsonSchema)]
pub struct MappingRef {
    pub mapping: MappingId,
}
