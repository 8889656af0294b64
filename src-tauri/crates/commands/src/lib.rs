//! What a person can do: one function a command, grouped by noun. Each reads facts, asks the domain, writes once
//! through the one door and answers with a view. The dispatcher is derived from the table of commands.

#![allow(clippy::needless_pass_by_value, reason = "the dispatcher hands every command its request whole")]

mod act;
mod clipboard;
mod dispatch;
mod engine;
mod failure;
mod file;
mod identity;
mod library;
mod many;
mod outside;
mod session;

mod acceptance;
mod comparison;
mod document;
mod draft;
mod exchange;
mod journal;
mod party;
mod presentation;
mod project;
mod scope;
mod search;
mod template;
mod text;
mod update;
mod vendor;
mod workspace;

pub use clipboard::{Clipboard, NoClipboard, Picture, SystemClipboard};
pub use engine::Engine;
pub use hefu_api::update::UpdateNext;
pub use hefu_api::{Failure, Progress, Reply};
pub use outside::{Keychain, NoKeychain, Outside, SystemKeychain};
pub use update::{Installer, Package, Release};
pub use workspace::SAMPLE_PASSPHRASE;
