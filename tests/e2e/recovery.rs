//! A lost evening is an inconvenience: lock, unlock where she was, rehearse restoring a backup, restore yesterday's
//! beside the workspace, and open it from the first screen.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Stdio;

use fantoccini::Locator;
use hefu_tests::places;
use hefu_tests::programs;
use hefu_tests::sample::{Home, ask, passphrase, visit};
use hefu_tests::window::{Result, Window};
use serde_json::{Value, json};

#[tokio::test]
async fn yesterday_comes_back_from_a_backup() -> Result<()> {
    let home = Home::with_sample()?;
    let yesterday = backed_up_yesterday(&home)?;
    let window = home.open().await?;
    let project = places::of_sample(&window).await?.of("project");

    let before = people(&window).await?;
    choose_where_backups_go(&window, &home).await?;
    add_a_person(&window, &project).await?;
    assert_eq!(people(&window).await?, before + 1);

    erase(&window, "Lin Yue").await?;

    come_back_to_where_she_was(&window, &project).await?;
    let entries = rehearse(&window, &yesterday).await?;
    restore_and_open(&window, &home, &yesterday, entries).await?;
    assert_eq!(people(&window).await?, before, "yesterday nobody had been added");
    window.close().await
}

async fn choose_where_backups_go(window: &Window, home: &Home) -> Result<()> {
    let folder = home.path().join("elsewhere");
    fs::create_dir_all(&folder)?;
    window.dialogs_answer(&[&folder])?;
    window.click("open-workspace").await?;
    window.click("tab-settings").await?;
    window.click("choose-backup-folder").await?;
    window.find("clear-backup-folder").await?;
    window.click("open-workspace").await?;
    window.find("page-workspace").await.map(drop)
}

