//! Presenting: the client's window shows the item while the presenter's notes stay on hers; in one window, a round
//! is gone through by clicker, marked and remarked before the client's eyes.

use fantoccini::key::Key;
use fantoccini::wd::WindowHandle;
use hefu_tests::places::{self, Places};
use hefu_tests::sample::{Home, ask, visit};
use hefu_tests::window::{Result, Window};
use serde_json::{Value, json};

/// What no client is to read, in each language.
const NOTE: &str = "Wren-4417: let Dr Chen speak first 先请陈主任发言";
const REMARK: (&str, &str) = ("The third drill is still to be seen.", "第三次演练尚待见证。");

/// The items of the round in the order they are shown.
async fn numbers(window: &Window, places: &Places) -> Result<Vec<String>> {
    let shown = ask(window, "present_round", json!({ "round": places.of("round") })).await?;
    let chapters = shown["chapters"].as_array().into_iter().flatten();
    let items = chapters.flat_map(|chapter| chapter["items"].as_array().into_iter().flatten());
    Ok(items.filter_map(|item| item["number"].as_str().map(str::to_owned)).collect())
}

async fn finding(window: &Window, places: &Places, number: &str) -> Result<Value> {
    let round = ask(window, "acceptance_round", json!({ "round": places.of("round") })).await?;
    let chapters = round["chapters"].as_array().into_iter().flatten();
    let mut lines = chapters.flat_map(|chapter| chapter["criteria"].as_array().into_iter().flatten());
    Ok(lines.find(|line| line["criterion"]["number"] == number).cloned().unwrap_or_default())
}

async fn key(window: &Window, key: Key) -> Result<()> {
    window.press(&[key.into()]).await
}

/// Photographs the window once its fonts are there and what was found in it is painted.
async fn picture(window: &Window, name: &str) -> Result<()> {
    let painted = "const done = arguments[0];
        document.fonts.ready.then(() => requestAnimationFrame(() => requestAnimationFrame(() => done(true))));";
    window.client.execute_async(painted, Vec::new()).await?;
    window.picture(name).await.map(drop)
}

/// The client's window beside the presenter's, and hands on either.
struct Pair<'a> {
    window: &'a Window,
    presenter: WindowHandle,
    client: WindowHandle,
}

impl Pair<'_> {
    async fn at_presenter(&self) -> Result<&Window> {
        self.window.look_at(&self.presenter).await?;
        Ok(self.window)
    }

    async fn at_client(&self) -> Result<&Window> {
        self.window.look_at(&self.client).await?;
        Ok(self.window)
    }
}

/// Whether the client's window gets an answer to this command of the shell.
async fn answers(window: &Window, command: &str, arguments: Value) -> Result<bool> {
    let script = "const [command, given, done] = arguments;
        window.__TAURI_INTERNALS__.invoke(command, given).then(() => done(true), () => done(false));";
    Ok(window.client.execute_async(script, vec![json!(command), arguments]).await? == true)
}

async fn both_windows(window: &Window) -> Result<Pair<'_>> {
    let before = window.windows().await?;
    window.click("notes-client-window").await?;
    let open = window
        .wait("the client's window", async || {
            let open = window.windows().await?;
            Ok((open.len() == before.len() + 1).then_some(open))
        })
        .await?;
    let presenter = before.into_iter().next().expect("a window that is open has a handle");
    let client = open.into_iter().find(|each| *each != presenter).expect("two windows have two handles");
    Ok(Pair { window, presenter, client })
}

#[tokio::test]
async fn the_clients_window_shows_the_item_and_the_notes_stay_on_the_presenters() -> Result<()> {
    let home = Home::with_sample()?;
    let window = home.open().await?;
    let places = places::of_sample(&window).await?;
    let numbers = numbers(&window, &places).await?;
    visit(&window, &format!("/projects/{}/acceptance", places.of("project"))).await?;
    window.click("acceptance-present").await?;
    window.click("acceptance-present-notes").await?;
    window.find("notes-client").await?;
    key(&window, Key::PageDown).await?;
    window.fill("notes-note", NOTE).await?;
    key(&window, Key::Escape).await?;
    let round = json!({ "round": places.of("round") });
    window
        .wait("the note to be kept", async || {
            let kept = ask(&window, "presenter_notes", round.clone()).await?.to_string();
            Ok(kept.contains("Wren-4417").then_some(()))
        })
        .await?;

    let pair = both_windows(&window).await?;
    pair.at_client().await?.find("present-item").await?;
    asks_for_a_clients_view_alone(&window, &places).await?;
    follows_through_ten(&pair, &numbers).await?;
    shows_the_photograph(&pair).await?;
    takes_marks_and_remarks(&pair, &places).await?;
    speaks_as_asked(&pair).await?;

    pair.at_presenter().await?.press(&['w']).await?;
    window
        .wait("the client's window to be gone", async || {
            Ok((window.windows().await?.len() == 1).then_some(()))
        })
        .await?;
    window.is("notes-client", "data-open", "no").await?;
    window.click("notes-leave").await?;
    window.find("page-acceptance").await?;
    drop(pair);
    window.close().await
}

