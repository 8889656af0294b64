//! Documents and their signers: draft → in review → issued → signed → superseded or void.

use chrono::{DateTime, FixedOffset, NaiveDate};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::id::{DocumentId, PersonId, ProjectId, SectionId, SignerId};
use crate::text::Text;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum DocumentState {
    Draft,
    InReview,
    Issued,
    /// Every signer has signed.
    Signed,
    Superseded,
    Void,
}

/// The languages a document is issued in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Edition {
    En,
    Zh,
    SideBySide,
}

/// How a document is set.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Look {
    /// Sans, for vendors.
    Vendor,
    /// Serif, for formal public papers.
    Formal,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Document {
    pub id: DocumentId,
    pub project: ProjectId,
    pub kind: DocumentKind,
    #[serde(flatten)]
    pub subject: Subject,
    /// `HC-2026-014 / PA-01`.
    pub number: String,
    pub title: Text,
    pub version: u32,
    pub state: DocumentState,
    pub date: Option<NaiveDate>,
    pub edition: Edition,
    pub look: Look,
    pub issued: Option<Issued>,
    /// SHA-256 (hex) of the newest revision held: the issued base or the last signed revision.
    pub revision: Option<String>,
    /// The version of which this one is the successor.
    pub supersedes: Option<DocumentId>,
    /// Why it was voided; blank otherwise.
    pub void_reason: String,
}

/// What was fixed when a document was issued.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Issued {
    pub at: DateTime<FixedOffset>,
    /// SHA-256 (hex) of the issued base.
    pub sha256: String,
    pub pages: u32,
    /// SHA-256 (hex) of the evidence record: the digest printed on every page.
    pub record_sha256: String,
    /// The empty fields that the signatures fill.
    pub fields: Vec<IssuedField>,
    /// Trail heads before issuing, as they stand in the document: `trail seq hash`, one a trail.
    pub heads: Vec<String>,
}

/// A field of an issued document: `signature.1`, `record.1`, ….
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct IssuedField {
    pub name: String,
    /// From 1.
    pub page: u32,
    /// Lower left and upper right corner in thousandths of a point, from the page's lower left corner.
    pub rect: [i64; 4],
}

/// A paragraph of a document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Section {
    pub id: SectionId,
    pub document: DocumentId,
    pub part: Part,
    pub position: u32,
    pub text: Text,
}

/// What a signer signs as.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum SignerRole {
    Vendor,
    Client,
    Supervisor,
    Witness,
    Approver,
}

/// How a signer signed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum SigningMethod {
    /// Drawn on the screen, with a room key made for this one signature.
    Drawn,
    /// Name typed, with a room key made for this one signature.
    Typed,
    /// The signer's own certificate from a PKCS#12 file.
    OwnCertificate,
    /// The vendor's identity from the operating system's keychain.
    VendorIdentity,
    /// Signed with ink on a printed copy; the scan is bound to the issued digest.
    WetInk,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", tag = "state")]
pub enum SignerState {
    Waiting,
    Signed {
        at: DateTime<FixedOffset>,
        method: SigningMethod,
        /// SHA-256 (hex) of the revision this signature made (of the scan, for wet ink).
        revision: String,
        /// SHA-256 (hex) of the signer's certificate; empty for wet ink.
        certificate: String,
        /// Who attested the signer's identity in the room.
        witnesses: Vec<PersonId>,
    },
    Refused {
        at: DateTime<FixedOffset>,
        reason: String,
    },
}

/// A place in the signing order of a document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Signer {
    pub id: SignerId,
    pub document: DocumentId,
    /// Place in the signing order, from 1.
    pub position: u32,
    pub person: PersonId,
    pub role: SignerRole,
    /// In what capacity: "Delivery lead / 交付负责人".
    pub capacity: Text,
    #[serde(flatten)]
    pub outcome: SignerState,
}

mod issuing;
mod kind;
mod life;
mod part;
mod party;
pub use issuing::{
    IssueFacts, Obstacle, PlacedText, RoundFacts, SideFault, SigningFacts, list_obstacles, obstacles,
    report_obstacles,
};
pub use kind::{DocumentKind, Subject};
pub use life::{Refusal, Signing, Step, Turn, WrongState, may_sign, next_state, signing, turn};
pub use part::Part;
pub use party::{Party, roles, stands_for};

#[cfg(test)]
mod tests;
