//! From tasks to nodes: lengths, bounds and how far each has come.

use std::collections::BTreeMap;

use super::{Bound, CLOCK, NEVER, Names, Node, Stage, find};
use crate::fault::{PlanFault, PlanNoun, PlanProblem};
use crate::line::{Instant, Line, Place, time_of};
use crate::moment::Moment;
use crate::plan::{ConstraintKind, Plan, Task};

/// The lines of a plan, by the names of their calendars.
pub(super) struct Lines<'a> {
    pub(super) lines: Vec<Line>,
    names: BTreeMap<&'a str, usize>,
    /// Of tasks that name none.
    pub(super) usual: usize,
}

impl<'a> Lines<'a> {
    pub(super) fn of(plan: &'a Plan) -> Result<Self, PlanFault> {
        if !(1..=1440).contains(&plan.minutes_per_day) {
            return Err(of_plan(PlanProblem::DayLength));
        }
        let mut lines = vec![Line::of_the_clock(), Line::usual()];
        let mut names = BTreeMap::new();
        for calendar in &plan.calendars {
            lines.push(Line::of(calendar)?);
            if names.insert(calendar.id.as_str(), lines.len() - 1).is_some() {
                return Err(PlanFault::Twice { noun: PlanNoun::Calendar, name: calendar.id.clone() });
            }
        }
        let mut made = Self { lines, names, usual: CLOCK + 1 };
        if let Some(name) = &plan.calendar {
            made.usual = made.find(name, "calendar")?;
        }
        Ok(made)
    }

    fn find(&self, name: &str, at: &str) -> Result<usize, PlanFault> {
        self.names.get(name).copied().ok_or_else(|| PlanFault::Unknown {
            noun: PlanNoun::Calendar,
            name: name.to_owned(),
            at: at.to_owned(),
        })
    }

    fn of_task(&self, task: &Task) -> Result<usize, PlanFault> {
        task.calendar.as_ref().map_or(Ok(self.usual), |name| self.find(name, &task.id))
    }
}

fn of_plan(problem: PlanProblem) -> PlanFault {
    PlanFault::Wrong { noun: PlanNoun::Plan, name: String::new(), problem }
}

pub(super) fn of(plan: &Plan, names: &Names<'_>, lines: &Lines<'_>) -> Result<Vec<Node>, PlanFault> {
    if ![Some(plan.start), plan.status, plan.finish].into_iter().flatten().all(Moment::is_plausible) {
        return Err(of_plan(PlanProblem::DateOutOfReach));
    }
    let parents = parents(plan, names)?;
    let mut is_summary = vec![false; plan.tasks.len()];
    for parent in parents.iter().flatten() {
        is_summary[*parent] = true;
    }
    let starts: Vec<Place> = lines.lines.iter().map(|line| line.start_from(plan.start)).collect();
    let statuses: Option<Vec<Place>> =
        plan.status.map(|status| lines.lines.iter().map(|line| line.start_from(status)).collect());
    let making = Making { plan, lines, parents: &parents, starts, statuses };
    let tasks = plan.tasks.iter().enumerate();
    tasks.map(|(at, task)| making.node(at, task, is_summary[at])).collect()
}

/// Levels of summaries at most, as each hands its constraints down through all.
const DEEPEST: usize = 100;

/// The summary of each task.
fn parents(plan: &Plan, names: &Names<'_>) -> Result<Vec<Option<usize>>, PlanFault> {
    let find = |task: &Task| task.parent.as_ref().map(|name| find(names, name, &task.id)).transpose();
    let parents: Vec<Option<usize>> = plan.tasks.iter().map(find).collect::<Result<_, _>>()?;
    // How many summaries are above each; none while it is not known.
    let mut depths: Vec<Option<usize>> = vec![None; parents.len()];
    for task in 0..parents.len() {
        let mut path = Vec::new();
        let mut above = Some(task);
        while let Some(each) = above.filter(|each| depths[*each].is_none()) {
            let wrong = |problem| {
                let name = plan.tasks[each].id.clone();
                Err(PlanFault::Wrong { noun: PlanNoun::Task, name, problem })
            };
            if path.contains(&each) {
                return wrong(PlanProblem::ItsOwnParent);
            }
            if path.len() >= DEEPEST {
                return wrong(PlanProblem::TooLarge);
            }
            path.push(each);
            above = parents[each];
        }
        let first = above.and_then(|above| depths[above]).map_or(0, |depth| depth + 1);
        for (depth, each) in (first..).zip(path.into_iter().rev()) {
            if depth >= DEEPEST {
                let name = plan.tasks[each].id.clone();
                return Err(PlanFault::Wrong { noun: PlanNoun::Task, name, problem: PlanProblem::TooLarge });
            }
            depths[each] = Some(depth);
        }
    }
    Ok(parents)
}

