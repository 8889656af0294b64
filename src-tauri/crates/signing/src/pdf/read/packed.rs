//! What is packed in streams: listings of references and objects.

use std::collections::BTreeMap;
use std::io::Read;

use flate2::read::ZlibDecoder;
use lopdf::filters::png::{FilterType, decode_row};
use lopdf::{Dictionary, Object, ObjectId, Stream};

use super::budget::Budget;
use super::lexer::Lexer;

/// Bytes of a row that a predictor works on; a row of references has a dozen.
const LONGEST_ROW: usize = 4096;

/// The content of a stream that is packed once, by the one way that its kind is packed in, or not at all.
pub(super) fn unpacked(stream: &Stream, budget: &mut Budget) -> Option<Vec<u8>> {
    budget.look_at(stream.content.len())?;
    let bytes = match filter(&stream.dict)? {
        None => {
            budget.unpack(stream.content.len())?;
            stream.content.clone()
        }
        Some(()) => {
            let bytes = inflated(&stream.content, budget.to_unpack())?;
            budget.unpack(bytes.len())?;
            bytes
        }
    };
    match stream.dict.get(b"DecodeParms") {
        Err(_) | Ok(Object::Null) => Some(bytes),
        Ok(parameters) => predicted(bytes, only(parameters)?.as_dict().ok()?),
    }
}

/// Whether it is packed; none when it is packed otherwise.
#[allow(clippy::option_option, reason = "the two say different things")]
fn filter(dictionary: &Dictionary) -> Option<Option<()>> {
    match dictionary.get(b"Filter") {
        Err(_) => Some(None),
        Ok(Object::Array(all)) if all.is_empty() => Some(None),
        Ok(filter) => (only(filter)?.as_name().ok()? == b"FlateDecode").then_some(Some(())),
    }
}

/// The value itself, or the only one of an array.
fn only(value: &Object) -> Option<&Object> {
    match value {
        Object::Array(all) => match &all[..] {
            [only] => Some(only),
            _ => None,
        },
        value => Some(value),
    }
}

/// The content of a stream outside the structure, of at most `most` bytes: packed once or not at all.
pub(crate) fn plain(stream: &Stream, most: usize) -> Option<Vec<u8>> {
    let bytes = match filter(&stream.dict)? {
        None => stream.content.clone(),
        Some(()) => inflated(&stream.content, most)?,
    };
    (bytes.len() <= most && !stream.dict.has(b"DecodeParms")).then_some(bytes)
}

/// What was packed, up to a byte more than `most`.
fn inflated(packed: &[u8], most: usize) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    ZlibDecoder::new(packed).take(most as u64 + 1).read_to_end(&mut bytes).ok()?;
    Some(bytes)
}

/// Undoes what was done to rows before they were packed.
fn predicted(bytes: Vec<u8>, parameters: &Dictionary) -> Option<Vec<u8>> {
    let figure = |key: &[u8], otherwise| match parameters.get(key) {
        Ok(value) => value.as_i64().ok().and_then(|value| usize::try_from(value).ok()),
        Err(_) => Some(otherwise),
    };
    match figure(b"Predictor", 1)? {
        1 => return Some(bytes),
        10..=15 => {}
        _ => return None,
    }
    let (colours, bits) = (figure(b"Colors", 1)?, figure(b"BitsPerComponent", 8)?);
    let row = figure(b"Columns", 1)?;
    if colours != 1 || bits != 8 || !(1..=LONGEST_ROW).contains(&row) {
        return None;
    }
    let mut above = vec![0; row];
    let mut all = Vec::with_capacity(bytes.len());
    for written in bytes.chunks(row + 1) {
        let (kind, written) = written.split_first()?;
        let mut current = written.to_vec();
        if current.len() != row {
            return None;
        }
        decode_row(FilterType::try_from(*kind).ok()?, 1, &above, &mut current);
        all.extend_from_slice(&current);
        above = current;
    }
    Some(all)
}

/// The objects that `wanted` lists by number and place in an object stream.
pub(super) fn objects(
    stream: &Stream,
    wanted: &[(u32, u16)],
    budget: &mut Budget,
) -> Option<BTreeMap<ObjectId, Object>> {
    if !stream.dict.has_type(b"ObjStm") {
        return None;
    }
    let bytes = unpacked(stream, budget)?;
    let figure =
        |key| stream.dict.get(key).and_then(Object::as_i64).ok().and_then(|n| usize::try_from(n).ok());
    let (first, count) = (figure(b"First")?, figure(b"N")?);
    let places = places(bytes.get(..first)?, count, budget)?;
    let mut starts: Vec<usize> = places.iter().map(|(_, at)| first.saturating_add(*at)).collect();
    starts.push(bytes.len());
    starts.sort_unstable();
    let mut objects = BTreeMap::new();
    for (number, index) in wanted {
        let Some((stated, at)) = places.get(usize::from(*index)) else { continue };
        let from = first.saturating_add(*at);
        let end = starts.partition_point(|start| *start <= from);
        let (Some(to), true) = (starts.get(end), stated == number) else { continue };
        let mut lexer = Lexer::new(bytes.get(from..*to)?, budget);
        lexer.blank()?;
        if let Some(object) = lexer.value() {
            objects.insert((*number, 0), object);
        }
    }
    Some(objects)
}

/// Number and place of each of `count` objects.
fn places(header: &[u8], count: usize, budget: &mut Budget) -> Option<Vec<(u32, usize)>> {
    // An entry of two figures takes at least four bytes, the last perhaps three.
    if count > header.len() / 4 + 1 {
        return None;
    }
    let mut lexer = Lexer::new(header, budget);
    let mut places = Vec::with_capacity(count);
    lexer.space()?;
    for _ in 0..count {
        let number = u32::try_from(lexer.natural()?).ok()?;
        lexer.space()?;
        let at = usize::try_from(lexer.natural()?).ok()?;
        lexer.space()?;
        places.push((number, at));
    }
    Some(places)
}
