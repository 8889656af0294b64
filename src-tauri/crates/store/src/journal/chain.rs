//! Chains of entries. Every entry's canonical JSON (RFC 8785) names the SHA-256 of the entry before it; the bytes
//! that were hashed are what is kept. One chain per trail and one of the workspace, whose entries record the
//! heads of the trails they wrote to. [`hefu_chain`] says what an entry is made of.

use chrono::{DateTime, FixedOffset};
use hefu_chain::{Changes, Link, Places, hex, note_digest, note_root, seeded};
use hefu_domain::id::{PersonId, StackId};
use hefu_domain::journal::Reversal;
use hefu_domain::text::Words;
use rusqlite::{Connection, OptionalExtension};
use serde_json::Value;
use sha2::{Digest, Sha256};
use uuid::{Builder, Uuid};

pub use hefu_chain::{Head, WORKSPACE};

use crate::entry::{NewEntry, time};
use crate::error::StoreError;
use crate::format::FORMAT;
use crate::journal::images::Image;

/// The name of a stack's chain.
pub fn trail_of(stack: StackId) -> String {
    format!("stack:{stack}")
}

/// When an act is done, by whom, and the salt of its digests.
#[derive(Clone, Debug)]
pub struct Moment {
    pub at: DateTime<FixedOffset>,
    /// Who did it, by name.
    pub actor: Words,
    /// Which person of the record that is, where it is known.
    pub by: Option<PersonId>,
    pub salt: [u8; 16],
}

pub(crate) fn head(connection: &Connection, trail: &str) -> Result<Option<Head>, StoreError> {
    let found = connection
        .prepare_cached("SELECT seq, hash FROM entry WHERE trail = ?1 ORDER BY seq DESC LIMIT 1")?
        .query_row([trail], |row| Ok((row.get::<_, u64>(0)?, row.get::<_, Vec<u8>>(1)?)))
        .optional()?;
    Ok(found.map(|(seq, hash)| Head { trail: trail.to_owned(), seq, hash: hex(&hash) }))
}

/// Every trail, the workspace chain first.
pub(crate) fn trails(connection: &Connection) -> Result<Vec<String>, StoreError> {
    // From the first of one trail to the first of the next: DISTINCT would read every entry there is.
    let mut statement = connection.prepare_cached(
        "WITH RECURSIVE named (trail) AS (
           SELECT min(trail) FROM entry
           UNION ALL SELECT (SELECT min(trail) FROM entry WHERE trail > named.trail) FROM named
             WHERE named.trail IS NOT NULL)
         SELECT trail FROM named WHERE trail IS NOT NULL ORDER BY trail <> 'workspace', trail",
    )?;
    let trails = statement.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?;
    Ok(trails)
}

/// Every trail's head, the workspace chain first.
pub(crate) fn heads(connection: &Connection) -> Result<Vec<Head>, StoreError> {
    let mut heads = Vec::new();
    for trail in trails(connection)? {
        heads.extend(head(connection, &trail)?);
    }
    Ok(heads)
}

/// The digest of the images of an act.
pub(crate) fn changes_digest(salt: &[u8], images: &[Image]) -> Result<String, StoreError> {
    let mut changes = Changes::new(salt);
    for image in images {
        changes.add(&image.table, &image.id, image.before.as_deref(), image.after.as_deref())?;
    }
    Ok(hex(&changes.digest()))
}

/// The same, text by text.
pub(crate) fn changes_root(
    images: &[Image],
    places: &mut Places<'_>,
) -> Result<hefu_chain::Digest, StoreError> {
    let rows = images.iter().map(|image| {
        (image.table.as_str(), image.id.as_str(), [image.before.as_deref(), image.after.as_deref()])
    });
    Ok(Changes::root(rows, places)?)
}

/// This copy of the program, which is named when it first writes.
fn device(connection: &Connection, salt: &[u8]) -> Result<Uuid, StoreError> {
    let known: Option<String> =
        connection.prepare_cached("SELECT id FROM device")?.query_row([], |row| row.get(0)).optional()?;
    if let Some(known) = known.and_then(|id| id.parse().ok()) {
        return Ok(known);
    }
    let own = Sha256::new().chain_update(b"device").chain_update(salt).finalize();
    let mut random = [0; 16];
    random.copy_from_slice(&own[..16]);
    let device = Builder::from_random_bytes(random).into_uuid();
    connection.execute("INSERT INTO device (id) VALUES (?1)", [device.to_string()])?;
    Ok(device)
}

