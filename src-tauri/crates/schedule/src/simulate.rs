//! Promises: when milestones are reached with which confidence, by many runs of a plan with its estimates and risks.
//!
//! Every run draws from a stream of its own, named by its number, and everything is added up in whole numbers. So one
//! seed gives one result, on however many threads.

use std::thread;

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::fault::{PlanFault, PlanNoun, PlanProblem};
use crate::line::{Instant, finish_day, time_of};
use crate::network::{Names, Network, find};
use crate::plan::Plan;
use crate::run::Run;
use crate::sampler::Uncertainty;
use crate::solve::{Solved, solve};

mod sums;

use sums::Sums;

/// Runs at most, and finishes that are kept of them at most.
const MOST_RUNS: u32 = 1_000_000;
const MOST_KEPT: usize = 20_000_000;
const MOST_THREADS: u32 = 64;

/// What is asked of a plan with estimates and risks.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "PlanSimulation", extend("examples" = [{
    "plan": {
        "start": "2026-03-02",
        "tasks": [
            { "id": "build", "duration": { "days": 10 },
              "estimate": { "optimistic": { "days": 8 }, "likely": { "days": 10 }, "pessimistic": { "days": 18 } } },
            { "id": "live", "predecessors": [{ "task": "build" }], "deadline": "2026-03-20" }
        ],
        "risks": [{ "id": "R-1", "tasks": ["build"], "probability": 0.3, "delay": { "days": 10 } }]
    },
    "runs": 10000,
    "seed": 1
}]))]
pub struct Simulation {
    pub plan: Plan,
    /// How often the plan is run.
    #[serde(default = "ten_thousand")]
    pub runs: u32,
    /// The same seed gives the same result.
    #[serde(default)]
    pub seed: u64,
    /// They change how long it takes and nothing else.
    #[serde(default = "one")]
    pub threads: u32,
    /// Tasks and milestones whose finish is asked for; without any, every milestone.
    #[serde(default)]
    pub promises: Vec<String>,
}

fn ten_thousand() -> u32 {
    10_000
}

fn one() -> u32 {
    1
}

/// When things are reached, and what makes them late.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "PlanPromises")]
pub struct Promises {
    pub runs: u32,
    pub seed: u64,
    /// The end of the plan.
    pub end: Promise,
    /// In the order they were asked for, or of the plan.
    pub promises: Vec<Promise>,
    /// Every task that was critical in some run, the most critical first.
    pub criticality: Vec<Criticality>,
    /// Uncertain tasks and risks, those that move the end the most first.
    pub drivers: Vec<Driver>,
}

/// When one thing is reached.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "PlanPromise")]
pub struct Promise {
    /// None for the end of the plan.
    pub task: Option<String>,
    /// Its day in the plan without estimates and risks.
    pub planned: NaiveDate,
    /// In how many runs of a hundred it is reached on the planned day or before.
    pub planned_percent: f64,
    /// In how many of a hundred on its deadline or before; none without a deadline.
    pub deadline_percent: Option<f64>,
    /// The day on or before which it is reached in half of the runs.
    pub p50: NaiveDate,
    pub p80: NaiveDate,
    pub p90: NaiveDate,
    pub earliest: NaiveDate,
    pub latest: NaiveDate,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "PlanCriticality")]
pub struct Criticality {
    pub task: String,
    /// In how many of a hundred runs it is on a chain of tasks that drives the end.
    pub percent: f64,
}

