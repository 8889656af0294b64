//! Why a signature could not be made.

use thiserror::Error;

/// Why a document could not be signed, or an identity not be read.
///
/// The messages are for logs; what people read is written from the variant and its fields.
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum SigningError {
    #[error("the file is not a PDF that can be signed: {0}")]
    NotSignable(String),
    #[error("the document has no empty field {0}")]
    NoField(String),
    #[error("position {0} is signed already")]
    AlreadySigned(u32),
    /// More places than a verifier would look at.
    #[error("the document has {places} places, more than {most}")]
    TooManyPlaces { places: usize, most: usize },
    /// The document was issued for another signer at this place than the row names.
    #[error("the document is to be signed by {stated} at this place, not by {actual}")]
    OtherSigner { stated: String, actual: String },
    /// The record was written for another revision than the one that is to be signed.
    #[error("the record states the previous revision {stated}, the file is {actual}")]
    OtherRevision { stated: String, actual: String },
    #[error("the appearance of {field} is not a one-page PDF: {reason}")]
    Appearance { field: String, reason: String },
    #[error("the certificate cannot be used: {0}")]
    Certificate(String),
    /// The key is of a kind this program does not sign with.
    #[error("keys of the kind {0} are not supported")]
    UnsupportedKey(String),
    /// The container is damaged, or the password is wrong: the two cannot be told apart.
    #[error("the PKCS#12 file cannot be opened with this password")]
    Pkcs12,
    #[error("the PKCS#12 file holds no private key with a certificate")]
    Pkcs12Empty,
    #[error("the stored identity is damaged")]
    StoredIdentity,
    #[error("the signature could not be encoded: {0}")]
    Encoding(String),
}

impl SigningError {
    pub(crate) fn not_signable(reason: &str) -> Self {
        Self::NotSignable(reason.to_string())
    }
}

impl From<der::Error> for SigningError {
    fn from(error: der::Error) -> Self {
        Self::Encoding(error.to_string())
    }
}

impl From<lopdf::Error> for SigningError {
    fn from(error: lopdf::Error) -> Self {
        Self::NotSignable(error.to_string())
    }
}
