//! Reading. A reader is all a query is handed: it cannot write.

use rusqlite::{Connection, OptionalExtension, Params};
use uuid::Uuid;

use crate::error::StoreError;
use crate::record::{Selection, as_json};

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
        let sql = format!("SELECT {} FROM {} WHERE {condition}", as_json::<R>(), R::TABLE);
        let mut statement = self.connection.prepare_cached(&sql)?;
        let rows = statement.query_map(params, |row| row.get::<_, String>(0))?;
        rows.map(|row| Ok(serde_json::from_str(&row?)?)).collect()
    }

    pub fn all<R: Selection>(&self) -> Result<Vec<R>, StoreError> {
        self.list("TRUE ORDER BY rowid", [])
    }

    pub fn first<R: Selection>(&self, condition: &str, params: impl Params) -> Result<Option<R>, StoreError> {
        Ok(self.list(condition, params)?.into_iter().next())
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
