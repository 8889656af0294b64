//! What crosses the line between the rules and whoever asks: the table of commands, their requests and views,
//! the failures a person can do something about, and the topics that tell the window what is stale.
//!
//! Dispatcher, JSON schemas, TypeScript and CLI are derived from [`command_table`].

pub mod acceptance;
pub mod calendar;
pub mod comparison;
pub mod delivery;
pub mod document;
pub mod draft;
pub mod exchange;
pub mod failure;
pub mod gate;
pub mod import;
pub mod journal;
pub mod key;
pub mod many;
pub mod notice;
pub mod party;
pub mod portfolio;
pub mod presentation;
pub mod project;
pub mod rating;
pub mod reading;
pub mod register;
pub mod register_view;
pub mod reply;
pub mod rules;
pub mod schedule;
pub mod scope;
pub mod search;
pub mod secret;
pub mod stakeholder;
pub mod table;
pub mod template;
pub mod text;
pub mod today;
pub mod update;
pub mod vendor;
pub mod work_package;
pub mod workspace;

pub use failure::Failure;
pub use reply::{Progress, Reply, Topic};
pub use secret::Secret;
pub use table::{CommandKind, CommandSpec, catalogue};
