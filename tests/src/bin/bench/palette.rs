//! From a letter typed into the palette to the drawn list, in the real window on the large record.

use std::path::Path;

use hefu_store::{RawKey, RecoveryKey};
use hefu_tests::sample::ask;
use hefu_tests::window::{Launch, Window};
use serde_json::json;

use crate::corpus::Corpus;
use crate::search::{KINDS, kind_of, quantiles, query};
use crate::{Kept, Result, verdict};

const QUERIES: usize = 200;

/// Milliseconds that 99 of a hundred lists may take to be drawn at most.
const PROMISED: f64 = 50.0;

/// Types words at once, as pasting does, and waits until what answers them is painted.
const TYPE: &str = "const [words, done] = arguments;
    const field = document.querySelector('[data-testid=palette-words]');
    const list = document.querySelector('[data-testid=palette-list]');
    const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set;
    const before = performance.now();
    const drawn = () => list.dataset.asked === words.trim()
        ? (watch.disconnect(), requestAnimationFrame(() => painted.port2.postMessage(null))) : undefined;
    // A message sent before a frame is painted arrives after it.
    const painted = new MessageChannel();
    painted.port1.onmessage = () => done(performance.now() - before);
    const watch = new MutationObserver(drawn);
    watch.observe(list, { attributes: true, childList: true, subtree: true });
    set.call(field, words);
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    drawn();";

/// Milliseconds to the drawn list for each query.
async fn typed(window: &Window, corpus: &mut Corpus) -> Result<Vec<f64>> {
    let mut times = Vec::new();
    for n in 0..QUERIES {
        let words = query(kind_of(n), corpus);
        let took = window.client.execute_async(TYPE, vec![json!(words)]).await?;
        times.push(took.as_f64().ok_or("the page keeps no time")?);
    }
    Ok(times)
}

fn tell(when: &str, times: &[f64]) {
    let [middle, most, longest] = quantiles(times);
    println!("    {when:<26} {middle:6.2} {most:6.2} {longest:6.2}");
}

pub(crate) async fn measure(file: &Path, key: &RawKey, corpus: &mut Corpus) -> Result<Kept> {
    let home = tempfile::tempdir()?;
    let mut launch = Launch::at(home.path());
    launch.arguments = vec![file.display().to_string()];
    let window = Window::open(&launch).await?;
    window.click("unlock-by-recovery").await?;
    window.fill("unlock-recovery-key", RecoveryKey::of(key).text()).await?;
    window.click("unlock-workspace").await?;
    window.find("page-today").await?;
    window.click("open-search").await?;
    window.find("palette-words").await?;
    println!("  drawn in the window, {QUERIES} queries of the same {} kinds", KINDS.len());
    // A window that has just opened still fetches its faces and its other parts, and the engine backs the file up.
    tell("straight after opening", &typed(&window, corpus).await?);
    let fetched = "return [...document.fonts].every((face) => face.status === 'loaded')";
    window.wait("the faces", async || Ok((window.script(fetched).await? == true).then_some(()))).await?;
    ask(&window, "list_backups", json!({ "folder": null })).await?;
    let times = typed(&window, corpus).await?;
    window.close().await?;
    tell("at rest", &times);
    let [_, most, _] = quantiles(&times);
    let kept = if most < PROMISED { Kept::Yes } else { Kept::No };
    Ok(verdict("milliseconds to the drawn list, 99 of 100", most, "under 50", kept))
}
