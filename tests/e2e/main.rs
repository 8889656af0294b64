//! The real window, driven as a person drives it.

mod canary;
mod opening;
mod pseudo;
mod same_bytes;
mod second_start;
mod story;
