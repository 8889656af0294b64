//! What a table holds in all, while it is read.

use hefu_reading::limits::{TABLE_CELLS, TABLE_WORDS};

use super::ReadError;

#[derive(Default)]
pub(super) struct Totals {
    words: usize,
    cells: usize,
}

impl Totals {
    /// Counts in a cell of so many bytes that makes its row longer by so many cells.
    pub(super) fn add(&mut self, bytes: usize, cells: usize) -> Result<(), ReadError> {
        self.words = self.words.saturating_add(bytes);
        self.cells = self.cells.saturating_add(cells);
        match self.words > TABLE_WORDS || self.cells > TABLE_CELLS {
            true => Err(ReadError::TooLarge { limit: TABLE_WORDS }),
            false => Ok(()),
        }
    }
}
