//! The program is started again while its window is open: the window takes over the file, the second start ends.

use std::process::{Command, Stdio};

use hefu_tests::desktop::Desktop;
use hefu_tests::programs;
use hefu_tests::sample::Home;
use hefu_tests::window::{Launch, Result, Window};

#[tokio::test]
async fn a_second_start_hands_its_file_to_the_open_window_and_ends() -> Result<()> {
    let home = Home::with_sample()?;
    let desktop = Desktop::start()?;
    let bus = desktop.address().to_owned();
    let window = Window::open(&Launch { bus: Some(bus.clone()), ..Launch::at(home.path()) }).await?;
    window.find("page-unlock").await?;
    assert_eq!(window.count("open-form").await?, 0, "no file was named at the start");

    let mut second = Command::new(programs::built("hefu"));
    second.arg("sample.hefu").current_dir(home.path()).env("DBUS_SESSION_BUS_ADDRESS", &bus);
    second.env("HOME", home.path()).env("XDG_DATA_HOME", home.path().join("second"));
    let told = second.stdin(Stdio::null()).output()?;
    assert!(told.status.success(), "{}", String::from_utf8_lossy(&told.stderr));

    window.says("open-form", "sample.hefu").await?;
    window.close().await
}
