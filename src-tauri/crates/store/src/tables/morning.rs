//! Answers to notices, and lines of Today that are put off.

use hefu_domain::id::ProjectId;
use hefu_domain::morning::{NoticeReply, Postponement};
use uuid::Uuid;

use crate::error::StoreError;
use crate::reader::Reader;
use crate::record::record;

record!(NoticeReply);
record!(Postponement);

impl Reader<'_> {
    /// The answers to notices of a project, in the order in which they were given.
    pub fn notice_replies_of(&self, project: ProjectId) -> Result<Vec<NoticeReply>, StoreError> {
        self.list("project = ?1 ORDER BY answered, id", [project.to_string()])
    }

    /// The lines of a project that were put off, in the order in which they come back.
    pub fn postponements_of(&self, project: ProjectId) -> Result<Vec<Postponement>, StoreError> {
        self.list("project = ?1 ORDER BY until, id", [project.to_string()])
    }

    /// How this line was put off last. None: it was not.
    pub fn postponement_of(&self, line: &str, record: Uuid) -> Result<Option<Postponement>, StoreError> {
        self.first("line = ?1 AND record = ?2", [line.to_owned(), record.to_string()])
    }
}
