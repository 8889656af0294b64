//! What an open workspace tells of its journal: entries, changes, undo and redo, trails that are handed out, the check.

mod changes;
mod filter;
mod list;
mod moments;
mod sealed;
mod undo;
mod verify;

pub use changes::{Change, Since};
pub use filter::Wanted;
pub use list::TrailState;
pub use sealed::Sealed;
pub use undo::{Outlook, Reverse};
pub use verify::{Watch, unwatched};
