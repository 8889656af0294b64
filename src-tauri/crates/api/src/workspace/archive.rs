//! Everything out of a workspace as plain files, and back in.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{KeychainChoice, RecoverySheet};
use crate::Secret;

/// Writes the whole record, its journal, kept files and issued documents into a folder, readable without Hefu
/// and not encrypted.
#[derive(Debug, Deserialize, JsonSchema)]
pub struct ExportAll {
    /// Is made, or is empty.
    pub folder: String,
}

#[derive(Debug, Serialize, JsonSchema)]
pub struct AllExported {
    pub folder: String,
    pub rows: u64,
    pub files: u64,
    /// Issued and signed documents under readable names.
    pub documents: u32,
    /// Chain heads: `trail seq hash`, the workspace chain first.
    pub heads: Vec<String>,
}

/// Makes a new workspace of what was exported, whose rows, files and chains are the same, and opens it.
#[derive(Debug, Deserialize, JsonSchema)]
pub struct ImportAll {
    pub folder: String,
    pub path: String,
    pub passphrase: Secret,
    pub keychain: KeychainChoice,
}

#[derive(Debug, Serialize, JsonSchema)]
pub struct AllImported {
    pub rows: u64,
    pub files: u64,
    pub entries: u64,
    pub sheet: RecoverySheet,
}
