//! Facts that the record does not hold yet. What is absent here is unknown, and no rule speaks of it.

use hefu_domain::id::ProjectId;
use hefu_notices::facts::{Gate, Package, Promise, Stakeholder, Waiver};
use hefu_store::Reader;

use crate::failure::Trouble;

/// The gates of a project as they were evaluated.
pub(super) fn gates(_: &Reader<'_>, _: ProjectId) -> Result<Vec<Gate>, Trouble> {
    Ok(Vec::new())
}

/// What partners hand over.
pub(super) fn packages(_: &Reader<'_>, _: ProjectId) -> Result<Vec<Package>, Trouble> {
    Ok(Vec::new())
}

/// The people of influence, and when they were met last.
pub(super) fn stakeholders(_: &Reader<'_>, _: ProjectId) -> Result<Vec<Stakeholder>, Trouble> {
    Ok(Vec::new())
}

/// What was let through for a time.
pub(super) fn waivers(_: &Reader<'_>, _: ProjectId) -> Result<Vec<Waiver>, Trouble> {
    Ok(Vec::new())
}

/// What sales promised in the hand-over.
pub(super) fn promises(_: &Reader<'_>, _: ProjectId) -> Result<Vec<Promise>, Trouble> {
    Ok(Vec::new())
}
