//! Signing a document, or a trail of the journal, and checking a signed one; knows bytes, not projects.
//!
//! A document is issued as a PDF with one empty signature field and one empty record field for
//! each signer. Every signature is a revision of its own, put after the file before, which fills
//! exactly its two fields. [`sign`] makes such a revision; [`verify`] reads a file forward from its first byte to its
//! last, and accepts nothing but an issued part and revisions of known kinds.
//!
//! A trail is a file of JSON lines whose last line signs all before it; [`TrailFile`] says its shape, and [`verify`]
//! knows it by its first bytes.
//!
//! Clock, randomness and keys come in as arguments: the same arguments give the same bytes.

#[cfg(test)]
extern crate self as hefu_signing;

mod blocks;
mod cms_container;
mod digest;
mod envelope;
mod error;
mod header;
mod identity;
mod panics;
mod pdf;
mod proof;
mod reading;
mod record;
mod report;
mod sign;
mod trail;
mod update;
mod verify;

pub use digest::revision_sha256;
pub use error::SigningError;
pub use header::{ProjectName, TrailHeader, WorkspaceName};
pub use identity::{Identity, Subject};
pub use reading::read;
pub use record::{Method, Pair, RecordError, RecordRow, Role};
pub use report::{
    CertificateFacts, Change, DocumentFacts, Effort, Finding, Given, HeadCheck, Integrity, LeftText, Place,
    Proof, Report, SignatureReport, Span, TrailFacts, Unjudged, Verdict, Weight,
};
pub use sign::{SignRequest, Signed, sign};
pub use trail::{Beside, TrailFile};
pub use update::{Update, UpdateError, UpdateNotice, read_update};
pub use verify::{check_issued, verify};
