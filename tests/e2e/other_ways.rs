//! What the meeting does not need: requirements pasted from a table, evidence attached, signing with a certificate
//! of one's own and a typed name, a copy signed in ink taken back in, a refusal.

use std::fs;
use std::io;

use hefu_cli::story;
use hefu_commands::{Engine, NoKeychain, Outside};
use hefu_tests::places;
use hefu_tests::sample::{Home, ask, visit};
use hefu_tests::window::{Result, Window};
use serde_json::json;

/// A key and certificate of a client; the password is `hefu`.
const CERTIFICATE: &[u8] = include_bytes!("../../src-tauri/crates/signing/tests/pkcs12/p256-issued.p12");

#[tokio::test]
async fn requirements_are_pasted_and_taken_back_and_evidence_is_attached() -> Result<()> {
    let home = Home::with_sample()?;
    let window = home.open().await?;
    let project = places::of_sample(&window).await?.of("project");
    paste_requirements(&window, &project).await?;

    visit(&window, &format!("/projects/{project}/acceptance")).await?;
    let photograph = home.path().join("机房.png");
    fs::write(&photograph, window.photograph().await?)?;
    window.dialogs_answer(&[&photograph])?;
    let before = window.count("acceptance-evidence-line").await?;
    window.click("acceptance-evidence-attach").await?;
    window.fill("acceptance-evidence-title-en", "Machine room").await?;
    window.fill("acceptance-evidence-title-zh", "机房").await?;
    window.click("acceptance-evidence-save").await?;
    window
        .wait("the evidence in the list", async || {
            Ok((window.count("acceptance-evidence-line").await? > before).then_some(()))
        })
        .await?;
    window.picture("ways-2-evidence").await?;
    window.close().await
}

async fn paste_requirements(window: &Window, project: &str) -> Result<()> {
    visit(window, &format!("/projects/{project}/scope")).await?;
    window.click("scope-import").await?;
    let table =
        "编号\tEnglish\t中文\nR-101\tMedical records stay searchable\t病历可持续检索\nR-101\tTwice\t重复";
    let type_in = |text: &str| {
        let script = "const area = document.querySelector('[data-testid=import-text]');
            Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value').set.call(area, arguments[0]);
            area.dispatchEvent(new Event('input', { bubbles: true }));";
        window.client.execute(script, vec![json!(text)])
    };
    window.find("import-text").await?;
    type_in(table).await?;
    window.click("import-preview").await?;
    window.is("import-found", "data-faults", "1").await?;
    window.picture("ways-1-import-fault").await?;
    type_in(&table.replace("R-101\tTwice\t重复", "R-102\tRecords can be exported\t病历可导出")).await?;
    window.click("import-preview").await?;
    window.is("import-found", "data-faults", "0").await?;
    window.click("import-confirm").await?;
    let requirements = async || -> Result<usize> {
        let matrix = ask(window, "scope_matrix", json!({ "project": project })).await?;
        Ok(matrix["requirements"].as_array().map_or(0, Vec::len))
    };
    window.wait("two more requirements", async || Ok((requirements().await? == 48).then_some(()))).await?;
    window.click("undo-act").await?;
    window.wait("both taken back in one step", async || Ok((requirements().await? == 46).then_some(()))).await
}

#[tokio::test]
async fn a_certificate_ink_and_a_refusal() -> Result<()> {
    let home = Home::with_sample()?;
    let engine = Engine::new(Outside::of_this_machine().with_keychain(Box::new(NoKeychain)));
    let document = story::prepare(&engine, &home.sample()).map_err(|e| io::Error::other(format!("{e:?}")))?;
    let window = home.open().await?;
    let project = places::of_sample(&window).await?.of("project");
    ask(&window, "issue_document", json!({ "document": document })).await?;
    let at = document.as_str().unwrap_or_default();
    visit(&window, &format!("/projects/{project}/documents?document={at}")).await?;

    let certificate = home.path().join("lin.p12");
    fs::write(&certificate, CERTIFICATE)?;
    window.click("document-sign").await?;
    window.click("signing-type").await?;
    window.fill("signing-typed", "赵文琪 Zhao Wenqi").await?;
    window.click("signing-key-pkcs12").await?;
    window.dialogs_answer(&[&certificate])?;
    window.click("signing-certificate").await?;
    window.says("signing-dialog", "lin.p12").await?;
    window.fill("signing-certificate-password", "wrong").await?;
    window.click("signing-sign").await?;
    window.find("failure").await?;
    window.picture("ways-3-wrong-password").await?;
    window.fill("signing-certificate-password", "hefu").await?;
    window.click("signing-sign").await?;
    window.find_css("[data-testid=signing-signer-vendor][data-turn=done]").await?;
    window.click("signing-close").await?;

    let digest = window.attribute("document-digest-record", "data-sha256").await?;
    let scan = home.path().join("scan.png");
    fs::write(&scan, window.photograph().await?)?;
    window.click("document-copy-open").await?;
    window.dialogs_answer(&[&scan])?;
    window.click("document-copy-choose").await?;
    window.fill("document-copy-digest", "0000 0000").await?;
    window.click("document-copy-confirm").await?;
    window.find("failure").await?;
    window.fill("document-copy-digest", &digest[..16]).await?;
    window.click("document-copy-confirm").await?;
    window.find_css("[data-testid=document-signer-client][data-turn=done]").await?;
    window.picture("ways-4-ink").await?;

    window.click("document-sign").await?;
    window.click("signing-refuse").await?;
    window.fill("signing-refuse-reason", "D-25 还未移交").await?;
    window.click("signing-refuse-confirm").await?;
    window.find("signing-refused").await?;
    window.picture("ways-5-refused").await?;
    window.click("signing-close").await?;
    window.find_css("[data-testid=document-signer-supervisor][data-turn=refused]").await?;
    window.close().await
}
