//! Letters and work contact letters, in and out, and when an answer is due.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::kept;
use crate::id::{LetterId, OrganisationId};

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Direction {
    Incoming,
    Outgoing,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum LetterKind {
    Letter,
    /// 工作联系单.
    WorkContactLetter,
}

kept! {
    /// A letter that came or went.
    Letter(LetterId) as LetterFields in "LT-"
    texts { title, body }
    fields {
        letter: LetterKind,
        direction: Direction,
        from: Option<OrganisationId>,
        to: Option<OrganisationId>,
        date: Option<NaiveDate>,
        /// The day on which it was handed over; none while that is not proven.
        delivered: Option<NaiveDate>,
        /// What proves the delivery: a receipt, a tracking number.
        proof: String,
        reply_due: Option<NaiveDate>,
        replied: Option<NaiveDate>,
        /// The letter that it answers.
        answers: Option<LetterId>,
    }
}
