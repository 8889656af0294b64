//! Workspaces: one encrypted file each.

mod actor;
mod archive;
mod backup;
mod clock;
mod key;
mod keys;
mod open;
mod passphrase;
mod rehearsal;
mod rehearsed;
mod remarks;
mod sample;
mod sheet;

pub(crate) use actor::{save_actor, signing_identity};
pub(crate) use archive::{export_all, import_all};
pub(crate) use backup::{back_up, list_backups, restore_backup, rotate_backups};
pub(crate) use clock::confirm_clock;
pub(crate) use key::{change_passphrase, change_recovery_key, set_keychain};
pub(crate) use open::{create_workspace, lock_workspace, open_workspace, workspace_status};
pub(crate) use passphrase::judge_passphrase;
pub(crate) use rehearsal::rehearse_restore;
pub(crate) use remarks::remarks;
pub use sample::SAMPLE_PASSPHRASE;
pub(crate) use sample::create_sample;
pub(crate) use sheet::save_recovery_sheet;

use hefu_api::Topic;

/// What a command of the workspace makes stale: everything, when another record is before the person.
pub(crate) fn stale(command: &str) -> Vec<Topic> {
    match command {
        "workspace_status"
        | "list_backups"
        | "signing_identity"
        | "save_recovery_sheet"
        | "hold_image"
        | "program"
        | "inspect_update" => Vec::new(),
        "rotate_backups" | "restore_backup" => vec![Topic::Workspace],
        "back_up" | "rehearse_restore" | "export_all" | "install_update" => {
            vec![Topic::Workspace, Topic::Journal]
        }
        _ => Topic::ALL.to_vec(),
    }
}
