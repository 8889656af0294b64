//! Documents: editor, preview, issuing, signing, verifying.

mod trail;

use chrono::{DateTime, FixedOffset, NaiveDate};
use hefu_domain::document::{
    Document, DocumentKind, Edition, Look, Part, Party, Section, Signer, SignerRole, SigningMethod,
};
use hefu_domain::id::{DocumentId, OpenIssueId, PersonId, ProjectId, RoundId, SectionId, SignerId};
use hefu_domain::text::{Text, Words};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

pub use crate::acceptance::Exported;
pub use crate::key::KeyChoice;
pub use crate::party::Removed;
use crate::text::TextPlace;
pub use hefu_domain::document::Turn;

pub use trail::{TrailText, VerifiedProject, VerifiedTrail};

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
    /// The parts that its kind has, in the order they are printed.
    pub parts: Vec<Part>,
    pub sections: Vec<Section>,
    pub signers: Vec<SignerView>,
    /// The parties of the project, and how each stands to the signing.
    pub parties: Vec<PartySigning>,
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

#[derive(Debug, Serialize, JsonSchema)]
pub struct PartySigning {
    pub party: Party,
    pub organisation: Text,
    pub signs: PartySigns,
}

/// Whether a party signs a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum PartySigns {
    Signs,
    /// A paragraph of the document, whose part names the party, states why it does not.
    Waived,
    /// Nobody signs for it, and nothing says why.
    Nobody,
}

#[derive(Debug, Deserialize, JsonSchema)]
pub struct SigningRolesOf {
    pub document: DocumentId,
    pub person: PersonId,
}

/// What a person can truly sign a document as.
#[derive(Debug, Serialize, JsonSchema)]
pub struct SigningRoles {
    pub organisation: Text,
    /// The party that the organisation is in this project, if any, and then what anybody can be.
    pub roles: Vec<SignerRole>,
    /// What the person may sign, as the record of parties says; none when there is no authority.
    pub authority: Option<Text>,
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
    /// Open issues of the list without an owner or a day.
    IssuesUnassigned {
        count: u32,
        first: OpenIssueId,
    },
    NoSigners,
    SignerWithoutAuthority {
        name: Text,
    },
    NoRound,
    NoDate,
    SignerTwice {
        name: Text,
    },
    /// Would sign as a party that the signer's organisation is not in this project.
    SignerOfAnotherParty {
        signer: SignerId,
        name: Text,
        role: SignerRole,
        organisation: Text,
        /// What the organisation is.
        is: Option<Party>,
    },
    /// Nobody signs for a party, and no paragraph states why.
    PartyUnsigned {
        party: Party,
        organisation: Text,
    },
    /// A paragraph states that a party does not sign; but it does, or the project has no such party.
    WaiverContradicted {
        party: Party,
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
    /// What it is of: an acceptance report is of a round; another kind is of the whole project where none is given.
    pub round: Option<RoundId>,
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
    /// Of a party that does not sign, the paragraph there is already is revised: each states its reason once.
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
    /// From 1.
    pub position: u32,
    pub person: PersonId,
    /// A party's role other than that of the person's organisation is kept, and stands in the way of issuing.
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
#[serde(rename_all = "snake_case", tag = "drawn_as", deny_unknown_fields)]
pub enum SignatureMark {
    /// Strokes of points in the unit square, origin top left; x to the right, y down.
    Drawn {
        strokes: Vec<Vec<[f32; 2]>>,
    },
    Typed {
        name: String,
    },
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
    /// The digest as it stands at the foot of the copy, its beginning of at least 8 characters or more of it, with or
    /// without the groups' blanks, hyphens and the three dots: proof that it is this version.
    pub printed_digest: String,
}

#[derive(Debug, Deserialize, JsonSchema)]
pub struct VoidDocument {
    pub document: DocumentId,
    pub reason: String,
}

/// Writes the requirements traceability matrix of a project to a PDF.
#[derive(Debug, Deserialize, JsonSchema)]
pub struct ExportMatrix {
    pub project: ProjectId,
    /// The languages it is written in.
    pub edition: Edition,
    pub look: Look,
    /// Ends in `.pdf`.
    pub path: String,
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
    /// Why there is no verdict; none when there is one.
    pub unjudged: Option<Unjudged>,
    pub document: Option<VerifiedDocument>,
    pub signatures: Vec<VerifiedSignature>,
    /// Places in the signing order whose signature is still outstanding.
    pub outstanding: Vec<u32>,
    /// Whether the document states the head that was given; none when none was given.
    pub head: Option<HeadStanding>,
    /// Everything that is not as it was signed, and everything that contradicts itself, the gravest first.
    pub faults: Vec<Fault>,
    /// When the file is a trail of the journal and not a document.
    pub trail: Option<VerifiedTrail>,
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
    /// As it was signed; whether all have signed, `outstanding` says.
    Unchanged,
    Changed,
    /// `unjudged` says why.
    CannotBeJudged,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Unjudged {
    NotSigned,
    /// Signed by another program.
    OtherProgram,
    Encrypted,
    /// Neither a PDF nor a trail, or only a part of one.
    Unreadable,
    /// It is as it was signed, but what it shows is not fixed.
    NotFixed,
}

/// What a fault means for the verdict.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum FaultWeight {
    /// The file is not what was signed.
    Change,
    /// What the file shows is not fixed: there is no verdict.
    NotFixed,
    /// The file is what was signed, and contradicts itself or its certificates.
    Contradiction,
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
    /// Whom the certificate names as its issuer, when it is another; a claim, unless the identity is trusted.
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
    pub weight: FaultWeight,
    pub args: serde_json::Map<String, serde_json::Value>,
}
