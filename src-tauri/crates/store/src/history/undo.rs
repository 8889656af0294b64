//! Undo and redo: acts that name the entry they reverse. Refused, naming the later act, when a row has changed
//! since or when a report was issued on what would change.

use hefu_domain::id::{ProjectId, StackId};
use hefu_domain::journal::Act;
use rusqlite::{Connection, OptionalExtension};
use uuid::Uuid;

use crate::error::StoreError;
use hefu_chain::Link;

use crate::entry::Entry;
use crate::entry::{NewEntry, Written};
use crate::journal::chain::{Moment, WORKSPACE};
use crate::journal::images;
use crate::journal::list::entry;
use crate::store::Store;

/// Which way an entry is gone over again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reverse {
    Undo,
    Redo,
}

/// From where undo and redo look at the journal.
#[derive(Clone, Copy, Debug)]
pub struct Outlook {
    /// Only acts of this project, and those that are of none; without one, all acts.
    pub project: Option<ProjectId>,
    /// Entries up to this one of the workspace chain were written before this sitting.
    pub begun: u64,
}

impl Store {
    /// The entry that undo (or redo) would take next.
    pub fn next(&self, way: Reverse, outlook: Outlook) -> Result<Option<Entry>, StoreError> {
        next(&self.connection, way, outlook)?.map(|seq| entry(&self.connection, seq)).transpose()
    }

    /// The entry, when nothing stands against undoing or redoing it now.
    /// Errors: nothing to do; changed since (naming the later act).
    pub fn reversible(&self, way: Reverse, seq: u64) -> Result<Entry, StoreError> {
        if standing(&self.connection, seq)?.as_deref() != Some(from(way)) {
            return Err(nothing(way));
        }
        let found = entry(&self.connection, seq)?;
        stands_as_left(&self.connection, way, seq, found.project)?;
        Ok(found)
    }

    /// Whether the entry was written, undone or redone after `begun`.
    pub fn touched_since(&self, seq: u64, begun: u64) -> Result<bool, StoreError> {
        let sql = "SELECT ?1 > ?2 OR EXISTS (SELECT 1 FROM note WHERE seq > ?2
            AND act IN ('undone', 'redone') AND args ->> 'entry' = ?1)";
        Ok(self.connection.prepare_cached(sql)?.query_row((seq, begun), |row| row.get(0))?)
    }

    /// Undoes or redoes one entry: `seq`, or the next in turn.
    /// Errors: nothing to do; changed since (naming the later act).
    pub fn reverse(
        &mut self,
        moment: &Moment,
        way: Reverse,
        seq: Option<u64>,
    ) -> Result<Written<Entry>, StoreError> {
        self.transact(moment, |connection| {
            let seq = match seq {
                Some(seq) if standing(connection, seq)?.as_deref() == Some(from(way)) => seq,
                Some(_) => return Err(nothing(way)),
                None => {
                    next(connection, way, Outlook { project: None, begun: 0 })?.ok_or_else(|| nothing(way))?
                }
            };
            let reversed = entry(connection, seq)?;
            go_over(connection, way, seq, reversed.project)?;
            let act = match way {
                Reverse::Undo => Act::Undone { of: Box::new(reversed.act_done()?), entry: seq },
                Reverse::Redo => Act::Redone { of: Box::new(reversed.act_done()?), entry: seq },
            };
            let trails = trails_of(connection, seq)?;
            Ok((NewEntry { act, project: reversed.project, trails }, reversed))
        })
    }
}

fn nothing(way: Reverse) -> StoreError {
    match way {
        Reverse::Undo => StoreError::NothingToUndo,
        Reverse::Redo => StoreError::NothingToRedo,
    }
}

fn from(way: Reverse) -> &'static str {
    match way {
        Reverse::Undo => "done",
        Reverse::Redo => "undone",
    }
}

fn standing(connection: &Connection, seq: u64) -> Result<Option<String>, StoreError> {
    let mut statement = connection.prepare_cached("SELECT standing FROM note WHERE seq = ?1")?;
    Ok(statement.query_row([seq], |row| row.get(0)).optional()?)
}

