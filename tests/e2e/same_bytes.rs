//! From the same workspace, clock and randomness the window and the terminal issue the same document, byte by byte.

use std::fs;
use std::io::{self, Write};
use std::path::Path;
use std::process::Stdio;

use hefu_cli::story;
use hefu_commands::{Engine, NoKeychain, Outside};
use hefu_tests::places;
use hefu_tests::programs;
use hefu_tests::sample::{Home, passphrase, visit};
use hefu_tests::window::{CommandError, Launch, Result, Window};
use serde_json::{Value, json};

const INSTANT: &str = "2026-09-28T17:52:00+08:00";
const SEED: u64 = 20_260_928;

#[tokio::test]
async fn the_window_and_the_terminal_issue_the_same_bytes() -> Result<()> {
    let home = Home::with_sample()?;
    let engine = Engine::new(Outside::of_this_machine().with_keychain(Box::new(NoKeychain)));
    let document = story::prepare(&engine, &home.sample()).map_err(|e| io::Error::other(format!("{e:?}")))?;
    // The window makes one when it opens, which is an act of its own, unless there is one of this hour.
    terminal(&home.sample(), "rotate_backups", &json!({ "occasion": "opened", "folder": null }))?;
    let copy = home.path().join("copy.hefu");
    fs::copy(home.sample(), &copy)?;

    let fixed = Some((INSTANT.to_owned(), SEED));
    let launch = Launch { fixed, ..Launch::at(home.path()).on_sample(&home.sample()) };
    let window = Window::open(&launch).await?;
    window.click("unlock-workspace").await?;
    window.find("page-today").await?;
    let project = places::of_sample(&window).await?.of("project");
    let at = document.as_str().unwrap_or_default();
    visit(&window, &format!("/projects/{project}/documents?document={at}")).await?;
    window.click("document-issue").await?;
    window.click("document-issue-confirm").await?;
    window.is("document-state", "data-state", "issued").await?;
    window.close().await?;

    terminal(&copy, "issue_document", &json!({ "document": document }))?;
    let issued = |file: &Path| -> Result<Vec<u8>> {
        let paper = file.with_extension("pdf");
        terminal(file, "export_document", &json!({ "document": document, "path": paper }))?;
        Ok(fs::read(paper)?)
    };
    let (by_window, by_terminal) = (issued(&home.sample())?, issued(&copy)?);
    assert!(by_window.starts_with(b"%PDF-"), "a document was issued");
    assert!(by_window == by_terminal, "{} and {} bytes", by_window.len(), by_terminal.len());
    Ok(())
}

fn terminal(file: &Path, command: &str, request: &Value) -> Result<()> {
    let seed = SEED.to_string();
    let mut cli = programs::cli(["--clock", INSTANT, "--seed", &seed, "--passphrase-fd", "0", "--workspace"]);
    cli.arg(file).args(["call", command]).arg(request.to_string());
    let mut running = cli.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn()?;
    if let Some(mut input) = running.stdin.take() {
        writeln!(input, "{}", passphrase()?)?;
    }
    let told = running.wait_with_output()?;
    if told.status.success() {
        return Ok(());
    }
    Err(CommandError::Io(io::Error::other(String::from_utf8_lossy(&told.stderr).into_owned())))
}
