//! From a path to the records of a table: unpacked, decoded, and never more of one record than may be held.

use std::cell::Cell;
use std::io::{self, BufReader, Read, Seek, SeekFrom};
use std::path::Path;
use std::rc::Rc;

use encoding_rs::{Encoding, GB18030, UTF_8};
use encoding_rs_io::DecodeReaderBytesBuilder;
use flate2::read::MultiGzDecoder;
use hefu_reading::limits::BILL;
use hefu_reading::{PlainFile, Unread};

/// How much is looked at to tell the encoding.
const LOOKED_AT: u64 = 1 << 20;

/// Counts what has come since the last record, and stops when it is too much.
struct Bounded<R> {
    source: R,
    left: Rc<Cell<u64>>,
}

impl<R: Read> Read for Bounded<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let come = self.source.read(buffer)?;
        let left = self.left.get().checked_sub(come as u64);
        self.left.set(left.ok_or_else(|| io::Error::other(RecordTooLong))?);
        Ok(come)
    }
}

/// A record is longer than may be held.
#[derive(Debug)]
pub(crate) struct RecordTooLong;

impl std::fmt::Display for RecordTooLong {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str("a record is longer than may be held")
    }
}

impl std::error::Error for RecordTooLong {}

/// Counts the bytes of the file that were taken.
struct Counted<R> {
    source: R,
    taken: Rc<Cell<u64>>,
}

impl<R: Read> Read for Counted<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let come = self.source.read(buffer)?;
        self.taken.set(self.taken.get() + come as u64);
        Ok(come)
    }
}

/// The records of a file.
pub(crate) struct Source {
    pub(crate) records: csv::Reader<Box<dyn Read>>,
    pub(crate) encoding: &'static Encoding,
    /// Whether a mark at the beginning told the encoding.
    pub(crate) is_marked: bool,
    pub(crate) is_compressed: bool,
    /// Bytes of the file.
    pub(crate) length: u64,
    taken: Rc<Cell<u64>>,
    left: Rc<Cell<u64>>,
}

impl Source {
    /// Opens a file in the encoding that its beginning has, or in `encoding`.
    pub(crate) fn open(path: &Path, encoding: Option<&'static Encoding>) -> Result<Self, Unread> {
        let mut file = PlainFile::open(path)?;
        let length = file.length();
        let mut magic = Vec::new();
        (&mut file).take(2).read_to_end(&mut magic)?;
        file.seek(SeekFrom::Start(0))?;
        let is_compressed = magic == [0x1F, 0x8B];
        let (encoding, is_marked) = match encoding {
            Some(encoding) => (encoding, false),
            None => {
                let mut beginning = Vec::new();
                unpacked(&mut file, is_compressed).take(LOOKED_AT).read_to_end(&mut beginning)?;
                file.seek(SeekFrom::Start(0))?;
                told(&beginning)
            }
        };
        let (taken, left) = (Rc::new(Cell::new(0)), Rc::new(Cell::new(BILL.bytes)));
        let counted = Counted { source: file, taken: Rc::clone(&taken) };
        let bytes = unpacked(BufReader::with_capacity(256 << 10, counted), is_compressed);
        let text: Box<dyn Read> = if encoding == UTF_8 {
            Box::new(bytes)
        } else {
            Box::new(DecodeReaderBytesBuilder::new().encoding(Some(encoding)).build(bytes))
        };
        let bounded: Box<dyn Read> = Box::new(Bounded { source: text, left: Rc::clone(&left) });
        let mut builder = csv::ReaderBuilder::new();
        let records =
            builder.has_headers(false).flexible(true).buffer_capacity(256 << 10).from_reader(bounded);
        Ok(Self { records, encoding, is_marked, is_compressed, length, taken, left })
    }

    /// A record has come: another may.
    pub(crate) fn allow_another(&self) {
        self.left.set(BILL.bytes);
    }

    /// Bytes of the file so far.
    pub(crate) fn taken(&self) -> u64 {
        self.taken.get()
    }
}

fn unpacked<'a>(source: impl Read + 'a, is_compressed: bool) -> Box<dyn Read + 'a> {
    if is_compressed { Box::new(MultiGzDecoder::new(source)) } else { Box::new(source) }
}

/// The encoding and whether a mark tells it; without one UTF-8 when the beginning is such text, else that of Chinese spreadsheets.
fn told(beginning: &[u8]) -> (&'static Encoding, bool) {
    if let Some((encoding, _)) = Encoding::for_bom(beginning) {
        return (encoding, true);
    }
    match std::str::from_utf8(beginning) {
        Ok(_) => (UTF_8, false),
        // A letter that is cut by the end of what was looked at.
        Err(error) if error.error_len().is_none() => (UTF_8, false),
        Err(_) => (GB18030, false),
    }
}
