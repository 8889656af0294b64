//! An empty window of the same kind, against which the start and the memory of Hefu's own are measured.

use tauri::{WebviewUrl, WebviewWindowBuilder};

fn main() -> tauri::Result<()> {
    tauri::Builder::default()
        .setup(|app| {
            let page = WebviewUrl::App("empty.html".into());
            WebviewWindowBuilder::new(app, "empty", page).inner_size(1280.0, 800.0).build()?;
            Ok(())
        })
        .run(tauri::generate_context!())
}
