//! What the program notices by itself (程序提示): named rules over plain facts, each in a file with its reason. A notice
//! proposes a risk or an action, says on what facts, and is raised once for the same facts.

pub mod facts;
mod notice;
mod rules;
#[cfg(test)]
mod testing;

pub use notice::{Notice, Proposal, Record, RuleName};
pub use rules::{find, new};
