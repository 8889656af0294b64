//! Every page by axe-core's rules, in both languages and themes; and every page by the keyboard alone.

use std::fs;

use fantoccini::key::Key;
use hefu_tests::sample::{Home, visit};
use hefu_tests::window::{Result, Window};
use hefu_tests::{places, routes};
use serde_json::Value;

/// What axe calls serious or critical, with the elements concerned.
const JUDGE: &str = "const done = arguments[arguments.length - 1];
    axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) => done(
        violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(
            ({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map(({ html }) => html.slice(0, 160)).join(' | ')}`)),
        (error) => done([String(error)]));";

/// Parts that scroll under a bar without a place of its own. Such a bar covers what lies below it, and where a page is
/// drawn without layers it shows through the dialogs above.
const COVERED: &str = "return [...document.querySelectorAll('*')].filter((each) => {
        const { overflowY, scrollbarWidth, borderLeftWidth, borderRightWidth } = getComputedStyle(each);
        return ['auto', 'scroll'].includes(overflowY) && scrollbarWidth !== 'none' && each.scrollHeight > each.clientHeight
            && each.offsetWidth - each.clientWidth - parseFloat(borderLeftWidth) - parseFloat(borderRightWidth) < 1;
    }).map((each) => `a bar covers ${each.className}`);";

/// The judge's rules; with the interface's other packages.
fn axe() -> String {
    let script = hefu_tests::checkout::root().join("ui/node_modules/axe-core/axe.min.js");
    fs::read_to_string(script).expect("axe-core is one of the interface's packages")
}

async fn faults(window: &Window, place: &str) -> Result<Vec<String>> {
    let found = [window.client.execute_async(JUDGE, Vec::new()).await?, window.script(COVERED).await?];
    let texts = found.iter().filter_map(Value::as_array).flatten().filter_map(Value::as_str);
    Ok(texts.map(|text| format!("{place}: {text}")).collect())
}

#[tokio::test]
async fn no_page_has_a_serious_fault_in_either_language_and_theme() -> Result<()> {
    let axe = axe();
    let mut found = Vec::new();
    for (language, theme) in [("en", "light"), ("zh", "dark"), ("both", "light"), ("both", "dark")] {
        let home = Home::with_sample()?;
        home.remember(language, theme)?;
        let window = home.open().await?;
        window.client.execute(&axe, Vec::new()).await?;
        let places = places::of_sample(&window).await?;
        for route in routes::all() {
            visit(&window, &routes::filled(&route, |name| places.of(name))).await?;
            found.extend(faults(&window, &format!("{route} in {language}, {theme}")).await?);
        }
        window.close().await?;
    }
    assert_eq!(found, Vec::<String>::new());
    Ok(())
}

/// What can be worked on a page now: seen, enabled, and not left to arrow keys (`tabindex="-1"`).
const WORKABLE: &str = "return [...document.querySelectorAll('button, input, textarea, select, a[href], [tabindex]')]
    .filter((each) => each.tabIndex >= 0 && !each.disabled && each.checkVisibility({ checkVisibilityCSS: true })
        && !each.closest('[aria-hidden=true], [inert]'))
    .filter((each) => each.type !== 'radio')
    .map((each, place) => { each.dataset.workable = place; return place; }).length;";

#[tokio::test]
async fn every_page_is_worked_without_a_mouse() -> Result<()> {
    let home = Home::with_sample()?;
    let window = home.open().await?;
    let places = places::of_sample(&window).await?;
    let mut unreached = Vec::new();
    for route in routes::all() {
        visit(&window, &routes::filled(&route, |name| places.of(name))).await?;
        let workable = window.script(WORKABLE).await?.as_u64().unwrap_or_default();
        // Before the client's eyes there are no controls: the page is turned by keys, which its own test presses.
        if route.ends_with("/present") {
            continue;
        }
        assert!(workable > 2, "{route} has nothing to work");
        window.script("document.activeElement.blur(); window.reached = new Set();").await?;
        let note = "document.activeElement.dataset.workable && window.reached.add(document.activeElement.dataset.workable);
            return window.reached.size;";
        // Once around and a little more: the first step goes to where the page begins.
        for _ in 0..workable + 12 {
            window.press(&[char::from(Key::Tab)]).await?;
            if window.script(note).await?.as_u64() == Some(workable) {
                break;
            }
        }
        let missed = "return [...document.querySelectorAll('[data-workable]')].filter((each) =>
            each.checkVisibility({ checkVisibilityCSS: true }) && !window.reached.has(each.dataset.workable)).map(
            (each) => each.dataset.testid || each.outerHTML.slice(0, 120));";
        let missed = window.script(missed).await?;
        let missed = missed.as_array().into_iter().flatten().filter_map(Value::as_str);
        unreached.extend(missed.map(|each| format!("{route}: {each}")));
    }
    assert_eq!(unreached, Vec::<String>::new());
    act_by_key(&window, &places).await?;
    window.close().await
}

/// A criterion is marked and the mark taken back, by keys alone.
async fn act_by_key(window: &Window, places: &places::Places) -> Result<()> {
    visit(window, &format!("/projects/{}/acceptance", places.of("project"))).await?;
    window.find("acceptance-panel").await?;
    window.script("document.activeElement.blur()").await?;
    window.press(&['1']).await?;
    window.is("acceptance-mark-passed", "aria-checked", "true").await?;
    window.press(&[char::from(Key::Control), 'z']).await?;
    window.is("acceptance-mark-not-tested", "aria-checked", "true").await
}
