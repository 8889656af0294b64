//! The story is whole and true to itself: every reference resolves, both sides of every text say the same, and every
//! sum, tally and date follows from the rest. It is checked as it is written, before any of it becomes a record.
#![allow(clippy::unwrap_used, reason = "a helper of a test may stop it at once")]

mod clocks;
mod compliance;
mod money;
mod pairs;
mod references;
mod rows;
mod schedule;
mod scope;