struct Making<'a> {
    plan: &'a Plan,
    lines: &'a Lines<'a>,
    parents: &'a [Option<usize>],
    /// The start of the plan, and its status date, on each line.
    starts: Vec<Place>,
    statuses: Option<Vec<Place>>,
}

impl Making<'_> {
    fn node(&self, at: usize, task: &Task, is_summary: bool) -> Result<Node, PlanFault> {
        let wrong = |problem| PlanFault::Wrong { noun: PlanNoun::Task, name: task.id.clone(), problem };
        check_dates(task).map_err(wrong)?;
        let calendar = self.lines.of_task(task)?;
        let length = |span: crate::plan::Span| {
            let seconds = span.seconds(self.plan.minutes_per_day).filter(|seconds| *seconds >= 0);
            seconds.ok_or_else(|| wrong(PlanProblem::Duration))
        };
        let duration = length(task.duration)?;
        let mut node = Node {
            stage: Stage::Summary,
            line: CLOCK,
            calendar,
            parent: self.parents[at],
            work: 0,
            duration,
            lower: NEVER,
            finish_lower: NEVER,
            bound: Bound::PlanStart,
            upper: Place::MAX,
            late: false,
        };
        if is_summary {
            return Ok(node);
        }
        node.line = if task.duration.is_elapsed() { CLOCK } else { calendar };
        let line = &self.lines.lines[node.line];
        node.stage =
            stage(task, &self.lines.lines[calendar]).ok_or_else(|| wrong(PlanProblem::FinishBeforeStart))?;
        node.work = match (node.stage, task.remaining) {
            (Stage::Manual { start, finish }, _) => line.work_at(finish) - line.work_at(start),
            (Stage::Begun { .. }, Some(remaining)) => length(remaining)?,
            (Stage::Begun { .. }, None) => left(duration, task.percent),
            _ => duration,
        };
        let own = Hours { calendar: &self.lines.lines[calendar], is_elapsed: node.line != calendar };
        self.bind(&mut node, line);
        let constraints = task.constraints.iter().map(|constraint| (constraint, true));
        let mut above = node.parent;
        let mut inherited = Vec::new();
        while let Some(summary) = above {
            inherited.extend(&self.plan.tasks[summary].constraints);
            above = self.parents[summary];
        }
        for (constraint, is_own) in
            constraints.chain(inherited.into_iter().map(|constraint| (constraint, false)))
        {
            let date = || constraint.date.ok_or_else(|| wrong(PlanProblem::DateMissing));
            match constraint.kind {
                ConstraintKind::AsSoonAsPossible => {}
                ConstraintKind::AsLateAsPossible => node.late = node.stage == Stage::Open,
                kind => constrain(&mut node, line, kind, own.of(kind, date()?), is_own),
            }
        }
        self.limit(&mut node, line, task, &own);
        Ok(node)
    }

    /// The start of the plan, the status date and what has happened.
    fn bind(&self, node: &mut Node, line: &Line) {
        let on_line = |places: &[Place]| match node.line == node.calendar {
            true => places[node.line],
            // Work by the clock begins with the working day, too.
            false => line.not_before(self.lines.lines[node.calendar].instant(places[node.calendar])),
        };
        let status = self.statuses.as_deref().map(on_line);
        let begun = match node.stage {
            Stage::Begun { start } => {
                let start = line.not_before(start);
                // Without a status date what is done was done at once.
                let done = if status.is_none() { 2 * (node.duration - node.work).max(0) } else { 0 };
                (start | 1) + done
            }
            _ => on_line(&self.starts),
        };
        node.lower = begun;
        if let Some(status) = status.filter(|status| *status > begun) {
            node.lower = status;
            node.bound = Bound::Status;
        }
    }

    /// Deadlines, its own and those of its summaries.
    fn limit(&self, node: &mut Node, line: &Line, task: &Task, own: &Hours<'_>) {
        let mut above = node.parent;
        let mut deadlines: Vec<Moment> = task.deadline.into_iter().collect();
        while let Some(summary) = above {
            deadlines.extend(self.plan.tasks[summary].deadline);
            above = self.parents[summary];
        }
        for deadline in deadlines {
            let deadline = own.of(ConstraintKind::FinishNoLaterThan, deadline);
            node.upper = node.upper.min(line.finish_until(deadline));
        }
    }
}

/// The hours that a whole day stands for: those of the calendar, also where the work itself goes by the clock.
struct Hours<'a> {
    calendar: &'a Line,
    is_elapsed: bool,
}

