//! Documents: editor, preview, issuing, signing, verifying.

use chrono::{DateTime, FixedOffset, NaiveDate};
use hefu_domain::document::{
    Document, DocumentKind, Edition, Look, Part, Section, Signer, SignerRole, SigningMethod,
};
use hefu_domain::id::{DocumentId, PersonId, ProjectId, RoundId, SectionId, SignerId};
use hefu_domain::text::{Text, Words};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

pub use crate::acceptance::Exported;
pub use crate::party::Removed;
use crate::text::TextPlace;
pub use hefu_domain::document::Turn;

#[derive(Debug, Deserialize, JsonSchema)]
pub struct ListDocuments {
    pub project: ProjectId,
}

#[derive(Debug, Serialize, JsonSchema)]
pub struct DocumentList {
    pub documents: Vec<DocumentLine>,
}

#[derive(Debug, Serialize, JsonSchema)]
pub struct DocumentLine {
    pub document: Document,
    pub signed: u32,
    pub signers: u32,
}

#[derive(Debug, Deserialize, JsonSchema)]
pub struct DocumentRef {
    pub document: DocumentId,
}

/// A document as the editor shows it.
#[derive(Debug, Serialize, JsonSchema)]
pub struct DocumentView {
    pub document: Document,
    pub sections: Vec<Section>,
    pub signers: Vec<SignerView>,
    /// What stands in the way of issuing; empty when it may be issued.
    pub obstacles: Vec<Obstacle>,
    /// SHA-256 (hex) of the newest revision, once issued.
    pub sha256: Option<String>,
}

#[derive(Debug, Serialize, JsonSchema)]
pub struct SignerView {
    pub signer: Signer,
    pub name: Text,
    pub organisation: Text,
    /// What the person may sign, as the record of parties says; none when there is no authority.
    pub authority: Option<Text>,
    pub turn: Turn,
}

/// One thing that stands in the way of issuing.
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case", tag = "kind")]
pub enum Obstacle {
    /// A side of a text is missing, a draft or stale.
    Text {
        place: TextPlace,
        record: uuid::Uuid,
        label: String,
        text: Text,
    },
    /// Figures, dates, amounts or names of the two sides differ.
    Parity {
        place: TextPlace,
        record: uuid::Uuid,
        label: String,
        en: String,
        zh: String,
    },
    CriteriaNotTested {
        count: u32,
    },
    NoConclusion,
    ConclusionNotAdmissible,
    NoSigners,
    SignerWithoutAuthority {
        name: Text,
    },
    NoRound,
    NoDate,
    SignerTwice {
        name: Text,
    },
}

/// A page of the document as it stands, drawn; a draft is set afresh, an issued one is shown as issued.
#[derive(Debug, Deserialize, JsonSchema)]
pub struct PreviewPage {
    pub document: DocumentId,
    /// From 1.
    pub page: u32,
    pub width_px: u32,
}

#[derive(Debug, Serialize, JsonSchema)]
pub struct PageImage {
    pub page: u32,
    pub pages: u32,
    /// PNG as base64.
    pub png: String,
}

#[derive(Debug, Deserialize, JsonSchema)]
pub struct CreateDocument {
    pub project: ProjectId,
    pub kind: DocumentKind,
    pub round: RoundId,
}

/// Makes a new draft with the paragraphs and signers of a document, whatever became of that.
#[derive(Debug, Deserialize, JsonSchema)]
pub struct DuplicateDocument {
    pub document: DocumentId,
    /// Of the new one.
    pub number: String,
}

#[derive(Debug, Serialize, JsonSchema)]
pub struct DocumentSaved {
    pub document: DocumentId,
}

#[derive(Debug, Deserialize, JsonSchema)]
pub struct EditDocument {
    pub document: DocumentId,
    pub number: String,
    pub title: Words,
    pub date: Option<NaiveDate>,
    pub edition: Edition,
    pub look: Look,
}

#[derive(Debug, Deserialize, JsonSchema)]
pub struct SaveSection {
    pub section: Option<SectionId>,
    pub document: DocumentId,
    pub part: Part,
    pub text: Words,
}

#[derive(Debug, Serialize, JsonSchema)]
pub struct SectionSaved {
    pub section: SectionId,
}

#[derive(Debug, Deserialize, JsonSchema)]
pub struct SectionRef {
    pub section: SectionId,
}

#[derive(Debug, Deserialize, JsonSchema)]
pub struct SaveSigner {
    pub signer: Option<SignerId>,
    pub document: DocumentId,
    pub position: u32,
    pub person: PersonId,
    pub role: SignerRole,
    pub capacity: Words,
}

#[derive(Debug, Serialize, JsonSchema)]
pub struct SignerSaved {
    pub signer: SignerId,
}

#[derive(Debug, Deserialize, JsonSchema)]
pub struct SignerRef {
    pub signer: SignerId,
}

#[derive(Debug, Deserialize, JsonSchema)]
pub struct ReturnDocument {
    pub document: DocumentId,
    pub reason: String,
}

#[derive(Debug, Deserialize, JsonSchema)]
pub struct IssueDocument {
    pub document: DocumentId,
}

#[derive(Debug, Serialize, JsonSchema)]
pub struct DocumentIssued {
    pub document: DocumentId,
    pub pages: u32,
    /// SHA-256 (hex) of what was issued.
    pub sha256: String,
    pub size_bytes: u64,
}

