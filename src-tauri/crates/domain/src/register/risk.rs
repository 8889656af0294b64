//! Risks: cause, event and effect, where they lie on the matrix, and what is done about them.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::kept;
use crate::id::{DeliverableId, PersonId};
use crate::money::Money;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum RiskCategory {
    Acceptance,
    Commercial,
    Compliance,
    Operations,
    Partner,
    People,
    Schedule,
    Supply,
    Technical,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum RiskResponse {
    Avoid,
    Mitigate,
    Transfer,
    Accept,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum RiskState {
    Open,
    /// It happened: an issue goes on from it.
    Occurred,
    Closed,
}

/// A place on the risk matrix, each side from 1; the score follows from the matrix.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "RiskPlace")]
pub struct MatrixPlace {
    pub probability: u8,
    pub impact: u8,
}

kept! {
    /// Something that may happen, with what would follow from it.
    Risk(RiskId) as RiskFields in "RK-"
    texts { title, cause, event, effect, /** What is done about it. */ measures, trigger }
    fields {
        category: RiskCategory,
        owner: Option<PersonId>,
        /// Before anything is done about it.
        inherent: Option<MatrixPlace>,
        current: Option<MatrixPlace>,
        /// Once all that is planned is done.
        residual: Option<MatrixPlace>,
        response: Option<RiskResponse>,
        /// Working days that it costs when it happens.
        days_at_stake: Option<u32>,
        money_at_stake: Option<Money>,
        next_review: Option<NaiveDate>,
        state: RiskState,
        /// Deliverables that it would hit.
        deliverables: Vec<DeliverableId>,
    }
}
