//! Commands that leave the workspace to others while they work.

use crate::failure::Trouble;
use crate::progress::Report;
use crate::session::Session;

/// A command that took out of the workspace what it needs, and writes there what it found.
pub(crate) trait Staged: Sized {
    /// What the work found.
    type Found;
    /// What the command answers with.
    type View;

    /// Works without the workspace. Errors: what it meets, cancelled.
    fn work(self, report: Report<'_>) -> Result<Self::Found, Trouble>;

    /// Comes back to the workspace. Errors: it is not the one that was open; what writing meets.
    fn conclude(session: &mut Session, found: Self::Found) -> Result<Self::View, Trouble>;
}
