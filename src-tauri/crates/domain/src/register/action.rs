//! Actions: who does what by when, on either side.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::kept;
use crate::id::{CriterionId, DecisionId, IssueId, PersonId, RiskId};

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ActionState {
    Open,
    Done,
    Dropped,
}

kept! {
    /// Something that one person does by a day.
    Action(ActionId) as ActionFields in "AC-"
    texts { title, note }
    fields {
        owner: Option<PersonId>,
        due: Option<NaiveDate>,
        state: ActionState,
        done: Option<NaiveDate>,
        from_risk: Option<RiskId>,
        from_issue: Option<IssueId>,
        from_decision: Option<DecisionId>,
        /// The failed criterion that it mends.
        criterion: Option<CriterionId>,
    }
}
