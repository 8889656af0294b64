//! What a person should know of a file that was just opened: where it lies, and which state of it this is.

use std::path::Path;

use chrono::{DateTime, FixedOffset};
use hefu_api::workspace::OpeningRemark;
use hefu_domain::synchronised::{LEFT_BEHIND, Synchroniser, by_name};
use hefu_store::{Store, StoreError};

/// `now` says in which zone moments are told.
pub(crate) fn remarks(store: &Store, now: DateTime<FixedOffset>) -> Result<Vec<OpeningRemark>, StoreError> {
    let synchronised = synchroniser(store.path()).map(|by| OpeningRemark::Synchronised { by });
    let left_behind = store.left_behind_by()?.and_then(|backup| {
        let entries = backup.label?.state.entries;
        let made_at = backup.made_at.with_timezone(now.offset());
        Some(OpeningRemark::LeftBehind { backup: backup.path.display().to_string(), made_at, entries })
    });
    Ok(synchronised.into_iter().chain(left_behind).collect())
}

/// The program that keeps the folder of this file, or one above it.
fn synchroniser(path: &Path) -> Option<Synchroniser> {
    let whole = std::path::absolute(path).ok()?;
    let named = |folder: &Path| by_name(&folder.file_name()?.to_string_lossy());
    let left =
        |folder: &Path| LEFT_BEHIND.iter().find(|(what, _)| folder.join(what).exists()).map(|(_, by)| *by);
    whole.ancestors().skip(1).find_map(|folder| named(folder).or_else(|| left(folder)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_is_known_by_its_name_or_by_what_lies_in_it() {
        let folder = tempfile::tempdir().unwrap();
        let at = |place: &str| {
            let path = folder.path().join(place);
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            synchroniser(&path)
        };
        assert_eq!(at("Projects/work.hefu"), None);
        assert_eq!(at("坚果云/项目/work.hefu"), Some(Synchroniser::Nutstore));
        std::fs::create_dir(folder.path().join("Projects/.stfolder")).unwrap();
        assert_eq!(at("Projects/Harbour/work.hefu"), Some(Synchroniser::Syncthing));
    }
}
