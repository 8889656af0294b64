//! The window opens, asks for the workspace, and speaks the language it is asked to.

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
