//! The sheets of any source as they are shown, with the place of every cell.

use std::borrow::Cow;
use std::cell::Cell as Count;
use std::io::{self, Cursor, Read, Seek, SeekFrom};
use std::ops::ControlFlow;

use encoding_rs::{Encoding, UTF_8};
use hefu_reading::limits::{self, WORKBOOK_UNPACKED};
use thiserror::Error;
use zip::ZipArchive;

mod document;
mod encoding;
mod frame;
mod grid;
mod guess;
mod kinds;
mod lines;
mod markup;
mod opendocument;
mod panics;
mod survey;
mod text;
mod totals;
mod workbook;

pub use grid::{Cell, Grid, Kind, Row, Spread};
pub use guess::{Candidate, EncodingRead};
pub use kinds::FileKind;

use encoding::Decoding;
use kinds::Packed;
use text::Quotes;

/// Records between two questions whether to go on.
const STRIDE: usize = 256;
/// Bytes of the beginning by which a file's kind and a text's encoding are told.
const BEGINNING: u64 = 64 << 10;

/// Asked now and then whether to go on.
type Step<'a> = &'a mut dyn FnMut() -> Result<(), ReadError>;

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
    #[error("a file of another kind: {0:?}")]
    OtherKind(FileKind),
    #[error("neither a workbook nor text")]
    NotATable,
    #[error("text in no encoding that is known, or not in the one that was named")]
    Undecodable,
    #[error("the workbook is damaged: {0}")]
    Damaged(String),
    #[error("the file cannot be read: {0}")]
    Unreadable(String),
    #[error("cancelled")]
    Cancelled,
}

/// All that a source holds: the sheets of a workbook, the tables of a document, or the one of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Book {
    pub grids: Vec<Grid>,
    /// How a text from a file was read; None for all else.
    pub encoding: Option<EncodingRead>,
}

impl Book {
    /// A table pasted as text: tabs as spreadsheets put them on the clipboard, or commas or semicolons; cells that
    /// hold such a mark or a line break stand in quotes.
    ///
    /// # Errors
    /// When there are no words, or too many rows.
    pub fn from_text(text: &str) -> Result<Self, ReadError> {
        let text = text.trim_start_matches('\u{feff}').as_bytes();
        Self::of(vec![text::read(text, Quotes::Clipboard, &mut || Ok(()))?], None)
    }

    /// The bytes of a file; as [`Book::from_file`] with no encoding named.
    ///
    /// # Errors
    /// When the bytes are no such table; a damaged or foreign file never panics.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, ReadError> {
        Self::from_file(Cursor::new(bytes), None, &mut |_, _| ControlFlow::Continue(()))
    }

    /// An XLSX, ODS, DOCX, CSV or TSV file; the content tells which, not the name. Text is in the `encoding` that is
    /// named, as the Web names it, or in the one that its mark tells, in UTF-8, or in the likeliest; it may be of any
    /// length and is read a record at a time. `report` is told how many bytes of all are read; breaking cancels it.
    ///
    /// # Errors
    /// When the file is no such table, or cannot be read; cancelled. A damaged or foreign file never panics.
    pub fn from_file(
        mut file: impl Read + Seek,
        encoding: Option<&str>,
        report: OnProgress<'_>,
    ) -> Result<Self, ReadError> {
        let length = file.seek(SeekFrom::End(0)).map_err(unreadable)?;
        let mut beginning = Vec::new();
        rewind(&mut file, 0)?;
        (&mut file).take(BEGINNING).read_to_end(&mut beginning).map_err(unreadable)?;
        if let Some(kind) = kinds::by_beginning(&beginning[..beginning.len().min(4096)]) {
            return Err(ReadError::OtherKind(kind));
        }
        match beginning[..] {
            [0xD0, 0xCF, 0x11, 0xE0, ..] => {
                Err(ReadError::OtherKind(kinds::of_old_form(&whole(file, length)?)))
            }
            [b'P', b'K', 3 | 5, 4 | 6, ..] => {
                let bytes = whole(file, length)?;
                let mut step = asking(|| report(0, length));
                panics::guarded(|| packed(&bytes, &mut step))
            }
            _ => Self::from_encoded(&mut file, &beginning, length, encoding, report),
        }
    }

    /// Text in the encoding that is named, or its mark tells, else in the first that all of it is in.
    fn from_encoded(
        file: &mut (impl Read + Seek),
        beginning: &[u8],
        length: u64,
        named: Option<&str>,
        report: OnProgress<'_>,
    ) -> Result<Self, ReadError> {
        let marked = guess::marked(beginning);
        let named = match named {
            Some(name) => Some(Encoding::for_label(name.as_bytes()).ok_or(ReadError::Undecodable)?),
            None => None,
        };
        if let Some(encoding) = named.or(marked.map(|(encoding, _)| encoding)) {
            let mark = marked.filter(|(marked, _)| *marked == encoding).map_or(0, |(_, mark)| mark);
            return Self::of(
                vec![decoded(file, encoding, mark, length, report)?],
                Some(EncodingRead::certain(encoding)),
            );
        }
        match decoded(file, UTF_8, 0, length, report) {
            Err(ReadError::Undecodable | ReadError::NotATable) => {}
            grid => return Self::of(vec![grid?], Some(EncodingRead::certain(UTF_8))),
        }
        let has_zero = beginning.contains(&0);
        let (nothing, (sample, is_whole)) = match has_zero {
            true => (ReadError::NotATable, (beginning.to_vec(), beginning.len() as u64 == length)),
            false => (ReadError::Undecodable, guess::sample(file, &mut asking(|| report(0, length)))?),
        };
        let (encodings, said) = guess::guess(&sample, is_whole).ok_or(nothing)?;
        for encoding in encodings {
            match decoded(file, encoding, 0, length, report) {
                Err(ReadError::Undecodable | ReadError::NotATable) => {}
                grid => {
                    let name = encoding.name().to_owned();
                    return Self::of(vec![grid?], Some(EncodingRead { name, ..said }));
                }
            }
        }
        Err(ReadError::Undecodable)
    }

    fn of(grids: Vec<Grid>, encoding: Option<EncodingRead>) -> Result<Self, ReadError> {
        if grids.iter().any(|grid| !grid.rows.is_empty()) {
            return Ok(Self { grids, encoding });
        }
        let fault = grids.into_iter().find_map(|grid| grid.fault);
        Err(fault.unwrap_or(ReadError::Empty))
    }
}