/// Appends the act to its trails and to the workspace chain; returns the workspace sequence number.
pub(crate) fn append(
    connection: &Connection,
    moment: &Moment,
    entry: &NewEntry,
    images: &[Image],
) -> Result<u64, StoreError> {
    let mut args = serde_json::to_value(&entry.act)?;
    let act = args.as_object_mut().and_then(|map| map.remove("act"));
    let act = act.as_ref().and_then(Value::as_str).unwrap_or_default().to_owned();
    let actor = serde_json::to_string(&moment.actor)?;
    // As they are digested, so that checking them needs no other form.
    let kept_args = serde_json_canonicalizer::to_string(&args)?;
    let before = head(connection, WORKSPACE)?;
    let seq = before.as_ref().map_or(1, |head| head.seq + 1);
    let prev = before.map(|head| head.hash).unwrap_or_default();
    let millis = u64::try_from(moment.at.timestamp_millis()).unwrap_or_default();
    let id = hefu_chain::act_id(millis, &moment.salt, &prev);
    let mut places = seeded(&moment.salt);
    let mut link = Link {
        v: 2,
        trail: WORKSPACE.to_owned(),
        seq,
        prev: String::new(),
        at: time(&moment.at),
        act,
        project: entry.project.map(|id| id.to_string()),
        note: note_digest(&moment.salt, &actor, &args)?,
        changes: changes_digest(&moment.salt, images)?,
        workspace: 0,
        heads: Vec::new(),
        id: Some(id),
        device: Some(device(connection, &moment.salt)?),
        by: moment.by.map(|person| person.0),
        format: Some(FORMAT),
        note_root: Some(hex(&note_root(&actor, &args, &mut places)?)),
        changes_root: Some(hex(&changes_root(images, &mut places)?)),
        seen: Some(Vec::new()),
    };
    let mut trails: Vec<String> = entry.trails.iter().map(|stack| trail_of(*stack)).collect();
    trails.sort();
    trails.dedup();
    let mut heads = Vec::new();
    for trail in trails {
        let last = head(connection, &trail)?;
        link.seq = last.as_ref().map_or(1, |head| head.seq + 1);
        link.prev = last.map(|head| head.hash).unwrap_or_default();
        link.trail = trail;
        link.workspace = seq;
        heads.push(add(connection, &link)?);
    }
    link.trail = WORKSPACE.to_owned();
    link.seq = seq;
    link.prev = prev;
    link.workspace = 0;
    link.heads = heads;
    add(connection, &link)?;
    note(connection, &link, moment, entry.act.reversal(), (&actor, &kept_args))?;
    Ok(seq)
}

/// Puts beside an entry of the workspace chain what it holds by digest: actor and arguments.
fn note(
    connection: &Connection,
    link: &Link,
    moment: &Moment,
    reversal: Reversal,
    (actor, args): (&str, &str),
) -> Result<(), StoreError> {
    let (reversal, standing) = match reversal {
        Reversal::Undoable => ("undoable", "done"),
        Reversal::Final => ("final", "final"),
    };
    let id = link.id.map(|id| id.to_string());
    connection
        .prepare_cached(
            "INSERT INTO note (seq, id, salt, project, actor, act, args, reversal, standing)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
        )?
        .execute((link.seq, id, moment.salt, &link.project, actor, &link.act, args, reversal, standing))?;
    Ok(())
}

fn add(connection: &Connection, link: &Link) -> Result<Head, StoreError> {
    let bytes = link.bytes()?;
    let hash = Sha256::digest(&bytes);
    connection
        .prepare_cached("INSERT INTO entry (trail, seq, bytes, hash) VALUES (?1, ?2, ?3, ?4)")?
        .execute((&link.trail, link.seq, &bytes, hash.as_slice()))?;
    Ok(Head { trail: link.trail.clone(), seq: link.seq, hash: hex(&hash) })
}
