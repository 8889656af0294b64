//! What the window is started with: the file asked for, the settings of last time, and the engine made ready.

use std::sync::{Mutex, PoisonError};
use std::thread::{self, JoinHandle};

use serde::Serialize;
use serde_json::json;
use serde_json::value::RawValue;
use tauri::{AppHandle, Manager};

use crate::arguments::{Arguments, Passphrase};
use crate::call::Calls;
use crate::settings::{self, Settings};

/// What the window needs before its first screen.
#[derive(Debug, Serialize)]
pub(crate) struct Start {
    file: Option<String>,
    /// Only ever the published one of the sample.
    passphrase: Option<&'static str>,
    settings: Settings,
    /// The answer to `workspace_status`; none when the engine could not say.
    workspace: Option<Box<RawValue>>,
}

/// Readies the engine while the page is on its way: the workspace asked for, or else the last one, is opened
/// when the keychain holds its key. Where it does not, the first screen asks for the passphrase.
pub(crate) fn prepare(app: &AppHandle) {
    let engine = app.clone();
    let prepared = thread::spawn(move || {
        let calls = engine.state::<Calls>();
        let arguments = engine.state::<Arguments>();
        let file = arguments.file.clone().or_else(|| settings::read(&engine).recent.into_iter().next());
        if let Some(path) = file.filter(|_| arguments.passphrase == Passphrase::Typed) {
            let _ = calls.ask("open_workspace", json!({ "path": path, "key": { "by": "keychain" } }));
        }
    });
    app.manage(Prepared(Mutex::new(Some(prepared))));
}

/// The thread that readies the engine, until somebody has waited for it.
pub(crate) struct Prepared(Mutex<Option<JoinHandle<()>>>);

#[tauri::command]
pub(crate) async fn start(app: AppHandle) -> Result<Start, String> {
    tauri::async_runtime::spawn_blocking(move || {
        let prepared = app.state::<Prepared>().0.lock().unwrap_or_else(PoisonError::into_inner).take();
        // Had it failed, the workspace would not be open, and that is what the status says.
        let _ = prepared.map(JoinHandle::join);
        let status = app.state::<Calls>().ask("workspace_status", json!({}));
        let arguments = app.state::<Arguments>();
        let passphrase = match arguments.passphrase {
            Passphrase::Typed => None,
            Passphrase::OfTheSample => Some(hefu_commands::SAMPLE_PASSPHRASE),
        };
        let workspace = status.ok().map(|reply| reply.view);
        Start { file: arguments.file.clone(), passphrase, settings: settings::read(&app), workspace }
    })
    .await
    .map_err(|fault| fault.to_string())
}

/// Ends this program and starts the one that is installed now, as this one was started.
#[tauri::command]
pub(crate) fn restart(app: AppHandle) {
    app.request_restart();
}
