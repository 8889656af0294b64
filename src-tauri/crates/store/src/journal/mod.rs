//! The audit journal in the file: chains of entries, the images for undo, and what a check of both looks at.

pub(crate) mod batch;
pub mod chain;
pub(crate) mod changes;
pub(crate) mod check;
pub(crate) mod erased;
pub(crate) mod images;
pub(crate) mod list;
mod newest;
pub(crate) mod raise;
mod standing;
pub(crate) mod verdict;

pub use chain::{Head, Moment, trail_of};
pub use verdict::{LeftText, RowFault, Verdict, Verified, WentBack};
