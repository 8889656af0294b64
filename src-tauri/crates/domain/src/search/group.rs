//! What is found together.

use schemars::JsonSchema;
use serde::Serialize;

/// Nouns that are found together and shown together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Group {
    Parties,
    Records,
    Documents,
    Evidence,
}

impl Group {
    pub const ALL: [Self; 4] = [Self::Parties, Self::Records, Self::Documents, Self::Evidence];
}
