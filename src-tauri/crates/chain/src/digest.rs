//! The digests by which an entry holds what stands beside it.

use serde_json::{Map, Value};
use sha2::{Digest as _, Sha256};

use crate::place::{Digest, Places, Side, hex, is_held, place_of};

/// SHA-256 of the salt and the canonical JSON of the array of actor and arguments, in hexadecimal. `actor` is the text
/// as it is kept.
///
/// # Errors
/// A number that JSON cannot say.
pub fn note_digest(salt: &[u8], actor: &str, args: &Value) -> Result<String, serde_json::Error> {
    let noted = serde_json_canonicalizer::to_vec(&(actor, args))?;
    Ok(hex(&Sha256::new().chain_update(salt).chain_update(noted).finalize()))
}

/// The images of the rows that an act changed, by table and identity: one digest of all of it, and one text by text.
#[derive(Clone, Debug)]
pub struct Changes {
    whole: Sha256,
    first: bool,
    /// A row as it is digested, reused.
    scratch: Vec<u8>,
}

impl Changes {
    pub fn new(salt: &[u8]) -> Self {
        Self { whole: Sha256::new().chain_update(salt).chain_update(b"["), first: true, scratch: Vec::new() }
    }

    /// The next row, before and after the act as JSON of its columns; none where there was or is no row.
    ///
    /// # Errors
    /// Never: a text can always be said as JSON.
    pub fn add(
        &mut self,
        table: &str,
        id: &str,
        before: Option<&str>,
        after: Option<&str>,
    ) -> Result<(), serde_json::Error> {
        let row = &mut self.scratch;
        row.clear();
        row.extend_from_slice(if self.first { b"{\"after\":" } else { b",{\"after\":" });
        self.first = false;
        serde_json::to_writer(&mut *row, &after)?;
        row.extend_from_slice(b",\"before\":");
        serde_json::to_writer(&mut *row, &before)?;
        row.extend_from_slice(b",\"id\":");
        serde_json::to_writer(&mut *row, id)?;
        row.extend_from_slice(b",\"table\":");
        serde_json::to_writer(&mut *row, table)?;
        row.push(b'}');
        self.whole.update(&*row);
        Ok(())
    }

    /// SHA-256 of the salt and the canonical JSON of the array of `{after, before, id, table}`.
    pub fn digest(mut self) -> Digest {
        self.whole.update(b"]");
        self.whole.finalize().into()
    }

    /// SHA-256 of the canonical JSON of the same rows, each side as an object of its columns in which a text is its own
    /// digest. `rows` come by table and identity.
    ///
    /// # Errors
    /// A side that is no JSON object.
    pub fn root<'a>(
        rows: impl IntoIterator<Item = (&'a str, &'a str, [Option<&'a str>; 2])>,
        places: &mut Places<'_>,
    ) -> Result<Digest, serde_json::Error> {
        let mut all = Vec::new();
        for (table, id, sides) in rows {
            let mut row = Map::new();
            row.insert("id".to_owned(), id.into());
            row.insert("table".to_owned(), table.into());
            for (side, name, text) in [(Side::Before, "before", sides[0]), (Side::After, "after", sides[1])] {
                let value = match text {
                    None => Value::Null,
                    Some(text) => {
                        let columns: Map<String, Value> = serde_json::from_str(text)?;
                        Value::Object(held(table, id, side, columns, places))
                    }
                };
                row.insert(name.to_owned(), value);
            }
            all.push(Value::Object(row));
        }
        Ok(Sha256::digest(serde_json_canonicalizer::to_vec(&all)?).into())
    }
}

/// The columns of one side, each text by its digest.
fn held(
    table: &str,
    id: &str,
    side: Side,
    columns: Map<String, Value>,
    places: &mut Places<'_>,
) -> Map<String, Value> {
    let mut held = Map::new();
    for (column, value) in columns {
        let digest = match &value {
            Value::String(text) => places(&place_of(table, id, side, &column), Some(text)),
            Value::Null => places(&place_of(table, id, side, &column), None),
            _ => None,
        };
        held.insert(column, digest.map_or(value, |digest| is_held(&digest)));
    }
    held
}
