//! Requirements, deliverables and criteria from the sheets of a source: the table found, its columns understood, every
//! row read, and all that is wrong or left out named by its place.

use chrono::NaiveDate;
use hefu_domain::scope::{Method, Priority};
use hefu_domain::text::Words;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::table::{Book, Grid};

mod fields;
mod find;
mod headings;
mod letters;
mod reading;
mod rows;
mod words;

pub use fields::{Field, Target};
pub use find::Column;

/// What a person chose of a source; what is not chosen is found.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
#[schemars(rename = "ImportChoices")]
pub struct Choices {
    /// The sheet to be read by its name, or the table of a document by its place from 1. Else the first that is not
    /// hidden and has a table.
    pub sheet: Option<String>,
    /// All sheets with a table that are not hidden are read, one after the other.
    pub all_sheets: bool,
    /// The row of the heading as the source counts it.
    pub heading: Option<u32>,
    /// What columns hold.
    pub columns: Vec<ColumnChoice>,
    /// What words mean that are not known.
    pub words: Vec<WordChoice>,
    /// The encoding of a text from a file, as the Web names it: `gb18030`, `big5`, `utf-16le`, ….
    pub encoding: Option<String>,
    /// Hidden rows and columns are read as well; they are left out otherwise.
    pub hidden: bool,
    /// A blank cell empties what the record holds; it says nothing otherwise.
    pub empties: bool,
    /// The chapter of criteria that name none and whose numbers begin with none: `3`, `3 Availability`.
    pub chapter: Option<String>,
}

/// What one column holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "ImportColumnChoice")]
pub struct ColumnChoice {
    /// `A`, `B`, ….
    pub column: String,
    /// None when it is not to be read.
    pub field: Option<Field>,
}

/// What a word of a priority or method means.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "ImportWordChoice")]
pub struct WordChoice {
    /// As the cell has it.
    pub word: String,
    /// A word that is known: `must`, `inspection`, ….
    pub means: String,
}

/// The chapter a criterion stands in.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "ImportChapter")]
pub struct Chapter {
    /// From 1; taken from the criterion's number (`3.4` stands in 3) where no column names it. 0 when the title alone
    /// says which it is.
    pub position: u32,
    /// Blank where no column names it.
    pub title: Words,
    /// A column or a row above says so; else it follows from the number alone.
    pub is_told: bool,
}

/// What a row of a case says of a requirement or a deliverable.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "ImportPart")]
pub struct Part {
    /// Blank where the source numbers none.
    pub number: String,
    pub title: Words,
}

/// A row that was read. What the source says nothing of is blank or none.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "ImportReadRow")]
pub struct ReadRow {
    /// The sheet it is of: its place in the list, from 0.
    pub sheet: u32,
    /// Row in the source, from 1.
    pub row: u32,
    pub is_hidden: bool,
    pub number: String,
    /// Title of a requirement or deliverable, text of a criterion.
    pub words: Words,
    pub priority: Option<Priority>,
    pub source: String,
    pub due: Option<NaiveDate>,
    pub handed_over: Option<NaiveDate>,
    /// Of a criterion.
    pub chapter: Option<Chapter>,
    pub method: Option<Method>,
    pub requirement: Option<Part>,
    pub deliverable: Option<Part>,
    /// Fields that stand blank in a column of theirs, when blanks empty.
    pub emptied: Vec<Field>,
}

