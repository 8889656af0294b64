//! One object that stands in the file: `7 0 obj … endobj`.

use lopdf::{Dictionary, Object, ObjectId, Stream};

use super::budget::Budget;
use super::lexer::Lexer;

/// Reads the object `id` from the bytes that are its own; `length` finds the bytes of another object, in which a
/// stream's length may stand. None when it is not that object, or not one that can be read.
pub(super) fn read<'a>(
    bytes: &'a [u8],
    id: ObjectId,
    length: impl Fn(ObjectId) -> Option<&'a [u8]>,
    budget: &mut Budget,
) -> Option<Object> {
    let mut lexer = headed(bytes, Some(id), budget)?;
    let value = lexer.value()?;
    let Object::Dictionary(dictionary) = value else { return Some(value) };
    match lexer.word(b"stream") {
        None => Some(Object::Dictionary(dictionary)),
        Some(()) => stream(bytes, lexer, dictionary, length).map(Object::Stream),
    }
}

/// Reads an object that must be a stream and say its own length: one that lists references.
pub(super) fn read_listing(bytes: &[u8], budget: &mut Budget) -> Option<Stream> {
    let mut lexer = headed(bytes, None, budget)?;
    let dictionary = lexer.dictionary()?;
    lexer.blank()?;
    lexer.word(b"stream")?;
    stream(bytes, lexer, dictionary, |_| None)
}

/// Passes over `7 0 obj`.
fn headed<'a, 'b>(bytes: &'a [u8], id: Option<ObjectId>, budget: &'b mut Budget) -> Option<Lexer<'a, 'b>> {
    let mut lexer = Lexer::new(bytes, budget);
    let number = u32::try_from(lexer.natural()?).ok()?;
    lexer.space()?;
    let generation = u16::try_from(lexer.natural()?).ok()?;
    lexer.space()?;
    lexer.word(b"obj")?;
    if id.is_some_and(|id| id != (number, generation)) {
        return None;
    }
    lexer.blank()?;
    Some(lexer)
}

fn stream<'a>(
    bytes: &'a [u8],
    mut lexer: Lexer<'a, '_>,
    dictionary: Dictionary,
    length: impl Fn(ObjectId) -> Option<&'a [u8]>,
) -> Option<Stream> {
    lexer.word(b"\r\n").or_else(|| lexer.word(b"\n"))?;
    let from = lexer.at();
    let length = match dictionary.get(b"Length").ok()? {
        Object::Integer(length) => *length,
        Object::Reference(id) => {
            let there = length(*id)?;
            // A number needs no more; nothing else is a length.
            headed(&there[..there.len().min(64)], Some(*id), lexer.budget())?.value()?.as_i64().ok()?
        }
        _ => return None,
    };
    let to = from.checked_add(usize::try_from(length).ok()?)?;
    let content = bytes.get(from..to)?;
    lexer.advance(content.len())?;
    lexer.space()?;
    lexer.word(b"endstream")?;
    lexer.budget().hold(content.len())?;
    Some(Stream::new(dictionary, content.to_vec()))
}
