//! Chains of entries. Every entry's canonical JSON (RFC 8785) names the SHA-256 of the entry before it; the bytes
//! that were hashed are what is kept. One chain per trail and one of the workspace, whose entries record the
//! heads of the trails they wrote to.

use chrono::{DateTime, FixedOffset};
use hefu_domain::id::StackId;
use hefu_domain::journal::Reversal;
use hefu_domain::text::Words;
use rusqlite::{Connection, OptionalExtension};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use sha2::{Digest, Sha256};

use crate::error::StoreError;
use crate::journal::images::Image;
use crate::writer::{Deed, hex, time};

/// The workspace's own chain.
pub const WORKSPACE: &str = "workspace";

/// The name of a stack's chain.
pub fn trail_of(stack: StackId) -> String {
    format!("stack:{stack}")
}

/// When an act is done, by whom, and the salt of its digests.
#[derive(Clone, Debug)]
pub struct Moment {
    pub at: DateTime<FixedOffset>,
    pub actor: Words,
    pub salt: [u8; 16],
}

/// The last entry of a trail: printed as `trail seq hash`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Head {
    pub trail: String,
    pub seq: u64,
    /// SHA-256 in hexadecimal.
    pub hash: String,
}

impl std::fmt::Display for Head {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} {} {}", self.trail, self.seq, self.hash)
    }
}

impl std::str::FromStr for Head {
    type Err = ();
    fn from_str(text: &str) -> Result<Self, ()> {
        let mut words = text.split_whitespace();
        let (Some(trail), Some(seq), Some(hash), None) =
            (words.next(), words.next(), words.next(), words.next())
        else {
            return Err(());
        };
        Ok(Self { trail: trail.to_owned(), seq: seq.parse().map_err(drop)?, hash: hash.to_lowercase() })
    }
}

/// What is hashed. People and things stand in it by salted digest only.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct Link {
    pub v: u32,
    pub trail: String,
    pub seq: u64,
    /// Hash of the entry before; empty for the first.
    pub prev: String,
    pub at: String,
    pub act: String,
    pub project: Option<String>,
    /// Digest of actor and arguments with the note's salt.
    pub note: String,
    /// Digest of the images of the changed rows with the note's salt.
    pub changes: String,
    /// The workspace entry this one belongs to; zero in the workspace chain itself.
    pub workspace: u64,
    /// In the workspace chain: the heads of the trails this act wrote to.
    pub heads: Vec<Head>,
}

pub(crate) fn note_digest(salt: &[u8], actor: &str, args: &Value) -> Result<String, StoreError> {
    digest(salt, &serde_json::json!([actor, args]))
}

pub(crate) fn digest(salt: &[u8], value: &impl Serialize) -> Result<String, StoreError> {
    let mut hasher = Sha256::new();
    hasher.update(salt);
    hasher.update(serde_json_canonicalizer::to_vec(value)?);
    Ok(hex(&hasher.finalize()))
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

/// Appends the act to its trails and to the workspace chain; returns the workspace sequence number.
pub(crate) fn append(
    connection: &Connection,
    moment: &Moment,
    deed: &Deed,
    images: &[Image],
) -> Result<u64, StoreError> {
    let mut args = serde_json::to_value(&deed.act)?;
    let act = args.as_object_mut().and_then(|map| map.remove("act"));
    let act = act.as_ref().and_then(Value::as_str).unwrap_or_default().to_owned();
    let project = deed.project.map(|id| id.to_string());
    let actor = serde_json::to_string(&moment.actor)?;
    let note = note_digest(&moment.salt, &actor, &args)?;
    // As they are digested, so that checking them needs no other form.
    let kept_args = serde_json_canonicalizer::to_string(&args)?;
    let changes = digest(&moment.salt, &images)?;
    let before = head(connection, WORKSPACE)?;
    let seq = before.as_ref().map_or(1, |head| head.seq + 1);
    let link = |trail: &str, before: Option<Head>, workspace: u64, heads: Vec<Head>| Link {
        v: 1,
        trail: trail.to_owned(),
        seq: before.as_ref().map_or(1, |head| head.seq + 1),
        prev: before.map(|head| head.hash).unwrap_or_default(),
        at: time(&moment.at),
        act: act.clone(),
        project: project.clone(),
        note: note.clone(),
        changes: changes.clone(),
        workspace,
        heads,
    };
    let mut trails: Vec<String> = deed.trails.iter().map(|stack| trail_of(*stack)).collect();
    trails.sort();
    trails.dedup();
    let mut heads = Vec::new();
    for trail in trails {
        heads.push(add(connection, &link(&trail, head(connection, &trail)?, seq, Vec::new()))?);
    }
    add(connection, &link(WORKSPACE, before, 0, heads))?;
    let (reversal, standing) = match deed.act.reversal() {
        Reversal::Undoable => ("undoable", "done"),
        Reversal::Final => ("final", "final"),
    };
    connection
        .prepare_cached(
            "INSERT INTO note (seq, salt, project, actor, act, args, reversal, standing)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
        )?
        .execute((seq, moment.salt, &project, &actor, &act, kept_args, reversal, standing))?;
    Ok(seq)
}

fn add(connection: &Connection, link: &Link) -> Result<Head, StoreError> {
    let bytes = serde_json_canonicalizer::to_vec(link)?;
    let hash = Sha256::digest(&bytes);
    connection
        .prepare_cached("INSERT INTO entry (trail, seq, bytes, hash) VALUES (?1, ?2, ?3, ?4)")?
        .execute((&link.trail, link.seq, &bytes, hash.as_slice()))?;
    Ok(Head { trail: link.trail.clone(), seq: link.seq, hash: hex(&hash) })
}
