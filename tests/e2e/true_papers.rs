//! No false paper and nothing lost, in the real window: signers are what their organisation is, a tick has its words,
//! columns that are not read are named, and undo keeps to the project and the sitting in view.

use std::io;

use fantoccini::key::Key;
use hefu_cli::story;
use hefu_commands::{Engine, NoKeychain, Outside};
use hefu_tests::places;
use hefu_tests::sample::{Home, ask, visit};
use hefu_tests::window::{Result, Window};
use serde_json::{Value, json};

/// Opens a choice by its field and types what is wanted.
async fn choose(window: &Window, testid: &str, words: &str) -> Result<()> {
    window.click(testid).await?;
    let keys = format!("{words}{}", char::from(Key::Enter));
    Ok(window.client.active_element().await?.send_keys(&keys).await?)
}

async fn pictures(window: &Window, name: &str) -> Result<()> {
    for (language, theme) in [("zh", "light"), ("both", "dark"), ("en", "light")] {
        for switch in [format!("switch-theme-{theme}"), format!("switch-language-{language}")] {
            // By the page's own switches, which a dialog covers.
            window.script(&format!("document.querySelector('[data-testid={switch}]').click();")).await?;
        }
        window
            .wait("the fonts", async || {
                let there = window.script("return document.fonts.status === 'loaded'").await?;
                Ok((there == true).then_some(()))
            })
            .await?;
        window.picture(&format!("true-{name}-{language}-{theme}")).await?;
    }
    Ok(())
}

async fn obstacles(window: &Window, document: &Value) -> Result<Vec<String>> {
    let view = ask(window, "document", json!({ "document": document })).await?;
    let kinds = view["obstacles"].as_array().into_iter().flatten().filter_map(|each| each["kind"].as_str());
    Ok(kinds.map(str::to_owned).collect())
}

/// Waits until exactly these kinds stand in the way.
async fn in_the_way(window: &Window, document: &Value, expected: &[&str]) -> Result<()> {
    window
        .wait(&format!("{expected:?} in the way"), async || {
            let shown = window.attribute("document-obstacles", "data-count").await?;
            let found = obstacles(window, document).await?;
            Ok((found == expected && shown == expected.len().to_string()).then_some(()))
        })
        .await
}

#[tokio::test]
async fn a_person_signs_for_the_party_of_the_organisation_and_every_party_signs_or_says_why_not() -> Result<()>
{
    let home = Home::with_sample()?;
    let engine = Engine::new(Outside::of_this_machine().with_keychain(Box::new(NoKeychain)));
    let document = story::prepare(&engine, &home.sample()).map_err(|e| io::Error::other(format!("{e:?}")))?;
    drop(engine);
    let window = home.open().await?;
    let project = places::of_sample(&window).await?.of("project");
    let at = format!("/projects/{project}/documents?document={}", document.as_str().unwrap_or_default());

    // A draft of an older program: somebody of the vendor stands as the client.
    let view = ask(&window, "document", json!({ "document": document })).await?;
    let signers = view["signers"].as_array().cloned().unwrap_or_default();
    let vendor = signers.iter().find(|each| each["signer"]["role"] == "vendor").cloned().unwrap_or_default();
    let vendor = &vendor["signer"];
    let false_one = json!({ "signer": vendor["id"], "document": document, "position": vendor["position"],
        "person": vendor["person"], "role": "client", "capacity": { "en": vendor["capacity"]["en"]["words"],
        "zh": vendor["capacity"]["zh"]["words"] } });
    ask(&window, "save_signer", false_one).await?;
    visit(&window, &at).await?;
    in_the_way(&window, &document, &["signer_of_another_party", "party_unsigned"]).await?;
    window.is("document-issue", "disabled", "").await?;
    window.click("document-obstacle-signer-of-another-party").await?;
    window.is("document-signer-truth", "data-party", "vendor").await?;
    window.find("document-signer-was").await?;
    pictures(&window, "1-signer").await?;
    window.click("document-signer-save").await?;
    in_the_way(&window, &document, &[]).await?;

    // The supervisor does not sign: the reason stands in the paper.
    // The button shows under the mouse.
    window.script("document.querySelector('[data-testid=document-signer-edit-supervisor]').click()").await?;
    window.click("document-signer-remove").await?;
    in_the_way(&window, &document, &["party_unsigned"]).await?;
    pictures(&window, "2-unsigned").await?;
    window.click("document-obstacle-party-unsigned").await?;
    window.click("document-waive-supervisor").await?;
    window.fill("document-waiver-supervisor-en", "its contract ended").await?;
    window.fill("document-waiver-supervisor-zh", "监理合同已到期").await?;
    window.script("document.activeElement.blur()").await?;
    in_the_way(&window, &document, &["text"]).await?;
    window.click("document-review-waiver-supervisor").await?;
    in_the_way(&window, &document, &[]).await?;
    pictures(&window, "3-waived").await?;
    window.click("document-waiver-remove-supervisor").await?;
    in_the_way(&window, &document, &["party_unsigned"]).await?;
    window.press(&[char::from(Key::Control), 'z']).await?;
    in_the_way(&window, &document, &[]).await?;

    // A new signer is offered nothing that would not be true.
    window.click("document-signer-add").await?;
    choose(&window, "document-signer-person", "Ma Jun").await?;
    window.is("document-signer-truth", "data-party", "none").await?;
    window.close().await
}

