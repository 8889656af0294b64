//! A working day in the real window: many criteria marked at once and taken back, a project duplicated and one begun
//! with a template, a record copied as text and printed, and words that were typed when the program was killed.

use std::fs;
use std::process::Command;

use fantoccini::key::Key;
use hefu_tests::places;
use hefu_tests::sample::{Home, ask, visit};
use hefu_tests::window::{Launch, Result, Window};
use serde_json::{Value, json};

async fn tally(window: &Window, project: &str) -> Result<Value> {
    let rounds = ask(window, "list_rounds", json!({ "project": project })).await?;
    let round = ask(window, "acceptance_round", json!({ "round": rounds["rounds"][0]["id"] })).await?;
    Ok(round["tally"].clone())
}

async fn pictures(window: &Window, name: &str) -> Result<()> {
    for (language, theme) in [("en", "light"), ("zh", "light"), ("both", "dark")] {
        window.click(&format!("switch-theme-{theme}")).await?;
        window.click(&format!("switch-language-{language}")).await?;
        window
            .wait("the fonts", async || {
                let there = window.script("return document.fonts.status === 'loaded'").await?;
                Ok((there == true).then_some(()))
            })
            .await?;
        window.picture(&format!("everyday-{name}-{language}-{theme}")).await?;
    }
    Ok(())
}

#[tokio::test]
async fn several_criteria_are_marked_at_once_by_keys_and_taken_back_at_once() -> Result<()> {
    let home = Home::with_sample()?;
    let window = home.open().await?;
    let project = places::of_sample(&window).await?.of("project");
    let before = tally(&window, &project).await?;
    visit(&window, &format!("/projects/{project}/acceptance")).await?;
    // The list is gone through by keys alone: the first row, two more with Shift, then the key of a mark.
    window.find("acceptance-criteria").await?;
    window.script("document.querySelector('[data-testid=acceptance-criteria]').focus()").await?;
    window.press(&[char::from(Key::Home)]).await?;
    window.press(&[' ']).await?;
    for _ in 0..2 {
        window.press(&[char::from(Key::Shift), char::from(Key::Down)]).await?;
    }
    window.is("acceptance-criteria-chosen", "data-count", "3").await?;
    pictures(&window, "1-chosen").await?;
    window.click("switch-language-en").await?;
    window.click("switch-theme-light").await?;
    window.script("document.querySelector('[data-testid=acceptance-criteria]').focus()").await?;
    window.press(&['3']).await?;
    window.is("undo-toast", "data-act", "criteria_marked").await?;
    let marked = tally(&window, &project).await?;
    assert_eq!(marked["failed"].as_u64(), before["failed"].as_u64().map(|n| n + 3), "{before} {marked}");
    window.click("undo-act").await?;
    window.is("undo-toast", "data-act", "undone").await?;
    assert_eq!(tally(&window, &project).await?, before);
    window.close().await
}

#[tokio::test]
async fn a_project_is_duplicated_and_another_begun_with_a_template() -> Result<()> {
    let home = Home::with_sample()?;
    let window = home.open().await?;
    let project = places::of_sample(&window).await?.of("project");
    let overview = format!("/projects/{project}/overview");
    visit(&window, &overview).await?;
    window.click("project-more").await?;
    window.click("project-duplicate").await?;
    window.fill("duplicate-number", "HC-2027-001").await?;
    window.fill("duplicate-title-zh", "港城健康云二期").await?;
    window.picture("everyday-2-duplicate").await?;
    window.click("duplicate-make").await?;
    window.gone("duplicate-project-dialog").await?;
    window.is("undo-toast", "data-act", "project_duplicated").await?;

    visit(&window, &overview).await?;
    window.click("project-more").await?;
    window.click("project-template").await?;
    window.fill("template-name-en", "Health cloud as delivered").await?;
    window.click("template-keep").await?;
    window.gone("save-template-dialog").await?;
    window.is("undo-toast", "data-act", "template_saved").await?;

    visit(&window, "/projects").await?;
    window.click("open-templates").await?;
    window.says("template-line", "Health cloud as delivered").await?;
    window.picture("everyday-3-templates").await?;
    let templates = ask(&window, "list_templates", json!({})).await?;
    assert_eq!(templates["templates"].as_array().map(Vec::len), Some(2), "{templates}");
    let kept = ask(&window, "project_overview", json!({ "project": project })).await?;
    let begun = json!({ "template": templates["templates"][0]["template"], "number": "HC-2027-002",
        "title": { "en": "Begun with it", "zh": "由模板新建" }, "summary": { "en": "", "zh": "" },
        "client": kept["project"]["client"], "vendor": kept["project"]["vendor"], "supervisor": null, "partners": [],
        "manager": kept["project"]["manager"], "start": "2027-01-04", "currency": "CNY", "amount": "1000000.00" });
    let made = ask(&window, "start_project", begun).await?;
    let made = made["project"].as_str().unwrap_or_default();
    visit(&window, &format!("/projects/{made}/scope")).await?;
    window.find("scope-requirement-R-001").await?;
    window.picture("everyday-4-begun").await?;
    window.close().await
}

