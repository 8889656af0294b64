//! A second way to the same dates: whole days, searched one by one, and floats by trying how far a task can slip.
//!
//! It shares nothing with the engine but the plan's types. A moment is a tick: twice a day's number for its morning,
//! one more for its evening.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate, TimeDelta};
use hefu_schedule::Moment;
use hefu_schedule::plan::{ConstraintKind, Lag, OutOfSequence, Plan, RelationType, Span, Task};

pub(crate) type Tick = i64;

pub(crate) const BASE: NaiveDate = match NaiveDate::from_ymd_opt(2026, 1, 5) {
    Some(day) => day,
    None => NaiveDate::MIN,
};

pub(crate) fn day(number: i64) -> NaiveDate {
    BASE + TimeDelta::days(number)
}

fn number(moment: Moment) -> i64 {
    (moment.day() - BASE).num_days()
}

/// Which days are worked.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Days {
    /// Monday to Friday, without days 10 to 14.
    Five,
    /// Monday to Saturday, without days 17 and 18, and with Sunday the 20th.
    Six,
    /// Sunday to Thursday.
    Sunday,
}

impl Days {
    pub(crate) fn of(name: Option<&str>) -> Self {
        match name {
            Some("six") => Self::Six,
            Some("sunday") => Self::Sunday,
            _ => Self::Five,
        }
    }

    pub(crate) fn works(self, number: i64) -> bool {
        // Monday is 0, as day 0 is.
        let weekday = day(number).weekday().num_days_from_monday();
        match self {
            Self::Five => weekday < 5 && !(10..=14).contains(&number),
            Self::Six => (weekday < 6 && number != 17 && number != 18) || number == 20,
            Self::Sunday => weekday < 4 || weekday == 6,
        }
    }

    pub(crate) fn next(self, mut number: i64) -> i64 {
        while !self.works(number) {
            number += 1;
        }
        number
    }

    pub(crate) fn last(self, mut number: i64) -> i64 {
        while !self.works(number) {
            number -= 1;
        }
        number
    }

    /// So many working days after a tick, or before it: from an evening to an evening, from a morning to a morning.
    fn after(self, from: Tick, days: i64) -> Tick {
        let (mut number, is_evening) = (from.div_euclid(2), from.rem_euclid(2) == 1);
        if days == 0 {
            return from;
        }
        // Mornings are before their day's work, evenings after it.
        let mut left = days.abs();
        if days > 0 {
            number += i64::from(is_evening);
            while left > 0 {
                left -= i64::from(self.works(number));
                number += 1;
            }
            return if is_evening { (number - 1) * 2 + 1 } else { self.next(number) * 2 };
        }
        number -= i64::from(!is_evening);
        while left > 0 {
            left -= i64::from(self.works(number));
            number -= 1;
        }
        if is_evening { self.last(number) * 2 + 1 } else { (number + 1) * 2 }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Dates {
    /// Of a task that has begun, when it goes on.
    pub(crate) start: Tick,
    pub(crate) finish: Tick,
}

pub(crate) struct Naive<'a> {
    plan: &'a Plan,
    rows: BTreeMap<&'a str, usize>,
}

fn days_of(span: Span) -> i64 {
    match span {
        Span::Days(days) => days as i64,
        _ => 0,
    }
}

/// The latest a plan may have finished by each of its late dates, and where it may begin.
struct Bounds {
    start: Tick,
    finish: Tick,
    latest: Tick,
}

impl<'a> Naive<'a> {
    pub(crate) fn of(plan: &'a Plan) -> Self {
        let rows = plan.tasks.iter().enumerate().map(|(row, task)| (task.id.as_str(), row)).collect();
        Self { plan, rows }
    }

    fn length(&self, task: &Task) -> i64 {
        match task.remaining {
            Some(remaining) if task.actual_start.is_some() => days_of(remaining),
            _ => days_of(task.duration),
        }
    }

