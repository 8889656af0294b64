//! What is not as it was signed, or contradicts itself: codes with their arguments, what they weigh, and where they are.

use serde::{Deserialize, Serialize};

/// What a finding means for the verdict.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Weight {
    /// The file is not what was signed.
    Change,
    /// What the file shows is not fixed: there is no verdict.
    NotFixed,
    /// The file is what was signed, and contradicts itself or its certificates.
    Contradiction,
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
    /// It stands after this signature and before the next, and belongs to none.
    pub after: Option<u32>,
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
    /// After a signature stands what is none.
    Appended,
    /// After the last signature stand only blanks and ends of lines.
    BlankAppended,
    /// Another program wrote the whole file anew after it was signed.
    WrittenAnew,
    /// A revision holds more than, or is written otherwise than, a signature's revision.
    RevisionForm,
    /// The issued file had been updated before it was signed.
    BaseUpdated,
    /// The issued file is not written as Hefu writes one: others may read something else in it.
    IssuedForm,
    /// The issued file held a signature already.
    SignatureInIssued,
    /// A reference to an object that is not there: whoever signs later could bring it.
    Dangling,
    /// A signature over a file that was no longer what the earlier ones had signed.
    SignedChanged,
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
    /// Another signed at this place than the document says.
    OtherSigner {
        stated: String,
        actual: String,
    },
    /// Signed in another role than the document says; both are codes.
    OtherRole {
        stated: String,
        actual: String,
    },
    /// The row states other heads of the journal than the document.
    OtherHeads,
    /// Something in the issued file acts: what a reader sees is not fixed.
    NotFixed {
        key: String,
    },
    /// The certificate is made out to another than the row names.
    CertificateOfOther {
        stated: String,
        actual: String,
    },
    /// Signed before the document was issued; both RFC 3339.
    BeforeIssue {
        stated: String,
        actual: String,
    },
    /// Signed before the signature that stands before it; both RFC 3339.
    BeforePrevious {
        stated: String,
        actual: String,
    },
    /// Signed when the certificate was not yet, or no longer, valid; RFC 3339.
    OutsideCertificate {
        stated: String,
        from: String,
        until: String,
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
    /// Entries of a trail are dated before the ones that they follow, so many times; the first is named. RFC 3339.
    TimeWentBack {
        seq: u64,
        at: String,
        before: String,
        times: u64,
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

impl Change {
    /// What it means for the verdict.
    pub fn weight(&self) -> Weight {
        match self {
            Self::NotFixed { .. } => Weight::NotFixed,
            Self::CertificateOfOther { .. }
            | Self::BeforeIssue { .. }
            | Self::BeforePrevious { .. }
            | Self::OutsideCertificate { .. }
            | Self::TimeWentBack { .. } => Weight::Contradiction,
            _ => Weight::Change,
        }
    }
}

/// A change and its place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Finding {
    #[serde(flatten)]
    pub change: Change,
    pub place: Place,
}
