//! Tables from XLSX, cell by cell, as the sheet shows them: a sheet whose two cells stand at opposite corners costs two
//! cells.

use std::collections::BTreeSet;
use std::io::Cursor;

use calamine::{DataRef, Reader, SheetType, SheetVisible, Style, Xlsx, XlsxError, open_workbook_from_rs};
use zip::ZipArchive;

use crate::shown::{Format, Shown};

use super::frame::{self, Frame};
use super::grid::{Grid, Kind, Making};
use super::survey::survey;
use super::totals::Totals;
use super::{ReadError, Step};

#[allow(clippy::needless_pass_by_value, reason = "it is what an error is mapped by")]
fn damaged(error: impl ToString) -> ReadError {
    ReadError::Damaged(error.to_string())
}

/// Reads a workbook that unpacks to no more than `limit` bytes, its sheets in their order; `step` is asked now and then
/// whether to go on.
pub(super) fn read(bytes: &[u8], limit: usize, step: Step<'_>) -> Result<Vec<Grid>, ReadError> {
    let mut budget = survey(bytes, limit, step)?;
    let mut workbook: Xlsx<_> = open_workbook_from_rs(Cursor::new(bytes)).map_err(damaged)?;
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(damaged)?;
    let parts = frame::parts(&mut archive, step)?;
    let stated = frame::stated_formats(&mut archive, step)?;
    let sheets: Vec<(String, bool)> = workbook
        .sheets_metadata()
        .iter()
        .filter(|sheet| sheet.typ == SheetType::WorkSheet)
        .map(|sheet| (sheet.name.clone(), sheet.visible != SheetVisible::Visible))
        .collect();
    let (mut totals, mut is_full, mut grids) = (Totals::default(), false, Vec::new());
    for (name, is_hidden) in sheets {
        budget.take(parts.get(&name))?;
        let read = match is_full {
            true => Err(ReadError::TooLarge { limit: hefu_reading::limits::TABLE_WORDS }),
            false => {
                let frame = parts.get(&name).map(|part| frame::read(&mut archive, part, step)).transpose();
                frame.and_then(|frame| {
                    read_sheet(&mut workbook, &name, frame.unwrap_or_default(), &stated, &mut totals, step)
                })
            }
        };
        let grid = match read {
            Ok(grid) => grid,
            Err(error @ (ReadError::Cancelled | ReadError::Unreadable(_))) => return Err(error),
            Err(fault) => {
                is_full |= matches!(fault, ReadError::TooLarge { .. });
                Grid { name, fault: Some(fault), ..Grid::default() }
            }
        };
        grids.push(Grid { is_hidden, ..grid });
    }
    Ok(grids)
}

/// The formats of the styles, by the styles' places.
struct Formats {
    known: Vec<Option<Format>>,
    general: Format,
}

impl Formats {
    fn of(&mut self, id: usize, styles: &[Style], stated: &BTreeSet<u32>) -> &Format {
        if id >= styles.len() {
            return &self.general;
        }
        if self.known.len() <= id {
            self.known.resize(id + 1, None);
        }
        self.known[id].get_or_insert_with(|| match &styles[id].number_format {
            None => Format::known(0),
            Some(format) => match format.format_id {
                Some(id) if id < 164 && !stated.contains(&id) => Format::known(id),
                _ => Format::new(&format.format_code),
            },
        })
    }
}

fn read_sheet(
    workbook: &mut Xlsx<Cursor<&[u8]>>,
    name: &str,
    mut frame: Frame,
    stated: &BTreeSet<u32>,
    totals: &mut Totals,
    step: Step<'_>,
) -> Result<Grid, ReadError> {
    let starts_1904 = workbook.has_1904_epoch();
    let mut cells = workbook.worksheet_cells_reader(name).map_err(damaged)?;
    let mut formats = Formats { known: Vec::new(), general: Format::known(0) };
    let mut making = Making::default();
    loop {
        step()?;
        let (cell, style) = match cells.next_cell_with_style_id() {
            Ok(Some(found)) => found,
            Ok(None) => break,
            // An error of the spreadsheet that the library does not know: the frame has its words.
            Err(XlsxError::CellError(_)) => continue,
            Err(error) => return Err(damaged(error)),
        };
        let (row, column) = cell.get_position();
        let (kind, words) = match frame.hollow.remove(&(row, column)) {
            Some(hollow) => hollow,
            None => {
                let format = formats.of(style, cells.styles(), stated);
                shown(cell.get_value(), format, starts_1904)
            }
        };
        making.put(row, column as usize, &words, kind, totals)?;
    }
    for ((row, column), (kind, words)) in std::mem::take(&mut frame.hollow) {
        making.put(row, column as usize, &words, kind, totals)?;
    }
    for merge in frame.merges {
        step()?;
        making.merge(merge, totals)?;
    }
    let mut grid = making.done(name.to_owned(), &frame.hidden_rows);
    grid.hidden_columns = frame.hidden_columns;
    Ok(grid)
}

/// What a cell shows, and what that is.
pub(super) fn shown(value: &DataRef<'_>, format: &Format, starts_1904: bool) -> (Kind, String) {
    let number = |value: f64| match format.number(value, starts_1904) {
        Some(Shown::Words(words)) => (Kind::Words, words),
        Some(Shown::Moment(words)) => (Kind::Moment, words),
        None => (Kind::Unknowable, value.to_string()),
    };
    match value {
        DataRef::Empty => (Kind::Words, String::new()),
        DataRef::String(text) => (Kind::Words, format.text(text)),
        DataRef::SharedString(text) => (Kind::Words, format.text(text)),
        DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => (Kind::Moment, text.clone()),
        #[allow(clippy::cast_precision_loss, reason = "spreadsheets have fifteen figures")]
        DataRef::Int(value) => number(*value as f64),
        DataRef::Float(value) => number(*value),
        DataRef::DateTime(moment) => number(moment.as_f64()),
        DataRef::Bool(value) => (Kind::Words, value.to_string().to_uppercase()),
        DataRef::Error(error) => (Kind::Failed, error.to_string()),
    }
}
