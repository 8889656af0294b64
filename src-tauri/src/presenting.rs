//! The client's window: a second one, for the second or shared screen. It is told which item is before the client
//! and may ask for nothing but what a client may see.

use std::sync::{Mutex, PoisonError};

use hefu_commands::{Failure, Reply};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use tauri::ipc::Channel;
use tauri::{AppHandle, Manager, Monitor, PhysicalPosition, PhysicalSize, State, WebviewWindow, WindowEvent};
use uuid::Uuid;

use crate::call::Calls;
use crate::events::{Event, Listener};
use crate::settings::{DateStyle, Language, Screen, Theme};
use crate::{labels, window};

/// The queries of the table that make a client's view.
const FOR_CLIENT: [&str; 2] = ["present_round", "present_photograph"];

/// What is before the client. It has no room for words: identities, places and choices alone pass from the
/// presenter's window to the client's.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Shown {
    round: Uuid,
    at: At,
    language: Language,
    theme: Theme,
    dates: DateStyle,
    /// Evidence whose picture fills the screen.
    photograph: Option<Uuid>,
    /// Grows whenever the record changed, so that the client's window asks again.
    beat: u32,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub(crate) enum At {
    Start,
    /// The item's place in the whole round, from 1.
    Item {
        place: u32,
    },
    End,
}

/// What is shown now, and where the client's window listens for it.
#[derive(Default)]
pub(crate) struct Presentation {
    shown: Mutex<Option<Shown>>,
    follower: Mutex<Option<Channel<Shown>>>,
}

impl Presentation {
    fn show(&self, shown: Shown) {
        if let Some(follower) = &*self.follower.lock().unwrap_or_else(PoisonError::into_inner) {
            // A window that is being closed no longer listens.
            let _ = follower.send(shown.clone());
        }
        *self.shown.lock().unwrap_or_else(PoisonError::into_inner) = Some(shown);
    }

    fn end(&self) {
        *self.follower.lock().unwrap_or_else(PoisonError::into_inner) = None;
        *self.shown.lock().unwrap_or_else(PoisonError::into_inner) = None;
    }
}

/// Opens the client's window, or shows something else in it.
#[tauri::command]
pub(crate) async fn show_client(app: AppHandle, shown: Shown) -> Result<(), String> {
    let theme = shown.theme;
    app.state::<Presentation>().show(shown);
    if app.get_webview_window(labels::CLIENT).is_some() {
        return Ok(());
    }
    open(&app, theme).map_err(|fault| fault.to_string())
}

fn open(app: &AppHandle, theme: Theme) -> tauri::Result<()> {
    let client = window::open_client(app, theme)?;
    let presenter = app.get_webview_window(labels::MAIN);
    if let Some(presenter) = &presenter {
        place(&client, presenter)?;
    }
    let handle = app.clone();
    client.on_window_event(move |event| {
        if matches!(event, WindowEvent::Destroyed) {
            handle.state::<Presentation>().end();
            handle.state::<Listener>().tell(Event::ClientClosed);
        }
    });
    client.show()?;
    // The keys and the clicker stay with the presenter.
    presenter.map_or(Ok(()), |presenter| presenter.set_focus())
}

/// On another monitor the client's window fills it; on the same one it stands beside the presenter's.
fn place(client: &WebviewWindow, presenter: &WebviewWindow) -> tauri::Result<()> {
    let here = presenter.current_monitor()?;
    let others = presenter.available_monitors()?.into_iter();
    let other =
        here.as_ref().and_then(|here| others.into_iter().find(|each| each.position() != here.position()));
    if let Some(other) = other {
        client.set_position(*other.position())?;
        return client.set_fullscreen(true);
    }
    let Some(monitor) = here else { return Ok(()) };
    client.set_position(beside(
        (presenter.outer_position()?, presenter.outer_size()?),
        client.outer_size()?,
        (*monitor.position(), right_end(&monitor)),
    ))
}

fn right_end(monitor: &Monitor) -> i32 {
    monitor.position().x + pixels(monitor.size().width)
}

fn pixels(length: u32) -> i32 {
    i32::try_from(length).unwrap_or(i32::MAX)
}

