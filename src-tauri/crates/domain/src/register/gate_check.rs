//! Checks: the questions that a gate has to have answered with evidence.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::kept;
use crate::id::{EvidenceId, GateId, PersonId};

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[schemars(rename = "GateCheckState")]
pub enum CheckState {
    /// Nobody knows: not "no", and not "does not apply".
    Unknown,
    Open,
    /// Somebody is at it.
    InProgress,
    /// Answered; nobody has accepted the answer.
    Submitted,
    Accepted,
    /// The answer was turned down.
    Rejected,
    /// Does not concern this project, as somebody decided.
    NotApplicable,
}

/// How long an answer holds by itself; its evidence may end it sooner.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum CheckLasts {
    /// Nobody says: an accepted answer without evidence is then not known to hold.
    Unknown,
    /// Until the day that is named, that day included.
    Until,
    WithoutEnd,
}

kept! {
    /// A question with its answer.
    GateCheck(GateCheckId) as GateCheckFields in "CK-"
    texts { /** What is asked. */ title, /** What answers it. */ wanted, note }
    fields {
        /// The gate before which it has to be answered.
        gate: Option<GateId>,
        state: CheckState,
        owner: Option<PersonId>,
        decided: Option<NaiveDate>,
        evidence: Vec<EvidenceId>,
        lasts: CheckLasts,
        /// Named where it lasts until a day.
        valid_until: Option<NaiveDate>,
    }
}
