//! Everything at twice the size: every page, and what opens on it.

use hefu_tests::places::{self, Places};
use hefu_tests::routes;
use hefu_tests::sample::{Home, visit};
use hefu_tests::window::{Launch, Result, Window};
use serde_json::{Value, json};

/// What does not fit: pages that scroll sideways, and controls and labels whose words are cut off.
const CUT: &str = "const cut = [];
    const page = document.documentElement;
    if (page.scrollWidth > page.clientWidth + 1) cut.push(`the page is ${page.scrollWidth} wide`);
    for (const each of document.querySelectorAll('.page, .notes, .present-page, .unlock'))
        if (each.scrollWidth > each.clientWidth + 1) cut.push(`${each.className} is ${each.scrollWidth} wide`);
    for (const each of document.querySelectorAll('button, label, .field-label, h1, h2, .tag, .segments')) {
        if (each.closest('.ant-select, .ant-picker') || !each.checkVisibility() || getComputedStyle(each).display === 'inline') continue;
        if (each.scrollWidth > each.clientWidth + 1)
            cut.push(`${each.dataset.testid ?? each.className}: ${each.textContent.slice(0, 40)}`);
        const { left, right, width } = each.getBoundingClientRect();
        const box = each.parentElement?.getBoundingClientRect();
        if (each.matches('.segments, .button') && box && right > box.right + 16) cut.push(`over its place: ${each.dataset.testid}`);
        if (!each.closest('.table') && width > 1 && (right > innerWidth + 1 || left < -1))
            cut.push(`outside: ${each.dataset.testid ?? each.className}`);
    }
    return cut;";

/// A route, what is clicked there, and what opens.
const OPENED: [(&str, &str, &str); 19] = [
    ("/projects", "new-project", "project-dialog"),
    ("/projects", "open-templates", "templates-dialog"),
    ("/projects/:project/overview", "edit-project", "project-dialog"),
    ("/projects/:project/overview", "edit-contract", "contract-panel"),
    ("/projects/:project/overview", "add-payment", "payment-panel"),
    ("/projects/:project/scope", "scope-import", "import-dialog"),
    ("/projects/:project/parties", "add-person", "person-form"),
    ("/projects/:project/acceptance", "acceptance-conclude", "acceptance-conclude-panel"),
    ("/projects/:project/acceptance", "acceptance-issue-add-here", "acceptance-issue-panel"),
    ("/projects/:project/documents?document=:document", "document-signer-add", "document-signer-form"),
    ("/projects/:project/journal", "verify-journal", "verify-panel"),
    ("/workspace", "rehearse-newest", "rehearse-panel"),
    ("/workspace", "restore-backup", "restore-panel"),
    ("/workspace", "move-workspace", "move-panel"),
    ("/workspace", "export-all", "export-panel"),
    ("/settings", "change-passphrase", "passphrase-panel"),
    ("/settings", "change-recovery-key", "recovery-panel"),
    ("/settings", "edit-vendor", "vendor-panel"),
    // Last, for it stays open over whatever page.
    ("/today", "open-search", "palette"),
];

/// A window whose text is twice as large.
async fn open(home: &Home, language: &str, theme: &str) -> Result<Window> {
    home.keep(&json!({ "language": language, "theme": theme, "text_size": 200, "recent": [] }))?;
    let window = Window::open(&Launch::at(home.path()).on_sample(&home.sample())).await?;
    window.find("unlock-workspace").await?;
    let wide = window.script("return innerWidth").await?.as_f64().unwrap_or_default();
    assert!((600.0..=650.0).contains(&wide), "1280 pixels at 200 % are 640 of the page's own, not {wide}");
    Ok(window)
}

async fn unlock(window: &Window) -> Result<Places> {
    press(window, "unlock-workspace").await?;
    window.find("page-today").await?;
    places::of_sample(window).await
}

/// Clicks it wherever it is: a page as large as this one is scrolled to reach most of it.
async fn press(window: &Window, testid: &str) -> Result<()> {
    window.find(testid).await?;
    window.script(&format!("document.querySelector('[data-testid={testid}]').click()")).await.map(drop)
}

/// Everything that does not fit in what the window shows now, after photographing it.
async fn cut(window: &Window, shown: &str, language: &str) -> Result<Vec<String>> {
    let name = shown.trim_start_matches('/').replace(['/', ':', '?', '='], "-");
    window.picture(&format!("twice-{name}-{language}")).await?;
    let found = window.script(CUT).await?;
    let found = found.as_array().into_iter().flatten().filter_map(Value::as_str);
    Ok(found.map(|each| format!("{shown} in {language}: {each}")).collect())
}

const DRESSED: [(&str, &str); 3] = [("en", "light"), ("zh", "light"), ("both", "dark")];

#[tokio::test]
async fn at_twice_the_size_nothing_is_cut_off_on_any_page() -> Result<()> {
    let mut found = Vec::new();
    for (language, theme) in DRESSED {
        let home = Home::with_sample()?;
        let window = open(&home, language, theme).await?;
        found.extend(cut(&window, "unlock", language).await?);
        let places = unlock(&window).await?;
        for route in routes::all() {
            visit(&window, &routes::filled(&route, |name| places.of(name))).await?;
            found.extend(cut(&window, &route, language).await?);
        }
        window.close().await?;
    }
    assert_eq!(found, Vec::<String>::new());
    Ok(())
}

#[tokio::test]
async fn at_twice_the_size_nothing_is_cut_off_of_what_opens() -> Result<()> {
    let mut found = Vec::new();
    for (language, theme) in DRESSED {
        let home = Home::with_sample()?;
        let window = open(&home, language, theme).await?;
        let places = unlock(&window).await?;
        for (route, clicked, opened) in OPENED {
            // To leave a page closes what was open on it.
            visit(&window, "/manual").await?;
            visit(&window, &routes::filled(route, |name| places.of(name))).await?;
            press(&window, clicked).await?;
            window.find(opened).await?;
            let show = format!("document.querySelector('[data-testid={opened}]').scrollIntoView()");
            window.script(&show).await?;
            found.extend(cut(&window, clicked, language).await?);
        }
        window.close().await?;
    }
    assert_eq!(found, Vec::<String>::new());
    Ok(())
}
