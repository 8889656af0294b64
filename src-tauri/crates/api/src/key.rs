//! With whose key something is signed.

use hefu_domain::id::PersonId;
use schemars::JsonSchema;
use serde::Deserialize;

use crate::Secret;

/// With whose key a PDF or a trail is signed.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", tag = "with", deny_unknown_fields)]
pub enum KeyChoice {
    /// Made now for this one signature and never stored; identity attested by the witnesses.
    RoomKey { witnesses: Vec<PersonId> },
    /// The signer's own certificate.
    Pkcs12 { path: String, password: Secret },
    /// The vendor's identity from the keychain.
    VendorIdentity {},
}
