//! Folders that another program keeps the same on several computers: it puts whole files in the place of others while
//! they are open. Which program it is shows in the name of a folder above, or in what the program leaves there.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Synchroniser {
    OneDrive,
    Dropbox,
    ICloud,
    GoogleDrive,
    /// 坚果云
    Nutstore,
    /// 百度网盘
    Baidu,
    /// 企业微信微盘
    WeDrive,
    /// WPS 云盘
    Wps,
    Syncthing,
    Nextcloud,
    Resilio,
}

/// How folders are called that these programs keep: the whole name, or how it begins where something follows, such as
/// `OneDrive - Tingtao Cloud`.
const NAMED: [(&str, Reach, Synchroniser); 23] = [
    ("onedrive", Reach::Begins, Synchroniser::OneDrive),
    ("dropbox", Reach::Begins, Synchroniser::Dropbox),
    ("icloud drive", Reach::Whole, Synchroniser::ICloud),
    ("iclouddrive", Reach::Whole, Synchroniser::ICloud),
    ("com~apple~clouddocs", Reach::Whole, Synchroniser::ICloud),
    ("google drive", Reach::Begins, Synchroniser::GoogleDrive),
    ("googledrive", Reach::Begins, Synchroniser::GoogleDrive),
    ("my drive", Reach::Whole, Synchroniser::GoogleDrive),
    ("我的云端硬盘", Reach::Whole, Synchroniser::GoogleDrive),
    ("nutstore", Reach::Begins, Synchroniser::Nutstore),
    ("坚果云", Reach::Begins, Synchroniser::Nutstore),
    ("我的坚果云", Reach::Whole, Synchroniser::Nutstore),
    ("baidusyncdisk", Reach::Whole, Synchroniser::Baidu),
    ("baidunetdisk", Reach::Begins, Synchroniser::Baidu),
    ("百度网盘", Reach::Begins, Synchroniser::Baidu),
    ("百度云同步盘", Reach::Whole, Synchroniser::Baidu),
    ("wedrive", Reach::Whole, Synchroniser::WeDrive),
    ("微盘", Reach::Whole, Synchroniser::WeDrive),
    ("企业微信微盘", Reach::Whole, Synchroniser::WeDrive),
    ("wps云盘", Reach::Whole, Synchroniser::Wps),
    ("wpsdrive", Reach::Whole, Synchroniser::Wps),
    ("syncthing", Reach::Whole, Synchroniser::Syncthing),
    ("nextcloud", Reach::Begins, Synchroniser::Nextcloud),
];

#[derive(Clone, Copy, PartialEq, Eq)]
enum Reach {
    Whole,
    Begins,
}

/// What these programs leave in the folder that they keep.
pub const LEFT_BEHIND: [(&str, Synchroniser); 7] = [
    (".dropbox", Synchroniser::Dropbox),
    (".dropbox.cache", Synchroniser::Dropbox),
    (".tmp.drivedownload", Synchroniser::GoogleDrive),
    (".nutstore", Synchroniser::Nutstore),
    (".stfolder", Synchroniser::Syncthing),
    (".nextcloudsync.log", Synchroniser::Nextcloud),
    (".sync", Synchroniser::Resilio),
];

/// Which program keeps a folder of this name.
pub fn by_name(folder: &str) -> Option<Synchroniser> {
    let folder = folder.to_lowercase();
    let fits = |(name, reach, _): &&(&str, Reach, Synchroniser)| match reach {
        Reach::Whole => folder == *name,
        // `Dropboxes` is nobody's.
        Reach::Begins => {
            let rest = folder.strip_prefix(name);
            rest.is_some_and(|rest| rest.chars().next().is_none_or(|next| !next.is_ascii_alphabetic()))
        }
    };
    NAMED.iter().find(fits).map(|(_, _, program)| *program)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folders_are_known_by_their_names_in_either_language() {
        for (folder, program) in [
            ("OneDrive - Tingtao Cloud", Some(Synchroniser::OneDrive)),
            ("OneDrive", Some(Synchroniser::OneDrive)),
            ("Dropbox (Personal)", Some(Synchroniser::Dropbox)),
            ("com~apple~CloudDocs", Some(Synchroniser::ICloud)),
            ("GoogleDrive-someone@example.com", Some(Synchroniser::GoogleDrive)),
            ("我的坚果云", Some(Synchroniser::Nutstore)),
            ("BaiduSyncdisk", Some(Synchroniser::Baidu)),
            ("百度网盘同步空间", Some(Synchroniser::Baidu)),
            ("WeDrive", Some(Synchroniser::WeDrive)),
            ("WPS云盘", Some(Synchroniser::Wps)),
            ("Dropboxes", None),
            ("Projects", None),
            ("云盘资料", None),
        ] {
            assert_eq!(by_name(folder), program, "{folder}");
        }
    }
}
