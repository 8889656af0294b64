//! How far a call has come, as it is told while it goes on.

use std::ops::ControlFlow;

use hefu_api::Progress;

/// Told how far a call has come; breaking cancels it.
pub(crate) type OnProgress<'a> = &'a mut dyn FnMut(Progress) -> ControlFlow<()>;
