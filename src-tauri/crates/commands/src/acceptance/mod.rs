//! Acceptance rounds, item by item.

mod evidence;
mod facts;
mod issue;
mod many;
mod mark;
mod round;
mod view;

pub(crate) use crate::count::count;
pub(crate) use crate::failure::state_word;
pub(crate) use crate::outgoing::write_out;
pub(crate) use evidence::{attach_evidence, attach_image, export_evidence, hold_image, remove_evidence};
pub(crate) use facts::{clock_view, must_not_be_reported, round_must_be_open};
pub(crate) use issue::save_open_issue;
pub(crate) use many::{edit_open_issues, mark_criteria};
pub(crate) use mark::{conclude_round, mark_criterion};
pub(crate) use round::{list_rounds, save_round};
pub(crate) use view::{acceptance_round, criterion};
