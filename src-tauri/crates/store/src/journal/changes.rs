//! Rows as they stood at another moment.

use rusqlite::{Connection, OptionalExtension};
use serde_json::{Map, Value};
use uuid::Uuid;

use crate::error::StoreError;
use crate::journal::images;

pub(crate) fn row_at(
    connection: &Connection,
    table: &str,
    id: Uuid,
    seq: u64,
) -> Result<Option<Map<String, Value>>, StoreError> {
    let id = id.to_string();
    let later: Option<Option<String>> = connection
        .prepare_cached(
            "SELECT before FROM image WHERE tbl = ?1 AND id = ?2 AND seq > ?3 ORDER BY seq LIMIT 1",
        )?
        .query_row((table, &id, seq), |row| row.get(0))
        .optional()?;
    let image = match later {
        Some(before) => before,
        None if is_record(connection, table)? => images::current(connection, table, &id)?,
        None => None,
    };
    image.as_deref().map(row).transpose()
}

pub(crate) fn is_record(connection: &Connection, table: &str) -> Result<bool, StoreError> {
    Ok(images::tables(connection)?.iter().any(|known| known == table))
}

/// An image with its structures read: a column of JSON holds it as text.
pub(crate) fn row(image: &str) -> Result<Map<String, Value>, StoreError> {
    let mut row: Map<String, Value> = serde_json::from_str(image)?;
    for value in row.values_mut() {
        if let Value::String(text) = value
            && text.starts_with(['{', '['])
            && let Ok(structure) = serde_json::from_str(text)
        {
            *value = structure;
        }
    }
    Ok(row)
}
