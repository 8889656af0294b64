//! The library in the real window: a year of a working calendar, one that is not known, and days counted by the law of
//! two countries.

use hefu_tests::sample::{Home, visit};
use hefu_tests::window::Result;

const VIEWS: [(&str, &str); 4] = [("en", "light"), ("zh", "light"), ("both", "dark"), ("zh", "dark")];

#[tokio::test]
async fn days_are_looked_up_and_counted_by_the_calendars_of_the_law() -> Result<()> {
    let home = Home::with_sample()?;
    let window = home.open().await?;
    visit(&window, "/today").await?;
    window.click("open-library").await?;
    for (language, theme) in VIEWS {
        window.click(&format!("switch-theme-{theme}")).await?;
        window.click(&format!("switch-language-{language}")).await?;
        window.click("calendar-cn").await?;
        window.find("calendar-day").await?;
        window.find("count-answer").await?;
        window.picture(&format!("library-{language}-{theme}")).await?;
    }
    window.click("switch-language-en").await?;
    // Ten working days after Monday, 28 September 2026: two, then the National Day week, two, the Saturday that is
    // worked for it, and five.
    window.says("count-answer", "16 Oct").await?;
    window.says("count-named", "National Day").await?;
    window.click("calendar-sg").await?;
    window.says("count-answer", "12 Oct").await?;
    // No notice is out for 2027.
    window.click("calendar-cn").await?;
    window.click("library-year-after").await?;
    window.find("calendar-unknown").await?;
    assert_eq!(window.count("calendar-day").await?, 0);
    window.picture("library-unknown").await?;
    window.close().await
}
