//! The plan as numbers: every task a node, every relation an edge between two lines of working time.

use std::collections::BTreeMap;

use crate::fault::{PlanFault, PlanNoun};
use crate::line::{Instant, Line, Place};
use crate::plan::{Plan, RelationType};

mod edges;
mod nodes;
mod order;

/// How far a node has come, and whether it is one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Stage {
    /// Not begun.
    Open,
    /// Begun; what is scheduled is the remaining work.
    Begun {
        start: Instant,
    },
    Done {
        start: Instant,
        finish: Instant,
    },
    /// Its dates are set by hand.
    Manual {
        start: Instant,
        finish: Instant,
    },
    /// Others belong to it.
    Summary,
}

/// What holds a task where it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Bound {
    PlanStart,
    Status,
    Constraint,
}

/// A task, ready to be scheduled.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Node {
    pub(crate) stage: Stage,
    /// Its line; of a summary that of the clock, since its dates are those of others.
    pub(crate) line: usize,
    /// The line of its calendar.
    pub(crate) calendar: usize,
    pub(crate) parent: Option<usize>,
    /// Seconds of work that are scheduled: of the whole task, or what remains.
    pub(crate) work: i64,
    /// Seconds of the whole task.
    pub(crate) duration: i64,
    /// Where it may begin, or go on.
    pub(crate) lower: Place,
    pub(crate) bound: Bound,
    /// Where it may finish.
    pub(crate) finish_lower: Place,
    /// Where it must have finished.
    pub(crate) upper: Place,
    /// Scheduled as late as possible.
    pub(crate) late: bool,
}

impl Node {
    pub(crate) fn is_summary(&self) -> bool {
        self.stage == Stage::Summary
    }

    pub(crate) fn is_done(&self) -> bool {
        matches!(self.stage, Stage::Done { .. })
    }

    pub(crate) fn is_begun(&self) -> bool {
        matches!(self.stage, Stage::Begun { .. })
    }

    /// Whether both its ends are one place.
    pub(crate) fn is_point(&self) -> bool {
        self.work == 0 && !self.is_summary()
    }

    /// Where its bounds let it begin, for so much work.
    pub(crate) fn first(&self, work: i64) -> Place {
        self.lower.max(self.finish_lower - 2 * work)
    }

    /// The finish that belongs to a start at this place.
    pub(crate) fn finish_of(&self, start: Place) -> Place {
        if self.is_point() { start } else { ((start >> 1) + self.work) << 1 }
    }

    /// The start that belongs to a finish at this place.
    pub(crate) fn start_of(&self, finish: Place) -> Place {
        if self.is_point() { finish } else { (((finish >> 1) - self.work) << 1) | 1 }
    }

    /// The last place no later than this one where it can start, or finish.
    fn down(&self, place: Place, is_start: bool) -> Place {
        match (self.is_point(), is_start) {
            (true, _) => place,
            (false, true) => (place - 1) | 1,
            (false, false) => place & !1,
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Wait {
    /// Seconds of work of a line.
    Work(i64),
    /// Seconds of the clock.
    Clock(i64),
}

/// A relation between two nodes; one of a summary is an edge to each of its tasks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Edge {
    pub(crate) from: usize,
    pub(crate) to: usize,
    pub(crate) kind: RelationType,
    pub(crate) wait: Wait,
    /// The line that `Wait::Work` counts.
    pub(crate) wait_line: usize,
    /// The task whose predecessor it is, and which of its predecessors.
    pub(crate) owner: usize,
    pub(crate) relation: usize,
    /// Whether it moves the successor: dates that are set by hand move for nothing.
    pub(crate) moves: bool,
}

/// Edges of each node: those of node `n` are `list[at[n]..at[n + 1]]`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Fan {
    at: Vec<usize>,
    list: Vec<usize>,
}

impl Fan {
    /// Of `count` nodes, by which node each thing belongs to.
    pub(crate) fn of(count: usize, owners: impl Iterator<Item = Option<usize>> + Clone) -> Self {
        let mut at = vec![0; count + 1];
        for owner in owners.clone().flatten() {
            at[owner + 1] += 1;
        }
        for node in 0..count {
            at[node + 1] += at[node];
        }
        let mut next = at.clone();
        let mut list = vec![0; at[count]];
        for (each, owner) in owners.enumerate() {
            if let Some(owner) = owner {
                list[next[owner]] = each;
                next[owner] += 1;
            }
        }
        Self { at, list }
    }

