//! From places on lines to dates, floats and paths.

use chrono::NaiveDateTime;

use crate::fault::{PlanFault, PlanNoun, PlanProblem};
use crate::line::{Instant, Line, Place, finish_day, time_of};
use crate::moment::Moment;
use crate::network::{Bound, Names, Network, Stage, find};
use crate::outcome::{
    Float, HeldBy, LateDates, MissedDeadline, Path, RelationOutcome, Schedule, TaskDates, TaskKind, Variance,
    ViolatedConstraint,
};
use crate::plan::{ConstraintKind, Plan, Task};
use crate::solve::{Solved, early_arrival, early_end};
use crate::{load, value};

/// # Errors
/// Dates that come out beyond what a calendar knows; a path to a task that is not there.
pub(crate) fn of(plan: &Plan, network: &Network, solved: &Solved) -> Result<Schedule, PlanFault> {
    let report = Report { plan, network, solved };
    let floats = report.total_floats();
    let driving = report.driving();
    let relations = report.relations(&driving);
    let rows = 0..plan.tasks.len();
    let tasks = rows.map(|node| report.task(node, floats[node], &driving)).collect::<Result<Vec<_>, _>>()?;
    let critical = |node: &usize| tasks[*node].critical && !network.nodes[*node].is_summary();
    let critical_path = network.order.iter().copied().filter(critical);
    let names: Names<'_> = plan.tasks.iter().enumerate().map(|(at, task)| (task.id.as_str(), at)).collect();
    let path = |name: &String| {
        let to = find(&names, name, "paths_to")?;
        Ok(Path { to: name.clone(), tasks: report.path(to, &driving) })
    };
    let first = tasks.iter().map(|task| task.start_at).min();
    let finish_at = report.time(plan.tasks.len(), solved.end)?;
    Ok(Schedule {
        start: first.map_or(plan.start.day(), |start| start.date()),
        finish: tasks.iter().map(|task| task.finish).max().unwrap_or(plan.start.day()),
        finish_at: first.map_or(plan.start.day().into(), |_| finish_at),
        critical_path: critical_path.map(|node| plan.tasks[node].id.clone()).collect(),
        paths: plan.paths_to.iter().map(path).collect::<Result<_, PlanFault>>()?,
        violated_constraints: report.violated(),
        missed_deadlines: report.missed(&tasks),
        overloads: load::of(plan, network, solved)?,
        earned_value: value::of(plan, network)?,
        relations,
        tasks,
    })
}

struct Report<'a> {
    plan: &'a Plan,
    network: &'a Network,
    solved: &'a Solved,
}

