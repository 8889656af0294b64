//! The real window, driven as a person drives it.

mod canary;
mod opening;
mod present;
mod pseudo;
mod story;
