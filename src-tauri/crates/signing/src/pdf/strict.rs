//! Reading objects that have one meaning to every reader.
//!
//! What others are lenient about is refused: comments, a key that stands twice in a dictionary, a spelling that hides a
//! name, generations, a stream whose length stands elsewhere. So no two programs can see different documents in it.

use hefu_reading::limits::{PAPER_DEPTH, PAPER_HELD};
use lopdf::{Dictionary, Object, Stream, StringFormat};

use crate::pdf::read::{ENTRY, VALUE};

/// Reads forward from a place in a file; what it cannot read is `None`, and the place is then where it gave up.
#[derive(Clone)]
pub(crate) struct Cursor<'a> {
    pub(crate) bytes: &'a [u8],
    pub(crate) at: usize,
    /// Bytes that may still be held: small values take many times what they are written with.
    pub(crate) left: usize,
}

impl<'a> Cursor<'a> {
    pub(crate) fn new(bytes: &'a [u8], at: usize) -> Self {
        Self { bytes, at, left: PAPER_HELD }
    }

    pub(crate) fn rest(&self) -> &'a [u8] {
        self.bytes.get(self.at..).unwrap_or_default()
    }

    /// Pays for what is held from now on.
    pub(crate) fn hold(&mut self, bytes: usize) -> Option<()> {
        self.left = self.left.checked_sub(bytes)?;
        Some(())
    }

    pub(crate) fn expect(&mut self, what: &[u8]) -> Option<()> {
        self.rest().starts_with(what).then(|| self.at += what.len())
    }

    /// Up to ten digits, and no zero before others.
    pub(crate) fn number(&mut self) -> Option<usize> {
        let digits = self.rest().iter().take(11).take_while(|byte| byte.is_ascii_digit()).count();
        let text = std::str::from_utf8(&self.rest()[..digits]).ok()?;
        let plain = digits <= 10 && (digits == 1 || !text.starts_with('0'));
        let number = plain.then(|| text.parse().ok())??;
        self.at += digits;
        Some(number)
    }

    /// An object with its number, of the first generation: `7 0 obj … endobj` and the line's end.
    pub(crate) fn indirect(&mut self) -> Option<(u32, Object)> {
        let id = u32::try_from(self.number()?).ok().filter(|id| *id > 0)?;
        self.expect(b" 0 obj")?;
        self.blank();
        let object = self.object(PAPER_DEPTH)?;
        let object = match object {
            Object::Dictionary(entries) => self.stream(entries)?,
            other => other,
        };
        // Objects in a stream would have a second place to be.
        if object.as_stream().is_ok_and(|stream| is_of_type(&stream.dict, b"ObjStm")) {
            return None;
        }
        self.blank();
        self.expect(b"endobj\n")?;
        Some((id, object))
    }

    /// A dictionary by itself, as in a trailer.
    pub(crate) fn dictionary(&mut self) -> Option<Dictionary> {
        match self.object(PAPER_DEPTH)? {
            Object::Dictionary(entries) => Some(entries),
            _ => None,
        }
    }

    pub(crate) fn blank(&mut self) {
        let blanks = self.rest().iter().take_while(|byte| matches!(byte, b' ' | b'\n')).count();
        self.at += blanks;
    }

    fn object(&mut self, depth: usize) -> Option<Object> {
        let depth = depth.checked_sub(1)?;
        self.hold(VALUE)?;
        let rest = self.rest();
        match rest {
            [b'<', b'<', ..] => self.entries(depth),
            [b'<', ..] => self.hexadecimal(),
            [b'(', ..] => self.literal(),
            [b'/', ..] => self.name().map(Object::Name),
            [b'[', ..] => self.array(depth),
            [b'0'..=b'9' | b'-', ..] => self.figure(),
            _ => self.word(),
        }
    }

    fn entries(&mut self, depth: usize) -> Option<Object> {
        let mut entries = Dictionary::new();
        self.expect(b"<<")?;
        self.blank();
        while self.expect(b">>").is_none() {
            let key = self.name()?;
            self.blank();
            let value = self.object(depth)?;
            self.blank();
            self.hold(ENTRY)?;
            if entries.has(&key) {
                return None;
            }
            entries.set(key, value);
        }
        Some(Object::Dictionary(entries))
    }

    fn array(&mut self, depth: usize) -> Option<Object> {
        let mut items = Vec::new();
        self.expect(b"[")?;
        self.blank();
        while self.expect(b"]").is_none() {
            items.push(self.object(depth)?);
            self.blank();
        }
        items.shrink_to_fit();
        Some(Object::Array(items))
    }

    /// The stream that a dictionary begins, or the dictionary.
    fn stream(&mut self, entries: Dictionary) -> Option<Object> {
        let mut ahead = self.clone();
        ahead.blank();
        if ahead.expect(b"stream\n").is_none() {
            return Some(Object::Dictionary(entries));
        }
        let length = usize::try_from(entries.get(b"Length").ok()?.as_i64().ok()?).ok()?;
        let content = ahead.rest().get(..length)?;
        self.hold(length)?;
        let content = content.to_vec();
        ahead.at += length;
        ahead.expect(b"\nendstream")?;
        self.at = ahead.at;
        Some(Object::Stream(Stream {
            dict: entries,
            content,
            allows_compression: false,
            start_position: None,
        }))
    }

    /// A name; only what cannot stand for itself may be written as two digits.
    fn name(&mut self) -> Option<Vec<u8>> {
        self.expect(b"/")?;
        let length = self.rest().iter().take_while(|byte| is_regular(**byte)).count();
        let mut written = &self.rest()[..length];
        self.hold(length)?;
        self.at += length;
        let mut name = Vec::with_capacity(length);
        while let Some(at) = memchr::memchr(b'#', written) {
            name.extend_from_slice(&written[..at]);
            let digits = written.get(at + 1..at + 3)?;
            let byte = base16ct::mixed::decode_vec(digits).ok()?[0];
            if byte == 0 || is_regular(byte) && byte != b'#' {
                return None;
            }
            name.push(byte);
            written = &written[at + 3..];
        }
        name.extend_from_slice(written);
        Some(name)
    }

    fn hexadecimal(&mut self) -> Option<Object> {
        self.expect(b"<")?;
        let length = memchr::memchr(b'>', self.rest())?;
        self.hold(length / 2)?;
        let bytes = base16ct::mixed::decode_vec(&self.rest()[..length]).ok()?;
        self.at += length + 1;
        Some(Object::String(bytes, StringFormat::Hexadecimal))
    }

    fn literal(&mut self) -> Option<Object> {
        self.expect(b"(")?;
        let (mut text, mut open) = (Vec::new(), 1_usize);
        loop {
            let byte = *self.rest().first()?;
            self.at += 1;
            self.hold(1)?;
            match byte {
                b'\\' => {
                    text.push(escaped(*self.rest().first()?)?);
                    self.at += 1;
                    continue;
                }
                b'\r' => return None,
                b'(' => open += 1,
                b')' if open == 1 => return Some(Object::String(text, StringFormat::Literal)),
                b')' => open -= 1,
                _ => {}
            }
            text.push(byte);
        }
    }

    /// A number, or a reference to an object of the first generation.
    fn figure(&mut self) -> Option<Object> {
        let mut ahead = self.clone();
        if let Some(id) = ahead.number()
            && ahead.expect(b" 0 R").is_some()
            && ends_word(ahead.rest())
        {
            self.at = ahead.at;
            return Some(Object::Reference((u32::try_from(id).ok().filter(|id| *id > 0)?, 0)));
        }
        let rest = self.rest();
        let length = rest.iter().take_while(|byte| matches!(byte, b'0'..=b'9' | b'-' | b'.')).count();
        let text = std::str::from_utf8(&rest[..length]).ok()?;
        let digits = text.strip_prefix('-').unwrap_or(text);
        let whole = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
        let parts = digits.split_once('.');
        let broken = parts.is_some_and(|(whole, part)| {
            let figures = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
            figures(whole) && figures(part)
        });
        let number = match (whole, broken) {
            (true, _) => Object::Integer(text.parse().ok()?),
            (_, true) => Object::Real(text.parse().ok()?),
            _ => return None,
        };
        self.at += length;
        ends_word(self.rest()).then_some(number)
    }

    fn word(&mut self) -> Option<Object> {
        let words = [
            (&b"null"[..], Object::Null),
            (b"true", Object::Boolean(true)),
            (b"false", Object::Boolean(false)),
        ];
        let (word, object) = words.into_iter().find(|(word, _)| self.rest().starts_with(word))?;
        self.at += word.len();
        ends_word(self.rest()).then_some(object)
    }
}

pub(crate) fn is_of_type(dictionary: &Dictionary, wanted: &[u8]) -> bool {
    dictionary.get(b"Type").and_then(Object::as_name).is_ok_and(|name| name == wanted)
}

fn escaped(byte: u8) -> Option<u8> {
    match byte {
        b'n' => Some(b'\n'),
        b'r' => Some(b'\r'),
        b't' => Some(b'\t'),
        b'b' => Some(8),
        b'f' => Some(12),
        b'(' | b')' | b'\\' => Some(byte),
        _ => None,
    }
}

/// What may stand for itself in a name.
fn is_regular(byte: u8) -> bool {
    let ends = matches!(byte, b'(' | b')' | b'<' | b'>' | b'[' | b']' | b'{' | b'}' | b'/' | b'%');
    byte.is_ascii_graphic() && !ends
}

fn ends_word(rest: &[u8]) -> bool {
    rest.first().is_none_or(|byte| !is_regular(*byte))
}
