//! A plan as it is handed in: plain, with names for everything that is referred to.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::moment::Moment;

mod calendar;
mod cost;
mod relation;
mod span;
mod task;

pub use calendar::{Calendar, CalendarException, ExceptionKind, Hours, WeekDay, WeekDayHours};
pub use cost::TaskCost;
pub use relation::{Relation, RelationType};
pub(crate) use span::seconds;
pub use span::{Lag, Span};
pub use task::{
    Assignment, BaselineDates, Constraint, ConstraintKind, Estimate, EstimateShape, ManualDates, Task,
};

/// A whole plan. Only `start` and `tasks` have to be there.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[schemars(extend("examples" = [
    {
        "start": "2026-02-09",
        "tasks": [
            { "id": "design", "duration": { "days": 10 } },
            { "id": "build", "duration": { "days": 5 }, "predecessors": [{ "task": "design" }] },
            { "id": "live", "predecessors": [{ "task": "build" }], "deadline": "2026-03-06" }
        ]
    },
    {
        "start": "2026-03-02",
        "status": "2026-03-09",
        "calendar": "cn",
        "calendars": [{
            "id": "cn",
            "exceptions": [
                { "from": "2026-10-01", "to": "2026-10-07", "kind": "off" },
                { "from": "2026-10-10", "to": "2026-10-10", "kind": "working" }
            ],
            "known_until": "2026-12-31"
        }],
        "tasks": [
            { "id": "1" },
            { "id": "1.1", "parent": "1", "duration": { "days": 5 }, "actual_start": "2026-03-02",
              "remaining": { "days": 2 } },
            { "id": "1.2", "parent": "1", "duration": { "minutes": 960 },
              "predecessors": [{ "task": "1.1", "type": "SS", "lag": { "days": 2 } }],
              "constraints": [{ "kind": "start_no_earlier_than", "date": "2026-03-16" }] }
        ],
        "paths_to": ["1.2"]
    }
]))]
pub struct Plan {
    /// Nothing that has not begun is scheduled before it.
    pub start: Moment,
    /// Up to when progress is known. Nothing that is still to be done is scheduled before it; of a whole day, before its
    /// first working time. None: progress is not looked at by date.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub status: Option<Moment>,
    /// When the project must end. Late dates are counted from it; without it from the early end of the plan.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub finish: Option<Moment>,
    /// What one day of a duration or a lag is, in minutes of working time.
    #[serde(default = "eight_hours")]
    pub minutes_per_day: u32,
    /// Calendar of every task that names none. None: Monday to Friday, 08:00–12:00 and 13:00–17:00.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub calendar: Option<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub calendars: Vec<Calendar>,
    /// What becomes of the remaining work of a task that began before its predecessors were done.
    #[serde(default)]
    pub out_of_sequence: OutOfSequence,
    /// Whose working time a lag counts.
    #[serde(default)]
    pub lag_calendar: LagCalendar,
    /// A task is critical when its total float, in minutes, is this or less.
    #[serde(default)]
    pub critical_float: i64,
    pub tasks: Vec<Task>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub resources: Vec<Resource>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub risks: Vec<Risk>,
    /// Tasks and milestones to which the critical path is asked for, beside that to the end of the plan.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub paths_to: Vec<String>,
    /// ISO 4217 code of every cost in the plan.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub currency: Option<String>,
    /// Which baseline the earned value is held against. None: the first that each task has.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub value_baseline: Option<String>,
}

fn eight_hours() -> u32 {
    480
}

impl Plan {
    /// A plan without a task, with every choice as it is when nothing is said.
    #[must_use]
    pub fn starting(start: Moment) -> Self {
        Self {
            start,
            status: None,
            finish: None,
            minutes_per_day: eight_hours(),
            calendar: None,
            calendars: Vec::new(),
            out_of_sequence: OutOfSequence::default(),
            lag_calendar: LagCalendar::default(),
            critical_float: 0,
            tasks: Vec::new(),
            resources: Vec::new(),
            risks: Vec::new(),
            paths_to: Vec::new(),
            currency: None,
            value_baseline: None,
        }
    }
}

/// What becomes of the remaining work of a task that began out of sequence.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum OutOfSequence {
    /// It waits for the predecessors, as if the task had not begun.
    #[default]
    RetainedLogic,
    /// It goes on: a task that has begun has no predecessors any more.
    ProgressOverride,
}

/// Whose working time a lag counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum LagCalendar {
    #[default]
    Predecessor,
    Successor,
    /// The calendar of the plan.
    Plan,
}

/// Somebody or something that tasks are assigned to.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "PlanResource")]
pub struct Resource {
    pub id: String,
    /// How much of it there is: 1 is one person, 2.5 two and a half.
    #[serde(default = "one")]
    pub units: f64,
}

fn one() -> f64 {
    1.0
}

/// Something that may happen and then adds time to tasks.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[schemars(extend("examples" = [{ "id": "R-1", "tasks": ["build"], "probability": 0.3, "delay": { "days": 10 } }]))]
#[schemars(rename = "PlanRisk")]
pub struct Risk {
    pub id: String,
    /// Tasks that grow by `delay`, all of them when it happens.
    pub tasks: Vec<String>,
    /// From 0 to 1.
    pub probability: f64,
    /// What it adds to each task; where `spread` is given, its likely value is used instead.
    pub delay: Span,
    /// How much it adds when that is uncertain itself.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub spread: Option<Estimate>,
}
