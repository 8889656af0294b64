//! The first run in the real window: three steps by the keyboard alone, up to a paper with the vendor's logo; the
//! settings, which hold at once.

use fantoccini::key::Key;
use hefu_tests::checkout::logo;
use hefu_tests::places;
use hefu_tests::sample::{Home, ask, visit};

use hefu_tests::window::{Launch, Result, Window};
use serde_json::{Value, json};

/// Presses Tab until this has the focus.
async fn tab_to(window: &Window, testid: &str) -> Result<()> {
    window.find(testid).await?;
    let has = "return document.activeElement?.dataset.testid === arguments[0]
        || document.activeElement?.closest('[data-testid]')?.dataset.testid === arguments[0];";
    window
        .wait(&format!("{testid} to be reached by Tab"), async || {
            window.press(&[char::from(Key::Tab)]).await?;
            Ok((window.client.execute(has, vec![json!(testid)]).await? == true).then_some(()))
        })
        .await
}

async fn enter(window: &Window, testid: &str) -> Result<()> {
    tab_to(window, testid).await?;
    window.press(&[char::from(Key::Enter)]).await
}

async fn write(window: &Window, testid: &str, text: &str) -> Result<()> {
    tab_to(window, testid).await?;
    Ok(window.client.active_element().await?.send_keys(text).await?)
}

async fn picture(window: &Window, name: &str) -> Result<()> {
    window.picture(&format!("first-run-{name}")).await.map(drop)
}

#[tokio::test]
async fn three_steps_by_keys_alone_lead_to_a_paper_with_the_logo() -> Result<()> {
    let home = Home::empty()?;
    // A draft drawn twice at one moment is the same to the last byte.
    let fixed = Some(("2026-09-28T10:00:00+08:00".to_owned(), 28));
    let window = Window::open(&Launch { fixed, ..Launch::at(home.path()) }).await?;
    window.find("page-unlock").await?;
    enter(&window, "start-new-workspace").await?;
    write(&window, "create-name", "Dongwei deliveries").await?;
    write(&window, "create-actor-en", "Li Na").await?;
    write(&window, "create-actor-zh", "李娜").await?;
    let file = home.path().join("work.hefu");
    window.dialogs_answer(&[&file])?;
    enter(&window, "create-path").await?;
    window.says("create-form", "work.hefu").await?;
    write(&window, "create-passphrase", "seven quiet rivers").await?;
    write(&window, "create-passphrase-again", "seven quiet rivers").await?;
    picture(&window, "1-file").await?;
    enter(&window, "create-workspace").await?;
    window.find("recovery-key").await?;
    picture(&window, "1-sheet").await?;
    tab_to(&window, "acknowledge-recovery-sheet").await?;
    window.press(&[' ']).await?;
    enter(&window, "finish-recovery-sheet").await?;

    window.find("first-run-who").await?;
    write(&window, "vendor-name-en", "Dongwei Cloud Co., Ltd.").await?;
    write(&window, "vendor-name-zh", "东维云有限公司").await?;
    write(&window, "vendor-address-zh", "虚构路 1 号").await?;
    window.dialogs_answer(&[&logo()])?;
    enter(&window, "choose-logo").await?;
    window.find("vendor-logo").await?;
    write(&window, "own-role-en", "Project manager").await?;
    picture(&window, "2-who").await?;
    enter(&window, "first-run-save").await?;

    // Back and forth, nothing is lost and nothing is made twice.
    window.find("first-run-begin").await?;
    picture(&window, "3-begin").await?;
    enter(&window, "first-run-back").await?;
    let name = window.find("vendor-name-zh").await?.prop("value").await?;
    assert_eq!(name.as_deref(), Some("东维云有限公司"));
    enter(&window, "first-run-save").await?;
    window.find("first-run-begin").await?;
    let parties = ask(&window, "list_parties", json!({ "project": null })).await?;
    assert_eq!(parties["organisations"].as_array().map(Vec::len), Some(1));
    assert_eq!(parties["people"].as_array().map(Vec::len), Some(1));
    enter(&window, "first-project").await?;

    window.find("project-dialog").await?;
    window.says("project-dialog", "Dongwei Cloud").await?;
    write(&window, "project-number", "DW-2026-001").await?;
    write(&window, "project-title-en", "A first cloud").await?;
    write(&window, "project-title-zh", "第一朵云").await?;
    picture(&window, "4-project").await?;
    enter(&window, "project-add-client").await?;
    write(&window, "organisation-name-en", "Harbour Clinic").await?;
    enter(&window, "save-organisation").await?;
    enter(&window, "save-project").await?;
    window.find("page-overview").await?;
    preview(&window).await?;
    window.close().await
}

