//! What is for the vendor's eyes alone.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Words that no client may see. A type of its own, so that it gets into no field of a client's view by
/// mistake: those take only types that are named as the client's, and this is none of them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(transparent)]
#[schemars(inline)]
pub struct Internal(String);

impl Internal {
    pub fn new(words: impl Into<String>) -> Self {
        Self(words.into())
    }

    /// The words, for a view of the vendor's own.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    pub fn is_blank(&self) -> bool {
        self.0.trim().is_empty()
    }
}
