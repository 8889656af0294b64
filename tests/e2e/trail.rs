//! The journal in the real window: narrowed down, one trail handed out signed and checked, two moments compared.

use fantoccini::key::Key;
use hefu_tests::places;
use hefu_tests::sample::{Home, ask, change_one_byte, visit};
use hefu_tests::window::{Result, Window};
use serde_json::{Value, json};

const VIEWS: [(&str, &str); 4] = [("en", "light"), ("zh", "light"), ("both", "dark"), ("en", "dark")];

/// Opens a choice or a day by its field and types what is wanted.
async fn choose(window: &Window, testid: &str, words: &str) -> Result<()> {
    window.click(testid).await?;
    let keys = format!("{words}{}", char::from(Key::Enter));
    Ok(window.client.active_element().await?.send_keys(&keys).await?)
}

async fn look(window: &Window, language: &str, theme: &str) -> Result<()> {
    window.click(&format!("switch-theme-{theme}")).await?;
    window.click(&format!("switch-language-{language}")).await
}

/// Waits until what was found is on the screen, in its own letters.
async fn drawn(window: &Window) -> Result<()> {
    let rests = "const done = arguments[0];
        document.fonts.ready.then(() => requestAnimationFrame(() => requestAnimationFrame(() => done(true))));";
    window.client.execute_async(rests, Vec::new()).await?;
    Ok(())
}

/// A trail of the project, its title in both languages.
async fn stack(window: &Window, project: &str) -> Result<Value> {
    let list = ask(window, "list_trails", json!({})).await?;
    let mut trails = list["trails"].as_array().into_iter().flatten();
    Ok(trails.find(|trail| trail["project"] == project).cloned().unwrap_or_default())
}

#[tokio::test]
async fn the_journal_is_narrowed_down_and_one_trail_is_handed_out_and_checked() -> Result<()> {
    let home = Home::with_sample()?;
    let window = home.open().await?;
    let project = places::of_sample(&window).await?.of("project");
    let title = stack(&window, &project).await?["title"].clone();
    for (language, theme) in VIEWS {
        let side = if language == "zh" { "zh" } else { "en" };
        visit(&window, &format!("/projects/{project}/journal")).await?;
        look(&window, language, theme).await?;
        window.find("journal-table-row").await?;
        choose(&window, "filter-noun", if language == "zh" { "文件" } else { "document" }).await?;
        window.says("journal-table-row", "HC-2026-014 / PA-01").await?;
        window.find("clear-filter").await?;
        window.picture(&format!("trail-filter-{language}-{theme}")).await?;
        choose(&window, "filter-until", if language == "zh" { "2025年1月2日" } else { "2 Jan 2025" }).await?;
        window.find("journal-filtered-empty").await?;
        window.picture(&format!("trail-nothing-{language}-{theme}")).await?;
        window.click("clear-filter-here").await?;
        window.find("journal-table-row").await?;

        choose(&window, "choose-trail", title[side]["words"].as_str().unwrap_or_default()).await?;
        window.click("export-trail").await?;
        window.find("sign-trail").await?;
        window.picture(&format!("trail-export-{language}-{theme}")).await?;
        let file = home.path().join(format!("trail-{language}-{theme}.jsonl"));
        window.dialogs_answer(&[&file])?;
        window.click("sign-trail").await?;
        window.find("trail-exported").await?;
        window.picture(&format!("trail-exported-{language}-{theme}")).await?;
        window.click("show-in-verify").await?;
        window.is("verify-verdict", "data-verdict", "unchanged").await?;
        window.is("verify-trail-here", "data-standing", "here").await?;
        window.picture(&format!("trail-verify-{language}-{theme}")).await?;

        let changed = home.path().join(format!("changed-{language}-{theme}.jsonl"));
        change_one_byte(&file, &changed)?;
        let at = json!(changed.display().to_string());
        window
            .client
            .execute("location.hash = '/verify?path=' + encodeURIComponent(arguments[0])", vec![at])
            .await?;
        window.is("verify-verdict", "data-verdict", "changed").await?;
        window.picture(&format!("trail-changed-{language}-{theme}")).await?;
    }
    window.close().await
}

#[tokio::test]
async fn two_moments_of_a_record_are_compared_from_its_panel_and_from_the_journal() -> Result<()> {
    let home = Home::with_sample()?;
    let window = home.open().await?;
    let project = places::of_sample(&window).await?.of("project");
    let matrix = ask(&window, "scope_matrix", json!({ "project": project })).await?;
    let requirement = matrix["requirements"][0]["requirement"].clone();
    for (en, zh) in [
        ("Restore within 30 minutes of a failure", "故障后三十分钟内恢复"),
        (
            "Restore within 45 minutes of a failure, drilled twice a year",
            "故障后四十五分钟内恢复，每年演练两次",
        ),
    ] {
        let request = json!({ "project": project, "requirement": requirement["id"],
            "number": requirement["number"], "title": { "en": en, "zh": zh }, "priority": requirement["priority"],
            "stack": requirement["stack"], "source": requirement["source"] });
        ask(&window, "save_requirement", request).await?;
    }
    for (language, theme) in VIEWS {
        visit(&window, &format!("/projects/{project}/scope")).await?;
        look(&window, language, theme).await?;
        window.click("scope-requirements-row").await?;
        window.click("history-of-requirement").await?;
        window
            .says("compared", if language == "zh" { "每年演练两次" } else { "drilled twice a year" })
            .await?;
        window.find("piece-removed").await?;
        drawn(&window).await?;
        window.picture(&format!("comparison-{language}-{theme}")).await?;
        window.click("history-back").await?;
        window.find("page-scope").await?;
    }

    visit(&window, &format!("/projects/{project}/journal")).await?;
    // The newest entry made the record what it is now; the one before it did not.
    window.click("journal-table-row").await?;
    window.find("entry-change").await?;
    window.picture("comparison-entry").await?;
    window.click("history-of-requirement").await?;
    window.find("compare-same").await?;
    window.click("history-back").await?;
    window.click_css("[data-testid=journal-table-row]:nth-child(2)").await?;
    window.find("entry-change").await?;
    window.click("history-of-requirement").await?;
    window.says("compared", "drilled twice a year").await?;
    window.close().await
}
