//! Early and late dates. One computation serves a whole plan and what an edit reaches of it.

use crate::line::{Instant, Place};
use crate::network::{Edge, Network, Stage};

/// Where every task lies, as places on its line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Solved {
    /// Of a task that has begun, where its remaining work goes on.
    pub(crate) start: Vec<Place>,
    pub(crate) finish: Vec<Place>,
    pub(crate) late_start: Vec<Place>,
    pub(crate) late_finish: Vec<Place>,
    /// Early start and finish as instants; of a summary those of its tasks.
    pub(crate) start_at: Vec<Instant>,
    pub(crate) finish_at: Vec<Instant>,
    /// When the last task finishes early.
    pub(crate) end: Instant,
    /// Nodes whose dates were computed, forward and backward.
    pub(crate) touched: usize,
}

/// Computes the whole plan.
pub(crate) fn solve(network: &Network) -> Solved {
    let count = network.nodes.len();
    let blank = vec![0; count];
    let mut solved = Solved {
        start: blank.clone(),
        finish: blank.clone(),
        late_start: blank.clone(),
        late_finish: blank.clone(),
        start_at: blank.clone(),
        finish_at: blank,
        end: Instant::MIN,
        touched: 0,
    };
    let mut pass = Pass { network, solved: &mut solved, limits: vec![NO_LIMIT; count] };
    pass.forward(&mut vec![true; count], None);
    pass.end();
    pass.backward(&mut vec![true; count]);
    if network.nodes.iter().any(|node| node.late) {
        let late = pass.solved.late_start.clone();
        pass.forward(&mut vec![true; count], Some(&late));
    }
    solved
}

/// Computes what `changed` reaches: nodes of the network that are not what they were when `solved` was computed.
pub(crate) fn resolve(network: &Network, solved: &mut Solved, changed: &[usize]) {
    if network.nodes.iter().any(|node| node.late) {
        // What is as late as possible hangs on everything.
        *solved = solve(network);
        return;
    }
    let count = network.nodes.len();
    let mut dirty = vec![false; count];
    changed.iter().for_each(|node| dirty[*node] = true);
    let end = solved.end;
    solved.touched = 0;
    let mut pass = Pass { network, solved, limits: vec![NO_LIMIT; count] };
    let mut late = dirty.clone();
    pass.forward(&mut dirty, None);
    pass.end();
    if pass.solved.end != end && network.finish.is_none() {
        late.fill(true);
    } else {
        pass.reach_back(&mut late);
    }
    pass.backward(&mut late);
}

/// Until when the tasks of a summary must have finished, and the first of them started, because of what follows it.
type Limit = (Instant, Instant);

const NO_LIMIT: Limit = (Instant::MAX, Instant::MAX);

struct Pass<'a> {
    network: &'a Network,
    solved: &'a mut Solved,
    limits: Vec<Limit>,
}

