//! The two languages of the house.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// One of the two languages of the record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Language {
    En,
    Zh,
}
