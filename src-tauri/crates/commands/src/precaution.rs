//! What is done before a risky act.

use hefu_domain::backup::Occasion;

use crate::failure::CommandError;
use crate::session::Action;

/// An automatic backup before a risky act. It comes before the act so that a person who regrets it tomorrow has
/// more than undo.
pub(crate) fn back_up_before(action: &mut Action<'_>, occasion: Occasion) -> Result<(), CommandError> {
    let folder = action.store.backup_folder();
    action.store.rotate_backups(&folder, action.outside.now(), occasion)?;
    Ok(())
}
