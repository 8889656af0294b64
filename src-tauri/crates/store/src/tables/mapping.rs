//! How the tables of clients are read.

use hefu_domain::id::OrganisationId;
use hefu_domain::mapping::Mapping;

use crate::error::StoreError;
use crate::reader::Reader;
use crate::record::record;

record!(Mapping);

impl Reader<'_> {
    /// The kept ways to read this organisation's tables, by name.
    pub fn mappings_of(&self, organisation: OrganisationId) -> Result<Vec<Mapping>, StoreError> {
        self.list("organisation = ?1 ORDER BY name, id", [organisation.to_string()])
    }
}
