//! From facts to pages to PDF.
//!
//! Four layers that know only what stands before them: `layout` (how text is set) and `pdf` (how it is written, behind
//! one trait), `paper` (what every paper has) over both, and `kinds` (what a paper of one kind says) over that. Nothing here reads a file, a clock or chance: the
//! same facts with the same [`IssueContext`] give the same bytes.

mod appearance;
mod error;
mod fonts;
pub mod kinds;
mod layout;
pub mod paper;
mod pdf;
mod preview;

use chrono::{DateTime, FixedOffset};
use uuid::Uuid;

pub use appearance::{
    PAD_RATIO, RecordAppearance, SignatureAppearance, SignatureMark, record_appearance, signature_appearance,
};
pub use error::DocumentError;
pub use fonts::{FontFiles, Fonts};
pub use kinds::acceptance_report::AcceptanceReport;
pub use kinds::record_sheet::{RecordSheet, SheetField, record_sheet};
pub use kinds::recovery_sheet::{RecoverySheet, recovery_sheet};
pub use layout::cache::LayoutCache;
pub use paper::record::FILE_NAME as EVIDENCE_RECORD;
pub use paper::{Kind, LaidOut, render, render_with};
pub use preview::preview;

/// What a document takes from outside its facts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IssueContext {
    /// The moment of issuing, to the second.
    pub issued_at: DateTime<FixedOffset>,
    pub document_id: Uuid,
    pub watermark: Watermark,
}

/// A draft may have texts that are missing or stale; an issued document has no watermark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Watermark {
    None,
    Draft,
}

/// A document as made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rendered {
    pub pdf: Vec<u8>,
    /// SHA-256 of `pdf`, lower-case hexadecimal.
    pub sha256: String,
    pub pages: u32,
    /// SHA-256 of `record`, lower-case hexadecimal: what every page shows.
    pub record_digest: String,
    /// The evidence record attached to the file: canonical JSON.
    pub record: Vec<u8>,
    /// The empty fields: `signature.1`, `record.1`, …, numbered in the order of the signers.
    pub fields: Vec<Field>,
}

/// An empty form field.
#[derive(Clone, Debug, PartialEq)]
pub struct Field {
    /// Full name: `signature.1`.
    pub name: String,
    /// From 1.
    pub page: u32,
    /// Lower left and upper right corner in points, from the lower left corner of the page.
    pub rect_pt: [f64; 4],
}

impl Eq for Field {}

/// How far the making of a document is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Progress {
    /// Rows set, of all.
    Setting { done: usize, total: usize },
    /// The page being drawn, from 1, of all.
    Drawing { page: usize, pages: usize },
}