/// Right of the presenter's window, as far as the monitor goes; never left of its left end.
fn beside(
    (at, size): (PhysicalPosition<i32>, PhysicalSize<u32>),
    own: PhysicalSize<u32>,
    (monitor, end): (PhysicalPosition<i32>, i32),
) -> PhysicalPosition<i32> {
    let right = at.x.saturating_add(pixels(size.width));
    let x = right.min(end - pixels(own.width)).max(monitor.x);
    PhysicalPosition::new(x, at.y.max(monitor.y))
}

/// Closes the client's window, if it is open.
#[tauri::command]
pub(crate) async fn close_client(app: AppHandle) {
    if let Some(client) = app.get_webview_window(labels::CLIENT) {
        // One that is closing by itself is closed just the same.
        let _ = client.destroy();
    }
}

/// A desktop that refuses leaves the window as it is: presenting goes on in it.
#[tauri::command]
pub(crate) async fn fill_screen(app: AppHandle, screen: Screen) {
    if let Some(presenter) = app.get_webview_window(labels::MAIN) {
        let _ = presenter.set_fullscreen(screen == Screen::Full);
    }
}

/// Gives the client's window a channel of what is [`Shown`], beginning with what is shown now.
#[tauri::command]
pub(crate) fn follow(presentation: State<'_, Presentation>, shown: Channel<Shown>) {
    if let Some(now) = &*presentation.shown.lock().unwrap_or_else(PoisonError::into_inner) {
        // The page that asks is there to hear it.
        let _ = shown.send(now.clone());
    }
    *presentation.follower.lock().unwrap_or_else(PoisonError::into_inner) = Some(shown);
}

/// Runs one of the queries that make a client's view, and refuses every other command.
#[tauri::command]
pub(crate) async fn present(app: AppHandle, command: String, request: Value) -> Result<Reply, Failure> {
    if !may_ask(&command) {
        return Err(Failure::UnknownCommand { command });
    }
    let done = tauri::async_runtime::spawn_blocking(move || app.state::<Calls>().ask(&command, request));
    done.await.unwrap_or_else(|fault| Err(Failure::Internal { reason: fault.to_string() }))
}

fn may_ask(command: &str) -> bool {
    FOR_CLIENT.contains(&command)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn shown() -> Value {
        json!({
            "round": "7cbf49f5-2196-5751-9ca0-dd5ccd0c9f41", "at": { "kind": "item", "place": 3 },
            "language": "both", "theme": "light", "dates": "iso", "photograph": null, "beat": 4,
        })
    }

    #[test]
    fn what_is_shown_passes_as_it_is() {
        let passed: Shown = serde_json::from_value(shown()).unwrap();
        assert_eq!(serde_json::to_value(passed).unwrap(), shown());
    }

    #[test]
    fn no_word_passes_to_the_clients_window() {
        for field in ["round", "photograph", "language", "theme", "dates"] {
            let mut told = shown();
            told[field] = json!("ask for the second drill");
            assert!(serde_json::from_value::<Shown>(told).is_err(), "{field}");
        }
        let mut told = shown();
        told["note"] = json!("ask for the second drill");
        assert!(serde_json::from_value::<Shown>(told).is_err());
        let mut told = shown();
        told["at"]["note"] = json!("ask for the second drill");
        assert!(serde_json::from_value::<Shown>(told).is_err());
    }

    #[test]
    fn the_clients_window_asks_for_nothing_else() {
        assert!(may_ask("present_round") && may_ask("present_photograph"));
        for other in ["presenter_notes", "list_parties", "mark_criterion", "save_presenter_note", ""] {
            assert!(!may_ask(other), "{other}");
        }
    }

    #[test]
    fn the_clients_window_stands_beside_and_stays_on_the_monitor() {
        let own = PhysicalSize::new(960, 600);
        let screen = (PhysicalPosition::new(0, 0), 3840);
        let at =
            |x, width| beside((PhysicalPosition::new(x, 20), PhysicalSize::new(width, 800)), own, screen);
        assert_eq!(at(0, 1280), PhysicalPosition::new(1280, 20));
        assert_eq!(at(2400, 1280), PhysicalPosition::new(2880, 20));
        let narrow = (PhysicalPosition::new(0, 0), 800);
        let main = (PhysicalPosition::new(0, -5), PhysicalSize::new(800, 600));
        assert_eq!(beside(main, own, narrow), PhysicalPosition::new(0, 0));
    }
}