/// Something uncertain, and how it goes along with the end of the plan.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "PlanDriver")]
pub struct Driver {
    pub kind: DriverKind,
    pub id: String,
    /// From -1 to 1: how closely the end follows it.
    pub correlation: f64,
    /// Days of the clock by which the end is later, on average, for each of its own: of a task for each working day it
    /// takes longer, of a risk for its happening.
    pub days: f64,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[schemars(rename = "PlanDriverKind")]
pub enum DriverKind {
    Task,
    Risk,
}

/// Runs the plan again and again.
///
/// # Errors
/// The plan cannot be computed; estimates or probabilities that are none; more runs than are made.
pub fn simulate(simulation: &Simulation) -> Result<Promises, PlanFault> {
    let plan = &simulation.plan;
    let network = Network::of(plan)?;
    let solved = solve(&network);
    let names: Names<'_> = plan.tasks.iter().enumerate().map(|(at, task)| (task.id.as_str(), at)).collect();
    let wrong = |problem| PlanFault::Wrong { noun: PlanNoun::Plan, name: String::new(), problem };
    let asked = asked(simulation, &network, &names)?;
    let runs = simulation.runs;
    if !(1..=MOST_RUNS).contains(&runs) || !(1..=MOST_THREADS).contains(&simulation.threads) {
        return Err(wrong(PlanProblem::Runs));
    }
    if (asked.len() + 1).saturating_mul(runs as usize) > MOST_KEPT {
        return Err(wrong(PlanProblem::TooLarge));
    }
    let uncertainty = Uncertainty::of(plan, &network, &names, simulation.seed)?;
    let making = Making { network: &network, solved: &solved, uncertainty: &uncertainty, asked: &asked };
    let sums = making.all(runs, simulation.threads);
    Told { simulation, network: &network, solved: &solved, uncertainty: &uncertainty, asked: &asked, sums }
        .told()
}

fn asked(simulation: &Simulation, network: &Network, names: &Names<'_>) -> Result<Vec<usize>, PlanFault> {
    if !simulation.promises.is_empty() {
        return simulation.promises.iter().map(|name| find(names, name, "promises")).collect();
    }
    let is_milestone = |node: &usize| {
        let each = &network.nodes[*node];
        each.is_point() && each.duration == 0 && !each.is_done()
    };
    Ok((0..network.nodes.len()).filter(is_milestone).collect())
}

struct Making<'a> {
    network: &'a Network,
    solved: &'a Solved,
    uncertainty: &'a Uncertainty,
    asked: &'a [usize],
}

impl Making<'_> {
    /// Shares the runs among threads, each a part of them without a gap.
    fn all(&self, runs: u32, threads: u32) -> Sums {
        let part = runs.div_ceil(threads);
        let parts = (0..threads).map(|thread| (thread * part).min(runs)..((thread + 1) * part).min(runs));
        let mut sums: Option<Sums> = None;
        thread::scope(|scope| {
            let running: Vec<_> = parts.map(|part| scope.spawn(move || self.some(part))).collect();
            for each in running {
                let part = each.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic));
                match &mut sums {
                    Some(sums) => sums.add(part),
                    None => sums = Some(part),
                }
            }
        });
        sums.unwrap_or_else(|| self.some(0..0))
    }

    fn some(&self, runs: std::ops::Range<u32>) -> Sums {
        let mut run = Run::of(self.network, self.solved);
        let plain = run.work.clone();
        let risks = self.uncertainty.risk_rows.len();
        let mut happened = vec![false; risks];
        let mut sums =
            Sums::of(self.network.nodes.len(), self.asked.len(), self.uncertainty.tasks.len(), risks);
        for number in runs {
            run.work.copy_from_slice(&plain);
            self.uncertainty.draw(u64::from(number), &mut run.work, &mut happened);
            run.forward();
            run.count_critical(&mut sums.critical);
            for (node, finishes) in self.asked.iter().zip(&mut sums.finishes) {
                finishes.push(run.finish_of(*node));
            }
            let tasks = self.uncertainty.tasks.iter().map(|(node, _)| run.work[*node]);
            sums.count(run.end, self.solved.end, tasks, &happened);
        }
        sums
    }
}

struct Told<'a> {
    simulation: &'a Simulation,
    network: &'a Network,
    solved: &'a Solved,
    uncertainty: &'a Uncertainty,
    asked: &'a [usize],
    sums: Sums,
}

