//! The program itself: which one this is, and a newer one from a signed file.

use chrono::NaiveDate;
use hefu_domain::text::Words;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

#[derive(Debug, Deserialize, JsonSchema)]
pub struct ProgramRequest {}

/// This copy of the program.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Program {
    /// `major.minor.patch`.
    pub version: String,
    pub updates: Updates,
}

/// Whether this copy can be brought up to date from a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Updates {
    Possible,
    /// It was built without a release key and can trust no update.
    NoReleaseKey,
    /// It was not installed from a package, so there is nothing that could be replaced.
    NotInstalled,
}

#[derive(Debug, Deserialize, JsonSchema)]
pub struct InspectUpdate {
    pub path: String,
}

/// What a signed update is, before anything is done with it.
#[derive(Debug, Serialize, JsonSchema)]
pub struct UpdateView {
    pub path: String,
    pub version: String,
    pub released: NaiveDate,
    pub notes: Words,
    /// The version of this copy.
    pub installed: String,
    pub standing: UpdateStanding,
}

/// Whether an update is for this copy.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum UpdateStanding {
    Newer,
    Same,
    /// An older program may not read what a newer one has written.
    Older,
    /// Made for another operating system or processor.
    OtherSystem,
    /// Packed otherwise than this copy was installed.
    OtherPackage,
}

#[derive(Debug, Deserialize, JsonSchema)]
pub struct InstallUpdate {
    pub path: String,
}

#[derive(Debug, Serialize, JsonSchema)]
pub struct UpdateInstalled {
    pub version: String,
    pub next: UpdateNext,
}

/// What is left to the person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum UpdateNext {
    /// The new version is in place and runs from the next start.
    Restart,
    /// The system's own installer has opened; it asks for this program to be closed.
    SystemInstaller,
}