fn next(connection: &Connection, way: Reverse, outlook: Outlook) -> Result<Option<u64>, StoreError> {
    let Outlook { project, begun } = outlook;
    let project = project.map(|project| project.to_string());
    let found = match way {
        Reverse::Undo => connection
            .prepare_cached(
                "SELECT seq FROM note WHERE standing = 'done'
                   AND (?1 IS NULL OR project IS NULL OR project = ?1)
                 ORDER BY seq DESC LIMIT 1",
            )?
            .query_row([project], |row| row.get(0)),
        // The earliest undone entry, unless something new was done in its project after it was undone; what was undone
        // in this sitting comes before what was left undone in another.
        Reverse::Redo => connection
            .prepare_cached(
                "SELECT n.seq FROM note n WHERE n.standing = 'undone'
                   AND (?1 IS NULL OR n.project IS NULL OR n.project = ?1)
                   AND NOT EXISTS (
                     SELECT 1 FROM note later WHERE later.seq > n.seq AND later.standing = 'done'
                       AND later.project IS n.project)
                 ORDER BY n.seq IN (
                     SELECT args ->> 'entry' FROM note WHERE seq > ?2 AND act = 'undone') DESC, n.seq
                 LIMIT 1",
            )?
            .query_row((project, begun), |row| row.get(0)),
    };
    Ok(found.optional()?)
}

fn go_over(
    connection: &Connection,
    way: Reverse,
    seq: u64,
    project: Option<ProjectId>,
) -> Result<(), StoreError> {
    stands_as_left(connection, way, seq, project)?;
    for image in images::of(connection, seq)? {
        let target = match way {
            Reverse::Undo => &image.before,
            Reverse::Redo => &image.after,
        };
        images::restore(connection, &image.table, &image.id, target.as_deref())?;
    }
    let now = match way {
        Reverse::Undo => "undone",
        Reverse::Redo => "done",
    };
    connection.prepare_cached("UPDATE note SET standing = ?2 WHERE seq = ?1")?.execute((seq, now))?;
    Ok(())
}

/// Errors: a row is not as the entry (or its undoing) left it, or a report was issued on it.
fn stands_as_left(
    connection: &Connection,
    way: Reverse,
    seq: u64,
    project: Option<ProjectId>,
) -> Result<(), StoreError> {
    if let (Reverse::Undo, Some(project)) = (way, project) {
        refuse_past_issued(connection, seq, project)?;
    }
    for image in images::of(connection, seq)? {
        let left = match way {
            Reverse::Undo => &image.after,
            Reverse::Redo => &image.before,
        };
        let now = images::current(connection, &image.table, &image.id)?;
        if !images::agrees(&image.table, left.as_deref(), now.as_deref())? {
            return Err(changed_since(connection, seq, &image.table, &image.id)?);
        }
    }
    Ok(())
}

/// The tables an issued report rests on.
const UNDER_A_REPORT: &str =
    "('chapter', 'criterion', 'finding', 'round', 'open_issue', 'evidence', 'document', 'section', 'signer')";

fn refuse_past_issued(connection: &Connection, seq: u64, project: ProjectId) -> Result<(), StoreError> {
    let rests: bool = connection
        .prepare_cached(&format!(
            "SELECT EXISTS (SELECT 1 FROM image WHERE seq = ?1 AND tbl IN {UNDER_A_REPORT})"
        ))?
        .query_row([seq], |row| row.get(0))?;
    let standing: bool = connection
        .prepare_cached(
            "SELECT EXISTS (SELECT 1 FROM document WHERE project = ?1 AND state IN ('issued', 'signed'))",
        )?
        .query_row([project.to_string()], |row| row.get(0))?;
    if !(rests && standing) {
        return Ok(());
    }
    let later: Option<u64> = connection
        .prepare_cached(
            "SELECT min(seq) FROM note WHERE seq > ?1 AND project = ?2 AND act = 'document_issued'",
        )?
        .query_row((seq, project.to_string()), |row| row.get(0))?;
    match later {
        Some(later) => Err(named(&entry(connection, later)?)),
        None => Ok(()),
    }
}

fn changed_since(connection: &Connection, seq: u64, table: &str, id: &str) -> Result<StoreError, StoreError> {
    let later: Option<u64> = connection
        .prepare_cached("SELECT max(seq) FROM image WHERE tbl = ?1 AND id = ?2 AND seq > ?3")?
        .query_row((table, id, seq), |row| row.get(0))?;
    entry(connection, later.unwrap_or(seq)).map(|entry| named(&entry))
}

fn named(entry: &Entry) -> StoreError {
    StoreError::ChangedSince { later: Box::new(entry.clone()) }
}

/// The stacks in whose trails the entry stands.
fn trails_of(connection: &Connection, seq: u64) -> Result<Vec<StackId>, StoreError> {
    let bytes: Vec<u8> = connection
        .prepare_cached("SELECT bytes FROM entry WHERE trail = ?1 AND seq = ?2")?
        .query_row((WORKSPACE, seq), |row| row.get(0))?;
    let link: Link = serde_json::from_slice(&bytes)?;
    let stacks = link.heads.iter().filter_map(|head| head.trail.strip_prefix("stack:"));
    Ok(stacks.filter_map(|id| Uuid::parse_str(id).ok()).map(StackId).collect())
}
