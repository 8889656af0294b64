//! SHA-256 and the lower-case hexadecimal in which digests are written everywhere.

use sha2::{Digest, Sha256};

/// A SHA-256 value.
pub(crate) type Sha = [u8; 32];

pub(crate) fn sha256(bytes: &[u8]) -> Sha {
    Sha256::digest(bytes).into()
}

/// The SHA-256 of `bytes` in lower-case hexadecimal: how a revision is named in a record row.
pub fn revision_sha256(bytes: &[u8]) -> String {
    hex(&sha256(bytes))
}

pub(crate) fn hex(bytes: &[u8]) -> String {
    base16ct::lower::encode_string(bytes)
}
