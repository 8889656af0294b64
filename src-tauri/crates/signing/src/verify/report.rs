//! What the verifier found: codes and arguments, no sentences.

use serde::{Deserialize, Serialize};

use crate::record::{Method, Pair, RecordRow, Role};
use crate::trail::TrailHeader;

/// What the reader brings along.
#[derive(Clone, Debug, Default)]
pub struct Given {
    /// A journal head `trail seq hash` which the document should state.
    pub head: Option<String>,
    /// SHA-256 (lower-case hexadecimal) which the file should have.
    pub sha256: Option<String>,
    /// SHA-256 (lower-case hexadecimal) of certificates whose holder the reader knows.
    pub known_certificates: Vec<String>,
    /// Certificates (DER) of authorities which the reader trusts.
    pub roots: Vec<Vec<u8>>,
    pub effort: Effort,
}

/// How far a file is looked at.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Effort {
    /// Everything that can be said.
    #[default]
    Everything,
    /// Until it is certain that the file was changed; the report is then not complete.
    FirstFinding,
}

/// The verdict on a file or a signature, apart from who signed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Integrity {
    /// Signed, and as it was when it was signed.
    Intact,
    /// Signed, and not as it was signed.
    Changed,
    /// No signature in it.
    NotSigned,
    /// Not a PDF, or one that cannot be read.
    Unreadable,
}

/// What is known of who signed. A key proves that one hand signed, not whose it was.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "proof")]
pub enum Proof {
    /// A key made in the room; these people attested who used it. Not proven by the file.
    Attested { by: Vec<String> },
    /// A certificate its holder made himself, attested by nobody.
    SelfStated,
    /// A certificate the reader knows by its digest.
    Known,
    /// Another issued the certificate; the reader has not said that he trusts the issuer.
    Issued { by: String },
    /// Certified by an authority the reader trusts.
    Trusted { root: String },
}

/// A signer's certificate.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CertificateFacts {
    /// SHA-256, lower-case hexadecimal.
    pub sha256: String,
    pub subject: String,
    pub issuer: String,
    /// RFC 3339.
    pub not_before: String,
    /// RFC 3339.
    pub not_after: String,
}

/// Bytes of the file: from the first to before the last, counted from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Span {
    pub from: usize,
    pub to: usize,
}

/// Where a finding is; what is not known is `None`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Place {
    /// 0 is the issued file, each signature makes the next.
    pub revision: Option<u32>,
    pub bytes: Option<Span>,
    /// Number of the object in the file.
    pub object: Option<u32>,
    /// From 1.
    pub page: Option<u32>,
}

/// What is not as it was signed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "code")]
pub enum Change {
    /// Bytes that were signed are others now.
    BytesAltered,
    /// The file ends before its end.
    CutAtEnd,
    /// After the last signature stands what is none.
    Appended,
    /// A revision holds more than, or is written otherwise than, a signature's revision.
    RevisionForm,
    /// The issued file had been updated before it was signed.
    BaseUpdated,
    /// A signature that does not say exactly which bytes it is over.
    ByteRange,
    /// The signature's container was changed, or is not written as it must be.
    Container,
    /// A certificate is not the one the signer signed with.
    Certificate,
    /// The signature does not belong to the certificate's key.
    Signature,
    /// There is a signature, but none made for this form of document.
    ForeignSignature,
    PageAdded,
    PageRemoved,
    PagesReordered,
    /// What a page shows.
    PageContent,
    /// A property of the page, such as its size.
    PageProperty,
    AnnotationAdded,
    AnnotationRemoved,
    AnnotationChanged,
    Attachment {
        name: String,
    },
    Metadata,
    Structure,
    Outline,
    Catalog {
        key: String,
    },
    /// A field that is not the signature's own.
    Field {
        name: String,
    },
    Form,
    ObjectChanged,
    ObjectAdded,
    /// A signature with an action or script in it.
    Active {
        key: String,
    },
    /// A signature outside the fields that were made for it, or in one that was filled.
    SignatureField,
    /// The signature's row of the signing record is missing or cannot be read.
    RecordMissing,
    /// The row is of another document.
    RecordOfOtherDocument {
        stated: String,
        actual: String,
    },
    /// The row was written for another revision.
    RecordOfOtherRevision {
        stated: String,
        actual: String,
    },
    /// Row and signature contradict each other.
    RecordContradicts {
        key: String,
    },
    /// A line of a trail's file is not written as it must be.
    TrailForm {
        line: u64,
    },
    /// An entry of a trail, or what stands beside it, is not what was hashed.
    EntryChanged {
        seq: u64,
    },
    /// An entry of a trail that should stand here is gone.
    EntryMissing {
        seq: u64,
    },
    /// An entry stands where it does not belong, or belongs to another trail or another history of it.
    EntryOutOfPlace {
        seq: u64,
    },
    /// The last entry of the trail is not the head the file states.
    TrailHead {
        stated: String,
        actual: String,
    },
    /// The file is not the one the reader has the digest of.
    OtherFile {
        expected: String,
        actual: String,
    },
}

