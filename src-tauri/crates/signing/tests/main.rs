//! Papers and trails, signed, changed and verified.

#![allow(clippy::unwrap_used, reason = "a test that meets the unexpected fails")]

mod attacks;
mod identities;
mod peers;
mod signing;
mod support;
mod tamper;
mod trail;
