//! A file's own dates against those that are computed of it.

use chrono::NaiveDateTime;
use hefu_schedule::outcome::{Schedule, TaskDates};
use hefu_schedule::plan::{ConstraintKind, Lag, LagCalendar, Task};
use hefu_schedule::{LivePlan, PlanFault};

use super::{Mspdi, SourceTask, Unused};

/// What was compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Difference {
    /// Start or finish, in working time of the task's calendar.
    Dates,
    TotalSlack,
    Critical,
}

/// Why a file and the computation disagree. The list is closed; what fits none of them is `Other` and counts as a
/// fault of ours.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reason {
    /// The file is scheduled backward from its finish.
    ScheduledFromFinish,
    /// A dated constraint wins over relations there; here relations win and the float is negative.
    ConstraintHonoured,
    /// Whoever works on it has a calendar.
    ResourceCalendar,
    /// It was put off to level resources, or its work is split.
    Levelled,
    /// A relation to another file, or to a task that is left out.
    RelationElsewhere,
    /// A recurring exception of its calendar that is not read.
    RecurringException,
    /// A lag between tasks of two calendars, which the other program counts in the successor's.
    LagCalendar,
    /// Progress with a status date: here nothing that remains lies before it.
    StatusDate,
    /// A task before or after it, or below it, disagrees for a reason of its own.
    Follows,
    Other,
}

impl Reason {
    /// Whether the file's own way explains it.
    #[must_use]
    pub fn is_explained(self) -> bool {
        self != Self::Other
    }
}

/// How many of those compared agree.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    pub agree: usize,
    pub of: usize,
}

/// A file against its computation, over the tasks that nobody dated by hand.
#[derive(Clone, Debug, Default)]
pub struct Comparison {
    pub dates: Tally,
    pub slack: Tally,
    pub critical: Tally,
    /// Tasks with a relation among those compared, and how many of them agree in everything.
    pub linked: Tally,
    /// UID of the task, what differs, the file's and ours, and why.
    pub differences: Vec<(String, Difference, String, Reason)>,
}

/// Computes a file's plan and compares what is automatic in it.
///
/// # Errors
/// The plan cannot be computed.
pub fn compare(file: &Mspdi) -> Result<Comparison, PlanFault> {
    let live = LivePlan::of(file.plan.clone())?;
    let schedule = live.schedule()?;
    let mut comparison = Comparison::default();
    let comparing = Comparing { file, live: &live, schedule: &schedule };
    let own: Vec<Option<Reason>> = (0..file.tasks.len()).map(|row| comparing.reason(row)).collect();
    let disagree: Vec<Vec<(Difference, String)>> =
        (0..file.tasks.len()).map(|row| comparing.differences(row)).collect();
    for (row, source) in file.tasks.iter().enumerate() {
        if source.is_manual || source.is_external {
            continue;
        }
        let differs = |kind| disagree[row].iter().any(|(difference, _)| *difference == kind);
        let mut count = |tally: fn(&mut Comparison) -> &mut Tally, is_there: bool, kind| {
            let tally = tally(&mut comparison);
            tally.of += usize::from(is_there);
            tally.agree += usize::from(is_there && !differs(kind));
        };
        count(|all| &mut all.dates, source.start.is_some() && source.finish.is_some(), Difference::Dates);
        count(|all| &mut all.slack, source.total_slack.is_some(), Difference::TotalSlack);
        count(|all| &mut all.critical, source.critical.is_some(), Difference::Critical);
        if comparing.is_linked(row) {
            comparison.linked.of += 1;
            comparison.linked.agree += usize::from(disagree[row].is_empty());
        }
        for (difference, told) in &disagree[row] {
            let reason = own[row].or_else(|| comparing.follows(row, &own)).unwrap_or(Reason::Other);
            comparison.differences.push((source.uid.clone(), *difference, told.clone(), reason));
        }
    }
    Ok(comparison)
}

struct Comparing<'a> {
    file: &'a Mspdi,
    live: &'a LivePlan,
    schedule: &'a Schedule,
}

