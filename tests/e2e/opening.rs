//! The window opens, asks for the workspace, and speaks the language it is asked to.

use hefu_tests::desktop::Desktop;
use hefu_tests::sample::Home;
use hefu_tests::window::{Launch, Result, Window};

#[tokio::test]
async fn the_window_opens_and_changes_its_language() -> Result<()> {
    let home = tempfile::tempdir()?;
    let window = Window::open(&Launch::at(home.path())).await?;
    window.find("page-unlock").await?;
    for (choice, lang) in [("zh", "zh-CN"), ("en", "en"), ("both", "en")] {
        window.click(&format!("switch-language-{choice}")).await?;
        window
            .wait(&format!("the page to be in {lang}"), async || {
                let now = window.script("return document.documentElement.lang").await?;
                Ok((now == lang).then_some(()))
            })
            .await?;
        window.picture(&format!("unlock-{choice}")).await?;
    }
    window.close().await
}

#[tokio::test]
async fn a_workspace_whose_key_the_keychain_holds_is_open_when_the_window_comes_up() -> Result<()> {
    let home = Home::with_sample()?;
    let desktop = Desktop::with_keychain(home.path())?;
    let launch = Launch { bus: Some(desktop.address().to_owned()), ..Launch::at(home.path()) };
    let named = Launch { arguments: vec![home.sample().display().to_string()], ..launch.clone() };
    let window = Window::open(&named).await?;
    window.find("open-form").await?;
    window.close().await?;

    desktop.keep_key(&home.sample()).await?;
    let window = Window::open(&named).await?;
    window.find("today-item").await?;
    window.click("open-projects").await?;
    window.find("page-projects").await?;
    window.close().await?;

    // Neither the file nor the page has to be named again. Locked by hand, it stays locked.
    let window = Window::open(&launch).await?;
    window.find("page-projects").await?;
    window.click("lock-workspace").await?;
    window.says("open-form", "sample").await?;
    window.close().await
}
