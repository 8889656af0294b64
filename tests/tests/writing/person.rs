//! Root is refused nothing: where tests run as root, what shows a refusal runs as somebody else.

use std::fs;
use std::os::unix::fs::{MetadataExt, PermissionsExt, chown};
use std::process::Command;

/// `nobody`, by number.
const NOBODY: u32 = 65534;

pub(crate) fn is_root() -> bool {
    fs::metadata("/proc/self").unwrap().uid() == 0
}

/// Runs the body of the test `name` as a person without privileges: by itself, or for root by this program anew.
pub(crate) fn of_no_privilege(name: &str, body: impl FnOnce()) {
    if !is_root() {
        return body();
    }
    let folder = tempfile::tempdir().unwrap();
    let (program, home) = (folder.path().join("tests"), folder.path().join("home"));
    fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o755)).unwrap();
    fs::copy(std::env::current_exe().unwrap(), &program).unwrap();
    fs::create_dir(&home).unwrap();
    chown(&home, Some(NOBODY), Some(NOBODY)).unwrap();
    let mut test = Command::new("setpriv");
    test.args([&format!("--reuid={NOBODY}"), &format!("--regid={NOBODY}"), "--clear-groups"]);
    test.arg(program).args(["--exact", name, "--nocapture"]);
    test.current_dir(&home).env("TMPDIR", &home).env("HOME", &home);
    let told = test.output().unwrap();
    assert!(
        told.status.success() && String::from_utf8_lossy(&told.stdout).contains("1 passed"),
        "{}{}",
        String::from_utf8_lossy(&told.stdout),
        String::from_utf8_lossy(&told.stderr)
    );
}
