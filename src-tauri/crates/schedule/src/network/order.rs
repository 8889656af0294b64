//! An order in which everything comes after what it waits for, or the circle that forbids one.

use std::collections::VecDeque;

use super::{Edge, Fan, Node};
use crate::fault::PlanFault;
use crate::plan::Plan;

pub(super) fn of(
    plan: &Plan,
    nodes: &[Node],
    edges: &[Edge],
    into: &Fan,
    out_of: &Fan,
    children: &Fan,
) -> Result<Vec<usize>, PlanFault> {
    let mut waits = vec![0_usize; nodes.len()];
    for node in 0..nodes.len() {
        waits[node] += into.get(node).len();
        if let Some(parent) = nodes[node].parent {
            waits[parent] += 1;
        }
    }
    let mut ready: VecDeque<usize> = (0..nodes.len()).filter(|node| waits[*node] == 0).collect();
    let mut order = Vec::with_capacity(nodes.len());
    while let Some(node) = ready.pop_front() {
        order.push(node);
        let after = out_of.get(node).iter().map(|edge| edges[*edge].to).chain(nodes[node].parent);
        for next in after {
            waits[next] -= 1;
            if waits[next] == 0 {
                ready.push_back(next);
            }
        }
    }
    if order.len() == nodes.len() {
        return Ok(order);
    }
    Err(PlanFault::Cycle(circle(plan, edges, into, children, &waits)))
}

/// One circle among the nodes that still wait, from its first task in the plan on.
fn circle(plan: &Plan, edges: &[Edge], into: &Fan, children: &Fan, waits: &[usize]) -> Vec<String> {
    let waiting = |node: &usize| waits[*node] > 0;
    let before = |node: usize| {
        let below = || children.get(node).iter().copied().find(waiting);
        into.get(node).iter().map(|edge| edges[*edge].from).find(waiting).or_else(below)
    };
    let mut path: Vec<usize> = Vec::new();
    let mut seen = vec![false; waits.len()];
    let mut next = (0..waits.len()).find(waiting);
    while let Some(node) = next {
        if seen[node] {
            path.drain(..path.iter().position(|each| *each == node).unwrap_or_default());
            break;
        }
        seen[node] = true;
        path.push(node);
        next = before(node);
    }
    path.reverse();
    let first = path.iter().enumerate().min_by_key(|(_, node)| **node).map_or(0, |(at, _)| at);
    path.rotate_left(first);
    path.into_iter().map(|node| plan.tasks[node].id.clone()).collect()
}
