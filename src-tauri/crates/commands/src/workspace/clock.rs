//! The person's word that the clock of the computer is right.

use hefu_api::workspace::{ClockConfirmed, ConfirmClock};
use hefu_domain::journal::Act;

use crate::failure::CommandError;
use crate::session::Action;

pub(crate) fn confirm_clock(
    action: &mut Action<'_>,
    _: ConfirmClock,
) -> Result<ClockConfirmed, CommandError> {
    let at = action.now;
    let latest = action.reader().latest()?.unwrap_or(at).date_naive();
    action.write(None, Vec::new(), |_| Ok((Act::ClockConfirmed { latest }, ClockConfirmed { at })))
}
