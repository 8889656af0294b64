//! The acceptance report 验收报告.

mod compose;
mod conclusion;
mod cover;
mod facts;
mod findings;
mod furniture;
mod logo;
mod render;
mod signing;
mod table;
mod tables;
pub(crate) mod typography;
pub(crate) mod words;

pub use facts::{
    AcceptanceReport, Chapter, Contract, DeemedAcceptance, Deliverable, Evidence, Finding, Logo, Money,
    OpenIssue, Paragraph, Party, PartyRole, Payment, PaymentState, Requirement, Signer, Tally,
};
pub use render::{LaidOut, render, render_with};
