//! Values as they are written.

use hefu_reading::limits::PAPER_DEPTH;
use lopdf::{Dictionary, Object, StringFormat};

use super::budget::{Budget, ENTRY, VALUE};

/// Reads values one after the other. Whatever it reads, it pays for.
pub(super) struct Lexer<'a, 'b> {
    bytes: &'a [u8],
    at: usize,
    budget: &'b mut Budget,
}

pub(super) fn is_space(byte: u8) -> bool {
    matches!(byte, 0 | b'\t' | b'\n' | 0x0C | b'\r' | b' ')
}

fn is_delimiter(byte: u8) -> bool {
    matches!(byte, b'(' | b')' | b'<' | b'>' | b'[' | b']' | b'{' | b'}' | b'/' | b'%')
}

fn is_regular(byte: u8) -> bool {
    !is_space(byte) && !is_delimiter(byte)
}

impl<'a, 'b> Lexer<'a, 'b> {
    pub(super) fn new(bytes: &'a [u8], budget: &'b mut Budget) -> Self {
        Self { bytes, at: 0, budget }
    }

    /// Bytes read so far.
    pub(super) fn at(&self) -> usize {
        self.at
    }

    pub(super) fn budget(&mut self) -> &mut Budget {
        self.budget
    }

    fn rest(&self) -> &'a [u8] {
        &self.bytes[self.at..]
    }

    fn next(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    pub(super) fn advance(&mut self, bytes: usize) -> Option<()> {
        self.budget.look_at(bytes)?;
        self.at += bytes;
        Some(())
    }

    /// Passes over white space.
    pub(super) fn space(&mut self) -> Option<()> {
        let length = self.rest().iter().take_while(|byte| is_space(**byte)).count();
        self.advance(length)
    }

    /// Passes over white space and comments.
    pub(super) fn blank(&mut self) -> Option<()> {
        loop {
            self.space()?;
            if self.next() != Some(b'%') {
                return Some(());
            }
            let length = self.rest().iter().take_while(|byte| !matches!(byte, b'\r' | b'\n')).count();
            self.advance(length)?;
        }
    }

    /// Passes over `word` where it comes next.
    pub(super) fn word(&mut self, word: &[u8]) -> Option<()> {
        if !self.rest().starts_with(word) {
            return None;
        }
        self.advance(word.len())
    }

    fn run(&mut self, is_part: impl Fn(u8) -> bool) -> Option<&'a [u8]> {
        let length = self.rest().iter().take_while(|byte| is_part(**byte)).count();
        let run = &self.rest()[..length];
        self.advance(length)?;
        Some(run)
    }

    /// A whole number without a sign, of at most ten digits.
    pub(super) fn natural(&mut self) -> Option<u64> {
        let digits = self.run(|byte| byte.is_ascii_digit())?;
        match digits.len() {
            1..=10 => std::str::from_utf8(digits).ok()?.parse().ok(),
            _ => None,
        }
    }

    /// The value that comes next, and the blank behind it.
    pub(super) fn value(&mut self) -> Option<Object> {
        self.nested(0)
    }

    fn nested(&mut self, depth: usize) -> Option<Object> {
        self.budget.hold(VALUE)?;
        let value = match (self.next()?, self.bytes.get(self.at + 1)) {
            (b'<', Some(b'<')) => Object::Dictionary(self.dictionary_at(depth)?),
            (b'<', _) => self.hexadecimal()?,
            (b'(', _) => self.literal()?,
            (b'[', _) => self.array(depth)?,
            (b'/', _) => Object::Name(self.name()?),
            (b'0'..=b'9', _) => match self.reference() {
                Some(reference) => reference,
                None => self.number()?,
            },
            (b'+' | b'-' | b'.', _) => self.number()?,
            _ => match self.run(is_regular)? {
                b"true" => Object::Boolean(true),
                b"false" => Object::Boolean(false),
                b"null" => Object::Null,
                _ => return None,
            },
        };
        self.blank()?;
        Some(value)
    }

    fn array(&mut self, depth: usize) -> Option<Object> {
        if depth == PAPER_DEPTH {
            return None;
        }
        self.advance(1)?;
        self.blank()?;
        let mut items = Vec::new();
        while self.next()? != b']' {
            items.push(self.nested(depth + 1)?);
        }
        self.advance(1)?;
        items.shrink_to_fit();
        Some(Object::Array(items))
    }

    /// The dictionary that comes next.
    pub(super) fn dictionary(&mut self) -> Option<Dictionary> {
        self.dictionary_at(0)
    }

    fn dictionary_at(&mut self, depth: usize) -> Option<Dictionary> {
        if depth == PAPER_DEPTH {
            return None;
        }
        self.word(b"<<")?;
        self.blank()?;
        let mut dictionary = Dictionary::new();
        while self.next()? == b'/' {
            let key = self.name()?;
            self.blank()?;
            let value = self.nested(depth + 1)?;
            self.budget.hold(ENTRY)?;
            // Of two values under one key, readers take either: neither can be relied on.
            if dictionary.has(&key) {
                return None;
            }
            dictionary.set(key, value);
        }
        self.word(b">>")?;
        Some(dictionary)
    }

    fn name(&mut self) -> Option<Vec<u8>> {
        self.word(b"/")?;
        let written = self.run(is_regular)?;
        self.budget.hold(written.len())?;
        let mut name = Vec::with_capacity(written.len());
        let mut rest = written;
        while let Some((&byte, behind)) = rest.split_first() {
            rest = behind;
            if byte == b'#' {
                let digits = std::str::from_utf8(behind.get(..2)?).ok()?;
                name.push(u8::from_str_radix(digits, 16).ok()?);
                rest = &behind[2..];
            } else {
                name.push(byte);
            }
        }
        Some(name)
    }

    /// `12 0 R`; nothing is passed over where it is none.
    fn reference(&mut self) -> Option<Object> {
        // Two numbers of at most ten and five digits, with what may stand between.
        let window = &self.rest()[..self.rest().len().min(32)];
        let (number, window) = digits(window)?;
        let (generation, window) = digits(spaced(window)?)?;
        let rest = spaced(window)?.strip_prefix(b"R")?;
        if rest.first().is_some_and(|byte| is_regular(*byte)) {
            return None;
        }
        let (number, generation) = (number.parse().ok()?, generation.parse().ok()?);
        let length = self.rest().len().min(32) - rest.len();
        self.advance(length)?;
        Some(Object::Reference((number, generation)))
    }

    fn number(&mut self) -> Option<Object> {
        let written = std::str::from_utf8(self.run(is_regular)?).ok()?;
        if written.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'+' | b'-')) {
            return written.parse().ok().map(Object::Integer);
        }
        let is_plain = |byte: u8| byte.is_ascii_digit() || matches!(byte, b'+' | b'-' | b'.');
        written.bytes().all(is_plain).then(|| written.parse().ok().map(Object::Real)).flatten()
    }

    fn hexadecimal(&mut self) -> Option<Object> {
        self.advance(1)?;
        let written = self.run(|byte| byte.is_ascii_hexdigit() || is_space(byte))?;
        self.word(b">")?;
        self.budget.hold(written.len() / 2)?;
        let mut digits = written.iter().filter(|byte| !is_space(**byte)).map(|byte| match byte {
            b'0'..=b'9' => byte - b'0',
            _ => (byte | 0x20) - b'a' + 10,
        });
        let mut bytes = Vec::with_capacity(written.len() / 2);
        while let Some(high) = digits.next() {
            bytes.push(high << 4 | digits.next().unwrap_or(0));
        }
        Some(Object::String(bytes, StringFormat::Hexadecimal))
    }

    fn literal(&mut self) -> Option<Object> {
        let (bytes, length) = literal(self.rest())?;
        self.advance(length)?;
        self.budget.hold(bytes.len())?;
        Some(Object::String(bytes, StringFormat::Literal))
    }
}

