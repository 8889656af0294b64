//! From bytes to text, in the encodings that Chinese and other spreadsheets save.

use encoding_rs::{GB18030, UTF_8, UTF_16BE, UTF_16LE};

use super::ReadError;

pub(super) fn decode(bytes: &[u8]) -> Result<String, ReadError> {
    let (encoding, body) = match bytes {
        [0xEF, 0xBB, 0xBF, body @ ..] => (UTF_8, body),
        [0xFF, 0xFE, body @ ..] => (UTF_16LE, body),
        [0xFE, 0xFF, body @ ..] => (UTF_16BE, body),
        body if std::str::from_utf8(body).is_ok() => (UTF_8, body),
        body => (GB18030, body),
    };
    let (text, faults) = encoding.decode_without_bom_handling(body);
    // A zero or another control character is in no table: such bytes are a picture, an archive, a program.
    let foreign = |c: char| c.is_control() && !matches!(c, '\t' | '\n' | '\r' | '\u{85}');
    match (text.chars().any(foreign), faults) {
        (true, _) => Err(ReadError::NotATable),
        (false, true) => Err(ReadError::Undecodable),
        (false, false) => Ok(text.into_owned()),
    }
}
