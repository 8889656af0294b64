//! Photographs every place of the window, every form and every verdict on a paper, in every language and both themes,
//! into `target/shots/`. With words after its name: only those whose names begin with one of them.

use std::path::{Path, PathBuf};
use std::{env, fs, io};

use fantoccini::key::Key;
use hefu_tests::forms::{self, BEGUN, WALKED};
use hefu_tests::places::Places;
use hefu_tests::sample::{Home, change_a_page, visit};
use hefu_tests::window::{Result, Window};
use hefu_tests::{places, routes};

/// As wide to its height as the window opens, and small: what is photographed for the manual is read there.
const SMALL: (u32, u32) = (1120, 700);

#[tokio::main]
async fn main() -> Result<()> {
    let home = Home::with_sample()?;
    let window = home.open().await?;
    let stands_for = places::of_sample(&window).await?;
    let papers = Papers::make()?;
    for theme in ["light", "dark"] {
        for language in ["en", "zh", "both"] {
            visit(&window, "/today").await?;
            window.click(&format!("switch-theme-{theme}")).await?;
            window.click(&format!("switch-language-{language}")).await?;
            for route in routes::all() {
                let name = route.trim_start_matches('/').replace(['/', ':'], "-").replace("--", "-");
                if !wanted(&name) {
                    continue;
                }
                visit(&window, &routes::filled(&route, |name| stands_for.of(name))).await?;
                window.picture(&format!("{name}-{language}-{theme}")).await?;
            }
            photograph_forms(&window, &stands_for, &format!("{language}-{theme}")).await?;
            papers.photograph(&window, &format!("{language}-{theme}")).await?;
        }
    }
    if wanted("unlock") {
        window.click("lock-workspace").await?;
        window.find("page-unlock").await?;
        window.picture("unlock").await?;
    }
    window.close().await
}

/// Whether a photograph was asked for; without words all are.
fn wanted(name: &str) -> bool {
    let mut words = env::args().skip(1).peekable();
    words.peek().is_none() || words.any(|word| name.starts_with(&word))
}

/// Every form as it opens, and with a day or a figure that cannot be read where it has one.
async fn photograph_forms(window: &Window, stands_for: &Places, as_seen: &str) -> Result<()> {
    for way in WALKED.into_iter().chain(BEGUN) {
        let name = format!("form-{}", way.0);
        if !wanted(&name) {
            continue;
        }
        forms::open(window, stands_for, way).await?;
        window.picture(&format!("{name}-{as_seen}")).await?;
        let first = "const line = document.querySelector(`[data-form='${arguments[0]}'] [data-kind]`);
            line?.focus();
            return line?.value ?? null;";
        let held = window.client.execute(first, vec![way.0.into()]).await?;
        if let Some(held) = held.as_str() {
            replace(window, "尽快 soon").await?;
            window.find_css("[data-reading=unread]").await?;
            window.picture(&format!("{name}-unread-{as_seen}")).await?;
            // A form that says what its record says, to the letter, leaves nothing behind.
            let nothing = char::from(Key::Delete).to_string();
            replace(window, &if held.is_empty() { nothing } else { held.replace(',', "") }).await?;
            window.press(&[Key::Tab.into()]).await?;
            let unread = "return document.querySelector('[data-reading=unread]') === null";
            window
                .wait(
                    "the line to be read",
                    async || Ok((window.script(unread).await? == true).then_some(())),
                )
                .await?;
        }
    }
    Ok(())
}

/// Replaces what the line under the hand says.
async fn replace(window: &Window, text: &str) -> Result<()> {
    window.press(&[Key::Control.into(), 'a']).await?;
    Ok(window.client.active_element().await?.send_keys(text).await?)
}

/// The three verdicts, one of them on a paper that not everybody has signed.
const STATES: [&str; 4] = ["unchanged", "open", "changed", "unjudged"];

/// One signed paper in the states that the three verdicts are given on. They lie where no name of this machine shows.
struct Papers {
    folder: PathBuf,
}

impl Papers {
    fn make() -> io::Result<Self> {
        let folder = env::temp_dir().join("received");
        let papers = Self { folder };
        for state in STATES {
            fs::create_dir_all(papers.folder.join(state))?;
        }
        let home = Home::with_sample()?;
        let signed = home.signed_paper()?;
        let bytes = fs::read(&signed)?;
        fs::write(papers.at("unchanged"), &bytes)?;
        change_a_page(&signed, &papers.at("changed"))?;
        // Each revision has its own end: the first is of the paper as it was issued, the next of the first signature.
        fs::write(papers.at("unjudged"), &bytes[..end(&bytes, 0)])?;
        fs::write(papers.at("open"), &bytes[..end(&bytes, 1)])?;
        Ok(papers)
    }

    fn at(&self, state: &str) -> PathBuf {
        self.folder.join(state).join("report.pdf")
    }

    async fn photograph(&self, window: &Window, as_seen: &str) -> Result<()> {
        for state in STATES {
            let name = format!("verify-{state}");
            if !wanted(&name) {
                continue;
            }
            visit(window, "/manual").await?;
            visit(window, &format!("/verify?path={}", encoded(&self.at(state)))).await?;
            window.find("verify-verdict").await?;
            window.picture(&format!("{name}-{as_seen}-wide")).await?;
            window.client.set_window_size(SMALL.0, SMALL.1).await?;
            window.picture(&format!("{name}-{as_seen}")).await?;
            window.client.set_window_size(1280, 800).await?;
        }
        Ok(())
    }
}

impl Drop for Papers {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.folder);
    }
}

/// Where a revision of a paper ends.
fn end(bytes: &[u8], revision: usize) -> usize {
    const END: &[u8] = b"%%EOF\n";
    let ends = bytes.windows(END.len()).enumerate().filter(|(_, here)| *here == END);
    ends.map(|(at, _)| at + END.len()).nth(revision).unwrap_or(bytes.len())
}

/// A path as it stands in the window's own address.
fn encoded(path: &Path) -> String {
    path.display().to_string().replace('/', "%2F")
}
