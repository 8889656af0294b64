//! Waivers: a condition let through for a time, for a reason, by somebody other than who asks for it.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "GateWaiverFact")]
pub struct Waiver {
    /// The condition that is let through.
    pub condition: String,
    pub reason: String,
    pub requested_by: String,
    pub approved_by: Vec<String>,
    pub granted: NaiveDate,
    /// Its last day.
    pub expires: NaiveDate,
    /// The day on which it was taken back or closed; from then on it lets nothing through.
    pub ended: Option<NaiveDate>,
}

/// Why a waiver lets nothing through.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", tag = "kind")]
pub enum WaiverProblem {
    WithoutReason,
    WithoutApprover,
    /// Who asks for it is among those who approve.
    ApprovedByRequester {
        person: String,
    },
    NotBegun {
        granted: NaiveDate,
    },
    Expired {
        on: NaiveDate,
    },
    Ended {
        on: NaiveDate,
    },
}

impl Waiver {
    /// What keeps it from letting the condition through on `today`; none when it is in force.
    pub fn problem(&self, today: NaiveDate) -> Option<WaiverProblem> {
        if self.reason.trim().is_empty() {
            return Some(WaiverProblem::WithoutReason);
        }
        let requester = self.requested_by.trim();
        if self.approved_by.iter().all(|person| person.trim().is_empty()) {
            return Some(WaiverProblem::WithoutApprover);
        }
        if self.approved_by.iter().any(|person| person.trim() == requester) {
            return Some(WaiverProblem::ApprovedByRequester { person: requester.to_owned() });
        }
        if let Some(on) = self.ended.filter(|ended| *ended <= today) {
            return Some(WaiverProblem::Ended { on });
        }
        if today < self.granted {
            return Some(WaiverProblem::NotBegun { granted: self.granted });
        }
        (today > self.expires).then_some(WaiverProblem::Expired { on: self.expires })
    }
}
