//! Hand-overs inside the vendor: from pre-sales to delivery, from delivery to operations, and to the product team.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::kept;
use crate::id::{PersonId, RequirementId};
use crate::text::Words;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum HandOverKind {
    PreSalesToDelivery,
    /// 运维移交.
    DeliveryToOperations,
    ToProductTeam,
}

/// A point of the checklist.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "HandOverPoint")]
pub struct HandOverItem {
    /// Unique within the hand-over.
    pub key: String,
    pub title: Words,
    /// The day on which it was handed over; none while it is not.
    pub done: Option<NaiveDate>,
    pub note: Words,
}

/// Something that was promised to the client.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "HandOverPromise")]
pub struct Promise {
    /// Unique within the hand-over: `P-01`.
    pub key: String,
    pub text: Words,
    /// To whom.
    pub made_to: Option<PersonId>,
    pub due: Option<NaiveDate>,
    /// The requirement that says it; none is a hole.
    pub requirement: Option<RequirementId>,
}

kept! {
    /// What one part of the vendor hands to another.
    HandOver(HandOverId) as HandOverFields in "HO-"
    texts { title, note }
    fields {
        hand_over: HandOverKind,
        from: Option<PersonId>,
        to: Option<PersonId>,
        planned: Option<NaiveDate>,
        items: Vec<HandOverItem>,
        promises: Vec<Promise>,
        /// The day on which the giving side said that it is whole.
        given: Option<NaiveDate>,
        /// The day on which the taking side said so, not before it was given.
        taken: Option<NaiveDate>,
    }
}
