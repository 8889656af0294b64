//! Networks worked out by hand. The working stands in words beside each case; nothing expected was taken from what the
//! engine gives.
//!
//! 2 March 2026 is a Monday; without another calendar Monday to Friday are worked. A row is `name days word …`, in
//! which `e` after the days counts days of the clock, and the words are: `after=A:SS+2d` (FS when no type is named; `d`
//! working days, `e` days of the clock, `%`), constraints as `snet=03-04`, `due=03-04`, `alap`, `begun=03-02`, `left=2`,
//! `done=03-02..03-03`, `hand=03-04..03-05`, `in=S`, `cal=cn`. An expectation is `name start finish total free`, floats
//! in days, `-` for none.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod networks {
    pub(crate) mod cases;
}

use hefu_schedule::outcome::{Float, Schedule};
use hefu_schedule::plan::{
    Calendar, CalendarException, Constraint, ConstraintKind, ExceptionKind, Lag, LagCalendar, ManualDates,
    OutOfSequence, Plan, Relation, RelationType, Span, Task,
};
use hefu_schedule::{Moment, schedule};
use networks::cases::CASES;

/// A network and what comes of it.
pub(crate) struct Case {
    /// How it was worked out.
    pub(crate) say: &'static str,
    /// Of the plan: `start=`, `status=`, `finish=`, `override`, `lag=successor`.
    pub(crate) head: &'static str,
    pub(crate) rows: &'static [&'static str],
    pub(crate) want: &'static [&'static str],
}

fn moment(text: &str) -> Moment {
    format!("2026-{text}").parse().unwrap()
}

fn two(text: &str) -> (Moment, Moment) {
    let (start, finish) = text.split_once("..").unwrap();
    (moment(start), moment(finish))
}

fn china() -> Calendar {
    let day = |text: &str| moment(text).day();
    let exception = |from, to, kind| CalendarException { from: day(from), to: day(to), kind, hours: None };
    let exceptions = vec![
        exception("10-01", "10-07", ExceptionKind::Off),
        exception("10-10", "10-10", ExceptionKind::Working),
    ];
    Calendar { id: "cn".into(), week: None, exceptions, known_until: None }
}

fn relation(text: &str) -> Relation {
    let (task, rest) = text.split_once(':').unwrap_or((text, ""));
    let (kind, lag) = rest.split_at(rest.len().min(2));
    let kind = match kind {
        "SS" => RelationType::StartStart,
        "FF" => RelationType::FinishFinish,
        "SF" => RelationType::StartFinish,
        _ => RelationType::FinishStart,
    };
    let number = |end: char| lag.strip_suffix(end).map(|number| number.parse::<f64>().unwrap());
    let lag =
        number('d').map(Lag::Days).or(number('e').map(Lag::ElapsedDays)).or(number('%').map(Lag::Percent));
    Relation { task: task.to_owned(), kind, lag: lag.unwrap_or_default() }
}

fn task(row: &str) -> Task {
    let mut words = row.split(' ');
    let id = words.next().unwrap().to_owned();
    let days = words.next().unwrap();
    let duration = match days.strip_suffix('e') {
        Some(days) => Span::ElapsedDays(days.parse().unwrap()),
        None => Span::Days(days.parse().unwrap()),
    };
    let mut task = Task { id, duration, ..Task::default() };
    for word in words {
        let (key, value) = word.split_once('=').unwrap_or((word, ""));
        let kind = match key {
            "alap" => ConstraintKind::AsLateAsPossible,
            "snet" => ConstraintKind::StartNoEarlierThan,
            "snlt" => ConstraintKind::StartNoLaterThan,
            "fnet" => ConstraintKind::FinishNoEarlierThan,
            "fnlt" => ConstraintKind::FinishNoLaterThan,
            "mso" => ConstraintKind::MustStartOn,
            "mfo" => ConstraintKind::MustFinishOn,
            _ => ConstraintKind::AsSoonAsPossible,
        };
        match key {
            "after" => task.predecessors.push(relation(value)),
            "cal" => task.calendar = Some(value.to_owned()),
            "in" => task.parent = Some(value.to_owned()),
            "due" => task.deadline = Some(moment(value)),
            "begun" => task.actual_start = Some(moment(value)),
            "left" => task.remaining = Some(Span::Days(value.parse().unwrap())),
            "done" => {
                let (start, finish) = two(value);
                (task.actual_start, task.actual_finish) = (Some(start), Some(finish));
            }
            "hand" => {
                let (start, finish) = two(value);
                task.manual = Some(ManualDates { start, finish });
            }
            _ if kind == ConstraintKind::AsSoonAsPossible => panic!("{word} in {row}"),
            _ => {
                let date = (!value.is_empty()).then(|| moment(value));
                task.constraints.push(Constraint { kind, date });
            }
        }
    }
    task
}

