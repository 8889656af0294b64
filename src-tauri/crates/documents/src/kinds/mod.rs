//! One folder a kind of document: its facts and how they are composed.

pub mod acceptance_report;
pub mod record_sheet;
pub mod recovery_sheet;
