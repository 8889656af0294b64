//! The audit journal: chains of entries, the images for undo, and the check of both.

mod batch;
pub mod chain;
pub(crate) mod changes;
mod check;
pub(crate) mod erased;
mod filter;
pub(crate) mod images;
mod list;
mod moments;
mod newest;
pub(crate) mod raise;
mod sealed;
mod standing;
mod undo;
mod verify;

pub use chain::{Head, Moment, trail_of};
pub use changes::{Change, Since};
pub use filter::Wanted;
pub use list::{Entry, TrailState};
pub use sealed::Sealed;
pub use undo::{Outlook, Reverse};
pub use verify::{LeftText, RowFault, Verdict, Verified, Watch, WentBack, unwatched};
