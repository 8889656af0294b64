//! Forms in the real window: days and figures are read as people type them, Enter saves nothing, Tab takes nothing out,
//! and whatever was typed into any form is there again after Esc, after a draft and after saving.

use fantoccini::key::Key;
use hefu_tests::forms::{self, BEGUN, WALKED};
use hefu_tests::places::{self, Places};
use hefu_tests::sample::{Home, ask, visit};
use hefu_tests::window::{Result, Window};
use serde_json::{Value, json};

/// The lines of a form that a hand can reach, in their order.
const LINES: &str = "const form = document.querySelector(`[data-form='${arguments[0]}']`);
    const lines = [...(form?.querySelectorAll('input, textarea') ?? [])]
        .filter((each) => each.tabIndex >= 0 && !each.disabled && each.checkVisibility());
    const kind = (each) => each.dataset.kind ?? (each.type === 'checkbox' ? 'check'
        : each.getAttribute('role') === 'combobox' ? (each.closest('.ant-select-multiple') ? 'choices' : 'choice')
        : each.tagName === 'TEXTAREA' ? 'area' : /^(requirement|deliverable|criterion)-number$/.test(each.dataset.testid) ? 'number' : each.type);
    const chosen = (list) => [...new Set([...list.querySelectorAll('.ant-select-selection-item')].map(({ title }) => title))].join()
        || list.querySelector('.ant-select-content').textContent;
    const held = (each) => each.type === 'checkbox' ? String(each.checked)
        : each.closest('.choice') ? chosen(each.closest('.choice')) : each.value;";

fn keys(keys: &[Key]) -> Vec<char> {
    keys.iter().map(|key| char::from(*key)).collect()
}

/// One form, opened in the window.
struct Form<'w> {
    window: &'w Window,
    name: &'static str,
}

impl Form<'_> {
    async fn ask(&self, script: &str) -> Result<Value> {
        let script = format!("{LINES} {script}");
        Ok(self.window.client.execute(&script, vec![json!(self.name)]).await?)
    }

    async fn kinds(&self) -> Result<Vec<String>> {
        let kinds = self.ask("return lines.map(kind);").await?;
        Ok(serde_json::from_value(kinds).unwrap_or_default())
    }

    /// Everything that its lines say.
    async fn held(&self) -> Result<Vec<String>> {
        let held = self.ask("return lines.map(held);").await?;
        Ok(serde_json::from_value(held).unwrap_or_default())
    }

    async fn holds(&self, place: usize) -> Result<String> {
        Ok(self.held().await?.get(place).cloned().unwrap_or_default())
    }

    async fn stands(&self) -> Result<bool> {
        Ok(self.ask("return form !== null;").await? == true)
    }

    async fn can_save(&self) -> Result<bool> {
        let able = "return form.querySelector('.form-end > button:last-of-type').disabled === false;";
        Ok(self.ask(able).await? == true)
    }

    async fn focus(&self, place: usize) -> Result<()> {
        self.ask(&format!("lines[{place}].focus();")).await.map(drop)
    }

    async fn send(&self, text: &str) -> Result<()> {
        Ok(self.window.client.active_element().await?.send_keys(text).await?)
    }

    /// Replaces what a line says.
    async fn write(&self, place: usize, text: &str) -> Result<()> {
        self.focus(place).await?;
        self.window.press(&[char::from(Key::Control), 'a']).await?;
        self.send(text).await
    }

    /// Waits until a line is read, or is found not to be readable.
    async fn settled(&self, place: usize) -> Result<String> {
        self.window
            .wait("a line to be read", async || {
                let reading = self.ask(&format!("return lines[{place}].dataset.reading;")).await?;
                let reading = reading.as_str().unwrap_or_default().to_owned();
                Ok((reading != "waiting").then_some(reading))
            })
            .await
    }
}

/// Opens a form by its own way.
async fn open<'w>(
    window: &'w Window,
    places: &Places,
    way: (&'static str, &str, &[&str]),
) -> Result<Form<'w>> {
    forms::open(window, places, way).await?;
    Ok(Form { window, name: way.0 })
}

/// How much is written in the journal.
async fn entries(window: &Window) -> Result<Value> {
    Ok(ask(window, "workspace_status", json!({})).await?["open"]["entries"].clone())
}

