//! Tables from XLSX, cell by cell: a sheet whose two cells stand at opposite corners costs two cells.

use std::io::Cursor;

use calamine::{Cell, DataRef, ExcelDateTime, Reader, SheetType, SheetVisible, Xlsx, open_workbook_from_rs};
use zip::ZipArchive;

use super::{MAX_COLUMNS, MAX_ROWS, ReadError, Row, Table};

/// Reads a workbook that unpacks to no more than `limit` bytes.
pub(super) fn read(bytes: &[u8], limit: usize) -> Result<Table, ReadError> {
    let damaged = |error: calamine::XlsxError| ReadError::Damaged(error.to_string());
    if unpacked(bytes)? > limit as u64 {
        return Err(ReadError::TooLarge { limit });
    }
    let mut workbook: Xlsx<_> = open_workbook_from_rs(Cursor::new(bytes)).map_err(damaged)?;
    let sheets: Vec<String> = workbook
        .sheets_metadata()
        .iter()
        .filter(|sheet| sheet.typ == SheetType::WorkSheet && sheet.visible == SheetVisible::Visible)
        .map(|sheet| sheet.name.clone())
        .collect();
    let mut first_fault = ReadError::Empty;
    for name in sheets {
        match read_sheet(&mut workbook, &name) {
            Err(ReadError::Empty) => {}
            Err(fault @ ReadError::Damaged(_)) => {
                if first_fault == ReadError::Empty {
                    first_fault = fault;
                }
            }
            done => return done,
        }
    }
    Err(first_fault)
}

/// Bytes of all parts together, as the archive's directory states them.
fn unpacked(bytes: &[u8]) -> Result<u64, ReadError> {
    let damaged = |error: zip::result::ZipError| ReadError::Damaged(error.to_string());
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(damaged)?;
    (0..archive.len()).try_fold(0_u64, |sum, part| {
        Ok(sum.saturating_add(archive.by_index_raw(part).map_err(damaged)?.size()))
    })
}

fn read_sheet(workbook: &mut Xlsx<Cursor<&[u8]>>, name: &str) -> Result<Table, ReadError> {
    let damaged = |error: calamine::XlsxError| ReadError::Damaged(error.to_string());
    let mut cells = workbook.worksheet_cells_reader(name).map_err(damaged)?;
    let mut rows: Vec<Row> = Vec::new();
    while let Some(cell) = cells.next_cell().map_err(damaged)? {
        let words = words(&cell);
        if words.is_empty() {
            continue;
        }
        let (row, column) = cell.get_position();
        let (number, column) = (row.saturating_add(1), column as usize);
        if column >= MAX_COLUMNS {
            return Err(ReadError::TooManyColumns { limit: MAX_COLUMNS });
        }
        let place = match rows.binary_search_by_key(&number, |row| row.number) {
            Ok(place) => place,
            // One row more than the limit is the heading.
            Err(_) if rows.len() > MAX_ROWS => return Err(ReadError::TooManyRows { limit: MAX_ROWS }),
            Err(place) => {
                rows.insert(place, Row { number, cells: Vec::new() });
                place
            }
        };
        let cells = &mut rows[place].cells;
        if cells.len() <= column {
            cells.resize(column + 1, String::new());
        }
        cells[column] = words;
    }
    Table::from_rows(rows.into_iter().map(Ok))
}

fn words(cell: &Cell<DataRef<'_>>) -> String {
    match cell.get_value() {
        DataRef::Empty => String::new(),
        DataRef::String(text) | DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => text.clone(),
        DataRef::SharedString(text) => (*text).to_owned(),
        DataRef::Int(number) => number.to_string(),
        // The shortest text that means this number: 3 for 3.0, 3.4 for 3.4.
        DataRef::Float(number) => number.to_string(),
        DataRef::Bool(value) => value.to_string().to_uppercase(),
        DataRef::DateTime(date) => date_words(date),
        DataRef::Error(error) => error.to_string(),
    }
}

fn date_words(date: &ExcelDateTime) -> String {
    let (year, month, day, hour, minute, second, _) = date.to_ymd_hms_milli();
    if date.is_duration() {
        date.as_f64().to_string()
    } else if (hour, minute, second) == (0, 0, 0) {
        format!("{year:04}-{month:02}-{day:02}")
    } else {
        format!("{year:04}-{month:02}-{day:02} {hour:02}:{minute:02}:{second:02}")
    }
}
