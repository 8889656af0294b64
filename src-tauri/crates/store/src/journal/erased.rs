//! Which entries a person was erased of, as the erasures' own entries say it. What stands beside an entry may
//! differ from what the chain sealed only where an erasure names it: then it has to be as the erasure left it, and the
//! erasure may have taken nothing but texts in which the person stood.

use std::collections::BTreeMap;

use hefu_chain::{ERASED, Kept, Link, RAISED, Redaction, WORKSPACE, is_label, note_digest};
use hefu_domain::journal::Covered;
use rusqlite::Connection;
use serde_json::Value;

use crate::error::StoreError;

/// What an entry is to be like since a person was erased of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Cover {
    /// Digest of the note that the last erasure left.
    pub note: String,
    /// Digest of the images that it left.
    pub changes: String,
    /// What stands in the place of whoever was erased of it; empty when that was before the journal could prove it.
    pub labels: Vec<String>,
    /// Of its texts; none when that was before the journal could prove it.
    pub redaction: Option<Redaction>,
}

/// When a file was brought to the second form of the journal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Raised {
    pub seq: u64,
    /// Digest of all entries before it, text by text; see [`super::raise`].
    pub root: String,
}

/// What the erasures of a workspace say.
#[derive(Clone, Debug, Default)]
pub(crate) struct Erasures {
    pub covered: BTreeMap<u64, Cover>,
    pub raised: Option<Raised>,
}

impl Erasures {
    /// Whether entries of the first form have to be gone through text by text: one of them was erased since.
    pub(crate) fn need_the_root(&self) -> bool {
        let since = |(entry, cover): (&u64, &Cover)| {
            cover.redaction.is_some() && self.raised.as_ref().is_some_and(|raised| *entry < raised.seq)
        };
        self.covered.iter().any(since)
    }
}

/// Reads them, the newest first: it has the last word on what it covers. An erasure of which a later one erased something
/// is believed when it is as that one left it; one that was tampered with covers nothing.
pub(crate) fn read(connection: &Connection) -> Result<Erasures, StoreError> {
    let mut statement = connection.prepare(
        "SELECT n.seq, n.salt, n.actor, n.args, e.bytes FROM note n
         JOIN entry e ON e.trail = ?1 AND e.seq = n.seq WHERE n.act IN (?2, ?3) ORDER BY n.seq DESC",
    )?;
    let mut rows = statement.query((WORKSPACE, ERASED, RAISED))?;
    let mut found = Erasures::default();
    while let Some(row) = rows.next()? {
        let (seq, salt): (u64, Vec<u8>) = (row.get(0)?, row.get(1)?);
        let (actor, args): (String, String) = (row.get(2)?, row.get(3)?);
        let bytes: Vec<u8> = row.get(4)?;
        let (Ok(args), Some(link)) = (serde_json::from_str::<Value>(&args), Link::read(&bytes)) else {
            continue;
        };
        let digest = note_digest(&salt, &actor, &args)?;
        if digest != *found.covered.get(&seq).map_or(&link.note, |cover| &cover.note) {
            continue;
        }
        let is_erasure = link.act == ERASED;
        // Before the journal was of the second form nothing proved what an erasure took: what it left was sealed then.
        if is_erasure && link.v == 1 {
            continue;
        }
        if !is_erasure {
            let root = args["root"].as_str().unwrap_or_default().to_owned();
            found.raised = Some(Raised { seq, root });
        }
        let label = args["label"].as_str().filter(|label| is_label(label)).map(str::to_owned);
        let covers = args.get("covers").cloned().and_then(|list| serde_json::from_value(list).ok());
        for Covered { entry, note, changes } in covers.into_iter().flat_map(|list: Vec<Covered>| list) {
            // It can only cover what came before it, and says how both the note and the images were left.
            let Some(changes) = changes.filter(|_| entry < seq) else { continue };
            let cover = found.covered.entry(entry).or_insert_with(|| Cover {
                note,
                changes,
                labels: Vec::new(),
                redaction: is_erasure.then(Redaction::new),
            });
            cover.labels.extend(label.clone().filter(|_| is_erasure));
        }
    }
    redactions(connection, &mut found)?;
    Ok(found)
}

fn redactions(connection: &Connection, found: &mut Erasures) -> Result<(), StoreError> {
    for (seq, cover) in &mut found.covered {
        if let Some(redaction) = &mut cover.redaction {
            *redaction = redaction_of(connection, *seq)?;
        }
    }
    Ok(())
}

/// What is kept of the texts of an entry.
pub(crate) fn redaction_of(connection: &Connection, seq: u64) -> Result<Redaction, StoreError> {
    let mut statement =
        connection.prepare_cached("SELECT place, salt, digest FROM redaction WHERE seq = ?1")?;
    let mut rows = statement.query([seq])?;
    let mut redaction = Redaction::new();
    while let Some(row) = rows.next()? {
        let (salt, digest): (Option<Vec<u8>>, Option<Vec<u8>>) = (row.get(1)?, row.get(2)?);
        let salt = salt.and_then(|salt| salt.try_into().ok()).map(Kept::Salt);
        let digest = digest.and_then(|digest| digest.try_into().ok()).map(Kept::Digest);
        if let Some(kept) = salt.or(digest) {
            redaction.insert(row.get(0)?, kept);
        }
    }
    Ok(redaction)
}

/// Keeps it in place of what was kept.
pub(crate) fn keep_redaction(
    connection: &Connection,
    seq: u64,
    redaction: &Redaction,
) -> Result<(), StoreError> {
    let mut statement = connection.prepare_cached(
        "INSERT INTO redaction (seq, place, salt, digest) VALUES (?1, ?2, ?3, ?4)
         ON CONFLICT DO UPDATE SET salt = excluded.salt, digest = excluded.digest",
    )?;
    for (place, kept) in redaction {
        let (salt, digest) = match kept {
            Kept::Salt(salt) => (Some(salt.as_slice()), None),
            Kept::Digest(digest) => (None, Some(digest.as_slice())),
        };
        statement.execute((seq, place, salt, digest))?;
    }
    Ok(())
}
