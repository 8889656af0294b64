//! Reading a bill: rows counted, added up and looked at, one at a time.

mod row;
mod tally;

use std::io;
use std::ops::ControlFlow;
use std::path::Path;

use encoding_rs::{Encoding, GB18030, UTF_8};
use hefu_reading::Unread;
use hefu_reading::limits::BILL_COLUMNS;
use schemars::JsonSchema;
use serde::Deserialize;
use thiserror::Error;

use crate::column::{Column, Form, is_foreign, needed, recognise};
use crate::finding::Fault;
use crate::source::{RecordTooLong, Source};
use crate::view::{Bill, Heading, MonthRelation};

use row::Rows;

/// Why a bill was not read. Nothing was changed.
#[derive(Debug, Error)]
pub enum BillError {
    #[error("the file could not be opened")]
    Unread(Unread),
    /// No row at its beginning has the headings of a bill that is known.
    #[error("no headings of a known bill were found")]
    NoHeadings,
    /// The table has more columns than any bill.
    #[error("there are more than {limit} columns")]
    TooManyColumns { limit: usize },
    /// A record that does not end: a quotation mark is missing, or it is no table.
    #[error("a record is longer than may be held")]
    RecordTooLong,
    #[error("the file is damaged: {0}")]
    Damaged(String),
    #[error("reading was cancelled")]
    Cancelled,
}

/// Reads a bill, and holds it against files that were read before.
#[derive(Debug, Deserialize, JsonSchema)]
pub struct ReadBill {
    pub path: String,
    /// Files that were read before, in their order: what they have is not counted twice.
    #[serde(default)]
    pub before: Vec<String>,
}

/// A bill with what tells its rows apart.
#[derive(Debug)]
pub struct Read {
    pub bill: Bill,
    /// A digest of each row, sorted; equal rows stand there as often as they occur.
    keys: Vec<u128>,
}

/// Bytes read of bytes there are; `Break` cancels.
type Progress<'a> = &'a mut dyn FnMut(u64, u64) -> ControlFlow<()>;

/// Rows before the headings that are looked at: exports begin with a title and a date.
const TITLES: usize = 20;

/// Rows between two times that a cancel is answered.
const PIECE: u64 = 4096;

/// Reads a bill.
///
/// # Errors
/// No file, no bill, a damaged one, or a cancel.
pub fn read(path: &Path, progress: Progress<'_>) -> Result<Read, BillError> {
    match read_as(path, None, progress)? {
        Some(read) => Ok(read),
        // What looked like UTF-8 at its beginning is not: a Chinese spreadsheet whose first Chinese row comes late.
        None => read_as(path, Some(GB18030), progress)?.ok_or(BillError::NoHeadings),
    }
}

/// Nothing when the file is in another encoding than its beginning.
fn read_as(
    path: &Path,
    encoding: Option<&'static Encoding>,
    progress: Progress<'_>,
) -> Result<Option<Read>, BillError> {
    let mut source = Source::open(path, encoding).map_err(BillError::Unread)?;
    let mut record = csv::ByteRecord::new();
    let (form, headings, columns) = find_headings(&mut source, &mut record)?;
    let mut rows = Rows::new(form, &columns);
    note_columns(&mut rows, form, &headings, &columns);
    let is_utf8 = source.encoding == UTF_8;
    while next(&mut source, &mut record)? {
        if is_utf8 && std::str::from_utf8(record.as_slice()).is_err() {
            if encoding.is_none() && !source.is_marked {
                return Ok(None);
            }
            rows.note_undecodable();
        }
        rows.take(&record);
        if rows.passed().is_multiple_of(PIECE) && progress(source.taken(), source.length).is_break() {
            return Err(BillError::Cancelled);
        }
    }
    let encoding = source.encoding.name().to_owned();
    Ok(Some(finish(rows, form, &headings, &columns, encoding, source.is_compressed)))
}

fn finish(
    rows: Rows,
    form: Form,
    headings: &[String],
    columns: &[Option<Column>],
    encoding: String,
    is_compressed: bool,
) -> Read {
    let counted = rows.told(headings, columns);
    let headings = headings.iter().zip(columns);
    let bill = Bill {
        form,
        encoding,
        is_compressed,
        headings: headings
            .map(|(heading, column)| Heading { heading: heading.clone(), column: *column })
            .collect(),
        rows: counted.rows,
        new_rows: counted.rows,
        totals: counted.totals,
        categories: counted.categories,
        invoices: counted.invoices,
        months: counted.months,
        findings: counted.findings,
    };
    Read { bill, keys: counted.keys }
}

