//! What an end-to-end test may fix of the world outside.

use std::env;
use std::path::PathBuf;

use hefu_commands::{Failure, Installer, Outside, Package, Release, UpdateNext};

/// This machine, or what the environment says instead: `HEFU_FIXED` holds an instant (RFC 3339) and a seed,
/// `HEFU_RELEASE` a public release key and the file that an update is installed to.
pub(crate) fn outside() -> Outside {
    let outside = match pair("HEFU_FIXED").map(|(now, seed)| (now.parse(), seed.parse())) {
        Some((Ok(now), Ok(seed))) => Outside::fixed(now, seed),
        _ => Outside::of_this_machine(),
    };
    match pair("HEFU_RELEASE") {
        Some((key, file)) => outside.with_release(Release {
            key: Some(key),
            installer: Box::new(Copying(file.into())),
            ..Release::of_this_copy()
        }),
        None => outside,
    }
}

fn pair(variable: &str) -> Option<(String, String)> {
    let value = env::var(variable).ok()?;
    let (one, other) = value.split_once(' ')?;
    Some((one.to_owned(), other.to_owned()))
}

/// Installs a package by writing it to a file.
struct Copying(PathBuf);

impl Installer for Copying {
    fn installed_as(&self) -> Option<Package> {
        Some(Package::Deb)
    }

    fn install(&self, package: &[u8], _: Package) -> Result<UpdateNext, Failure> {
        let copied = hefu_files::keep(&self.0, package);
        copied.map_err(|error| Failure::UpdateRefused { reason: error.to_string() })?;
        Ok(UpdateNext::Restart)
    }
}