/// Waits until the backup of opening is in the journal, or is not to be made: two looks a second apart say the same.
async fn backed_up(window: &Window) -> Result<()> {
    let mut seen = Value::Null;
    window
        .wait("the journal to come to rest", async || {
            let now = entries(window).await?;
            let rests = now == seen;
            seen = now;
            tokio::time::sleep(std::time::Duration::from_secs(1)).await;
            Ok(rests.then_some(()))
        })
        .await
}

/// The same day in every usual notation.
const DAYS: [&str; 8] = [
    "2026-03-16",
    "2026/3/16",
    "20260316",
    "16 mar 2026",
    "March 16, 2026",
    "2026年3月16日",
    "２０２６．３．１６",
    "2026.3.16",
];

/// Types into every line what a person would, and Enter after it.
async fn fill(form: &Form<'_>) -> Result<()> {
    let mut place = 0;
    while let Some(kind) = form.kinds().await?.get(place).cloned() {
        let name = form.name;
        match kind.as_str() {
            "day" => {
                form.write(place, DAYS[place % DAYS.len()]).await?;
                form.window.press(&keys(&[Key::Enter])).await?;
                assert_eq!(form.settled(place).await?, "read", "{name} {place}");
                assert_eq!(form.holds(place).await?, "16 Mar 2026", "{name} {place}");
            }
            "amount" | "percent" | "count" => {
                let (typed, shown) = match kind.as_str() {
                    "amount" => ("￥1 234 567,50", "1,234,567.50"),
                    "percent" => ("３０ %", "30%"),
                    _ => ("１２ 天", "12"),
                };
                form.write(place, typed).await?;
                form.window.press(&keys(&[Key::Enter])).await?;
                assert_eq!(form.settled(place).await?, "read", "{name} {place}");
                assert_eq!(form.holds(place).await?, shown, "{name} {place}");
            }
            "choice" | "choices" => {
                let before = form.holds(place).await?;
                form.focus(place).await?;
                form.window.press(&keys(&[Key::Down])).await?;
                form.window.press(&keys(&[Key::Down])).await?;
                form.window.press(&keys(&[Key::Tab])).await?;
                assert_eq!(form.holds(place).await?, before, "{name} {place}: Tab changed a choice");
            }
            "check" => {}
            // By its number the record is found again.
            "number" => {
                form.focus(place).await?;
                let (end, back, enter) = (Key::End.into(), Key::Backspace.into(), Key::Enter.into());
                form.send(&[end, 'x', back, enter].iter().collect::<String>()).await?;
            }
            "email" => form.write(place, "li.na@dongwei.example").await?,
            "area" => {
                form.focus(place).await?;
                form.send(&format!("{}\nx 验{place}", char::from(Key::End))).await?;
            }
            _ => {
                form.focus(place).await?;
                form.send(&format!("{}x 验{place}{}", char::from(Key::End), char::from(Key::Enter))).await?;
            }
        }
        form.window.press(&keys(&[Key::Tab])).await?;
        assert!(form.stands().await?, "{name}: gone after line {place}");
        place += 1;
    }
    Ok(())
}

/// What cannot be read stays, says so, and stands against saving.
async fn refuse_the_unreadable(form: &Form<'_>) -> Result<()> {
    for (place, kind) in form.kinds().await?.into_iter().enumerate() {
        if !["day", "amount", "percent", "count"].contains(&kind.as_str()) {
            continue;
        }
        let before = form.holds(place).await?;
        form.write(place, "soon 尽快").await?;
        form.window.press(&keys(&[Key::Tab])).await?;
        assert_eq!(form.settled(place).await?, "unread", "{} {place}", form.name);
        assert_eq!(form.holds(place).await?, "soon 尽快", "{} {place}", form.name);
        let says = format!(
            "return lines[{place}].ariaInvalid === 'true' && lines[{place}].closest('.field')
            .querySelector('[role=alert]').textContent.length > 10;"
        );
        assert_eq!(form.ask(&says).await?, true, "{} {place} says nothing", form.name);
        assert!(!form.can_save().await?, "{} {place} can be saved", form.name);
        form.window.press(&keys(&[Key::Control, Key::Enter])).await?;
        assert!(form.stands().await?, "{} was saved", form.name);
        form.write(place, &before).await?;
        form.window.press(&keys(&[Key::Tab])).await?;
        assert_eq!(form.settled(place).await?, "read", "{} {place}", form.name);
    }
    Ok(())
}

