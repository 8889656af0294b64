//! A task, a milestone or a summary of others.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Relation, Span, TaskCost};
use crate::moment::Moment;

/// One row of the plan. A task that others name as their `parent` is their summary: its dates are theirs, and its own
/// duration, progress and manual dates are not looked at. A task without duration is a milestone.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[schemars(extend("examples" = [
    { "id": "A", "duration": { "days": 5 } },
    { "id": "M", "predecessors": [{ "task": "A" }], "deadline": "2026-03-06" },
    { "id": "B", "duration": { "days": 3 }, "constraints": [{ "kind": "as_late_as_possible" }] },
    { "id": "C", "duration": { "days": 10 },
      "estimate": { "optimistic": { "days": 8 }, "likely": { "days": 10 }, "pessimistic": { "days": 18 } } }
]))]
#[schemars(rename = "PlanTask")]
pub struct Task {
    /// Its name in the plan, of which there is one.
    pub id: String,
    /// The summary it belongs to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parent: Option<String>,
    #[serde(default)]
    pub duration: Span,
    /// The calendar of its duration, constraints and floats; that of the plan when none is named.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub calendar: Option<String>,
    /// What it waits for. Those of a summary hold each of its tasks, and must be to their start.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub predecessors: Vec<Relation>,
    /// Those of a summary hold each of its tasks.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub constraints: Vec<Constraint>,
    /// It moves late dates only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub deadline: Option<Moment>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub actual_start: Option<Moment>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub actual_finish: Option<Moment>,
    /// Work left of a task that has begun; without it, what `percent` leaves of the duration.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub remaining: Option<Span>,
    /// Done, from 0 to 100.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub percent: Option<f64>,
    /// Dates that a person has set and that no relation moves.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub manual: Option<ManualDates>,
    /// Of the whole duration when the task has not begun, otherwise of what remains.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub estimate: Option<Estimate>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub baselines: Vec<BaselineDates>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cost: Option<TaskCost>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub assignments: Vec<Assignment>,
    /// For levelling: of two tasks that want one resource the one with more goes first.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub priority: i32,
}

// The form that serde asks for.
#[allow(clippy::trivially_copy_pass_by_ref)]
fn is_zero(value: &i32) -> bool {
    *value == 0
}

/// A date that somebody set. All are soft: what the task waits for wins, and a late date that cannot be kept gives
/// negative float.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[schemars(extend("examples" = [
    { "kind": "start_no_earlier_than", "date": "2026-03-16" },
    { "kind": "must_finish_on", "date": "2026-03-20" },
    { "kind": "as_late_as_possible" }
]))]
#[schemars(rename = "PlanConstraint")]
pub struct Constraint {
    pub kind: ConstraintKind,
    /// Of every kind but the first two.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<Moment>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ConstraintKind {
    /// ASAP, which every task is that says nothing else.
    AsSoonAsPossible,
    /// ALAP: as late as the end of the plan and all late dates allow; what follows it moves along within its own float.
    AsLateAsPossible,
    /// SNET.
    StartNoEarlierThan,
    /// SNLT.
    StartNoLaterThan,
    /// FNET.
    FinishNoEarlierThan,
    /// FNLT.
    FinishNoLaterThan,
    /// MSO.
    MustStartOn,
    /// MFO.
    MustFinishOn,
}

/// Dates of a task that is scheduled by hand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct ManualDates {
    pub start: Moment,
    pub finish: Moment,
}

/// How long something may take.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "PlanEstimate")]
pub struct Estimate {
    pub optimistic: Span,
    pub likely: Span,
    pub pessimistic: Span,
    #[serde(default)]
    pub shape: EstimateShape,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum EstimateShape {
    #[default]
    Triangular,
    /// The beta distribution of PERT, whose mean is (a + 4m + b) / 6.
    Pert,
    /// All between optimistic and pessimistic alike; the likely one is not looked at.
    Uniform,
}

/// What a baseline says of a task.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct BaselineDates {
    /// Which baseline; there may be any number.
    pub baseline: String,
    pub start: Moment,
    pub finish: Moment,
}

/// A resource at work on a task for as long as the task goes.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "PlanAssignment")]
pub struct Assignment {
    pub resource: String,
    /// How much of it: 1 is one person all day.
    #[serde(default = "all_day")]
    pub units: f64,
}

fn all_day() -> f64 {
    1.0
}
