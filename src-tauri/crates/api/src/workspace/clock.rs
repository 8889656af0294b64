//! The clock of the computer, when the record speaks against it.

use chrono::{DateTime, FixedOffset};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Says that the clock of this computer is right although the record has later entries, or none for long. The journal
/// keeps that, and what is final is then held against the entries from this one on.
#[derive(Debug, Deserialize, JsonSchema)]
pub struct ConfirmClock {}

#[derive(Debug, Serialize, JsonSchema)]
pub struct ClockConfirmed {
    pub at: DateTime<FixedOffset>,
}