impl Report<'_> {
    fn time(&self, node: usize, at: Instant) -> Result<NaiveDateTime, PlanFault> {
        time_of(at).ok_or_else(|| {
            let task = self.plan.tasks.get(node).map(|task| task.id.clone());
            let noun = if task.is_some() { PlanNoun::Task } else { PlanNoun::Plan };
            PlanFault::Wrong { noun, name: task.unwrap_or_default(), problem: PlanProblem::DateOutOfReach }
        })
    }

    fn float(&self, seconds: i64) -> Float {
        let minutes = seconds.div_euclid(60);
        // Minutes of less than a thousand years are exact.
        #[allow(clippy::cast_precision_loss)]
        let days = minutes as f64 / f64::from(self.plan.minutes_per_day);
        Float { minutes, days }
    }

    /// In seconds, of everything that is not done.
    fn total_floats(&self) -> Vec<Option<i64>> {
        let mut floats = vec![None; self.network.nodes.len()];
        for &node in &self.network.order {
            floats[node] = match self.network.nodes[node].stage {
                Stage::Done { .. } => None,
                Stage::Summary => {
                    self.network.children.get(node).iter().filter_map(|child| floats[*child]).min()
                }
                _ => {
                    let slip = (self.solved.late_finish[node] >> 1) - (self.solved.finish[node] >> 1);
                    Some(self.network.meant(slip))
                }
            };
        }
        floats
    }

    fn free_float(&self, node: usize, total: i64) -> i64 {
        let each = &self.network.nodes[node];
        let mut free = total.max(0);
        let out = self.network.out_of.get(node);
        if out.is_empty() {
            return total;
        }
        for edge in out.iter().map(|edge| &self.network.edges[*edge]) {
            if edge.kind.is_from_start() && each.is_begun() {
                continue;
            }
            let last = self.network.leaves(edge, early_arrival(self.solved, edge));
            let own = early_end(self.network, self.solved, edge);
            free = free.min(self.network.meant((last >> 1) - (own >> 1)));
        }
        free.min(total)
    }

    /// Float of every edge, in seconds of its successor's calendar; none where it moves nothing.
    fn driving(&self) -> Vec<Option<i64>> {
        let network = self.network;
        let float = |edge: &crate::network::Edge| {
            let asked = network.arrives(edge, early_end(network, self.solved, edge));
            (early_arrival(self.solved, edge) >> 1) - (asked >> 1)
        };
        network.edges.iter().map(|edge| edge.moves.then(|| float(edge))).collect()
    }

    fn relations(&self, floats: &[Option<i64>]) -> Vec<RelationOutcome> {
        let mut edges = self.network.edges.iter().zip(floats).peekable();
        let mut relations = Vec::with_capacity(floats.len());
        for (owner, task) in self.plan.tasks.iter().enumerate() {
            for (at, relation) in task.predecessors.iter().enumerate() {
                let mut least: Option<i64> = None;
                while let Some((_, float)) =
                    edges.next_if(|(edge, _)| edge.owner == owner && edge.relation == at)
                {
                    least = least.into_iter().chain(*float).min();
                }
                relations.push(RelationOutcome {
                    predecessor: relation.task.clone(),
                    successor: task.id.clone(),
                    kind: relation.kind,
                    float: least.map(|float| self.float(float)),
                    driving: least.is_some_and(|float| float <= 0),
                });
            }
        }
        relations
    }

    fn task(&self, node: usize, float: Option<i64>, driving: &[Option<i64>]) -> Result<TaskDates, PlanFault> {
        let (each, task) = (&self.network.nodes[node], &self.plan.tasks[node]);
        let line = &self.network.lines[each.calendar];
        let start_at = self.time(node, self.solved.start_at[node])?;
        let finish_at = self.time(node, self.solved.finish_at[node])?;
        let finish = finish_day(finish_at).max(start_at.date().min(finish_at.date()));
        let is_end = each.is_point() && self.solved.finish[node] & 1 == 0;
        let finish = if each.is_point() && !is_end { finish_at.date() } else { finish };
        let start = if start_at == finish_at { finish } else { start_at.date() };
        let last = line.known_until;
        Ok(TaskDates {
            id: task.id.clone(),
            kind: match each.stage {
                Stage::Summary => TaskKind::Summary,
                _ if each.duration == 0 && each.is_point() => TaskKind::Milestone,
                _ => TaskKind::Task,
            },
            start,
            finish,
            start_at,
            finish_at,
            late: self.late(node)?,
            total_float: float.map(|float| self.float(float)),
            free_float: float
                .filter(|_| !each.is_summary())
                .map(|total| self.float(self.free_float(node, total))),
            critical: float.is_some_and(|float| float.div_euclid(60) <= self.plan.critical_float),
            held_by: self.held_by(node, driving),
            provisional: last.is_some_and(|last| finish > last),
            variances: self.variances(node, task, line),
        })
    }

    fn late(&self, node: usize) -> Result<Option<LateDates>, PlanFault> {
        let (each, line) = (&self.network.nodes[node], self.network.line(node));
        if each.is_summary() || each.is_done() {
            return Ok(None);
        }
        let finish = self.solved.late_finish[node];
        let finish_at = self.time(node, line.instant(finish))?;
        let start_at = match each.stage {
            Stage::Begun { start } => self.time(node, start)?,
            _ => self.time(node, line.instant(self.solved.late_start[node]))?,
        };
        let is_begin = each.is_point() && finish & 1 == 1;
        let finish = if is_begin { finish_at.date() } else { finish_day(finish_at) };
        let start = if start_at == finish_at { finish } else { start_at.date() };
        Ok(Some(LateDates { start, finish, start_at, finish_at }))
    }

    fn held_by(&self, node: usize, driving: &[Option<i64>]) -> HeldBy {
        let each = &self.network.nodes[node];
        match each.stage {
            Stage::Summary => return HeldBy::ItsTasks,
            Stage::Manual { .. } => return HeldBy::Manual,
            Stage::Done { .. } | Stage::Begun { .. } => return HeldBy::Actual,
            Stage::Open => {}
        }
        if self.network.into.get(node).iter().any(|edge| driving[*edge].is_some_and(|float| float <= 0)) {
            return HeldBy::Relation;
        }
        match each.bound {
            _ if self.solved.start[node] >> 1 > each.first(each.work) >> 1 => HeldBy::LatestDate,
            _ if each.first(each.work) >> 1 > each.lower >> 1 => HeldBy::Constraint,
            Bound::PlanStart => HeldBy::PlanStart,
            Bound::Status => HeldBy::StatusDate,
            Bound::Constraint => HeldBy::Constraint,
        }
    }

    /// Start and finish of a task on the line of its calendar.
    fn places(&self, node: usize) -> (Place, Place) {
        let each = &self.network.nodes[node];
        let line = &self.network.lines[each.calendar];
        match each.stage {
            Stage::Open if each.line == each.calendar => (self.solved.start[node], self.solved.finish[node]),
            _ => (line.not_before(self.solved.start_at[node]), line.not_before(self.solved.finish_at[node])),
        }
    }

    fn variances(&self, node: usize, task: &Task, line: &Line) -> Vec<Variance> {
        let (start, finish) = self.places(node);
        let is_point = self.network.nodes[node].is_point();
        let of = |baseline: &crate::plan::BaselineDates| {
            let until = |moment: Moment| line.finish_until(moment);
            let from = if is_point { until(baseline.start) } else { line.start_from(baseline.start) };
            // A point on a whole day is within it, wherever in the day it is.
            let point = |place: Place, moment: Moment| match moment {
                Moment::Day(_) if is_point && place & 1 == 1 => until(day_of(line, place)),
                _ => place,
            };
            let late = |place: Place, base: Place| self.float((place >> 1) - (base >> 1));
            Variance {
                baseline: baseline.baseline.clone(),
                start: late(point(start, baseline.start), from),
                finish: late(point(finish, baseline.finish), until(baseline.finish)),
            }
        };
        task.baselines.iter().map(of).collect()
    }

    /// Tasks that drive this one, from the first on.
    fn path(&self, to: usize, driving: &[Option<i64>]) -> Vec<String> {
        let nodes = &self.network.nodes;
        let mut is_on = vec![false; nodes.len()];
        let mut waiting = vec![to];
        while let Some(node) = waiting.pop() {
            if std::mem::replace(&mut is_on[node], true) || nodes[node].is_done() {
                continue;
            }
            // A summary is finished by those of its tasks that finish last.
            let last = self.network.children.get(node).iter().copied();
            waiting.extend(last.filter(|child| self.solved.finish_at[*child] == self.solved.finish_at[node]));
            let drives = |edge: &&usize| driving[**edge].is_some_and(|float| float <= 0);
            waiting.extend(
                self.network.into.get(node).iter().filter(drives).map(|edge| self.network.edges[*edge].from),
            );
        }
        let on = |node: &&usize| is_on[**node] && (**node == to || !nodes[**node].is_done());
        self.network.order.iter().filter(on).map(|node| self.plan.tasks[*node].id.clone()).collect()
    }

    fn violated(&self) -> Vec<ViolatedConstraint> {
        let mut violated = Vec::new();
        for (node, task) in self.plan.tasks.iter().enumerate() {
            let line = &self.network.lines[self.network.nodes[node].calendar];
            for constraint in &task.constraints {
                let Some(date) = constraint.date else { continue };
                let by = lateness(line, self.places(node), constraint.kind, date);
                if by != 0 {
                    let by = self.float(by);
                    violated.push(ViolatedConstraint {
                        task: task.id.clone(),
                        kind: constraint.kind,
                        date,
                        by,
                    });
                }
            }
        }
        violated
    }

    fn missed(&self, tasks: &[TaskDates]) -> Vec<MissedDeadline> {
        let mut missed = Vec::new();
        for (node, task) in self.plan.tasks.iter().enumerate() {
            let Some(deadline) = task.deadline else { continue };
            let line = &self.network.lines[self.network.nodes[node].calendar];
            let (_, finish) = self.places(node);
            let until = line.finish_until(deadline);
            if finish > until {
                // At the begin of the next day a milestone is late by no work.
                let by = self.float((finish >> 1) - (until >> 1));
                let (task, finish) = (task.id.clone(), tasks[node].finish);
                missed.push(MissedDeadline { task, deadline, finish, by });
            }
        }
        missed
    }
}

