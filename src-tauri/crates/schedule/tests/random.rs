//! Random networks: the engine against a second implementation that searches day by day.
//!
//! `HEFU_NETWORKS` says how many (200 by default).

#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]
#![allow(clippy::cast_precision_loss, clippy::cast_possible_truncation, reason = "small whole numbers")]
#![allow(clippy::disallowed_methods, reason = "how many is the caller's to say")]

mod random {
    pub(crate) mod naive;
}

use chrono::{NaiveDateTime, Timelike};
use hefu_schedule::outcome::{Schedule, TaskDates};
use hefu_schedule::plan::{
    Calendar, CalendarException, Constraint, ConstraintKind, ExceptionKind, Lag, OutOfSequence, Plan,
    Relation, RelationType, Span, Task, WeekDay, WeekDayHours,
};
use hefu_schedule::{LivePlan, Moment, schedule};
use proptest::prelude::*;
use random::naive::{BASE, Days, Naive, Tick, day};

fn networks() -> u32 {
    std::env::var("HEFU_NETWORKS").ok().and_then(|count| count.parse().ok()).unwrap_or(200)
}

fn calendars() -> Vec<Calendar> {
    let week = |days: &[WeekDay]| {
        Some(days.iter().map(|day| WeekDayHours { day: *day, hours: None }).collect::<Vec<_>>())
    };
    let exception = |from, to, kind| CalendarException { from: day(from), to: day(to), kind, hours: None };
    let [monday, tuesday, wednesday, thursday, _, _, sunday] = WeekDay::ALL;
    let calendar =
        |id: &str, week, exceptions| Calendar { id: id.into(), week, exceptions, known_until: None };
    vec![
        calendar("five", None, vec![exception(10, 14, ExceptionKind::Off)]),
        calendar(
            "six",
            week(&WeekDay::ALL[..6]),
            vec![exception(17, 18, ExceptionKind::Off), exception(20, 20, ExceptionKind::Working)],
        ),
        calendar("sunday", week(&[sunday, monday, tuesday, wednesday, thursday]), vec![]),
    ]
}

/// A row as it is drawn; relations go to rows before it.
#[derive(Clone, Debug)]
struct Row {
    days: i64,
    calendar: &'static str,
    relations: Vec<(usize, RelationType, Lag)>,
    constraint: Option<(ConstraintKind, i64)>,
    deadline: Option<i64>,
    progress: Progress,
}

#[derive(Clone, Copy, Debug)]
enum Progress {
    None,
    Begun { on: i64, left: i64 },
    Done { on: i64, took: i64 },
}

fn lag() -> impl Strategy<Value = Lag> {
    prop_oneof![
        4 => Just(Lag::Days(0.0)),
        3 => (-3_i32..6).prop_map(|days| Lag::Days(f64::from(days))),
        1 => (-3_i32..6).prop_map(|days| Lag::ElapsedDays(f64::from(days))),
        1 => prop_oneof![Just(-100.0), Just(100.0), Just(200.0)].prop_map(Lag::Percent),
    ]
}

fn relation() -> impl Strategy<Value = (usize, RelationType, Lag)> {
    let kind = prop_oneof![
        3 => Just(RelationType::FinishStart),
        1 => Just(RelationType::StartStart),
        1 => Just(RelationType::FinishFinish),
        1 => Just(RelationType::StartFinish),
    ];
    (0_usize..4, kind, lag())
}

fn constraint() -> impl Strategy<Value = (ConstraintKind, i64)> {
    use ConstraintKind as Kind;
    let kind = prop::sample::select(vec![
        Kind::AsSoonAsPossible,
        Kind::AsLateAsPossible,
        Kind::StartNoEarlierThan,
        Kind::StartNoLaterThan,
        Kind::FinishNoEarlierThan,
        Kind::FinishNoLaterThan,
        Kind::MustStartOn,
        Kind::MustFinishOn,
    ]);
    (kind, 0_i64..60)
}

fn row() -> impl Strategy<Value = Row> {
    let progress = prop_oneof![
        6 => Just(Progress::None),
        1 => (0_i64..8, 0_i64..5).prop_map(|(on, left)| Progress::Begun { on, left }),
        1 => (0_i64..8, 1_i64..4).prop_map(|(on, took)| Progress::Done { on, took }),
    ];
    (
        prop_oneof![1 => Just(0_i64), 5 => 1_i64..8],
        prop::sample::select(vec!["five", "six", "sunday"]),
        prop::collection::vec(relation(), 0..3),
        prop::option::weighted(0.25, constraint()),
        prop::option::weighted(0.1, 10_i64..70),
        progress,
    )
        .prop_map(|(days, calendar, relations, constraint, deadline, progress)| Row {
            days,
            calendar,
            relations,
            constraint,
            deadline,
            progress,
        })
}

fn span(days: i64) -> Span {
    Span::Days(days as f64)
}

