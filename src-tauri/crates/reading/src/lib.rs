//! What is read from outside: that it is a plain file, and how much of it is read.
//!
//! [`limits`] is the one table of all limits; [`PlainFile`] is the one door through which a file of somebody else is
//! opened. A reader is *bounded*: its file's size is looked at before anything is read; or *streaming*: its file may
//! have any size, it holds a part of it at a time and answers a cancel between two parts.

pub mod limits;
mod plain;

pub use limits::{Limit, Way};
pub use plain::{PlainFile, Unread, read};
