//! One trail of the audit journal as a signed file that needs nothing beside it.
//!
//! JSON Lines in UTF-8, every line ending in a line feed, in this order:
//!
//! 1. `{"audit_trail":…}`, a [`TrailHeader`]: which trail of which workspace, who wrote it out and when, the first and
//!    the last number, and the head, `trail seq hash` of the last entry.
//! 2. Erasures of people that entries of the file rest on, when the trail is a stack's: entries of the workspace chain,
//!    written as in 3, the oldest first.
//! 3. The entries from the first to the last, two lines each. One is the canonical JSON (RFC 8785) of the entry to the
//!    byte as it was hashed: its SHA-256 is what the next entry names as `prev`. The other is `{"note":…}`, a [`Beside`]:
//!    the hash again, and in the clear what the entry holds as the digest `note`, which is the SHA-256 of the salt
//!    and the canonical JSON of the array of `actor` and `args`.
//! 4. `{"signature":"…"}`: a CMS container (RFC 5652, detached, DER, lower-case hexadecimal) over all bytes before this
//!    line, in the same strict form as in a signed PDF.
//!
//! The digest `changes` of an entry is of rows that stay in the workspace, and is checked there.

mod erasure;
mod said;
mod verify;

use std::io::{self, Write};

use chrono::{DateTime, FixedOffset};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use sha2::{Digest, Sha256};

use crate::digest::{Sha, hex};
use crate::error::SigningError;
use crate::identity::Identity;
use crate::record::Pair;
use crate::sign::container;

pub(crate) use verify::verify;

const VERSION: u32 = 1;

/// How every trail begins, and nothing else does.
const HEADER: &[u8] = b"{\"audit_trail\":";
const NOTE: &[u8] = b"{\"note\":";
const SIGNATURE: (&[u8], &[u8]) = (b"{\"signature\":\"", b"\"}\n");

pub(crate) fn is_trail(file: &[u8]) -> bool {
    file.starts_with(HEADER)
}

/// The first line of a trail's file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TrailHeader {
    pub workspace: WorkspaceName,
    /// Name of the chain, as in its entries and heads.
    pub trail: String,
    /// What people call it; empty for the workspace's own chain.
    pub title: Pair,
    /// None for the workspace's own chain.
    pub project: Option<ProjectName>,
    pub exported_at: DateTime<FixedOffset>,
    pub exported_by: Pair,
    /// Who was in the room and attests whose key signed; empty with a certificate of one's own.
    pub attested_by: Vec<String>,
    pub first: u64,
    pub last: u64,
    /// `trail seq hash` of the last entry.
    pub head: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WorkspaceName {
    /// UUID.
    pub id: String,
    pub name: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProjectName {
    pub number: String,
    pub title: Pair,
}

/// What stands beside an entry.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Beside {
    /// As the journal keeps it: a JSON text.
    pub actor: String,
    pub args: Value,
    /// SHA-256 of the entry, lower-case hexadecimal.
    pub hash: String,
    /// Lower-case hexadecimal.
    pub salt: String,
}

#[derive(Serialize, Deserialize)]
struct First {
    audit_trail: Versioned,
}

#[derive(Serialize, Deserialize)]
struct Versioned {
    version: u32,
    #[serde(flatten)]
    header: TrailHeader,
}

#[derive(Serialize, Deserialize)]
struct Second {
    note: Beside,
}

/// A trail on its way into a file: the header, then erasures and entries, at last the signature.
pub struct TrailFile<W: Write> {
    out: W,
    hasher: Sha256,
}

impl<W: Write> TrailFile<W> {
    /// # Errors
    /// When it cannot be written.
    pub fn new(out: W, header: &TrailHeader) -> io::Result<Self> {
        let mut file = Self { out, hasher: Sha256::new() };
        let audit_trail = Versioned { version: VERSION, header: header.clone() };
        file.line(&serde_json_canonicalizer::to_vec(&First { audit_trail })?)?;
        Ok(file)
    }

    /// `canonical` are the bytes that were hashed.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn entry(&mut self, canonical: &[u8], beside: Beside) -> io::Result<()> {
        self.line(canonical)?;
        self.line(&serde_json_canonicalizer::to_vec(&Second { note: beside })?)
    }

    /// Signs all that was written.
    ///
    /// # Errors
    /// When the signature cannot be encoded, or it cannot be written; the outer error is the writing's.
    pub fn sign(mut self, identity: &Identity) -> io::Result<Result<W, SigningError>> {
        let digest: Sha = self.hasher.finalize().into();
        let signature = match container(&digest, identity) {
            Ok(container) => hex(&container),
            Err(error) => return Ok(Err(error)),
        };
        for part in [SIGNATURE.0, signature.as_bytes(), SIGNATURE.1] {
            self.out.write_all(part)?;
        }
        self.out.flush()?;
        Ok(Ok(self.out))
    }

    fn line(&mut self, line: &[u8]) -> io::Result<()> {
        for part in [line, b"\n"] {
            self.hasher.update(part);
            self.out.write_all(part)?;
        }
        Ok(())
    }
}

/// The digest by which an entry holds what stands beside it.
fn note_digest(beside: &Beside) -> Option<String> {
    let salt = base16ct::lower::decode_vec(&beside.salt).ok()?;
    let noted = serde_json_canonicalizer::to_vec(&(&beside.actor, &beside.args)).ok()?;
    Some(hex(&Sha256::new().chain_update(salt).chain_update(noted).finalize()))
}
