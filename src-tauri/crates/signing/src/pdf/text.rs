//! Text strings and dates of PDF.

use chrono::{DateTime, FixedOffset};
use lopdf::{Object, StringFormat};

/// A text string: ASCII as it is, all else in UTF-16.
pub(crate) fn text(value: &str) -> Object {
    let bytes = match value.is_ascii() {
        true => value.as_bytes().to_vec(),
        false => {
            let units = value.encode_utf16().flat_map(u16::to_be_bytes);
            [0xFE, 0xFF].into_iter().chain(units).collect()
        }
    };
    Object::String(bytes, StringFormat::Hexadecimal)
}

/// Reads a text string; `None` where it is none or holds what cannot be read for certain.
pub(crate) fn read(object: &Object) -> Option<String> {
    let bytes = object.as_str().ok()?;
    match bytes.strip_prefix(&[0xFE, 0xFF]) {
        Some(units) if units.len() % 2 == 0 => {
            let units = units.chunks(2).map(|unit| u16::from_be_bytes([unit[0], unit[1]]));
            char::decode_utf16(units).collect::<Result<_, _>>().ok()
        }
        Some(_) => None,
        None => {
            let bytes = bytes.strip_prefix(&[0xEF, 0xBB, 0xBF]).unwrap_or(bytes);
            String::from_utf8(bytes.to_vec()).ok()
        }
    }
}

/// `D:20260928101200+08'00'`
pub(crate) fn date(time: &DateTime<FixedOffset>) -> Object {
    let offset = time.format("%:z").to_string().replace(':', "'");
    text(&format!("D:{}{offset}'", time.format("%Y%m%d%H%M%S")))
}
