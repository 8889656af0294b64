//! Decisions, and who took them.

use chrono::NaiveDate;

use super::kept;
use crate::id::{ChangeRequestId, PersonId};

kept! {
    /// What was decided, once and for both sides.
    Decision(DecisionId) as DecisionFields in "DN-"
    texts { title, reason }
    fields {
        date: Option<NaiveDate>,
        decided_by: Vec<PersonId>,
        /// The change request that it settles.
        change: Option<ChangeRequestId>,
    }
}
