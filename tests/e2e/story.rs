//! The meeting: the last criteria are marked with the client, the report is previewed, issued, signed by both
//! parties on the screen, exported and verified; and a changed byte is found.

use std::path::Path;

use hefu_tests::places;
use hefu_tests::sample::{Home, ask, change_a_page, visit};
use hefu_tests::window::{Result, Window};
use serde_json::{Value, json};

#[tokio::test]
async fn the_whole_meeting_from_the_last_criterion_to_the_verified_paper() -> Result<()> {
    let home = Home::with_sample()?;
    let window = home.open().await?;
    let places = places::of_sample(&window).await?;
    let project = places.of("project");

    speak_each_language(&window).await?;
    mark_the_last_criteria(&window, &project, &places.of("round")).await?;
    clear_the_way(&window).await?;
    look_and_issue(&window).await?;
    sign_for_everybody(&window).await?;

    let paper = home.path().join("report.pdf");
    window.dialogs_answer(&[&paper])?;
    window.click("signing-export").await?;
    window.wait("the paper on the disk", async || Ok(paper.exists().then_some(()))).await?;
    window.click("signing-done").await?;
    window.is("document-state", "data-state", "signed").await?;
    window.picture("story-6-signed").await?;

    verified_as(&window, &paper, "unchanged").await?;
    window.picture("story-7-verified").await?;
    let changed = home.path().join("changed.pdf");
    change_a_page(&paper, &changed)?;
    verified_as(&window, &changed, "changed").await?;
    window.says("verify-fault", "page").await?;
    window.picture("story-8-changed").await?;
    window.close().await
}

async fn speak_each_language(window: &Window) -> Result<()> {
    for (language, lang) in [("zh", "zh-CN"), ("both", "en"), ("en", "en")] {
        window.click(&format!("switch-language-{language}")).await?;
        window
            .wait(&format!("the window in {language}"), async || {
                let now = window.script("return document.documentElement.lang").await?;
                Ok((now == lang).then_some(()))
            })
            .await?;
        window.picture(&format!("story-1-today-{language}")).await?;
    }
    window.click("switch-language-both").await
}

/// Every criterion that waits is marked as passed, by row and button.
async fn mark_the_last_criteria(window: &Window, project: &str, round: &str) -> Result<()> {
    visit(window, &format!("/projects/{project}/acceptance")).await?;
    let open = not_tested(&ask(window, "acceptance_round", json!({ "round": round })).await?);
    assert_eq!(open.len(), 4, "the sample leaves four criteria for the meeting: {open:?}");
    window.picture("story-2-before").await?;
    for number in &open {
        go_to(window, number).await?;
        window.click("acceptance-mark-passed").await?;
        window.is("acceptance-mark-passed", "aria-checked", "true").await?;
    }
    window
        .wait("nothing left to be marked", async || {
            let view = ask(window, "acceptance_round", json!({ "round": round })).await?;
            Ok(not_tested(&view).is_empty().then_some(()))
        })
        .await?;
    nothing_blocks(window, round).await?;
    window.click("acceptance-conclude").await?;
    window.click("acceptance-conclude-conditional").await?;
    window.is("acceptance-concluded", "data-conclusion", "conditional").await?;
    window.picture("story-3-concluded").await?;
    window.click("acceptance-issue-report").await?;
    window.find("page-document").await.map(drop)
}

/// Goes down the list by key until the criterion is shown; the page begins with the first that waits.
async fn go_to(window: &Window, number: &str) -> Result<()> {
    let mut shown = String::new();
    loop {
        let before = shown.clone();
        shown = window
            .wait(&format!("a criterion after {before}"), async || {
                let head = window.text("acceptance-panel").await?;
                let end = head.find(|each: char| !each.is_ascii_digit() && each != '.').unwrap_or(head.len());
                let now = head[..end].to_owned();
                Ok((!now.is_empty() && now != before).then_some(now))
            })
            .await?;
        if shown == number {
            return Ok(());
        }
        window.press(&['j']).await?;
    }
}

