//! The sample workspace in a scratch home, and the window opened on it.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};
use tempfile::TempDir;

use crate::programs;
use crate::window::{CommandError, Launch, Result, Window};

/// A person's home with a copy of the sample in it. Dropping it removes both.
#[derive(Debug)]
pub struct Home {
    folder: TempDir,
}

impl Home {
    /// A home with nothing in it.
    pub fn empty() -> io::Result<Self> {
        Ok(Self { folder: tempfile::tempdir()? })
    }

    /// A home in which the sample lies as `sample.hefu`.
    pub fn with_sample() -> io::Result<Self> {
        let home = Self::empty()?;
        let made = programs::cli(["sample"]).arg(home.sample()).output()?;
        if made.status.success() {
            return Ok(home);
        }
        Err(io::Error::other(String::from_utf8_lossy(&made.stderr).into_owned()))
    }

    pub fn path(&self) -> &Path {
        self.folder.path()
    }

    pub fn sample(&self) -> PathBuf {
        self.path().join("sample.hefu")
    }

    /// The report that everybody signed in the meeting, which is played in the sample without a window.
    pub fn signed_paper(&self) -> io::Result<PathBuf> {
        let paper = self.path().join("signed.pdf");
        let told = programs::cli(["story"]).arg(self.sample()).arg(&paper).output()?;
        if told.status.success() {
            return Ok(paper);
        }
        Err(io::Error::other(String::from_utf8_lossy(&told.stderr).into_owned()))
    }

    /// A copy of the signed report in which one byte is another.
    pub fn changed_paper(&self) -> io::Result<PathBuf> {
        let paper = self.path().join("changed.pdf");
        change_a_page(&self.path().join("signed.pdf"), &paper)?;
        Ok(paper)
    }

    /// Settings kept from an earlier start: `language` is `en`, `zh`, `both` or `pseudo`; `theme` `light` or `dark`.
    pub fn remember(&self, language: &str, theme: &str) -> io::Result<()> {
        self.keep(&json!({ "language": language, "theme": theme, "recent": [] }))
    }

    /// Settings kept from an earlier start, as the shell writes them; what they leave out is as on a first start.
    pub fn keep(&self, settings: &Value) -> io::Result<()> {
        let folder = self.path().join("config/app.hefu.desktop");
        fs::create_dir_all(&folder)?;
        fs::write(folder.join("settings.json"), settings.to_string())
    }

    /// The settings as the shell keeps them now.
    pub fn kept(&self) -> io::Result<Value> {
        let kept = fs::read(self.path().join("config/app.hefu.desktop/settings.json"))?;
        serde_json::from_slice(&kept).map_err(io::Error::other)
    }

    /// Opens the window on the sample and unlocks it.
    pub async fn open(&self) -> Result<Window> {
        let window = Window::open(&Launch::at(self.path()).on_sample(&self.sample())).await?;
        window.click("unlock-workspace").await?;
        window.find("page-today").await?;
        Ok(window)
    }
}

/// Copies a file with one bit of the byte in its middle turned.
pub fn change_one_byte(from: &Path, to: &Path) -> io::Result<()> {
    let mut bytes = fs::read(from)?;
    let at = bytes.len() / 2;
    bytes[at] ^= 1;
    fs::write(to, bytes)
}

/// Copies a report with one bit of a byte turned in the middle of its longest page's contents, so that the piece
/// of the file in which the verifier looks for it is of that page alone.
pub fn change_a_page(from: &Path, to: &Path) -> io::Result<()> {
    let mut bytes = fs::read(from)?;
    let (from, length) =
        longest_contents(&bytes).ok_or_else(|| io::Error::other("the paper's pages have no contents"))?;
    bytes[from + length / 2] ^= 1;
    fs::write(to, bytes)
}

/// Where the longest contents of a page are, and how long they are.
fn longest_contents(pdf: &[u8]) -> Option<(usize, usize)> {
    let after = |what: &[u8], from: usize| {
        let found = pdf.get(from..)?.windows(what.len()).position(|here| here == what)?;
        Some(from + found + what.len())
    };
    let number =
        |from: usize| -> Vec<u8> { pdf[from..].iter().copied().take_while(u8::is_ascii_digit).collect() };
    let (mut at, mut longest) = (0, None);
    while let Some(named) = after(b"/Contents ", at) {
        let object = after(&[b"\n", number(named).as_slice(), b" 0 obj"].concat(), 0)?;
        let length = String::from_utf8(number(after(b"/Length ", object)?)).ok()?.parse().ok()?;
        longest = longest.max(Some((length, after(b"stream\n", object)?)));
        at = named;
    }
    longest.map(|(length, from)| (from, length))
}

/// The published passphrase of the sample.
pub fn passphrase() -> io::Result<String> {
    let told = programs::cli(["demo-passphrase"]).output()?;
    Ok(String::from_utf8_lossy(&told.stdout).trim().to_owned())
}

/// Asks the engine behind the window, by the window's own door; the view. For finding ids, not for doing what
/// a person does with the mouse.
pub async fn ask(window: &Window, command: &str, request: Value) -> Result<Value> {
    let script = "const [command, request, done] = arguments;
        window.__TAURI_INTERNALS__.invoke('call', { command, request, ticket: 0, progress: '__CHANNEL__:0' })
            .then((reply) => done(reply.view), (failure) => done({ failure }));";
    let answer = window.client.execute_async(script, vec![json!(command), request]).await?;
    match answer.get("failure") {
        None => Ok(answer),
        Some(failure) => Err(CommandError::Io(io::Error::other(format!("{command}: {failure}")))),
    }
}

/// The window at a route, once what it shows has come to rest.
pub async fn visit(window: &Window, path: &str) -> Result<()> {
    window.client.execute("window.location.hash = arguments[0]", vec![json!(path)]).await?;
    window
        .wait(&format!("{path} to be drawn"), async || {
            let rests = "return document.querySelector('[data-testid^=page-]') !== null
                && document.querySelector('[data-testid=skeleton]') === null && document.fonts.status === 'loaded'
                && window.location.hash === '#' + arguments[0];";
            let rests = window.client.execute(rests, vec![json!(path)]).await?;
            Ok((rests == true).then_some(()))
        })
        .await
}
