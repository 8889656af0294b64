//! The engine: what the window and the terminal call.

use std::ops::ControlFlow;
use std::sync::Mutex;

use hefu_api::{Failure, Progress, Reply};
use serde_json::Value;

use crate::dispatch::dispatch;
use crate::outside::Outside;
use crate::session::Session;

/// Runs the commands of the table on at most one open workspace. One call at a time touches the workspace; calculations
/// run beside it, and so does what a computation makes of the facts that it has read.
pub struct Engine {
    session: Mutex<Session>,
}

impl Engine {
    pub fn new(outside: Outside) -> Self {
        Self { session: Mutex::new(Session { outside, open: None }) }
    }

    /// Runs one command. `progress` is told how far a long one has come; breaking cancels it, and then nothing
    /// was written.
    pub fn call(
        &self,
        command: &str,
        request: Value,
        progress: &mut dyn FnMut(Progress) -> ControlFlow<()>,
    ) -> Result<Reply, Failure> {
        dispatch(&self.session, command, request, progress)
    }
}
