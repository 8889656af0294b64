//! Change requests: what is asked, what it would do to scope, days, money and compliance, and who decides.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::kept;
use crate::id::{PersonId, RequirementId};
use crate::money::Money;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[schemars(rename = "ChangeRequestState")]
pub enum ChangeState {
    Proposed,
    /// Its effects are being looked at.
    Analysis,
    Approved,
    Rejected,
    Withdrawn,
}

/// What one person who decides has said.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "ChangeRequestVoice")]
pub struct Voice {
    pub person: PersonId,
    pub agrees: bool,
    pub on: NaiveDate,
}

kept! {
    /// A wish to do something other than what was agreed.
    ChangeRequest(ChangeRequestId) as ChangeRequestFields in "CR-"
    texts { title, reason, effect }
    fields {
        requested_by: Option<PersonId>,
        requested: Option<NaiveDate>,
        /// Everybody who has to agree.
        deciders: Vec<PersonId>,
        voices: Vec<Voice>,
        decided: Option<NaiveDate>,
        state: ChangeState,
        /// The requirements that it touches; none: nobody has looked.
        requirements: Option<Vec<RequirementId>>,
        /// Working days by which the end moves, earlier when negative; none: nobody has looked.
        days: Option<i32>,
        /// Less when negative; none: nobody has looked.
        money: Option<Money>,
        /// The numbers of the checks that it opens again; none: nobody has looked.
        checks: Option<Vec<String>>,
    }
}
