//! Projects, their contract and money, and the first page of the morning.

mod facts;
mod overview;
mod save;
mod structure;
mod today;

pub(crate) use facts::{KeptFacts, facts_of};
pub(crate) use overview::{list_projects, project_overview};
pub(crate) use save::{save_contract, save_payment_milestone, save_project, set_stage};
pub(crate) use structure::{duplicate_project, put, structure};
pub(crate) use today::today;
