//! Microsoft Project's XML.
//!
//! The text that was read is kept whole. What the engine does not use stays in it, and writing puts new dates into that
//! text and nothing else, so that a plan which did not change comes out to the last byte as it went in.

use chrono::NaiveDateTime;
use hefu_schedule::plan::Plan;

mod calendar;
mod compare;
mod loss;
mod new;
mod read;
mod task;
mod value;
mod write;

pub use compare::{Comparison, Difference, Reason, Tally, compare};
pub use loss::Loss;
pub use new::{Names, write_new};

use crate::xml::Element;

/// A file that was read.
#[derive(Debug)]
pub struct Mspdi {
    text: String,
    root: Element,
    /// What the engine computes. A task's `id` is its UID, and so is a calendar's and a resource's.
    pub plan: Plan,
    /// Beside each task of the plan, in its order, what the file says of it.
    pub tasks: Vec<SourceTask>,
    /// What bears on dates and the engine does not use.
    pub unused: Vec<Unused>,
}

/// What a file says of a task beside what is computed of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SourceTask {
    pub uid: String,
    pub name: String,
    pub start: Option<NaiveDateTime>,
    pub finish: Option<NaiveDateTime>,
    /// In tenths of a minute of working time.
    pub total_slack: Option<i64>,
    pub critical: Option<bool>,
    /// A person set its dates.
    pub is_manual: bool,
    pub is_summary: bool,
    /// It is assigned to somebody who has a calendar.
    pub has_resource_calendar: bool,
    /// It was put off to level resources, or its work is split.
    pub is_levelled: bool,
    /// It stands for a task of another file.
    pub is_external: bool,
    /// Which element of the file's tasks it is.
    element: usize,
}

/// What bears on dates and is not used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unused {
    /// The file is scheduled backward from its finish.
    ScheduledFromFinish,
    /// Constraints win over relations there; here relations win.
    ConstraintsHonoured,
    /// A yearly or monthly exception by position in the month, of the calendar of this UID.
    RecurringException { calendar: String },
    /// The task of this UID is not active and is left out.
    InactiveTask { uid: String },
    /// A relation to a task of another file, or to one that is left out.
    RelationElsewhere { uid: String },
}
