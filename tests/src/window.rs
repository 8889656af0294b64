//! A hand on the real window: it sees, clicks, types and draws as a person does, and waits for what it looks
//! for instead of sleeping. Whatever it does not find, it photographs.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use fantoccini::actions::{InputSource, KeyAction, KeyActions, MouseActions, PointerAction};
use fantoccini::elements::Element;
use fantoccini::error::{CmdError, ErrorStatus, NewSessionError};
use fantoccini::key::Key;
use fantoccini::wd::WindowHandle;
use fantoccini::{Client, ClientBuilder, Locator};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};
use tokio::time::{interval, timeout};

use crate::driver::{Driver, LOOK, PATIENCE};
use crate::programs;

/// Answers when what a page shows is drawn: its faces and pictures there, two frames since; or after three seconds, for
/// a window that is hidden draws no frame.
const DRAWN: &str = "const done = arguments[arguments.length - 1];
    const frame = () => new Promise(requestAnimationFrame);
    const drawn = async () => {
        await frame();
        await frame();
        await document.fonts.ready;
        await Promise.all([...document.images].map((image) => image.decode().catch(() => null)));
        await frame();
    };
    const late = new Promise((resolve) => setTimeout(resolve, 3000));
    Promise.race([drawn(), late]).then(() => done(true));";

/// Draws one pixel anew until told otherwise: where nothing puts layers together, WebKit hands out a photograph when it
/// next draws something, and a page at rest draws nothing.
const STIR: &str = "const speck = document.documentElement.appendChild(document.createElement('i'));
    speck.style.cssText = 'position: fixed; inset: 0 auto auto 0; width: 1px; height: 1px;';
    let odd = false;
    window.settle = () => (clearInterval(beat), speck.remove());
    const beat = setInterval(() => { odd = !odd; speck.style.background = odd ? '#0000' : '#fff0'; }, 20);";

/// What scrolls sideways, which nothing does but tables and pages that are enlarged.
const SIDEWAYS: &str = "return [...document.querySelectorAll('body *')].filter((each) =>
        ['auto', 'scroll'].includes(getComputedStyle(each).overflowX) && each.scrollWidth > each.clientWidth + 1
            && each.checkVisibility() && !each.matches('.table, .preview-frame'))
    .map((each) => `${each.className} is ${each.scrollWidth} wide in ${each.clientWidth}`);";

