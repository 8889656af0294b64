//! A sheet of cells as it is shown, with the place of every cell.

use std::collections::{BTreeMap, BTreeSet};
use std::mem;

use hefu_reading::limits::{TABLE_COLUMNS, TABLE_ROWS};

use super::totals::Totals;
use super::{ReadError, column_address};

/// What a cell holds, beside its words.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Kind {
    #[default]
    Words,
    /// A day, a time or a duration, in the words that are shown.
    Moment,
    /// An error of the spreadsheet, such as `#N/A`.
    Failed,
    /// A formula whose result was never saved.
    Unsaved,
    /// A value whose shown form the file does not say.
    Unknowable,
}

/// Whether a cell has its words by itself.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Spread {
    #[default]
    Own,
    /// From the first row of the cells that were merged with it, in the same column.
    Down,
    /// From another column.
    Across,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cell {
    /// Trimmed; lines end with `\n` alone.
    pub words: String,
    pub kind: Kind,
    pub spread: Spread,
}

/// A row of a sheet; rows without words are left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Row in the source as a spreadsheet counts it, from 1.
    pub number: u32,
    pub is_hidden: bool,
    /// Up to the last that is not blank.
    pub cells: Vec<Cell>,
}

/// A sheet of a workbook, a table of a document, or a text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Grid {
    /// As the tab says; the table's place in a document; blank for a text.
    pub name: String,
    pub is_hidden: bool,
    pub rows: Vec<Row>,
    /// Columns, from 0, that are hidden.
    pub hidden_columns: BTreeSet<usize>,
    /// The first cell with words to the right of the last column that is read, such as `KO1`.
    pub beyond: Option<String>,
    /// Why it was not read.
    pub fault: Option<ReadError>,
}

impl Row {
    /// The words of the cell at `column`, from 0; empty when the row ends before it.
    pub fn cell(&self, column: usize) -> &str {
        self.cells.get(column).map_or("", |cell| cell.words.as_str())
    }

    /// The cell at `column`, from 0.
    pub fn at(&self, column: usize) -> Option<&Cell> {
        self.cells.get(column)
    }
}

impl Grid {
    /// Columns up to the last with words.
    pub fn width(&self) -> usize {
        self.rows.iter().map(|row| row.cells.len()).max().unwrap_or(0)
    }
}

/// Cells that were made one, from 0, both ends within.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Merge {
    pub(super) top: u32,
    pub(super) left: u32,
    pub(super) bottom: u32,
    pub(super) right: u32,
}

/// A grid in the making.
#[derive(Default)]
pub(super) struct Making {
    rows: BTreeMap<u32, Vec<Cell>>,
    beyond: Option<(u32, usize)>,
}

impl Making {
    /// Puts a cell in its place, both from 0.
    ///
    /// # Errors
    /// When there are more rows or words than a table may have.
    pub(super) fn put(
        &mut self,
        row: u32,
        column: usize,
        words: &str,
        kind: Kind,
        totals: &mut Totals,
    ) -> Result<(), ReadError> {
        let words = hefu_domain::text::evened(words);
        let words = words.trim();
        if words.is_empty() && matches!(kind, Kind::Words | Kind::Moment) {
            return Ok(());
        }
        if column >= TABLE_COLUMNS {
            self.beyond = Some(self.beyond.map_or((row, column), |first| first.min((row, column))));
            return Ok(());
        }
        let cells = self.rows.entry(row).or_default();
        totals.add(words.len(), (column + 1).saturating_sub(cells.len()))?;
        if cells.len() <= column {
            cells.resize(column + 1, Cell::default());
        }
        cells[column] = Cell { words: words.to_owned(), kind, spread: Spread::Own };
        if self.rows.len() > TABLE_ROWS + 1 {
            return Err(ReadError::TooManyRows { limit: TABLE_ROWS });
        }
        Ok(())
    }

    /// Gives the words of a merged cell to the others that it spans, in rows that have words.
    pub(super) fn merge(&mut self, merge: Merge, totals: &mut Totals) -> Result<(), ReadError> {
        let (left, right) = (merge.left as usize, (merge.right as usize).min(TABLE_COLUMNS - 1));
        let first = self.rows.get(&merge.top).and_then(|cells| cells.get(left)).cloned();
        let Some(first) = first.filter(|cell| cell.spread == Spread::Own && !cell.words.is_empty()) else {
            return Ok(());
        };
        for (row, cells) in self.rows.range_mut(merge.top..=merge.bottom) {
            for column in left..=right {
                if (*row, column) == (merge.top, left) {
                    continue;
                }
                totals.add(first.words.len(), (column + 1).saturating_sub(cells.len()))?;
                if cells.len() <= column {
                    cells.resize(column + 1, Cell::default());
                }
                // What lies under a merged cell is not shown.
                let spread = if column == left { Spread::Down } else { Spread::Across };
                cells[column] = Cell { spread, ..first.clone() };
            }
        }
        Ok(())
    }

    /// The grid; its rows numbered from 1.
    pub(super) fn done(&mut self, name: String, hidden_rows: &BTreeSet<u32>) -> Grid {
        let rows = mem::take(&mut self.rows).into_iter().map(|(row, mut cells)| {
            while cells.last().is_some_and(|cell| cell.words.is_empty() && cell.kind == Kind::Words) {
                cells.pop();
            }
            Row { number: row.saturating_add(1), is_hidden: hidden_rows.contains(&row), cells }
        });
        let rows: Vec<Row> = rows.filter(|row| !row.cells.is_empty()).collect();
        let beyond =
            self.beyond.map(|(row, column)| format!("{}{}", column_address(column), row.saturating_add(1)));
        let fault = (rows.is_empty() && beyond.is_some())
            .then_some(ReadError::TooManyColumns { limit: TABLE_COLUMNS });
        Grid { name, rows, beyond, fault, ..Grid::default() }
    }
}
