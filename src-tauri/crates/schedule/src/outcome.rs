//! What comes of a plan.

use chrono::{NaiveDate, NaiveDateTime};
use rust_decimal::Decimal;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::moment::Moment;
use crate::plan::{ConstraintKind, RelationType};

/// Dates, floats and paths of a plan.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Schedule {
    /// When the first task starts and the last one finishes.
    pub start: NaiveDate,
    pub finish: NaiveDate,
    pub finish_at: NaiveDateTime,
    /// In the order of the plan.
    pub tasks: Vec<TaskDates>,
    /// In the order of the plan, by the tasks whose predecessors they are.
    pub relations: Vec<RelationOutcome>,
    /// Tasks whose total float is no more than the plan calls critical, in the order in which they hold each other.
    pub critical_path: Vec<String>,
    /// Those that were asked for with `paths_to`.
    pub paths: Vec<Path>,
    pub violated_constraints: Vec<ViolatedConstraint>,
    pub missed_deadlines: Vec<MissedDeadline>,
    /// Spells in which more of a resource is asked for than there is.
    pub overloads: Vec<Overload>,
    /// None without costs or without a status date.
    pub earned_value: Option<EarnedValue>,
}

/// One row of the plan with its dates.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct TaskDates {
    pub id: String,
    pub kind: TaskKind,
    /// The first day of work.
    pub start: NaiveDate,
    /// The last day of work, itself included.
    pub finish: NaiveDate,
    pub start_at: NaiveDateTime,
    pub finish_at: NaiveDateTime,
    /// None of what is done, and of summaries.
    pub late: Option<LateDates>,
    /// How far it can slip without moving the end of the plan or breaking a late date. None of what is done.
    pub total_float: Option<Float>,
    /// How far it can slip without moving what follows it. None of what is done, and of summaries.
    pub free_float: Option<Float>,
    pub critical: bool,
    pub held_by: HeldBy,
    /// The calendar's holidays are not known for all of its time.
    pub provisional: bool,
    /// One for every baseline that speaks of the task.
    pub variances: Vec<Variance>,
}

/// The latest dates that move nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct LateDates {
    pub start: NaiveDate,
    pub finish: NaiveDate,
    pub start_at: NaiveDateTime,
    pub finish_at: NaiveDateTime,
}

/// Working time in the task's own calendar; less than nothing when it is missing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "PlanFloat")]
pub struct Float {
    pub minutes: i64,
    /// The same in days of the plan.
    pub days: f64,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[schemars(rename = "PlanTaskKind")]
pub enum TaskKind {
    Task,
    Milestone,
    Summary,
}

/// Why a task starts when it does and no earlier.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum HeldBy {
    PlanStart,
    StatusDate,
    Constraint,
    /// The driving ones among its relations.
    Relation,
    /// It is as late as possible.
    LatestDate,
    /// It has happened.
    Actual,
    Manual,
    /// A summary is where its tasks are.
    ItsTasks,
}

/// How far a task is from a baseline; more than nothing is late.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "PlanVariance")]
pub struct Variance {
    pub baseline: String,
    pub start: Float,
    pub finish: Float,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct RelationOutcome {
    pub predecessor: String,
    pub successor: String,
    #[serde(rename = "type")]
    pub kind: RelationType,
    /// Working time, in the successor's calendar, between what it asks for and where the successor is. Of a relation of
    /// a summary the least; none when it holds nothing, as its successor has happened.
    pub float: Option<Float>,
    /// It is what holds the successor: its float is 0.
    pub driving: bool,
}

/// What leads to one task: the tasks that drive it, from the first on, itself at the end.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "PlanPath")]
pub struct Path {
    pub to: String,
    pub tasks: Vec<String>,
}

/// A date that somebody set and that is not kept.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct ViolatedConstraint {
    pub task: String,
    pub kind: ConstraintKind,
    pub date: Moment,
    /// How late the task is; less than nothing is early.
    pub by: Float,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct MissedDeadline {
    pub task: String,
    pub deadline: Moment,
    pub finish: NaiveDate,
    pub by: Float,
}

/// Days on which the same tasks ask for more of a resource than there is.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "PlanOverload")]
pub struct Overload {
    pub resource: String,
    pub from: NaiveDate,
    /// The last day, itself included.
    pub to: NaiveDate,
    /// What is asked for, and what there is.
    pub units: f64,
    pub capacity: f64,
    pub tasks: Vec<String>,
}

/// Earned value at the begin of the status date. Money is of `currency`; a figure that rests on one that nobody gave is
/// none.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct EarnedValue {
    pub currency: String,
    /// BAC, what all was to cost.
    pub budget: Decimal,
    /// PV, what was planned to be done by now.
    pub planned: Decimal,
    /// EV, what is done.
    pub earned: Decimal,
    /// AC, what it cost.
    pub actual: Option<Decimal>,
    /// SPI = EV / PV.
    pub schedule_index: Option<Decimal>,
    /// CPI = EV / AC.
    pub cost_index: Option<Decimal>,
    /// EAC = BAC / CPI.
    pub estimate_at_completion: Option<Decimal>,
    /// The day for whose evening as much was planned as is earned now (earned schedule).
    pub earned_on: Option<NaiveDate>,
    /// Planned value of every fifth working day and the last.
    pub curve: Vec<PlannedValue>,
    /// Tasks with a cost and without a baseline: what they earn was never planned.
    pub without_baseline: Vec<String>,
    /// Tasks that have begun and do not say what they cost.
    pub without_actual: Vec<String>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct PlannedValue {
    pub day: NaiveDate,
    pub planned: Decimal,
}