fn plan(rows: &[Row], status: Option<i64>, is_override: bool) -> Plan {
    let mut plan = Plan::starting(Moment::Day(BASE));
    plan.calendars = calendars();
    plan.calendar = Some("five".into());
    plan.status = status.map(|status| Moment::Day(day(status)));
    plan.out_of_sequence =
        if is_override { OutOfSequence::ProgressOverride } else { OutOfSequence::RetainedLogic };
    for (at, row) in rows.iter().enumerate() {
        let relations = row.relations.iter().filter(|(back, ..)| *back < at);
        let mut task = Task {
            id: format!("T{at}"),
            duration: span(row.days),
            calendar: Some(row.calendar.into()),
            predecessors: relations
                .map(|(back, kind, lag)| Relation {
                    task: format!("T{}", at - 1 - back),
                    kind: *kind,
                    lag: *lag,
                })
                .collect(),
            deadline: row.deadline.map(|deadline| Moment::Day(day(deadline))),
            ..Task::default()
        };
        task.constraints = row
            .constraint
            .into_iter()
            .map(|(kind, date)| Constraint { kind, date: Some(Moment::Day(day(date))) })
            .collect();
        let days = Days::of(Some(row.calendar));
        // Progress is told up to a status date; without one there is none here.
        match row.progress {
            _ if status.is_none() => {}
            Progress::None => {}
            Progress::Begun { on, left } => {
                task.actual_start = Some(Moment::Day(day(days.next(on))));
                task.remaining = Some(span(left));
            }
            Progress::Done { on, took } => {
                let start = days.next(on);
                let finish = (1..took).fold(start, |last, _| days.next(last + 1));
                task.actual_start = Some(Moment::Day(day(start)));
                task.actual_finish = Some(Moment::Day(day(finish)));
            }
        }
        plan.tasks.push(task);
    }
    plan
}

fn plans() -> impl Strategy<Value = Plan> {
    (prop::collection::vec(row(), 1..9), prop::option::weighted(0.4, 3_i64..15), any::<bool>())
        .prop_map(|(rows, status, is_override)| plan(&rows, status, is_override))
}

fn tick(at: NaiveDateTime) -> Tick {
    (at.date() - BASE).num_days() * 2 + i64::from(at.hour() > 12)
}

fn days(float: Option<hefu_schedule::outcome::Float>) -> Option<i64> {
    float.map(|float| float.minutes.div_euclid(480))
}

/// What is told of each task, by its name.
fn told(schedule: &Schedule) -> Vec<TaskDates> {
    let mut tasks = schedule.tasks.clone();
    tasks.sort_by(|one, other| one.id.cmp(&other.id));
    tasks
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(networks()))]

    #[test]
    fn dates_and_floats_are_those_found_day_by_day(plan in plans()) {
        let schedule = schedule(&plan).unwrap();
        let naive = Naive::of(&plan);
        let early = naive.forward(&Default::default());
        // What cannot be kept has no slip to be tried; its dates are compared all the same.
        let is_feasible = naive.is_kept(&early);
        let is_late = plan.tasks.iter().flat_map(|task| &task.constraints).any(|each| each.kind == ConstraintKind::AsLateAsPossible);
        prop_assume!(is_feasible || !is_late);
        let (dates, held) = if is_feasible { naive.dates() } else { (early, Default::default()) };
        for (row, (task, naive_dates)) in schedule.tasks.iter().zip(&dates).enumerate() {
            let has_begun = plan.tasks[row].actual_start.is_some();
            if !has_begun {
                prop_assert_eq!(tick(task.start_at), naive_dates.start, "start of {}", task.id);
            }
            prop_assert_eq!(tick(task.finish_at), naive_dates.finish, "finish of {}", task.id);
            if is_feasible && task.total_float.is_some() {
                prop_assert_eq!(days(task.total_float), Some(naive.slip(row, &dates, &held, false)), "total float of {}", task.id);
                prop_assert_eq!(days(task.free_float), Some(naive.slip(row, &dates, &held, true)), "free float of {}", task.id);
            }
        }
        if is_feasible {
            prop_assert!(schedule.missed_deadlines.is_empty());
        }
    }

    #[test]
    fn free_is_at_most_total_and_nothing_moves_out_of_order(plan in plans()) {
        let schedule = schedule(&plan).unwrap();
        for task in &schedule.tasks {
            if let (Some(total), Some(free), Some(late)) = (task.total_float, task.free_float, task.late) {
                prop_assert!(free.minutes <= total.minutes, "{}", task.id);
                prop_assert_eq!(total.minutes >= 0, late.finish_at >= task.finish_at || total.minutes == 0, "{}", task.id);
                prop_assert_eq!(task.critical, total.minutes <= 0, "{}", task.id);
            }
        }
        for relation in &schedule.relations {
            prop_assert!(relation.float.is_none_or(|float| float.minutes >= 0), "{relation:?}");
        }
    }

    #[test]
    fn rows_may_stand_in_any_order(plan in plans()) {
        let mut turned = plan.clone();
        turned.tasks.reverse();
        prop_assert_eq!(told(&schedule(&plan).unwrap()), told(&schedule(&turned).unwrap()));
    }

    #[test]
    fn an_edit_gives_what_the_whole_computation_gives(plan in plans(), edits in prop::collection::vec((0_usize..9, row()), 1..5)) {
        let mut live = LivePlan::of(plan).unwrap();
        for (at, row) in edits {
            let at = at % live.plan().tasks.len();
            // A row of the same place in another plan, so that relations go back.
            let rows = vec![row; at + 1];
            let status = live.plan().status.map(|status| (status.day() - BASE).num_days());
            let mut edited = self::plan(&rows, status, false);
            live.put(edited.tasks.remove(at)).unwrap();
            prop_assert_eq!(live.schedule().unwrap(), schedule(live.plan()).unwrap());
        }
    }
}
