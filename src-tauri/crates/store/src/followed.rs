//! What was written since: the rows that acts changed, as their images tell it, for whoever keeps what was read.

use serde_json::Value;
use uuid::Uuid;

use crate::error::StoreError;
use crate::store::Store;

/// A row that an act added, changed or removed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RowWritten {
    /// The record's.
    pub id: Uuid,
    /// Every identity that stands in the row, before the act or after it.
    pub names: Vec<Uuid>,
}

impl Store {
    /// The rows that were written after an entry of the workspace chain. None when an act among them left no images:
    /// then nothing is known of what it changed, as with the erasure of a person.
    pub fn rows_written_since(&self, seq: u64) -> Result<Option<Vec<RowWritten>>, StoreError> {
        let bare = "SELECT EXISTS (SELECT 1 FROM note n WHERE n.seq > ?1
            AND NOT EXISTS (SELECT 1 FROM image i WHERE i.seq = n.seq))";
        if self.connection.prepare_cached(bare)?.query_row([seq], |row| row.get(0))? {
            return Ok(None);
        }
        let images = "SELECT id, before, after FROM image WHERE seq > ?1";
        let mut statement = self.connection.prepare_cached(images)?;
        let mut rows = statement.query([seq])?;
        let mut written = Vec::new();
        while let Some(row) = rows.next()? {
            let id: String = row.get(0)?;
            let Ok(id) = id.parse() else { return Ok(None) };
            let mut names = Vec::new();
            for image in [row.get::<_, Option<String>>(1)?, row.get(2)?].into_iter().flatten() {
                named(&serde_json::from_str(&image)?, &mut names);
            }
            written.push(RowWritten { id, names });
        }
        Ok(Some(written))
    }
}

fn named(value: &Value, names: &mut Vec<Uuid>) {
    match value {
        Value::String(text) => names.extend(text.parse::<Uuid>()),
        Value::Array(values) => values.iter().for_each(|value| named(value, names)),
        Value::Object(fields) => fields.values().for_each(|value| named(value, names)),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}
