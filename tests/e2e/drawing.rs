//! Machines with and without a graphics processor show the same.

use hefu_tests::sample::{Home, visit};
use hefu_tests::window::{Drawing, Launch, Result, Window};
use hefu_tests::{places, programs};
use image::RgbImage;

/// Of a colour's 255, what the edges of letters may differ by.
const EDGE: u8 = 48;

/// One pixel in so many may differ by more: a caret that blinks, a letter set a hair further.
const SPARE: usize = 1_000;

/// A dialog above a page that scrolls.
async fn dialog(drawing: Drawing) -> Result<RgbImage> {
    let home = Home::with_sample()?;
    let launch = Launch { drawing: Some(drawing), ..Launch::at(home.path()).on_sample(&home.sample()) };
    let window = Window::open(&launch).await?;
    window.click("unlock-workspace").await?;
    window.find("page-today").await?;
    let project = places::of_sample(&window).await?.of("project");
    visit(&window, &format!("/projects/{project}/acceptance")).await?;
    // A hand that scrolls brings the bars out.
    window.script("document.querySelector('.table').scrollTop += 200").await?;
    window.click("open-search").await?;
    window.fill("palette-words", "验收").await?;
    window.find("palette-row").await?;
    let photograph = window.photograph().await?;
    window.close().await?;
    Ok(image::load_from_memory(&photograph).expect("WebKit photographs in PNG").into_rgb8())
}

#[tokio::test]
async fn a_dialog_above_a_page_looks_the_same_with_and_without_compositing() -> Result<()> {
    let [composited, plain] = [dialog(Drawing::Composited).await?, dialog(Drawing::Plain).await?];
    assert_eq!(composited.dimensions(), plain.dimensions());
    let pairs = composited.pixels().zip(plain.pixels());
    let other =
        pairs.filter(|(one, two)| one.0.iter().zip(two.0).any(|(one, two)| one.abs_diff(two) > EDGE)).count();
    let pixels = composited.pixels().len();
    if other * SPARE > pixels {
        let folder = programs::shots();
        composited.save(folder.join("drawing-composited.png")).expect("the picture is kept");
        plain.save(folder.join("drawing-plain.png")).expect("the picture is kept");
        panic!("{other} of {pixels} pixels differ; see {}", folder.display());
    }
    Ok(())
}
