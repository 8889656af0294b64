//! The one door from the window to the engine: a command's name and its request in, a reply or a failure out.

use std::collections::HashMap;
use std::ops::ControlFlow;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, LazyLock, Mutex, PoisonError};

use hefu_commands::{Engine, Failure, Outside, Progress, Reply};
use serde_json::Value;
use tauri::ipc::Channel;
use tauri::{AppHandle, Manager, State};

/// The engine, made off the window's thread by whoever needs it first, and the calls under way.
pub(crate) struct Calls {
    engine: LazyLock<Engine>,
    stop: Mutex<HashMap<u32, Arc<AtomicBool>>>,
}

impl Default for Calls {
    fn default() -> Self {
        Self { engine: LazyLock::new(|| Engine::new(outside())), stop: Mutex::default() }
    }
}

/// This machine, or what an end-to-end test has fixed of it.
fn outside() -> Outside {
    #[cfg(feature = "e2e")]
    return crate::fixed::outside();
    #[cfg(not(feature = "e2e"))]
    Outside::of_this_machine()
}

impl Calls {
    /// Runs a command to its end, telling nobody how far it is.
    pub(crate) fn ask(&self, command: &str, request: Value) -> Result<Reply, Failure> {
        self.engine.call(command, request, &mut |_| ControlFlow::Continue(()))
    }

    fn begin(&self, ticket: u32) -> Arc<AtomicBool> {
        let mut under_way = self.stop.lock().unwrap_or_else(PoisonError::into_inner);
        under_way.entry(ticket).or_default().clone()
    }

    fn end(&self, ticket: u32) {
        self.stop.lock().unwrap_or_else(PoisonError::into_inner).remove(&ticket);
    }
}

/// Runs a command of the table. `ticket` is any number that the window uses for one call at a time; it names
/// the call to [`cancel`]. Progress arrives on the channel. A failure rejects the promise.
#[tauri::command]
pub(crate) async fn call(
    app: AppHandle,
    command: String,
    request: Value,
    ticket: u32,
    progress: Channel<Progress>,
) -> Result<Reply, Failure> {
    let stop = app.state::<Calls>().begin(ticket);
    let worker = app.clone();
    let done = tauri::async_runtime::spawn_blocking(move || {
        let mut report = |step| {
            // The window may be gone; the work is then finished or stopped all the same.
            let _ = progress.send(step);
            if stop.load(Ordering::Relaxed) { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        };
        let calls = worker.state::<Calls>();
        calls.engine.call(&command, request, &mut report)
    });
    let outcome = done.await;
    app.state::<Calls>().end(ticket);
    outcome.unwrap_or_else(|fault| Err(Failure::Internal { reason: fault.to_string() }))
}

/// Asks a call under way to stop at its next step; a call that has ended is none the worse for it.
#[tauri::command]
pub(crate) fn cancel(calls: State<'_, Calls>, ticket: u32) {
    let under_way = calls.stop.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(stop) = under_way.get(&ticket) {
        stop.store(true, Ordering::Relaxed);
    }
}
