//! What the verifier found: codes and arguments, no sentences.

mod change;

use serde::{Deserialize, Serialize};

pub use change::{Change, Finding, Place, Span, Weight};

use crate::header::TrailHeader;
use crate::record::{Method, Pair, RecordRow, Role};

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

/// The verdict on a file, apart from who signed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// Signed, and as it was when it was signed.
    Unchanged,
    /// Signed, and not as it was signed.
    Changed,
    /// This program cannot say; [`Report::unjudged`] says why.
    CannotBeJudged,
}

/// Why there is no verdict.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Unjudged {
    /// No signature in it.
    NotSigned,
    /// Signed by another program.
    OtherProgram,
    /// Read only with a password.
    Encrypted,
    /// Neither a PDF nor a trail, or only a part of one.
    Unreadable,
    /// It is as it was signed, but what it shows is not fixed.
    NotFixed,
}

/// Whether what a signature was made over is unchanged.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Integrity {
    Intact,
    Changed,
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
    /// Those among them that an older program wrote: nothing proves what an erasure took out of them.
    pub unproven: u64,
    /// What stands in the places of the texts that were taken out of the others, the first of them.
    pub left: Vec<LeftText>,
}

/// What an erasure left in the place of a text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LeftText {
    /// Number of the entry.
    pub seq: u64,
    pub text: String,
}

/// Everything the verifier can say about a file.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Report {
    /// SHA-256 of the file, lower-case hexadecimal.
    pub sha256: String,
    pub bytes: usize,
    pub verdict: Verdict,
    /// Why there is no verdict.
    pub unjudged: Option<Unjudged>,
    pub document: DocumentFacts,
    /// In the order they were made.
    pub signatures: Vec<SignatureReport>,
    /// Positions whose signature is still outstanding.
    pub unsigned_positions: Vec<u32>,
    /// All that is not as it was signed, and all that contradicts itself, the gravest first.
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
            verdict: Verdict::Unchanged,
            unjudged: None,
            document: DocumentFacts::default(),
            signatures: Vec::new(),
            unsigned_positions: Vec::new(),
            findings: Vec::new(),
            head: None,
            evidence_record: None,
            trail: None,
        }
    }

    /// Draws the verdict from what was found.
    pub(crate) fn judge(&mut self) {
        self.findings.sort_by_key(|finding| match finding.change.weight() {
            Weight::Change => 0,
            Weight::NotFixed => 1,
            Weight::Contradiction => 2,
        });
        let gravest = self.findings.first().map(|finding| finding.change.weight());
        self.verdict = match (self.unjudged, gravest) {
            (Some(_), _) => Verdict::CannotBeJudged,
            (None, Some(Weight::Change)) => Verdict::Changed,
            (None, Some(Weight::NotFixed)) => {
                self.unjudged = Some(Unjudged::NotFixed);
                Verdict::CannotBeJudged
            }
            (None, Some(Weight::Contradiction) | None) => Verdict::Unchanged,
        };
    }
}
