//! A plan that is edited: what an edit does not reach is not computed again.

use chrono::NaiveDateTime;

use crate::fault::PlanFault;
use crate::line::instant_of;
use crate::network::Network;
use crate::outcome::Schedule;
use crate::plan::{Plan, Task};
use crate::report;
use crate::solve::{Solved, resolve, solve};

/// A plan with its dates.
#[derive(Clone, Debug)]
pub struct LivePlan {
    plan: Plan,
    network: Network,
    solved: Solved,
}

impl LivePlan {
    /// # Errors
    /// The plan cannot be computed.
    pub fn of(plan: Plan) -> Result<Self, PlanFault> {
        let network = Network::of(&plan)?;
        let solved = solve(&network);
        Ok(Self { plan, network, solved })
    }

    #[must_use]
    pub fn plan(&self) -> &Plan {
        &self.plan
    }

    /// Puts a task in the place of the one of its name, or at the end. Nothing changes when it fails.
    ///
    /// # Errors
    /// The plan cannot be computed with it.
    pub fn put(&mut self, task: Task) -> Result<(), PlanFault> {
        let mut plan = self.plan.clone();
        match plan.tasks.iter_mut().find(|each| each.id == task.id) {
            Some(place) => *place = task,
            None => plan.tasks.push(task),
        }
        self.replace(plan)
    }

    /// Takes another state of the plan, of which only what differs is computed. Nothing changes when it fails.
    ///
    /// # Errors
    /// The plan cannot be computed.
    pub fn replace(&mut self, plan: Plan) -> Result<(), PlanFault> {
        let network = Network::of(&plan)?;
        match self.changed(&plan, &network) {
            Some(changed) => resolve(&network, &mut self.solved, &changed),
            None => self.solved = solve(&network),
        }
        (self.plan, self.network) = (plan, network);
        Ok(())
    }

    /// Nodes that are not what they were; none when the rows themselves are others.
    fn changed(&self, plan: &Plan, network: &Network) -> Option<Vec<usize>> {
        let same_rows = plan.tasks.len() == self.plan.tasks.len()
            && plan.tasks.iter().zip(&self.plan.tasks).all(|(one, other)| one.id == other.id);
        if !same_rows || network.lines != self.network.lines || network.finish != self.network.finish {
            return None;
        }
        let mut changed = vec![false; network.nodes.len()];
        for (node, is_changed) in changed.iter_mut().enumerate() {
            *is_changed = network.nodes[node] != self.network.nodes[node];
        }
        for node in 0..changed.len() {
            // What is above one that changed place has other tasks now.
            let parents = [network.nodes[node].parent, self.network.nodes[node].parent];
            if parents[0] != parents[1] {
                parents.into_iter().flatten().for_each(|parent| changed[parent] = true);
            }
            let [new, old] = [network, &self.network]
                .map(|of| of.into.get(node).iter().map(|edge| of.edges[*edge]).collect::<Vec<_>>());
            if new != old {
                changed[node] = true;
                new.iter().chain(&old).for_each(|edge| changed[edge.from] = true);
            }
        }
        Some((0..changed.len()).filter(|node| changed[*node]).collect())
    }

    /// Seconds of working time from one instant to another, by the calendar of a row of the plan; less than nothing
    /// backward, and none for a row that is not there.
    #[must_use]
    pub fn work_between(&self, row: usize, from: NaiveDateTime, to: NaiveDateTime) -> Option<i64> {
        let node = self.network.nodes.get(row)?;
        let line = &self.network.lines[if node.is_summary() { node.calendar } else { node.line }];
        Some(line.work_at(instant_of(to)) - line.work_at(instant_of(from)))
    }

    /// How many dates the last computation worked out, forward and backward.
    #[must_use]
    pub fn touched(&self) -> usize {
        self.solved.touched
    }

    /// # Errors
    /// A date comes out beyond what a calendar knows.
    pub fn schedule(&self) -> Result<Schedule, PlanFault> {
        report::of(&self.plan, &self.network, &self.solved)
    }
}

/// Dates, floats and paths of a plan.
///
/// # Errors
/// A cycle, a name that is not there, a figure that cannot be: the first of them, with the names of the plan.
pub fn schedule(plan: &Plan) -> Result<Schedule, PlanFault> {
    let network = Network::of(plan)?;
    report::of(plan, &network, &solve(&network))
}
