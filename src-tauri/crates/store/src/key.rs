//! Keys. SQLCipher is handed a raw key, derived here from the passphrase and the salt that stands in the file's
//! first sixteen bytes. The recovery key *is* that raw key, written so that a person can copy it from paper:
//! it opens this very file without the passphrase, and a new passphrase or salt makes a new one.

mod recovery;

use std::io::Read;
use std::path::Path;

use argon2::{Algorithm, Argon2, Params, Version};
use hefu_domain::typed;
use hefu_reading::PlainFile;
use zeroize::{Zeroize, ZeroizeOnDrop, Zeroizing};

use crate::error::StoreError;

pub use recovery::{Mistyped, RecoveryKey};

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
    pub(crate) fn pragma(&self, salt: &Salt) -> Zeroizing<String> {
        let hex = |bytes: &[u8]| bytes.iter().map(|b| format!("{b:02x}")).collect::<String>();
        Zeroizing::new(format!("x'{}{}'", hex(&self.0), hex(salt)))
    }
}

impl std::fmt::Debug for RawKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("RawKey(…)")
    }
}

/// The key of a new file, or of a new passphrase. However the passphrase was typed, the same one makes the same key.
pub fn derive(passphrase: &str, salt: &Salt) -> Result<RawKey, StoreError> {
    derive_from(&Zeroizing::new(typed::passphrase(passphrase)), salt)
}

/// The keys that a passphrase may have been made into, the likeliest first: files of older versions took it as it was
/// typed. The second is there, and costs its derivation, only where the two differ.
pub fn derive_as_ever(passphrase: &str, salt: &Salt) -> Result<Vec<RawKey>, StoreError> {
    let mut keys = vec![derive(passphrase, salt)?];
    if *Zeroizing::new(typed::passphrase(passphrase)) != *passphrase {
        keys.push(derive_from(passphrase, salt)?);
    }
    Ok(keys)
}

/// Argon2id, 64 MiB, three passes: about 0.2 s on a laptop, once per opening by passphrase. Source: RFC 9106 §4,
/// second recommended option, with one lane.
fn derive_from(passphrase: &str, salt: &Salt) -> Result<RawKey, StoreError> {
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
    let mut file = PlainFile::open(path).map_err(|e| StoreError::unread(path, e))?;
    match file.read_exact(&mut salt) {
        Ok(()) => Ok(salt),
        Err(e) if e.kind() == std::io::ErrorKind::UnexpectedEof => {
            Err(StoreError::NotAWorkspace(path.to_owned()))
        }
        Err(e) => Err(StoreError::io(path, e)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn another_salt_makes_another_key() {
        let one = derive("a passphrase", &[1; 16]).unwrap();
        assert_eq!(one, derive("a passphrase", &[1; 16]).unwrap());
        assert_ne!(one, derive("a passphrase", &[2; 16]).unwrap());
        assert_ne!(one, derive("another", &[1; 16]).unwrap());
    }

    #[test]
    fn a_passphrase_makes_one_key_however_it_is_typed_and_the_older_one_beside_it() {
        let salt = [1; 16];
        let composed = derive("café-résumé 1234", &salt).unwrap();
        let decomposed = "cafe\u{301}-re\u{301}sume\u{301} 1234";
        assert_eq!(composed, derive(decomposed, &salt).unwrap());
        assert_eq!(derive_as_ever("café-résumé 1234", &salt).unwrap(), std::slice::from_ref(&composed));
        let as_ever = derive_as_ever(decomposed, &salt).unwrap();
        assert_eq!(as_ever, [composed, derive_from(decomposed, &salt).unwrap()]);
    }
}
