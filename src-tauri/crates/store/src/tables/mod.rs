//! The tables of the record, one module a noun.

mod acceptance;
mod document;
mod party;
mod plan;
mod project;
mod scope;
mod workspace;

pub use workspace::{Profile, ProfileId, Purpose};
