//! Tables from ODS: the file says of every cell what it shows.

use std::collections::BTreeSet;
use std::io::Read;

use hefu_reading::limits::TABLE_COLUMNS;
use quick_xml::events::{BytesStart, Event};

use super::frame::{attribute, events};
use super::grid::{Grid, Kind, Making, Merge};
use super::totals::Totals;
use super::{ReadError, Step, markup};

/// Reads the content of an OpenDocument, its tables in their order.
pub(super) fn read(content: impl Read, step: Step<'_>) -> Result<Vec<Grid>, ReadError> {
    let mut reading = Reading::default();
    let mut fault = None;
    events(content, step, |event| {
        if fault.is_none() {
            fault = reading.event(event).err();
        }
    })?;
    match fault {
        Some(fault) => Err(fault),
        None => Ok(reading.grids),
    }
}

#[derive(Default)]
struct Cell {
    words: String,
    paragraphs: usize,
    kind: Kind,
    value: String,
    has_formula: bool,
    repeated: usize,
    rows: u32,
    columns: usize,
}

#[derive(Default)]
struct Reading {
    grids: Vec<Grid>,
    totals: Totals,
    making: Making,
    name: String,
    is_in_table: bool,
    is_hidden: bool,
    /// The style that is being told, and those whose tables are not shown.
    style: String,
    hidden_styles: BTreeSet<String>,
    hidden_rows: BTreeSet<u32>,
    hidden_columns: BTreeSet<usize>,
    merges: Vec<Merge>,
    column_count: usize,
    row: u32,
    row_repeated: u32,
    is_row_hidden: bool,
    column: usize,
    cells: Vec<(usize, Cell)>,
    cell: Option<Cell>,
    is_in_paragraph: bool,
    /// Elements within a note to a cell, which is no part of it.
    note: usize,
}

impl Reading {
    fn event(&mut self, event: Event<'_>) -> Result<(), ReadError> {
        match event {
            Event::Start(element) => self.start(&element),
            Event::End(element) => return self.end(element.local_name().as_ref()),
            event if self.note == 0 && self.is_in_paragraph => {
                if let Some(cell) = &mut self.cell {
                    markup::push(&mut cell.words, &event);
                }
            }
            _ => {}
        }
        Ok(())
    }

    fn start(&mut self, element: &BytesStart<'_>) {
        if self.note > 0 {
            self.note += 1;
            return;
        }
        let count = |name: &str| count(element, name);
        let is_hidden = matches!(attribute(element, "visibility").as_str(), "collapse" | "filter");
        match element.local_name().as_ref() {
            "annotation" => self.note = 1,
            "style" => self.style = attribute(element, "name"),
            "table-properties" if attribute(element, "display") == "false" => {
                self.hidden_styles.insert(self.style.clone());
            }
            "table" => {
                self.name = attribute(element, "name");
                self.is_hidden = self.hidden_styles.contains(&attribute(element, "style-name"));
                self.is_in_table = true;
                (self.row, self.column_count) = (0, 0);
            }
            "table-column" if self.is_in_table => {
                let end = self.column_count.saturating_add(count("number-columns-repeated"));
                if is_hidden {
                    self.hidden_columns.extend(self.column_count..end.min(TABLE_COLUMNS));
                }
                self.column_count = end;
            }
            "table-row" if self.is_in_table => {
                self.row_repeated = u32::try_from(count("number-rows-repeated")).unwrap_or(u32::MAX);
                self.is_row_hidden = is_hidden;
                self.column = 0;
            }
            "table-cell" if self.is_in_table => self.cell = Some(begun(element)),
            "covered-table-cell" if self.is_in_table => {
                self.column = self.column.saturating_add(count("number-columns-repeated"));
            }
            "p" | "h" => {
                if let Some(cell) = &mut self.cell {
                    if cell.paragraphs > 0 {
                        cell.words.push('\n');
                    }
                    cell.paragraphs += 1;
                    self.is_in_paragraph = true;
                }
            }
            name => {
                if let Some(cell) = self.cell.as_mut().filter(|_| self.is_in_paragraph) {
                    match name {
                        "s" => cell.words.extend(std::iter::repeat_n(' ', count("c").min(100))),
                        "tab" => cell.words.push('\t'),
                        "line-break" => cell.words.push('\n'),
                        _ => {}
                    }
                }
            }
        }
    }

