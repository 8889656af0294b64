//! When work is done.

use chrono::{NaiveDate, NaiveTime};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A working calendar: a week, and days that differ from it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[schemars(extend("examples" = [
    { "id": "cn", "exceptions": [
        { "from": "2026-10-01", "to": "2026-10-07", "kind": "off" },
        { "from": "2026-10-10", "to": "2026-10-10", "kind": "working" }
    ], "known_until": "2026-12-31" },
    { "id": "shift", "week": [
        { "day": "monday", "hours": [{ "from": "06:00:00", "to": "14:00:00" }] },
        { "day": "saturday", "hours": [{ "from": "22:00:00", "to": "00:00:00" }] }
    ] }
]))]
#[schemars(rename = "PlanCalendar")]
pub struct Calendar {
    pub id: String,
    /// Days of the week that are worked; a day that is not named is off. Without it: Monday to Friday, 08:00–12:00 and
    /// 13:00–17:00.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub week: Option<Vec<WeekDayHours>>,
    /// Days that differ from the week; of two that speak of one day the later in the list holds.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub exceptions: Vec<CalendarException>,
    /// The last day of which holidays are known. A date after it is told as provisional.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub known_until: Option<NaiveDate>,
}

/// Hours of one day of the week.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct WeekDayHours {
    pub day: WeekDay,
    /// Without hours: 08:00–12:00 and 13:00–17:00.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hours: Option<Vec<Hours>>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[schemars(rename = "PlanWeekDay")]
pub enum WeekDay {
    Monday,
    Tuesday,
    Wednesday,
    Thursday,
    Friday,
    Saturday,
    Sunday,
}

impl WeekDay {
    pub const ALL: [Self; 7] = [
        Self::Monday,
        Self::Tuesday,
        Self::Wednesday,
        Self::Thursday,
        Self::Friday,
        Self::Saturday,
        Self::Sunday,
    ];
}

/// Working time without a break. `to` at `00:00:00` is the end of the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "PlanHours")]
pub struct Hours {
    pub from: NaiveTime,
    pub to: NaiveTime,
}

/// Days on which the week does not hold.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "PlanException")]
pub struct CalendarException {
    pub from: NaiveDate,
    /// The last day, itself included.
    pub to: NaiveDate,
    pub kind: ExceptionKind,
    /// Of working days. Without them: 08:00–12:00 and 13:00–17:00.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hours: Option<Vec<Hours>>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ExceptionKind {
    /// A holiday.
    Off,
    /// A make-up day, or one of other hours.
    Working,
}
