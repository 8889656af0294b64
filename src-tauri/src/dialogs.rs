//! Native file dialogs behind two commands. A build for end-to-end tests answers them from a file instead.

use serde::Deserialize;
use tauri::AppHandle;

/// What a dialog shows; every text was said by the window in the reader's language.
#[derive(Debug, Deserialize)]
#[cfg_attr(feature = "e2e", allow(dead_code, reason = "a test answers without showing anything"))]
pub(crate) struct Dialog {
    title: String,
    /// The name of the kind of file, and its extensions without dots.
    kind: String,
    extensions: Vec<String>,
    /// The name proposed when saving.
    #[serde(default)]
    name: String,
}

/// Asks for an existing file; its path, or nothing when the person closed the dialog.
#[tauri::command]
pub(crate) async fn choose_file(app: AppHandle, dialog: Dialog) -> Option<String> {
    tauri::async_runtime::spawn_blocking(move || port::choose(&app, dialog)).await.ok().flatten()
}

/// Asks where to save; a path whose folder exists, or nothing when the person closed the dialog.
#[tauri::command]
pub(crate) async fn save_file(app: AppHandle, dialog: Dialog) -> Option<String> {
    tauri::async_runtime::spawn_blocking(move || port::save(&app, dialog)).await.ok().flatten()
}

/// Asks for an existing folder; its path, or nothing when the person closed the dialog.
#[tauri::command]
pub(crate) async fn choose_folder(app: AppHandle, dialog: Dialog) -> Option<String> {
    tauri::async_runtime::spawn_blocking(move || port::folder(&app, dialog)).await.ok().flatten()
}

#[cfg(not(feature = "e2e"))]
mod port {
    use tauri::{AppHandle, Manager};
    use tauri_plugin_dialog::{DialogExt, FileDialogBuilder, FilePath};

    use super::Dialog;

    pub(super) fn choose(app: &AppHandle, dialog: Dialog) -> Option<String> {
        builder(app, &dialog).blocking_pick_file().and_then(path)
    }

    pub(super) fn save(app: &AppHandle, dialog: Dialog) -> Option<String> {
        builder(app, &dialog).set_file_name(dialog.name).blocking_save_file().and_then(path)
    }

    pub(super) fn folder(app: &AppHandle, dialog: Dialog) -> Option<String> {
        let builder = app.dialog().file().set_title(&dialog.title);
        over_the_window(app, builder).blocking_pick_folder().and_then(path)
    }

    fn builder(app: &AppHandle, dialog: &Dialog) -> FileDialogBuilder<tauri::Wry> {
        let extensions: Vec<&str> = dialog.extensions.iter().map(String::as_str).collect();
        let builder = app.dialog().file().set_title(&dialog.title).add_filter(&dialog.kind, &extensions);
        over_the_window(app, builder)
    }

    fn over_the_window(
        app: &AppHandle,
        builder: FileDialogBuilder<tauri::Wry>,
    ) -> FileDialogBuilder<tauri::Wry> {
        match app.get_webview_window(crate::labels::MAIN) {
            Some(window) => builder.set_parent(&window),
            None => builder,
        }
    }

    fn path(chosen: FilePath) -> Option<String> {
        chosen.into_path().ok()?.into_os_string().into_string().ok()
    }
}

#[cfg(feature = "e2e")]
mod port {
    use std::sync::Mutex;
    use std::{env, fs};

    use tauri::AppHandle;

    use super::Dialog;

    /// Names a file of paths, one a line; each dialog takes the next, and an empty line closes it.
    const ANSWERS: &str = "HEFU_DIALOG_ANSWERS";

    static TAKEN: Mutex<usize> = Mutex::new(0);

    pub(super) fn choose(_: &AppHandle, dialog: Dialog) -> Option<String> {
        answer(&dialog)
    }

    pub(super) fn save(_: &AppHandle, dialog: Dialog) -> Option<String> {
        answer(&dialog)
    }

    pub(super) fn folder(_: &AppHandle, dialog: Dialog) -> Option<String> {
        answer(&dialog)
    }

    fn answer(_: &Dialog) -> Option<String> {
        let answers = fs::read_to_string(env::var_os(ANSWERS)?).ok()?;
        let mut taken = TAKEN.lock().ok()?;
        let answer = answers.lines().nth(*taken)?;
        *taken += 1;
        (!answer.is_empty()).then(|| answer.to_owned())
    }
}
