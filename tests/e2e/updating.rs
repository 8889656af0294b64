//! The program brought up to date from a signed file that the person chooses.

use std::fs;
use std::io;

use hefu_tests::sample::{Home, visit};
use hefu_tests::updates::{Releaser, notice};
use hefu_tests::window::{Launch, Result, Window};

#[tokio::test]
async fn a_signed_update_is_shown_and_installed_and_a_changed_one_is_not() -> Result<()> {
    let home = Home::with_sample()?;
    let releaser = Releaser::new().map_err(io::Error::other)?;
    let (update, changed) = (home.path().join("hefu.hefu-update"), home.path().join("changed.hefu-update"));
    let mut file = releaser.update(&notice("9.1.0"), b"a package").map_err(io::Error::other)?;
    fs::write(&update, &file)?;
    *file.last_mut().expect("an update is not empty") ^= 1;
    fs::write(&changed, file)?;
    let installed = home.path().join("installed");
    let mut launch = Launch::at(home.path()).on_sample(&home.sample());
    launch.release = Some((releaser.key().map_err(io::Error::other)?, installed.clone()));
    let window = Window::open(&launch).await?;
    window.click("unlock-workspace").await?;
    window.find("page-today").await?;

    visit(&window, "/settings").await?;
    window.dialogs_answer(&[&changed, &update])?;
    window.click("choose-update").await?;
    window.find_css("[data-testid=notice-failure][data-code=update_not_signed]").await?;
    window.picture("update-1-changed").await?;
    window.click("choose-update").await?;
    window.is("update-standing", "data-standing", "newer").await?;
    for (language, theme) in [("en", "light"), ("zh", "light"), ("both", "dark")] {
        choose(&window, language, theme).await?;
        window.picture(&format!("update-2-offered-{language}-{theme}")).await?;
    }
    assert!(!installed.exists(), "nothing is installed before it was asked for");
    window.click("install-update").await?;
    window.is("update-done", "data-next", "restart").await?;
    window.picture("update-3-installed").await?;
    assert_eq!(fs::read(&installed)?, b"a package");
    window.click("update-later").await?;
    window.gone("update-dialog").await?;
    window.close().await
}

/// By the page's own switches, which the dialog covers.
async fn choose(window: &Window, language: &str, theme: &str) -> Result<()> {
    window
        .script(&format!(
            "document.querySelector('[data-testid=switch-language-{language}]').click();
             document.querySelector('[data-testid=switch-theme-{theme}]').click();"
        ))
        .await?;
    Ok(())
}
