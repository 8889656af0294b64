//! Workspaces as files: what is written, kept, brought up to date and found again.

#![allow(clippy::unwrap_used, reason = "a test that meets the unexpected fails")]

mod archive;
mod backups;
mod covered;
mod erasure;
mod file;
mod filter;
mod journal;
mod logs;
mod migration;
mod numbers;
mod place;
mod sequences;
mod support;