/// Esc closes it; opened again it offers what was typed.
async fn leave_and_restore(
    form: &Form<'_>,
    places: &Places,
    way: (&'static str, &str, &[&str]),
) -> Result<()> {
    let typed = form.held().await?;
    form.focus(0).await?;
    form.window.press(&keys(&[Key::Escape])).await?;
    let name = form.name;
    form.window
        .wait(&format!("{name} to be closed by Esc"), async || Ok((!form.stands().await?).then_some(())))
        .await?;
    open(form.window, places, way).await?;
    form.window.click(&format!("{name}-draft-restore")).await?;
    form.window
        .wait(&format!("{name} to be as it was typed: {typed:?}"), async || {
            Ok((form.held().await? == typed).then_some(()))
        })
        .await
}

#[tokio::test]
async fn nothing_that_is_typed_into_any_form_is_lost_or_changed() -> Result<()> {
    let home = Home::with_sample()?;
    home.remember("en", "light")?;
    let window = home.open().await?;
    let places = places::of_sample(&window).await?;
    backed_up(&window).await?;
    for way in WALKED {
        let form = open(&window, &places, way).await?;
        let before = entries(&window).await?;
        fill(&form).await?;
        refuse_the_unreadable(&form).await?;
        assert_eq!(entries(&window).await?, before, "{}: something was saved by a key", form.name);
        leave_and_restore(&form, &places, way).await?;
        let typed = form.held().await?;
        form.focus(0).await?;
        window.press(&keys(&[Key::Control, Key::Enter])).await?;
        window
            .wait(&format!("{} to be saved", form.name), async || {
                Ok((entries(&window).await? != before).then_some(()))
            })
            .await?;
        let again = open(&window, &places, way).await?;
        // Our own organisation is chosen, in the first line, by the name that is written below.
        let first = usize::from(form.name == "vendor");
        window
            .wait(&format!("{} to say what was typed: {typed:?}", form.name), async || {
                Ok((again.held().await?[first..] == typed[first..]).then_some(()))
            })
            .await?;
    }
    for way in BEGUN {
        let form = open(&window, &places, way).await?;
        let before = entries(&window).await?;
        fill(&form).await?;
        leave_and_restore(&form, &places, way).await?;
        assert_eq!(entries(&window).await?, before, "{}: something was saved by a key", form.name);
    }
    window.close().await
}

/// What was typed, in which language, and how it stands in the field once it is taken.
const READ: [(&str, &str, &str); 12] = [
    ("en", "20261020", "20 Oct 2026"),
    ("en", "2026/10/20", "20 Oct 2026"),
    ("en", "3-16", "16 Mar 2027"),
    ("en", "today", "28 Sep 2026"),
    ("en", "+10wd", "16 Oct 2026"),
    ("en", "２０２６－０３－１６", "16 Mar 2026"),
    ("zh", "2026-03-16", "2026年3月16日"),
    ("zh", "3月16日", "2027年3月16日"),
    ("zh", "明天", "2026年9月29日"),
    ("zh", "+10个工作日", "2026年10月16日"),
    ("both", "2026-03-16", "16 Mar 2026"),
    ("both", "16 Mar 2026", "16 Mar 2026"),
];

#[tokio::test]
async fn a_day_is_read_as_people_type_it_in_either_language() -> Result<()> {
    let home = Home::with_sample()?;
    let window = home.open().await?;
    let places = places::of_sample(&window).await?;
    let way = WALKED.iter().find(|(name, ..)| *name == "deliverable").copied().unwrap_or(WALKED[0]);
    let form = open(&window, &places, way).await?;
    let place = form.kinds().await?.iter().position(|kind| kind == "day").unwrap_or_default();
    let mut spoken = "";
    for (language, typed, shown) in READ {
        if spoken != language {
            window.click(&format!("switch-language-{language}")).await?;
            spoken = language;
        }
        // Typed and left by Tab; typed and left by a click elsewhere; typed and taken by Enter.
        for leave in [Key::Tab, Key::Enter] {
            form.write(place, typed).await?;
            form.settled(place).await?;
            if typed.contains("工作日") || typed.contains("wd") {
                window.find("deliverable-due-echo").await?;
                window.picture(&format!("forms-echo-{language}")).await?;
            }
            window.press(&keys(&[leave])).await?;
            assert_eq!(form.settled(place).await?, "read", "{typed}");
            assert_eq!(form.holds(place).await?, shown, "{typed} in {language}");
        }
    }
    window.click("switch-language-en").await?;
    form.write(place, "03/04/2026").await?;
    window.click_css("[data-testid=scope-panel] h2").await?;
    assert_eq!(form.settled(place).await?, "several");
    assert!(!form.can_save().await?, "a guess can be saved");
    for (language, theme) in [("en", "light"), ("both", "light"), ("zh", "dark")] {
        window.click(&format!("switch-language-{language}")).await?;
        window.click(&format!("switch-theme-{theme}")).await?;
        // A Chinese reader, too, is asked: no Chinese form has its year at the end.
        window.find("deliverable-due-several").await?;
        window.picture(&format!("forms-several-{language}-{theme}")).await?;
    }
    window.click("switch-language-en").await?;
    window.click("deliverable-due-take-2026-03-04").await?;
    assert_eq!(form.holds(place).await?, "4 Mar 2026");
    form.write(place, "soon").await?;
    for leave in [Key::Escape, Key::Enter, Key::Tab] {
        window.press(&keys(&[leave])).await?;
        assert_eq!(form.settled(place).await?, "unread");
        assert_eq!(form.holds(place).await?, "soon");
    }
    for (language, theme) in [("en", "light"), ("both", "dark"), ("zh", "light")] {
        window.click(&format!("switch-language-{language}")).await?;
        window.click(&format!("switch-theme-{theme}")).await?;
        window.find("deliverable-due-fault").await?;
        window.picture(&format!("forms-unread-{language}-{theme}")).await?;
    }
    pick(&window, &form, place).await?;
    window.close().await
}

/// The calendar below the field: opened by a click, closed by Esc alone, picked with the mouse.
async fn pick(window: &Window, form: &Form<'_>, place: usize) -> Result<()> {
    window.click("switch-language-en").await?;
    window.click("deliverable-due").await?;
    window.find_css(".ant-picker-dropdown").await?;
    window.press(&keys(&[Key::Escape])).await?;
    window
        .wait("the calendar to close", async || {
            let open = "return [...document.querySelectorAll('.ant-picker-dropdown')].some((each) => each.checkVisibility());";
            Ok((window.script(open).await? == false).then_some(()))
        })
        .await?;
    assert!(form.stands().await?, "Esc closed the form, too");
    assert_eq!(form.holds(place).await?, "soon");
    window.click("deliverable-due-calendar").await?;
    window.find_css(".ant-picker-dropdown").await?;
    window.picture("forms-calendar").await?;
    let mark = "[...document.querySelectorAll('.ant-picker-cell-in-view')]
        .find((each) => each.textContent === '17').dataset.pick = 'yes';";
    window.script(mark).await?;
    window.click_css("[data-pick=yes]").await?;
    assert_eq!(form.settled(place).await?, "read");
    assert_eq!(form.holds(place).await?, "17 Sep 2026");
    Ok(())
}

#[tokio::test]
async fn a_witness_stays_chosen_when_tab_leaves_the_list() -> Result<()> {
    let home = Home::with_sample()?;
    let window = home.open().await?;
    let project = places::of_sample(&window).await?.of("project");
    visit(&window, &format!("/projects/{project}/journal")).await?;
    window.click("choose-trail").await?;
    window.press(&keys(&[Key::Down])).await?;
    window.press(&keys(&[Key::Enter])).await?;
    window.click("export-trail").await?;
    window.click("signing-witnesses").await?;
    window.press(&keys(&[Key::Down])).await?;
    window.press(&keys(&[Key::Enter])).await?;
    let chosen = "return [...document.querySelectorAll('.ant-select-selection-item')].map((each) => each.textContent);";
    let one = window
        .wait("a witness", async || {
            let chosen = window.script(chosen).await?;
            Ok((chosen.as_array().map_or(0, Vec::len) > 0).then_some(chosen))
        })
        .await?;
    window.press(&keys(&[Key::Tab])).await?;
    assert_eq!(window.script(chosen).await?, one);
    let left = "return document.activeElement.closest('.choice') === null
        && document.querySelector('.choice[data-open]') === null;";
    assert_eq!(window.script(left).await?, true, "the focus did not leave, or the list is open");
    // Esc in the list closes the list and not the dialog.
    window.click("signing-witnesses").await?;
    window.find_css(".choice[data-open]").await?;
    window.press(&keys(&[Key::Escape])).await?;
    window.find("export-trail-dialog").await?;
    assert_eq!(window.script(chosen).await?, one);
    window.close().await
}
