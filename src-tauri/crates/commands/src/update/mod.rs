//! The program brought up to date from a signed file that the person chose. Nothing is looked for by itself and no
//! network is asked.

use std::path::Path;

use hefu_api::Failure;
use hefu_api::update::{
    InspectUpdate, InstallUpdate, Program, ProgramRequest, UpdateInstalled, UpdateStanding, UpdateView,
    Updates,
};
use hefu_domain::backup::Occasion;
use hefu_domain::journal::Act;
use hefu_domain::text::Words;
use hefu_reading::limits;
use hefu_signing::{UpdateError, UpdateNotice, read_update};
use hefu_store::NewEntry;
use semver::Version;

use crate::failure::CommandError;
use crate::given;
use crate::release::Release;
use crate::session::{OnProgress, Session};

/// The system that this copy was built for, as an update names it.
fn system() -> String {
    format!("{}-{}", std::env::consts::OS, std::env::consts::ARCH)
}

pub(crate) fn program(
    session: &mut Session,
    _: ProgramRequest,
    _: OnProgress<'_>,
) -> Result<Program, CommandError> {
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
    _: OnProgress<'_>,
) -> Result<UpdateView, CommandError> {
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
    _: OnProgress<'_>,
) -> Result<UpdateInstalled, CommandError> {
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
        let moment = open.profile.moment(at, salt);
        let act = Act::UpdateHandedOver { from: installed, to: notice.version.clone() };
        let entry = NewEntry { act, project: None, trails: Vec::new() };
        open.store.write::<_, CommandError>(&moment, |_| Ok((entry, ())))?;
    }
    let next = session.outside.release.installer.install(package, kind)?;
    Ok(UpdateInstalled { version: notice.version, next })
}

/// Read once: what is checked and what is installed are the same bytes, whatever becomes of the file meanwhile.
fn read(path: &str) -> Result<Vec<u8>, Failure> {
    given::read(Path::new(path), &limits::UPDATE)
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
