//! The WebDriver that starts the window: one process and two free ports for each session.

use std::io;
use std::net::{Ipv4Addr, TcpListener};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use tokio::net::TcpStream;

/// How long anything the window is asked for may take.
pub const PATIENCE: Duration = Duration::from_secs(60);

/// How often it is looked for meanwhile.
pub const LOOK: Duration = Duration::from_millis(20);

/// A running tauri-driver. Dropping it ends it and the WebKitWebDriver it started.
#[derive(Debug)]
pub struct Driver {
    process: Child,
    port: u16,
}

impl Driver {
    /// Starts the driver named by `HEFU_TAURI_DRIVER`, or found on the path, and waits until it answers.
    /// What `prepare` sets is passed on to the window.
    pub async fn start(prepare: impl FnOnce(&mut Command)) -> io::Result<Self> {
        let program = std::env::var_os("HEFU_TAURI_DRIVER").unwrap_or_else(|| "tauri-driver".into());
        let (port, native) = two_free_ports()?;
        let mut command = Command::new(program);
        command.arg("--port").arg(port.to_string()).arg("--native-port").arg(native.to_string());
        prepare(&mut command);
        let process = command.stdin(Stdio::null()).stdout(Stdio::null()).spawn()?;
        let driver = Self { process, port };
        for port in [port, native] {
            answers(port).await?;
        }
        Ok(driver)
    }

    /// The address of its WebDriver.
    pub fn address(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        // Asked to end, it takes WebKitWebDriver along; killed, it would leave it behind.
        let asked = Command::new("kill").arg("-TERM").arg(self.process.id().to_string()).status();
        if !asked.is_ok_and(|status| status.success()) {
            let _ = self.process.kill();
        }
        let _ = self.process.wait();
    }
}

/// Both are held before either is given away, so that they differ.
fn two_free_ports() -> io::Result<(u16, u16)> {
    let first = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
    let second = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
    Ok((first.local_addr()?.port(), second.local_addr()?.port()))
}

async fn answers(port: u16) -> io::Result<()> {
    let mut look = tokio::time::interval(LOOK);
    let reached = tokio::time::timeout(PATIENCE, async {
        while TcpStream::connect((Ipv4Addr::LOCALHOST, port)).await.is_err() {
            look.tick().await;
        }
    });
    reached.await.map_err(|_| io::Error::new(io::ErrorKind::TimedOut, "the window's driver does not answer"))
}