/// How the signature looks on the page.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", tag = "drawn_as")]
pub enum SignatureMark {
    /// Strokes of points in the unit square, origin top left; x to the right, y down.
    Drawn {
        strokes: Vec<Vec<[f32; 2]>>,
    },
    Typed {
        name: String,
    },
}

/// With whose key a PDF or a trail is signed.
#[derive(Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", tag = "with")]
pub enum KeyChoice {
    /// Made now for this one signature and never stored; identity attested by the witnesses.
    RoomKey { witnesses: Vec<PersonId> },
    /// The signer's own certificate.
    Pkcs12 { path: String, password: String },
    /// The vendor's identity from the keychain.
    VendorIdentity,
}

impl std::fmt::Debug for KeyChoice {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("KeyChoice(…)")
    }
}

#[derive(Debug, Deserialize, JsonSchema)]
pub struct SignDocument {
    pub document: DocumentId,
    pub signer: SignerId,
    pub mark: SignatureMark,
    pub key: KeyChoice,
    /// Why or in what sense the person signs; may be blank.
    pub reason: Words,
}

#[derive(Debug, Serialize, JsonSchema)]
pub struct DocumentSigned {
    pub document: DocumentId,
    pub sha256: String,
    pub certificate: String,
    pub remaining: u32,
}

#[derive(Debug, Deserialize, JsonSchema)]
pub struct RefuseSignature {
    pub document: DocumentId,
    pub signer: SignerId,
    pub reason: String,
}

/// A printed copy signed in ink, taken back in as a scan and bound to the issued digest.
#[derive(Debug, Deserialize, JsonSchema)]
pub struct AttachSignedCopy {
    pub document: DocumentId,
    pub signer: SignerId,
    pub path: String,
    /// The first characters (at least 8) of the digest printed on the copy: proof that it is this version.
    pub printed_digest: String,
}

#[derive(Debug, Deserialize, JsonSchema)]
pub struct VoidDocument {
    pub document: DocumentId,
    pub reason: String,
}

#[derive(Debug, Deserialize, JsonSchema)]
pub struct ExportDocument {
    pub document: DocumentId,
    pub path: String,
}

#[derive(Debug, Deserialize, JsonSchema)]
pub struct VerifyFile {
    pub path: String,
    /// Journal head to look for: `trail seq hash`.
    pub head: Option<String>,
}

/// What a signed PDF proves; integrity and identity apart.
#[derive(Debug, Serialize, JsonSchema)]
pub struct VerifyReport {
    pub path: String,
    pub sha256: String,
    pub verdict: Verdict,
    pub document: Option<VerifiedDocument>,
    pub signatures: Vec<VerifiedSignature>,
    /// Places in the signing order whose signature is still outstanding.
    pub outstanding: Vec<u32>,
    /// Whether the document states the head that was given; none when none was given.
    pub head: Option<HeadStanding>,
    /// Everything that is not as it was signed.
    pub faults: Vec<Fault>,
    /// When the file is a trail of the journal and not a document.
    pub trail: Option<VerifiedTrail>,
}

/// What a trail's file says of itself, and what was counted in it.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct VerifiedTrail {
    /// What the workspace it was written out of is called.
    pub workspace: String,
    /// UUID.
    pub workspace_id: String,
    /// Name of the chain, as in heads.
    pub trail: String,
    /// None for the workspace's own chain.
    pub title: Option<Words>,
    pub project: Option<VerifiedProject>,
    pub exported_at: DateTime<FixedOffset>,
    /// Entries that were read and fit.
    pub entries: u64,
    /// Numbers of the first and the last entry, as the file states them.
    pub first: u64,
    pub last: u64,
    /// Entries of which a person was erased, each covered by an erasure in the file.
    pub erased: u64,
    pub head: String,
}

#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct VerifiedProject {
    pub number: String,
    pub title: Words,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum HeadStanding {
    Stated,
    NotStated,
    /// It is of another trail than the file's.
    OtherTrail,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    Unchanged,
    Changed,
    NotSigned,
}

#[derive(Debug, Serialize, JsonSchema)]
pub struct VerifiedDocument {
    pub id: String,
    pub number: String,
    pub title: Words,
    /// Journal heads the document anchors.
    pub heads: Vec<String>,
}

#[derive(Debug, Serialize, JsonSchema)]
pub struct VerifiedSignature {
    /// Place in the signing order; none when its field cannot be read.
    pub position: Option<u32>,
    pub signer: Words,
    pub capacity: Option<Words>,
    pub role: Option<SignerRole>,
    pub at: Option<DateTime<FixedOffset>>,
    pub method: Option<SigningMethod>,
    pub reason: String,
    pub integrity: SignatureIntegrity,
    pub identity: Identity,
    /// Names of those who attested the signer in the room.
    pub attested_by: Vec<String>,
    /// Who issued the certificate, when another did.
    pub issuer: Option<String>,
    /// SHA-256 (hex) of the certificate; none when it cannot be read.
    pub certificate: Option<String>,
    pub changes_after: Vec<Fault>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum SignatureIntegrity {
    Intact,
    Broken,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Identity {
    /// A room key: attested by people, not proven.
    Attested,
    /// A certificate its holder made, attested by nobody.
    SelfStated,
    /// A certificate the reader knows by its digest.
    Known,
    /// Another issued the certificate; nobody here has said that the issuer is trusted.
    Issued,
    /// Certified by an authority the reader trusts.
    Trusted,
    /// The certificate cannot be read.
    Unknown,
}

/// What changed and where; Fluent says `verify-change-<code>`.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Fault {
    pub code: String,
    pub args: serde_json::Map<String, serde_json::Value>,
}
