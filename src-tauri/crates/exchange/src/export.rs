//! Tables out: CSV and XLSX.

use chrono::{Datelike, NaiveDate};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook, XlsxError};
use thiserror::Error;

/// One cell of a table that goes out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cell {
    Text(String),
    Number(Decimal),
    Date(NaiveDate),
    Blank,
}

/// A table that goes out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sheet {
    /// Shown on the sheet's tab, shortened to what a spreadsheet takes.
    pub name: String,
    pub heading: Vec<String>,
    pub rows: Vec<Vec<Cell>>,
}

#[derive(Debug, Error)]
pub enum ExportError {
    #[error("the CSV could not be written: {0}")]
    Csv(#[from] csv::Error),
    #[error("a text is longer than a cell can be")]
    TextTooLong,
    #[error("more rows or columns than a workbook can have")]
    TooLarge,
    #[error("the workbook could not be written: {0}")]
    Workbook(XlsxError),
    #[error("the CSV could not be finished: {0}")]
    Unfinished(String),
}

impl From<XlsxError> for ExportError {
    fn from(error: XlsxError) -> Self {
        match error {
            XlsxError::MaxStringLengthExceeded => Self::TextTooLong,
            XlsxError::RowColumnLimitError => Self::TooLarge,
            error => Self::Workbook(error),
        }
    }
}

/// True for text that a spreadsheet would take for a formula, also behind apostrophes: those get one more, so that
/// taking one off gives every text back.
pub(crate) fn runs_as_formula(text: &str) -> bool {
    text.trim_start_matches('\'').starts_with(['=', '+', '-', '@', '\t', '\r'])
}

/// The sheet as CSV: UTF-8 with its mark, so that spreadsheets read Chinese, lines ended by CR LF, dates as
/// `2026-05-09`. Text that would run as a formula gets an apostrophe in front; reading takes it off.
///
/// # Errors
/// When memory fails the writer.
pub fn write_csv(sheet: &Sheet) -> Result<Vec<u8>, ExportError> {
    let mut writer = csv::WriterBuilder::new()
        .terminator(csv::Terminator::CRLF)
        .flexible(true)
        .from_writer(vec![0xEF, 0xBB, 0xBF]);
    writer.write_record(sheet.heading.iter().map(|words| guarded(words)))?;
    for row in &sheet.rows {
        writer.write_record(row.iter().map(|cell| match cell {
            Cell::Text(text) => guarded(text),
            Cell::Number(number) => number.to_string(),
            Cell::Date(date) => date.format("%Y-%m-%d").to_string(),
            Cell::Blank => String::new(),
        }))?;
    }
    writer.into_inner().map_err(|error| ExportError::Unfinished(error.to_string()))
}

fn guarded(text: &str) -> String {
    if runs_as_formula(text) { format!("'{text}") } else { text.to_owned() }
}

/// The sheet as XLSX: heading bold and fixed, with filters; text is never a formula. A number that a spreadsheet
/// cannot hold exactly goes out as text. `created` stands in the file's properties, so that the same sheet makes the
/// same bytes.
///
/// # Errors
/// When the sheet is larger than a workbook can be, or a text longer than a cell can be (32,767 characters).
pub fn write_xlsx(sheet: &Sheet, created: NaiveDate) -> Result<Vec<u8>, ExportError> {
    let mut workbook = Workbook::new();
    workbook.set_properties(&DocProperties::new().set_creation_datetime(&excel_date(created)?));
    let (bold, day) = (Format::new().set_bold(), Format::new().set_num_format("yyyy-mm-dd"));
    let page = workbook.add_worksheet();
    page.set_name(tab_name(&sheet.name))?;
    page.set_freeze_panes(1, 0)?;
    for (column, words) in (0_u16..).zip(&sheet.heading) {
        page.write_string_with_format(0, column, words, &bold)?;
    }
    for (row, cells) in (1_u32..).zip(&sheet.rows) {
        for (column, cell) in (0_u16..).zip(cells) {
            match cell {
                Cell::Text(text) => page.write_string(row, column, text)?,
                Cell::Number(number) => match exact(*number) {
                    Some(value) => {
                        let format = Format::new().set_num_format(number_format(number.scale()));
                        page.write_number_with_format(row, column, value, &format)?
                    }
                    None => page.write_string(row, column, number.to_string())?,
                },
                Cell::Date(date) => {
                    page.write_datetime_with_format(row, column, &excel_date(*date)?, &day)?
                }
                Cell::Blank => page,
            };
        }
    }
    let last_column = u16::try_from(sheet.heading.len().saturating_sub(1)).unwrap_or(u16::MAX);
    let last_row = u32::try_from(sheet.rows.len()).unwrap_or(u32::MAX);
    page.autofilter(0, 0, last_row, last_column)?;
    page.autofit();
    Ok(workbook.save_to_buffer()?)
}

fn excel_date(date: NaiveDate) -> Result<ExcelDateTime, XlsxError> {
    let year = u16::try_from(date.year()).unwrap_or_default();
    let (month, day) = (u8::try_from(date.month()), u8::try_from(date.day()));
    ExcelDateTime::from_ymd(year, month.unwrap_or_default(), day.unwrap_or_default())
}

/// As the spreadsheet would hold it, when that is the same number: 15 digits are kept.
fn exact(number: Decimal) -> Option<f64> {
    let significant = number.normalize().mantissa().unsigned_abs();
    number.to_f64().filter(|_| significant < 10_u128.pow(15))
}

fn number_format(decimals: u32) -> String {
    match decimals {
        0 => "#,##0".to_owned(),
        decimals => format!("#,##0.{}", "0".repeat(decimals as usize)),
    }
}

/// At most 31 characters, without the marks a spreadsheet forbids.
fn tab_name(name: &str) -> String {
    let allowed = |c: &char| !matches!(c, '[' | ']' | ':' | '*' | '?' | '/' | '\\') && !c.is_control();
    let name: String = name.chars().filter(allowed).take(31).collect();
    let name = name.trim_matches('\'').trim();
    if name.is_empty() { "Hefu".to_owned() } else { name.to_owned() }
}

#[cfg(test)]
mod tests;
