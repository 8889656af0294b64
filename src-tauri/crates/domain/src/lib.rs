//! The rules of Hefu, pure: no file, clock, randomness, SQL or thread. Everything from outside comes in as
//! an argument. One module per noun; the record of a noun and its rules stand together.

pub mod acceptance;
pub mod backup;
pub mod calendar;
pub mod contract;
pub mod date;
pub mod document;
pub mod erasure;
pub mod evidence;
pub mod health;
pub mod id;
pub mod internal;
pub mod journal;
pub mod language;
pub mod mapping;
pub mod money;
pub mod morning;
pub mod noun;
pub mod party;
pub mod payment;
pub mod plan;
pub mod project;
pub mod reading;
pub mod register;
pub mod scope;
pub mod search;
pub mod synchronised;
pub mod text;
pub mod trace;
pub mod typed;
