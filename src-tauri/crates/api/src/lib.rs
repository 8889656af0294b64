//! What crosses the line between the rules and whoever asks: the table of commands, their requests and views,
//! the failures a person can do something about, and the topics that tell the window what is stale.
//!
//! Dispatcher, JSON schemas, TypeScript and CLI are derived from [`command_table`].

pub mod acceptance;
pub mod comparison;
pub mod document;
pub mod draft;
pub mod exchange;
pub mod failure;
pub mod journal;
pub mod many;
pub mod party;
pub mod presentation;
pub mod project;
pub mod reply;
pub mod scope;
pub mod search;
pub mod table;
pub mod template;
pub mod text;
pub mod update;
pub mod vendor;
pub mod workspace;

pub use failure::Failure;
pub use reply::{Progress, Reply, Topic};
pub use table::{CommandKind, CommandSpec, catalogue};