fn day_of(line: &Line, place: Place) -> Moment {
    time_of(line.instant(place)).map_or(Moment::Day(chrono::NaiveDate::MIN), |time| Moment::Day(time.date()))
}

/// Seconds of work by which a task is later than a date that somebody set, or earlier.
fn lateness(line: &Line, (start, finish): (Place, Place), kind: ConstraintKind, date: Moment) -> i64 {
    use ConstraintKind as Kind;
    let by = |place: Place, wanted: Place| (place >> 1) - (wanted >> 1);
    let late = |place: Place, wanted: Place| if place > wanted { by(place, wanted) } else { 0 };
    let early = |place: Place, wanted: Place| if place < wanted { by(place, wanted) } else { 0 };
    match kind {
        Kind::AsSoonAsPossible | Kind::AsLateAsPossible => 0,
        Kind::StartNoEarlierThan => early(start, line.start_from(date)),
        Kind::FinishNoEarlierThan => early(finish, line.finish_from(date)),
        Kind::StartNoLaterThan => late(start, line.start_until(date)),
        Kind::FinishNoLaterThan => late(finish, line.finish_until(date)),
        Kind::MustStartOn => by(start, line.start_from(date)),
        Kind::MustFinishOn => by(finish, line.finish_from(date)),
    }
}