/// Neither the engine's door nor another query answers the client's window.
async fn asks_for_a_clients_view_alone(window: &Window, places: &Places) -> Result<()> {
    let round = json!({ "round": places.of("round") });
    let call = json!({ "command": "today", "request": {}, "ticket": 9, "progress": "__CHANNEL__:0" });
    assert!(!answers(window, "call", call).await?, "the engine's tx is closed to the client's window");
    assert!(!answers(window, "start", json!({})).await?);
    let notes = json!({ "command": "presenter_notes", "request": round });
    assert!(!answers(window, "present", notes).await?, "the notes are not the client's");
    let shown = json!({ "command": "present_round", "request": round });
    assert!(answers(window, "present", shown).await?, "what is the client's is answered");
    Ok(())
}

async fn follows_through_ten(pair: &Pair<'_>, numbers: &[String]) -> Result<()> {
    for (index, number) in numbers.iter().take(10).enumerate() {
        let window = pair.at_presenter().await?;
        if index > 0 {
            key(window, Key::PageDown).await?;
        }
        window.says("notes-number", number).await?;
        let window = pair.at_client().await?;
        window.is("present-item", "data-number", number).await?;
        let page = window.script("return document.documentElement.outerHTML").await?.to_string();
        assert!(
            !page.contains("Wren-4417") && !page.contains("先请陈主任发言"),
            "the note stays on the first window"
        );
        assert_eq!(window.count("notes-note").await?, 0);
    }
    let window = pair.at_presenter().await?;
    key(window, Key::Home).await?;
    key(window, Key::PageDown).await?;
    let kept = window.find("notes-note").await?.prop("value").await?;
    assert_eq!(kept.as_deref(), Some(NOTE), "the note is on the presenter's page");
    picture(window, "present-notes-en-light").await?;
    let window = pair.at_client().await?;
    window.is("present-item", "data-number", &numbers[0]).await?;
    picture(window, "present-client-both-light").await
}

async fn shows_the_photograph(pair: &Pair<'_>) -> Result<()> {
    pair.at_presenter().await?.press(&['p']).await?;
    let window = pair.at_client().await?;
    window.is("present-photograph", "data-drawn", "yes").await?;
    picture(window, "present-client-photograph").await?;
    key(pair.at_presenter().await?, Key::Escape).await?;
    pair.at_client().await?.gone("present-photograph").await
}

async fn takes_marks_and_remarks(pair: &Pair<'_>, places: &Places) -> Result<()> {
    let window = pair.at_presenter().await?;
    window.click("notes-item-3.2").await?;
    window.says("notes-number", "3.2").await?;
    window.press(&['3']).await?;
    let window = pair.at_client().await?;
    window.is("present-mark", "data-mark", "failed").await?;
    let window = pair.at_presenter().await?;
    window.fill("present-write-remark-en", REMARK.0).await?;
    window.fill("present-write-remark-zh", REMARK.1).await?;
    window.press(&[Key::Control.into(), Key::Enter.into()]).await?;
    let window = pair.at_client().await?;
    window.says("present-remark", REMARK.0).await?;
    window.says("present-remark", REMARK.1).await?;
    picture(window, "present-client-remark").await?;
    let window = pair.at_presenter().await?;
    let found = finding(window, places, "3.2").await?;
    assert_eq!((&found["mark"], &found["remark"]["zh"]["words"]), (&json!("failed"), &json!(REMARK.1)));
    // What was written in the meeting is undone like everything else, and the client's window sees it.
    for _ in 0..2 {
        window.press(&[Key::Control.into(), 'z']).await?;
    }
    pair.at_client().await?.is("present-mark", "data-mark", "passed_with_remark").await
}

