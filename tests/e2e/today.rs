//! Today in the real window, by keyboard alone: a line is done, put off and handed over, and each comes back with undo.
//! The portfolio and its line of time.

use hefu_tests::sample::{Home, ask, visit};
use hefu_tests::window::{CommandError, Result};
use serde_json::json;

const VIEWS: [(&str, &str); 4] = [("en", "light"), ("zh", "light"), ("both", "light"), ("zh", "dark")];

const ENTER: char = '\u{e007}';
const CONTROL: char = '\u{e009}';

#[tokio::test]
async fn the_morning_is_gone_through_by_keyboard_alone() -> Result<()> {
    let home = Home::with_sample()?;
    let window = home.open().await?;
    visit(&window, "/today").await?;
    window.find("today-item").await?;
    window.find("today-notice").await?;
    let before = ask(&window, "today", json!({})).await?;
    let items = before["items"].as_array().cloned().unwrap_or_default();
    let act = |name: &str| {
        let first = items
            .iter()
            .take(10)
            .position(|item| item["acts"].as_array().is_some_and(|acts| acts.contains(&json!(name))));
        first.unwrap_or_else(|| panic!("none of the first ten lines can {name}"))
    };
    // The line that can be done, then the one that can be handed over.
    for (name, key, dialog) in [("finish", 'e', None), ("hand_over", 'd', Some("today-hand-over-dialog"))] {
        for _ in 0..10 {
            window.press(&['k']).await?;
        }
        for _ in 0..act(name) {
            window.press(&['j']).await?;
        }
        window.press(&[key]).await?;
        if let Some(dialog) = dialog {
            window.find(dialog).await?;
            window.picture("today-hand-over").await?;
            window.press(&['\u{e00c}']).await?;
            window.gone(dialog).await?;
            continue;
        }
        let count = before["item_count"].as_u64().unwrap_or_default();
        window.says("today-count", &(count - 1).to_string()).await?;
        window.press(&[CONTROL, 'z']).await?;
        window.says("today-count", &count.to_string()).await?;
    }
    window.press(&['s']).await?;
    window.find("today-later-dialog").await?;
    window.picture("today-later").await?;
    window.press(&[CONTROL, ENTER]).await?;
    window.find("today-postponed").await?;
    window.press(&[CONTROL, 'z']).await?;
    window.gone("today-postponed").await?;
    let after = ask(&window, "today", json!({})).await?;
    assert_eq!(after["items"], before["items"]);
    window.close().await
}

#[tokio::test]
async fn a_notice_is_made_a_record_and_the_projects_lie_beside_one_another() -> Result<()> {
    let home = Home::with_sample()?;
    let window = home.open().await?;
    for (language, theme) in VIEWS {
        visit(&window, "/today").await?;
        window.find("today-notice").await?;
        window.click(&format!("switch-theme-{theme}")).await?;
        window.click(&format!("switch-language-{language}")).await?;
        window.picture(&format!("today-{language}-{theme}")).await?;
        visit(&window, "/projects").await?;
        for (view, part) in [("portfolio", "portfolio-table"), ("timeline", "timeline-row")] {
            window.click(&format!("projects-view-{view}")).await?;
            window.find(part).await?;
            window.picture(&format!("{view}-{language}-{theme}")).await?;
        }
    }
    visit(&window, "/today").await?;
    let count = async || Ok::<_, CommandError>(ask(&window, "notices", json!({})).await?["count"].as_u64());
    let before = count().await?;
    window.click("notice-accept").await?;
    window.wait("the notice is answered", async || Ok((count().await? < before).then_some(()))).await?;
    window.click("undo-act").await?;
    window.wait("the notice is back", async || Ok((count().await? == before).then_some(()))).await?;
    window.close().await
}
