//! The forms that a workspace file has had.

/// Every migration of the folder, in the order of their numbers; the format of a file is how many of them it has.
pub(crate) const MIGRATIONS: &[&str] = include!(concat!(env!("OUT_DIR"), "/migrations.rs"));

/// The format this build writes.
pub const FORMAT: u32 = MIGRATIONS.len() as u32;
