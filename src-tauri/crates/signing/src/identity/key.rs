//! Private keys, and checking what they signed.

use der::asn1::ObjectIdentifier;
use der::{Any, Decode, Encode};
use p256::ecdsa::signature::hazmat::PrehashVerifier;
use p256::ecdsa::signature::{RandomizedSigner, SignatureEncoding, Signer, Verifier};
use p256::pkcs8::{
    DecodePrivateKey, EncodePrivateKey, EncodePublicKey, PrivateKeyInfo, SubjectPublicKeyInfoRef,
};
use p256::{ecdsa, pkcs8};
use rsa::traits::PublicKeyParts;
use rsa::{RsaPrivateKey, RsaPublicKey, pkcs1v15};
use sha2::{Digest, Sha256};
use x509_cert::spki::{AlgorithmIdentifierOwned, SubjectPublicKeyInfoOwned};
use zeroize::{Zeroize, Zeroizing};

use crate::digest::sha256;
use crate::error::SigningError;

const ECDSA_WITH_SHA256: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.10045.4.3.2");
const RSA_WITH_SHA256: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.1.11");

/// The sizes of RSA keys that are signed with, in bytes: 2048 to 4096 bits.
const RSA_SIZES: std::ops::RangeInclusive<usize> = 256..=512;

/// How a signature is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Algorithm {
    /// ECDSA on P-256 over SHA-256.
    P256,
    /// RSA with the padding of PKCS#1 v1.5 over SHA-256.
    Rsa,
}

impl Algorithm {
    pub(crate) fn identifier(self) -> AlgorithmIdentifierOwned {
        match self {
            Self::P256 => AlgorithmIdentifierOwned { oid: ECDSA_WITH_SHA256, parameters: None },
            Self::Rsa => AlgorithmIdentifierOwned { oid: RSA_WITH_SHA256, parameters: Some(Any::null()) },
        }
    }

    pub(crate) fn of(identifier: &AlgorithmIdentifierOwned) -> Option<Self> {
        [Self::P256, Self::Rsa].into_iter().find(|algorithm| algorithm.identifier() == *identifier)
    }
}

/// A private key; the libraries wipe both kinds when they are dropped.
pub(crate) enum Key {
    P256(ecdsa::SigningKey),
    Rsa(Box<RsaPrivateKey>),
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
            let key = ecdsa::SigningKey::from_bytes(&scalar);
            scalar.zeroize();
            // One digest in 2³² is not a scalar of the curve.
            if let Ok(key) = key {
                return Self::P256(key);
            }
            counter += 1;
        }
    }

    /// Reads a PKCS#8 key, DER.
    pub(crate) fn from_pkcs8(der: &[u8]) -> Result<Self, SigningError> {
        let unsupported = |kind: String| SigningError::UnsupportedKey(kind);
        if let Ok(key) = ecdsa::SigningKey::from_pkcs8_der(der) {
            return Ok(Self::P256(key));
        }
        if let Ok(key) = RsaPrivateKey::from_pkcs8_der(der) {
            return match RSA_SIZES.contains(&key.size()) {
                true => Ok(Self::Rsa(Box::new(key))),
                false => Err(unsupported(format!("RSA {}", key.size() * 8))),
            };
        }
        let algorithm = PrivateKeyInfo::try_from(der).map(|key| key.algorithm);
        Err(unsupported(match algorithm {
            Ok(algorithm) => match algorithm.parameters_oid() {
                Ok(curve) => curve.to_string(),
                Err(_) => algorithm.oid.to_string(),
            },
            Err(error) => error.to_string(),
        }))
    }

    pub(crate) fn to_pkcs8(&self) -> Result<Zeroizing<Vec<u8>>, SigningError> {
        let document = match self {
            Self::P256(key) => key.to_pkcs8_der(),
            Self::Rsa(key) => key.to_pkcs8_der(),
        };
        document.map(|document| document.to_bytes()).map_err(encoding)
    }

    pub(crate) fn algorithm(&self) -> Algorithm {
        match self {
            Self::P256(_) => Algorithm::P256,
            Self::Rsa(_) => Algorithm::Rsa,
        }
    }

    /// Subject public key info, DER.
    pub(crate) fn public_key(&self) -> Result<Vec<u8>, SigningError> {
        let document = match self {
            Self::P256(key) => key.verifying_key().to_public_key_der(),
            Self::Rsa(key) => key.to_public_key().to_public_key_der(),
        };
        document.map(pkcs8::Document::into_vec).map_err(|error| encoding(error.into()))
    }

    /// Signs; the same message always gets the same signature.
    ///
    /// For P-256 by RFC 6979, and of the two forms of a signature the one with the lower `s`, so
    /// that nobody can write it another way. For RSA there is only one signature; the randomness
    /// blinds the calculation and leaves no trace in the result.
    pub(crate) fn sign(&self, message: &[u8]) -> Result<Vec<u8>, SigningError> {
        match self {
            Self::P256(key) => {
                let signature: ecdsa::Signature = key.sign(message);
                Ok(signature.normalize_s().unwrap_or(signature).to_der().as_bytes().to_vec())
            }
            Self::Rsa(key) => {
                let key = pkcs1v15::SigningKey::<Sha256>::new(key.as_ref().clone());
                let signature = key.try_sign_with_rng(&mut rsa::rand_core::OsRng, message);
                let signature = signature.map_err(|error| SigningError::Encoding(error.to_string()))?;
                Ok(signature.to_vec())
            }
        }
    }

    /// The most bytes a signature takes.
    pub(crate) fn longest_signature(&self) -> usize {
        match self {
            Self::P256(_) => 72,
            Self::Rsa(key) => key.size(),
        }
    }
}

fn encoding(error: pkcs8::Error) -> SigningError {
    SigningError::Encoding(error.to_string())
}

/// How particular the check of a signature is.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Spelling {
    /// As [`Key::sign`] writes it.
    Own,
    /// As any authority writes it in its certificates.
    Any,
}

/// Whether `signature` over `message` is of the holder of `public_key`. `None` when the key is
/// not one of that algorithm.
pub(crate) fn verifies(
    public_key: &SubjectPublicKeyInfoOwned,
    algorithm: Algorithm,
    message: &[u8],
    signature: &[u8],
    spelling: Spelling,
) -> Option<bool> {
    let public_key = public_key.to_der().ok()?;
    let public_key = SubjectPublicKeyInfoRef::from_der(&public_key).ok()?;
    match algorithm {
        Algorithm::P256 => {
            let key = ecdsa::VerifyingKey::try_from(public_key).ok()?;
            let Ok(signature) = ecdsa::Signature::from_der(signature) else { return Some(false) };
            if spelling == Spelling::Own && signature.normalize_s().is_some() {
                return Some(false);
            }
            Some(key.verify_prehash(&sha256(message), &signature).is_ok())
        }
        Algorithm::Rsa => {
            let key = RsaPublicKey::try_from(public_key).ok()?;
            if !RSA_SIZES.contains(&key.size()) || signature.len() != key.size() {
                return Some(false);
            }
            let Ok(signature) = pkcs1v15::Signature::try_from(signature) else {
                return Some(false);
            };
            Some(pkcs1v15::VerifyingKey::<Sha256>::new(key).verify(message, &signature).is_ok())
        }
    }
}
