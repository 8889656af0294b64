//! What differs between the kinds of paper: what a new one begins with, which facts and texts it prints, what stands in
//! the way of issuing it, and what its last signature does. One file a kind; [`of`] is where a kind is registered.

mod acceptance_report;
mod open_issue_list;

use chrono::NaiveDate;
use hefu_documents::Kind;
use hefu_documents::paper::Front;
use hefu_domain::document::{Document, DocumentKind, Obstacle, Subject};
use hefu_domain::project::Project;
use hefu_domain::text::Text;
use hefu_store::{Reader, WriteTx};

use super::ground::Ground;
use super::texts::Texts;
use crate::failure::CommandError;

/// What a new document begins with.
pub(super) struct Beginning {
    pub number: String,
    pub title: Text,
    pub date: Option<NaiveDate>,
    /// The paragraph before the signatures.
    pub signature: Text,
}

/// A kind of paper.
pub(super) trait Paper: Sync {
    /// Errors: the kind cannot be of this subject.
    fn begin(
        &self,
        reader: &Reader<'_>,
        project: &Project,
        subject: Subject,
    ) -> Result<Beginning, CommandError>;

    /// The facts as the client sees them, with those that every paper has. Internal fields are never selected: the
    /// types of the facts have no place for them.
    fn facts(&self, ground: Ground<'_>, front: Front) -> Result<Box<dyn Kind>, CommandError>;

    /// Adds the texts that are printed beside those of every paper.
    fn texts(&self, ground: Ground<'_>, texts: &mut Texts) -> Result<(), CommandError>;

    /// What stands in the way of issuing by the kind's own rules; `usize` is the place of a text.
    fn obstacles(&self, ground: Ground<'_>) -> Result<Vec<Obstacle<usize>>, CommandError>;

    /// What follows when the last signer has signed, on this day.
    fn signed(&self, tx: &WriteTx<'_>, document: &Document, day: NaiveDate) -> Result<(), CommandError>;
}

/// The kind's own ways.
pub(super) fn of(kind: DocumentKind) -> &'static dyn Paper {
    match kind {
        DocumentKind::AcceptanceReport => &acceptance_report::AcceptanceReport,
        DocumentKind::OpenIssueList => &open_issue_list::OpenIssueList,
    }
}
