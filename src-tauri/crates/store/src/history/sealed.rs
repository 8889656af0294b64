//! A trail as it is handed out: each entry as the bytes that were hashed, with what stands beside it.

use hefu_chain::Redaction;
use hefu_domain::id::StackId;
use rusqlite::{Connection, Row};
use serde_json::Value;

use crate::error::StoreError;
use hefu_chain::ERASED;

use crate::journal::chain::{WORKSPACE, trail_of};
use crate::journal::erased::redaction_of;
use crate::store::Store;
use hefu_chain::hex;

/// An entry and its note, both as they are kept.
#[derive(Clone, Debug)]
pub struct Sealed {
    /// Canonical JSON, as it was hashed.
    pub bytes: Vec<u8>,
    /// SHA-256 of `bytes` in hexadecimal.
    pub hash: String,
    /// Of the digests in the entry, in hexadecimal.
    pub salt: String,
    pub actor: String,
    pub args: Value,
    /// What is kept of the note's texts; empty unless a person was erased of the entry.
    pub redaction: Redaction,
}

const COLUMNS: &str = "e.bytes, e.hash, n.salt, n.actor, n.args, n.seq,
    EXISTS (SELECT 1 FROM redaction r WHERE r.seq = n.seq)";

fn read(connection: &Connection, row: &Row<'_>) -> Result<Sealed, StoreError> {
    let args: String = row.get(4)?;
    let mut redaction = Redaction::new();
    if row.get(6)? {
        redaction = redaction_of(connection, row.get(5)?)?;
        redaction.retain(|place, _| !place.starts_with("image/"));
    }
    Ok(Sealed {
        bytes: row.get(0)?,
        hash: hex(&row.get::<_, Vec<u8>>(1)?),
        salt: hex(&row.get::<_, Vec<u8>>(2)?),
        actor: row.get(3)?,
        args: serde_json::from_str(&args)?,
        redaction,
    })
}

impl Store {
    /// Hands every entry of a trail (none: the workspace chain) to `each`, the first first.
    pub fn sealed<E: From<StoreError>>(
        &self,
        stack: Option<StackId>,
        mut each: impl FnMut(Sealed) -> Result<(), E>,
    ) -> Result<(), E> {
        let trail = stack.map_or_else(|| WORKSPACE.to_owned(), trail_of);
        let lift = |error: rusqlite::Error| E::from(error.into());
        let sql = format!(
            "SELECT {COLUMNS} FROM entry e
             JOIN note n ON n.seq = CASE e.trail WHEN '{WORKSPACE}' THEN e.seq ELSE e.bytes ->> 'workspace' END
             WHERE e.trail = ?1 ORDER BY e.seq"
        );
        let mut statement = self.connection.prepare_cached(&sql).map_err(lift)?;
        let mut rows = statement.query([trail]).map_err(lift)?;
        while let Some(row) = rows.next().map_err(lift)? {
            each(read(&self.connection, row)?)?;
        }
        Ok(())
    }

    /// The erasures that entries of a stack's trail rest on, and those that these rest on, the oldest first.
    pub fn erasures_beside(&self, stack: StackId) -> Result<Vec<Sealed>, StoreError> {
        let sql = format!(
            "SELECT {COLUMNS}, e.seq FROM entry e JOIN note n ON n.seq = e.seq
             WHERE e.trail = '{WORKSPACE}' AND n.act = ?1 ORDER BY e.seq"
        );
        let mut in_trail = self.connection.prepare_cached(&format!(
            "SELECT EXISTS (SELECT 1 FROM entry w, json_each(CAST(w.bytes AS TEXT), '$.heads') h
             WHERE w.trail = '{WORKSPACE}' AND w.seq = ?1 AND h.value ->> 'trail' = ?2)"
        ))?;
        let trail = trail_of(stack);
        let mut statement = self.connection.prepare_cached(&sql)?;
        let mut rows = statement.query([ERASED])?;
        let mut found: Vec<Sealed> = Vec::new();
        let mut numbers: Vec<u64> = Vec::new();
        while let Some(row) = rows.next()? {
            let erasure = read(&self.connection, row)?;
            let covers = erasure.args["covers"].as_array().into_iter().flatten();
            let mut needed = false;
            for entry in covers.filter_map(|covered| covered["entry"].as_u64()) {
                needed |= numbers.contains(&entry)
                    || in_trail.query_row((entry, &trail), |row| row.get::<_, bool>(0))?;
            }
            if needed {
                numbers.push(row.get(7)?);
                found.push(erasure);
            }
        }
        Ok(found)
    }
}
