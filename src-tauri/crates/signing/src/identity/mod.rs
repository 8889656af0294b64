//! With what somebody signs: a private key and the certificates that belong to it.

mod certificate;
mod key;
mod pkcs12;

use chrono::{DateTime, FixedOffset, TimeDelta};
use der::asn1::OctetString;
use der::{Decode, Encode, Sequence};
use x509_cert::Certificate;
use zeroize::Zeroizing;

pub(crate) use certificate::{common_name, organisation_name};
pub(crate) use key::{Algorithm, Key, Spelling, verifies};

use crate::digest::{hex, sha256};
use crate::error::SigningError;

/// Whom a certificate made here names.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Subject {
    /// `Lin Hui Min 林慧敏`
    pub name: String,
    /// The party; left out of the certificate where empty.
    pub organisation: String,
}

/// A private key with its certificates. The key is wiped from memory when this is dropped.
pub struct Identity {
    key: Key,
    /// The signer's certificate, then those that vouch for it; DER.
    chain: Vec<Vec<u8>>,
}

/// How an identity is kept: both parts in DER, in one sequence.
#[derive(Sequence)]
struct Kept {
    pkcs8: OctetString,
    certificate: OctetString,
}

/// How long before and after the signature the certificate of a room key is valid. Clocks of
/// readers differ; the key itself is gone the moment it has signed.
const ROOM_KEY_BEFORE: TimeDelta = TimeDelta::hours(1);
const ROOM_KEY_AFTER: TimeDelta = TimeDelta::days(1);

/// How long the vendor's own identity is valid.
const VENDOR_AFTER: TimeDelta = TimeDelta::days(3653);

impl Identity {
    /// A P-256 key for one signature at `time`, with a certificate it signed itself. Such a
    /// certificate proves nothing about who holds it: that is attested in the record row.
    ///
    /// The same arguments give the same key, so `seed` must be random and used once.
    ///
    /// # Errors
    /// When the certificate cannot be encoded (a name beyond every size).
    pub fn room_key(
        seed: &Zeroizing<[u8; 32]>,
        subject: &Subject,
        time: DateTime<FixedOffset>,
    ) -> Result<Self, SigningError> {
        Self::self_signed(seed, subject, time - ROOM_KEY_BEFORE, time + ROOM_KEY_AFTER)
    }

    /// A new identity of the vendor, to be kept through [`Identity::to_secret`].
    ///
    /// # Errors
    /// As for [`Identity::room_key`].
    pub fn new_vendor(
        seed: &Zeroizing<[u8; 32]>,
        subject: &Subject,
        time: DateTime<FixedOffset>,
    ) -> Result<Self, SigningError> {
        Self::self_signed(seed, subject, time, time + VENDOR_AFTER)
    }

    /// The vendor's identity as [`Identity::to_secret`] gave it.
    ///
    /// # Errors
    /// [`SigningError::StoredIdentity`] when the bytes are damaged, or key and certificate do
    /// not belong together.
    pub fn vendor(secret: &[u8]) -> Result<Self, SigningError> {
        let kept = Kept::from_der(secret).map_err(|_| SigningError::StoredIdentity)?;
        let pkcs8 = Zeroizing::new(kept.pkcs8.into_bytes());
        let key = Key::from_pkcs8(&pkcs8).map_err(|_| SigningError::StoredIdentity)?;
        Self::new(key, vec![kept.certificate.into_bytes()]).map_err(|_| SigningError::StoredIdentity)
    }

    /// The identity as bytes for a keychain: an ASN.1 sequence of PKCS#8 key and certificate.
    ///
    /// # Errors
    /// When the key cannot be encoded.
    pub fn to_secret(&self) -> Result<Zeroizing<Vec<u8>>, SigningError> {
        let pkcs8 = self.key.to_pkcs8()?;
        let kept = Kept {
            pkcs8: OctetString::new(pkcs8.as_slice())?,
            certificate: OctetString::new(self.certificate())?,
        };
        let secret = Zeroizing::new(kept.to_der()?);
        drop(Zeroizing::new(kept.pkcs8.into_bytes()));
        Ok(secret)
    }

    /// SHA-256 of the signer's certificate, lower-case hexadecimal.
    pub fn certificate_sha256(&self) -> String {
        hex(&sha256(self.certificate()))
    }

    /// The name the signer's certificate is made out to.
    pub fn name(&self) -> String {
        Certificate::from_der(self.certificate())
            .map(|certificate| common_name(&certificate.tbs_certificate.subject))
            .unwrap_or_default()
    }

    pub(crate) fn key(&self) -> &Key {
        &self.key
    }

    pub(crate) fn chain(&self) -> &[Vec<u8>] {
        &self.chain
    }

    fn certificate(&self) -> &[u8] {
        self.chain.first().map_or(&[], Vec::as_slice)
    }

    fn self_signed(
        seed: &[u8; 32],
        subject: &Subject,
        not_before: DateTime<FixedOffset>,
        not_after: DateTime<FixedOffset>,
    ) -> Result<Self, SigningError> {
        let key = Key::from_seed(seed);
        let certificate = certificate::self_signed(&key, subject, not_before, not_after)?;
        Self::new(key, vec![certificate])
    }

    /// Joins a key with its certificates, which must be in canonical DER: the verifier writes
    /// them again and compares.
    fn new(key: Key, chain: Vec<Vec<u8>>) -> Result<Self, SigningError> {
        for certificate in &chain {
            let again = Certificate::from_der(certificate).and_then(|read| read.to_der());
            if again.ok().as_ref() != Some(certificate) {
                return Err(SigningError::Certificate("it is not in canonical DER".into()));
            }
        }
        let first = chain.first().ok_or(SigningError::Pkcs12Empty)?;
        let certificate = Certificate::from_der(first)?;
        let stated = certificate.tbs_certificate.subject_public_key_info.to_der()?;
        if stated != key.public_key()? {
            return Err(SigningError::Certificate("it belongs to another key".into()));
        }
        Ok(Self { key, chain })
    }
}
