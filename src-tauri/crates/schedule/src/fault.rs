//! What makes a plan impossible to compute.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The first thing that is wrong with a plan, by the names the plan uses.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PlanFault {
    /// These tasks wait for each other in a circle, each for the one before it and the first for the last.
    #[error("these wait for each other: {0:?}")]
    Cycle(Vec<String>),
    /// `at` refers to something that the plan does not have.
    #[error("{at} refers to {name}, which is not there")]
    Unknown { noun: PlanNoun, name: String, at: String },
    /// Two have one name.
    #[error("{name} is there twice")]
    Twice { noun: PlanNoun, name: String },
    #[error("{problem:?} of {noun:?} {name}")]
    Wrong { noun: PlanNoun, name: String, problem: PlanProblem },
}

/// What a name in a plan stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum PlanNoun {
    Plan,
    Task,
    Calendar,
    Resource,
    Risk,
}

/// Why what a plan says cannot be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum PlanProblem {
    /// A date before 1900 or after 2999, or one that comes out there.
    DateOutOfReach,
    /// A constraint without the date that its kind needs.
    DateMissing,
    /// A duration below zero, longer than three hundred years, or no number.
    Duration,
    /// A lag that is no number, or longer than three hundred years.
    Lag,
    /// A share outside of 0 to 100, a probability outside of 0 to 1, or units below zero.
    Share,
    /// Three points out of order.
    Estimate,
    /// It finishes before it starts.
    FinishBeforeStart,
    /// A week without working time, or hours that overlap or end before they begin.
    Hours,
    /// A relation to the finish of a summary, whose finish is that of its tasks.
    RelationToSummary,
    /// It is above itself in the breakdown.
    ItsOwnParent,
    /// A day of no minutes, or of more than 1440.
    DayLength,
    /// Costs without a currency.
    Currency,
    /// Runs: none, or more than is computed; or threads: none.
    Runs,
    /// More than is computed at once.
    TooLarge,
}
