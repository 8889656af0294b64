//! Entries as rows.

use chrono::DateTime;
use hefu_domain::id::ProjectId;
use hefu_domain::text::Words;
use rusqlite::{Connection, OptionalExtension, Row};
use uuid::Uuid;

use crate::entry::Entry;
use crate::error::StoreError;
use crate::journal::chain::WORKSPACE;

pub(crate) const COLUMNS: &str =
    "e.seq, n.seq, e.bytes ->> 'at', n.actor, n.act, n.args, n.project, lower(hex(e.hash)), n.standing";

pub(crate) fn read(row: &Row<'_>) -> rusqlite::Result<Entry> {
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
pub(crate) fn actor(kept: String) -> Words {
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
