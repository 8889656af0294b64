//! What is typed into the record is nowhere on the disk in plain: not in the workspace, not in temporary files,
//! not in the webview's profile.

use std::fs;
use std::path::{Path, PathBuf};

use hefu_tests::places;
use hefu_tests::sample::{Home, ask, visit};
use hefu_tests::window::Result;
use serde_json::json;

const CANARIES: [(&str, &str); 2] = [("en", "Wren-4417-sings-at-dusk"), ("zh", "金丝雀四四一七暮鸣")];

#[tokio::test]
async fn nothing_typed_is_left_on_the_disk_in_plain() -> Result<()> {
    let home = Home::with_sample()?;
    let window = home.open().await?;
    let places = places::of_sample(&window).await?;
    visit(&window, &format!("/projects/{}/acceptance", places.of("project"))).await?;
    for (side, canary) in CANARIES {
        window.fill(&format!("acceptance-measured-{side}"), canary).await?;
    }
    // Leaving the field keeps what was typed.
    window.click("acceptance-remark-en").await?;
    let round = json!({ "round": places.of("round") });
    window
        .wait("the words to be kept", async || {
            let kept = ask(&window, "acceptance_round", round.clone()).await?.to_string();
            Ok(CANARIES.iter().all(|(_, canary)| kept.contains(canary)).then_some(()))
        })
        .await?;
    window.click("lock-workspace").await?;
    window.find("page-unlock").await?;
    window.close().await?;

    assert!(files(home.path()).len() > 2, "a session leaves at least its settings and the workspace");
    for (_, canary) in CANARIES {
        assert_eq!(holding(home.path(), canary), Vec::<PathBuf>::new(), "{canary} is in plain");
    }
    // The search finds what is there: it would otherwise prove nothing.
    for (name, bytes) in encodings(CANARIES[1].1).into_iter().enumerate() {
        let planted = home.path().join(name.to_string());
        fs::write(&planted, [b"before ".to_vec(), bytes].concat())?;
        assert_eq!(holding(home.path(), CANARIES[1].1), std::slice::from_ref(&planted));
        fs::remove_file(planted)?;
    }
    Ok(())
}

/// UTF-8, and UTF-16 in both orders.
fn encodings(text: &str) -> [Vec<u8>; 3] {
    [
        text.as_bytes().to_vec(),
        text.encode_utf16().flat_map(u16::to_le_bytes).collect(),
        text.encode_utf16().flat_map(u16::to_be_bytes).collect(),
    ]
}

fn holding(folder: &Path, text: &str) -> Vec<PathBuf> {
    let forms = encodings(text);
    let holds = |path: &PathBuf| {
        let bytes = fs::read(path).unwrap_or_default();
        forms.iter().any(|form| bytes.windows(form.len()).any(|window| window == form))
    };
    files(folder).into_iter().filter(holds).collect()
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
            match entry.file_type() {
                Ok(kind) if kind.is_dir() => folders.push(entry.path()),
                Ok(kind) if kind.is_file() => found.push(entry.path()),
                _ => {}
            }
        }
    }
    found
}
