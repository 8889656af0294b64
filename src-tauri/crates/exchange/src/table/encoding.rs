//! From bytes to text, in the encodings that Chinese and other spreadsheets save, a piece at a time.

use std::io::{self, Read};

use encoding_rs::{Decoder, DecoderResult, Encoding};

use super::ReadError;

const PIECE: usize = 64 << 10;

/// The text of a source in one encoding. What cannot be text ends it, with a [`ReadError`] inside the error.
pub(super) struct Decoding<R> {
    source: R,
    decoder: Decoder,
    /// Bytes that have come and are not decoded yet.
    waiting: Vec<u8>,
    is_ended: bool,
    is_done: bool,
    /// Text that has been decoded and not been taken.
    text: Vec<u8>,
    taken: usize,
}

impl<R: Read> Decoding<R> {
    pub(super) fn new(source: R, encoding: &'static Encoding) -> Self {
        let decoder = encoding.new_decoder_without_bom_handling();
        Self {
            source,
            decoder,
            waiting: Vec::new(),
            is_ended: false,
            is_done: false,
            text: Vec::new(),
            taken: 0,
        }
    }

    /// Decodes another piece.
    fn go_on(&mut self) -> io::Result<()> {
        if self.waiting.is_empty() && !self.is_ended {
            let come = (&mut self.source).take(PIECE as u64).read_to_end(&mut self.waiting)?;
            self.is_ended = come < PIECE;
        }
        let mut text = String::with_capacity(PIECE * 4);
        let (result, read) =
            self.decoder.decode_to_string_without_replacement(&self.waiting, &mut text, self.is_ended);
        let rest = self.waiting.split_off(read);
        // A zero or another control character is in no table: such bytes are a picture, an archive, a program.
        let foreign =
            |c: char| c.is_control() && !matches!(c, '\t' | '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}');
        let is_malformed = matches!(result, DecoderResult::Malformed(..));
        let fault = match text.chars().any(foreign)
            || is_malformed && rest.iter().any(|byte| byte.is_ascii() && foreign(char::from(*byte)))
        {
            true => Some(ReadError::NotATable),
            false => is_malformed.then_some(ReadError::Undecodable),
        };
        if let Some(fault) = fault {
            return Err(io::Error::other(fault));
        }
        self.is_done = self.is_ended && rest.is_empty();
        self.waiting = rest;
        self.text = text.into_bytes();
        self.taken = 0;
        Ok(())
    }
}

impl<R: Read> Read for Decoding<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        while self.taken == self.text.len() {
            if self.is_done {
                return Ok(0);
            }
            self.go_on()?;
        }
        let length = buffer.len().min(self.text.len() - self.taken);
        buffer[..length].copy_from_slice(&self.text[self.taken..self.taken + length]);
        self.taken += length;
        Ok(length)
    }
}