impl Pass<'_> {
    /// Early dates of the nodes that are dirty, and of those that their dates move.
    fn forward(&mut self, dirty: &mut [bool], late: Option<&[Place]>) {
        let network = self.network;
        for &node in &network.order {
            if !dirty[node] {
                continue;
            }
            self.solved.touched += 1;
            let (start, finish, start_at, finish_at) = self.early(node, late);
            let solved = &mut *self.solved;
            let same = solved.start[node] == start
                && solved.finish[node] == finish
                && solved.start_at[node] == start_at
                && solved.finish_at[node] == finish_at;
            solved.start[node] = start;
            solved.finish[node] = finish;
            solved.start_at[node] = start_at;
            solved.finish_at[node] = finish_at;
            if !same {
                for edge in network.out_of.get(node) {
                    dirty[network.edges[*edge].to] = true;
                }
                if let Some(parent) = network.nodes[node].parent {
                    dirty[parent] = true;
                }
            }
        }
    }

    fn early(&self, node: usize, late: Option<&[Place]>) -> (Place, Place, Instant, Instant) {
        let (each, line) = (&self.network.nodes[node], self.network.line(node));
        match each.stage {
            Stage::Summary => {
                let children = self.network.children.get(node);
                let start = children.iter().map(|child| self.solved.start_at[*child]).min();
                let finish = children.iter().map(|child| self.solved.finish_at[*child]).max();
                let (start, finish) = (start.unwrap_or_default(), finish.unwrap_or_default());
                (line.not_before(start), line.not_before(finish), start, finish)
            }
            Stage::Done { start, finish } | Stage::Manual { start, finish } => {
                (line.not_before(start), line.not_before(finish), start, finish)
            }
            Stage::Open | Stage::Begun { .. } => {
                let mut place = each.first(each.work);
                for edge in self.network.into.get(node) {
                    place = place.max(self.asked(&self.network.edges[*edge]));
                }
                if let Some(late) = late.filter(|_| each.late) {
                    let slip = self.network.meant((late[node] >> 1) - (place >> 1));
                    let is_whole = slip == (late[node] >> 1) - (place >> 1);
                    place = place.max(if is_whole { late[node] } else { place + 2 * slip });
                }
                let start = if each.is_point() { place } else { place | 1 };
                let finish = each.finish_of(start);
                let start_at = match each.stage {
                    Stage::Begun { start } => start,
                    _ => line.instant(start),
                };
                (start, finish, start_at, line.instant(finish))
            }
        }
    }

    /// The start that an edge asks of its successor.
    fn asked(&self, edge: &Edge) -> Place {
        let place = self.network.arrives(edge, early_end(self.network, self.solved, edge));
        let lead = if edge.kind.is_to_start() { 0 } else { 2 * self.network.nodes[edge.to].work };
        place - lead
    }

    fn end(&mut self) {
        self.solved.end = self.solved.finish_at.iter().copied().max().unwrap_or_default();
    }

    /// Marks what a late date hangs on: nodes before and below those that are marked, as their early dates are looked at
    /// as well where a summary's start is held.
    fn reach_back(&self, late: &mut [bool]) {
        for (node, is_late) in late.iter_mut().enumerate() {
            let mut out = self.network.out_of.get(node).iter().map(|edge| &self.network.edges[*edge]);
            if self.network.nodes[node].is_summary() && out.any(|edge| edge.kind.is_from_start()) {
                *is_late = true;
            }
        }
    }

    /// Late dates of the nodes that are dirty, and of those that their dates move.
    fn backward(&mut self, dirty: &mut [bool]) {
        let network = self.network;
        for &node in network.order.iter().rev() {
            let above = network.nodes[node].parent.map_or(NO_LIMIT, |parent| self.limits[parent]);
            if network.nodes[node].is_summary() {
                // Limits are cheap, and what they are must be known below.
                self.limits[node] = self.limit(node, above);
            }
            if !dirty[node] {
                continue;
            }
            self.solved.touched += 1;
            let finish = self.late(node, above);
            let start = match network.nodes[node].stage {
                Stage::Summary | Stage::Done { .. } => self.solved.start[node],
                _ => network.nodes[node].start_of(finish),
            };
            let same = self.solved.late_finish[node] == finish && self.solved.late_start[node] == start;
            self.solved.late_finish[node] = finish;
            self.solved.late_start[node] = start;
            if !same || network.nodes[node].is_summary() {
                for edge in network.into.get(node) {
                    dirty[network.edges[*edge].from] = true;
                }
                for child in network.children.get(node) {
                    dirty[*child] = true;
                }
            }
        }
    }

    /// What follows a summary, and the summary above it, ask of its tasks.
    fn limit(&self, node: usize, above: Limit) -> Limit {
        let (mut finish, mut start) = above;
        if !self.holds_first(node) {
            start = Instant::MAX;
        }
        for edge in self.network.out_of.get(node) {
            let edge = &self.network.edges[*edge];
            let place = self.network.leaves(edge, self.late_end(edge));
            let at = self.network.line(node).instant(place);
            match edge.kind.is_from_start() {
                true => start = start.min(at),
                false => finish = finish.min(at),
            }
        }
        (finish, start)
    }

    /// Whether a node starts when the summary above it does.
    fn holds_first(&self, node: usize) -> bool {
        let parent = self.network.nodes[node].parent;
        parent.is_none_or(|parent| self.solved.start_at[parent] == self.solved.start_at[node])
    }

    fn late(&self, node: usize, above: Limit) -> Place {
        let (each, line) = (&self.network.nodes[node], self.network.line(node));
        if matches!(each.stage, Stage::Summary | Stage::Done { .. }) {
            return self.solved.finish[node];
        }
        let end = match &self.network.finish {
            Some(places) => places[each.line],
            None => line.not_after(self.solved.end),
        };
        let mut finish = each.upper.min(end);
        if above.0 != Instant::MAX {
            finish = finish.min(line.not_after(above.0));
        }
        if above.1 != Instant::MAX && self.holds_first(node) && !each.is_begun() {
            let start = line.not_after(above.1);
            finish = finish.min(each.finish_of(if each.is_point() { start } else { (start - 1) | 1 }));
        }
        for edge in self.network.out_of.get(node) {
            let edge = &self.network.edges[*edge];
            let place = self.network.leaves(edge, self.late_end(edge));
            match edge.kind.is_from_start() {
                // What has started cannot start later.
                true if each.is_begun() => {}
                true => finish = finish.min(each.finish_of(place)),
                false => finish = finish.min(place),
            }
        }
        if each.is_point() { finish } else { finish & !1 }
    }

    fn late_end(&self, edge: &Edge) -> Place {
        if edge.kind.is_to_start() {
            self.solved.late_start[edge.to]
        } else {
            self.solved.late_finish[edge.to]
        }
    }
}

/// The predecessor's end that an edge leaves from. What has begun started when it did.
pub(crate) fn early_end(network: &Network, solved: &Solved, edge: &Edge) -> Place {
    match (edge.kind.is_from_start(), network.nodes[edge.from].stage) {
        (true, Stage::Begun { start }) => network.line(edge.from).not_before(start) | 1,
        (true, _) => solved.start[edge.from],
        (false, _) => solved.finish[edge.from],
    }
}

/// The successor's end that an edge arrives at.
pub(crate) fn early_arrival(solved: &Solved, edge: &Edge) -> Place {
    if edge.kind.is_to_start() { solved.start[edge.to] } else { solved.finish[edge.to] }
}