/// The next record; false at the end.
fn next(source: &mut Source, record: &mut csv::ByteRecord) -> Result<bool, BillError> {
    let has_come = source.records.read_byte_record(record).map_err(of_csv)?;
    source.allow_another();
    Ok(has_come)
}

fn of_csv(error: csv::Error) -> BillError {
    match error.into_kind() {
        csv::ErrorKind::Io(error) if error.get_ref().is_some_and(|inner| inner.is::<RecordTooLong>()) => {
            BillError::RecordTooLong
        }
        csv::ErrorKind::Io(error) if is_damage(&error) => BillError::Damaged(error.to_string()),
        csv::ErrorKind::Io(error) => BillError::Unread(Unread::Io(error)),
        other => BillError::Damaged(format!("{other:?}")),
    }
}

fn is_damage(error: &io::Error) -> bool {
    matches!(
        error.kind(),
        io::ErrorKind::InvalidData | io::ErrorKind::InvalidInput | io::ErrorKind::UnexpectedEof
    )
}

type Headings = (Form, Vec<String>, Vec<Option<Column>>);

fn find_headings(source: &mut Source, record: &mut csv::ByteRecord) -> Result<Headings, BillError> {
    for _ in 0..TITLES {
        if !next(source, record)? {
            break;
        }
        if record.len() > BILL_COLUMNS {
            return Err(BillError::TooManyColumns { limit: BILL_COLUMNS });
        }
        let text =
            |cell: &[u8]| String::from_utf8_lossy(cell).trim_matches(['\u{feff}', ' ', '\t']).to_owned();
        let headings: Vec<String> = record.iter().map(text).collect();
        if let Some((form, columns)) = recognise(&headings) {
            return Ok((form, headings, columns));
        }
    }
    Err(BillError::NoHeadings)
}

fn note_columns(rows: &mut Rows, form: Form, headings: &[String], columns: &[Option<Column>]) {
    for ((heading, column), place) in headings.iter().zip(columns).zip(0..) {
        if column.is_none() && is_foreign(form, heading) {
            rows.findings.of_file(Fault::ForeignColumn, Some(place));
        }
    }
    for column in needed(form).iter().filter(|column| !columns.contains(&Some(**column))) {
        rows.missing_columns.push(*column);
    }
}

/// Reads a bill and says what of it is new beside files that were read before.
///
/// # Errors
/// As [`read`], for each of the files, with the path that it is about.
pub fn again(asked: &ReadBill, progress: Progress<'_>) -> Result<Bill, (String, BillError)> {
    let Read { mut bill, keys } =
        read(Path::new(&asked.path), progress).map_err(|error| (asked.path.clone(), error))?;
    let mut known: Vec<u128> = Vec::new();
    for (path, file) in asked.before.iter().zip(0..) {
        let before = read(Path::new(path), progress).map_err(|error| (path.clone(), error))?;
        for month in &mut bill.months {
            let same = before
                .bill
                .months
                .iter()
                .find(|each| (&each.account, each.month) == (&month.account, month.month));
            let Some(same) = same else { continue };
            month.relation = if same.digest == month.digest {
                MonthRelation::Same { file }
            } else if same.is_to_date == Some(true) && month.last_charge >= same.last_charge {
                MonthRelation::Replaces { file }
            } else if month.is_to_date == Some(true) {
                MonthRelation::Older { file }
            } else {
                MonthRelation::Contradicts { file }
            };
        }
        known.extend(before.keys);
    }
    known.sort_unstable();
    bill.new_rows = new_of(&keys, &known);
    Ok(bill)
}

/// How many of sorted keys are not among other sorted keys, each as often as it occurs.
fn new_of(keys: &[u128], known: &[u128]) -> u64 {
    let mut known = known.iter().peekable();
    let mut new = 0;
    for key in keys {
        while known.next_if(|each| *each < key).is_some() {}
        if known.next_if(|each| *each == key).is_none() {
            new += 1;
        }
    }
    new
}

#[cfg(test)]
mod tests;
