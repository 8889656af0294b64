//! Who puts a package in the place of this copy.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::Command;

use hefu_api::Failure;
use hefu_api::update::UpdateNext;

use crate::failure::of_file;

/// How a copy of the program came onto its machine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Package {
    Deb,
    AppImage,
    Msi,
    Dmg,
}

impl Package {
    /// As an update names it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Deb => "deb",
            Self::AppImage => "appimage",
            Self::Msi => "msi",
            Self::Dmg => "dmg",
        }
    }
}

/// The operating system's way to install a package, or what stands in for it.
pub trait Installer: Send {
    /// How this copy was installed; None when it was not.
    fn installed_as(&self) -> Option<Package>;
    /// Puts `package` in the place of this copy. Errors: the system refused; this copy is as it was.
    fn install(&self, package: &Path, kind: Package) -> Result<UpdateNext, Failure>;
}

/// The installer of this machine's operating system. Nothing of it asks a network.
pub(super) struct SystemInstaller;

/// The running AppImage, as its own start has set it.
fn app_image() -> Option<PathBuf> {
    std::env::var_os("APPIMAGE").map(PathBuf::from).filter(|path| path.is_file())
}

impl Installer for SystemInstaller {
    fn installed_as(&self) -> Option<Package> {
        if app_image().is_some() {
            return Some(Package::AppImage);
        }
        let program = std::env::current_exe().ok()?;
        if cfg!(target_os = "windows") {
            let folder = std::env::var_os("ProgramFiles")?;
            return program.starts_with(folder).then_some(Package::Msi);
        }
        if cfg!(target_os = "macos") {
            return program.starts_with("/Applications").then_some(Package::Dmg);
        }
        (program.starts_with("/usr/bin") && Path::new("/usr/bin/dpkg").exists()).then_some(Package::Deb)
    }

    fn install(&self, package: &Path, kind: Package) -> Result<UpdateNext, Failure> {
        match kind {
            Package::Deb => {
                let mut dpkg = as_administrator();
                finish(dpkg.args(["/usr/bin/dpkg", "--install"]).arg(package))?;
                Ok(UpdateNext::Restart)
            }
            Package::AppImage => {
                let running = app_image().ok_or_else(|| refused("no AppImage is running"))?;
                replace(&running, package).map_err(|e| of_file(&running, &e))?;
                Ok(UpdateNext::Restart)
            }
            Package::Msi => {
                begin(Command::new("msiexec").arg("/i").arg(package))?;
                Ok(UpdateNext::SystemInstaller)
            }
            Package::Dmg => {
                begin(Command::new("open").arg(package))?;
                Ok(UpdateNext::SystemInstaller)
            }
        }
    }
}

/// Runs what follows as the administrator, whose password the system asks for where that is needed.
fn as_administrator() -> Command {
    if is_administrator() { Command::new("env") } else { Command::new("pkexec") }
}

#[cfg(unix)]
fn is_administrator() -> bool {
    use std::os::unix::fs::MetadataExt;
    fs::metadata("/proc/self").is_ok_and(|process| process.uid() == 0)
}

#[cfg(not(unix))]
fn is_administrator() -> bool {
    false
}

/// The new file takes the old one's place in one step, so that a crash leaves one of them whole.
fn replace(running: &Path, package: &Path) -> io::Result<()> {
    let beside = running.with_extension("new");
    fs::copy(package, &beside)?;
    fs::set_permissions(&beside, fs::metadata(running)?.permissions())?;
    fs::File::open(&beside)?.sync_all()?;
    fs::rename(beside, running)
}

fn finish(command: &mut Command) -> Result<(), Failure> {
    let ended = command.output().map_err(|e| refused(&e.to_string()))?;
    if ended.status.success() { Ok(()) } else { Err(refused(last_line(&ended.stderr).trim())) }
}

fn begin(command: &mut Command) -> Result<(), Failure> {
    command.spawn().map(drop).map_err(|e| refused(&e.to_string()))
}

fn last_line(said: &[u8]) -> String {
    String::from_utf8_lossy(said).trim_end().lines().last().unwrap_or_default().to_owned()
}

fn refused(reason: &str) -> Failure {
    Failure::UpdateRefused { reason: reason.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_app_image_is_replaced_and_stays_executable() {
        let folder = tempfile::tempdir().unwrap();
        let (running, package) = (folder.path().join("Hefu.AppImage"), folder.path().join("package"));
        fs::write(&running, "old").unwrap();
        fs::write(&package, "new").unwrap();
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            fs::set_permissions(&running, fs::Permissions::from_mode(0o755)).unwrap();
        }
        let before = fs::metadata(&running).unwrap().permissions();
        replace(&running, &package).unwrap();
        assert_eq!(fs::read(&running).unwrap(), b"new");
        assert_eq!(fs::metadata(&running).unwrap().permissions(), before);
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 2);
    }

    #[test]
    fn what_the_system_says_last_is_told() {
        let failure = finish(Command::new("sh").args(["-c", "echo one >&2; echo two >&2; exit 3"]));
        assert_eq!(failure, Err(refused("two")));
    }
}
