//! No text of the window comes from anywhere but the messages or the record: in the pseudo-language every
//! message stands in «brackets», what the record says is marked, and nothing else is there to be read.

use hefu_tests::sample::{Home, visit};
use hefu_tests::window::{Launch, Result, Window};
use hefu_tests::{places, routes};

/// The texts a person can read that are neither a message nor the record.
const STRAY: &str = r#"
const stray = [];
const figures = /^[\p{N}\p{P}\p{S}\s]*$/u;
const unknown = /^«[a-z0-9]+(-[a-z0-9_]+)+»$/;
const judge = (text, element) => {
    const said = text.trim();
    if (figures.test(said) || element.closest('[data-record], textarea, style, script')) return;
    if (!(said.startsWith('«') && said.endsWith('»')) || unknown.test(said)) {
        const near = element.closest('[data-testid]');
        stray.push(`${said} (${element.tagName.toLowerCase()} in ${near ? near.dataset.testid : 'the page'})`);
    }
};
const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement;
    if (element.getClientRects().length > 0) judge(node.data, element);
}
for (const name of ['title', 'placeholder', 'aria-label', 'alt']) {
    for (const element of document.querySelectorAll(`[${name}]`)) judge(element.getAttribute(name), element);
}
return stray;
"#;

/// What of the window as it is now no message says, each with the place.
async fn stray(window: &Window, place: &str) -> Result<Vec<String>> {
    let found = window.script(STRAY).await?;
    let texts = found.as_array().into_iter().flatten();
    Ok(texts.map(|text| format!("{place}: {text}")).collect())
}

#[tokio::test]
async fn every_text_of_every_place_is_a_message_or_the_record() -> Result<()> {
    let home = Home::with_sample()?;
    home.remember("pseudo", "light")?;
    let window = home.open().await?;
    let places = places::of_sample(&window).await?;
    let mut found = Vec::new();
    for route in routes::all() {
        visit(&window, &routes::filled(&route, |name| places.of(name))).await?;
        let brackets = window.script("return document.body.innerText.split('«').length").await?;
        assert!(brackets.as_u64() > Some(3), "{route} shows hardly any message");
        found.extend(stray(&window, &route).await?);
    }
    let meeting = Home::with_sample()?;
    for (paper, verdict) in [(meeting.signed_paper()?, "unchanged"), (meeting.changed_paper()?, "changed")] {
        let path = paper.display().to_string();
        window
            .client
            .execute("location.hash = '/verify?path=' + encodeURIComponent(arguments[0])", vec![path.into()])
            .await?;
        window.is("verify-verdict", "data-verdict", verdict).await?;
        found.extend(stray(&window, verdict).await?);
    }
    assert_eq!(found, Vec::<String>::new(), "text that no message says");
    window.close().await
}

#[tokio::test]
async fn every_text_of_the_opening_screen_is_a_message() -> Result<()> {
    let home = Home::empty()?;
    home.remember("pseudo", "light")?;
    let window = Window::open(&Launch::at(home.path())).await?;
    window.find("page-unlock").await?;
    let mut found = stray(&window, "the opening screen").await?;
    window.click("new-workspace").await?;
    window.find("create-form").await?;
    found.extend(stray(&window, "the form for a new workspace").await?);
    assert_eq!(found, Vec::<String>::new(), "text that no message says");
    window.close().await
}
