//! Keys. SQLCipher is handed a raw key, derived here from the passphrase and the salt that stands in the file's
//! first sixteen bytes. The recovery key *is* that raw key, written so that a person can copy it from paper:
//! it opens this very file without the passphrase, and a new passphrase or salt makes a new one.

use std::io::Read;
use std::path::Path;

use argon2::{Algorithm, Argon2, Params, Version};
use zeroize::{Zeroize, ZeroizeOnDrop};

use crate::error::StoreError;

/// The first sixteen bytes of a workspace file.
pub type Salt = [u8; 16];

/// The key of a workspace file; wiped from memory when dropped.
#[derive(Clone, PartialEq, Eq, Zeroize, ZeroizeOnDrop)]
pub struct RawKey([u8; 32]);

impl RawKey {
    pub fn new(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }

    pub fn bytes(&self) -> &[u8; 32] {
        &self.0
    }

    /// The `PRAGMA key` value: key and salt in hexadecimal.
    pub(crate) fn pragma(&self, salt: &Salt) -> zeroize::Zeroizing<String> {
        let hex = |bytes: &[u8]| bytes.iter().map(|b| format!("{b:02x}")).collect::<String>();
        zeroize::Zeroizing::new(format!("x'{}{}'", hex(&self.0), hex(salt)))
    }
}

impl std::fmt::Debug for RawKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("RawKey(…)")
    }
}

/// Derives the file's key. Argon2id, 64 MiB, three passes: about 0.2 s on a laptop, once per opening by
/// passphrase. Source: RFC 9106 §4, second recommended option, with one lane.
pub fn derive(passphrase: &str, salt: &Salt) -> Result<RawKey, StoreError> {
    let params = Params::new(64 * 1024, 3, 1, Some(32)).map_err(StoreError::Derivation)?;
    let mut key = [0; 32];
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
        .hash_password_into(passphrase.as_bytes(), salt, &mut key)
        .map_err(StoreError::Derivation)?;
    Ok(RawKey(key))
}

/// Reads the salt of a workspace file. Errors: no file; shorter than a salt.
pub fn salt_of(path: &Path) -> Result<Salt, StoreError> {
    let mut salt = [0; 16];
    let mut file = std::fs::File::open(path).map_err(|e| StoreError::io(path, e))?;
    match file.read_exact(&mut salt) {
        Ok(()) => Ok(salt),
        Err(e) if e.kind() == std::io::ErrorKind::UnexpectedEof => {
            Err(StoreError::NotAWorkspace(path.to_owned()))
        }
        Err(e) => Err(StoreError::io(path, e)),
    }
}

/// A raw key as it stands on the recovery sheet: Crockford's base 32, thirteen groups of four characters and a
/// closing group of two check characters.
#[derive(Clone, PartialEq, Eq, Zeroize, ZeroizeOnDrop)]
pub struct RecoveryKey(String);

const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

impl RecoveryKey {
    pub fn of(key: &RawKey) -> Self {
        let mut digits = encode(&key.0);
        digits.push_str(&check(&key.0));
        let groups: Vec<&str> =
            (0..digits.len()).step_by(4).map(|i| &digits[i..(i + 4).min(digits.len())]).collect();
        Self(groups.join("-"))
    }

    pub fn text(&self) -> &str {
        &self.0
    }

    /// Reads what a person typed: hyphens, spaces and case do not matter, O is 0, I and L are 1. None when it is
    /// no recovery key or the check characters disagree.
    pub fn read(typed: &str) -> Option<RawKey> {
        let digits: Vec<u8> = typed
            .chars()
            .filter(|c| !c.is_whitespace() && *c != '-')
            .map(|c| match c.to_ascii_uppercase() {
                'O' => '0',
                'I' | 'L' => '1',
                c => c,
            })
            .map(|c| u8::try_from(c).ok().and_then(|c| ALPHABET.iter().position(|a| *a == c)))
            .map(|p| p.and_then(|p| u8::try_from(p).ok()))
            .collect::<Option<_>>()?;
        let (body, checks) = digits.split_at_checked(52)?;
        let mut key = [0u8; 32];
        let (mut buffer, mut bits, mut at) = (0u32, 0, 0);
        for digit in body {
            buffer = (buffer << 5 | u32::from(*digit)) & 0xffff;
            bits += 5;
            if bits >= 8 {
                bits -= 8;
                *key.get_mut(at)? = (buffer >> bits & 0xff) as u8;
                at += 1;
            }
        }
        let wanted: Vec<u8> = check(&key).bytes().collect();
        let given: Vec<u8> = checks.iter().map(|d| ALPHABET[usize::from(*d)]).collect();
        (given == wanted).then_some(RawKey(key))
    }
}

fn encode(bytes: &[u8; 32]) -> String {
    let mut text = String::new();
    let (mut buffer, mut bits) = (0u32, 0);
    for byte in bytes {
        buffer = (buffer << 8 | u32::from(*byte)) & 0xffff;
        bits += 8;
        while bits >= 5 {
            bits -= 5;
            text.push(char::from(ALPHABET[(buffer >> bits & 31) as usize]));
        }
    }
    text.push(char::from(ALPHABET[(buffer << (5 - bits) & 31) as usize]));
    text
}

/// Two characters that catch a mistyped one: ten bits of the key's SHA-256.
fn check(key: &[u8; 32]) -> String {
    use sha2::{Digest, Sha256};
    let digest = Sha256::digest(key);
    [digest[0] & 31, digest[1] & 31].iter().map(|d| char::from(ALPHABET[usize::from(*d)])).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_recovery_key_survives_paper(bytes: [u8; 32]) {
            let key = RawKey::new(bytes);
            let sheet = RecoveryKey::of(&key);
            prop_assert_eq!(sheet.text().len(), 52 + 2 + 13);
            prop_assert_eq!(RecoveryKey::read(sheet.text()), Some(key.clone()));
            let sloppy = sheet.text().to_lowercase().replace('-', " ").replace('0', "o").replace('1', "l");
            prop_assert_eq!(RecoveryKey::read(&sloppy), Some(key));
        }
    }

    #[test]
    fn a_slip_of_the_pen_is_noticed() {
        let sheet = RecoveryKey::of(&RawKey::new([7; 32])).text().to_owned();
        let noticed = (0..sheet.len())
            .filter(|at| sheet.as_bytes()[*at] != b'-')
            .filter(|at| {
                let mut typed = sheet.clone().into_bytes();
                typed[*at] = if typed[*at] == b'Z' { b'Y' } else { b'Z' };
                RecoveryKey::read(std::str::from_utf8(&typed).unwrap()).is_none()
            })
            .count();
        assert!(noticed >= 53, "{noticed} of 54");
        assert_eq!(RecoveryKey::read(""), None);
        assert_eq!(RecoveryKey::read("合符"), None);
    }

    #[test]
    fn another_salt_makes_another_key() {
        let one = derive("a passphrase", &[1; 16]).unwrap();
        assert_eq!(one, derive("a passphrase", &[1; 16]).unwrap());
        assert_ne!(one, derive("a passphrase", &[2; 16]).unwrap());
        assert_ne!(one, derive("another", &[1; 16]).unwrap());
    }
}
