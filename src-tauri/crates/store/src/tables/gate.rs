//! What lets a condition of a gate through for a time; the gates themselves stand in the registers.

use hefu_domain::id::ProjectId;
use hefu_domain::register::Waiver;

use crate::error::StoreError;
use crate::reader::Reader;
use crate::record::record;

record!(Waiver);

impl Reader<'_> {
    /// The waivers of a project, by number.
    pub fn waivers_of(&self, project: ProjectId) -> Result<Vec<Waiver>, StoreError> {
        self.list("project = ?1 ORDER BY number", [project.to_string()])
    }
}
