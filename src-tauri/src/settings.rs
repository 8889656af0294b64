//! What the window remembers between starts, beside its size: a small JSON file in the person's
//! configuration folder. Nothing of the record is in it but the paths of workspaces.

use std::path::{Path, PathBuf};
use std::{fs, io};

use serde::{Deserialize, Serialize};
use tauri::{AppHandle, Manager};

const FILE: &str = "settings.json";

/// How many workspaces the opening screen remembers.
const RECENT: usize = 8;

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

/// The settings as kept and as the window gets and gives them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct Settings {
    /// None until the person chooses: the window then follows the machine's language.
    pub(crate) language: Option<Language>,
    pub(crate) theme: Theme,
    /// Absolute paths of workspaces opened before, the last one first.
    pub(crate) recent: Vec<String>,
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
    let _ = folder(&app).and_then(|folder| save(&folder, &settings));
}

fn folder(app: &AppHandle) -> io::Result<PathBuf> {
    app.path().app_config_dir().map_err(io::Error::other)
}

fn load(folder: &Path) -> io::Result<Settings> {
    Ok(serde_json::from_slice(&fs::read(folder.join(FILE))?)?)
}

/// Written beside and renamed, so that a crash leaves the old settings or the new ones.
fn save(folder: &Path, settings: &Settings) -> io::Result<()> {
    fs::create_dir_all(folder)?;
    let beside = folder.join("settings.json.new");
    fs::write(&beside, serde_json::to_vec_pretty(settings)?)?;
    fs::rename(beside, folder.join(FILE))
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
            theme: Theme::Dark,
            recent: vec!["/a.hefu".into()],
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
        fs::write(folder.path().join(FILE), r#"{"theme":"dark","gone":1}"#).unwrap();
        assert_eq!(load(folder.path()).unwrap(), Settings { theme: Theme::Dark, ..Settings::default() });
    }
}
