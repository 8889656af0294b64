//! The windows: nothing of them is kept on disk but the size of the first, and they go nowhere but to their own
//! pages.

use std::thread;
use std::time::Duration;

use tauri::plugin::TauriPlugin;
use tauri::utils::config::Color;
use tauri::{AppHandle, Manager, Url, WebviewUrl, WebviewWindow, WebviewWindowBuilder, WindowEvent, Wry};
use tauri_plugin_window_state::StateFlags;

use crate::labels::{CLIENT, MAIN};
use crate::settings::{Settings, Theme, ThemeChoice};

/// The two names of the product; the page sets a fuller title in the reader's language.
const TITLE: &str = "Hefu 合符";

pub(crate) fn remembered() -> TauriPlugin<Wry> {
    tauri_plugin_window_state::Builder::default()
        .with_state_flags(StateFlags::SIZE | StateFlags::POSITION | StateFlags::MAXIMIZED)
        .with_filter(|label| label == MAIN)
        .build()
}

/// How long the window waits for its page before it is shown without it.
const PATIENCE: Duration = Duration::from_secs(2);

/// Opens the window, hidden until its first screen is drawn: to show it empty takes the time of a frame, and what
/// a person sees first should be what can be used.
pub(crate) fn open(app: &AppHandle, kept: &Settings) -> tauri::Result<()> {
    let theme = match kept.theme {
        ThemeChoice::Dark => Theme::Dark,
        ThemeChoice::Light | ThemeChoice::System => Theme::Light,
    };
    let window = WebviewWindowBuilder::new(app, MAIN, WebviewUrl::default())
        .title(TITLE)
        .inner_size(1280.0, 800.0)
        .min_inner_size(1024.0, 700.0)
        .background_color(paper(theme))
        .visible(false)
        .incognito(!is_driven())
        .on_navigation(is_own_page)
        .build()?;
    if kept.theme == ThemeChoice::System && window.theme()? == tauri::Theme::Dark {
        window.set_background_color(Some(paper(Theme::Dark)))?;
    }
    window.set_zoom(kept.text_size.factor())?;
    let late = window.clone();
    thread::spawn(move || {
        thread::sleep(PATIENCE);
        // A window that was closed by then has nothing to show.
        if matches!(late.is_visible(), Ok(false)) {
            let _ = late.show();
        }
    });
    let app = app.clone();
    window.on_window_event(move |event| match event {
        WindowEvent::DragDrop(event) => crate::events::dropped(&app, event),
        // Nothing is shown to a client behind the presenter's back.
        WindowEvent::Destroyed => {
            if let Some(client) = app.get_webview_window(CLIENT) {
                let _ = client.destroy();
            }
        }
        _ => {}
    });
    Ok(())
}

/// Shows the window: its first screen is drawn.
#[tauri::command]
pub(crate) fn reveal(window: WebviewWindow) {
    // A window that is being closed has nothing to show.
    let _ = window.show();
}

/// Opens the window for the client's eyes, hidden until it is in its place.
pub(crate) fn open_client(app: &AppHandle, theme: Theme) -> tauri::Result<WebviewWindow> {
    WebviewWindowBuilder::new(app, CLIENT, WebviewUrl::App("client.html".into()))
        .title(TITLE)
        .inner_size(1280.0, 720.0)
        .background_color(paper(theme))
        .visible(false)
        .focused(false)
        .incognito(!is_driven())
        .on_navigation(is_own_page)
        .build()
}

fn paper(theme: Theme) -> Color {
    match theme {
        Theme::Light => Color(0xFB, 0xFA, 0xF7, 0xFF),
        Theme::Dark => Color(0x14, 0x17, 0x1B, 0xFF),
    }
}

/// Whether a WebDriver started this window: WebKit lets none drive an incognito one. Its tests then look into
/// a profile on disk, which keeps more than the person's own window does.
fn is_driven() -> bool {
    std::env::var_os("TAURI_WEBVIEW_AUTOMATION").is_some_and(|driven| driven == "true")
}

/// The content policy does not stop a page from being replaced; this does.
fn is_own_page(to: &Url) -> bool {
    match (to.scheme(), to.host_str()) {
        ("tauri", Some("localhost")) | ("http" | "https", Some("tauri.localhost")) => true,
        ("http", Some("localhost")) => !cfg!(feature = "embedded"),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_own_page_may_be_shown() {
        for own in ["tauri://localhost/", "tauri://localhost/index.html#/scope", "http://tauri.localhost/"] {
            assert!(is_own_page(&Url::parse(own).unwrap()), "{own}");
        }
        for other in ["https://example.org/", "file:///etc/hosts", "data:text/html,x", "tauri://elsewhere/"] {
            assert!(!is_own_page(&Url::parse(other).unwrap()), "{other}");
        }
    }
}
