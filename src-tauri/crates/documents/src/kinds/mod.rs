//! One folder a kind of paper: its facts and how they are composed. Sheets, which nobody signs, are a file each.

pub mod acceptance_report;
pub mod open_issue_list;
pub mod record_sheet;
pub mod recovery_sheet;
pub mod table;
