//! Where a text stands in an entry, and the digest that may stand there for it.

use serde_json::Value;

/// A SHA-256.
pub type Digest = [u8; 32];

/// In lower-case hexadecimal.
pub fn hex(bytes: &[u8]) -> String {
    base16ct::lower::encode_string(bytes)
}

/// Which side of a change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Side {
    Before,
    After,
}

/// Asked for every text of an entry, and every column that is empty, by its place: the digest that stands for it, or
/// none when it stands for itself.
pub type Places<'a> = dyn FnMut(&str, Option<&str>) -> Option<Digest> + 'a;

/// `image/person/0190…/after/name`
pub(crate) fn place_of(table: &str, id: &str, side: Side, column: &str) -> String {
    let side = match side {
        Side::Before => "before",
        Side::After => "after",
    };
    format!("image/{table}/{id}/{side}/{column}")
}

pub(crate) fn is_held(digest: &Digest) -> Value {
    Value::String(hex(digest))
}