/// A change and its place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Finding {
    #[serde(flatten)]
    pub change: Change,
    pub place: Place,
}

/// One signature.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SignatureReport {
    /// Place in the signing order, from 1; `None` when its field cannot be read.
    pub position: Option<u32>,
    /// The revision it made: 1 is the first.
    pub revision: u32,
    /// Its row of the signing record, when it could be read.
    pub row: Option<RecordRow>,
    /// From the row, else the name in the certificate.
    pub signer: Pair,
    pub role: Option<Role>,
    pub method: Option<Method>,
    /// RFC 3339; as the signer's machine had it.
    pub time: Option<String>,
    /// Whether what was signed is unchanged, and the signature was made by the certificate's key.
    pub integrity: Integrity,
    pub proof: Option<Proof>,
    pub certificate: Option<CertificateFacts>,
    /// How many bytes of the file are the revision that was signed.
    pub covers_bytes: usize,
    /// What is wrong with this signature.
    pub findings: Vec<Finding>,
    /// What came after it that is not another signature.
    pub changes_after: Vec<Finding>,
}

/// Which document it is, from its evidence record.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct DocumentFacts {
    pub id: String,
    pub number: String,
    pub title: Pair,
    /// Heads of the journal before it was issued, each `trail seq hash`.
    pub heads: Vec<String>,
}

/// Whether the head that was given is one the document states, or one of an entry of the trail.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "head")]
pub enum HeadCheck {
    Stated,
    NotStated {
        stated: Vec<String>,
    },
    /// It is of another trail than this file's.
    OtherTrail {
        stated: Vec<String>,
    },
}

/// What a trail's file says of itself, and what was counted in it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TrailFacts {
    pub header: TrailHeader,
    /// Entries that were read and fit.
    pub entries: u64,
    /// Those of which a person was erased since they were written, each covered by an erasure in the file.
    pub erased: u64,
}

/// Everything the verifier can say about a file.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Report {
    /// SHA-256 of the file, lower-case hexadecimal.
    pub sha256: String,
    pub bytes: usize,
    pub integrity: Integrity,
    pub document: DocumentFacts,
    /// In the order they were made.
    pub signatures: Vec<SignatureReport>,
    /// Positions whose signature is still outstanding.
    pub unsigned_positions: Vec<u32>,
    /// All that is not as it was signed; empty when the file is intact.
    pub findings: Vec<Finding>,
    pub head: Option<HeadCheck>,
    /// The evidence record attached to the document: JSON as it was issued.
    pub evidence_record: Option<String>,
    /// When the file is a trail of the journal and not a document.
    pub trail: Option<TrailFacts>,
}

impl Report {
    /// Of a file of which nothing is known yet.
    pub(crate) fn of(file: &[u8]) -> Self {
        Self {
            sha256: String::new(),
            bytes: file.len(),
            integrity: Integrity::Intact,
            document: DocumentFacts::default(),
            signatures: Vec::new(),
            unsigned_positions: Vec::new(),
            findings: Vec::new(),
            head: None,
            evidence_record: None,
            trail: None,
        }
    }
}