/// The parties agree that no open issue holds back the acceptance.
async fn nothing_blocks(window: &Window, round: &str) -> Result<()> {
    let view = ask(window, "acceptance_round", json!({ "round": round })).await?;
    let issues = view["open_issues"].as_array().into_iter().flatten().map(|line| &line["issue"]);
    let blocking = issues.filter(|issue| issue["blocking"] == "blocks" && issue["closed"].is_null());
    window.click("acceptance-view-issues").await?;
    for number in blocking.filter_map(|issue| issue["number"].as_str()) {
        window.click(&format!("acceptance-issue-{number}")).await?;
        window.click("acceptance-issue-blocking-does_not_block").await?;
        window.click("acceptance-issue-save").await?;
        window
            .wait(&format!("{number} to block no more"), async || {
                let now = ask(window, "acceptance_round", json!({ "round": round })).await?;
                let mut lines =
                    now["open_issues"].as_array().into_iter().flatten().map(|line| &line["issue"]);
                let changed = lines.any(|issue| issue["number"] == number && issue["blocking"] != "blocks");
                Ok(changed.then_some(()))
            })
            .await?;
    }
    window.click("acceptance-view-criteria").await
}

fn not_tested(round: &Value) -> Vec<String> {
    let chapters = round["chapters"].as_array().into_iter().flatten();
    let lines = chapters.flat_map(|chapter| chapter["criteria"].as_array().into_iter().flatten());
    let open = lines.filter(|line| line["mark"] == "not_tested");
    open.filter_map(|line| line["criterion"]["number"].as_str().map(str::to_owned)).collect()
}

/// Texts that nobody has read against each other are read; then nothing stands in the way.
async fn clear_the_way(window: &Window) -> Result<()> {
    window.find("document-obstacles").await?;
    loop {
        let left = window.attribute("document-obstacles", "data-count").await?;
        if left == "0" {
            break;
        }
        window.click("document-obstacle-review").await?;
        window
            .wait("one obstacle less", async || {
                let now = window.attribute("document-obstacles", "data-count").await?;
                Ok((now != left).then_some(()))
            })
            .await?;
    }
    window.find("document-ready").await.map(drop)
}

async fn look_and_issue(window: &Window) -> Result<()> {
    window.click("document-view-preview").await?;
    let page = window.find("document-preview-page").await?;
    let drawn = "return arguments[0].complete && arguments[0].naturalWidth > 400";
    window
        .wait("the page to be drawn", async || {
            let drawn = window.client.execute(drawn, vec![json!(page)]).await?;
            Ok((drawn == true).then_some(()))
        })
        .await?;
    window.picture("story-4-preview").await?;
    window.click("document-issue").await?;
    window.find("document-issue-dialog").await?;
    window.click("document-issue-confirm").await?;
    window.is("document-state", "data-state", "issued").await
}

/// Whoever's turn it is draws a signature of their own, until everybody has signed.
async fn sign_for_everybody(window: &Window) -> Result<()> {
    window.click("document-sign").await?;
    let mut signed = 0;
    while window.count("signing-complete").await? == 0 {
        let height = f64::from(signed) * 8.0;
        let drawing =
            [(-120.0, 20.0), (-70.0, -30.0 + height), (-20.0, 25.0), (40.0, -20.0), (110.0, 10.0 - height)];
        window.draw("signing-canvas", &drawing).await?;
        window.is("signing-canvas", "data-strokes", "1").await?;
        window.picture(&format!("story-5-signing-{signed}")).await?;
        window.click("signing-sign").await?;
        signed += 1;
        window
            .wait("the signature to be taken", async || {
                let fresh = window.find_now("signing-canvas", "data-strokes", "0").await?;
                Ok((fresh || window.count("signing-complete").await? > 0).then_some(()))
            })
            .await?;
    }
    assert!(signed >= 2, "both parties sign");
    Ok(())
}

async fn verified_as(window: &Window, file: &Path, verdict: &str) -> Result<()> {
    let path = file.display().to_string();
    window
        .client
        .execute(
            "window.location.hash = '/verify?path=' + encodeURIComponent(arguments[0])",
            vec![json!(path)],
        )
        .await?;
    window.is("verify-verdict", "data-verdict", verdict).await
}