    /// Dates with every task held back to its tick in `held`; none where somebody waits for himself.
    pub(crate) fn forward(&self, held: &BTreeMap<usize, Tick>) -> Vec<Dates> {
        let mut found: Vec<Option<Dates>> = vec![None; self.plan.tasks.len()];
        while found.iter().any(Option::is_none) {
            for row in 0..found.len() {
                let task = &self.plan.tasks[row];
                let is_ready =
                    task.predecessors.iter().all(|each| found[self.rows[each.task.as_str()]].is_some());
                if found[row].is_none() && is_ready {
                    found[row] = Some(self.place(row, &found, held.get(&row).copied()));
                }
            }
        }
        found.into_iter().flatten().collect()
    }

    fn place(&self, row: usize, found: &[Option<Dates>], held: Option<Tick>) -> Dates {
        let task = &self.plan.tasks[row];
        let days = Days::of(task.calendar.as_deref());
        if let (Some(start), Some(finish)) = (task.actual_start, task.actual_finish) {
            return Dates { start: number(start) * 2, finish: number(finish) * 2 + 1 };
        }
        let bounds = self.bounds(task, days);
        let (mut starts, mut finishes) = (vec![bounds.start, held.unwrap_or(Tick::MIN)], vec![bounds.finish]);
        for (relation, asked) in self.asked(row, found) {
            if matches!(relation, RelationType::FinishStart | RelationType::StartStart) {
                starts.push(asked);
            } else {
                finishes.push(asked);
            }
        }
        let length = self.length(task);
        if length == 0 {
            let mut tick = starts.into_iter().chain(finishes).max().unwrap();
            while !days.works(tick.div_euclid(2)) {
                tick += 1;
            }
            return Dates { start: tick, finish: tick };
        }
        let mut start = days.next(starts.iter().max().unwrap().div_euclid(2));
        loop {
            let last = days.after(start * 2, length - 1).div_euclid(2);
            let finish = last * 2 + 1;
            let waits = starts.iter().any(|asked| *asked > start * 2);
            // A day of work that lies between the finish and what is asked for.
            let short = finishes
                .iter()
                .any(|asked| (last + 1..=asked.div_euclid(2)).any(|day| days.works(day) && day * 2 < *asked));
            if !waits && !short {
                return Dates { start: start * 2, finish };
            }
            start = days.next(start + 1);
        }
    }

    /// What each relation asks of a task, by which end.
    fn asked(&self, row: usize, found: &[Option<Dates>]) -> Vec<(RelationType, Tick)> {
        let task = &self.plan.tasks[row];
        let has_begun = task.actual_start.is_some();
        let mut asked = Vec::new();
        for relation in &task.predecessors {
            let before = &self.plan.tasks[self.rows[relation.task.as_str()]];
            let dates = found[self.rows[relation.task.as_str()]].unwrap();
            let is_from_start = matches!(relation.kind, RelationType::StartStart | RelationType::StartFinish);
            if has_begun
                && (self.plan.out_of_sequence == OutOfSequence::ProgressOverride
                    || relation.kind == RelationType::StartStart)
            {
                continue;
            }
            let from = match (is_from_start, before.actual_start) {
                (true, Some(start)) => number(start) * 2,
                (true, None) => dates.start,
                (false, _) => dates.finish,
            };
            let days = Days::of(before.calendar.as_deref());
            let tick = match relation.lag {
                Lag::Days(lag) => days.after(from, lag as i64),
                Lag::Percent(percent) => days.after(from, days_of(before.duration) * percent as i64 / 100),
                Lag::ElapsedDays(lag) => from + 2 * lag as i64,
                _ => from,
            };
            asked.push((relation.kind, tick));
        }
        asked
    }

