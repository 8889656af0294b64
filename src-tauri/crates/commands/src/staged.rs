//! Commands that leave the workspace to others while they work.

use crate::failure::CommandError;
use crate::progress::OnProgress;
use crate::session::Session;

/// A command that took out of the workspace what it needs, and writes there what it found.
pub(crate) trait Staged: Sized {
    /// What the work found.
    type Found;
    /// What the command answers with.
    type View;

    /// Works without the workspace. Errors: what it meets, cancelled.
    fn work(self, report: OnProgress<'_>) -> Result<Self::Found, CommandError>;

    /// Comes back to the workspace. Errors: it is not the one that was open; what writing meets.
    fn conclude(session: &mut Session, found: Self::Found) -> Result<Self::View, CommandError>;
}
