//! The real window, driven as a person drives it.

mod canary;
mod opening;
mod pseudo;
mod recovery;
mod story;
