//! The registers in the real window: a risk is written down and scored, moves on the matrix, happens, and is taken back;
//! the levels of the matrix are changed, a change request is decided.

use hefu_tests::places;
use hefu_tests::sample::{Home, ask, visit};
use hefu_tests::window::{Result, Window};
use serde_json::{Value, json};

const VIEWS: [(&str, &str); 4] = [("en", "light"), ("zh", "light"), ("both", "dark"), ("both", "light")];

async fn pictures(window: &Window, name: &str) -> Result<()> {
    for (language, theme) in VIEWS {
        window.click(&format!("switch-theme-{theme}")).await?;
        window.click(&format!("switch-language-{language}")).await?;
        window.picture(&format!("register-{name}-{language}-{theme}")).await?;
    }
    window.click("switch-language-en").await
}

async fn row(window: &Window, project: &str, title: &str) -> Result<Value> {
    let page = ask(window, "register_page", json!({ "project": project })).await?;
    let rows = page["rows"].as_array().cloned().unwrap_or_default();
    Ok(rows.into_iter().find(|row| row["title"]["en"]["words"] == title).unwrap_or_default())
}

#[tokio::test]
async fn a_risk_is_added_moves_happens_and_is_taken_back() -> Result<()> {
    let home = Home::with_sample()?;
    let window = home.open().await?;
    let project = places::of_sample(&window).await?.of("project");
    visit(&window, &format!("/projects/{project}/register")).await?;
    window.find("register-kinds").await?;
    pictures(&window, "1-all").await?;
    window.click("register-kind-risk").await?;
    window.find("register-heat").await?;
    pictures(&window, "2-risks").await?;

    window.click("register-add-risk").await?;
    window.fill("register-field-title-en", "The spare part is late").await?;
    window.fill("register-field-title-zh", "备件延期").await?;
    window.click("register-field-current-3-4").await?;
    window.click("save-register").await?;
    window.is("undo-toast", "data-act", "record_added").await?;
    let added = row(&window, &project, "The spare part is late").await?;
    assert_eq!(added["risk"]["current"], json!({ "score": 12, "band": "high" }));
    let number = added["number"].as_str().unwrap_or_default().to_owned();
    window.find(&format!("register-score-{number}")).await?;
    pictures(&window, "3-panel").await?;

    window.click("register-field-current-4-5").await?;
    window.click("save-register").await?;
    window.is("undo-toast", "data-act", "record_edited").await?;
    window
        .wait("the score of now", async || {
            let now = row(&window, &project, "The spare part is late").await?;
            Ok((now["risk"]["current"]["score"] == 20).then_some(()))
        })
        .await?;

    window.click("register-act-happened").await?;
    window.is("undo-toast", "data-act", "risk_happened").await?;
    window.find(&format!("register-link-{number}")).await?;
    pictures(&window, "4-issue").await?;
    window.click("undo-act").await?;
    window.is("undo-toast", "data-act", "undone").await?;
    assert_eq!(row(&window, &project, "The spare part is late").await?["state"], "open");

    window.click("register-kind-risk").await?;
    window.click("register-matrix").await?;
    window.click("matrix-size-4").await?;
    window.click("save-matrix").await?;
    window.is("undo-toast", "data-act", "record_edited").await?;
    window.gone("register-cell-5-5").await?;
    window.click("undo-act").await?;
    window.find("register-cell-5-5").await?;

    window.click("register-kind-change-request").await?;
    window.find("register-sums").await?;
    pictures(&window, "5-changes").await?;
    window.close().await
}
