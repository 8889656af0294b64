//! The audit journal: chains of entries, the images for undo, and the check of both.

pub mod chain;
mod changes;
pub(crate) mod erased;
pub(crate) mod images;
mod list;
mod undo;
mod verify;

pub use chain::{Head, Moment, trail_of};
pub use changes::{Change, Since};
pub use list::{Entry, TrailState};
pub use undo::Reverse;
pub use verify::{Verdict, Verified};
