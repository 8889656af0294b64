//! What the shell tells the window unasked: a file was dropped on it, or opened from outside.

use std::path::Path;
use std::sync::{Mutex, PoisonError};

use serde::Serialize;
use tauri::ipc::Channel;
use tauri::{AppHandle, DragDropEvent, Manager, State};

use crate::arguments::Arguments;
use crate::labels;

/// One thing that happened outside the window's own page.
#[derive(Clone, Debug, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub(crate) enum Event {
    /// Files are held over the window.
    Hovering,
    /// They were taken away again.
    Left,
    /// They were let go here; absolute paths.
    Dropped { paths: Vec<String> },
    /// A second start of the program asked for this workspace; an absolute path.
    Opened { file: String },
    /// The client's window was closed.
    ClientClosed,
}

/// Where the window listens; a reload listens anew.
#[derive(Default)]
pub(crate) struct Listener(Mutex<Option<Channel<Event>>>);

impl Listener {
    pub(crate) fn tell(&self, event: Event) {
        if let Some(channel) = &*self.0.lock().unwrap_or_else(PoisonError::into_inner) {
            // A page that is being reloaded no longer listens, and has nothing to be told.
            let _ = channel.send(event);
        }
    }
}

/// Gives the window a channel of [`Event`]s.
#[tauri::command]
pub(crate) fn listen(listener: State<'_, Listener>, events: Channel<Event>) {
    *listener.0.lock().unwrap_or_else(PoisonError::into_inner) = Some(events);
}

pub(crate) fn dropped(app: &AppHandle, event: &DragDropEvent) {
    let event = match event {
        DragDropEvent::Enter { .. } => Event::Hovering,
        DragDropEvent::Leave => Event::Left,
        DragDropEvent::Drop { paths, .. } => Event::Dropped {
            paths: paths.iter().filter_map(|path| path.to_str().map(str::to_owned)).collect(),
        },
        _ => return,
    };
    app.state::<Listener>().tell(event);
}

/// The program was started again: this window comes forward, with the file that was asked for.
pub(crate) fn second_start(app: &AppHandle, arguments: &[String], folder: &Path) {
    if let Some(window) = app.get_webview_window(labels::MAIN) {
        // Coming forward is a courtesy of the desktop; where it refuses, the file is opened all the same.
        let _ = window.unminimize();
        let _ = window.set_focus();
    }
    if let Some(file) = Arguments::of(arguments.iter().skip(1).cloned(), folder).file {
        app.state::<Listener>().tell(Event::Opened { file });
    }
}