/// The table of a text in this encoding, from behind its mark.
fn decoded(
    file: &mut (impl Read + Seek),
    encoding: &'static Encoding,
    from: u64,
    length: u64,
    report: OnProgress<'_>,
) -> Result<Grid, ReadError> {
    rewind(file, from)?;
    let done = Count::new(from);
    let source = Decoding::new(Counted { source: &mut *file, done: &done }, encoding);
    text::read(source, Quotes::File, &mut asking(|| report(done.get(), length)))
}

/// A packed file, read as what its parts say it is.
fn packed(bytes: &[u8], step: Step<'_>) -> Result<Book, ReadError> {
    let names: Vec<String> = match ZipArchive::new(Cursor::new(bytes)) {
        Ok(archive) => archive.file_names().filter_map(Result::ok).map(Cow::into_owned).collect(),
        // What it is shows when it is surveyed.
        Err(_) => Vec::new(),
    };
    let kind = match names.is_empty() {
        true => Packed::Workbook,
        false => kinds::packed(names.iter().map(String::as_str)),
    };
    // What cannot be read of a kind that is not the house's own is named for what it is.
    let of_kind = |kind: FileKind, read: Result<Book, ReadError>| match read {
        Err(ReadError::Empty | ReadError::Damaged(_)) => Err(ReadError::OtherKind(kind)),
        read => read,
    };
    match kind {
        Packed::Workbook => Book::of(workbook::read(bytes, WORKBOOK_UNPACKED, step)?, None),
        Packed::BinaryWorkbook => Err(ReadError::OtherKind(FileKind::BinaryWorkbook)),
        Packed::OpenDocument => of_kind(
            FileKind::OpenDocument,
            part(bytes, "content.xml", step, |part, step| opendocument::read(part, step)),
        ),
        Packed::Document => of_kind(
            FileKind::Document,
            part(bytes, "word/document.xml", step, |part, step| document::read(part, step)),
        ),
        Packed::Other(kind) => Err(ReadError::OtherKind(kind)),
    }
}

/// Reads one part of a packed file once it was surveyed.
fn part(
    bytes: &[u8],
    name: &str,
    step: Step<'_>,
    read: impl FnOnce(&mut dyn Read, Step<'_>) -> Result<Vec<Grid>, ReadError>,
) -> Result<Book, ReadError> {
    survey::survey(bytes, WORKBOOK_UNPACKED, step)?;
    let damaged = |error: zip::result::ZipError| ReadError::Damaged(error.to_string());
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(damaged)?;
    let mut part = archive.by_name(name).map_err(damaged)?;
    Book::of(read(&mut part, step)?, None)
}

/// All bytes of a file that is no larger than a workbook may be.
fn whole(mut file: impl Read + Seek, length: u64) -> Result<Vec<u8>, ReadError> {
    let limit = limits::WORKBOOK.bytes;
    if length > limit {
        return Err(ReadError::TooLarge { limit: usize::try_from(limit).unwrap_or(usize::MAX) });
    }
    let mut bytes = Vec::new();
    rewind(&mut file, 0)?;
    file.take(limit).read_to_end(&mut bytes).map_err(unreadable)?;
    Ok(bytes)
}

/// Told how many bytes are read, of all; breaking cancels.
type OnProgress<'a> = &'a mut dyn FnMut(u64, u64) -> ControlFlow<()>;

/// Asks every so often whether to go on.
fn asking(mut ask: impl FnMut() -> ControlFlow<()>) -> impl FnMut() -> Result<(), ReadError> {
    let mut passed = 0_usize;
    move || {
        passed += 1;
        match passed % STRIDE == 1 && ask().is_break() {
            true => Err(ReadError::Cancelled),
            false => Ok(()),
        }
    }
}

#[allow(clippy::needless_pass_by_value, reason = "it is what an error is mapped by")]
fn unreadable(error: io::Error) -> ReadError {
    ReadError::Unreadable(error.to_string())
}

/// Counts the bytes that come.
struct Counted<'a, R> {
    source: R,
    done: &'a Count<u64>,
}

impl<R: Read> Read for Counted<'_, R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let come = self.source.read(buffer)?;
        self.done.set(self.done.get() + come as u64);
        Ok(come)
    }
}

fn rewind(file: &mut impl Seek, to: u64) -> Result<(), ReadError> {
    file.seek(SeekFrom::Start(to)).map(|_| ()).map_err(unreadable)
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
