//! The one window: nothing of it is kept on disk but its size, and it goes nowhere but to its own page.

use tauri::plugin::TauriPlugin;
use tauri::utils::config::Color;
use tauri::{AppHandle, Url, WebviewUrl, WebviewWindowBuilder, WindowEvent, Wry};
use tauri_plugin_window_state::StateFlags;

use crate::settings::Theme;

/// The window's name, to which the capabilities are given.
pub(crate) const LABEL: &str = "main";

/// The two names of the product; the page sets a fuller title in the reader's language.
const TITLE: &str = "Hefu 合符";

pub(crate) fn remembered() -> TauriPlugin<Wry> {
    tauri_plugin_window_state::Builder::default()
        .with_state_flags(StateFlags::SIZE | StateFlags::POSITION | StateFlags::MAXIMIZED)
        .build()
}

/// Opens the window. The paper's colour is there before the page is.
pub(crate) fn open(app: &AppHandle, theme: Theme) -> tauri::Result<()> {
    let paper = match theme {
        Theme::Light => Color(0xFB, 0xFA, 0xF7, 0xFF),
        Theme::Dark => Color(0x14, 0x17, 0x1B, 0xFF),
    };
    let window = WebviewWindowBuilder::new(app, LABEL, WebviewUrl::default())
        .title(TITLE)
        .inner_size(1280.0, 800.0)
        .min_inner_size(1024.0, 700.0)
        .background_color(paper)
        .incognito(!is_driven())
        .on_navigation(is_own_page)
        .build()?;
    let app = app.clone();
    window.on_window_event(move |event| {
        if let WindowEvent::DragDrop(event) = event {
            crate::events::dropped(&app, event);
        }
    });
    Ok(())
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
