//! The value of `/Contents`: its spelling, the container in it, and the signature itself.

use der::Encode;
use x509_cert::Certificate;

use crate::digest::Sha;
use crate::envelope::{self, Envelope, Fault};
use crate::identity::{Spelling, verifies};
use crate::proof::is_consistent;
use crate::report::Change;

/// A signature's container that is written as it must be.
pub(crate) struct CmsContainer(Envelope);

impl CmsContainer {
    /// Opens the container in a value of `/Contents`, without its angle brackets. The value lies outside what its own
    /// signature is over, so every one of its bytes must follow from the container: lower-case hexadecimal,
    /// canonical DER, then zeros to the end.
    pub(crate) fn open(contents: &[u8]) -> Result<Self, Change> {
        let value = base16ct::lower::decode_vec(contents).map_err(|_| Change::Container)?;
        let length = der_length(&value).ok_or(Change::Container)?;
        let (container, padding) = value.split_at(length);
        if padding.iter().any(|byte| *byte != 0) {
            return Err(Change::Container);
        }
        Self::read(container)
    }

    /// Reads a container by itself, DER.
    pub(crate) fn read(container: &[u8]) -> Result<Self, Change> {
        match envelope::read(container) {
            Ok(envelope) => Ok(Self(envelope)),
            Err(Fault::Form) => Err(Change::Container),
            Err(Fault::Certificate) => Err(Change::Certificate),
        }
    }

    /// Whether it is over a file with this digest.
    pub(crate) fn is_over(&self, digest: &Sha) -> bool {
        self.0.message_digest == digest
    }

    /// Checks the signature and the certificates' own consistency.
    pub(crate) fn check(&self) -> Result<(), Change> {
        let encoded: der::Result<Vec<Vec<u8>>> = self.0.chain.iter().map(Encode::to_der).collect();
        let attributes = encoded
            .and_then(|chain| envelope::attributes(&chain, &self.0.message_digest))
            .and_then(|attributes| attributes.to_der())
            .map_err(|_| Change::Container)?;
        let signer = self.0.chain.first().ok_or(Change::Certificate)?;
        let key = &signer.tbs_certificate.subject_public_key_info;
        let signature = &self.0.signature;
        match verifies(key, self.0.algorithm, &attributes, signature, Spelling::Own) {
            Some(true) => {}
            _ => return Err(Change::Signature),
        }
        match self.0.chain.iter().all(is_consistent) {
            true => Ok(()),
            false => Err(Change::Certificate),
        }
    }

    pub(crate) fn chain(&self) -> &[Certificate] {
        &self.0.chain
    }
}

/// The length of the DER element at the start of `bytes`, its header included.
fn der_length(bytes: &[u8]) -> Option<usize> {
    let first = usize::from(*bytes.get(1)?);
    let (header, length) = match first {
        0..=0x7F => (2, first),
        0x81..=0x84 => {
            let figures = bytes.get(2..2 + (first & 0x7F))?;
            let length = figures.iter().fold(0, |length, byte| length << 8 | usize::from(*byte));
            (2 + figures.len(), length)
        }
        _ => return None,
    };
    header.checked_add(length).filter(|length| *length <= bytes.len())
}
