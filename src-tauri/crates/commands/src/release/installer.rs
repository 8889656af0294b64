//! Who puts a package in the place of this copy.

use std::fs;
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use hefu_api::Failure;
use hefu_api::update::UpdateNext;
use hefu_files::Scratch;
use sha2::{Digest, Sha256};

use crate::failure::{of_file, of_path};

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
    /// Puts `package`, the bytes that were checked, in the place of this copy. Where they have to lie in a file first,
    /// it is one that no other program of the person can exchange, as far as the system allows.
    /// Errors: the system refused; they were exchanged on the way; this copy is as it was.
    fn install(&self, package: &[u8], kind: Package) -> Result<UpdateNext, Failure>;
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

    fn install(&self, package: &[u8], kind: Package) -> Result<UpdateNext, Failure> {
        match kind {
            Package::Deb => {
                let mut shell = as_administrator();
                checked_again(shell.args(["/bin/sh", "-c", CHECKED, "hefu"]), package, &DPKG)?;
                Ok(UpdateNext::Restart)
            }
            Package::AppImage => {
                let running = app_image().ok_or_else(|| refused("no AppImage is running"))?;
                hefu_files::keep(&running, package).map_err(of_path)?;
                Ok(UpdateNext::Restart)
            }
            Package::Msi => {
                begin(Command::new("msiexec").arg("/i").arg(staged(package, "hefu.msi")?))?;
                Ok(UpdateNext::SystemInstaller)
            }
            Package::Dmg => {
                begin(Command::new("open").arg(staged(package, "hefu.dmg")?))?;
                Ok(UpdateNext::SystemInstaller)
            }
        }
    }
}

const DPKG: [&str; 2] = ["/usr/bin/dpkg", "--install"];

/// What the administrator's shell does. A file of the person's could be exchanged by any program of hers between the
/// check and the installing. So the package comes on its input, is laid where the administrator alone can write, and
/// is held there against the digest that the shell was called with, before what follows the digest installs it.
const CHECKED: &str = r#"
umask 077
folder=$(mktemp -d /tmp/hefu-update.XXXXXXXXXX) || exit 1
trap 'rm -rf "$folder"' EXIT
cat >"$folder/hefu.deb" || exit 1
echo "$1  $folder/hefu.deb" | sha256sum --check --status || exit 76
shift
"$@" "$folder/hefu.deb"
"#;

/// The exit code of [`CHECKED`] when the digest is another.
const EXCHANGED: i32 = 76;

/// Runs a shell of [`CHECKED`] on a package.
fn checked_again(shell: &mut Command, package: &[u8], install: &[&str]) -> Result<(), Failure> {
    let digest: String = Sha256::digest(package).iter().map(|byte| format!("{byte:02x}")).collect();
    handed(shell.arg(digest).args(install), package)
}

/// Gives a command `input` and waits until it has ended.
fn handed(command: &mut Command, input: &[u8]) -> Result<(), Failure> {
    let lift = |error: io::Error| refused(&error.to_string());
    command.stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::piped());
    let mut child = command.spawn().map_err(lift)?;
    if let Some(mut into) = child.stdin.take() {
        // A command that ends before it has read everything says by its code why.
        let _ = into.write_all(input);
    }
    let ended = child.wait_with_output().map_err(lift)?;
    match ended.status.code() {
        Some(0) => Ok(()),
        Some(EXCHANGED) => Err(Failure::UpdateExchanged),
        _ => Err(refused(last_line(&ended.stderr).trim())),
    }
}

/// Lays the package where the system's installer reads it after this call has ended.
fn staged(package: &[u8], name: &str) -> Result<PathBuf, Failure> {
    let folder = Scratch::of_this_machine().map_err(of_path)?;
    let file = folder.path().join(name);
    hefu_files::write_new(&file, package).map_err(of_path)?;
    must_stay(&file, package)?;
    Ok(folder.leave().join(name))
}

/// Holds the file open until this program ends, which on Windows keeps others from writing or replacing it, and looks
/// whether it is still what was laid there.
fn must_stay(file: &Path, package: &[u8]) -> Result<(), Failure> {
    let lift = |error| of_file(file, error);
    let mut options = fs::File::options();
    options.read(true);
    #[cfg(windows)]
    std::os::windows::fs::OpenOptionsExt::share_mode(&mut options, SHARED_TO_READ);
    let mut held = options.open(file).map_err(lift)?;
    let mut there = Vec::new();
    held.read_to_end(&mut there).map_err(lift)?;
    std::mem::forget(held);
    if there == package { Ok(()) } else { Err(Failure::UpdateExchanged) }
}

/// `FILE_SHARE_READ`.
#[cfg(windows)]
const SHARED_TO_READ: u32 = 1;

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
    fn what_the_system_says_last_is_told() {
        let failure = handed(Command::new("sh").args(["-c", "echo one >&2; echo two >&2; exit 3"]), b"");
        assert_eq!(failure, Err(refused("two")));
    }

    /// What is installed of a package by the administrator's shell, with a program in place of dpkg that keeps what it
    /// is given; `before` happens on the way.
    #[cfg(unix)]
    fn installed_by_the_shell(before: &str, package: &[u8]) -> (Result<(), Failure>, Option<Vec<u8>>) {
        let folder = tempfile::tempdir().unwrap();
        let out = folder.path().join("installed");
        let keep = format!("cat \"$0\" >{}", out.display());
        let mut shell = Command::new("/bin/sh");
        let script = format!("{before}\n{CHECKED}");
        let done = checked_again(shell.args(["-c", &script, "hefu"]), package, &["/bin/sh", "-c", &keep]);
        (done, fs::read(out).ok())
    }

    #[test]
    #[cfg(unix)]
    fn the_administrator_installs_what_was_checked_and_nothing_else() {
        let package: Vec<u8> = (0..300_000_u32).map(|n| (n % 251) as u8).collect();
        assert_eq!(installed_by_the_shell("", &package), (Ok(()), Some(package.clone())));
        // Another program exchanges what is on its way.
        let exchanged = "cat >/dev/null; exec <<E\nanother package\nE";
        assert_eq!(installed_by_the_shell(exchanged, &package), (Err(Failure::UpdateExchanged), None));
    }

    #[test]
    fn what_is_exchanged_before_the_systems_installer_has_it_is_refused() {
        let file = staged(b"a package", "hefu.msi").unwrap();
        assert_eq!(fs::read(&file).unwrap(), b"a package");
        assert_eq!(must_stay(&file, b"another"), Err(Failure::UpdateExchanged));
        fs::remove_dir_all(file.parent().unwrap()).unwrap();
    }

    #[test]
    #[cfg(unix)]
    fn an_app_image_is_replaced_and_stays_executable() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().unwrap();
        let running = folder.path().join("Hefu.AppImage");
        fs::write(&running, "old").unwrap();
        fs::set_permissions(&running, fs::Permissions::from_mode(0o755)).unwrap();
        let before = fs::metadata(&running).unwrap().permissions();
        hefu_files::keep(&running, b"new").unwrap();
        assert_eq!(fs::read(&running).unwrap(), b"new");
        assert_eq!(fs::metadata(&running).unwrap().permissions(), before);
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }
}