    pub(crate) fn get(&self, node: usize) -> &[usize] {
        &self.list[self.at[node]..self.at[node + 1]]
    }
}

/// The whole plan as numbers.
#[derive(Clone, Debug)]
pub(crate) struct Network {
    pub(crate) lines: Vec<Line>,
    pub(crate) nodes: Vec<Node>,
    pub(crate) edges: Vec<Edge>,
    pub(crate) into: Fan,
    pub(crate) out_of: Fan,
    pub(crate) children: Fan,
    /// Every node after all it waits for, and a summary after its tasks.
    pub(crate) order: Vec<usize>,
    /// The line of tasks that name no calendar.
    pub(crate) usual: usize,
    /// Seconds of one day of the plan.
    pub(crate) day: i64,
    /// Latest finish on each line, when the plan says when it must end.
    pub(crate) finish: Option<Vec<Place>>,
}

/// Before everything, and yet far enough from the ends of the numbers to be counted with.
pub(crate) const NEVER: Place = Place::MIN / 4;

/// The line of the clock.
pub(crate) const CLOCK: usize = 0;

impl Network {
    /// # Errors
    /// Names that are not there or there twice, circles, figures that cannot be.
    pub(crate) fn of(plan: &Plan) -> Result<Self, PlanFault> {
        let names = names(plan)?;
        let lines = nodes::Lines::of(plan)?;
        let nodes = nodes::of(plan, &names, &lines)?;
        let children = Fan::of(nodes.len(), nodes.iter().map(|node| node.parent));
        let edges = edges::of(plan, &names, &lines, &nodes, &children)?;
        let into = Fan::of(nodes.len(), edges.iter().map(|edge| Some(edge.to)));
        let out_of = Fan::of(nodes.len(), edges.iter().map(|edge| Some(edge.from)));
        let order = order::of(plan, &nodes, &edges, &into, &out_of, &children)?;
        let (usual, lines) = (lines.usual, lines.lines);
        let finish = plan.finish.map(|finish| lines.iter().map(|line| line.finish_until(finish)).collect());
        let day = i64::from(plan.minutes_per_day) * 60;
        Ok(Self { lines, nodes, edges, into, out_of, children, order, usual, day, finish })
    }

    pub(crate) fn line(&self, node: usize) -> &Line {
        &self.lines[self.nodes[node].line]
    }

    /// A distance in seconds as it is meant. What has to start before an instant at which no work begins could start up
    /// to its last second; in a plan of minutes and days that is one day earlier.
    pub(crate) fn meant(&self, seconds: i64) -> i64 {
        let is_before = (seconds + 1).rem_euclid(60) == 0;
        if is_before { seconds.div_euclid(self.day) * self.day } else { seconds }
    }

    /// The first place on the successor's line that this edge allows, for the predecessor's end at `place`.
    pub(crate) fn arrives(&self, edge: &Edge, place: Place) -> Place {
        let (from, over, to) = (self.nodes[edge.from].line, edge.wait_line, self.nodes[edge.to].line);
        match edge.wait {
            Wait::Work(wait) if over == from => {
                let left = place + 2 * wait;
                if from == to { left } else { self.lines[to].not_before(self.lines[from].instant(left)) }
            }
            Wait::Work(wait) => {
                let left = self.lines[over].not_before(self.lines[from].instant(place)) + 2 * wait;
                if over == to { left } else { self.lines[to].not_before(self.lines[over].instant(left)) }
            }
            Wait::Clock(wait) => self.lines[to].not_before(self.lines[from].instant(place) + wait),
        }
    }

    /// The last place of the predecessor's end for which this edge arrives at `place` or before.
    pub(crate) fn leaves(&self, edge: &Edge, place: Place) -> Place {
        let (from, over, to) = (self.nodes[edge.from].line, edge.wait_line, self.nodes[edge.to].line);
        let place = if self.nodes[edge.to].is_point() { place } else { place | 1 };
        let last = match edge.wait {
            Wait::Work(wait) if over == from => {
                let arrived = if from == to {
                    place
                } else {
                    self.lines[from].not_after(self.lines[to].instant(place))
                };
                arrived - 2 * wait
            }
            Wait::Work(wait) => {
                let arrived = if over == to {
                    place
                } else {
                    self.lines[over].not_after(self.lines[to].instant(place))
                };
                self.lines[from].not_after(self.lines[over].instant(arrived - 2 * wait))
            }
            Wait::Clock(wait) => self.lines[from].not_after(self.lines[to].instant(place) - wait),
        };
        self.nodes[edge.from].down(last, edge.kind.is_from_start())
    }
}

/// Where each task stands in the plan.
pub(crate) type Names<'a> = BTreeMap<&'a str, usize>;

fn names(plan: &Plan) -> Result<Names<'_>, PlanFault> {
    let mut sorted: Vec<(&str, usize)> =
        plan.tasks.iter().enumerate().map(|(at, task)| (task.id.as_str(), at)).collect();
    sorted.sort_unstable();
    if let Some(two) = sorted.windows(2).find(|two| two[0].0 == two[1].0) {
        return Err(PlanFault::Twice { noun: PlanNoun::Task, name: two[0].0.to_owned() });
    }
    Ok(sorted.into_iter().collect())
}

pub(crate) fn find(names: &Names<'_>, name: &str, at: &str) -> Result<usize, PlanFault> {
    names.get(name).copied().ok_or_else(|| PlanFault::Unknown {
        noun: PlanNoun::Task,
        name: name.to_owned(),
        at: at.to_owned(),
    })
}
