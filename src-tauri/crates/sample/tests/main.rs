//! The sample story as records, and its data held against the domain.

#![allow(clippy::unwrap_used, reason = "a test that meets the unexpected fails")]

mod records;
mod story;
