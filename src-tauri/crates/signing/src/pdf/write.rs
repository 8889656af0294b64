//! PDF objects as bytes, with exactly one spelling for each object.
//!
//! The verifier reads the objects of a revision and writes them again: when the bytes are the
//! same, nothing hides between them (a second key, a comment, an object no table names).

use std::ops::Range;

use lopdf::{Dictionary, Object};

use crate::digest::hex;

/// Bytes that `/ByteRange[…]` takes, blanks after it included: its figures are known only after
/// the rest is laid out.
const BYTE_RANGE_WIDTH: usize = 60;

/// Writes objects, and notes where the two values of a signature lie that are filled in last.
#[derive(Default)]
pub(crate) struct Writer {
    pub(crate) bytes: Vec<u8>,
    /// From `/ByteRange` to the end of its blanks.
    pub(crate) byte_range: Option<Range<usize>>,
    /// The hexadecimal string of `/Contents`, its angle brackets included.
    pub(crate) contents: Option<Range<usize>>,
}

impl Writer {
    pub(crate) fn indirect(&mut self, id: u32, object: &Object) {
        self.put(format!("{id} 0 obj\n").as_bytes());
        self.object(object);
        self.put(b"\nendobj\n");
    }

    pub(crate) fn put(&mut self, bytes: &[u8]) {
        self.bytes.extend_from_slice(bytes);
    }

    fn object(&mut self, object: &Object) {
        match object {
            Object::Null => self.put(b"null"),
            Object::Boolean(true) => self.put(b"true"),
            Object::Boolean(false) => self.put(b"false"),
            Object::Integer(value) => self.put(value.to_string().as_bytes()),
            Object::Real(value) => self.put(value.to_string().as_bytes()),
            Object::Name(name) => self.name(name),
            Object::String(value, _) => self.put(format!("<{}>", hex(value)).as_bytes()),
            Object::Array(items) => {
                self.put(b"[");
                for (place, item) in items.iter().enumerate() {
                    if place > 0 {
                        self.put(b" ");
                    }
                    self.object(item);
                }
                self.put(b"]");
            }
            Object::Dictionary(dictionary) => self.dictionary(dictionary),
            Object::Stream(stream) => {
                self.dictionary(&stream.dict);
                self.put(b"\nstream\n");
                self.put(&stream.content);
                self.put(b"\nendstream");
            }
            Object::Reference((id, generation)) => {
                self.put(format!("{id} {generation} R").as_bytes());
            }
        }
    }

    pub(crate) fn dictionary(&mut self, dictionary: &Dictionary) {
        let signature = is_signature(dictionary);
        self.put(b"<<");
        for (key, value) in dictionary.iter() {
            let start = self.bytes.len();
            self.name(key);
            if !matches!(
                value,
                Object::Name(_) | Object::String(..) | Object::Array(_) | Object::Dictionary(_)
            ) {
                self.put(b" ");
            }
            let value_start = self.bytes.len();
            self.object(value);
            if signature && key == b"ByteRange" {
                self.bytes.resize(self.bytes.len().max(start + BYTE_RANGE_WIDTH), b' ');
                self.byte_range = Some(start..self.bytes.len());
            } else if signature && key == b"Contents" {
                self.contents = Some(value_start..self.bytes.len());
            }
        }
        self.put(b">>");
    }

    fn name(&mut self, name: &[u8]) {
        self.put(b"/");
        for &byte in name {
            match byte {
                b'!'..=b'~' if !b"()<>[]{}/%#".contains(&byte) => self.bytes.push(byte),
                other => self.put(format!("#{other:02x}").as_bytes()),
            }
        }
    }

    /// Writes the figures of the byte range over its blanks.
    pub(crate) fn fill_byte_range(&mut self, place: Range<usize>, figures: [usize; 4]) {
        let [a, b, c, d] = figures;
        let mut text = format!("/ByteRange[{a} {b} {c} {d}]").into_bytes();
        text.resize(place.len(), b' ');
        self.bytes[place].copy_from_slice(&text);
    }
}

fn is_signature(dictionary: &Dictionary) -> bool {
    dictionary.get(b"Type").and_then(Object::as_name).is_ok_and(|name| name == b"Sig")
}
