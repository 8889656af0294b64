//! Parties in the real window: people are placed between power and interest by pointer and by keyboard, met and taken
//! back; who answers for what; a partner's package is looked at and accepted.

use hefu_tests::places;
use hefu_tests::sample::{Home, ask, visit};
use hefu_tests::window::{Result, Window};
use serde_json::{Value, json};

const VIEWS: [(&str, &str); 4] = [("en", "light"), ("zh", "light"), ("both", "light"), ("zh", "dark")];
const RIGHT: char = '\u{e014}';
const DOWN: char = '\u{e015}';
const ENTER: char = '\u{e007}';
const TAB: char = '\u{e004}';

async fn pictures(window: &Window, name: &str) -> Result<()> {
    for (language, theme) in VIEWS {
        window.click(&format!("switch-theme-{theme}")).await?;
        window.click(&format!("switch-language-{language}")).await?;
        window.picture(&format!("parties-{name}-{language}-{theme}")).await?;
    }
    window.click("switch-theme-light").await?;
    window.click("switch-language-en").await
}

/// Power and interest of a stakeholder, as recorded.
async fn place(window: &Window, project: &str, number: &str) -> Result<Value> {
    let view = ask(window, "stakeholders", json!({ "project": project })).await?;
    let rows = view["stakeholders"].as_array().cloned().unwrap_or_default();
    let row = rows.into_iter().find(|row| row["record"]["number"] == number).unwrap_or_default();
    Ok(json!([row["record"]["power"], row["record"]["interest"]]))
}

#[tokio::test]
async fn people_are_placed_and_met() -> Result<()> {
    let home = Home::with_sample()?;
    let window = home.open().await?;
    let project = places::of_sample(&window).await?.of("project");
    visit(&window, &format!("/projects/{project}/parties")).await?;
    window.click("party-tab-influence").await?;
    window.find("influence-SH-03").await?;
    pictures(&window, "1-influence").await?;

    window.drag("influence-SH-11", "influence-3-2").await?;
    window.is("undo-toast", "data-act", "record_edited").await?;
    assert_eq!(place(&window, &project, "SH-11").await?, json!([3, 2]));
    window.click("undo-act").await?;
    window.is("undo-toast", "data-act", "undone").await?;
    assert_eq!(place(&window, &project, "SH-11").await?, json!([null, null]));

    window.click("influence-SH-03").await?;
    window.find("stakeholder-panel").await?;
    pictures(&window, "2-person").await?;
    window.script("document.querySelector('[data-testid=influence-SH-03]').focus()").await?;
    window.press(&[RIGHT]).await?;
    window.find_css("[data-testid='influence-5-4'] [data-testid='influence-SH-03']").await?;
    assert_eq!(place(&window, &project, "SH-03").await?, json!([5, 4]));

    window.click("add-stakeholder").await?;
    window.click("stakeholder-person").await?;
    window.press(&"Sun".chars().collect::<Vec<_>>()).await?;
    window.press(&[ENTER, TAB]).await?;
    window.fill("stakeholder-title-en", "Leads the migration").await?;
    window.fill("stakeholder-title-zh", "负责迁移").await?;
    window.click("save-stakeholder").await?;
    window.is("undo-toast", "data-act", "record_added").await?;
    window.find("influence-SH-12").await?;
    window.close().await
}

#[tokio::test]
async fn a_partners_package_is_looked_at_and_accepted() -> Result<()> {
    let home = Home::with_sample()?;
    let window = home.open().await?;
    let list = ask(&window, "list_projects", json!({})).await?;
    let projects = list["projects"].as_array().cloned().unwrap_or_default();
    let nanyu =
        projects.iter().find(|each| each["project"]["number"] == "HC-2026-009").cloned().unwrap_or_default();
    let nanyu = nanyu["project"]["id"].as_str().unwrap_or_default().to_owned();
    let harbour = places::of_sample(&window).await?.of("project");
    visit(&window, &format!("/projects/{harbour}/parties")).await?;
    window.click("party-tab-raci").await?;
    window.find("raci-WP-09").await?;
    pictures(&window, "3-raci").await?;
    window.click("party-tab-partners").await?;
    window.click("package-WP-14").await?;
    window.find("package-due").await?;
    pictures(&window, "4-partners").await?;

    visit(&window, &format!("/projects/{nanyu}/parties")).await?;
    window.click("party-tab-raci").await?;
    window.find("raci-WP-02-nobody_accountable").await?;
    window.click("party-tab-partners").await?;
    window.click("package-WP-01").await?;
    window.says("package-panel-state", "Late").await?;
    window.fill("package-handed-over", "2026-09-28").await?;
    window.press(&[TAB]).await?;
    window.click("package-look-add").await?;
    window.click("package-look-0-mark").await?;
    window.press(&[DOWN, ENTER]).await?;
    window.fill("package-look-0-remark-en", "Labels to follow").await?;
    window.fill("package-look-0-remark-zh", "标签后补").await?;
    window.click("save-package").await?;
    window.is("undo-toast", "data-act", "record_edited").await?;
    window.says("package-panel-state", "Accepted with remark").await?;
    pictures(&window, "5-accepted").await?;
    window.click("undo-act").await?;
    window.says("package-panel-state", "Late").await?;
    window.close().await
}
