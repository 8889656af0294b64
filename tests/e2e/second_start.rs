//! The program is started again while its window is open: the window takes over the file, the second start ends.

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};

use hefu_tests::programs;
use hefu_tests::sample::Home;
use hefu_tests::window::{Launch, Result, Window};

/// A desktop's bus of our own. Dropping it ends it.
struct Bus {
    process: Child,
    address: String,
}

impl Bus {
    fn start() -> std::io::Result<Self> {
        let mut command = Command::new("dbus-daemon");
        command.args(["--session", "--nofork", "--nopidfile", "--print-address=1"]);
        let mut process = command.stdin(Stdio::null()).stdout(Stdio::piped()).spawn()?;
        let mut address = String::new();
        if let Some(said) = process.stdout.take() {
            BufReader::new(said).read_line(&mut address)?;
        }
        Ok(Self { process, address: address.trim().to_owned() })
    }
}

impl Drop for Bus {
    fn drop(&mut self) {
        // It may have ended with the desktop; then there is nothing to end.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

#[tokio::test]
async fn a_second_start_hands_its_file_to_the_open_window_and_ends() -> Result<()> {
    let home = Home::with_sample()?;
    let bus = Bus::start()?;
    let window = Window::open(&Launch { bus: Some(bus.address.clone()), ..Launch::at(home.path()) }).await?;
    window.find("page-unlock").await?;
    assert_eq!(window.count("open-form").await?, 0, "no file was named at the start");

    let mut second = Command::new(programs::built("hefu"));
    second.arg("sample.hefu").current_dir(home.path()).env("DBUS_SESSION_BUS_ADDRESS", &bus.address);
    second.env("HOME", home.path()).env("XDG_DATA_HOME", home.path().join("second"));
    let told = second.stdin(Stdio::null()).output()?;
    assert!(told.status.success(), "{}", String::from_utf8_lossy(&told.stderr));

    window.says("open-form", "sample.hefu").await?;
    window.close().await
}
