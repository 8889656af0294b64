//! Tables as delimited text.

use csv::{ReaderBuilder, StringRecord};

use super::{ReadError, Row, Table};

pub(super) fn read(text: &str) -> Result<Table, ReadError> {
    let text = text.trim_start_matches('\u{feff}').replace("\r\n", "\n").replace('\r', "\n");
    let mut reader = ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter(&text))
        .from_reader(text.as_bytes());
    let mut record = StringRecord::new();
    let mut lines = Lines { text: text.as_bytes(), at: 0, passed: 0 };
    // A spreadsheet counts a cell with a line break inside as one row.
    let mut inner_breaks = 0;
    let rows = std::iter::from_fn(|| match reader.read_record(&mut record) {
        Ok(false) => None,
        Ok(true) => {
            let start = record.position().map_or(0, csv::Position::byte);
            let number = lines.before(usize::try_from(start).unwrap_or(usize::MAX)) - inner_breaks + 1;
            inner_breaks += record.iter().map(|cell| cell.matches('\n').count()).sum::<usize>();
            let number = u32::try_from(number).unwrap_or(u32::MAX);
            Some(Ok(Row { number, cells: record.iter().map(unguard).collect() }))
        }
        Err(_) => Some(Err(ReadError::NotATable)),
    });
    Table::from_rows(rows)
}

/// Counts line breaks as the reader goes on.
struct Lines<'a> {
    text: &'a [u8],
    at: usize,
    passed: usize,
}

impl Lines<'_> {
    /// Line breaks before the record whose reading began at byte `start`; the blank lines it passed over count.
    fn before(&mut self, start: usize) -> usize {
        while self.at < self.text.len() && (self.at < start || self.text[self.at] == b'\n') {
            self.passed += usize::from(self.text[self.at] == b'\n');
            self.at += 1;
        }
        self.passed
    }
}

/// The mark that stands most often in the first line with words, outside quotes; a tab wins whenever it is there.
fn delimiter(text: &str) -> u8 {
    let line = text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    let (mut tabs, mut commas, mut semicolons, mut quoted) = (0_u32, 0_u32, 0_u32, false);
    for c in line.chars() {
        match c {
            '"' => quoted = !quoted,
            '\t' => tabs += 1,
            ',' if !quoted => commas += 1,
            ';' if !quoted => semicolons += 1,
            _ => {}
        }
    }
    match (tabs, semicolons > commas) {
        (1.., _) => b'\t',
        (0, true) => b';',
        (0, false) => b',',
    }
}

/// Takes off the apostrophe that exports put before a cell that a spreadsheet would run as a formula.
fn unguard(cell: &str) -> String {
    match cell.strip_prefix('\'') {
        Some(rest) if crate::export::runs_as_formula(rest) => rest.to_owned(),
        _ => cell.to_owned(),
    }
}
