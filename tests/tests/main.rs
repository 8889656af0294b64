//! The record, its papers and the shape of the house, tested through the engine.

#![allow(clippy::unwrap_used, reason = "a test that meets the unexpected fails")]

mod based_on;
mod bombs;
mod cancelling;
mod clock;
mod comparing;
mod damage;
mod drafts;
mod gates;
mod history;
mod interleavings;
mod kept;
mod keys;
mod kill;
mod many;
mod overviews;
mod owners;
mod paper;
mod parties;
mod pasting;
mod presenting;
mod recipe;
mod recovery;
mod refusals;
mod register;
mod registers;
mod search;
mod secrets;
mod seeds;
mod shape;
mod signers;
mod story;
mod support;
mod templates;
mod terminal;
mod today;
mod trail;
mod undoing;
mod updating;
mod vendor;
mod words;
mod writing;