impl Told<'_> {
    fn told(mut self) -> Result<Promises, PlanFault> {
        let plan = &self.simulation.plan;
        let mut finishes = std::mem::take(&mut self.sums.finishes);
        let promises = self.asked.iter().zip(&mut finishes);
        let promises = promises
            .map(|(node, finishes)| self.promise(Some(*node), finishes))
            .collect::<Result<_, PlanFault>>()?;
        let mut ends = std::mem::take(&mut self.sums.ends);
        let end = self.promise(None, &mut ends)?;
        let mut criticality: Vec<(u32, usize)> = self
            .sums
            .critical
            .iter()
            .enumerate()
            .filter(|(node, count)| **count > 0 && !self.network.nodes[*node].is_summary())
            .map(|(node, count)| (*count, node))
            .collect();
        criticality.sort_by(|one, other| {
            other.0.cmp(&one.0).then_with(|| plan.tasks[one.1].id.cmp(&plan.tasks[other.1].id))
        });
        let percent = |count: u32| f64::from(count) * 100.0 / f64::from(self.simulation.runs);
        let critical = |(count, node): (u32, usize)| Criticality {
            task: plan.tasks[node].id.clone(),
            percent: percent(count),
        };
        Ok(Promises {
            runs: self.simulation.runs,
            seed: self.simulation.seed,
            end,
            promises,
            criticality: criticality.into_iter().map(critical).collect(),
            drivers: self.drivers(),
        })
    }

    fn promise(&self, node: Option<usize>, finishes: &mut [Instant]) -> Result<Promise, PlanFault> {
        let task = node.map(|node| &self.simulation.plan.tasks[node]);
        let day = |at: Instant| {
            let name = task.map(|task| task.id.clone()).unwrap_or_default();
            let problem = PlanProblem::DateOutOfReach;
            let noun = if task.is_some() { PlanNoun::Task } else { PlanNoun::Plan };
            let fault = || PlanFault::Wrong { noun, name, problem };
            // A milestone at the begin of a day is of that day.
            let begins = node.is_some_and(|node| {
                let each = &self.network.nodes[node];
                let line = self.network.line(node);
                each.duration == 0 && each.is_point() && line.not_before(at) & 1 == 1
            });
            time_of(at).map(|time| if begins { time.date() } else { finish_day(time) }).ok_or_else(fault)
        };
        finishes.sort_unstable();
        let planned = day(node.map_or(self.solved.end, |node| self.solved.finish_at[node]))?;
        let days: Vec<NaiveDate> = finishes.iter().map(|at| day(*at)).collect::<Result<_, _>>()?;
        // The day that so many of a hundred runs do not go beyond.
        let at = |percent: usize| days[(days.len() * percent).div_ceil(100).max(1) - 1];
        #[allow(clippy::cast_precision_loss)]
        let until =
            |last: NaiveDate| days.partition_point(|day| *day <= last) as f64 * 100.0 / days.len() as f64;
        Ok(Promise {
            task: task.map(|task| task.id.clone()),
            planned,
            planned_percent: until(planned),
            deadline_percent: task.and_then(|task| task.deadline).map(|deadline| until(deadline.day())),
            p50: at(50),
            p80: at(80),
            p90: at(90),
            earliest: at(0),
            latest: at(100),
        })
    }

    fn drivers(&self) -> Vec<Driver> {
        let plan = &self.simulation.plan;
        let per_day = f64::from(plan.minutes_per_day) * 60.0 / 86_400.0;
        let tasks = self.uncertainty.tasks.iter().zip(&self.sums.tasks).map(|((node, _), moments)| {
            let (correlation, slope) = self.sums.along(moments);
            (DriverKind::Task, plan.tasks[*node].id.clone(), correlation, slope * per_day)
        });
        let risks = self.uncertainty.risk_rows.iter().zip(&self.sums.risks).map(|(row, moments)| {
            let (correlation, slope) = self.sums.along(moments);
            (DriverKind::Risk, plan.risks[*row].id.clone(), correlation, slope / 86_400.0)
        });
        let mut drivers: Vec<Driver> = tasks
            .chain(risks)
            .map(|(kind, id, correlation, days)| Driver { kind, id, correlation, days })
            .collect();
        drivers.sort_by(|one, other| {
            let strength = other.correlation.abs().total_cmp(&one.correlation.abs());
            strength.then_with(|| (one.kind, &one.id).cmp(&(other.kind, &other.id)))
        });
        drivers
    }
}

#[cfg(test)]
mod tests;
