//! An update as one file: a signature, what it says of itself, and the package.
//!
//! The first line is the signature as `tauri signer sign` writes it (a Minisign signature in base 64), over all
//! that follows; the second is an [`UpdateNotice`] in JSON; the rest is the package as it is. Source of the
//! signature's form: Minisign's description of its file format.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use chrono::NaiveDate;
use minisign_verify::{PublicKey, Signature};
use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::record::Pair;

/// What an update says of itself; signed with the package.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct UpdateNotice {
    /// `major.minor.patch`.
    pub version: String,
    /// The day it was released.
    pub released: NaiveDate,
    /// `<operating system>-<architecture>` as Rust names them: `linux-x86_64`.
    pub system: String,
    /// The kind of package: `deb`, `appimage`, `msi` or `dmg`.
    pub package: String,
    /// What is new, in both languages.
    pub notes: Pair,
}

/// An update whose signature holds.
#[derive(Debug, PartialEq, Eq)]
pub struct Update<'a> {
    pub notice: UpdateNotice,
    pub package: &'a [u8],
}

/// Why a file is not taken for an update.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum UpdateError {
    #[error("the file is no update of Hefu")]
    NotAnUpdate,
    /// Another key, or a changed byte: the two cannot be told apart.
    #[error("the file was not signed, as it is, with the release key")]
    NotSigned,
    #[error("the release key cannot be read")]
    UnusableKey,
}

/// Reads an update that was signed with the other half of `key`, a public key as `tauri signer generate` writes
/// it. Nothing of the file is believed before its signature holds. Errors: no update at all; signed otherwise or
/// changed; the key itself.
pub fn read_update<'a>(file: &'a [u8], key: &str) -> Result<Update<'a>, UpdateError> {
    let (first, signed) = line(file).ok_or(UpdateError::NotAnUpdate)?;
    let signature = Signature::decode(&unwrapped(first).ok_or(UpdateError::NotAnUpdate)?)
        .map_err(|_| UpdateError::NotAnUpdate)?;
    let key = unwrapped(key.as_bytes()).ok_or(UpdateError::UnusableKey)?;
    let key = PublicKey::decode(&key).map_err(|_| UpdateError::UnusableKey)?;
    key.verify(signed, &signature, false).map_err(|_| UpdateError::NotSigned)?;
    let (second, package) = line(signed).ok_or(UpdateError::NotAnUpdate)?;
    let notice = serde_json::from_slice(second).map_err(|_| UpdateError::NotAnUpdate)?;
    Ok(Update { notice, package })
}

/// The first line of at most some thousand bytes, and what follows it.
fn line(bytes: &[u8]) -> Option<(&[u8], &[u8])> {
    const LONGEST: usize = 64 * 1024;
    let end = memchr::memchr(b'\n', bytes.get(..LONGEST.min(bytes.len()))?)?;
    Some((&bytes[..end], &bytes[end + 1..]))
}

fn unwrapped(base64: &[u8]) -> Option<String> {
    String::from_utf8(STANDARD.decode(base64.trim_ascii()).ok()?).ok()
}

#[cfg(test)]
mod tests {
    use std::io::Cursor;

    use minisign::KeyPair;

    use super::*;

    fn keys() -> (KeyPair, String) {
        let keys = KeyPair::generate_unencrypted_keypair().unwrap();
        let public = STANDARD.encode(keys.pk.to_box().unwrap().into_string());
        (keys, public)
    }

    fn file(keys: &KeyPair, signed: &[u8]) -> Vec<u8> {
        let signature = minisign::sign(None, &keys.sk, Cursor::new(signed), None, None).unwrap();
        let mut file = STANDARD.encode(signature.into_string()).into_bytes();
        file.push(b'\n');
        file.extend(signed);
        file
    }

    const SIGNED: &[u8] = b"{\"version\":\"0.2.0\",\"released\":\"2026-12-01\",\"system\":\"linux-x86_64\",\
        \"package\":\"deb\",\"notes\":{\"en\":\"New\",\"zh\":\"\xe6\x96\xb0\"}}\nthe\npackage";

    #[test]
    fn what_was_signed_is_read() {
        let (keys, public) = keys();
        let file = file(&keys, SIGNED);
        let update = read_update(&file, &public).unwrap();
        assert_eq!(update.package, b"the\npackage");
        assert_eq!((update.notice.version.as_str(), update.notice.notes.zh.as_str()), ("0.2.0", "新"));
    }

    #[test]
    fn every_changed_byte_is_refused() {
        let (keys, public) = keys();
        let file = file(&keys, SIGNED);
        for at in 0..file.len() {
            let mut changed = file.clone();
            changed[at] ^= 1;
            let refused = read_update(&changed, &public).is_err();
            // What a signature says of itself without being signed is the one thing that may be changed.
            assert!(refused || at < file.iter().position(|&b| b == b'\n').unwrap(), "byte {at}");
            if let Ok(update) = read_update(&changed, &public) {
                assert_eq!(update, read_update(&file, &public).unwrap(), "byte {at}");
            }
        }
    }

    #[test]
    fn another_key_is_not_ours() {
        let (keys_of_another, _) = keys();
        let (_, public) = keys();
        let file = file(&keys_of_another, SIGNED);
        assert_eq!(read_update(&file, &public), Err(UpdateError::NotSigned));
        assert_eq!(read_update(&file, "no key"), Err(UpdateError::UnusableKey));
    }

    #[test]
    fn other_files_are_no_updates() {
        let (keys, public) = keys();
        for other in [&b""[..], b"\n", b"%PDF-1.7\nand so on", &[0xff; 100_000]] {
            assert_eq!(read_update(other, &public), Err(UpdateError::NotAnUpdate));
        }
        assert_eq!(read_update(&file(&keys, b"{}\npackage"), &public), Err(UpdateError::NotAnUpdate));
    }
}