fn plan(head: &str, rows: &[&str]) -> Plan {
    let mut plan = Plan::starting(moment("03-02"));
    plan.calendars = vec![china()];
    for word in head.split_whitespace() {
        match word.split_once('=').unwrap_or((word, "")) {
            ("start", value) => plan.start = moment(value),
            ("status", value) => plan.status = Some(moment(value)),
            ("finish", value) => plan.finish = Some(moment(value)),
            ("override", _) => plan.out_of_sequence = OutOfSequence::ProgressOverride,
            ("lag", _) => plan.lag_calendar = LagCalendar::Successor,
            _ => panic!("{word}"),
        }
    }
    plan.tasks = rows.iter().map(|row| task(row)).collect();
    plan
}

fn told(schedule: &Schedule) -> Vec<String> {
    let float = |float: Option<Float>| float.map_or("-".to_owned(), |float| float.days.to_string());
    let tasks = schedule.tasks.iter().map(|task| {
        let (total, free) = (float(task.total_float), float(task.free_float));
        format!("{} {} {} {total} {free}", task.id, task.start.format("%m-%d"), task.finish.format("%m-%d"))
    });
    tasks.collect()
}

#[test]
fn every_network_comes_out_as_it_was_worked_out_by_hand() {
    let mut wrong = Vec::new();
    for case in CASES {
        let told = told(&schedule(&plan(case.head, case.rows)).unwrap());
        if told != case.want {
            wrong.push(format!(
                "{}\n  {:?}\n  by hand  {:?}\n  computed {told:?}",
                case.say, case.rows, case.want
            ));
        }
    }
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), CASES.len(), wrong.join("\n"));
    assert!(CASES.len() >= 60);
}

/// B and C both end on the day before D, A drives both; E hangs on nothing of that.
#[test]
fn paths_and_driving_relations_are_those_that_hold() {
    let rows = ["A 1", "B 2 after=A", "C 1 after=A after=E", "D 0 after=B after=C", "E 2", "F 9 after=E"];
    let mut plan = plan("", &rows);
    plan.paths_to = vec!["D".into(), "F".into()];
    let schedule = schedule(&plan).unwrap();
    // A 2 March; B and E until the 3rd and 4th: E 2–3, B 3–4, C on the 4th after E, D with them; F 4–16.
    let paths: Vec<_> = schedule.paths.iter().map(|path| (path.to.as_str(), path.tasks.join(" "))).collect();
    assert_eq!(paths, [("D", "A E B C D".to_owned()), ("F", "E F".to_owned())]);
    let driving = schedule.relations.iter().filter(|relation| relation.driving);
    let driving: Vec<_> = driving.map(|each| format!("{}-{}", each.predecessor, each.successor)).collect();
    // C could have gone on the 3rd for all that A asks.
    assert_eq!(driving, ["A-B", "E-C", "B-D", "C-D", "E-F"]);
    assert_eq!(schedule.critical_path, ["E", "F"]);
}

/// A must finish on Wednesday and takes until Friday; its follower's deadline is the day before it can end.
#[test]
fn dates_that_are_not_kept_are_named_with_how_far() {
    let schedule = schedule(&plan("", &["A 5 mfo=03-04", "B 1 after=A due=03-06", "C 1 mso=03-03"])).unwrap();
    let violated = &schedule.violated_constraints;
    assert_eq!((violated.len(), violated[0].task.as_str()), (1, "A"));
    assert_eq!(
        (violated[0].kind, violated[0].by),
        (ConstraintKind::MustFinishOn, Float { minutes: 960, days: 2.0 })
    );
    let missed = &schedule.missed_deadlines;
    assert_eq!((missed.len(), missed[0].task.as_str()), (1, "B"));
    assert_eq!((missed[0].finish, missed[0].by.minutes), (moment("03-09").day(), 480));
}

