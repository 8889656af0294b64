//! What the window remembers between starts, beside its size: a small JSON file in the person's
//! configuration folder. Nothing of the record is in it but the paths of workspaces.

use std::io;
use std::path::{Path, PathBuf};

use hefu_reading::{Unread, limits};
use serde::{Deserialize, Serialize};
use tauri::{AppHandle, Manager};

use crate::labels;

const FILE: &str = "settings.json";

/// How many workspaces the opening screen remembers.
const RECENT: usize = 8;

/// How many workspaces are remembered of which something was said once.
const TOLD: usize = 40;

/// The language of the window.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Language {
    #[default]
    En,
    Zh,
    /// Side by side.
    Both,
    /// English in brackets, to find text that comes from elsewhere.
    Pseudo,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Theme {
    #[default]
    Light,
    Dark,
}

/// What the person chose of light and dark.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum ThemeChoice {
    #[default]
    Light,
    Dark,
    /// As the machine has it.
    System,
}

/// How days are written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum DateStyle {
    /// `9 May 2026`, `2026年5月9日`.
    #[default]
    Words,
    /// `2026-05-09`.
    Iso,
}

/// What stands between groups of three digits.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum NumberStyle {
    /// `1,234,567.89`
    #[default]
    Comma,
    /// `1 234 567.89`
    Space,
}

/// The day a week begins with.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum WeekStart {
    #[default]
    Monday,
    Sunday,
}

/// Per cent of the designed size of everything in the person's window.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct TextSize(u16);

impl Default for TextSize {
    fn default() -> Self {
        Self(100)
    }
}

impl TextSize {
    /// As the webview takes it; never so small or large that it could not be set back.
    pub(crate) fn factor(self) -> f64 {
        f64::from(self.0.clamp(50, 300)) / 100.0
    }
}

/// How much of the screen the presenter's window takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Screen {
    Full,
    Window,
}

/// How a presentation begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct Presentation {
    /// Of the client's view.
    language: Language,
    /// None: that of the person's window.
    theme: Option<Theme>,
    screen: Screen,
}

impl Default for Presentation {
    fn default() -> Self {
        Self { language: Language::Both, theme: None, screen: Screen::Full }
    }
}

/// The tour by doing: how far the person has come, and whether it is shown.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct Tour {
    standing: TourStanding,
    /// Names of the steps that were done.
    done: Vec<String>,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum TourStanding {
    #[default]
    NotBegun,
    Running,
    Left,
    Done,
}

/// The settings as kept and as the window gets and gives them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct Settings {
    /// None until the person chooses: the window then follows the machine's language.
    pub(crate) language: Option<Language>,
    pub(crate) theme: ThemeChoice,
    pub(crate) text_size: TextSize,
    pub(crate) dates: DateStyle,
    pub(crate) numbers: NumberStyle,
    pub(crate) week: WeekStart,
    pub(crate) presentation: Presentation,
    pub(crate) tour: Tour,
    /// Absolute paths of workspaces opened before, the last one first.
    pub(crate) recent: Vec<String>,
    /// Absolute paths of workspaces of which it was said that their folder is synchronised.
    pub(crate) told_synchronised: Vec<String>,
    /// Minutes without a touch after which the workspace is locked; none: never.
    pub(crate) auto_lock: Option<u32>,
    /// A second folder for automatic backups; an absolute path.
    pub(crate) backup_folder: Option<String>,
    /// Where the window was when it was last in a workspace.
    pub(crate) place: Option<Place>,
}

/// A page of a workspace. It names records by their identities and says nothing of what is in them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Place {
    /// The workspace's file.
    file: String,
    /// The route in the window.
    path: String,
}

/// The settings of this person; the defaults when there are none or they cannot be read.
pub(crate) fn read(app: &AppHandle) -> Settings {
    folder(app).and_then(|folder| load(&folder)).unwrap_or_default()
}

/// Keeps the settings. A folder that cannot be written costs the memory of them and nothing else.
#[tauri::command]
pub(crate) fn keep_settings(app: AppHandle, mut settings: Settings) {
    settings.recent.truncate(RECENT);
    let told = &mut settings.told_synchronised;
    told.drain(..told.len().saturating_sub(TOLD));
    if let Some(window) = app.get_webview_window(labels::MAIN) {
        // A webview that cannot be scaled shows the page as it is.
        let _ = window.set_zoom(settings.text_size.factor());
    }
    let _ = folder(&app).and_then(|folder| save(&folder, &settings));
}

fn folder(app: &AppHandle) -> io::Result<PathBuf> {
    app.path().app_config_dir().map_err(io::Error::other)
}

fn load(folder: &Path) -> io::Result<Settings> {
    let bytes = hefu_reading::read(&folder.join(FILE), &limits::SETTINGS).map_err(|error| match error {
        Unread::Io(error) => error,
        Unread::NotAFile | Unread::TooLarge { .. } => io::ErrorKind::InvalidData.into(),
    })?;
    Ok(serde_json::from_slice(&bytes)?)
}

fn save(folder: &Path, settings: &Settings) -> io::Result<()> {
    let kept = serde_json::to_vec_pretty(settings)?;
    hefu_files::make_folder(folder)
        .and_then(|()| hefu_files::keep(&folder.join(FILE), &kept))
        .map_err(io::Error::other)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn settings_come_back_as_they_were_kept() {
        let folder = tempfile::tempdir().unwrap();
        let inner = folder.path().join("not/yet/there");
        let kept = Settings {
            language: Some(Language::Zh),
            theme: ThemeChoice::System,
            text_size: TextSize(150),
            dates: DateStyle::Iso,
            numbers: NumberStyle::Space,
            week: WeekStart::Sunday,
            presentation: Presentation {
                language: Language::En,
                theme: Some(Theme::Dark),
                screen: Screen::Window,
            },
            tour: Tour { standing: TourStanding::Running, done: vec!["mark".into()] },
            recent: vec!["/a.hefu".into()],
            told_synchronised: vec!["/a.hefu".into()],
            auto_lock: Some(15),
            backup_folder: Some("/backups".into()),
            place: Some(Place { file: "/a.hefu".into(), path: "/projects".into() }),
        };
        save(&inner, &kept).unwrap();
        assert_eq!(load(&inner).unwrap(), kept);
    }

    #[test]
    fn settings_of_an_earlier_version_keep_what_they_say() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join(FILE), r#"{"theme":"dark","gone":1}"#).unwrap();
        assert_eq!(
            load(folder.path()).unwrap(),
            Settings { theme: ThemeChoice::Dark, ..Settings::default() }
        );
    }

    #[test]
    fn no_kept_text_size_makes_the_window_unreadable() {
        for (kept, factor) in [(100, 1.0), (200, 2.0), (0, 0.5), (9000, 3.0)] {
            assert!((TextSize(kept).factor() - factor).abs() < f64::EPSILON, "{kept}");
        }
    }
}
