//! Entries and heads of trails.

use hefu_domain::id::StackId;
use rusqlite::OptionalExtension;
use uuid::Uuid;

use crate::entry::Entry;
use crate::error::StoreError;
use crate::journal::chain::{Head, WORKSPACE, head, heads, trail_of};
use crate::journal::list::{COLUMNS, read};
use crate::store::Store;

/// A trail and its last entry.
#[derive(Clone, Debug)]
pub struct TrailState {
    pub stack: Option<StackId>,
    pub name: String,
    pub entries: u64,
    pub head: Option<Head>,
}

impl Store {
    /// Entries that changed a row of these tables and identities, newest first: the history of a thing.
    pub fn history(&self, rows: &[(&str, Uuid)], limit: u32) -> Result<Vec<Entry>, StoreError> {
        let wanted: Vec<[String; 2]> =
            rows.iter().map(|(table, id)| [(*table).to_owned(), id.to_string()]).collect();
        let sql = format!(
            "SELECT {COLUMNS} FROM entry e JOIN note n ON n.seq = e.seq
             WHERE e.trail = '{WORKSPACE}' AND e.seq IN (
               SELECT i.seq FROM json_each(?1) w JOIN image i
                 ON i.tbl = w.value ->> 0 AND i.id = w.value ->> 1)
             ORDER BY e.seq DESC LIMIT ?2"
        );
        let mut statement = self.connection.prepare_cached(&sql)?;
        let rows = statement.query_map((serde_json::to_string(&wanted)?, limit), read)?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// The latest entry of one of these acts.
    pub fn last_of(&self, acts: &[&str]) -> Result<Option<Entry>, StoreError> {
        let sql = format!(
            "SELECT {COLUMNS} FROM note n JOIN entry e ON e.trail = '{WORKSPACE}' AND e.seq = n.seq
             WHERE n.act IN (SELECT value FROM json_each(?1)) ORDER BY n.seq DESC LIMIT 1"
        );
        let mut statement = self.connection.prepare_cached(&sql)?;
        Ok(statement.query_row([serde_json::to_string(acts)?], read).optional()?)
    }

    /// How many entries the workspace chain has.
    pub fn written(&self) -> Result<u64, StoreError> {
        let sql = "SELECT coalesce(max(seq), 0) FROM note";
        Ok(self.connection.prepare_cached(sql)?.query_row([], |row| row.get(0))?)
    }

    /// Every trail's head, the workspace chain first.
    pub fn heads(&self) -> Result<Vec<Head>, StoreError> {
        heads(&self.connection)
    }

    /// The workspace chain and the chains of these stacks.
    pub fn trails(&self, stacks: &[StackId]) -> Result<Vec<TrailState>, StoreError> {
        let names = std::iter::once((None, WORKSPACE.to_owned()))
            .chain(stacks.iter().map(|stack| (Some(*stack), trail_of(*stack))));
        names
            .map(|(stack, name)| {
                let head = head(&self.connection, &name)?;
                Ok(TrailState { stack, name, entries: head.as_ref().map_or(0, |h| h.seq), head })
            })
            .collect()
    }
}
