//! What an entry changed, row by row, and rows as they stood at another moment.

use std::collections::BTreeMap;

use rusqlite::OptionalExtension;
use serde_json::{Map, Value};
use uuid::Uuid;

use crate::error::StoreError;
use crate::journal::changes::{is_record, row, row_at};
use crate::journal::{images, list};
use crate::reader::Reader;
use crate::store::Store;

/// A row before and after an act; none where there was or is no row. Structures stand in it as such.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    pub table: String,
    pub id: Uuid,
    pub before: Option<Map<String, Value>>,
    pub after: Option<Map<String, Value>>,
    pub since: Since,
}

/// Whether a row is still what the act made of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Since {
    AsItWas,
    ChangedAgain,
}

impl Store {
    /// The rows that the entry `seq` of the workspace chain changed, by table. Errors: no such entry.
    pub fn changes(&self, seq: u64) -> Result<Vec<Change>, StoreError> {
        list::entry(&self.connection, seq)?;
        images::of(&self.connection, seq)?
            .into_iter()
            .map(|image| {
                let now = images::current(&self.connection, &image.table, &image.id)?;
                let stands = images::agrees(&image.table, image.after.as_deref(), now.as_deref())?;
                Ok(Change {
                    id: Uuid::parse_str(&image.id).unwrap_or_default(),
                    since: if stands { Since::AsItWas } else { Since::ChangedAgain },
                    before: image.before.as_deref().map(row).transpose()?,
                    after: image.after.as_deref().map(row).transpose()?,
                    table: image.table,
                })
            })
            .collect()
    }

    /// The row as it stood after the entry `seq` of the workspace chain; none where it was not there.
    pub fn row_at(&self, table: &str, id: Uuid, seq: u64) -> Result<Option<Map<String, Value>>, StoreError> {
        row_at(&self.connection, table, id, seq)
    }

    /// Every row of the record as JSON of its columns, by table and identity.
    pub fn every_row(&self) -> Result<BTreeMap<String, Vec<String>>, StoreError> {
        let mut all = BTreeMap::new();
        for table in images::tables(&self.connection)? {
            let rows: &mut Vec<String> = all.entry(table.clone()).or_default();
            images::each_row(&self.connection, &table, |_, row| {
                rows.push(row.to_owned());
                Ok(true)
            })?;
        }
        Ok(all)
    }

    /// Whether rows of this table are part of the record.
    pub fn is_record(&self, table: &str) -> Result<bool, StoreError> {
        is_record(&self.connection, table)
    }

    /// The rows of a table that name `id` in a column, and those that did when they were removed; the oldest first.
    pub fn parts(&self, table: &str, column: &str, id: Uuid) -> Result<Vec<Uuid>, StoreError> {
        let sql = format!(
            "SELECT id FROM {table} WHERE {column} = ?1
             UNION SELECT id FROM image WHERE tbl = '{table}' AND after IS NULL AND before ->> '{column}' = ?1
             ORDER BY id"
        );
        let mut statement = self.connection.prepare_cached(&sql)?;
        let ids = statement.query_map([id.to_string()], |row| row.get::<_, String>(0))?;
        ids.map(|id| Ok(Uuid::parse_str(&id?).unwrap_or_default())).collect()
    }
}

impl Reader<'_> {
    /// A row as it stands, or as it last stood before it was removed.
    pub fn last_known(&self, table: &str, id: Uuid) -> Result<Option<Map<String, Value>>, StoreError> {
        if let Some(row) = row_at(self.connection, table, id, i64::MAX as u64)? {
            return Ok(Some(row));
        }
        let last: Option<Option<String>> = self
            .connection
            .prepare_cached(
                "SELECT coalesce(after, before) FROM image WHERE tbl = ?1 AND id = ?2 ORDER BY seq DESC LIMIT 1",
            )?
            .query_row((table, id.to_string()), |row| row.get(0))
            .optional()?;
        last.flatten().as_deref().map(row).transpose()
    }
}
