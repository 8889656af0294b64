//! What a document is made from.

use hefu_domain::document::Document;
use hefu_domain::project::Project;
use hefu_store::Reader;

use crate::scope::Facts;

/// A document with what it is made from.
#[derive(Clone, Copy)]
pub(super) struct Ground<'a> {
    pub reader: &'a Reader<'a>,
    pub document: &'a Document,
    pub project: &'a Project,
    /// Of the project.
    pub scope: &'a Facts,
}