#[tokio::test]
async fn who_is_ticked_to_sign_is_never_unticked_by_saving() -> Result<()> {
    let home = Home::with_sample()?;
    let window = home.open().await?;
    let project = places::of_sample(&window).await?.of("project");
    visit(&window, &format!("/projects/{project}/parties")).await?;
    window.click("add-person").await?;
    window.fill("person-name-en", "Li Min").await?;
    window.fill("person-name-zh", "李敏").await?;
    choose(&window, "person-organisation", "Hechao").await?;
    window.click("person-may-sign").await?;
    window.find("person-authority-missing").await?;
    assert!(!window.find("save-person").await?.is_enabled().await?, "a tick without words is not saved");
    pictures(&window, "4-authority").await?;
    window.fill("person-authority-zh", "本项目文件").await?;
    window.click("save-person").await?;
    let authority = async || -> Result<Value> {
        let parties = ask(&window, "list_parties", json!({ "project": null })).await?;
        let people = parties["people"].as_array().cloned().unwrap_or_default();
        let mut named = people.into_iter().filter(|each| each["name"]["zh"]["words"] == "李敏");
        Ok(named.next().unwrap_or_default()["may_sign"]["zh"]["words"].clone())
    };
    window
        .wait("the authority kept", async || Ok((authority().await? == "本项目文件").then_some(())))
        .await?;
    window.close().await
}

#[tokio::test]
async fn what_a_table_says_is_read_or_named() -> Result<()> {
    let home = Home::with_sample()?;
    let window = home.open().await?;
    let project = places::of_sample(&window).await?.of("project");
    visit(&window, &format!("/projects/{project}/scope")).await?;
    window.click("scope-import").await?;
    window.click("import-target-criteria").await?;
    window.find("import-text").await?;
    let table = "编号\tCriterion\t验收标准\t验证方法\t对应需求\t对应交付物\n\
        90.1\tRecords open in 2 seconds\t病历 2 秒内打开\t\tR-001\tD-01\n\
        90.2\tRecords can be exported\t病历可导出\t演练\tR-002\tD-02";
    let script = "const area = document.querySelector('[data-testid=import-text]');
        Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value').set.call(area, arguments[0]);
        area.dispatchEvent(new Event('input', { bubbles: true }));";
    window.client.execute(script, vec![json!(table)]).await?;
    window.click("import-preview").await?;
    window.is("import-found", "data-faults", "0").await?;
    window.is("import-not-read", "data-count", "2").await?;
    pictures(&window, "5-import").await?;
    window.says("import-not-read", "对应需求, 对应交付物").await?;
    window.click("import-confirm").await?;
    window.says("notice-said", "对应需求, 对应交付物").await?;
    let matrix = ask(&window, "scope_matrix", json!({ "project": project })).await?;
    let rows = matrix["criteria"].as_array().cloned().unwrap_or_default();
    let method = |number: &str| {
        rows.iter()
            .find(|row| row["criterion"]["number"] == number)
            .map(|row| row["criterion"]["method"].clone())
    };
    assert_eq!((method("90.1"), method("90.2")), (Some(json!("not-stated")), Some(json!("drill"))));
    window.close().await
}

async fn newest(window: &Window) -> Result<Value> {
    let asked = json!({ "trail": { "of": "workspace" }, "project": null, "before": null, "limit": 1 });
    Ok(ask(window, "list_entries", asked).await?["entries"][0].clone())
}

/// Waits until the newest entry of the journal is of this act.
async fn wrote(window: &Window, act: &str) -> Result<Value> {
    window
        .wait(&format!("{act} in the journal"), async || {
            let entry = newest(window).await?;
            Ok((entry["act"] == act).then_some(entry))
        })
        .await
}

#[tokio::test]
async fn undo_keeps_to_the_project_in_view_and_asks_before_an_earlier_sitting() -> Result<()> {
    let home = Home::with_sample()?;
    let window = home.open().await?;
    let project = places::of_sample(&window).await?.of("project");
    let list = ask(&window, "list_projects", json!({})).await?;
    let lines = list["projects"].as_array().cloned().unwrap_or_default();
    let other = lines.iter().map(|line| &line["project"]["id"]).find(|id| **id != project).cloned();
    let undo = async || window.press(&[char::from(Key::Control), 'z']).await;

    visit(&window, &format!("/projects/{project}/acceptance")).await?;
    window.find("acceptance-panel").await?;
    window.script("document.activeElement.blur()").await?;
    window.press(&['1']).await?;
    wrote(&window, "criterion_marked").await?;
    // Meanwhile something newer is recorded in another project.
    ask(
        &window,
        "save_round",
        json!({ "round": null, "project": other, "number": "FA-77", "kind": "final",
        "planned": null, "notice": null, "meeting": null }),
    )
    .await?;
    undo().await?;
    let undone = wrote(&window, "undone").await?;
    assert_eq!(undone["args"]["of"]["act"], "criterion_marked", "the other project's act is passed over");
    window.find("undo-toast-project").await?;
    window.picture("true-6-toast").await?;
    // What is left here is of an earlier sitting: it is named, and left alone when she does not agree.
    undo().await?;
    window.is("consent-act", "data-why", "earlier_sitting").await?;
    window.find("consent-project").await?;
    pictures(&window, "7-consent").await?;
    window.click("consent-cancel").await?;
    window.gone("consent-dialog").await?;
    assert_eq!(newest(&window).await?["workspace"], undone["workspace"]);
    undo().await?;
    window.click("consent-agree").await?;
    let again = window
        .wait("the earlier act taken back", async || {
            let entry = newest(&window).await?;
            Ok((entry["workspace"] != undone["workspace"]).then_some(entry))
        })
        .await?;
    assert_eq!((&again["act"], &again["project"]), (&json!("undone"), &json!(project)));
    window.close().await
}
