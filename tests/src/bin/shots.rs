//! Photographs every place of the window in every language and both themes, into `target/shots/`.

use hefu_tests::sample::{Home, visit};
use hefu_tests::window::Result;
use hefu_tests::{places, routes};

#[tokio::main]
async fn main() -> Result<()> {
    let home = Home::with_sample()?;
    let window = home.open().await?;
    let stands_for = places::of_sample(&window).await?;
    for theme in ["light", "dark"] {
        for language in ["en", "zh", "both"] {
            visit(&window, "/today").await?;
            window.click(&format!("switch-theme-{theme}")).await?;
            window.click(&format!("switch-language-{language}")).await?;
            for route in routes::all() {
                visit(&window, &routes::filled(&route, |name| stands_for.of(name))).await?;
                let name = route.trim_start_matches('/').replace(['/', ':'], "-").replace("--", "-");
                window.picture(&format!("{name}-{language}-{theme}")).await?;
            }
        }
    }
    window.click("lock-workspace").await?;
    window.find("page-unlock").await?;
    window.picture("unlock").await?;
    window.close().await
}
