//! The desktop window of Hefu: a frame around the interface, with no rules and no SQL of its own.
//!
//! `hefu [FILE] [--demo]` opens the window on FILE; `--demo` fills in the published passphrase of the sample.

#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]
#![allow(clippy::needless_pass_by_value, reason = "Tauri hands its commands what they ask for by value")]

#[cfg(all(feature = "e2e", not(debug_assertions)))]
compile_error!(
    "the feature `e2e` lets tests answer native dialogs and fix the clock; a release must not have it"
);

mod arguments;
mod call;
mod dialogs;
mod drawing;
mod events;
#[cfg(feature = "e2e")]
mod fixed;
mod labels;
mod presenting;
mod settings;
mod start;
mod window;

use tauri::Manager;

fn main() -> tauri::Result<()> {
    drawing::suit_machine();
    tauri::Builder::default()
        .plugin(tauri_plugin_single_instance::init(|app, arguments, folder| {
            events::second_start(app, &arguments, folder.as_ref());
        }))
        .plugin(tauri_plugin_dialog::init())
        .plugin(window::remembered())
        .invoke_handler(tauri::generate_handler![
            start::start,
            start::restart,
            window::reveal,
            events::listen,
            call::call,
            call::cancel,
            dialogs::choose_file,
            dialogs::save_file,
            dialogs::choose_folder,
            settings::keep_settings,
            presenting::show_client,
            presenting::close_client,
            presenting::fill_screen,
            presenting::follow,
            presenting::present,
        ])
        .manage(call::Calls::default())
        .manage(events::Listener::default())
        .manage(presenting::Presentation::default())
        .setup(|app| {
            let kept = settings::read(app.handle());
            app.manage(arguments::Arguments::of_this_process());
            start::prepare(app.handle());
            window::open(app.handle(), &kept)?;
            Ok(())
        })
        .run(tauri::generate_context!())
}
