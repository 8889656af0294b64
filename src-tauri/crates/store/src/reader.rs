//! Reading. A reader is all a query is handed: it cannot write.

use hefu_domain::noun::Noun;
use rusqlite::{Connection, OptionalExtension, Params};
use serde_json::{Map, Value};
use uuid::Uuid;

use crate::error::StoreError;
use crate::journal::{changes, images};
use crate::record::{Selection, columns, of_row};

/// Reads the record as it stands.
pub struct Reader<'a> {
    pub(crate) connection: &'a Connection,
}

impl Reader<'_> {
    /// One record by its identity. Errors: not found.
    pub fn one<R: Selection>(&self, id: impl Into<Uuid>) -> Result<R, StoreError> {
        self.find(id)?.ok_or(StoreError::NotFound { noun: R::TABLE })
    }

    pub fn find<R: Selection>(&self, id: impl Into<Uuid>) -> Result<Option<R>, StoreError> {
        self.first("id = ?1", [id.into().to_string()])
    }

    /// Every record for which `condition` (SQL with `?n`) holds, in the order it may end with.
    pub fn list<R: Selection>(&self, condition: &str, params: impl Params) -> Result<Vec<R>, StoreError> {
        let sql = format!("SELECT {} FROM {} WHERE {condition}", columns::<R>(), R::TABLE);
        let mut statement = self.connection.prepare_cached(&sql)?;
        let mut rows = statement.query(params)?;
        let mut records = Vec::new();
        while let Some(row) = rows.next()? {
            records.push(of_row(row)?);
        }
        Ok(records)
    }

    /// Every record of a table by its identity, which for those of a sitting is the order in which they were made.
    pub fn all<R: Selection>(&self) -> Result<Vec<R>, StoreError> {
        self.list("TRUE ORDER BY id", [])
    }

    pub fn first<R: Selection>(&self, condition: &str, params: impl Params) -> Result<Option<R>, StoreError> {
        Ok(self.list(condition, params)?.into_iter().next())
    }

    /// A record of any kind by its columns; structures stand in it as such. Errors: not found.
    pub fn row(&self, noun: Noun, id: Uuid) -> Result<Map<String, Value>, StoreError> {
        let table = noun.spec().table;
        let row = changes::row_at(self.connection, table, id, i64::MAX as u64)?;
        row.ok_or(StoreError::NotFound { noun: table })
    }

    /// Whether another record of whatever kind refers to this one.
    pub fn is_used<R: Selection>(&self, id: impl Into<Uuid>) -> Result<bool, StoreError> {
        let id = id.into().to_string();
        for table in images::tables(self.connection)? {
            let mut references = self
                .connection
                .prepare_cached("SELECT \"from\" FROM pragma_foreign_key_list(?1) WHERE \"table\" = ?2")?;
            let columns: Vec<String> = references
                .query_map([table.as_str(), R::TABLE], |row| row.get(0))?
                .collect::<Result<_, _>>()?;
            for column in columns {
                let sql = format!("SELECT EXISTS (SELECT 1 FROM {table} WHERE \"{column}\" = ?1)");
                if self.connection.prepare_cached(&sql)?.query_row([&id], |row| row.get(0))? {
                    return Ok(true);
                }
            }
        }
        Ok(false)
    }

    /// A single number: counts, maxima.
    pub fn number(&self, sql: &str, params: impl Params) -> Result<i64, StoreError> {
        Ok(self.connection.prepare_cached(sql)?.query_row(params, |row| row.get(0))?)
    }

    /// A kept file's bytes by their SHA-256 in hexadecimal.
    pub fn file(&self, sha256: &str) -> Result<Vec<u8>, StoreError> {
        self.connection
            .prepare_cached("SELECT bytes FROM file WHERE sha256 = ?1")?
            .query_row([sha256], |row| row.get(0))
            .optional()?
            .ok_or(StoreError::NotFound { noun: "file" })
    }
}