/// A paper of the new project, made without hands, has the logo on the page that the window shows.
async fn preview(window: &Window) -> Result<()> {
    let list = ask(window, "list_projects", json!({})).await?;
    let project = &list["projects"][0]["project"];
    let vendor = ask(window, "vendor_profile", json!({})).await?;
    assert_eq!(project["vendor"], vendor["vendor"]["organisation"]["id"]);
    let round = json!({
        "round": null, "project": project["id"], "number": "PA-01", "kind": "preliminary",
        "planned": null, "notice": null, "meeting": null,
    });
    let round = ask(window, "save_round", round).await?;
    let made = json!({ "project": project["id"], "kind": "acceptance_report", "round": round["round"] });
    let document = ask(window, "create_document", made).await?["document"].clone();
    let cover = async || -> Result<Value> {
        let asked = json!({ "document": document, "page": 1, "width_px": 600 });
        Ok(ask(window, "preview_page", asked).await?["png"].clone())
    };
    let with = cover().await?;
    ask(window, "remove_vendor_logo", json!({})).await?;
    assert_ne!(cover().await?, with);
    ask(window, "undo", json!({ "seq": null })).await?;
    assert_eq!(cover().await?, with);
    let (project, document) = (project["id"].as_str(), document.as_str());
    let at = format!(
        "/projects/{}/documents?document={}",
        project.unwrap_or_default(),
        document.unwrap_or_default()
    );
    visit(window, &at).await?;
    window.click("document-view-preview").await?;
    let drawn = "const page = document.querySelector('[data-testid=document-preview-page]');
        return Boolean(page?.complete && page.naturalWidth > 0 && document.fonts.status === 'loaded');";
    window
        .wait("the page to be drawn", async || Ok((window.script(drawn).await? == true).then_some(())))
        .await?;
    picture(window, "5-preview").await
}

#[tokio::test]
async fn settings_hold_at_once_and_are_kept() -> Result<()> {
    let home = Home::with_sample()?;
    let window = home.open().await?;
    for (language, theme) in [("en", "light"), ("zh", "dark"), ("both", "light"), ("both", "dark")] {
        visit(&window, "/settings").await?;
        window.click(&format!("settings-theme-{theme}")).await?;
        window.click(&format!("switch-language-{language}")).await?;
        window.picture(&format!("settings-{language}-{theme}")).await?;
    }
    window.click("switch-language-en").await?;
    window.click("date-style-iso").await?;
    window.click("number-style-space").await?;
    window.says("settings-example", "2026-05-09 · CNY 1 234 567.89").await?;
    visit(&window, "/today").await?;
    window.says("page-today", "2026-09-28").await?;
    window.says("page-today", "7 860 000.00").await?;
    visit(&window, "/settings").await?;
    window.click("text-size-150").await?;
    window
        .wait("the page to be scaled", async || {
            let wide = window.script("return innerWidth").await?.as_f64().unwrap_or_default();
            Ok((800.0..=900.0).contains(&wide).then_some(()))
        })
        .await?;
    window.script("document.querySelector('[data-testid=text-size-100]').click()").await?;
    window
        .wait("the settings to be kept", async || {
            let kept = home.kept()?;
            let wanted = json!(["iso", "space", 100, "dark", "en"]);
            let is =
                json!([kept["dates"], kept["numbers"], kept["text_size"], kept["theme"], kept["language"]]);
            Ok((is == wanted).then_some(()))
        })
        .await?;
    window.close().await
}

#[tokio::test]
async fn the_tour_goes_on_only_by_what_is_really_done() -> Result<()> {
    let home = Home::with_sample()?;
    home.keep(&json!({ "language": "en", "recent": [], "tour": { "standing": "running", "done": [] } }))?;
    let window = home.open().await?;
    let project = places::of_sample(&window).await?.of("project");
    let step = async |name: &str| window.is("tour", "data-step", name).await;
    step("mark").await?;
    window.picture("tour-mark").await?;
    visit(&window, &format!("/projects/{project}/acceptance")).await?;
    window.find("acceptance-panel").await?;
    window.script("document.activeElement.blur()").await?;
    window.press(&['1']).await?;
    step("undo").await?;
    window.press(&[char::from(Key::Control), 'z']).await?;
    step("report").await?;
    visit(&window, &format!("/projects/{project}/present")).await?;
    assert_eq!(window.count("tour").await?, 0, "nothing of it is before a client");
    let document = places::of_sample(&window).await?.of("document");
    visit(&window, &format!("/projects/{project}/documents?document={document}")).await?;
    window.click("document-view-preview").await?;
    step("both").await?;
    window.click("switch-language-both").await?;
    step("find").await?;
    window.press(&[char::from(Key::Control), 'k']).await?;
    window.find("palette-words").await?.send_keys("验收").await?;
    step("journal").await?;
    window.press(&[char::from(Key::Escape)]).await?;
    visit(&window, &format!("/projects/{project}/journal")).await?;
    step("done").await?;
    window.picture("tour-done").await?;
    window.click("leave-tour").await?;
    window.gone("tour").await?;
    window
        .wait("the tour to be kept as done", async || {
            Ok((home.kept()?["tour"]["standing"] == "done").then_some(()))
        })
        .await?;
    window.close().await
}
