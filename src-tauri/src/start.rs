//! What the window is started with: the command line and the settings of last time.

use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};
use std::thread::{self, JoinHandle};
use std::{env, ffi};

use serde::Serialize;
use serde_json::json;
use serde_json::value::RawValue;
use tauri::{AppHandle, Manager};

use crate::call::Calls;
use crate::settings::{self, Settings};

/// `hefu [FILE] [--demo]`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Arguments {
    /// The workspace to open; an absolute path.
    pub(crate) file: Option<String>,
    /// Whether the published passphrase of the sample is filled in.
    pub(crate) passphrase: Passphrase,
}

/// Who types the passphrase.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Passphrase {
    #[default]
    Typed,
    OfTheSample,
}

impl Arguments {
    pub(crate) fn of_this_process() -> Self {
        let given = env::args_os().skip(1).map(ffi::OsString::into_string).filter_map(Result::ok);
        Self::of(given, &env::current_dir().unwrap_or_default())
    }

    /// Reads what was given after the program's name, in `folder`. Of several files the first counts; an
    /// option of the webview or the desktop that this program does not know is passed over.
    pub(crate) fn of(given: impl Iterator<Item = String>, folder: &Path) -> Self {
        let mut read = Self::default();
        for each in given {
            if each == "--demo" {
                read.passphrase = Passphrase::OfTheSample;
            } else if !each.starts_with('-') && read.file.is_none() {
                read.file = folder.join(PathBuf::from(each)).into_os_string().into_string().ok();
            }
        }
        read
    }
}

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

#[cfg(test)]
mod tests {
    use super::*;

    fn of(given: &[&str]) -> Arguments {
        Arguments::of(given.iter().map(ToString::to_string), Path::new("/home/li"))
    }

    #[test]
    fn a_file_is_taken_from_the_folder_of_the_start() {
        assert_eq!(of(&["a.hefu"]).file.as_deref(), Some("/home/li/a.hefu"));
        assert_eq!(of(&["/b/项目.hefu", "c.hefu"]).file.as_deref(), Some("/b/项目.hefu"));
        assert_eq!(of(&[]), Arguments::default());
    }

    #[test]
    fn the_sample_passphrase_is_filled_in_only_when_asked() {
        assert_eq!(of(&["--demo", "a.hefu"]).passphrase, Passphrase::OfTheSample);
        assert_eq!(of(&["--other", "a.hefu"]).passphrase, Passphrase::Typed);
    }
}
