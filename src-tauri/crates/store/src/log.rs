//! The write-ahead log as it lies on the disk, before SQLite sees it. SQLite goes on from any log that bears the right
//! name, and from a damaged one only as far as it is whole, without a word. So it is read here first: how far it is
//! whole, and whether it was written on top of the file that it lies beside.
//!
//! What binds the two: the first transaction in every log also writes the first page, and puts into its header a number
//! made of the first page below ([`page::mark_of`]). What is folded into the file has a first page of its own again.

use std::fs::File;
use std::io::{self, BufReader, ErrorKind, Read};
use std::path::Path;

use rusqlite::Connection;

use crate::key::RawKey;
use crate::page::{self, PAGE, Page, Seals};

const HEADER: usize = 32;
const FRAME: usize = 24;

/// How a log begins whose sums are of words with the lowest byte first.
const MAGIC: u32 = 0x377f_0682;

/// What a log holds, as far as it is whole.
pub(crate) struct Log {
    /// Bytes up to the end of the last transaction that is whole.
    pub whole: u64,
    /// What was acknowledged after that can no longer be read.
    pub is_damaged: bool,
    /// The first pages of its transactions, the last one at the end.
    firsts: Vec<Page>,
}

impl Log {
    /// Errors: it cannot be read. `seals` are those of the file it lies beside.
    pub(crate) fn read(path: &Path, seals: &Seals) -> io::Result<Self> {
        let mut reader = BufReader::with_capacity(64 * PAGE, File::open(path)?);
        let mut log = Self { whole: 0, is_damaged: false, firsts: Vec::new() };
        let mut header = [0; HEADER];
        if !filled(&mut reader, &mut header)? {
            return Ok(log);
        }
        let Some(mut chain) = Chain::of(&header) else {
            log.is_damaged = filled(&mut reader, &mut [0; FRAME])?;
            return Ok(log);
        };
        let (mut end, mut open, mut pages) = (HEADER as u64, Vec::new(), 0);
        let (mut frame, mut page) = ([0; FRAME], [0; PAGE]);
        while filled(&mut reader, &mut frame)? && filled(&mut reader, &mut page)? {
            end += (FRAME + PAGE) as u64;
            match chain.follow(&frame, &page) {
                Follows::Yes => {}
                Follows::No => break,
                Follows::Damaged => {
                    // A process that is killed leaves one frame whose page is still what lay there before, and
                    // nothing of this log after it.
                    let ends = word(&frame, 4) != 0 && !is_another(seals, &page, word(&frame, 0), pages);
                    log.is_damaged = ends || chain.goes_on(&mut reader)?;
                    break;
                }
            }
            pages = pages.max(word(&frame, 0)).max(word(&frame, 4));
            if word(&frame, 0) == 1 {
                open.push(page);
            }
            if word(&frame, 4) != 0 {
                log.whole = end;
                log.firsts.append(&mut open);
            }
        }
        Ok(log)
    }

    /// Nothing in it was ever acknowledged.
    pub(crate) fn is_empty(&self) -> bool {
        self.whole == 0 && !self.is_damaged
    }

    pub(crate) fn holds_first_page(&self, seals: &Seals) -> bool {
        self.firsts.last().is_some_and(|last| seals.fit(last, 1))
    }

    /// Whether it goes on from the file that begins with this page, or has been folded into it in part.
    pub(crate) fn is_of(&self, first: &Page, key: &RawKey) -> bool {
        match self.firsts.last() {
            // A program without marks wrote it, and the file as well.
            None => page::mark_in(first, key) == 0,
            Some(last) => {
                page::salt(last) == page::salt(first)
                    && (self.firsts.iter().any(|each| page::stamp(each) == page::stamp(first))
                        || matches!(page::mark_in(last, key), mark if mark == 0 || mark == page::mark_of(first)))
            }
        }
    }
}

/// Says in the transaction which first page it goes on from. `mark` is of the file as it is on the disk.
pub(crate) fn sign(connection: &Connection, mark: u32) -> Result<(), rusqlite::Error> {
    let known: i64 = connection.pragma_query_value(None, "default_cache_size", |row| row.get(0))?;
    if known != i64::from(mark) {
        connection.pragma_update(None, "default_cache_size", mark)?;
        // That went by the number, too.
        connection.pragma_update(None, "cache_size", CACHE)?;
    }
    Ok(())
}

/// What was decrypted lately is kept: searching reads here and there in the whole file. In KiB, as SQLite wants it.
pub(crate) const CACHE: i32 = -8192;

/// Whether it is a page as it was once written, under another number.
fn is_another(seals: &Seals, page: &Page, number: u32, pages: u32) -> bool {
    (1..=pages).any(|each| each != number && seals.fit(page, each))
}

/// The sums by which each frame follows from the one before.
struct Chain {
    salts: [u8; 8],
    sums: (u32, u32),
}

enum Follows {
    Yes,
    /// What lies here is of an earlier log.
    No,
    Damaged,
}

impl Chain {
    fn of(header: &[u8; HEADER]) -> Option<Self> {
        let mut chain = Self { salts: [0; 8], sums: (0, 0) };
        chain.salts.copy_from_slice(&header[16..24]);
        chain.add(&header[..24]);
        let is_whole = word(header, 0) == MAGIC && word(header, 8) == PAGE as u32;
        (is_whole && chain.sums == (word(header, 24), word(header, 28))).then_some(chain)
    }

    fn follow(&mut self, frame: &[u8; FRAME], page: &Page) -> Follows {
        self.add(&frame[..8]);
        self.add(page);
        let (is_ours, adds_up) = (self.is_of_this(frame), self.sums == (word(frame, 16), word(frame, 20)));
        match (is_ours, adds_up && word(frame, 0) != 0) {
            (true, true) => Follows::Yes,
            (false, false) => Follows::No,
            _ => Follows::Damaged,
        }
    }

    fn is_of_this(&self, frame: &[u8; FRAME]) -> bool {
        frame[8..16] == self.salts
    }

    /// Whether frames of this log come after.
    fn goes_on(&self, reader: &mut impl Read) -> io::Result<bool> {
        let (mut frame, mut page) = ([0; FRAME], [0; PAGE]);
        while filled(reader, &mut frame)? && filled(reader, &mut page)? {
            if self.is_of_this(&frame) {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// SQLite's sum, over words of four bytes.
    fn add(&mut self, bytes: &[u8]) {
        let (mut one, mut other) = self.sums;
        for pair in bytes.chunks_exact(8) {
            one = one.wrapping_add(low_first(pair, 0)).wrapping_add(other);
            other = other.wrapping_add(low_first(pair, 4)).wrapping_add(one);
        }
        self.sums = (one, other);
    }
}

fn four(bytes: &[u8], at: usize) -> [u8; 4] {
    let mut four = [0; 4];
    four.copy_from_slice(&bytes[at..at + 4]);
    four
}

fn word(bytes: &[u8], at: usize) -> u32 {
    u32::from_be_bytes(four(bytes, at))
}

fn low_first(bytes: &[u8], at: usize) -> u32 {
    u32::from_le_bytes(four(bytes, at))
}

/// Whether there was enough to fill it.
fn filled(reader: &mut impl Read, bytes: &mut [u8]) -> io::Result<bool> {
    match reader.read_exact(bytes) {
        Ok(()) => Ok(true),
        Err(error) if error.kind() == ErrorKind::UnexpectedEof => Ok(false),
        Err(error) => Err(error),
    }
}
