//! From a letter typed into the palette to the drawn list, in the real window on the large record.

use std::path::Path;

use hefu_store::{RawKey, RecoveryKey};
use hefu_tests::window::{Launch, Window};
use serde_json::json;

use crate::corpus::Corpus;
use crate::search::{KINDS, kind_of, quantiles, query};
use crate::{Kept, Result, verdict};

const QUERIES: usize = 200;

/// Milliseconds that 99 of a hundred lists may take to be drawn at most.
const PROMISED: f64 = 50.0;

/// Types words at once, as pasting does, and waits for the frame in which what answers them is drawn.
const TYPE: &str = "const [words, done] = arguments;
    const field = document.querySelector('[data-testid=palette-words]');
    const list = document.querySelector('[data-testid=palette-list]');
    const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set;
    const before = performance.now();
    const drawn = () => list.dataset.asked === words.trim()
        ? (watch.disconnect(), requestAnimationFrame(() => done(performance.now() - before))) : undefined;
    const watch = new MutationObserver(drawn);
    watch.observe(list, { attributes: true, childList: true, subtree: true });
    set.call(field, words);
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    drawn();";

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
    let mut times = Vec::new();
    for n in 0..QUERIES {
        let words = query(kind_of(n), corpus);
        let took = window.client.execute_async(TYPE, vec![json!(words)]).await?;
        times.push(took.as_f64().ok_or("the page keeps no time")?);
    }
    window.close().await?;
    let [middle, most, longest] = quantiles(&times);
    println!("  drawn in the window, {QUERIES} queries of the same {} kinds", KINDS.len());
    println!("    all {:<22} {middle:6.2} {most:6.2} {longest:6.2}", "");
    let kept = if most < PROMISED { Kept::Yes } else { Kept::No };
    Ok(verdict("milliseconds to the drawn list, 99 of 100", most, "under 50", kept))
}
