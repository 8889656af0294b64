//! The program brought up to date from a signed file that the person chose. Nothing is looked for by itself and no
//! network is asked.

mod installer;

use std::fs;
use std::path::Path;

use hefu_api::Failure;
use hefu_api::update::{
    InspectUpdate, InstallUpdate, Program, ProgramRequest, UpdateInstalled, UpdateStanding, UpdateView,
    Updates,
};
use hefu_domain::backup::Occasion;
use hefu_domain::journal::Act;
use hefu_domain::text::Words;
use hefu_signing::{UpdateError, UpdateNotice, read_update};
use hefu_store::Deed;
use hefu_store::journal::Moment;
use semver::Version;

use installer::SystemInstaller;
pub use installer::{Installer, Package};

use crate::failure::{Trouble, of_file};
use crate::session::{Report, Session};

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

/// The system that this copy was built for, as an update names it.
fn system() -> String {
    format!("{}-{}", std::env::consts::OS, std::env::consts::ARCH)
}

pub(crate) fn program(session: &mut Session, _: ProgramRequest, _: Report<'_>) -> Result<Program, Trouble> {
    let Release { version, key, installer } = &session.outside.release;
    let updates = match (key, installer.installed_as()) {
        (None, _) => Updates::NoReleaseKey,
        (_, None) => Updates::NotInstalled,
        _ => Updates::Possible,
    };
    Ok(Program { version: version.clone(), updates })
}

pub(crate) fn inspect_update(
    session: &mut Session,
    request: InspectUpdate,
    _: Report<'_>,
) -> Result<UpdateView, Trouble> {
    let release = &session.outside.release;
    let file = read(&request.path)?;
    let (notice, _) = checked(release, &request.path, &file)?;
    Ok(UpdateView {
        standing: standing(release, &notice, &request.path)?,
        path: request.path,
        version: notice.version,
        released: notice.released,
        notes: Words { en: notice.notes.en, zh: notice.notes.zh },
        installed: release.version.clone(),
    })
}

pub(crate) fn install_update(
    session: &mut Session,
    request: InstallUpdate,
    _: Report<'_>,
) -> Result<UpdateInstalled, Trouble> {
    let now = session.outside.now();
    let release = &session.outside.release;
    let file = read(&request.path)?;
    let (notice, package) = checked(release, &request.path, &file)?;
    if standing(release, &notice, &request.path)? != UpdateStanding::Newer {
        let UpdateNotice { version, .. } = notice;
        return Err(Failure::UpdateNotForThis { version, installed: release.version.clone() }.into());
    }
    let kind = release.installer.installed_as().ok_or(Failure::NotInstalled)?;
    let installed = release.version.clone();
    let at = session.now();
    let salt = session.outside.bytes()?;
    if let Some(open) = session.open.as_mut() {
        let folder = open.store.backup_folder();
        open.store.rotate_backups(&folder, now, Occasion::Update)?;
        let moment = Moment { at, actor: open.profile.actor.clone(), salt };
        let act = Act::UpdateHandedOver { from: installed, to: notice.version.clone() };
        let deed = Deed { act, project: None, trails: Vec::new() };
        open.store.write::<_, Trouble>(&moment, |_| Ok((deed, ())))?;
    }
    // What was checked is what is installed: the file that was chosen may change meanwhile, this one is ours alone.
    let folder = tempfile::tempdir().map_err(|e| of_file(&std::env::temp_dir(), &e))?;
    let staged = folder.path().join(format!("hefu_{}.{}", notice.version, kind.name()));
    fs::write(&staged, package).map_err(|e| of_file(&staged, &e))?;
    let next = session.outside.release.installer.install(&staged, kind)?;
    if next == hefu_api::update::UpdateNext::SystemInstaller {
        // The system's installer reads it after this call has ended.
        let _ = folder.keep();
    }
    Ok(UpdateInstalled { version: notice.version, next })
}

fn read(path: &str) -> Result<Vec<u8>, Failure> {
    fs::read(path).map_err(|e| of_file(Path::new(path), &e))
}

fn checked<'a>(release: &Release, path: &str, file: &'a [u8]) -> Result<(UpdateNotice, &'a [u8]), Failure> {
    let key = release.key.as_deref().ok_or(Failure::NoReleaseKey)?;
    let update = read_update(file, key).map_err(|error| match error {
        UpdateError::NotAnUpdate => Failure::NotAnUpdate { path: path.to_owned() },
        UpdateError::NotSigned => Failure::UpdateNotSigned { path: path.to_owned() },
        UpdateError::UnusableKey => Failure::NoReleaseKey,
    })?;
    Ok((update.notice, update.package))
}

fn standing(release: &Release, notice: &UpdateNotice, path: &str) -> Result<UpdateStanding, Failure> {
    let version =
        |text: &str| Version::parse(text).map_err(|_| Failure::NotAnUpdate { path: path.to_owned() });
    let (installed, offered) = (version(&release.version)?, version(&notice.version)?);
    if notice.system != system() {
        return Ok(UpdateStanding::OtherSystem);
    }
    if release.installer.installed_as().is_some_and(|kind| kind.name() != notice.package) {
        return Ok(UpdateStanding::OtherPackage);
    }
    Ok(match offered.cmp_precedence(&installed) {
        std::cmp::Ordering::Greater => UpdateStanding::Newer,
        std::cmp::Ordering::Equal => UpdateStanding::Same,
        std::cmp::Ordering::Less => UpdateStanding::Older,
    })
}
