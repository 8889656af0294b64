//! Text as lines that end alike, however they ended, and no more of one record than may be held.

use std::io::{self, Read};

use hefu_reading::limits::{self, TABLE_LINES};

use super::ReadError;

/// Ends every line with a line feed, the last one too.
pub(super) struct Lines<R> {
    source: R,
    /// The last byte that came, before it was made a line feed.
    last: Option<u8>,
    is_ended: bool,
    /// Bytes that may come before the next record.
    left: u64,
    passed: usize,
}

impl<R: Read> Lines<R> {
    pub(super) fn new(source: R) -> Self {
        Self { source, last: None, is_ended: false, left: limits::TEXT_TABLE.bytes, passed: 0 }
    }

    /// The record that was waited for has come.
    pub(super) fn allow_another(&mut self) {
        self.left = limits::TEXT_TABLE.bytes;
    }

    /// Makes `\r\n` and `\r` a line feed, in place; the length that is left.
    fn even(&mut self, bytes: &mut [u8]) -> usize {
        let mut kept = 0;
        for at in 0..bytes.len() {
            let byte = bytes[at];
            let belongs_to_last = byte == b'\n' && self.last == Some(b'\r');
            self.last = Some(byte);
            if !belongs_to_last {
                bytes[kept] = if byte == b'\r' { b'\n' } else { byte };
                self.passed += usize::from(bytes[kept] == b'\n');
                kept += 1;
            }
        }
        kept
    }
}

impl<R: Read> Read for Lines<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if buffer.is_empty() {
            return Ok(0);
        }
        loop {
            let come = self.source.read(buffer)?;
            if come == 0 {
                let is_whole = matches!(self.last, None | Some(b'\r' | b'\n'));
                if is_whole || std::mem::replace(&mut self.is_ended, true) {
                    return Ok(0);
                }
                buffer[0] = b'\n';
                self.passed += 1;
                return Ok(1);
            }
            let kept = self.even(&mut buffer[..come]);
            let limit = limits::TEXT_TABLE.bytes;
            self.left = self.left.checked_sub(come as u64).ok_or_else(|| {
                io::Error::other(ReadError::TooLarge { limit: usize::try_from(limit).unwrap_or(0) })
            })?;
            if self.passed > TABLE_LINES {
                return Err(io::Error::other(ReadError::TooManyRows { limit: TABLE_LINES }));
            }
            if kept > 0 {
                return Ok(kept);
            }
        }
    }
}