/// The digits at the start, and what is behind them.
fn digits(bytes: &[u8]) -> Option<(&str, &[u8])> {
    let length = bytes.iter().take_while(|byte| byte.is_ascii_digit()).count();
    (length > 0).then(|| Some((std::str::from_utf8(&bytes[..length]).ok()?, &bytes[length..])))?
}

/// What is behind the white space at the start, where there is some.
fn spaced(bytes: &[u8]) -> Option<&[u8]> {
    let length = bytes.iter().take_while(|byte| is_space(**byte)).count();
    (length > 0).then(|| &bytes[length..])
}

/// The bytes of `(…)` and how long it is written; brackets inside are in pairs or escaped.
fn literal(written: &[u8]) -> Option<(Vec<u8>, usize)> {
    let mut bytes = Vec::new();
    let (mut at, mut open) = (1, 1_usize);
    loop {
        let byte = *written.get(at)?;
        at += 1;
        match byte {
            b'\\' => at += escaped(&written[at..], &mut bytes)?,
            b')' if open == 1 => {
                bytes.shrink_to_fit();
                return Some((bytes, at));
            }
            _ => {
                open = match byte {
                    b'(' => open + 1,
                    b')' => open - 1,
                    _ => open,
                };
                bytes.push(byte);
            }
        }
    }
}

/// Puts down what an escape means; how many bytes it is behind its stroke.
fn escaped(rest: &[u8], bytes: &mut Vec<u8>) -> Option<usize> {
    let first = *rest.first()?;
    let meant = match first {
        b'0'..=b'7' => {
            let length = rest.iter().take(3).take_while(|byte| matches!(byte, b'0'..=b'7')).count();
            let figure = rest[..length].iter().fold(0_u16, |sum, digit| sum * 8 + u16::from(digit - b'0'));
            bytes.push(u8::try_from(figure & 0xFF).unwrap_or_default());
            return Some(length);
        }
        b'\r' => return Some(1 + usize::from(rest.get(1) == Some(&b'\n'))),
        b'\n' => return Some(1),
        b'n' => b'\n',
        b'r' => b'\r',
        b't' => b'\t',
        b'b' => 0x08,
        b'f' => 0x0C,
        other => other,
    };
    bytes.push(meant);
    Some(1)
}
