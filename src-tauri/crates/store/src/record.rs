//! How a record of the domain and a row of its table become each other: column by column, through the record's
//! own serialisation, so that a field is named once.

use rusqlite::Row;
use rusqlite::types::{ToSqlOutput, Value as Sql, ValueRef};
use serde::Serialize;
use serde::de::value::MapAccessDeserializer;
use serde::de::{DeserializeOwned, DeserializeSeed, IntoDeserializer, MapAccess};
use serde_json::Value;
use uuid::Uuid;

use crate::error::StoreError;

/// What is read of one table: a whole record, or only the columns that its reader may have.
pub trait Selection: DeserializeOwned {
    const TABLE: &'static str;
    /// Every column that is a field, in the order of the table.
    const COLUMNS: &'static [Column];
}

/// A record kept as rows of one table, whole.
pub trait Record: Selection + Serialize {
    fn key(&self) -> Uuid;
}

/// A column and how it holds its field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Column {
    /// Text, integer or null as it is.
    Plain(&'static str),
    /// A structure as JSON text.
    Json(&'static str),
}

impl Column {
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Plain(name) | Self::Json(name) => name,
        }
    }
}

/// Declares the table of a record: `record!(Stage in "stage": id, project, position, title as json, …)`.
macro_rules! record {
    ($record:ident in $table:literal: $($column:ident $(as $kind:ident)?),+ $(,)?) => {
        $crate::record::selection!($record in $table: $($column $(as $kind)?),+);
        impl $crate::record::Record for $record {
            fn key(&self) -> uuid::Uuid {
                self.id.0
            }
        }
    };
}
/// Declares what is read of a table and never written: `selection!(PersonName in "person": id, name as json)`.
macro_rules! selection {
    ($selection:ident in $table:literal: $($column:ident $(as $kind:ident)?),+ $(,)?) => {
        impl $crate::record::Selection for $selection {
            const TABLE: &'static str = $table;
            const COLUMNS: &'static [$crate::record::Column] =
                &[$($crate::record::column!($column $($kind)?)),+];
        }
    };
}
macro_rules! column {
    ($column:ident) => {
        $crate::record::Column::Plain(stringify!($column))
    };
    ($column:ident json) => {
        $crate::record::Column::Json(stringify!($column))
    };
}
pub(crate) use {column, record, selection};

/// `"id", "title", …`: the columns of a record, in its order.
pub(crate) fn columns<R: Selection>() -> String {
    let names: Vec<String> = R::COLUMNS.iter().map(|column| format!("\"{}\"", column.name())).collect();
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
        seed.deserialize(column.name().into_deserializer()).map(Some)
    }

    fn next_value_seed<V: DeserializeSeed<'a>>(&mut self, seed: V) -> Result<V::Value, Self::Error> {
        use serde::de::Error;
        let at = self.next;
        self.next += 1;
        let cell = self.row.get_ref(at).map_err(Self::Error::custom)?;
        match (self.columns[at], cell) {
            (_, ValueRef::Null) => seed.deserialize(Value::Null),
            (Column::Json(_), ValueRef::Text(text)) => {
                let mut structure = serde_json::Deserializer::from_slice(text);
                let value = seed.deserialize(&mut structure)?;
                structure.end().map(|()| value)
            }
            (Column::Plain(_), ValueRef::Text(text)) => {
                let text = std::str::from_utf8(text).map_err(Self::Error::custom)?;
                seed.deserialize(Value::from(text))
            }
            (Column::Plain(_), ValueRef::Integer(number)) => seed.deserialize(Value::from(number)),
            (column, other) => {
                Err(Self::Error::custom(format!("{} holds {:?}", column.name(), other.data_type())))
            }
        }
    }
}

pub(crate) fn upsert_sql<R: Record>() -> String {
    let places: Vec<String> = (1..=R::COLUMNS.len()).map(|i| format!("?{i}")).collect();
    let updates: Vec<String> =
        R::COLUMNS.iter().skip(1).map(|c| format!("\"{0}\" = excluded.\"{0}\"", c.name())).collect();
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
            let value = json.get(column.name()).unwrap_or(&Value::Null);
            let sql = match (column, value) {
                (_, Value::Null) => Sql::Null,
                (Column::Json(_), structure) => Sql::Text(structure.to_string()),
                (Column::Plain(_), Value::String(text)) => Sql::Text(text.clone()),
                (Column::Plain(_), Value::Number(number)) if number.is_i64() => {
                    Sql::Integer(number.as_i64().unwrap_or_default())
                }
                (Column::Plain(_), other) => {
                    use serde::de::Error;
                    let shape = format!("{}.{} holds {other}", R::TABLE, column.name());
                    return Err(StoreError::Shape(serde_json::Error::custom(shape)));
                }
            };
            Ok(ToSqlOutput::Owned(sql))
        })
        .collect()
}
