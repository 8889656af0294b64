//! What goes missing when a plan is written in this format.

use hefu_schedule::plan::{LagCalendar, OutOfSequence, Plan};

/// What a file of this format cannot say.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Loss {
    /// Estimates of three points.
    Estimates,
    /// Risks.
    Risks,
    /// Baselines beyond the eleven that a file has, or with names that are no number from 0 to 10.
    Baselines,
    /// Until when the holidays of a calendar are known.
    KnownUntil,
    /// What becomes of work out of sequence.
    OutOfSequence,
    /// Whose calendar a lag counts in.
    LagCalendar,
    /// A second constraint of one task.
    SecondConstraint,
    /// When the whole plan must end.
    ImposedFinish,
    /// Costs, which are the resources' there.
    Costs,
    /// Priorities below 0 or above 1000.
    Priorities,
    /// A calendar, resource or assignment that is not the file's.
    NewCalendarOrResource,
}

/// What of a plan a file of this format cannot say.
pub(super) fn losses(plan: &Plan) -> Vec<Loss> {
    let tasks = || plan.tasks.iter();
    let is_number = |name: &str| name.parse::<u8>().is_ok_and(|number| number <= 10);
    let found = [
        (Loss::Estimates, tasks().any(|task| task.estimate.is_some())),
        (Loss::Risks, !plan.risks.is_empty()),
        (Loss::Baselines, tasks().any(|task| task.baselines.iter().any(|each| !is_number(&each.baseline)))),
        (Loss::KnownUntil, plan.calendars.iter().any(|calendar| calendar.known_until.is_some())),
        (Loss::OutOfSequence, plan.out_of_sequence == OutOfSequence::ProgressOverride),
        (Loss::LagCalendar, plan.lag_calendar != LagCalendar::default()),
        (Loss::SecondConstraint, tasks().any(|task| task.constraints.len() > 1)),
        (Loss::ImposedFinish, plan.finish.is_some()),
        (Loss::Costs, tasks().any(|task| task.cost.is_some())),
        (Loss::Priorities, tasks().any(|task| !(0..=1000).contains(&task.priority))),
    ];
    found.into_iter().filter(|(_, lost)| *lost).map(|(loss, _)| loss).collect()
}
