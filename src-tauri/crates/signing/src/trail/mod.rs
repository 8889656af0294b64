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
//! An entry of which a person was erased differs from its digest `note`; its `note_root` holds every text by a digest of
//! its own, and its second line says of each text that stays its salt, of each that went its digest. Only a text in which
//! the person stood may have gone. Entries of the first form have no `note_root`: what an erasure left there is told and
//! not proven.
//!
//! The digest `changes` of an entry is of rows that stay in the workspace, and is checked there.

mod erasure;
mod said;
mod verify;

use std::io::{self, Write};

use hefu_chain::Redaction;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use sha2::{Digest, Sha256};

use crate::digest::{Sha, hex};
use crate::envelope::container;
use crate::error::SigningError;
use crate::header::TrailHeader;
use crate::identity::Identity;

pub(crate) use verify::verify;

const VERSION: u32 = 1;

/// How every trail begins, and nothing else does.
const HEADER: &[u8] = b"{\"audit_trail\":";
const NOTE: &[u8] = b"{\"note\":";
const SIGNATURE: (&[u8], &[u8]) = (b"{\"signature\":\"", b"\"}\n");

pub(crate) fn is_trail(file: &[u8]) -> bool {
    file.starts_with(HEADER)
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
    /// Of an entry of which a person was erased: what is kept of its texts, by place ([`hefu_chain::note_root`]).
    #[serde(default, skip_serializing_if = "Redaction::is_empty")]
    pub redaction: Redaction,
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
