//! A workbook as a client sends it: a cover, a title above the heading, a heading that nobody knows. It is brought in by
//! choosing a sheet and saying what one column holds.

use std::path::Path;

use fantoccini::key::Key;
use hefu_tests::sample::{Home, ask, visit};
use hefu_tests::window::{CommandError, Result, Window};
use rust_xlsxwriter::{Workbook, XlsxError};
use serde_json::json;

fn workbook(path: &Path, rows: &[(&str, &str, &str)]) -> std::result::Result<(), XlsxError> {
    let mut book = Workbook::new();
    book.add_worksheet().set_name("封面")?.write(2, 1, "港城健康云补充需求")?;
    let old = book.add_worksheet().set_name("V0.9")?;
    for (column, heading) in ["编号", "需求", "英文"].iter().enumerate() {
        old.write(0, u16::try_from(column).unwrap_or_default(), *heading)?;
    }
    old.write_row(1, 0, ["R-301", "旧稿", "An old draft"])?;
    let sheet = book.add_worksheet().set_name("需求清单 V1.0")?;
    sheet.write(0, 0, "补充需求清单（2026年9月）")?;
    sheet.write_row(2, 0, ["编号", "需求", "Said abroad"])?;
    for (row, (number, zh, en)) in rows.iter().enumerate() {
        sheet.write_row(3 + u32::try_from(row).unwrap_or_default(), 0, [*number, *zh, *en])?;
    }
    book.save(path)
}

/// Opens a choice by its field and types what is wanted.
async fn choose(window: &Window, testid: &str, words: &str) -> Result<()> {
    window.click(testid).await?;
    let keys = format!("{words}{}", char::from(Key::Enter));
    Ok(window.client.active_element().await?.send_keys(&keys).await?)
}

#[tokio::test]
async fn a_workbook_with_a_cover_comes_in_by_choosing_a_sheet_and_a_column() -> Result<()> {
    let home = Home::with_sample()?;
    let path = home.path().join("补充需求.xlsx");
    let rows = [
        ("R-301", "病历可导出", "Records can be exported"),
        ("R-302", "日志保存六个月", "Logs are kept for six months"),
    ];
    workbook(&path, &rows).map_err(|error| CommandError::Io(std::io::Error::other(error)))?;
    let window = home.open().await?;
    let projects = ask(&window, "list_projects", json!({})).await?;
    let rows = projects["projects"].as_array().cloned().unwrap_or_default();
    let project = rows.iter().map(|row| &row["project"]).find(|project| project["number"] == "HC-2026-014");
    let project = project.and_then(|project| project["id"].as_str()).unwrap_or_default().to_owned();
    visit(&window, &format!("/projects/{project}/scope")).await?;
    window.click("scope-import").await?;
    window.click("import-from-file").await?;
    window.dialogs_answer(&[&path])?;
    window.click("import-choose").await?;

    // The first sheet with a table is found by itself; it is the draft, and the one that counts is chosen.
    window.is("import-found", "data-rows", "1").await?;
    choose(&window, "import-sheet", "V1.0").await?;
    window.is("import-found", "data-rows", "2").await?;
    window.is("import-not-read", "data-count", "1").await?;
    for language in ["zh", "en"] {
        window
            .script(&format!("document.querySelector('[data-testid=switch-language-{language}]').click();"))
            .await?;
        window.picture(&format!("import-1-column-{language}")).await?;
    }
    choose(&window, "import-column-C", "English").await?;
    window.gone("import-not-read").await?;
    window.is("import-changes", "data-added", "2").await?;
    window.picture("import-2-ready-en").await?;
    window.click("import-confirm").await?;
    window.gone("import-dialog").await?;
    let titles = async || -> Result<Vec<String>> {
        let matrix = ask(&window, "scope_matrix", json!({ "project": project })).await?;
        let rows = matrix["requirements"].as_array().cloned().unwrap_or_default();
        let new =
            rows.iter().map(|row| &row["requirement"]).filter(|row| row["number"].as_str() >= Some("R-301"));
        Ok(new.filter_map(|row| row["title"]["en"]["words"].as_str().map(str::to_owned)).collect())
    };
    assert_eq!(titles().await?, ["Records can be exported", "Logs are kept for six months"]);
    window.click("undo-act").await?;
    window.wait("taken back in one step", async || Ok(titles().await?.is_empty().then_some(()))).await?;
    window.close().await
}
