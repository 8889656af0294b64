//! Texts as functions: what they say, and what the build refuses.

#![allow(clippy::unwrap_used, reason = "a test that meets the unexpected fails")]

mod build;
mod messages;
