//! Requirements, deliverables, criteria and the trace between them.

mod criterion;
mod deliverable;
mod import;
mod link;
mod many;
mod mapping;
mod matrix;
mod requirement;

pub(crate) use criterion::{remove_criterion, save_chapter, save_criterion};
pub(crate) use deliverable::{remove_deliverable, save_deliverable};
pub(crate) use import::{compare_import, import_table, preview_import};
pub(crate) use link::{confirm_link, link, unlink};
pub(crate) use many::{edit_criteria, edit_deliverables, edit_requirements};
pub(crate) use mapping::{list_mappings, remove_mapping, save_mapping};
pub(crate) use matrix::{Facts, scope_matrix};
pub(crate) use requirement::{remove_requirement, save_requirement};
