//! Templates: plans kept under a name.

use hefu_domain::plan::Template;

use crate::error::StoreError;
use crate::reader::Reader;
use crate::record::record;

record!(Template);

impl Reader<'_> {
    /// Every template, the newest first.
    pub fn templates(&self) -> Result<Vec<Template>, StoreError> {
        self.list("TRUE ORDER BY made DESC, id DESC", [])
    }
}