    fn bounds(&self, task: &Task, days: Days) -> Bounds {
        let morning = |number: i64| days.next(number) * 2;
        let evening = |number: i64| days.next(number) * 2 + 1;
        let mut bounds =
            Bounds { start: morning(number(self.plan.start)), finish: Tick::MIN, latest: Tick::MAX };
        if let Some(start) = task.actual_start {
            bounds.start = number(start) * 2;
        }
        if let Some(status) = self.plan.status {
            bounds.start = bounds.start.max(morning(number(status)));
        }
        let is_open = task.actual_start.is_none();
        let length = self.length(task);
        let finish_of = |start: Tick| match length {
            0 => start,
            _ => days.after(start, length - 1).div_euclid(2) * 2 + 1,
        };
        for constraint in &task.constraints {
            let Some(date) = constraint.date.map(number) else { continue };
            match constraint.kind {
                ConstraintKind::StartNoEarlierThan if is_open => {
                    bounds.start = bounds.start.max(morning(date));
                }
                ConstraintKind::MustStartOn if is_open => {
                    bounds.start = bounds.start.max(morning(date));
                    bounds.latest = bounds.latest.min(finish_of(morning(date)));
                }
                ConstraintKind::StartNoLaterThan if is_open => {
                    bounds.latest = bounds.latest.min(finish_of(days.last(date) * 2));
                }
                ConstraintKind::FinishNoEarlierThan => bounds.finish = bounds.finish.max(evening(date)),
                ConstraintKind::MustFinishOn => {
                    bounds.finish = bounds.finish.max(evening(date));
                    bounds.latest = bounds.latest.min(evening(date));
                }
                ConstraintKind::FinishNoLaterThan => {
                    bounds.latest = bounds.latest.min(days.last(date) * 2 + 1);
                }
                _ => {}
            }
        }
        if let Some(deadline) = task.deadline {
            bounds.latest = bounds.latest.min(days.last(number(deadline)) * 2 + 1);
        }
        bounds
    }

    fn is_done(&self, row: usize) -> bool {
        self.plan.tasks[row].actual_finish.is_some()
    }

    /// Whether all late dates are kept.
    pub(crate) fn is_kept(&self, dates: &[Dates]) -> bool {
        (0..dates.len()).all(|row| {
            let task = &self.plan.tasks[row];
            let bounds = self.bounds(task, Days::of(task.calendar.as_deref()));
            self.is_done(row) || dates[row].finish <= bounds.latest
        })
    }

    /// Dates with what is as late as possible put there, and by what each such task is held.
    pub(crate) fn dates(&self) -> (Vec<Dates>, BTreeMap<usize, Tick>) {
        let none = BTreeMap::new();
        let early = self.forward(&none);
        let mut held = BTreeMap::new();
        for (row, task) in self.plan.tasks.iter().enumerate() {
            let is_late = task.constraints.iter().any(|each| each.kind == ConstraintKind::AsLateAsPossible);
            if is_late && task.actual_start.is_none() {
                held.insert(row, self.latest(row, &early));
            }
        }
        (self.forward(&held), held)
    }

    /// The last tick from which a task can begin without moving the end or breaking a late date.
    fn latest(&self, row: usize, dates: &[Dates]) -> Tick {
        let end = dates.iter().map(|dates| dates.finish).max().unwrap();
        let mut tick = dates[row].start;
        loop {
            let moved = self.forward(&BTreeMap::from([(row, tick + 1)]));
            if moved.iter().any(|dates| dates.finish > end) || !self.is_kept(&moved) {
                return tick;
            }
            tick += 1;
        }
    }

    /// How many working days a task can slip: without moving the end or breaking a late date, and, when `free`, without
    /// moving any other task.
    pub(crate) fn slip(&self, row: usize, dates: &[Dates], held: &BTreeMap<usize, Tick>, free: bool) -> i64 {
        let end = dates.iter().map(|dates| dates.finish).max().unwrap();
        let days = Days::of(self.plan.tasks[row].calendar.as_deref());
        let mut slip = 0;
        loop {
            let mut held = held.clone();
            let start = dates[row].start;
            // A day of work after a morning is that day's evening, where something can be without going on.
            let from = match self.length(&self.plan.tasks[row]) {
                0 if start.rem_euclid(2) == 0 => days.last(start / 2 - 1) * 2 + 1,
                _ => start,
            };
            held.insert(row, days.after(from, slip + 1));
            let moved = self.forward(&held);
            let is_in_time = moved.iter().all(|dates| dates.finish <= end) && self.is_kept(&moved);
            let moves = (0..moved.len()).any(|other| other != row && moved[other] != dates[other]);
            if !is_in_time || (free && moves) {
                return slip;
            }
            slip += 1;
        }
    }
}