/// Why the hand could not do what it was to do.
#[derive(Debug, thiserror::Error)]
pub enum CommandError {
    #[error("the window cannot be started: {0}")]
    Start(#[from] NewSessionError),
    #[error("the window does not obey: {0}")]
    Command(#[from] CmdError),
    #[error(transparent)]
    Io(#[from] io::Error),
    #[error("waited in vain for {what}; {picture} shows the window")]
    InVain { what: String, picture: String },
    #[error("{what} and is cut off; {picture} shows it")]
    Sideways { what: String, picture: String },
}

pub type Result<T> = std::result::Result<T, CommandError>;

/// How a window is started.
#[derive(Clone, Debug)]
pub struct Launch {
    /// The folder that stands for the person's home, with her configuration and temporary files.
    pub home: PathBuf,
    /// After the program's name.
    pub arguments: Vec<String>,
    /// Which program: `hefu`, or the empty window of the measurements.
    pub program: PathBuf,
    /// The address of a desktop's bus, by which a second start finds the window.
    pub bus: Option<String>,
    /// An instant (RFC 3339) and a seed in place of the machine's clock and randomness.
    pub fixed: Option<(String, u64)>,
    /// A public release key, and the file that an update is installed to in place of this copy.
    pub release: Option<(String, PathBuf)>,
    /// How WebKit draws, in place of what suits this machine.
    pub drawing: Option<Drawing>,
}

/// How WebKit draws a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Drawing {
    /// In layers that are put together for each frame, as with a graphics processor.
    Composited,
    /// Only what changed, as without one.
    Plain,
}

impl Launch {
    /// The window as built, for a person at home in `home`.
    pub fn at(home: &Path) -> Self {
        Self {
            home: home.to_owned(),
            arguments: Vec::new(),
            program: programs::built("hefu"),
            bus: None,
            fixed: None,
            release: None,
            drawing: None,
        }
    }

    /// On this workspace, with the published passphrase of the sample filled in.
    pub fn on_sample(mut self, file: &Path) -> Self {
        self.arguments = vec![file.display().to_string(), "--demo".to_owned()];
        self
    }
}

/// A running window.
#[derive(Debug)]
pub struct Window {
    /// The WebDriver session, for what has no method here.
    pub client: Client,
    home: PathBuf,
    _driver: Driver,
}

/// Whether a window of Hefu runs for the person at home here, as far as the system tells.
fn runs(home: &Path) -> bool {
    let Ok(processes) = fs::read_dir("/proc") else { return false };
    let at_home = format!("HOME={}", home.display());
    processes.flatten().any(|process| {
        let process = process.path();
        let is_window = fs::read_link(process.join("exe")).is_ok_and(|exe| exe.ends_with("hefu"));
        is_window
            && fs::read(process.join("environ"))
                .is_ok_and(|all| all.split(|byte| *byte == 0).any(|each| each == at_home.as_bytes()))
    })
}

impl Window {
    /// Starts the window at 1280×800.
    pub async fn open(launch: &Launch) -> Result<Self> {
        let home = launch.home.clone();
        fs::create_dir_all(home.join("tmp"))?;
        fs::write(home.join("answers"), "")?;
        let driver = Driver::start(|driver| {
            driver.env("HOME", &home).env("TMPDIR", home.join("tmp"));
            for (name, folder) in
                [("CONFIG", "config"), ("DATA", "data"), ("CACHE", "cache"), ("STATE", "state")]
            {
                driver.env(format!("XDG_{name}_HOME"), home.join(folder));
            }
            if let Some(bus) = &launch.bus {
                driver.env("DBUS_SESSION_BUS_ADDRESS", bus);
            }
            if let Some((instant, seed)) = &launch.fixed {
                driver.env("HEFU_FIXED", format!("{instant} {seed}"));
            }
            if let Some((key, file)) = &launch.release {
                driver.env("HEFU_RELEASE", format!("{key} {}", file.display()));
            }
            if let Some(drawing) = launch.drawing {
                let plain = if drawing == Drawing::Plain { "1" } else { "0" };
                driver.env("WEBKIT_DISABLE_COMPOSITING_MODE", plain);
            }
            driver.env("HEFU_DIALOG_ANSWERS", home.join("answers"));
            // The driver of the screen would write into the home after it is thrown away.
            driver.env("MESA_SHADER_CACHE_DISABLE", "true");
        })
        .await?;
        let options = json!({ "application": launch.program, "args": launch.arguments });
        let capabilities = [("tauri:options".to_owned(), options)].into_iter().collect();
        let mut builder = ClientBuilder::new(HttpConnector::new());
        let client = builder.capabilities(capabilities).connect(&driver.address()).await?;
        let window = Self { client, home, _driver: driver };
        // A window that is not shown yet is never told its size, and the driver would wait for that.
        let shown = "return document.visibilityState === 'visible'";
        window
            .wait("the window to be shown", async || Ok((window.script(shown).await? == true).then_some(())))
            .await?;
        window.client.set_window_size(1280, 800).await?;
        Ok(window)
    }

    /// Closes the window as its close button does, and returns when its program has let go of everything: closing is
    /// answered before.
    pub async fn close(self) -> Result<()> {
        self.client.close().await?;
        let mut looks = interval(LOOK);
        let gone = timeout(PATIENCE, async {
            while runs(&self.home) {
                looks.tick().await;
            }
        });
        // One that stays is met by whoever needs what it holds.
        let _ = gone.await;
        Ok(())
    }

    /// The windows that are open now.
    pub async fn windows(&self) -> Result<Vec<WindowHandle>> {
        Ok(self.client.windows().await?)
    }

    /// Looks at another of its windows from here on, and lays hands on that one.
    pub async fn look_at(&self, window: &WindowHandle) -> Result<()> {
        Ok(self.client.switch_to_window(window.clone()).await?)
    }

    /// What the next native dialogs answer: a path each, or an empty text for a dialog that is closed.
    pub fn dialogs_answer(&self, paths: &[&Path]) -> Result<()> {
        let file = self.home.join("answers");
        let mut answers = fs::read_to_string(&file)?;
        for path in paths {
            answers.push_str(&format!("{}\n", path.display()));
        }
        Ok(fs::write(file, answers)?)
    }

    /// The element with this `data-testid`, once it can be seen.
    pub async fn find(&self, testid: &str) -> Result<Element> {
        self.find_css(&by(testid)).await
    }

    /// The first visible element for a CSS selector, once there is one.
    pub async fn find_css(&self, css: &str) -> Result<Element> {
        self.wait(css, async || {
            for element in self.client.find_all(Locator::Css(css)).await? {
                if element.is_displayed().await? {
                    return Ok(Some(element));
                }
            }
            Ok(None)
        })
        .await
    }

    /// Clicks it, once it can be clicked.
    pub async fn click(&self, testid: &str) -> Result<()> {
        self.click_css(&by(testid)).await
    }

    /// Clicks the first visible element for a CSS selector, once it is enabled and nothing covers it.
    pub async fn click_css(&self, css: &str) -> Result<()> {
        self.wait(&format!("{css} to be clicked"), async || {
            for element in self.client.find_all(Locator::Css(css)).await? {
                if element.is_displayed().await? && element.is_enabled().await? {
                    if element.click().await.is_err() {
                        // Half of it may lie behind the edge of what it is scrolled in: a person would scroll it out.
                        let uncover = "arguments[0].scrollIntoView({ block: 'nearest' })";
                        self.client
                            .execute(
                                uncover,
                                vec![serde_json::to_value(&element).map_err(std::io::Error::other)?],
                            )
                            .await?;
                        element.click().await?;
                    }
                    return Ok(Some(()));
                }
            }
            Ok(None)
        })
        .await
    }

    /// Replaces what a field holds.
    pub async fn fill(&self, testid: &str, text: &str) -> Result<()> {
        self.click(testid).await?;
        let field = self.find(testid).await?;
        self.press(&[char::from(Key::Control), 'a']).await?;
        Ok(field.send_keys(text).await?)
    }

    /// Holds each key but the last while pressing the last.
    pub async fn press(&self, keys: &[char]) -> Result<()> {
        let mut actions = KeyActions::new("keys".to_owned());
        for value in keys {
            actions = actions.then(KeyAction::Down { value: *value });
        }
        for value in keys.iter().rev() {
            actions = actions.then(KeyAction::Up { value: *value });
        }
        Ok(self.client.perform_actions(actions).await?)
    }

    /// What it says.
    pub async fn text(&self, testid: &str) -> Result<String> {
        Ok(self.find(testid).await?.text().await?)
    }

    /// Waits until it says something that contains `part`.
    pub async fn says(&self, testid: &str, part: &str) -> Result<()> {
        let css = by(testid);
        self.wait(&format!("{testid} to say “{part}”"), async || {
            for element in self.client.find_all(Locator::Css(&css)).await? {
                if element.text().await?.contains(part) {
                    return Ok(Some(()));
                }
            }
            Ok(None)
        })
        .await
    }

    /// Waits until an attribute of it has this value.
    pub async fn is(&self, testid: &str, attribute: &str, value: &str) -> Result<()> {
        self.find_css(&format!("{}[{attribute}=\"{value}\"]", by(testid))).await.map(drop)
    }

    /// What an attribute of it holds; empty when it has none.
    pub async fn attribute(&self, testid: &str, attribute: &str) -> Result<String> {
        Ok(self.find(testid).await?.attr(attribute).await?.unwrap_or_default())
    }

    /// Whether there is one of it now with this value of an attribute.
    pub async fn find_now(&self, testid: &str, attribute: &str, value: &str) -> Result<bool> {
        let css = format!("{}[{attribute}=\"{value}\"]", by(testid));
        Ok(!self.client.find_all(Locator::Css(&css)).await?.is_empty())
    }

    /// How many of it there are now, seen or not.
    pub async fn count(&self, testid: &str) -> Result<usize> {
        Ok(self.client.find_all(Locator::Css(&by(testid))).await?.len())
    }

    /// Waits until nothing of it can be seen.
    pub async fn gone(&self, testid: &str) -> Result<()> {
        let css = by(testid);
        self.wait(&format!("{testid} to go"), async || {
            for element in self.client.find_all(Locator::Css(&css)).await? {
                if element.is_displayed().await? {
                    return Ok(None);
                }
            }
            Ok(Some(()))
        })
        .await
    }

    /// Draws on an element with the mouse: points from its centre, in pixels.
    pub async fn draw(&self, testid: &str, points: &[(f64, f64)]) -> Result<()> {
        let canvas = self.find(testid).await?;
        let mut mouse = MouseActions::new("mouse".to_owned());
        for (at, &(x, y)) in points.iter().enumerate() {
            let element = canvas.clone();
            mouse = mouse.then(PointerAction::MoveToElement { element, duration: None, x, y });
            if at == 0 {
                mouse = mouse.then(PointerAction::Down { button: 0 });
            }
        }
        mouse = mouse.then(PointerAction::Up { button: 0 });
        Ok(self.client.perform_actions(mouse).await?)
    }

    /// Drags an element with the mouse onto another, centre to centre.
    pub async fn drag(&self, testid: &str, onto: &str) -> Result<()> {
        let (from, to) = (self.find(testid).await?, self.find(onto).await?);
        let at = |element, x| PointerAction::MoveToElement { element, duration: None, x, y: 0.0 };
        let mouse = MouseActions::new("mouse".to_owned())
            .then(at(from.clone(), 0.0))
            .then(PointerAction::Down { button: 0 })
            .then(at(from, 12.0))
            .then(at(to, 0.0))
            .then(PointerAction::Up { button: 0 });
        Ok(self.client.perform_actions(mouse).await?)
    }

    /// The value of a script's `return`.
    pub async fn script(&self, script: &str) -> Result<Value> {
        Ok(self.client.execute(script, Vec::new()).await?)
    }

    /// Photographs the window to `target/shots/<name>.png`; the picture's path. Nothing on it may be cut off at a side.
    pub async fn picture(&self, name: &str) -> Result<PathBuf> {
        let path = self.keep_photograph(name).await?;
        match self.script(SIDEWAYS).await?.get(0).and_then(Value::as_str) {
            None => Ok(path),
            Some(what) => {
                Err(CommandError::Sideways { what: what.to_owned(), picture: path.display().to_string() })
            }
        }
    }

    async fn keep_photograph(&self, name: &str) -> Result<PathBuf> {
        let path = programs::shots().join(format!("{name}.png"));
        fs::create_dir_all(path.parent().unwrap_or(&path))?;
        fs::write(&path, self.photograph().await?)?;
        Ok(path)
    }

    /// The window as it is once all that it shows is drawn; a PNG.
    pub async fn photograph(&self) -> Result<Vec<u8>> {
        self.client.execute_async(DRAWN, Vec::new()).await?;
        self.script(STIR).await?;
        let photograph = self.client.screenshot().await?;
        self.script("window.settle()").await?;
        Ok(photograph)
    }

    /// Looks again and again until there is something. An element that goes away while it is looked at, or is
    /// covered, is looked for again.
    pub async fn wait<T>(&self, what: &str, mut look: impl AsyncFnMut() -> Result<Option<T>>) -> Result<T> {
        let mut pause = interval(LOOK);
        let found = timeout(PATIENCE, async {
            loop {
                match look().await {
                    Ok(Some(found)) => return Ok(found),
                    Ok(None) => {}
                    Err(CommandError::Command(error)) if passes(&error) => {}
                    Err(error) => return Err(error),
                }
                pause.tick().await;
            }
        });
        match found.await {
            Ok(found) => found,
            Err(_) => {
                let name = format!("in-vain-{}", std::process::id());
                let picture = self.keep_photograph(&name).await?.display().to_string();
                Err(CommandError::InVain { what: what.to_owned(), picture })
            }
        }
    }
}

/// Whether the page merely changed between two looks.
fn passes(error: &CmdError) -> bool {
    matches!(error, CmdError::Standard(told) if matches!(
        told.error,
        ErrorStatus::StaleElementReference
            | ErrorStatus::NoSuchElement
            | ErrorStatus::ElementClickIntercepted
            | ErrorStatus::ElementNotInteractable
    ))
}

fn by(testid: &str) -> String {
    format!("[data-testid=\"{testid}\"]")
}
