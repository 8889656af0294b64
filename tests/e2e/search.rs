//! The palette in the real window, by keys alone: in both languages, by pinyin, in spite of an error.

use fantoccini::key::Key;
use hefu_tests::places;
use hefu_tests::sample::{Home, visit};
use hefu_tests::window::{Result, Window};

/// Opens the palette, types, and waits until what is listed answers these words.
async fn search(window: &Window, words: &str) -> Result<()> {
    window.press(&[char::from(Key::Control), 'k']).await?;
    window.find("palette-words").await?.send_keys(words).await?;
    window.is("palette-list", "data-asked", words).await
}

async fn marks(window: &Window) -> Result<Vec<String>> {
    let script =
        "return [...document.querySelectorAll('[data-testid=palette] mark')].map((mark) => mark.textContent)";
    let found = window.script(script).await?;
    Ok(found.as_array().into_iter().flatten().filter_map(|mark| Some(mark.as_str()?.to_owned())).collect())
}

async fn escape(window: &Window) -> Result<()> {
    window.press(&[char::from(Key::Escape)]).await?;
    window.gone("palette").await
}

#[tokio::test]
async fn a_record_is_found_in_every_way_and_enter_opens_it() -> Result<()> {
    let home = Home::with_sample()?;
    let window = home.open().await?;
    let places = places::of_sample(&window).await?;
    for (language, theme) in [("en", "light"), ("zh", "light"), ("both", "dark")] {
        visit(&window, "/today").await?;
        window.click(&format!("switch-theme-{theme}")).await?;
        window.click(&format!("switch-language-{language}")).await?;
        window.press(&[char::from(Key::Control), 'k']).await?;
        window.find("palette-places").await?;
        window.picture(&format!("palette-empty-{language}-{theme}")).await?;
        escape(&window).await?;
        for (words, mark, name) in [
            ("验收", "验收", "han"),
            ("ys", "验收", "initials"),
            ("preliminery acceptence", "Preliminary", "mistyped"),
        ] {
            search(&window, words).await?;
            window.says("palette-documents", "HC-2026-014 / PA-01").await?;
            let marks = marks(&window).await?;
            assert!(marks.iter().any(|found| found == mark), "{words} marks {marks:?}");
            window.picture(&format!("palette-{name}-{language}-{theme}")).await?;
            escape(&window).await?;
        }
    }

    // A gate is called so as well: the paper is asked for by its whole title.
    search(&window, "preliminery acceptence report").await?;
    window.press(&[char::from(Key::Enter)]).await?;
    window.gone("palette").await?;
    window.find("page-document").await?;
    assert!(
        window
            .client
            .current_url()
            .await?
            .as_str()
            .ends_with(&format!("?document={}", places.of("document")))
    );

    // Another record of a page that is there already, and the same again after its panel was left.
    for _ in 0..2 {
        search(&window, "R-025").await?;
        window.press(&[char::from(Key::Enter)]).await?;
        window.says("scope-panel", "R-025").await?;
        search(&window, "D-18").await?;
        window.press(&[char::from(Key::Enter)]).await?;
        window.says("scope-panel", "D-18").await?;
    }
    search(&window, "zwq").await?;
    window.press(&[char::from(Key::Enter)]).await?;
    window.says("person-panel", "Zhao Wenqi").await?;
    search(&window, "OI-02").await?;
    window.press(&[char::from(Key::Enter)]).await?;
    window.find("page-acceptance").await?;
    window.find("acceptance-issue-panel").await?;
    window.close().await
}

#[tokio::test]
async fn while_someone_types_into_a_field_the_key_opens_the_palette_and_closing_gives_the_field_back()
-> Result<()> {
    let home = Home::with_sample()?;
    let window = home.open().await?;
    let places = places::of_sample(&window).await?;
    visit(&window, &format!("/projects/{}/acceptance", places.of("project"))).await?;
    window.find("acceptance-remark-en").await?.click().await?;
    window.press(&[char::from(Key::Control), 'k']).await?;
    window.find("palette-words").await?;
    escape(&window).await?;
    let focused = window.script("return document.activeElement.dataset.testid").await?;
    assert_eq!(focused, "acceptance-remark-en");
    window.close().await
}
