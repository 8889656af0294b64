//! Presenting a round to the client, and the presenter's own notes beside it.

mod bare;
mod note;
mod photograph;
mod round;

pub(crate) use note::{presenter_notes, save_presenter_note};
pub(crate) use photograph::present_photograph;
pub(crate) use round::present_round;
