//! Tables and single records out of the window, as they are shown.

use chrono::NaiveDate;
use hefu_domain::text::Words;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Writes a table as it is shown, filtered and sorted, to a file.
#[derive(Debug, Deserialize, JsonSchema)]
pub struct ExportTable {
    /// Ends in `.xlsx` or `.csv`.
    pub path: String,
    /// Stands on the sheet's tab.
    pub name: String,
    /// The day that stands in the file's properties.
    pub date: NaiveDate,
    pub columns: Vec<ExportColumn>,
    /// Each row has a cell for every column; an empty one is blank.
    pub rows: Vec<Vec<String>>,
}

#[derive(Debug, Deserialize, JsonSchema)]
pub struct ExportColumn {
    pub heading: String,
    pub holds: Holds,
}

/// What the cells of a column are; a cell that is not goes out as the text it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Holds {
    Text,
    /// Plain decimals, `1234.50`.
    Number,
}

#[derive(Debug, Serialize, JsonSchema)]
pub struct TableExported {
    pub path: String,
    /// Without the heading.
    pub rows: u32,
}

/// Writes a record by itself, as its panel shows it, to a PDF that can be printed. A blank side is left out.
#[derive(Debug, Deserialize, JsonSchema)]
pub struct ExportSheet {
    pub path: String,
    /// What kind of record it is.
    pub kind: Words,
    pub title: Words,
    pub fields: Vec<SheetField>,
    /// The day of printing.
    pub date: NaiveDate,
}

#[derive(Debug, Deserialize, JsonSchema)]
pub struct SheetField {
    pub label: Words,
    pub value: Words,
}

#[derive(Debug, Serialize, JsonSchema)]
pub struct SheetExported {
    pub path: String,
    pub size_bytes: u64,
}
