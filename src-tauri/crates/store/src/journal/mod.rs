//! The audit journal: chains of entries, the images for undo, and the check of both.

mod batch;
pub mod chain;
mod changes;
mod check;
pub(crate) mod erased;
mod filter;
pub(crate) mod images;
mod list;
mod sealed;
mod undo;
mod verify;

pub use chain::{Head, Moment, trail_of};
pub use changes::{Change, Since};
pub use filter::Wanted;
pub use list::{Entry, TrailState};
pub use sealed::Sealed;
pub use undo::Reverse;
pub use verify::{Verdict, Verified};
