//! Projects, their contract and money.

mod facts;
mod overview;
mod save;
mod structure;

pub(crate) use facts::{Facts, Paper, facts_of};
pub(crate) use overview::{list_projects, project_overview};
pub(crate) use save::{save_contract, save_payment_milestone, save_project, set_stage};
pub(crate) use structure::{duplicate_project, make, put, structure};
