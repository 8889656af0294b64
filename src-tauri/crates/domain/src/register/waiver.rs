//! Waivers: a condition of a gate let through for a time, for a reason, by somebody other than who asks for it. No form
//! writes one: it is granted and ended by acts of its own.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::id::{GateId, PersonId, ProjectId, StackId, WaiverId};
use crate::text::Text;

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Waiver {
    pub id: WaiverId,
    pub project: ProjectId,
    /// Of which stack alone; none: of the whole project.
    pub stack: Option<StackId>,
    pub number: String,
    /// What the condition asks, as it was when it was let through.
    pub title: Text,
    pub gate: GateId,
    /// The key of the condition.
    pub condition: String,
    pub reason: Text,
    /// What is done meanwhile.
    pub measure: Text,
    pub requested_by: PersonId,
    /// Not empty, and without who asks.
    pub approved_by: Vec<PersonId>,
    pub granted: NaiveDate,
    /// Its last day.
    pub expires: NaiveDate,
    /// The day from which it lets nothing through any more; none while nobody has ended it.
    pub ended: Option<NaiveDate>,
}

impl Waiver {
    /// How the numbers of waivers begin.
    pub const SERIES: &'static str = "WV-";
}