impl Hours<'_> {
    fn of(&self, kind: ConstraintKind, moment: Moment) -> Moment {
        use ConstraintKind as Kind;
        let place = match (self.is_elapsed, moment, kind) {
            (false, ..) | (_, Moment::At(_), _) => return moment,
            (_, _, Kind::StartNoLaterThan) => self.calendar.start_until(moment),
            (_, _, Kind::FinishNoEarlierThan | Kind::MustFinishOn) => self.calendar.finish_from(moment),
            (_, _, Kind::FinishNoLaterThan) => self.calendar.finish_until(moment),
            _ => self.calendar.start_from(moment),
        };
        time_of(self.calendar.instant(place)).map_or(moment, Moment::At)
    }
}

/// Narrows a node by one constraint. One of a summary holds the earliest start or the latest finish of its tasks.
fn constrain(node: &mut Node, line: &Line, kind: ConstraintKind, date: Moment, is_own: bool) {
    use ConstraintKind as Kind;
    let is_open = node.stage == Stage::Open;
    let (mut lower, mut finish, mut upper) = (None, None, None);
    match kind {
        Kind::AsSoonAsPossible | Kind::AsLateAsPossible => {}
        Kind::StartNoEarlierThan => lower = Some(line.start_from(date)),
        Kind::MustStartOn if is_own => {
            let start = line.start_from(date);
            (lower, upper) = (Some(start), is_open.then(|| node.finish_of(start)));
        }
        Kind::MustStartOn => lower = Some(line.start_from(date)),
        Kind::StartNoLaterThan if is_own && is_open => {
            upper = Some(node.finish_of(node.down(line.start_until(date), true)));
        }
        Kind::FinishNoEarlierThan if is_own => finish = Some(line.finish_from(date)),
        Kind::FinishNoLaterThan => upper = Some(line.finish_until(date)),
        Kind::MustFinishOn if is_own => {
            finish = Some(line.finish_from(date));
            upper = finish;
        }
        Kind::MustFinishOn => upper = Some(line.finish_until(date)),
        Kind::StartNoLaterThan | Kind::FinishNoEarlierThan => {}
    }
    if let Some(lower) = lower.filter(|lower| *lower > node.lower && is_open) {
        node.lower = lower;
        node.bound = Bound::Constraint;
    }
    node.finish_lower = finish.map_or(node.finish_lower, |finish| finish.max(node.finish_lower));
    node.upper = upper.map_or(node.upper, |upper| upper.min(node.upper));
}

/// What a share of done leaves, in seconds.
fn left(duration: i64, percent: Option<f64>) -> i64 {
    // Durations are below 2⁵³ seconds, so that the product is exact to far below a second.
    #[allow(clippy::cast_precision_loss, clippy::cast_possible_truncation)]
    let done = (duration as f64 * percent.unwrap_or_default() / 100.0).round() as i64;
    duration - done
}

fn check_dates(task: &Task) -> Result<(), PlanProblem> {
    let manual = task.manual.iter().flat_map(|manual| [manual.start, manual.finish]);
    let baselines = task.baselines.iter().flat_map(|baseline| [baseline.start, baseline.finish]);
    let constraints = task.constraints.iter().filter_map(|constraint| constraint.date);
    let own = [task.deadline, task.actual_start, task.actual_finish].into_iter().flatten();
    if !own.chain(manual).chain(baselines).chain(constraints).all(Moment::is_plausible) {
        return Err(PlanProblem::DateOutOfReach);
    }
    if !task.percent.is_none_or(|percent| (0.0..=100.0).contains(&percent)) {
        return Err(PlanProblem::Share);
    }
    Ok(())
}

fn stage(task: &Task, line: &Line) -> Option<Stage> {
    let start = |moment| line.instant(line.start_from(moment));
    let finish = |moment| match moment {
        Moment::Day(_) => line.instant(line.finish_until(moment)),
        Moment::At(at) => crate::line::instant_of(at),
    };
    let exact = |moment| match moment {
        Moment::Day(_) => start(moment),
        Moment::At(at) => crate::line::instant_of(at),
    };
    let whole = |begin: Instant, end: Instant| (begin <= end).then_some((begin, end));
    Some(match (task.manual, task.actual_start, task.actual_finish) {
        (_, begin, Some(end)) => {
            let end = finish(end);
            let (start, finish) = match begin {
                // Something that happened on one day that is off begins and ends where that day's work would.
                Some(begin @ Moment::Day(_)) => (exact(begin).min(end), end),
                Some(begin) => whole(exact(begin), end)?,
                None => (end, end),
            };
            Stage::Done { start, finish }
        }
        (_, Some(begin), None) => Stage::Begun { start: exact(begin) },
        (Some(manual), None, None) => {
            let (start, finish) = whole(exact(manual.start), finish(manual.finish))?;
            Stage::Manual { start, finish }
        }
        (None, None, None) => Stage::Open,
    })
}
