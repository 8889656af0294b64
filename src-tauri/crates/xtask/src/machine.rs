//! What this machine lacks is installed: system packages by apt on Debian and Ubuntu.

use std::env;
use std::process::Command;

use crate::step::{self, Result, TaskError};

/// A system package and what it is for.
type Package = (&'static str, &'static str);

/// For building the terminal programs.
const PROGRAMS: &[Package] = &[
    ("build-essential", "compiles SQLCipher"),
    ("pkg-config", "finds libraries"),
    ("perl", "configures OpenSSL for SQLCipher"),
];

/// For building the window.
const WINDOW: &[Package] = &[("libwebkit2gtk-4.1-dev", "shows the window")];

/// For the tests in the real window and of the documents.
const TESTS: &[Package] = &[
    ("webkit2gtk-driver", "drives the window in tests"),
    ("xvfb", "is the screen of the tests"),
    ("xauth", "lets the tests onto that screen"),
    ("strace", "sees what a session connects to"),
    ("dbus-daemon", "tells a second start of the first"),
    ("gnome-keyring", "is the keychain of the tests"),
    ("poppler-utils", "reads the documents in tests"),
    ("qpdf", "checks the documents in tests"),
    ("python3-venv", "holds the second opinion on signatures"),
];

/// What the work at hand needs of the machine.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Need {
    Programs,
    Window,
    Tests,
}

/// Installs the packages that are missing, having said which and why.
pub(crate) fn prepare(need: Need) -> Result<()> {
    node()?;
    if !cfg!(target_os = "linux") {
        return Ok(());
    }
    let mut needed: Vec<&Package> = PROGRAMS.iter().collect();
    if need != Need::Programs {
        needed.extend(WINDOW);
    }
    if need == Need::Tests {
        needed.extend(TESTS);
    }
    if !step::works(Command::new("dpkg-query").arg("--version")) {
        let names: Vec<_> = needed.iter().map(|(name, _)| *name).collect();
        step::say(&format!("No apt here: these must be installed by hand: {}", names.join(" ")));
        return Ok(());
    }
    let missing: Vec<_> = needed.into_iter().filter(|(name, _)| !is_installed(name)).collect();
    if missing.is_empty() { Ok(()) } else { install(&missing) }
}

/// Whether there is a screen to open a window on.
pub(crate) fn has_display() -> bool {
    let named = |name| env::var_os(name).is_some_and(|value| !value.is_empty());
    !cfg!(target_os = "linux") || named("DISPLAY") || named("WAYLAND_DISPLAY")
}

/// The oldest Node.js that builds the interface.
const NODE: (u32, u32) = (20, 19);

fn node() -> Result<()> {
    let found = step::works(Command::new("npm").arg("--version"))
        .then(|| step::read(Command::new("node").arg("--version")).ok())
        .flatten();
    let wanted = format!("Hefu needs Node.js {}.{} or newer, with npm", NODE.0, NODE.1);
    match found {
        None => Err(TaskError::new(format!("{wanted}; there is none here"))),
        Some(version) if parsed(&version) >= Some(NODE) => Ok(()),
        Some(version) => Err(TaskError::new(format!("{wanted}; here is {}", version.trim()))),
    }
}

/// Major and minor number of `v20.19.5`.
fn parsed(version: &str) -> Option<(u32, u32)> {
    let mut numbers = version.trim().trim_start_matches('v').split('.').map(str::parse);
    Some((numbers.next()?.ok()?, numbers.next()?.ok()?))
}

fn is_installed(package: &str) -> bool {
    let mut query = Command::new("dpkg-query");
    query.args(["--show", "--showformat", "${db:Status-Status}", package]);
    query.output().is_ok_and(|output| output.status.success() && output.stdout == b"installed")
}

fn install(missing: &[&Package]) -> Result<()> {
    step::say("Installing system packages by apt:");
    for (name, purpose) in missing {
        eprintln!("   {name:24} {purpose}");
    }
    step::run(apt()?.args(["update", "--quiet"]))?;
    let names = missing.iter().map(|(name, _)| name);
    step::run(apt()?.args(["install", "--yes", "--quiet", "--no-install-recommends"]).args(names))
}

/// apt as root, or through sudo.
fn apt() -> Result<Command> {
    let is_root = step::read(Command::new("id").arg("-u"))?.trim() == "0";
    let mut apt = if is_root {
        Command::new("apt-get")
    } else if step::works(Command::new("sudo").arg("--version")) {
        let mut sudo = Command::new("sudo");
        // sudo drops the environment, and with it the wish not to be asked.
        sudo.args(["DEBIAN_FRONTEND=noninteractive", "apt-get"]);
        sudo
    } else {
        return Err(TaskError::new("Installing packages needs root or sudo, and here is neither"));
    };
    apt.env("DEBIAN_FRONTEND", "noninteractive");
    Ok(apt)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_of_node_are_compared_as_numbers() {
        assert_eq!(parsed("v20.19.5\n"), Some((20, 19)));
        assert!(parsed("v20.9.0") < Some(NODE));
        assert!(parsed("v22.1.0") >= Some(NODE));
        assert_eq!(parsed("none"), None);
    }
}
