//! How long the engine takes: `cargo run --release --package hefu-schedule --example bench`.
//!
//! Ten thousand tasks under a breakdown with one holiday calendar, 11,700 relations; a hundred thousand runs of five
//! hundred tasks on two threads and on one.

#![allow(clippy::print_stdout, reason = "a program of the terminal")]
#![allow(clippy::disallowed_methods, reason = "it measures time")]
#![allow(clippy::cast_precision_loss, clippy::cast_possible_truncation, reason = "small whole numbers")]

use std::time::{Duration, Instant};

use hefu_schedule::plan::{
    Calendar, CalendarException, Estimate, EstimateShape, ExceptionKind, Lag, Plan, Relation, RelationType,
    Span, Task,
};
use hefu_schedule::simulate::Simulation;
use hefu_schedule::{LivePlan, Moment, PlanFault, schedule, simulate};

/// Numbers that look random and are the same every time (a linear congruence of Knuth's).
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % bound
    }
}

fn day(year: i32, month: u32, day: u32) -> chrono::NaiveDate {
    chrono::NaiveDate::from_ymd_opt(year, month, day).unwrap_or_default()
}

/// Tasks in groups of ten below a summary each, with relations to tasks shortly before.
fn plan(tasks: usize, relations: usize) -> Plan {
    let mut plan = Plan::starting(Moment::Day(day(2026, 3, 2)));
    let exceptions = (2026..2036)
        .flat_map(|year| [(1, 1, 3), (5, 1, 5), (10, 1, 7)].map(|(month, from, to)| (year, month, from, to)))
        .map(|(year, month, from, to)| CalendarException {
            from: day(year, month, from),
            to: day(year, month, to),
            kind: ExceptionKind::Off,
            hours: None,
        })
        .collect();
    plan.calendars = vec![Calendar { id: "cn".into(), week: None, exceptions, known_until: None }];
    plan.calendar = Some("cn".into());
    let mut numbers = Numbers(1);
    let kinds = [
        RelationType::FinishStart,
        RelationType::FinishStart,
        RelationType::StartStart,
        RelationType::FinishFinish,
    ];
    for group in 0..tasks / 10 {
        plan.tasks.push(Task { id: format!("S{group}"), ..Task::default() });
        for at in 0..9 {
            let id = format!("T{}", group * 9 + at);
            let duration = Span::Days((1 + numbers.below(10)) as f64);
            plan.tasks.push(Task { id, parent: Some(format!("S{group}")), duration, ..Task::default() });
        }
    }
    let leaves: Vec<usize> = (0..plan.tasks.len()).filter(|row| plan.tasks[*row].parent.is_some()).collect();
    for each in 0..relations {
        let to = 1 + (each + numbers.below(3)) % (leaves.len() - 1);
        let back = 1 + numbers.below(to.min(200));
        let relation = Relation {
            task: plan.tasks[leaves[to - back]].id.clone(),
            kind: kinds[numbers.below(4)],
            lag: Lag::Days(numbers.below(3) as f64),
        };
        plan.tasks[leaves[to]].predecessors.push(relation);
    }
    plan
}

fn median(mut taken: Vec<Duration>) -> Duration {
    taken.sort();
    taken[taken.len() / 2]
}

fn timed(times: usize, mut work: impl FnMut() -> Result<(), PlanFault>) -> Result<Duration, PlanFault> {
    let mut taken = Vec::new();
    for _ in 0..times {
        let begun = Instant::now();
        work()?;
        taken.push(begun.elapsed());
    }
    Ok(median(taken))
}

fn main() -> Result<(), PlanFault> {
    let large = plan(10_000, 11_700);
    let relations: usize = large.tasks.iter().map(|task| task.predecessors.len()).sum();
    let full = timed(31, || LivePlan::of(large.clone()).map(drop))?;
    let told = timed(31, || schedule(&large).map(drop))?;
    let copied = timed(31, || {
        std::hint::black_box(large.clone());
        Ok(())
    })?;
    println!(
        "{} tasks, {relations} relations: computed in {:?} (of which {copied:?} a copy for the measure)",
        large.tasks.len(),
        full
    );
    println!("with every date, float and relation told: {told:?}");

    let mut live = LivePlan::of(large.clone())?;
    let mut longer = large.tasks[large.tasks.len() / 2].clone();
    let mut touched = 0;
    let edit = timed(31, || {
        longer.duration = if longer.duration == Span::Days(3.0) { Span::Days(4.0) } else { Span::Days(3.0) };
        live.put(longer.clone())?;
        touched = live.touched();
        Ok(())
    })?;
    println!("one edit: {edit:?}, {touched} dates worked out anew");

    let mut small = plan(500, 585);
    for task in small.tasks.iter_mut().filter(|task| task.parent.is_some()) {
        let Span::Days(likely) = task.duration else { continue };
        let [optimistic, likely, pessimistic] = [likely * 0.8, likely, likely * 1.8].map(Span::Days);
        task.estimate = Some(Estimate { optimistic, likely, pessimistic, shape: EstimateShape::Triangular });
    }
    let simulation = Simulation { plan: small, runs: 100_000, seed: 1, threads: 2, promises: Vec::new() };
    let begun = Instant::now();
    let two = simulate(&simulation)?;
    println!("100000 runs of {} tasks on two threads: {:?}", simulation.plan.tasks.len(), begun.elapsed());
    let begun = Instant::now();
    let one = simulate(&Simulation { threads: 1, ..simulation })?;
    println!(
        "on one: {:?}, {}",
        begun.elapsed(),
        if one == two { "the same result" } else { "ANOTHER RESULT" }
    );
    Ok(())
}
