//! Approvals: steps that somebody else decides, and what stands still until then.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::kept;
use crate::calendar::Period;
use crate::id::{OrganisationId, PersonId};
use crate::text::Words;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ApprovalKind {
    /// A step of the client's procurement.
    Procurement,
    /// A filing with an authority.
    Authority,
    /// A sign-off by the client.
    Client,
    /// An approval within the vendor.
    Internal,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[schemars(rename = "ApprovalStanding")]
pub enum ApprovalState {
    Preparing,
    Pending,
    Approved,
    Rejected,
    Withdrawn,
}

/// A question that came back, and its answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "ApprovalQuestion")]
pub struct Question {
    pub asked: NaiveDate,
    pub question: Words,
    pub answered: Option<NaiveDate>,
    pub answer: Words,
}

kept! {
    /// Something that waits for somebody else's word.
    Approval(ApprovalId) as ApprovalFields in "AP-"
    texts { title, /** Who decides: an authority, a committee, a department. */ authority, step, /** What stands still until then. */ blocks }
    fields {
        approval: ApprovalKind,
        organisation: Option<OrganisationId>,
        /// Whom it waits for.
        waits_for: Option<PersonId>,
        submitted: Option<NaiveDate>,
        /// How long an answer may take; none when nobody says.
        period: Option<Period>,
        /// When an answer is expected, where no period says it.
        expected: Option<NaiveDate>,
        answered: Option<NaiveDate>,
        state: ApprovalState,
        /// The last day on which it holds; none when it does not end or nobody says.
        valid_until: Option<NaiveDate>,
        questions: Vec<Question>,
        /// Who was met about it.
        met: Vec<PersonId>,
        /// What was offered: the vendor's own.
        offered: String,
        /// What was agreed: the vendor's own.
        agreed: String,
    }
}
