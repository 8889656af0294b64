//! Workspaces: one encrypted file each.

use chrono::{DateTime, FixedOffset, NaiveDate};
use hefu_domain::id::PersonId;
use hefu_domain::synchronised::Synchroniser;
use hefu_domain::text::Words;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::Secret;

#[derive(Debug, Deserialize, JsonSchema)]
pub struct WorkspaceStatus {}

#[derive(Debug, Serialize, JsonSchema)]
pub struct WorkspaceState {
    /// None while locked or before one was opened.
    pub open: Option<OpenWorkspace>,
    pub keychain: Keychain,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Keychain {
    /// This computer has none that can be reached.
    Unavailable,
    /// Reachable; holds no key for the open workspace.
    Available,
    /// Holds the key of the open workspace.
    HoldsKey,
}

#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct OpenWorkspace {
    pub path: String,
    pub name: String,
    pub purpose: Purpose,
    /// The day the workspace takes for today: the clock's, or the sample story's.
    pub today: NaiveDate,
    /// Name of the person who works in it, as the journal records it.
    pub actor: Words,
    pub format: u32,
    pub size_bytes: u64,
    pub entries: u64,
    /// What a person should know of where the file lies and which state it is.
    pub remarks: Vec<OpeningRemark>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case", tag = "is")]
pub enum OpeningRemark {
    /// Its folder is kept the same on several computers by another program.
    Synchronised { by: Synchroniser },
    /// The newest automatic backup had come farther than this file, or another way.
    LeftBehind { backup: String, made_at: DateTime<FixedOffset>, entries: u64 },
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Purpose {
    Work,
    /// The sample story; may be thrown away.
    Sample,
}

#[derive(Debug, Deserialize, JsonSchema)]
pub struct CreateWorkspace {
    pub path: String,
    pub name: String,
    /// Who works in it.
    pub actor: Words,
    pub passphrase: Secret,
    pub keychain: KeychainChoice,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum KeychainChoice {
    Remember,
    Forget,
}

/// Shown once; to be printed and kept apart from the computer.
#[derive(Debug, Serialize, JsonSchema)]
pub struct RecoverySheet {
    pub path: String,
    pub name: String,
    /// Crockford base 32 in groups of four: opens this very file without the passphrase.
    pub recovery_key: Secret,
    pub made_at: DateTime<FixedOffset>,
    pub opened: OpenWorkspace,
}

#[derive(Debug, Deserialize, JsonSchema)]
pub struct CreateSample {
    pub path: String,
    /// Without one, the published demo passphrase.
    pub passphrase: Option<Secret>,
}

#[derive(Debug, Deserialize, JsonSchema)]
pub struct OpenRequest {
    pub path: String,
    pub key: Key,
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", tag = "by", deny_unknown_fields)]
pub enum Key {
    Passphrase { passphrase: Secret, keychain: KeychainChoice },
    Recovery { recovery_key: Secret },
    Keychain,
}

#[derive(Debug, Deserialize, JsonSchema)]
pub struct LockWorkspace {}

#[derive(Debug, Deserialize, JsonSchema)]
pub struct ChangePassphrase {
    pub current: Secret,
    pub new: Secret,
}

#[derive(Debug, Deserialize, JsonSchema)]
pub struct ChangeRecoveryKey {
    pub passphrase: Secret,
}

#[derive(Debug, Deserialize, JsonSchema)]
pub struct SetKeychain {
    pub choice: KeychainChoice,
    pub passphrase: Secret,
}

mod archive;
mod backup;
mod clock;
mod passphrase;
pub use archive::*;
pub use backup::*;
pub use clock::*;
pub use passphrase::*;

/// Who works in the workspace, as the journal names the actor from now on.
#[derive(Debug, Deserialize, JsonSchema)]
pub struct SaveActor {
    pub actor: Words,
    /// Which person of the record that is; none leaves it to the name, where only one has it.
    #[serde(default)]
    pub person: Option<PersonId>,
}

#[derive(Debug, Serialize, JsonSchema)]
pub struct ActorSaved {
    pub actor: Words,
}

#[derive(Debug, Deserialize, JsonSchema)]
pub struct SigningIdentityRequest {}

/// The identity with which our own organisation signs, in the keychain of this computer.
#[derive(Debug, Serialize, JsonSchema)]
pub struct SigningIdentity {
    pub standing: IdentityStanding,
    /// SHA-256 of its certificate, lower-case hexadecimal, when it is held.
    pub certificate_sha256: Option<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum IdentityStanding {
    /// No keychain can be reached.
    Unavailable,
    /// The vendor's profile is not saved: nobody knows whose it would be.
    NoVendor,
    /// It is made at the first signature.
    NotMade,
    Held,
}
