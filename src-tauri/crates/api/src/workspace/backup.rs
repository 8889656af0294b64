//! Backups: made, rotated, restored and rehearsed.

use chrono::{DateTime, FixedOffset};
use hefu_domain::backup::Occasion;
use hefu_domain::journal::RehearsalFault;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::Secret;
use crate::journal::ChainVerdict;

#[derive(Debug, Deserialize, JsonSchema)]
pub struct BackUp {
    /// Without one, beside the workspace in its backup folder.
    pub path: Option<String>,
}

#[derive(Debug, Serialize, JsonSchema)]
pub struct BackupMade {
    pub backup: Backup,
    /// Chain heads the backup anchors: `trail seq hash`, the workspace chain first.
    pub heads: Vec<String>,
}

#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Backup {
    pub path: String,
    pub made_at: DateTime<FixedOffset>,
    pub size_bytes: u64,
    /// Why Hefu made it unasked; none for one that a person made.
    pub occasion: Option<Occasion>,
}

#[derive(Debug, Deserialize, JsonSchema)]
pub struct ListBackups {
    /// A second folder that automatic backups go to.
    pub folder: Option<String>,
}

#[derive(Debug, Serialize, JsonSchema)]
pub struct Backups {
    pub folder: String,
    /// Newest first, those of the second folder included.
    pub backups: Vec<Backup>,
    pub second_folder: SecondFolder,
    /// The last rehearsed restore, whatever came of it.
    pub rehearsed: Option<LastRehearsal>,
}

#[derive(Debug, Serialize, JsonSchema)]
pub struct LastRehearsal {
    pub at: DateTime<FixedOffset>,
    /// Name of the backup's file.
    pub file: String,
    pub outcome: RehearsalOutcome,
}

#[derive(Clone, Copy, Debug, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case", tag = "is")]
pub enum RehearsalOutcome {
    Verified { entries: u64 },
    Failed { fault: RehearsalFault },
}

/// Makes an automatic backup when one is due and removes those that no rule keeps. Asked by whoever keeps the
/// workspace open: the engine has no clock of its own.
#[derive(Debug, Deserialize, JsonSchema)]
pub struct RotateBackups {
    pub occasion: RotationOccasion,
    /// A second folder for automatic backups, such as another disk.
    pub folder: Option<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum RotationOccasion {
    /// Just opened: due when anything changed since the last one.
    Opened,
    /// Still open: due once an hour.
    Interval,
}

#[derive(Debug, Serialize, JsonSchema)]
pub struct BackupsRotated {
    pub made: Vec<Backup>,
    pub removed: u32,
    pub second_folder: SecondFolder,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum SecondFolder {
    NotChosen,
    Reached,
    /// It cannot be reached or written; the backups beside the workspace were made.
    OutOfReach,
}

/// What opens a backup: the key the workspace had when it was made.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", tag = "by")]
pub enum BackupKey {
    Passphrase {
        passphrase: Secret,
    },
    Recovery {
        recovery_key: Secret,
    },
    /// The key of the open workspace, for backups made since it got that.
    OpenWorkspace,
}

/// Restores a backup as a new file; nothing that exists is overwritten.
#[derive(Debug, Deserialize, JsonSchema)]
pub struct RestoreBackup {
    pub backup: String,
    pub path: String,
    pub key: BackupKey,
}

#[derive(Debug, Serialize, JsonSchema)]
pub struct RestoredBackup {
    pub path: String,
    pub entries: u64,
    /// What a check of its chains says.
    pub journal: ChainVerdict,
}

/// Restores a backup into a scratch file, reads it through, compares it with the open workspace and throws it
/// away. What came of it is recorded in the journal.
#[derive(Debug, Deserialize, JsonSchema)]
pub struct RehearseRestore {
    /// Without one, the newest.
    pub backup: Option<String>,
    pub key: BackupKey,
}

#[derive(Debug, Serialize, JsonSchema)]
pub struct Rehearsed {
    pub backup: String,
    pub outcome: RehearsalOutcome,
    /// What it held; none when it failed.
    pub held: Option<HeldInBackup>,
}

#[derive(Debug, Serialize, JsonSchema)]
pub struct HeldInBackup {
    /// Of all its chains together.
    pub entries: u64,
    pub trails: u32,
    /// Entries of which a person was erased.
    pub erased: u64,
    /// Rows of each table of the record that has any.
    pub tables: Vec<TableRows>,
    /// Kept files, each found to be what its digest says.
    pub files: u64,
}

#[derive(Debug, Serialize, JsonSchema)]
pub struct TableRows {
    pub table: String,
    pub rows: u64,
}

/// Writes the recovery sheet as a PDF in both languages. The key is asked for, so that only a person who has it
/// before her can save it.
#[derive(Debug, Deserialize, JsonSchema)]
pub struct SaveRecoverySheet {
    pub path: String,
    pub recovery_key: Secret,
}

#[derive(Debug, Serialize, JsonSchema)]
pub struct RecoverySheetSaved {
    pub path: String,
    pub size_bytes: u64,
}