/// Any number of baselines: one two days before, one a day after.
#[test]
fn every_baseline_has_its_variance() {
    let mut plan = plan("", &["A 2 snet=03-04"]);
    let baseline = |name: &str, start, finish| hefu_schedule::plan::BaselineDates {
        baseline: name.into(),
        start: moment(start),
        finish: moment(finish),
    };
    plan.tasks[0].baselines = (0..20)
        .map(|each| baseline(&format!("{each}"), "03-02", "03-03"))
        .chain([baseline("last", "03-05", "03-06")])
        .collect();
    let variances = schedule(&plan).unwrap().tasks.remove(0).variances;
    let told: Vec<_> = variances.iter().map(|each| (each.start.minutes, each.finish.minutes)).collect();
    assert_eq!(told[..20], [(960, 960); 20]);
    assert_eq!(told[20], (-480, -480));
}

/// 10 working days from 9 February 2026 and others, by the State Council's calendar, by its holidays alone and by
/// weekends alone.
#[test]
fn days_are_counted_with_make_up_days_with_holidays_only_and_with_weekends_only() {
    let day = |text: &str| moment(text).day();
    let off =
        |from, to| CalendarException { from: day(from), to: day(to), kind: ExceptionKind::Off, hours: None };
    let work =
        |on| CalendarException { from: day(on), to: day(on), kind: ExceptionKind::Working, hours: None };
    let holidays =
        vec![off("02-15", "02-23"), off("05-01", "05-05"), off("09-25", "09-27"), off("10-01", "10-07")];
    let made_up = ["02-14", "02-28", "05-09", "09-20", "10-10"].map(work).to_vec();
    let calendars = [[holidays.clone(), made_up].concat(), holidays, Vec::new()];
    for (start, days, finishes) in [
        ("02-09", 10.0, ["02-27", "03-02", "02-20"]),
        ("09-18", 10.0, ["10-08", "10-09", "10-01"]),
        ("04-30", 5.0, ["05-09", "05-11", "05-06"]),
    ] {
        for (exceptions, finish) in calendars.iter().zip(finishes) {
            let mut plan = Plan::starting(moment(start));
            plan.calendars = vec![Calendar {
                id: "x".into(),
                week: None,
                exceptions: exceptions.clone(),
                known_until: None,
            }];
            plan.calendar = Some("x".into());
            plan.tasks = vec![Task { id: "A".into(), duration: Span::Days(days), ..Task::default() }];
            assert_eq!(schedule(&plan).unwrap().finish, day(finish), "{start} {days}");
        }
    }
}

#[test]
fn a_circle_through_a_summary_names_its_tasks() {
    let cycle = schedule(&plan("", &["S 0 after=B", "A 1 in=S", "B 1 after=A"])).unwrap_err();
    assert_eq!(cycle, hefu_schedule::PlanFault::Cycle(vec!["A".into(), "B".into()]));
}

#[test]
fn what_is_above_itself_or_too_deep_is_named() {
    use hefu_schedule::{PlanFault, PlanProblem};
    let problem = |rows: &[&str]| match schedule(&plan("", rows)).unwrap_err() {
        PlanFault::Wrong { name, problem, .. } => (name, problem),
        other => panic!("{other:?}"),
    };
    assert_eq!(problem(&["A 1 in=B", "B 1 in=A"]), ("A".into(), PlanProblem::ItsOwnParent));
    let deep: Vec<String> = (0..200).map(|level| format!("T{level} 1 in=T{}", level.max(1) - 1)).collect();
    let mut deep: Vec<&str> = deep.iter().map(String::as_str).collect();
    deep[0] = "T0 1";
    assert_eq!(problem(&deep).1, PlanProblem::TooLarge);
    // A finish cannot be asked of a summary, and dates stay within the years of a plan.
    assert_eq!(problem(&["S 0 after=B:FF", "A 1 in=S", "B 1"]), ("S".into(), PlanProblem::RelationToSummary));
    assert_eq!(problem(&["A 90000", "B 90000 after=A", "C 90000 after=B"]).1, PlanProblem::DateOutOfReach);
}
