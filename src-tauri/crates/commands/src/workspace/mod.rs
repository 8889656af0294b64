//! Workspaces: one encrypted file each.

mod backup;
mod key;
mod open;
mod sample;

pub(crate) use backup::{back_up, list_backups, restore_backup};
pub(crate) use key::{change_passphrase, change_recovery_key, set_keychain};
pub(crate) use open::{create_workspace, lock_workspace, open_workspace, workspace_status};
pub use sample::SAMPLE_PASSPHRASE;
pub(crate) use sample::create_sample;

use hefu_api::Topic;

/// What a command of the workspace makes stale: everything, when another record is before the person.
pub(crate) fn stale(command: &str) -> Vec<Topic> {
    match command {
        "workspace_status" | "list_backups" | "restore_backup" => Vec::new(),
        _ => Topic::ALL.to_vec(),
    }
}
