//! The frame around every page: rail, top bar and a project's sections, in a wide window and in a small one.

use fantoccini::key::Key;
use hefu_tests::places::{self, Places};
use hefu_tests::sample::{Home, visit};
use hefu_tests::window::{Result, Window};

/// Pages of a project, of the workspace, and those over all projects.
const LOOKED_AT: [&str; 7] =
    ["/today", "/projects", "overview", "acceptance", "documents", "/workspace", "/settings"];

/// As the window opens, and as small as a project's sections become a bar.
const SIZES: [(u32, u32, &str); 2] = [(1280, 800, "wide"), (1100, 700, "small")];

fn path(page: &str, places: &Places) -> String {
    if page.starts_with('/') {
        return page.to_owned();
    }
    format!("/projects/{}/{page}", places.of("project"))
}

async fn dress(window: &Window, language: &str, theme: &str) -> Result<()> {
    window.click(&format!("switch-theme-{theme}")).await?;
    window.click(&format!("switch-language-{language}")).await
}

#[tokio::test]
async fn the_frame_holds_every_page_wide_and_small() -> Result<()> {
    let home = Home::with_sample()?;
    let window = home.open().await?;
    let places = places::of_sample(&window).await?;
    for (language, theme) in [("zh", "light"), ("both", "dark"), ("en", "light")] {
        dress(&window, language, theme).await?;
        for (wide, high, name) in SIZES {
            window.client.set_window_size(wide, high).await?;
            for page in LOOKED_AT {
                visit(&window, &path(page, &places)).await?;
                // A photograph fails where anything but a table scrolls sideways.
                let of = page.trim_start_matches('/');
                window.picture(&format!("frame-{of}-{name}-{language}-{theme}")).await?;
            }
        }
    }
    window.close().await
}

#[tokio::test]
async fn a_small_window_has_its_sections_in_a_bar_that_keys_reach() -> Result<()> {
    let home = Home::with_sample()?;
    let window = home.open().await?;
    let places = places::of_sample(&window).await?;
    visit(&window, &path("overview", &places)).await?;
    window.find("section-list").await?;
    window.client.set_window_size(1100, 700).await?;
    window.find("section-bar").await?;
    window.gone("section-list").await?;
    assert_eq!(window.count("open-journal").await?, 0, "the journal is behind More");
    window.script("document.querySelector('[data-testid=more-sections]').focus()").await?;
    window.press(&[char::from(Key::Enter)]).await?;
    window.find("more-sections-list").await?;
    window.picture("frame-more").await?;
    for _ in ["acceptance", "documents", "journal"] {
        window.press(&[char::from(Key::Tab)]).await?;
    }
    window.press(&[char::from(Key::Enter)]).await?;
    window.find("page-journal").await?;
    window.is("more-sections", "aria-current", "true").await?;
    window.client.set_window_size(1280, 800).await?;
    window.find("section-list").await?;
    window.close().await
}
