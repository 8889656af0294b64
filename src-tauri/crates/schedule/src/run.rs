//! One run of a simulation: early dates for other lengths of work, and what leads to the end of them.

use crate::line::{Instant, Place};
use crate::network::{Edge, NEVER, Network, Stage};
use crate::solve::Solved;

/// Early dates of one run. Late dates, deadlines and `as late as possible` are not looked at.
pub(crate) struct Run<'a> {
    network: &'a Network,
    /// Seconds of work by node.
    pub(crate) work: Vec<i64>,
    start: Vec<Place>,
    finish: Vec<Place>,
    /// Of summaries that something follows, and of all below them.
    start_at: Vec<Instant>,
    finish_at: Vec<Instant>,
    is_told: Vec<bool>,
    /// Places of what does not move, by node.
    fixed: &'a Solved,
    /// The latest finish on each line.
    last: Vec<Place>,
    pub(crate) end: Instant,
    on_path: Vec<bool>,
    waiting: Vec<usize>,
}

impl<'a> Run<'a> {
    pub(crate) fn of(network: &'a Network, fixed: &'a Solved) -> Self {
        let count = network.nodes.len();
        let mut is_told = vec![false; count];
        for node in network.order.iter().rev().copied().filter(|node| network.nodes[*node].is_summary()) {
            is_told[node] |= !network.out_of.get(node).is_empty();
            if is_told[node] {
                network.children.get(node).iter().for_each(|child| is_told[*child] = true);
            }
        }
        Self {
            network,
            work: network.nodes.iter().map(|node| node.work).collect(),
            start: fixed.start.clone(),
            finish: fixed.finish.clone(),
            start_at: fixed.start_at.clone(),
            finish_at: fixed.finish_at.clone(),
            is_told,
            fixed,
            last: vec![NEVER; network.lines.len()],
            end: Instant::MIN,
            on_path: vec![false; count],
            waiting: Vec::new(),
        }
    }

    /// Works out early dates for the work as it stands.
    pub(crate) fn forward(&mut self) {
        let network = self.network;
        self.last.fill(NEVER);
        for &node in &network.order {
            let each = &network.nodes[node];
            match each.stage {
                Stage::Open | Stage::Begun { .. } => {
                    let work = self.work[node];
                    let mut place = each.first(work);
                    for edge in network.into.get(node) {
                        let edge = &network.edges[*edge];
                        let lead = if edge.kind.is_to_start() { 0 } else { 2 * work };
                        place = place.max(network.arrives(edge, self.left(edge)) - lead);
                    }
                    let (start, finish) =
                        if work == 0 { (place, place) } else { (place | 1, ((place >> 1) + work) << 1) };
                    self.start[node] = start;
                    self.finish[node] = finish;
                    if self.is_told[node] {
                        let line = network.line(node);
                        self.finish_at[node] = line.instant(finish);
                        if each.stage == Stage::Open {
                            self.start_at[node] = line.instant(start);
                        }
                    }
                }
                Stage::Summary if self.is_told[node] => self.summary(node),
                Stage::Summary => continue,
                Stage::Done { .. } | Stage::Manual { .. } => {}
            }
            let last = &mut self.last[each.line];
            *last = (*last).max(self.finish[node]);
        }
        let lines = network.lines.iter().zip(&self.last).filter(|(_, last)| **last > NEVER);
        self.end = lines.map(|(line, last)| line.instant(*last)).max().unwrap_or_default();
    }

    fn summary(&mut self, node: usize) {
        let children = self.network.children.get(node);
        let line = self.network.line(node);
        let start = children.iter().map(|child| self.start_at[*child]).min().unwrap_or_default();
        let finish = children.iter().map(|child| self.finish_at[*child]).max().unwrap_or_default();
        self.start[node] = line.not_before(start);
        self.finish[node] = line.not_before(finish);
        self.start_at[node] = start;
        self.finish_at[node] = finish;
    }

    /// The predecessor's end that an edge leaves from.
    fn left(&self, edge: &Edge) -> Place {
        let is_begun = self.network.nodes[edge.from].is_begun();
        match edge.kind.is_from_start() {
            true if is_begun => crate::solve::early_end(self.network, self.fixed, edge),
            true => self.start[edge.from],
            false => self.finish[edge.from],
        }
    }

    /// When a node finishes in this run.
    pub(crate) fn finish_of(&self, node: usize) -> Instant {
        match self.network.nodes[node].is_summary() {
            true => {
                let children = self.network.children.get(node).iter();
                children.map(|child| self.finish_of(*child)).max().unwrap_or_default()
            }
            false => self.network.line(node).instant(self.finish[node]),
        }
    }

    /// Counts, for every task on a chain that drives the end of this run, one more.
    pub(crate) fn count_critical(&mut self, counts: &mut [u32]) {
        let network = self.network;
        self.on_path.fill(false);
        for (node, each) in network.nodes.iter().enumerate() {
            let is_last = !each.is_summary() && self.finish[node] == self.last[each.line];
            if is_last && network.line(node).instant(self.finish[node]) == self.end {
                self.waiting.push(node);
            }
        }
        while let Some(node) = self.waiting.pop() {
            if std::mem::replace(&mut self.on_path[node], true) || network.nodes[node].is_done() {
                continue;
            }
            counts[node] += 1;
            let work = self.work[node];
            for edge in
                network.into.get(node).iter().map(|edge| &network.edges[*edge]).filter(|edge| edge.moves)
            {
                let lead = if edge.kind.is_to_start() { 0 } else { work };
                let asked = (network.arrives(edge, self.left(edge)) >> 1) - lead;
                if asked >= self.start[node] >> 1 {
                    self.waiting.push(edge.from);
                }
            }
            for child in network.children.get(node) {
                if self.finish_at[*child] == self.finish_at[node] {
                    self.waiting.push(*child);
                }
            }
        }
    }
}
