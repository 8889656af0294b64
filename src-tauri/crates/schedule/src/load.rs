//! Who is asked for more than there is of him, by day.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::fault::{PlanFault, PlanNoun, PlanProblem};
use crate::line::{DAY, day_number, time_of};
use crate::network::{Network, Stage};
use crate::outcome::Overload;
use crate::plan::Plan;
use crate::solve::Solved;

/// Days of tasks that are looked at, at most.
const MOST_DAYS: usize = 2_000_000;

/// Units that are no more than rounding.
const NOTHING: f64 = 1e-9;

/// Days on which a resource is needed, and for what.
type Days = BTreeMap<NaiveDate, (f64, Vec<usize>)>;

/// Spells in which the same tasks ask for more of a resource than there is, by resource and day.
///
/// # Errors
/// Resources that are not there or there twice, units below zero, more days than are looked at.
pub(crate) fn of(plan: &Plan, network: &Network, solved: &Solved) -> Result<Vec<Overload>, PlanFault> {
    let mut rows = BTreeMap::new();
    for (row, resource) in plan.resources.iter().enumerate() {
        let name = resource.id.clone();
        if rows.insert(resource.id.as_str(), row).is_some() {
            return Err(PlanFault::Twice { noun: PlanNoun::Resource, name });
        }
        if resource.units.is_nan() || resource.units < 0.0 {
            return Err(PlanFault::Wrong { noun: PlanNoun::Resource, name, problem: PlanProblem::Share });
        }
    }
    let mut needed: Vec<Days> = vec![Days::new(); plan.resources.len()];
    let mut looked_at = 0;
    for (node, task) in plan.tasks.iter().enumerate() {
        for assignment in &task.assignments {
            let (name, at) = (assignment.resource.clone(), task.id.clone());
            let wrong = |problem| PlanFault::Wrong { noun: PlanNoun::Task, name: task.id.clone(), problem };
            let row =
                rows.get(name.as_str()).ok_or(PlanFault::Unknown { noun: PlanNoun::Resource, name, at })?;
            if assignment.units.is_nan() || assignment.units < 0.0 {
                return Err(wrong(PlanProblem::Share));
            }
            for day in working_days(network, solved, node) {
                looked_at += 1;
                if looked_at > MOST_DAYS {
                    return Err(wrong(PlanProblem::TooLarge));
                }
                let (units, tasks) = needed[*row].entry(day).or_default();
                *units += assignment.units;
                tasks.push(node);
            }
        }
    }
    let spells = plan.resources.iter().zip(&needed);
    Ok(spells.flat_map(|(resource, days)| spells_of(plan, &resource.id, resource.units, days)).collect())
}

/// Days on which a task is worked at that is still to come.
fn working_days<'a>(
    network: &'a Network,
    solved: &'a Solved,
    node: usize,
) -> impl Iterator<Item = NaiveDate> + 'a {
    let each = &network.nodes[node];
    let line = network.line(node);
    let is_to_come = !each.is_summary() && !each.is_point() && !each.is_done();
    let start = match each.stage {
        Stage::Manual { start, .. } => start,
        _ => line.instant(solved.start[node]),
    };
    let days = start.div_euclid(DAY)..=(solved.finish_at[node] - 1).div_euclid(DAY);
    let works = move |day: &i64| line.work_at((day + 1) * DAY) > line.work_at(day * DAY);
    days.filter(move |day| is_to_come && works(day)).filter_map(|day| Some(time_of(day * DAY)?.date()))
}

fn spells_of(plan: &Plan, resource: &str, capacity: f64, days: &Days) -> Vec<Overload> {
    let mut spells: Vec<(Overload, &Vec<usize>)> = Vec::new();
    for (day, (units, rows)) in days.iter().filter(|(_, (units, _))| *units > capacity + NOTHING) {
        match spells.last_mut() {
            // Weekends between two working days do not part a spell.
            Some((spell, before)) if *before == rows && day_number(*day) - day_number(spell.to) <= 3 => {
                spell.to = *day;
            }
            _ => {
                let tasks = rows.iter().map(|row| plan.tasks[*row].id.clone()).collect();
                let resource = resource.to_owned();
                let spell = Overload { resource, from: *day, to: *day, units: *units, capacity, tasks };
                spells.push((spell, rows));
            }
        }
    }
    spells.into_iter().map(|(spell, _)| spell).collect()
}