async fn speaks_as_asked(pair: &Pair<'_>) -> Result<()> {
    pair.at_presenter().await?.click("client-language-zh").await?;
    pair.at_client().await?.find_css("[data-testid=present-view][data-languages=zh]").await?;
    pair.at_presenter().await?.click("switch-theme-dark").await?;
    let window = pair.at_client().await?;
    window.find_css("[data-theme=dark] [data-testid=present-item]").await?;
    picture(window, "present-client-zh-dark").await?;
    picture(pair.at_presenter().await?, "present-notes-en-dark").await?;
    pair.at_presenter().await?.click("client-language-en").await?;
    let window = pair.at_client().await?;
    window.find_css("[data-testid=present-view][data-languages=en]").await?;
    picture(window, "present-client-en-dark").await
}

#[tokio::test]
async fn a_round_is_presented_in_one_window_by_clicker() -> Result<()> {
    let home = Home::with_sample()?;
    let window = home.open().await?;
    let places = places::of_sample(&window).await?;
    let numbers = numbers(&window, &places).await?;
    visit(&window, &format!("/projects/{}/acceptance", places.of("project"))).await?;
    window.click("acceptance-present").await?;
    window.click("acceptance-present-alone").await?;
    window.find("present-start").await?;
    picture(&window, "present-start-both-light").await?;
    for (index, number) in numbers.iter().take(10).enumerate() {
        // A clicker sends one of these.
        key(&window, if index % 2 == 0 { Key::PageDown } else { Key::Right }).await?;
        window.is("present-item", "data-number", number).await?;
    }
    key(&window, Key::PageUp).await?;
    window.is("present-item", "data-number", &numbers[8]).await?;

    remark_before_the_client(&window, &places, &numbers[8]).await?;
    photograph_before_the_client(&window, &numbers).await?;
    every_language_and_theme(&window).await?;

    key(&window, Key::Escape).await?;
    window.find("page-acceptance").await?;
    window.close().await
}

/// Passed with remark waits for its remark; both are written in one act.
async fn remark_before_the_client(window: &Window, places: &Places, number: &str) -> Result<()> {
    assert_eq!(finding(window, places, number).await?["mark"], "passed");
    window.press(&['2']).await?;
    window.find("present-remark-needed").await?;
    window.fill("present-write-remark-en", REMARK.0).await?;
    window.fill("present-write-remark-zh", REMARK.1).await?;
    picture(window, "present-remark-being-written").await?;
    window.press(&[Key::Control.into(), Key::Enter.into()]).await?;
    window.is("present-item", "data-mark", "passed_with_remark").await?;
    window.says("present-remark", REMARK.1).await?;
    let found = finding(window, places, number).await?;
    assert_eq!(found["remark"]["en"]["words"], REMARK.0);
    let entries = json!({ "trail": { "of": "workspace" }, "project": null, "before": null, "limit": 1 });
    let newest = ask(window, "list_entries", entries).await?;
    assert_eq!(newest["entries"][0]["act"], "criterion_marked", "it stands in the journal");
    assert_eq!(newest["entries"][0]["args"]["number"], number);
    assert_eq!(window.count("undo-toast").await?, 0, "nothing of the program shows before the client");
    window.click("present-mark-passed").await?;
    window.is("present-item", "data-mark", "passed").await
}

async fn photograph_before_the_client(window: &Window, numbers: &[String]) -> Result<()> {
    key(window, Key::Home).await?;
    key(window, Key::PageDown).await?;
    window.is("present-item", "data-number", &numbers[0]).await?;
    window.click("present-picture").await?;
    window.is("present-photograph", "data-drawn", "yes").await?;
    picture(window, "present-photograph").await?;
    key(window, Key::Escape).await?;
    window.gone("present-photograph").await?;
    window.press(&['?']).await?;
    window.find("present-keys").await?;
    picture(window, "present-keys").await?;
    key(window, Key::Escape).await?;
    window.gone("present-keys").await
}

async fn every_language_and_theme(window: &Window) -> Result<()> {
    for language in ["both", "en", "zh"] {
        window.find_css(&format!("[data-testid=present-view][data-languages={language}]")).await?;
        for theme in ["light", "dark"] {
            // The page has no switch of its own: nothing but the item is before the client.
            let script = format!("document.documentElement.dataset.theme = '{theme}'");
            window.script(&script).await?;
            picture(window, &format!("present-item-{language}-{theme}")).await?;
        }
        window.press(&['l']).await?;
    }
    window.find_css("[data-testid=present-view][data-languages=both]").await?;
    key(window, Key::End).await?;
    window.find("present-end").await?;
    picture(window, "present-end-both-dark").await?;
    key(window, Key::Home).await?;
    window.find("present-start").await?;
    picture(window, "present-start-both-dark").await
}
