//! Gates in the real window: a project is set up from a template, a condition is confirmed and another waived, a gate that
//! was blocked is passed, checks and hand-overs are looked at, and each act is taken back.

use hefu_tests::places;
use hefu_tests::sample::{Home, ask, visit};
use hefu_tests::window::{Result, Window};
use serde_json::{Value, json};

const VIEWS: [(&str, &str); 4] = [("en", "light"), ("zh", "light"), ("both", "light"), ("zh", "dark")];
const DOWN: char = '\u{e015}';
const ENTER: char = '\u{e007}';
const TAB: char = '\u{e004}';

async fn pictures(window: &Window, name: &str) -> Result<()> {
    for (language, theme) in VIEWS {
        window.click(&format!("switch-theme-{theme}")).await?;
        window.click(&format!("switch-language-{language}")).await?;
        window.picture(&format!("gates-{name}-{language}-{theme}")).await?;
    }
    window.click("switch-theme-light").await?;
    window.click("switch-language-en").await
}

/// Chooses in a list what is found by these words, and leaves the list.
async fn choose(window: &Window, testid: &str, words: &str) -> Result<()> {
    window.click(testid).await?;
    window.press(&words.chars().collect::<Vec<_>>()).await?;
    window.press(&[ENTER]).await?;
    window.press(&[TAB]).await
}

/// A project that nothing has been done to, of the parties of the sample.
async fn fresh(window: &Window) -> Result<String> {
    let list = ask(window, "list_projects", json!({})).await?;
    let like = &list["projects"][0]["project"];
    let request = json!({ "project": null, "number": "HC-2027-001", "title": { "en": "Heron cloud", "zh": "苍鹭云" },
        "summary": { "en": "", "zh": "" }, "client": like["client"], "vendor": like["vendor"], "supervisor": null,
        "partners": [], "manager": like["manager"], "jurisdictions": ["SG"], "template": "sea_commercial" });
    let made = ask(window, "save_project", request).await?;
    Ok(made["project"].as_str().unwrap_or_default().to_owned())
}

#[tokio::test]
async fn a_project_is_set_up_confirmed_and_waived() -> Result<()> {
    let home = Home::with_sample()?;
    let window = home.open().await?;
    let project = fresh(&window).await?;
    visit(&window, &format!("/projects/{project}/gates")).await?;
    window.find("gate-empty").await?;
    pictures(&window, "1-empty").await?;
    window.click("gate-set-up").await?;
    window.click("gate-set-up-template").await?;
    window.press(&[DOWN, ENTER]).await?;
    window.picture("gates-2-set-up").await?;
    window.click("gate-set-up-save").await?;
    window.is("undo-toast", "data-act", "lifecycle_set_up").await?;
    window.click("gate-GT-01").await?;
    window.is("gate-condition-need-confirmed", "data-verdict", "unknown").await?;
    pictures(&window, "3-gate").await?;

    window.click("gate-confirm-need-confirmed").await?;
    choose(&window, "gate-confirm-by", "Qin Lan").await?;
    window.picture("gates-4-confirm").await?;
    window.click("gate-confirm-save").await?;
    window.is("undo-toast", "data-act", "condition_confirmed").await?;
    window.is("gate-condition-need-confirmed", "data-verdict", "met").await?;

    window.click("gate-waive-contract-signed").await?;
    window.fill("gate-waive-reason-en", "The seal is away").await?;
    choose(&window, "gate-waive-requested-by", "Zhao Wenqi").await?;
    choose(&window, "gate-waive-approved-by", "Zhao Wenqi").await?;
    window.click("gate-waive-save").await?;
    window.says("gate-waive-dialog", "cannot approve it").await?;
    window.picture("gates-5-own-waiver").await?;
    choose(&window, "gate-waive-approved-by", "Zhao Wenqi").await?;
    choose(&window, "gate-waive-approved-by", "Qin Lan").await?;
    window.click("gate-waive-save").await?;
    window.is("undo-toast", "data-act", "waiver_granted").await?;
    window.is("gate-condition-contract-signed", "data-verdict", "waived").await?;
    pictures(&window, "6-waived").await?;
    window.click("gate-waiver-end-WV-01").await?;
    window.is("gate-condition-contract-signed", "data-verdict", "unknown").await?;
    window.click("undo-act").await?;
    window.is("gate-condition-contract-signed", "data-verdict", "waived").await?;

    window.click("gate-names-sales-handed-over").await?;
    window.find("gate-names-form").await?;
    window.picture("gates-7-names").await?;
    window.click("gate-names-cancel").await?;
    window.close().await
}

async fn standing(window: &Window, project: &str, number: &str) -> Result<Value> {
    let view = ask(window, "gates", json!({ "project": project })).await?;
    let lines = view["lines"].as_array().cloned().unwrap_or_default();
    let mut gates = lines.iter().flat_map(|line| line["gates"].as_array().cloned().unwrap_or_default());
    Ok(gates.find(|gate| gate["record"]["number"] == number).unwrap_or_default())
}

#[tokio::test]
async fn a_gate_that_was_blocked_is_passed_and_taken_back() -> Result<()> {
    let home = Home::with_sample()?;
    let window = home.open().await?;
    let project = places::of_sample(&window).await?.of("project");
    // The acceptance of Singapore, with what it waits for waived.
    let number = "GT-11";
    let blocked = standing(&window, &project, number).await?;
    assert_eq!(blocked["state"], "held");
    let people = ask(&window, "list_parties", json!({ "project": null })).await?["people"].clone();
    for condition in blocked["conditions"].as_array().into_iter().flatten() {
        let request = json!({ "gate": blocked["record"]["id"], "condition": condition["key"],
            "reason": { "en": "Agreed with the clinics", "zh": "已与诊所商定" }, "measure": { "en": "", "zh": "" },
            "requested_by": people[0]["id"], "approved_by": [people[1]["id"]], "expires": "2026-10-31" });
        ask(&window, "grant_waiver", request).await?;
    }
    visit(&window, &format!("/projects/{project}/gates")).await?;
    window.find("gate-GT-06").await?;
    pictures(&window, "8-sample").await?;
    window.click("gate-GT-06").await?;
    window.find("gate-panel").await?;
    pictures(&window, "9-blocked").await?;
    window.gone("gate-pass").await?;

    window.click("gate-GT-11").await?;
    window.click("gate-pass").await?;
    window.is("undo-toast", "data-act", "gate_passed").await?;
    window.find("gate-state-GT-11").await?;
    assert_eq!(standing(&window, &project, number).await?["state"], "passed");
    pictures(&window, "10-passed").await?;
    window.click("undo-act").await?;
    window.is("undo-toast", "data-act", "undone").await?;
    assert_eq!(standing(&window, &project, number).await?["state"], "ready");

    window.click("gate-view-checks").await?;
    window.click("gate-check-SOV-09").await?;
    window.find("gate-check-form").await?;
    pictures(&window, "11-checks").await?;
    window.click("cancel-gate-check").await?;
    window.click("gate-view-hand_overs").await?;
    window.is("promise-PR-04", "data-traced", "no").await?;
    pictures(&window, "12-hand-overs").await?;
    window.click("hand-over-HO-02-monitoring").await?;
    window.is("undo-toast", "data-act", "record_edited").await?;
    window.click("undo-act").await?;
    window.is("undo-toast", "data-act", "undone").await?;
    window.close().await
}
