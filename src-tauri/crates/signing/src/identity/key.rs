//! Private keys, and checking what they signed.

use der::asn1::ObjectIdentifier;
use der::{Decode, Encode};
use p256::ecdsa::signature::Signer;
use p256::ecdsa::signature::hazmat::PrehashVerifier;
use p256::ecdsa::{Signature, SigningKey, VerifyingKey};
use p256::pkcs8::{DecodePrivateKey, EncodePrivateKey, EncodePublicKey};
use sha2::{Digest, Sha256};
use x509_cert::spki::{AlgorithmIdentifierOwned, SubjectPublicKeyInfoOwned};
use zeroize::{Zeroize, Zeroizing};

use crate::digest::sha256;
use crate::error::SigningError;

const ECDSA_WITH_SHA256: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.10045.4.3.2");

/// How a signature is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Algorithm {
    /// ECDSA on P-256 over SHA-256.
    P256,
}

impl Algorithm {
    pub(crate) fn identifier(self) -> AlgorithmIdentifierOwned {
        match self {
            Self::P256 => AlgorithmIdentifierOwned { oid: ECDSA_WITH_SHA256, parameters: None },
        }
    }

    pub(crate) fn of(identifier: &AlgorithmIdentifierOwned) -> Option<Self> {
        [Self::P256].into_iter().find(|algorithm| algorithm.identifier() == *identifier)
    }
}

/// A private key; the curve's library wipes it when it is dropped.
pub(crate) enum Key {
    P256(SigningKey),
}

impl Key {
    /// The P-256 key that belongs to a seed.
    pub(crate) fn from_seed(seed: &[u8; 32]) -> Self {
        let mut counter = 0_u32;
        loop {
            let mut hash = Sha256::new();
            hash.update(b"hefu P-256 key");
            hash.update(seed);
            hash.update(counter.to_be_bytes());
            let mut scalar = hash.finalize();
            let key = SigningKey::from_bytes(&scalar);
            scalar.zeroize();
            // One digest in 2³² is not a scalar of the curve.
            if let Ok(key) = key {
                return Self::P256(key);
            }
            counter += 1;
        }
    }

    pub(crate) fn from_pkcs8(der: &[u8]) -> Result<Self, SigningError> {
        SigningKey::from_pkcs8_der(der)
            .map(Self::P256)
            .map_err(|error| SigningError::UnsupportedKey(error.to_string()))
    }

    pub(crate) fn to_pkcs8(&self) -> Result<Zeroizing<Vec<u8>>, SigningError> {
        let Self::P256(key) = self;
        key.to_pkcs8_der()
            .map(|document| document.to_bytes())
            .map_err(|error| SigningError::Encoding(error.to_string()))
    }

    pub(crate) fn algorithm(&self) -> Algorithm {
        let Self::P256(_) = self;
        Algorithm::P256
    }

    /// Subject public key info, DER.
    pub(crate) fn public_key(&self) -> Result<Vec<u8>, SigningError> {
        let Self::P256(key) = self;
        key.verifying_key()
            .to_public_key_der()
            .map(|document| document.into_vec())
            .map_err(|error| SigningError::Encoding(error.to_string()))
    }

    /// Signs; the same message always gets the same signature (RFC 6979), and of its two forms
    /// the one with the lower `s`, so that nobody can write it another way.
    pub(crate) fn sign(&self, message: &[u8]) -> Vec<u8> {
        let Self::P256(key) = self;
        let signature: Signature = key.sign(message);
        signature.normalize_s().unwrap_or(signature).to_der().as_bytes().to_vec()
    }

    /// The most bytes a signature takes.
    pub(crate) fn longest_signature(&self) -> usize {
        let Self::P256(_) = self;
        72
    }
}

/// How particular the check of a signature is.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Spelling {
    /// As [`Key::sign`] writes it.
    Own,
    /// As any authority writes it in its certificates.
    Any,
}

/// Whether `signature` over `message` is of the holder of `public_key`. `None` when the kind of
/// key or signature is not known.
pub(crate) fn verifies(
    public_key: &SubjectPublicKeyInfoOwned,
    algorithm: Algorithm,
    message: &[u8],
    signature: &[u8],
    spelling: Spelling,
) -> Option<bool> {
    let Algorithm::P256 = algorithm;
    let public_key = public_key.to_der().ok()?;
    let public_key = p256::pkcs8::SubjectPublicKeyInfoRef::from_der(&public_key).ok()?;
    let key = VerifyingKey::try_from(public_key).ok()?;
    let Ok(signature) = Signature::from_der(signature) else { return Some(false) };
    if spelling == Spelling::Own && signature.normalize_s().is_some() {
        return Some(false);
    }
    Some(key.verify_prehash(&sha256(message), &signature).is_ok())
}
