//! Gates of a project: how each stands by its conditions, who lets it through, and what is let through for a time.

mod acts;
mod facts;
mod named;
mod set_up;
mod view;
mod waiver;

#[cfg(test)]
mod tests;

pub(crate) use acts::{confirm_condition, pass_gate};
pub(crate) use facts::{Ground, state};
pub(crate) use set_up::set_up_lifecycle;
pub(crate) use view::gates;
pub(crate) use waiver::{end_waiver, grant_waiver};