#[tokio::test]
async fn a_record_is_copied_as_text_and_written_to_a_page() -> Result<()> {
    let home = Home::with_sample()?;
    let window = home.open().await?;
    let project = places::of_sample(&window).await?.of("project");
    visit(&window, &format!("/projects/{project}/scope")).await?;
    window.click("scope-requirement-R-002").await?;
    window.click("scope-sheet-copy").await?;
    window.find("notice-said").await?;
    // What is on the clipboard is pasted where it can be read.
    window.click("scope-requirements-filter").await?;
    window.press(&[char::from(Key::Control), 'v']).await?;
    window
        .wait("the copied words", async || {
            let typed =
                window.find("scope-requirements-filter").await?.prop("value").await?.unwrap_or_default();
            Ok((typed.contains("R-002") && typed.contains("Tenants with quotas")).then_some(()))
        })
        .await?;
    window.fill("scope-requirements-filter", "R-002").await?;
    let page = home.path().join("R-002.pdf");
    window.dialogs_answer(&[&page])?;
    window.click("scope-sheet-print").await?;
    window.wait("the page", async || Ok(page.exists().then_some(()))).await?;
    window.says("notice-said", "R-002.pdf").await?;
    assert!(fs::read(&page)?.starts_with(b"%PDF-1.7"));
    window.close().await
}

/// The window's own process, found by the home that it was given.
fn kill_the_window(home: &Home) -> Result<()> {
    let file = home.sample().display().to_string();
    for entry in fs::read_dir("/proc")?.flatten() {
        let Ok(line) = fs::read(entry.path().join("cmdline")) else { continue };
        let mut words = line.split(|byte| *byte == 0).map(String::from_utf8_lossy);
        let is_the_window = words.next().is_some_and(|program| program.ends_with("/hefu"));
        if is_the_window && words.any(|word| word == file) {
            let id = entry.file_name();
            assert!(Command::new("kill").arg("-KILL").arg(id).status()?.success());
            return Ok(());
        }
    }
    panic!("no window is open on {file}");
}

#[tokio::test]
async fn words_that_were_typed_when_the_program_was_killed_are_offered_again() -> Result<()> {
    let home = Home::with_sample()?;
    let window = home.open().await?;
    let project = places::of_sample(&window).await?.of("project");
    let scope = format!("/projects/{project}/scope");
    visit(&window, &scope).await?;
    window.click("scope-requirement-R-003").await?;
    window.fill("requirement-source", "Half a sentence 半句话").await?;
    window
        .wait("the draft to be kept", async || {
            let kept = "return document.querySelector('[data-testid=requirement-draft-kept]')?.dataset.kept";
            Ok((window.script(kept).await? == "yes").then_some(()))
        })
        .await?;
    kill_the_window(&home)?;
    drop(window);
    for file in walk(home.path())? {
        let bytes = fs::read(&file).unwrap_or_default();
        let words = "Half a sentence".as_bytes();
        assert!(!bytes.windows(words.len()).any(|part| part == words), "in plain in {}", file.display());
    }

    let window = Window::open(&Launch::at(home.path()).on_sample(&home.sample())).await?;
    window.click("unlock-workspace").await?;
    // It comes back to where she was; from there to the record.
    window.find_css("[data-testid=page-scope], [data-testid=page-today]").await?;
    visit(&window, &scope).await?;
    window.click("scope-requirement-R-003").await?;
    window.find("requirement-draft").await?;
    pictures(&window, "5-draft").await?;
    window.click("requirement-draft-restore").await?;
    let typed = window.find("requirement-source").await?.prop("value").await?.unwrap_or_default();
    assert_eq!(typed, "Half a sentence 半句话");
    window.click("save-requirement").await?;
    window
        .wait("the draft to go", async || {
            let drafts = ask(&window, "list_drafts", json!({})).await?;
            Ok((drafts["drafts"] == json!([])).then_some(()))
        })
        .await?;
    window.close().await
}

fn walk(folder: &std::path::Path) -> Result<Vec<std::path::PathBuf>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder)?.flatten() {
        let path = entry.path();
        if path.is_dir() { found.extend(walk(&path)?) } else { found.push(path) }
    }
    Ok(found)
}
