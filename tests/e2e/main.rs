//! The real window, driven as a person drives it.

mod opening;
mod pseudo;
