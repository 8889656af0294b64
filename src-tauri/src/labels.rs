//! The names of the windows, to which the capabilities are given.

/// The person's own window.
pub(crate) const MAIN: &str = "main";

/// The window for the client's eyes.
pub(crate) const CLIENT: &str = "client";
