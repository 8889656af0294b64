//! A row as it stands in an export. Whatever else is written there is no row and is not kept: a line of nothing but
//! brackets would take many times its length.

use std::fmt;

use hefu_reading::limits::ARCHIVE_COLUMNS;
use serde::de::{Deserialize, Deserializer, Error, MapAccess, Visitor};
use serde_json::{Map, Value};

pub(super) fn read<'de, D: Deserializer<'de>>(line: D) -> Result<Map<String, Value>, D::Error> {
    line.deserialize_map(Row)
}

struct Row;

impl<'de> Visitor<'de> for Row {
    type Value = Map<String, Value>;

    fn expecting(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str("a row")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut columns: A) -> Result<Self::Value, A::Error> {
        let mut row = Map::new();
        while let Some((column, Field(value))) = columns.next_entry()? {
            row.insert(column, value);
            if row.len() > ARCHIVE_COLUMNS {
                return Err(A::Error::custom("more columns than any table has"));
            }
        }
        Ok(row)
    }
}

/// Nothing, a whole number, words, or bytes.
struct Field(Value);

impl<'de> Deserialize<'de> for Field {
    fn deserialize<D: Deserializer<'de>>(value: D) -> Result<Self, D::Error> {
        value.deserialize_any(OfField)
    }
}

struct OfField;

impl<'de> Visitor<'de> for OfField {
    type Value = Field;

    fn expecting(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str("nothing, a whole number, words or bytes")
    }

    fn visit_unit<E: Error>(self) -> Result<Field, E> {
        Ok(Field(Value::Null))
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<Field, E> {
        Ok(Field(number.into()))
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<Field, E> {
        Ok(Field(number.into()))
    }

    fn visit_str<E: Error>(self, words: &str) -> Result<Field, E> {
        Ok(Field(words.into()))
    }

    fn visit_string<E: Error>(self, words: String) -> Result<Field, E> {
        Ok(Field(words.into()))
    }

    /// `{"text": …}` or `{"hex": …}`.
    fn visit_map<A: MapAccess<'de>>(self, mut bytes: A) -> Result<Field, A::Error> {
        let mut written = Map::new();
        while let Some((form, text)) = bytes.next_entry::<String, String>()? {
            written.insert(form, text.into());
            if written.len() > 1 {
                return Err(A::Error::custom("bytes are written in one form"));
            }
        }
        Ok(Field(Value::Object(written)))
    }
}
