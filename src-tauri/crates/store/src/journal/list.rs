//! Reading the journal.

use chrono::{DateTime, FixedOffset};
use hefu_domain::id::{ProjectId, StackId};
use hefu_domain::journal::Act;
use hefu_domain::text::Words;
use rusqlite::{Connection, OptionalExtension, Row};
use serde_json::{Map, Value};
use uuid::Uuid;

use crate::error::StoreError;
use crate::journal::chain::{Head, WORKSPACE, head, heads, trail_of};
use crate::open::Store;

/// One entry of a chain with the note beside it.
#[derive(Clone, Debug)]
pub struct Entry {
    /// In its trail.
    pub seq: u64,
    /// In the workspace chain.
    pub workspace: u64,
    pub at: DateTime<FixedOffset>,
    pub actor: Words,
    pub act: String,
    pub args: Map<String, Value>,
    pub project: Option<ProjectId>,
    pub hash: String,
    /// `done`, `undone` or `final`.
    pub standing: String,
}

impl Entry {
    /// The act with its arguments, as it was done.
    pub fn act_done(&self) -> Result<Act, StoreError> {
        let mut whole = self.args.clone();
        whole.insert("act".into(), Value::String(self.act.clone()));
        Ok(serde_json::from_value(Value::Object(whole))?)
    }
}

/// A trail and its last entry.
#[derive(Clone, Debug)]
pub struct TrailState {
    pub stack: Option<StackId>,
    pub name: String,
    pub entries: u64,
    pub head: Option<Head>,
}

pub(super) const COLUMNS: &str =
    "e.seq, n.seq, e.bytes ->> 'at', n.actor, n.act, n.args, n.project, lower(hex(e.hash)), n.standing";

pub(super) fn read(row: &Row<'_>) -> rusqlite::Result<Entry> {
    let wrong = |at: usize, error: Box<dyn std::error::Error + Send + Sync>| {
        rusqlite::Error::FromSqlConversionFailure(at, rusqlite::types::Type::Text, error)
    };
    let at: String = row.get(2)?;
    let args: String = row.get(5)?;
    let project: Option<String> = row.get(6)?;
    Ok(Entry {
        seq: row.get(0)?,
        workspace: row.get(1)?,
        at: DateTime::parse_from_rfc3339(&at).map_err(|e| wrong(2, e.into()))?,
        actor: actor(row.get(3)?),
        act: row.get(4)?,
        args: serde_json::from_str(&args).map_err(|e| wrong(5, e.into()))?,
        project: project
            .map(|id| Uuid::parse_str(&id).map(ProjectId))
            .transpose()
            .map_err(|e| wrong(6, e.into()))?,
        hash: row.get(7)?,
        standing: row.get(8)?,
    })
}

/// Entries of the first format name a person in one language; the words stand for both.
pub(super) fn actor(kept: String) -> Words {
    serde_json::from_str(&kept).unwrap_or_else(|_| Words { en: kept.clone(), zh: kept })
}

/// An entry of the workspace chain. Errors: no such entry.
pub(crate) fn entry(connection: &Connection, seq: u64) -> Result<Entry, StoreError> {
    let sql = format!(
        "SELECT {COLUMNS} FROM entry e JOIN note n ON n.seq = e.seq WHERE e.trail = '{WORKSPACE}' AND e.seq = ?1"
    );
    let found = connection.prepare_cached(&sql)?.query_row([seq], read).optional()?;
    found.ok_or(StoreError::NotFound { noun: "entry" })
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
