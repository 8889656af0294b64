//! The library in the real window: a year of a working calendar, one that is not known, days counted by the law of two
//! countries, and what the projects learned.

use hefu_tests::places;
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

#[tokio::test]
async fn a_lesson_is_written_down_where_it_was_learned_and_stands_in_the_library() -> Result<()> {
    let home = Home::with_sample()?;
    let window = home.open().await?;
    let project = places::of_sample(&window).await?.of("project");
    visit(&window, &format!("/projects/{project}/register")).await?;
    window.click("register-kind-lesson").await?;
    window.click("register-add-lesson").await?;
    window.fill("register-field-title-en", "Count the racks twice").await?;
    window.fill("register-field-title-zh", "机柜清点两遍").await?;
    window.fill("register-field-tags", "racks, site access").await?;
    window.fill("register-field-source", "RK-01").await?;
    window.click("save-register").await?;
    // The record that it comes from is a press away.
    window.says("register-facts", "RK-01").await?;
    for (language, theme) in VIEWS {
        window.click(&format!("switch-theme-{theme}")).await?;
        window.click(&format!("switch-language-{language}")).await?;
        window.find("register-facts").await?;
        window.picture(&format!("lesson-panel-{language}-{theme}")).await?;
    }
    visit(&window, "/library").await?;
    for (language, theme) in VIEWS {
        window.click(&format!("switch-theme-{theme}")).await?;
        window.click(&format!("switch-language-{language}")).await?;
        window.click_css("[data-testid=library-shelf] button:nth-child(2)").await?;
        window.says("lessons", "racks, site access").await?;
        window.picture(&format!("lessons-{language}-{theme}")).await?;
    }
    window.close().await
}
