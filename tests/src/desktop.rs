//! A desktop's session of our own: the bus by which programs find each other and, where asked for, a keychain
//! on it. Dropping it ends both.

use std::io::{self, BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Child, Command, Stdio};

use serde_json::json;
use tokio::time::{interval, timeout};

use crate::driver::{LOOK, PATIENCE};
use crate::{programs, sample};

#[derive(Debug)]
pub struct Desktop {
    bus: Child,
    keychain: Option<Child>,
    address: String,
}

impl Desktop {
    pub fn start() -> io::Result<Self> {
        let mut command = Command::new("dbus-daemon");
        command.args(["--session", "--nofork", "--nopidfile", "--print-address=1"]);
        let mut bus = command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null()).spawn()?;
        let mut address = String::new();
        if let Some(said) = bus.stdout.take() {
            BufReader::new(said).read_line(&mut address)?;
        }
        Ok(Self { bus, keychain: None, address: address.trim().to_owned() })
    }

    /// With an unlocked keychain, whose files are in `home`.
    pub fn with_keychain(home: &Path) -> io::Result<Self> {
        let mut desktop = Self::start()?;
        let mut command = Command::new("gnome-keyring-daemon");
        command.args(["--foreground", "--unlock", "--components=secrets"]);
        command.env("DBUS_SESSION_BUS_ADDRESS", &desktop.address).env("HOME", home);
        command.env("XDG_DATA_HOME", home.join("keychain")).env("XDG_RUNTIME_DIR", home);
        let mut keychain =
            command.stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::null()).spawn()?;
        if let Some(mut input) = keychain.stdin.take() {
            input.write_all(b"open")?;
        }
        desktop.keychain = Some(keychain);
        Ok(desktop)
    }

    /// Where programs find the bus.
    pub fn address(&self) -> &str {
        &self.address
    }

    /// Lets the keychain hold the key of a copy of the sample. It answers before it is unlocked, and is then asked
    /// again.
    pub async fn keep_key(&self, file: &Path) -> io::Result<()> {
        let kept = timeout(PATIENCE, async {
            let mut look = interval(LOOK);
            loop {
                let answer = self.answer_to_keeping(file)?;
                if !answer.contains("no_keychain") {
                    break io::Result::Ok(answer);
                }
                look.tick().await;
            }
        });
        let answer = kept.await.map_err(|_| io::Error::from(io::ErrorKind::TimedOut))??;
        if answer.contains("holds_key") { Ok(()) } else { Err(io::Error::other(answer)) }
    }

    fn answer_to_keeping(&self, file: &Path) -> io::Result<String> {
        let passphrase = sample::passphrase()?;
        let mut cli = programs::cli(["--passphrase-fd", "0", "--workspace"]);
        let request = json!({ "choice": "remember", "passphrase": passphrase });
        cli.arg(file).args(["call", "set_keychain"]).arg(request.to_string());
        cli.env("DBUS_SESSION_BUS_ADDRESS", &self.address);
        let mut running = cli.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn()?;
        if let Some(mut input) = running.stdin.take() {
            writeln!(input, "{passphrase}")?;
        }
        let told = running.wait_with_output()?;
        let said = [told.stdout, told.stderr].concat();
        Ok(String::from_utf8_lossy(&said).into_owned())
    }
}

impl Drop for Desktop {
    fn drop(&mut self) {
        // They may have ended by themselves; then there is nothing to end.
        for process in self.keychain.iter_mut().chain([&mut self.bus]) {
            let _ = process.kill();
            let _ = process.wait();
        }
    }
}
