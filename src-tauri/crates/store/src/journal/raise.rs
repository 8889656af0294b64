//! The entry by which a file of an older format goes on in the second form of the journal. It seals all that came
//! before text by text, so that an erasure can still be proven there, and how earlier erasures had left things.

use hefu_chain::{ERASED, Link, WORKSPACE, hex, note_digest, note_root, seeded};
use hefu_domain::journal::{Act, Covered};
use hefu_domain::text::Words;
use rusqlite::{Connection, OptionalExtension};
use serde_json::Value;
use sha2::{Digest, Sha256};

use crate::entry::NewEntry;
use crate::error::StoreError;
use crate::journal::chain::{self, Head, Moment, changes_digest, changes_root, head};
use crate::journal::images;

/// The digest of all entries of the first form: of number, note and images of each, text by text.
#[derive(Clone, Debug, Default)]
pub(crate) struct Root(Sha256);

impl Root {
    pub(crate) fn add(&mut self, seq: u64, note: &hefu_chain::Digest, changes: &hefu_chain::Digest) {
        self.0.update(seq.to_be_bytes());
        self.0.update(note);
        self.0.update(changes);
    }

    pub(crate) fn said(self) -> String {
        hex(&self.0.finalize())
    }
}

/// Who does what no person does.
fn program() -> Words {
    Words { en: "Hefu".to_owned(), zh: "合符".to_owned() }
}

/// Writes that entry, dated as the last one: no clock says when a file is opened. A file in which nothing was written
/// needs none.
pub(crate) fn raise(connection: &Connection, from: u32, to: u32) -> Result<(), StoreError> {
    let Some(last) = head(connection, WORKSPACE)? else { return Ok(()) };
    let (bytes, salt): (Vec<u8>, Vec<u8>) = connection.query_row(
        "SELECT e.bytes, n.salt FROM entry e JOIN note n ON n.seq = e.seq WHERE e.trail = ?1 AND e.seq = ?2",
        (WORKSPACE, last.seq),
        |row| Ok((row.get(0)?, row.get(1)?)),
    )?;
    let link: Link = serde_json::from_slice(&bytes)?;
    if link.v > 1 {
        return Ok(());
    }
    let (root, covers) = sealed(connection)?;
    let own = Sha256::new().chain_update(b"raise").chain_update(salt).finalize();
    let mut salt = [0; 16];
    salt.copy_from_slice(&own[..16]);
    let at = chrono::DateTime::parse_from_rfc3339(&link.at)
        .map_err(|error| StoreError::Shape(serde::de::Error::custom(error)))?;
    let moment = Moment { at, actor: program(), by: None, salt };
    let act = Act::FormatRaised { from, to, root: root.said(), covers };
    chain::append(connection, &moment, &NewEntry { act, project: None, trails: Vec::new() }, &[])?;
    Ok(())
}

/// All entries as they stand, and what earlier erasures left.
fn sealed(connection: &Connection) -> Result<(Root, Vec<Covered>), StoreError> {
    let mut erased: Vec<u64> = Vec::new();
    let mut root = Root::default();
    let mut notes = connection.prepare("SELECT seq, salt, actor, args, act FROM note ORDER BY seq")?;
    let mut rows = notes.query([])?;
    while let Some(row) = rows.next()? {
        let (seq, salt): (u64, Vec<u8>) = (row.get(0)?, row.get(1)?);
        let (actor, args, act): (String, String, String) = (row.get(2)?, row.get(3)?, row.get(4)?);
        let args: Value = serde_json::from_str(&args)?;
        if act == ERASED {
            let covers = args["covers"].as_array().into_iter().flatten();
            erased.extend(covers.filter_map(|covered| covered["entry"].as_u64()));
        }
        let mut places = seeded(&salt);
        let note = note_root(&actor, &args, &mut places)?;
        root.add(seq, &note, &changes_root(&images::of(connection, seq)?, &mut places)?);
    }
    erased.sort_unstable();
    erased.dedup();
    let covers = erased.into_iter().filter_map(|entry| left(connection, entry).transpose());
    Ok((root, covers.collect::<Result<_, _>>()?))
}

/// How an entry stands beside the chain; none where there is no such entry.
pub(crate) fn left(connection: &Connection, entry: u64) -> Result<Option<Covered>, StoreError> {
    let note: Option<(Vec<u8>, String, String)> = connection
        .prepare_cached("SELECT salt, actor, args FROM note WHERE seq = ?1")?
        .query_row([entry], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))
        .optional()?;
    let Some((salt, actor, args)) = note else { return Ok(None) };
    let note = note_digest(&salt, &actor, &serde_json::from_str(&args)?)?;
    let changes = Some(changes_digest(&salt, &images::of(connection, entry)?)?);
    Ok(Some(Covered { entry, note, changes }))
}

/// The last head of the workspace chain before the entry by which it was raised, when that is its last: what a file of
/// an older format had as its head.
pub(crate) fn before_raised(connection: &Connection, last: &Head) -> Result<Option<Head>, StoreError> {
    let found: Option<Vec<u8>> = connection
        .prepare_cached(
            "SELECT e.bytes FROM entry e JOIN note n ON n.seq = e.seq
             WHERE e.trail = ?1 AND e.seq = ?2 AND n.act = ?3",
        )?
        .query_row((WORKSPACE, last.seq, hefu_chain::RAISED), |row| row.get(0))
        .optional()?;
    let Some(bytes) = found else { return Ok(None) };
    let link: Link = serde_json::from_slice(&bytes)?;
    Ok(Some(Head { trail: WORKSPACE.to_owned(), seq: last.seq - 1, hash: link.prev }))
}
