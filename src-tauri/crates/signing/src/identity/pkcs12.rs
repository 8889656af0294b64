//! The signer's own certificate from a PKCS#12 file (`.p12`, `.pfx`).

use p12_keystore::{KeyStore, Pkcs12ImportPolicy};

use super::Identity;
use super::key::Key;
use crate::error::SigningError;
use crate::panics::quietly;

impl Identity {
    /// Reads the private key and its certificates from a PKCS#12 file.
    ///
    /// Keys on the curve P-256 and RSA keys from 2048 to 4096 bits are supported; others (P-384,
    /// Ed25519, SM2) are refused by the name of their kind.
    ///
    /// # Errors
    /// [`SigningError::Pkcs12`] for a damaged file or a wrong password, which cannot be told
    /// apart; [`SigningError::Pkcs12Empty`] when it holds no key with a certificate;
    /// [`SigningError::UnsupportedKey`]; [`SigningError::Certificate`] when the certificate
    /// belongs to another key or is not in canonical DER.
    pub fn from_pkcs12(file: &[u8], password: &str) -> Result<Self, SigningError> {
        let open = || KeyStore::from_pkcs12(file, password, Pkcs12ImportPolicy::Relaxed);
        let store = quietly(open).and_then(Result::ok).ok_or(SigningError::Pkcs12)?;
        let (_, chain) = store.private_key_chain().ok_or(SigningError::Pkcs12Empty)?;
        let key = Key::from_pkcs8(chain.key().as_der())?;
        let certificates = chain.certs().iter().map(|certificate| certificate.as_der().to_vec());
        Self::new(key, certificates.collect())
    }
}