/// What is wrong at one place of the source.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "ImportFault")]
pub struct Fault {
    /// The sheet it is of: its place in the list, from 0.
    pub sheet: u32,
    /// Row in the source, from 1; that of the heading when a column is missing.
    pub row: u32,
    /// `A`, `B`, …; empty when the whole row, or a column that is not there, is meant.
    pub column: String,
    pub problem: Problem,
    /// What stands there, or which field is missing; shortened when long.
    pub value: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[schemars(rename = "ImportProblem")]
pub enum Problem {
    /// No heading says which column holds what every row needs.
    MissingColumn,
    /// A number, or the text in both languages, is not written.
    Blank,
    /// The number stands in an earlier row as well.
    Duplicate,
    /// Not a priority, method, day or chapter that is known.
    UnknownWord,
    TooLong,
    /// The chapter, requirement or deliverable has another title in an earlier row.
    Contradiction,
    /// An error of the spreadsheet stands in the cell, such as `#N/A`.
    SpreadsheetError,
    /// A formula whose result was never saved.
    Unsaved,
    /// The file does not say in which form the spreadsheet shows the value.
    UnknownForm,
    /// The spreadsheet made a day or a time of what should be a number.
    Moment,
}

/// Why a row below the heading is not among those that would come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[schemars(rename = "ImportLeftOutWhy")]
pub enum LeftOutWhy {
    /// It is hidden in the spreadsheet.
    Hidden,
    /// It heads the rows below it.
    Group,
    /// It says the heading again.
    Heading,
    /// It sums up the rows above it.
    Total,
    /// A note, or a place to sign.
    Note,
    /// Neither a number nor words stand in it.
    Nothing,
}

/// A row below the heading that is not read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "ImportLeftOut")]
pub struct LeftOut {
    /// The sheet it is of: its place in the list, from 0.
    pub sheet: u32,
    pub row: u32,
    pub why: LeftOutWhy,
    /// Its first words, shortened when long.
    pub words: String,
}

/// A number that is kept otherwise than it stands: in plain width, without what nobody sees.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "ImportTidied")]
pub struct Tidied {
    /// The sheet it is of: its place in the list, from 0.
    pub sheet: u32,
    pub row: u32,
    pub column: String,
    /// As it is kept.
    pub value: String,
}

/// A sheet of the source.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "ImportSheet")]
pub struct SheetFound {
    /// As its tab says; the place of a table in a document; blank for a text.
    pub name: String,
    pub is_hidden: bool,
    /// Rows with words.
    pub rows: u32,
    /// Whether a heading was found that names what every row needs.
    pub has_table: bool,
    /// Whether it is the one, or one of those, that would be imported.
    pub is_read: bool,
    /// Rows of its heading, when it is read.
    pub heading: Vec<u32>,
    /// Rows below the heading, and columns, that are hidden, when it is read.
    pub hidden_rows: u32,
    pub hidden_columns: Vec<String>,
    /// The first cell with words to the right of the last column that is read, such as `KO1`.
    pub beyond: Option<String>,
}

/// What an import would do, before it is held against the record.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Preview {
    pub sheets: Vec<SheetFound>,
    pub columns: Vec<Column>,
    /// The rows without a fault, in their order.
    pub rows: Vec<ReadRow>,
    pub left_out: Vec<LeftOut>,
    pub tidied: Vec<Tidied>,
    pub faults: Vec<Fault>,
    /// Rows of criteria whose chapter nothing says: a fault, unless the record has a criterion of that number.
    pub chapterless: Vec<Fault>,
}

impl Preview {
    /// As it is without a record: a criterion whose chapter nothing says cannot come.
    pub fn strict(mut self) -> Self {
        let stands = |fault: &Fault| (fault.sheet, fault.row);
        self.rows.retain(|row| self.chapterless.iter().all(|fault| stands(fault) != (row.sheet, row.row)));
        self.faults.append(&mut self.chapterless);
        self.faults.sort_by_key(stands);
        self
    }

    /// All rows, or all faults.
    ///
    /// # Errors
    /// When anything is wrong anywhere.
    pub fn accept(self) -> Result<Vec<ReadRow>, Vec<Fault>> {
        if self.faults.is_empty() { Ok(self.rows) } else { Err(self.faults) }
    }
}

/// What two numbers have in common that are one: width, letter case and blanks do not count.
pub fn number_key(number: &str) -> String {
    letters::key(number)
}

/// Reads the sheets that are chosen, or else the first with a table. A name that no sheet bears reads none.
pub fn read(book: &Book, target: Target, choices: &Choices) -> Preview {
    let mut preview = Preview::default();
    let chosen = chosen(book, target, choices);
    let mut reading = reading::Reading::new(target, choices);
    for (sheet, grid) in (0_u32..).zip(&book.grids) {
        let found = find::find(grid, sheet, target, choices);
        let is_read = chosen.contains(&(sheet as usize));
        let mut told = SheetFound {
            name: grid.name.clone(),
            is_hidden: grid.is_hidden,
            rows: u32::try_from(grid.rows.len()).unwrap_or(u32::MAX),
            has_table: found.as_ref().is_some_and(|found| found.is_table(target)),
            is_read,
            heading: Vec::new(),
            hidden_rows: 0,
            hidden_columns: Vec::new(),
            beyond: grid.beyond.clone(),
        };
        if let Some(found) = found.filter(|_| is_read) {
            told.heading.clone_from(&found.heading);
            told.hidden_rows =
                u32::try_from(found.rows.iter().filter(|row| row.is_hidden).count()).unwrap_or(u32::MAX);
            let hidden = found.columns.iter().filter(|column| column.is_hidden);
            told.hidden_columns = hidden.map(|column| column.address.clone()).collect();
            reading.table(sheet, &found);
            preview.columns.extend(found.columns);
        }
        preview.sheets.push(told);
    }
    reading.into_preview(preview)
}

/// The places of the sheets that are read.
fn chosen(book: &Book, target: Target, choices: &Choices) -> Vec<usize> {
    let has_table =
        |grid: &Grid| find::find(grid, 0, target, choices).is_some_and(|found| found.is_table(target));
    let shown = || book.grids.iter().enumerate().filter(|(_, grid)| !grid.is_hidden);
    if let Some(name) = &choices.sheet {
        return book.grids.iter().position(|grid| grid.name == *name).into_iter().collect();
    }
    let with_table = shown().filter(|(_, grid)| has_table(grid)).map(|(place, _)| place);
    if choices.all_sheets {
        return with_table.collect();
    }
    let first_with_words = || shown().find(|(_, grid)| !grid.rows.is_empty()).map(|(place, _)| place);
    with_table.take(1).next().or_else(first_with_words).into_iter().collect()
}

#[cfg(test)]
mod tests;
