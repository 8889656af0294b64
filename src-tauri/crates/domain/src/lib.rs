//! The rules of Hefu, pure: no file, clock, randomness, SQL or thread. Everything from outside comes in as
//! an argument. One module per noun; the record of a noun and its rules stand together.

pub mod acceptance;
pub mod backup;
pub mod calendar;
pub mod date;
pub mod document;
pub mod erasure;
pub mod evidence;
pub mod id;
pub mod internal;
pub mod journal;
pub mod money;
pub mod party;
pub mod payment;
pub mod plan;
pub mod project;
pub mod scope;
pub mod search;
pub mod text;
