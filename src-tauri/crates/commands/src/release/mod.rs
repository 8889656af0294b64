//! This copy of the program: what an update is held against, and who installs it.

mod installer;

use installer::SystemInstaller;
pub use installer::{Installer, Package};

/// What an update is held against.
pub struct Release {
    /// Of this copy: `major.minor.patch`.
    pub version: String,
    /// The public half of the key that releases are signed with, as `tauri signer generate` writes it; None when
    /// this copy was built without one.
    pub key: Option<String>,
    pub installer: Box<dyn Installer>,
}

impl Release {
    /// This copy, as it was built and installed.
    pub fn of_this_copy() -> Self {
        Self {
            version: env!("CARGO_PKG_VERSION").to_owned(),
            key: option_env!("HEFU_RELEASE_KEY").filter(|key| !key.is_empty()).map(str::to_owned),
            installer: Box::new(SystemInstaller),
        }
    }
}
