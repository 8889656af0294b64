//! What a person can do: one function a command, grouped by noun. Each reads facts, asks the domain, writes once
//! through the one door and answers with a view. The dispatcher is derived from the table of commands.

#![allow(clippy::needless_pass_by_value, reason = "the dispatcher hands every command its request whole")]

mod act;
mod clipboard;
mod clock;
mod count;
mod dispatch;
mod engine;
mod failure;
mod given;
mod identity;
mod library;
mod many;
mod memo;
mod outgoing;
mod outside;
mod precaution;
mod progress;
mod release;
mod request;
mod session;
mod staged;
mod stakeholder;

mod acceptance;
mod calendar;
mod comparison;
mod delivery;
mod document;
mod draft;
mod exchange;
mod gate;
mod journal;
mod notice;
mod party;
mod portfolio;
mod presentation;
mod project;
mod rating;
mod reading;
mod register;
mod rules;
mod schedule;
mod scope;
mod search;
mod template;
mod text;
mod today;
mod update;
mod vendor;
mod work_package;
mod workspace;

pub use clipboard::{Clipboard, NoClipboard, Picture, SystemClipboard};
pub use engine::Engine;
pub use failure::of_path;
pub use hefu_api::update::UpdateNext;
pub use hefu_api::{Failure, Progress, Reply};
pub use outside::{Keychain, NoKeychain, Outside, SystemKeychain};
pub use release::{Installer, Package, Release};
pub use workspace::SAMPLE_PASSPHRASE;
