//! A table of strings from any source, with the place of every cell.

use thiserror::Error;

mod encoding;
mod text;
mod workbook;

/// Most rows and columns that are read. A table beyond them is refused rather than cut.
const MAX_ROWS: usize = 100_000;
const MAX_COLUMNS: usize = 256;
/// Bytes of a file that are read at most.
const MAX_BYTES: usize = 64 << 20;
/// Bytes that a workbook may unpack to.
const MAX_UNPACKED: usize = 256 << 20;

/// Why a source is not a table.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum ReadError {
    #[error("there is no cell with words in it")]
    Empty,
    #[error("the file is larger than {limit} bytes, as it is or unpacked")]
    TooLarge { limit: usize },
    #[error("more than {limit} rows")]
    TooManyRows { limit: usize },
    #[error("more than {limit} columns")]
    TooManyColumns { limit: usize },
    /// An XLS of before 2007, or a workbook under a password: both have the same outer form.
    #[error("a workbook of an old form, or one protected by a password")]
    OldOrProtected,
    #[error("neither a workbook nor text")]
    NotATable,
    #[error("text in an encoding that is neither UTF-8, UTF-16 nor GB18030")]
    Undecodable,
    #[error("the workbook is damaged: {0}")]
    Damaged(String),
}

/// A row of a table; rows without words are left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Row in the source as a spreadsheet counts it, from 1.
    pub number: u32,
    /// Trimmed; as many as the heading has, or more.
    pub cells: Vec<String>,
}

/// A table of strings. The first row with words is its heading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    pub heading: Row,
    pub rows: Vec<Row>,
}

impl Table {
    /// A table pasted as text: tabs as spreadsheets put them on the clipboard, or commas or semicolons; cells that
    /// hold such a mark or a line break stand in quotes.
    ///
    /// # Errors
    /// When there are no words, or too many rows or columns.
    pub fn from_text(text: &str) -> Result<Self, ReadError> {
        text::read(text)
    }

    /// The bytes of an XLSX, CSV or TSV file; the content tells which, not the name. Of a workbook, the first
    /// visible sheet with words is read. Text is UTF-8, UTF-16 with its mark, or GB18030.
    ///
    /// # Errors
    /// When the bytes are no such table; a damaged or foreign file never panics.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, ReadError> {
        if bytes.len() > MAX_BYTES {
            return Err(ReadError::TooLarge { limit: MAX_BYTES });
        }
        match bytes {
            [0xD0, 0xCF, 0x11, 0xE0, ..] => Err(ReadError::OldOrProtected),
            [b'P', b'K', 3 | 5, 4 | 6, ..] => workbook::read(bytes, MAX_UNPACKED),
            _ => text::read(&encoding::decode(bytes)?),
        }
    }

    fn from_rows(rows: impl Iterator<Item = Result<Row, ReadError>>) -> Result<Self, ReadError> {
        let mut heading = None;
        let mut kept = Vec::new();
        for row in rows {
            let mut row = row?;
            for cell in &mut row.cells {
                let trimmed = cell.trim();
                if trimmed.len() != cell.len() {
                    *cell = trimmed.to_owned();
                }
            }
            while row.cells.last().is_some_and(String::is_empty) {
                row.cells.pop();
            }
            if row.cells.len() > MAX_COLUMNS {
                return Err(ReadError::TooManyColumns { limit: MAX_COLUMNS });
            }
            if row.cells.is_empty() {
                continue;
            }
            if heading.is_none() {
                heading = Some(row);
            } else if kept.len() == MAX_ROWS {
                return Err(ReadError::TooManyRows { limit: MAX_ROWS });
            } else {
                kept.push(row);
            }
        }
        let heading = heading.ok_or(ReadError::Empty)?;
        for row in &mut kept {
            if row.cells.len() < heading.cells.len() {
                row.cells.resize(heading.cells.len(), String::new());
            }
        }
        Ok(Self { heading, rows: kept })
    }
}

impl Row {
    /// The words of the cell at `column`, from 0; empty when the row ends before it.
    pub fn cell(&self, column: usize) -> &str {
        self.cells.get(column).map_or("", String::as_str)
    }
}

/// The address of a column, from 0: `A`, `B`, … `Z`, `AA`, ….
pub fn column_address(column: usize) -> String {
    let mut letters = Vec::new();
    let mut rest = column + 1;
    while rest > 0 {
        let digit = (rest - 1) % 26;
        letters.push(char::from(b'A' + u8::try_from(digit).unwrap_or_default()));
        rest = (rest - 1) / 26;
    }
    letters.iter().rev().collect()
}

#[cfg(test)]
mod tests;
