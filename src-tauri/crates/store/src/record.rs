//! How a record of the domain and a row of its table become each other: column by column, through the record's
//! own serialisation, so that a field is named once.

use hefu_domain::noun::{Field as Column, Noun};
use hefu_domain::text::{Text, Words};
use rusqlite::Row;
use rusqlite::types::{ToSqlOutput, Value as Sql, ValueRef};
use serde::Serialize;
use serde::de::value::MapAccessDeserializer;
use serde::de::{DeserializeOwned, DeserializeSeed, IntoDeserializer, MapAccess};
use serde_json::Value;
use uuid::Uuid;

use crate::error::StoreError;

/// Every table of the record: what the journal, undo, exports and erasures cover. Whatever else a file holds is not.
pub(crate) const RECORD: [&str; Noun::ALL.len()] = {
    let mut tables = [""; Noun::ALL.len()];
    let mut at = 0;
    while at < tables.len() {
        tables[at] = Noun::ALL[at].spec().table;
        at += 1;
    }
    tables
};

/// What is read of one table: a whole record, or only the columns that its reader may have.
pub trait Selection: DeserializeOwned {
    const TABLE: &'static str;
    /// Every column that is a field, in the order of the table.
    const COLUMNS: &'static [Column];
}

/// A record kept as rows of one table, whole.
pub trait Record: Selection + Serialize {
    const NOUN: Noun;

    fn key(&self) -> Uuid;

    /// What a person calls it: its number, else its title or name. Blank for what is called by another record.
    fn called(&self) -> Words {
        let value = serde_json::to_value(self).ok();
        let said = Self::NOUN.called().and_then(|field| value.as_ref()?.get(field.name));
        match said {
            Some(Value::String(name)) => Words { en: name.clone(), zh: name.clone() },
            Some(text) => {
                serde_json::from_value::<Text>(text.clone()).map(|text| text.words()).unwrap_or_default()
            }
            None => Words::default(),
        }
    }
}

/// Declares the records of a kind: `record!(Stage)`, or `record!(Profile as Workspace)` where they have another name.
/// Its table and columns are those of the kind.
macro_rules! record {
    ($record:ident) => {
        $crate::record::record!($record as $record);
    };
    ($record:path as $noun:ident) => {
        impl $crate::record::Selection for $record {
            const TABLE: &'static str = hefu_domain::noun::Noun::$noun.spec().table;
            const COLUMNS: &'static [hefu_domain::noun::Field] = hefu_domain::noun::Noun::$noun.spec().fields;
        }
        impl $crate::record::Record for $record {
            const NOUN: hefu_domain::noun::Noun = hefu_domain::noun::Noun::$noun;

            fn key(&self) -> uuid::Uuid {
                self.id.0
            }
        }
    };
}
pub(crate) use record;

/// `"id", "title", …`: the columns of a record, in its order.
pub(crate) fn columns<R: Selection>() -> String {
    let names: Vec<String> = R::COLUMNS.iter().map(|column| format!("\"{}\"", column.name)).collect();
    names.join(", ")
}

/// A row with the columns of [`columns`] as its record.
pub(crate) fn of_row<R: Selection>(row: &Row<'_>) -> Result<R, StoreError> {
    let fields = Fields { row, columns: R::COLUMNS, next: 0 };
    Ok(R::deserialize(MapAccessDeserializer::new(fields))?)
}

/// The columns of a row as the fields of a structure.
struct Fields<'a, 'r> {
    row: &'a Row<'r>,
    columns: &'static [Column],
    next: usize,
}

impl<'a> MapAccess<'a> for Fields<'a, '_> {
    type Error = serde_json::Error;

    fn next_key_seed<K: DeserializeSeed<'a>>(&mut self, seed: K) -> Result<Option<K::Value>, Self::Error> {
        let Some(column) = self.columns.get(self.next) else { return Ok(None) };
        seed.deserialize(column.name.into_deserializer()).map(Some)
    }

    fn next_value_seed<V: DeserializeSeed<'a>>(&mut self, seed: V) -> Result<V::Value, Self::Error> {
        use serde::de::Error;
        let at = self.next;
        self.next += 1;
        let cell = self.row.get_ref(at).map_err(Self::Error::custom)?;
        let column = self.columns[at];
        match (column.is_structure(), cell) {
            (_, ValueRef::Null) => seed.deserialize(Value::Null),
            (true, ValueRef::Text(text)) => {
                let mut structure = serde_json::Deserializer::from_slice(text);
                let value = seed.deserialize(&mut structure)?;
                structure.end().map(|()| value)
            }
            (false, ValueRef::Text(text)) => {
                let text = std::str::from_utf8(text).map_err(Self::Error::custom)?;
                seed.deserialize(Value::from(text))
            }
            (false, ValueRef::Integer(number)) => seed.deserialize(Value::from(number)),
            (_, other) => Err(Self::Error::custom(format!("{} holds {:?}", column.name, other.data_type()))),
        }
    }
}

pub(crate) fn upsert_sql<R: Record>() -> String {
    let places: Vec<String> = (1..=R::COLUMNS.len()).map(|i| format!("?{i}")).collect();
    let updates: Vec<String> =
        R::COLUMNS.iter().skip(1).map(|c| format!("\"{0}\" = excluded.\"{0}\"", c.name)).collect();
    format!(
        "INSERT INTO {} ({}) VALUES ({}) ON CONFLICT (id) DO UPDATE SET {}",
        R::TABLE,
        columns::<R>(),
        places.join(", "),
        updates.join(", ")
    )
}

/// The values of a record in the order of its columns. A field that is absent or null is NULL.
pub(crate) fn values<R: Record>(record: &R) -> Result<Vec<ToSqlOutput<'static>>, StoreError> {
    let json = serde_json::to_value(record)?;
    R::COLUMNS
        .iter()
        .map(|column| {
            let value = json.get(column.name).unwrap_or(&Value::Null);
            let sql = match (column.is_structure(), value) {
                (_, Value::Null) => Sql::Null,
                (true, structure) => Sql::Text(structure.to_string()),
                (false, Value::String(text)) => Sql::Text(text.clone()),
                (false, Value::Number(number)) if number.is_i64() => {
                    Sql::Integer(number.as_i64().unwrap_or_default())
                }
                (false, other) => {
                    use serde::de::Error;
                    let shape = format!("{}.{} holds {other}", R::TABLE, column.name);
                    return Err(StoreError::Shape(serde_json::Error::custom(shape)));
                }
            };
            Ok(ToSqlOutput::Owned(sql))
        })
        .collect()
}