/// The file's own clock says yesterday: the terminal is handed it.
fn backed_up_yesterday(home: &Home) -> Result<PathBuf> {
    let secret = home.path().join("secret");
    fs::write(&secret, passphrase()?)?;
    let mut shell = std::process::Command::new("sh");
    shell.args(["-c", r#"exec "$0" --clock 2026-09-27T18:00:00+08:00 --seed 27 --workspace "$1" --passphrase-fd 3 script 3<"$2""#]);
    shell.arg(programs::built("hefu-cli")).arg(home.sample()).arg(&secret);
    let mut child = shell.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn()?;
    child.stdin.take().expect("a pipe").write_all(b"back_up {\"path\": null}\n")?;
    let told = child.wait_with_output()?;
    assert!(told.status.success(), "{}", String::from_utf8_lossy(&told.stdout));
    fs::remove_file(secret)?;
    let said: Value = serde_json::from_slice(&told.stdout).expect("an answer in JSON");
    Ok(PathBuf::from(said["view"]["backup"]["path"].as_str().expect("the backup's path")))
}

async fn people(window: &Window) -> Result<usize> {
    let parties = ask(window, "list_parties", json!({ "project": null })).await?;
    Ok(parties["people"].as_array().map_or(0, Vec::len))
}

async fn add_a_person(window: &Window, project: &str) -> Result<()> {
    let parties = ask(window, "list_parties", json!({ "project": project })).await?;
    let organisation = &parties["organisations"][0]["id"];
    let request = json!({ "person": null, "organisation": organisation, "name": { "en": "Lin Yue", "zh": "林越" },
        "role": { "en": "", "zh": "" }, "language": "zh", "time_zone": "Asia/Shanghai", "email": "",
        "may_sign": null, "internal_note": "" });
    ask(window, "save_person", request).await?;
    visit(window, &format!("/projects/{project}/parties")).await
}

/// Whoever asked to be forgotten is, after it was said what goes and what stays.
async fn erase(window: &Window, name: &str) -> Result<()> {
    let row = format!("//*[@data-testid='people-table-row'][contains(., '{name}')]");
    window
        .wait(&format!("{name} in the list"), async || {
            let found = window.client.find_all(Locator::XPath(&row)).await?;
            let Some(row) = found.into_iter().next() else { return Ok(None) };
            row.click().await?;
            Ok(Some(()))
        })
        .await?;
    window.click("erase-person").await?;
    window.find("erase-stays").await?;
    window.picture("recovery-0-erase-en").await?;
    window.fill("erase-reason", "Asked for by letter of 27 September. 应 9 月 27 日来函要求。").await?;
    window.click("run-erase").await?;
    window.gone("erase-dialog").await?;
    let chain = ask(window, "verify_journal", json!({ "head": null })).await?;
    assert_eq!((&chain["verdict"]["is"], &chain["erased"]), (&json!("whole"), &json!(1)), "{chain}");
    let parties = ask(window, "list_parties", json!({ "project": null })).await?;
    assert!(!parties.to_string().contains(name), "{name} is still among the parties");
    Ok(())
}

/// Locked and unlocked, the window is where it was.
async fn come_back_to_where_she_was(window: &Window, project: &str) -> Result<()> {
    let scope = format!("/projects/{project}/scope");
    visit(window, &scope).await?;
    window.click("lock-workspace").await?;
    window.find("page-unlock").await?;
    window.fill("unlock-passphrase", &passphrase()?).await?;
    window.click("unlock-workspace").await?;
    window
        .wait("the page she left", async || {
            Ok((window.script("return window.location.hash").await? == format!("#{scope}")).then_some(()))
        })
        .await?;
    window.find("page-scope").await.map(drop)
}

/// Rehearses the newest backup by the mouse; the entries it held.
async fn rehearse(window: &Window, yesterday: &Path) -> Result<u64> {
    window.click("open-workspace").await?;
    window.is("last-rehearsal", "data-outcome", "never").await?;
    window.picture("recovery-1-never-rehearsed").await?;
    let list = ask(window, "list_backups", json!({ "folder": null })).await?;
    let made = list["backups"].as_array().into_iter().flatten();
    let of_yesterday = made.filter(|backup| backup["path"] == json!(yesterday)).count();
    assert_eq!(of_yesterday, 1, "{list}");
    window.click("rehearse-newest").await?;
    window.click("run-rehearse").await?;
    window.is("rehearsed", "data-outcome", "verified").await?;
    window.is("last-rehearsal", "data-outcome", "verified").await?;
    for language in ["zh", "both", "en"] {
        window.click(&format!("switch-language-{language}")).await?;
        fonts_are_there(window).await?;
        window.picture(&format!("recovery-2-rehearsed-{language}")).await?;
    }
    window.click("switch-theme-dark").await?;
    window.picture("recovery-2-rehearsed-dark").await?;
    window.click("switch-theme-light").await?;
    window.click("close-rehearse").await?;
    for panel in ["move-workspace", "export-all"] {
        window.click(panel).await?;
        window.picture(&format!("recovery-3-{panel}")).await?;
    }
    let rehearsed =
        ask(window, "rehearse_restore", json!({ "backup": yesterday, "key": { "by": "open_workspace" } }));
    Ok(rehearsed.await?["outcome"]["entries"].as_u64().unwrap_or_default())
}

/// The glyphs of another language are loaded when they are first drawn.
async fn fonts_are_there(window: &Window) -> Result<()> {
    window
        .wait("the fonts", async || {
            let there = window.script("return document.fonts.status === 'loaded'").await?;
            Ok((there == true).then_some(()))
        })
        .await
}

/// As on another computer: from the first screen, with the passphrase.
async fn restore_and_open(window: &Window, home: &Home, yesterday: &Path, entries: u64) -> Result<()> {
    let restored = home.path().join("restored.hefu");
    window.click("lock-workspace").await?;
    window.click("start-restore").await?;
    window.dialogs_answer(&[yesterday, &restored])?;
    window.click("restore-start-backup").await?;
    window.click("restore-start-path").await?;
    window.fill("restore-start-passphrase", &passphrase()?).await?;
    window.picture("recovery-4-restore").await?;
    window.click("restore-start-run").await?;
    window.find("page-today").await?;
    let status = ask(window, "workspace_status", json!({})).await?;
    assert_eq!(status["open"]["path"], json!(restored));
    assert_eq!(status["open"]["entries"], json!(entries), "as many as were rehearsed");
    Ok(())
}
