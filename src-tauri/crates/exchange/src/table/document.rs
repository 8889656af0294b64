//! Tables from DOCX: those of the text itself, in their order.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Read;

use quick_xml::events::{BytesStart, Event};

use super::frame::{attribute, events};
use super::grid::{Grid, Kind, Making, Merge};
use super::totals::Totals;
use super::{ReadError, Step, markup};

/// Reads the text of a document, its tables in their order, named by their places from 1.
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
    /// Columns that it spans.
    span: usize,
    /// It goes on below the cell above it.
    goes_on: bool,
    /// It begins cells that are merged with it.
    begins: bool,
    /// A number stands before it that the program counts and the file does not say.
    is_counted: bool,
}

#[derive(Default)]
struct Reading {
    grids: Vec<Grid>,
    totals: Totals,
    making: Making,
    /// Tables within each other.
    depth: usize,
    row: u32,
    column: usize,
    is_row_deleted: bool,
    cells: Vec<(usize, Cell)>,
    cell: Option<Cell>,
    /// Columns at which a merge stands open, with the row it began in and its last column.
    open: BTreeMap<usize, (u32, usize)>,
    merges: Vec<Merge>,
    is_in_text: bool,
    is_run_hidden: bool,
    is_in_row_facts: bool,
    /// Elements within what was moved away or is there for old programs.
    passed_over: usize,
}

impl Reading {
    fn event(&mut self, event: Event<'_>) -> Result<(), ReadError> {
        match event {
            Event::Start(element) if self.passed_over > 0 => {
                self.passed_over += 1;
                let _ = element;
            }
            Event::End(_) if self.passed_over > 0 => self.passed_over -= 1,
            Event::Start(element) => self.start(&element),
            Event::End(element) => return self.end(element.local_name().as_ref()),
            event if self.passed_over == 0 && self.is_in_text && !self.is_run_hidden => {
                if let Some(cell) = &mut self.cell {
                    markup::push(&mut cell.words, &event);
                }
            }
            _ => {}
        }
        Ok(())
    }

    fn start(&mut self, element: &BytesStart<'_>) {
        let name = element.local_name();
        let value = || attribute(element, "val");
        match (name.as_ref(), self.cell.as_mut()) {
            ("moveFrom" | "Fallback", _) => self.passed_over = 1,
            ("tbl", _) => {
                self.depth += 1;
                if self.depth == 1 {
                    self.row = 0;
                }
            }
            ("tr", _) if self.depth == 1 => (self.column, self.is_row_deleted) = (0, false),
            ("trPr", None) => self.is_in_row_facts = true,
            ("del", None) if self.is_in_row_facts => self.is_row_deleted = true,
            ("gridBefore", None) => self.column += value().parse::<usize>().unwrap_or(0).min(64),
            ("tc", None) if self.depth == 1 => self.cell = Some(Cell { span: 1, ..Cell::default() }),
            ("gridSpan", Some(cell)) if self.depth == 1 => {
                cell.span = value().parse::<usize>().unwrap_or(1).clamp(1, 64);
            }
            ("vMerge", Some(cell)) if self.depth == 1 => {
                let is_first = value() == "restart";
                (cell.begins, cell.goes_on) = (is_first, !is_first);
            }
            ("numPr", Some(cell)) => cell.is_counted = true,
            ("r", _) => self.is_run_hidden = false,
            ("vanish", _) => self.is_run_hidden = !matches!(value().as_str(), "0" | "false"),
            ("t", Some(_)) => self.is_in_text = true,
            ("tab", Some(cell)) if !cell.words.is_empty() => cell.words.push('\t'),
            ("br" | "cr", Some(cell)) => cell.words.push('\n'),
            ("noBreakHyphen", Some(cell)) => cell.words.push('-'),
            _ => {}
        }
    }

    fn end(&mut self, name: &str) -> Result<(), ReadError> {
        match name {
            "t" => self.is_in_text = false,
            "trPr" => self.is_in_row_facts = false,
            "p" => {
                if let Some(cell) = &mut self.cell {
                    cell.words.push('\n');
                }
            }
            "tc" if self.depth == 1 => {
                if let Some(cell) = self.cell.take() {
                    let column = self.column;
                    self.column += cell.span;
                    self.cells.push((column, cell));
                }
            }
            "tr" if self.depth == 1 => return self.end_row(),
            "tbl" => {
                self.depth = self.depth.saturating_sub(1);
                if self.depth == 0 {
                    return self.end_table();
                }
            }
            _ => {}
        }
        Ok(())
    }

    fn end_row(&mut self) -> Result<(), ReadError> {
        let cells = std::mem::take(&mut self.cells);
        if self.is_row_deleted {
            return Ok(());
        }
        let row = self.row;
        let at = |column: usize| u32::try_from(column).unwrap_or(u32::MAX);
        let mut open = BTreeMap::new();
        for (column, cell) in cells {
            let last = column + cell.span - 1;
            let began = self.open.get(&column).copied().filter(|_| cell.goes_on);
            match began {
                Some((top, right)) => {
                    open.insert(column, (top, right));
                    self.merges.push(Merge { top, left: at(column), bottom: row, right: at(right) });
                }
                None => {
                    let has_words = !cell.words.trim().is_empty();
                    let kind = if cell.is_counted && !has_words { Kind::Unknowable } else { Kind::Words };
                    self.making.put(row, column, &cell.words, kind, &mut self.totals)?;
                    if cell.span > 1 {
                        self.merges.push(Merge { top: row, left: at(column), bottom: row, right: at(last) });
                    }
                    if cell.begins {
                        open.insert(column, (row, last));
                    }
                }
            }
        }
        self.open = open;
        self.row = row.saturating_add(1);
        Ok(())
    }

    fn end_table(&mut self) -> Result<(), ReadError> {
        for merge in std::mem::take(&mut self.merges) {
            self.making.merge(merge, &mut self.totals)?;
        }
        let name = (self.grids.len() + 1).to_string();
        self.grids.push(std::mem::take(&mut self.making).done(name, &BTreeSet::new()));
        self.open.clear();
        Ok(())
    }
}
