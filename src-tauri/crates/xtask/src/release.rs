//! What a release is trusted by: its key, and the signed file that brings an installed Hefu up to date.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::step::{self, Result, TaskError};
use crate::{machine, place, tools};

/// The path of the secret key that an update is signed with; its password is asked for, or taken from
/// `TAURI_SIGNING_PRIVATE_KEY_PASSWORD`.
const SECRET: &str = "HEFU_RELEASE_SECRET";

/// The public half, which every release is built with.
fn public_key() -> PathBuf {
    place::root().join(".config/release.pub")
}

/// `cargo xtask release-key FILE`: a new pair. The secret half stays in FILE, for whoever releases; the public half
/// goes into the checkout and must be committed.
pub(crate) fn make_key(secret: &Path) -> Result<()> {
    machine::prepare(machine::Need::Programs)?;
    if secret.exists() {
        return Err(TaskError::new(format!(
            "{} is there already: a key is never written over",
            secret.display()
        )));
    }
    step::run(signer()?.args(["generate", "--write-keys"]).arg(std::path::absolute(secret)?))?;
    let beside = with(secret, ".pub");
    // The secret half may lie on another disk, from which nothing can be moved by renaming.
    fs::copy(&beside, public_key())?;
    fs::remove_file(&beside)?;
    step::say(&format!(
        "The secret key is {}; keep it out of every checkout. The public key is {}: commit it",
        secret.display(),
        public_key().display()
    ));
    Ok(())
}

/// Builds what follows for the key of this checkout, when it has one.
pub(crate) fn trusts(build: &mut Command) -> Result<()> {
    if public_key().exists() {
        build.env("HEFU_RELEASE_KEY", fs::read_to_string(public_key())?.trim());
    } else {
        step::say("No .config/release.pub: this build will trust no update (cargo xtask release-key)");
    }
    Ok(())
}

/// Signs a package as an update beside it; None when no secret key is given.
pub(crate) fn update_of(package: &Path, kind: &str) -> Result<Option<PathBuf>> {
    let Some(secret) = env::var_os(SECRET) else { return Ok(None) };
    let system = format!("{}-{}", env::consts::OS, env::consts::ARCH);
    let signed = with(package, ".signed");
    let mut content =
        notice(&fs::read_to_string(place::root().join("src-tauri/library/release.json"))?, &system, kind);
    content.push('\n');
    let mut content = content.into_bytes();
    content.extend(fs::read(package)?);
    fs::write(&signed, &content)?;
    step::run(signer()?.args(["sign", "--private-key-path"]).arg(std::path::absolute(secret)?).arg(&signed))?;
    let signature = with(&signed, ".sig");
    let mut file = fs::read(&signature)?.trim_ascii().to_vec();
    file.push(b'\n');
    file.extend(content);
    let update = package.with_extension("hefu-update");
    fs::write(&update, file)?;
    fs::remove_file(signed)?;
    fs::remove_file(signature)?;
    Ok(Some(update))
}

/// What the release says of itself and what this package of it is, on one line of JSON.
fn notice(release: &str, system: &str, kind: &str) -> String {
    // A line break within JSON stands between its values only.
    let rest = release.lines().map(str::trim).collect::<Vec<_>>().join(" ");
    let rest = rest.trim().trim_start_matches('{').trim_start();
    format!("{{ \"system\": \"{system}\", \"package\": \"{kind}\", {rest}")
}

fn signer() -> Result<Command> {
    let mut node = Command::new("node");
    node.arg(tools::tauri_cli()?).arg("signer");
    Ok(node)
}

fn with(path: &Path, more: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(more);
    name.into()
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_notice_is_one_line() {
        let release = "{\n  \"version\": \"0.1.0\",\n  \"notes\": {\n    \"en\": \"A {b}\"\n  }\n}\n";
        let expected = "{ \"system\": \"linux-x86_64\", \"package\": \"deb\", \"version\": \"0.1.0\", \"notes\": { \"en\": \"A {b}\" } }";
        assert_eq!(super::notice(release, "linux-x86_64", "deb"), expected);
    }
}
