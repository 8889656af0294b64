//! A proposal for putting tasks off until nobody is asked for more than there is. Nothing is levelled by itself.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::fault::PlanFault;
use crate::live::LivePlan;
use crate::moment::Moment;
use crate::outcome::{Overload, Schedule};
use crate::plan::{Constraint, ConstraintKind, Plan};

/// Tasks that are put off at most before the proposal is given as it stands.
const MOST_STEPS: usize = 1_000;

/// What would have to be put off.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "PlanLevelling")]
pub struct Levelling {
    /// In the order of the plan.
    pub delays: Vec<Delay>,
    /// When the plan ends now, and with the delays.
    pub finish: NaiveDate,
    pub finish_levelled: NaiveDate,
    /// What no delay mends.
    pub remaining: Vec<Overload>,
}

/// A task that would begin later.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "PlanDelay")]
pub struct Delay {
    pub task: String,
    pub start: NaiveDate,
    /// To be taken over as the task's constraint *start no earlier than*.
    pub no_earlier_than: NaiveDate,
}

/// Of the tasks that ask for too much at once, the one of the least priority is put off until another ends; of two of
/// the same priority, the one that can slip the furthest. What has begun or is dated by hand stays.
///
/// # Errors
/// The plan cannot be computed.
pub fn level(plan: &Plan) -> Result<Levelling, PlanFault> {
    let mut live = LivePlan::of(plan.clone())?;
    let before = live.schedule()?;
    let mut schedule = before.clone();
    let mut put_off: Vec<Option<NaiveDate>> = vec![None; plan.tasks.len()];
    for _ in 0..MOST_STEPS {
        let next = schedule.overloads.iter().find_map(|overload| later(plan, &schedule, overload));
        let Some((row, day)) = next else { break };
        put_off[row] = Some(day);
        let mut task = plan.tasks[row].clone();
        task.constraints
            .push(Constraint { kind: ConstraintKind::StartNoEarlierThan, date: Some(Moment::Day(day)) });
        live.put(task)?;
        schedule = live.schedule()?;
    }
    let delays = put_off.iter().enumerate().filter_map(|(row, day)| {
        let task = &schedule.tasks[row];
        Some(Delay { task: task.id.clone(), start: task.start, no_earlier_than: (*day)? })
    });
    Ok(Levelling {
        delays: delays.collect(),
        finish: before.finish,
        finish_levelled: schedule.finish,
        remaining: schedule.overloads,
    })
}

/// The task of an overload to put off, and until when.
fn later(plan: &Plan, schedule: &Schedule, overload: &Overload) -> Option<(usize, NaiveDate)> {
    let rows: Vec<usize> =
        (0..plan.tasks.len()).filter(|row| overload.tasks.contains(&plan.tasks[*row].id)).collect();
    let can_move = |row: &usize| {
        let task = &plan.tasks[*row];
        task.actual_start.is_none() && task.manual.is_none()
    };
    let float = |row: usize| schedule.tasks[row].total_float.map_or(0, |float| float.minutes);
    let mut movable: Vec<usize> = rows.iter().copied().filter(can_move).collect();
    movable.sort_by_key(|row| (plan.tasks[*row].priority, -float(*row), plan.tasks[*row].id.as_str()));
    movable.into_iter().find_map(|row| {
        let others = rows.iter().filter(|other| **other != row);
        let free = others.map(|other| schedule.tasks[*other].finish).min()?.succ_opt()?;
        (free > schedule.tasks[row].start).then_some((row, free))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::{Assignment, Resource, Span, Task};
    use crate::{PlanNoun, schedule};

    fn task(id: &str, days: f64, units: f64) -> Task {
        Task {
            id: id.into(),
            duration: Span::Days(days),
            assignments: vec![Assignment { resource: "lin".into(), units }],
            ..Task::default()
        }
    }

    fn plan(tasks: Vec<Task>) -> Plan {
        let mut plan = Plan::starting("2026-03-02".parse().unwrap());
        plan.resources = vec![Resource { id: "lin".into(), units: 1.0 }];
        plan.tasks = tasks;
        plan
    }

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    /// One person, two whole days' tasks at once from Monday to Wednesday; the third asks for a half and is alone then.
    #[test]
    fn too_much_is_shown_with_its_days_and_its_tasks() {
        let mut third = task("C", 1.0, 0.5);
        third.constraints = vec![Constraint {
            kind: ConstraintKind::StartNoEarlierThan,
            date: Some(Moment::Day(day("2026-03-20"))),
        }];
        let overloads =
            schedule(&plan(vec![task("A", 3.0, 1.0), task("B", 5.0, 0.5), third])).unwrap().overloads;
        assert_eq!(overloads.len(), 1);
        let overload = &overloads[0];
        assert_eq!((overload.from, overload.to), (day("2026-03-02"), day("2026-03-04")));
        assert!((overload.units - 1.5).abs() < 1e-12);
        assert_eq!(overload.tasks, ["A", "B"]);
    }

    /// The shorter can slip and waits for Friday's end; a priority turns it round.
    #[test]
    fn what_can_slip_is_put_off_unless_it_goes_first() {
        let rows = vec![task("A", 3.0, 1.0), task("B", 5.0, 1.0)];
        let told = |levelling: &Levelling| {
            levelling.delays.iter().map(|delay| (delay.task.clone(), delay.start)).collect::<Vec<_>>()
        };
        let levelling = level(&plan(rows.clone())).unwrap();
        assert_eq!(told(&levelling), [("A".to_owned(), day("2026-03-09"))]);
        assert_eq!((levelling.finish, levelling.finish_levelled), (day("2026-03-06"), day("2026-03-11")));
        assert!(levelling.remaining.is_empty());
        let mut first = rows;
        first[0].priority = 1;
        let levelling = level(&plan(first)).unwrap();
        assert_eq!(told(&levelling), [("B".to_owned(), day("2026-03-05"))]);
    }

    /// A task that asks for two of one is too much by itself.
    #[test]
    fn what_no_delay_mends_remains() {
        let levelling = level(&plan(vec![task("A", 3.0, 2.0)])).unwrap();
        assert_eq!((levelling.delays.len(), levelling.remaining.len()), (0, 1));
    }

    #[test]
    fn somebody_who_is_not_there_is_named() {
        let mut plan = plan(vec![task("A", 1.0, 1.0)]);
        plan.resources.clear();
        let fault = PlanFault::Unknown { noun: PlanNoun::Resource, name: "lin".into(), at: "A".into() };
        assert_eq!(schedule(&plan).unwrap_err(), fault);
    }
}
