//! From relations to edges.

use super::nodes::Lines;
use super::{CLOCK, Edge, Fan, Names, Node, Stage, Wait, find};
use crate::fault::{PlanFault, PlanNoun, PlanProblem};
use crate::plan::{Lag, LagCalendar, OutOfSequence, Plan, Relation, RelationType, Span};

/// Edges that are made at most: relations between summaries of thousands of tasks would take the machine otherwise.
const MOST: usize = 5_000_000;

pub(super) fn of(
    plan: &Plan,
    names: &Names<'_>,
    lines: &Lines<'_>,
    nodes: &[Node],
    children: &Fan,
) -> Result<Vec<Edge>, PlanFault> {
    let mut edges = Vec::with_capacity(plan.tasks.len());
    for (owner, task) in plan.tasks.iter().enumerate() {
        for (relation, each) in task.predecessors.iter().enumerate() {
            let wrong = |problem| PlanFault::Wrong { noun: PlanNoun::Task, name: task.id.clone(), problem };
            let from = find(names, &each.task, &task.id)?;
            if nodes[owner].is_summary() && !each.kind.is_to_start() {
                return Err(wrong(PlanProblem::RelationToSummary));
            }
            let (wait, counts) = wait(plan, each, &nodes[from]).ok_or_else(|| wrong(PlanProblem::Lag))?;
            for to in leaves(owner, children) {
                if edges.len() >= MOST {
                    return Err(wrong(PlanProblem::TooLarge));
                }
                let wait_line = match plan.lag_calendar {
                    // Nothing is the same on every line; counted on the predecessor's, it is quickest.
                    _ if wait == Wait::Work(0) => nodes[from].line,
                    LagCalendar::Predecessor => counts,
                    LagCalendar::Successor => nodes[to].line,
                    LagCalendar::Plan => lines.usual,
                };
                let edge = Edge { from, to, kind: each.kind, wait, wait_line, owner, relation, moves: true };
                edges.extend(living(plan, nodes, edge));
            }
        }
    }
    Ok(edges)
}

/// The time between, and whose working time it counts by itself.
fn wait(plan: &Plan, relation: &Relation, from: &Node) -> Option<(Wait, usize)> {
    // A summary's own line is the clock; its lag counts its calendar.
    let counts = if from.is_summary() { from.calendar } else { from.line };
    let seconds = |span: Span| span.seconds(plan.minutes_per_day);
    let wait = match relation.lag {
        Lag::Days(days) => Wait::Work(seconds(Span::Days(days))?),
        Lag::Minutes(minutes) => Wait::Work(seconds(Span::Minutes(minutes))?),
        Lag::ElapsedDays(days) => Wait::Clock(seconds(Span::ElapsedDays(days))?),
        Lag::ElapsedMinutes(minutes) => Wait::Clock(seconds(Span::ElapsedMinutes(minutes))?),
        // Durations are below 2⁵³ seconds.
        #[allow(clippy::cast_precision_loss)]
        Lag::Percent(percent) => {
            let wait = crate::plan::seconds(from.duration as f64 * percent / 100.0)?;
            if counts == CLOCK { Wait::Clock(wait) } else { Wait::Work(wait) }
        }
    };
    // No time of the clock is no working time.
    Some((if wait == Wait::Clock(0) { Wait::Work(0) } else { wait }, counts))
}

/// The tasks below, or the task itself.
fn leaves(node: usize, children: &Fan) -> Vec<usize> {
    let mut waiting = vec![node];
    let mut found = Vec::new();
    while let Some(next) = waiting.pop() {
        match children.get(next) {
            [] => found.push(next),
            below => waiting.extend(below.iter().rev()),
        }
    }
    found
}

/// The edge as far as it still holds anything: what has happened waits for nothing.
fn living(plan: &Plan, nodes: &[Node], edge: Edge) -> Option<Edge> {
    match nodes[edge.to].stage {
        Stage::Done { .. } => None,
        Stage::Begun { .. } if plan.out_of_sequence == OutOfSequence::ProgressOverride => None,
        // It has started.
        Stage::Begun { .. } if edge.kind == RelationType::StartStart => None,
        Stage::Manual { .. } => Some(Edge { moves: false, ..edge }),
        _ => Some(edge),
    }
}