impl Comparing<'_> {
    fn differences(&self, row: usize) -> Vec<(Difference, String)> {
        let (source, task) = (&self.file.tasks[row], &self.schedule.tasks[row]);
        let mut found = Vec::new();
        if let (Some(start), Some(finish)) = (source.start, source.finish)
            && !(self.same(row, start, task.start_at) && self.same(row, finish, task.finish_at))
        {
            let told = format!("{start}..{finish}, here {}..{}", task.start_at, task.finish_at);
            found.push((Difference::Dates, told));
        }
        let minutes = minutes(task);
        // What is done has no float; there it is told as none.
        if let Some(slack) = source.total_slack.filter(|slack| slack.div_euclid(10) != minutes.unwrap_or(0)) {
            found.push((Difference::TotalSlack, format!("{slack}/10 min, here {minutes:?} min")));
        }
        if let Some(critical) = source.critical.filter(|critical| *critical != task.critical) {
            found.push((Difference::Critical, format!("{critical}, here {}", task.critical)));
        }
        found
    }

    /// Whether no working time of the task lies between two instants.
    fn same(&self, row: usize, one: NaiveDateTime, other: NaiveDateTime) -> bool {
        self.live.work_between(row, one, other) == Some(0)
    }

    fn is_linked(&self, row: usize) -> bool {
        let id = &self.file.plan.tasks[row].id;
        let has = |task: &Task| task.predecessors.iter().any(|relation| relation.task == *id);
        !self.file.plan.tasks[row].predecessors.is_empty() || self.file.plan.tasks.iter().any(has)
    }

    /// What about the task itself, or the whole file, is computed in another way there.
    fn reason(&self, row: usize) -> Option<Reason> {
        let (source, task): (&SourceTask, &Task) = (&self.file.tasks[row], &self.file.plan.tasks[row]);
        let unused = &self.file.unused;
        let calendar = task.calendar.as_ref().or(self.file.plan.calendar.as_ref());
        let is_dated = |constraint: &hefu_schedule::plan::Constraint| {
            constraint.date.is_some()
                && !matches!(
                    constraint.kind,
                    ConstraintKind::StartNoEarlierThan | ConstraintKind::FinishNoEarlierThan
                )
        };
        let waits = |relation: &hefu_schedule::plan::Relation| {
            let other = self.file.plan.tasks.iter().find(|other| other.id == relation.task);
            let is_counted = matches!(relation.lag, Lag::Days(lag) | Lag::Minutes(lag) if lag.abs() > 0.0);
            is_counted && other.is_some_and(|other| other.calendar != task.calendar)
        };
        let elsewhere =
            |each: &Unused| matches!(each, Unused::RelationElsewhere { uid } if *uid == source.uid);
        let recurring = |each: &Unused| matches!(each, Unused::RecurringException { calendar: of } if Some(of) == calendar);
        let reasons = [
            (Reason::ScheduledFromFinish, unused.contains(&Unused::ScheduledFromFinish)),
            (
                Reason::ConstraintHonoured,
                unused.contains(&Unused::ConstraintsHonoured) && task.constraints.iter().any(is_dated),
            ),
            (Reason::ResourceCalendar, source.has_resource_calendar),
            (Reason::Levelled, source.is_levelled),
            (Reason::RelationElsewhere, unused.iter().any(elsewhere)),
            (Reason::RecurringException, unused.iter().any(recurring)),
            (
                Reason::LagCalendar,
                self.file.plan.lag_calendar == LagCalendar::Predecessor
                    && task.predecessors.iter().any(waits),
            ),
            (Reason::StatusDate, self.file.plan.status.is_some() && task.actual_finish.is_none()),
        ];
        reasons.into_iter().find(|(_, holds)| *holds).map(|(reason, _)| reason)
    }

    /// Whether a task that it hangs on has a reason of its own.
    fn follows(&self, row: usize, own: &[Option<Reason>]) -> Option<Reason> {
        let tasks = &self.file.plan.tasks;
        let mut seen = vec![false; tasks.len()];
        let mut waiting = vec![row];
        while let Some(row) = waiting.pop() {
            if std::mem::replace(&mut seen[row], true) {
                continue;
            }
            let id = &tasks[row].id;
            for (other, task) in tasks.iter().enumerate() {
                let before = tasks[row].predecessors.iter().any(|relation| relation.task == task.id);
                let after = task.predecessors.iter().any(|relation| relation.task == *id);
                let inside = task.parent.as_ref() == Some(id) || tasks[row].parent.as_ref() == Some(&task.id);
                if before || after || inside {
                    if own[other].is_some() {
                        return Some(Reason::Follows);
                    }
                    waiting.push(other);
                }
            }
        }
        None
    }
}

fn minutes(task: &TaskDates) -> Option<i64> {
    task.total_float.map(|float| float.minutes)
}

#[cfg(test)]
mod tests;
