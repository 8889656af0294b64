//! The record against the journal: every row is as its newest image has it, no row is missing and none came by itself.

use std::collections::{HashMap, HashSet};

use rusqlite::Connection;
use uuid::Uuid;

use crate::error::StoreError;
use crate::journal::images;
use crate::journal::verdict::{RowFault, Verdict};
use crate::record::RECORD;

/// The entry that changed a row last, and whether there was a row after it.
#[derive(Clone, Copy, Debug)]
struct Last {
    seq: u64,
    is_there: bool,
}

/// The newest image of every row that the journal knows.
#[derive(Debug, Default)]
pub(crate) struct Newest(HashMap<(u8, Uuid), Last>);

impl Newest {
    /// Takes in an image; false when it is of no row of the record.
    pub(super) fn see(&mut self, table: &str, id: &str, seq: u64, is_there: bool) -> bool {
        let at = RECORD.iter().position(|known| *known == table);
        let (Some(at), Ok(id)) = (at, Uuid::parse_str(id)) else { return false };
        self.0.insert((at as u8, id), Last { seq, is_there });
        true
    }

    /// The first row that is not as the journal left it.
    pub(crate) fn fault(&self, connection: &Connection) -> Result<Option<Verdict>, StoreError> {
        let mut image =
            connection.prepare_cached("SELECT after FROM image WHERE seq = ?1 AND tbl = ?2 AND id = ?3")?;
        let mut met: HashSet<(u8, Uuid)> = HashSet::new();
        for table in images::tables(connection)? {
            let at = RECORD.iter().position(|known| *known == table).unwrap_or_default() as u8;
            let mut fault = None;
            images::each_row(connection, &table, |id, row| {
                let named = |how| Some(Verdict::Row { table: table.clone(), id: id.to_owned(), how });
                let key = Uuid::parse_str(id).ok().map(|id| (at, id));
                let last = key.and_then(|key| self.0.get(&key)).filter(|last| last.is_there);
                let (Some(key), Some(last)) = (key, last) else {
                    fault = named(RowFault::Added);
                    return Ok(false);
                };
                met.insert(key);
                let kept: Option<String> = image.query_row((last.seq, &table, id), |row| row.get(0))?;
                if !images::agrees(&table, kept.as_deref(), Some(row))? {
                    fault = named(RowFault::Changed);
                }
                Ok(fault.is_none())
            })?;
            if fault.is_some() {
                return Ok(fault);
            }
        }
        let mut gone: Vec<_> = self
            .0
            .iter()
            .filter(|(key, last)| last.is_there && !met.contains(key))
            .map(|(key, _)| *key)
            .collect();
        gone.sort_unstable();
        Ok(gone.first().map(|(at, id)| Verdict::Row {
            table: RECORD[usize::from(*at)].to_owned(),
            id: id.to_string(),
            how: RowFault::Missing,
        }))
    }
}