    fn end(&mut self, name: &str) -> Result<(), ReadError> {
        if self.note > 0 {
            self.note -= 1;
            return Ok(());
        }
        match name {
            "p" | "h" => self.is_in_paragraph = false,
            "table-cell" => {
                if let Some(mut cell) = self.cell.take() {
                    settle(&mut cell);
                    let column = self.column;
                    self.column = column.saturating_add(cell.repeated);
                    if !cell.words.is_empty() || cell.kind != Kind::Words {
                        self.cells.push((column, cell));
                    }
                }
            }
            "table-row" if self.is_in_table => return self.end_row(),
            "table" if self.is_in_table => {
                for merge in std::mem::take(&mut self.merges) {
                    self.making.merge(merge, &mut self.totals)?;
                }
                let mut making = std::mem::take(&mut self.making);
                let mut grid = making.done(std::mem::take(&mut self.name), &self.hidden_rows);
                grid.is_hidden = self.is_hidden;
                grid.hidden_columns = std::mem::take(&mut self.hidden_columns);
                self.hidden_rows.clear();
                self.is_in_table = false;
                self.grids.push(grid);
            }
            _ => {}
        }
        Ok(())
    }

    fn end_row(&mut self) -> Result<(), ReadError> {
        let end = self.row.saturating_add(self.row_repeated);
        let cells = std::mem::take(&mut self.cells);
        if !cells.is_empty() {
            for row in self.row..end {
                if self.is_row_hidden {
                    self.hidden_rows.insert(row);
                }
                for (column, cell) in &cells {
                    for at in 0..cell.repeated {
                        self.making.put(row, column + at, &cell.words, cell.kind, &mut self.totals)?;
                        if column + at > TABLE_COLUMNS {
                            break;
                        }
                    }
                    if cell.rows > 1 || cell.columns > 1 {
                        let (left, right) = (*column, column + cell.columns - 1);
                        self.merges.push(Merge {
                            top: row,
                            left: u32::try_from(left).unwrap_or(u32::MAX),
                            bottom: row.saturating_add(cell.rows - 1),
                            right: u32::try_from(right).unwrap_or(u32::MAX),
                        });
                    }
                }
            }
        }
        self.row = end;
        Ok(())
    }
}

/// How often the element stands for itself, or how far it reaches.
fn count(element: &BytesStart<'_>, name: &str) -> usize {
    attribute(element, name).parse::<usize>().unwrap_or(1).max(1)
}

fn begun(element: &BytesStart<'_>) -> Cell {
    let kind = match attribute(element, "value-type").as_str() {
        "date" | "time" => Kind::Moment,
        "error" => Kind::Failed,
        _ => Kind::Words,
    };
    Cell {
        kind,
        value: attribute(element, "value"),
        has_formula: !attribute(element, "formula").is_empty(),
        repeated: count(element, "number-columns-repeated"),
        rows: u32::try_from(count(element, "number-rows-spanned")).unwrap_or(u32::MAX),
        columns: count(element, "number-columns-spanned"),
        ..Cell::default()
    }
}

/// What a cell is whose words are not there.
fn settle(cell: &mut Cell) {
    let is_failed =
        |words: &str| words.starts_with("Err:") || words.starts_with("#N/A") || words.starts_with("#REF!");
    if cell.has_formula && is_failed(&cell.words) {
        cell.kind = Kind::Failed;
    }
    if cell.paragraphs > 0 {
        return;
    }
    if !cell.value.is_empty() {
        cell.kind = Kind::Unknowable;
        cell.words = std::mem::take(&mut cell.value);
    } else if cell.has_formula {
        cell.kind = Kind::Unsaved;
    } else if cell.kind != Kind::Failed {
        cell.kind = Kind::Words;
    }
}
