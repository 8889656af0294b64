//! What goes out again, and what a file that could do harm ends as.

use hefu_schedule::plan::{
    Constraint, ConstraintKind, Estimate, Lag, Plan, Relation, RelationType, Risk, Span,
};
use hefu_schedule::{Moment, schedule};

use super::*;
use crate::FileProblem;
use crate::mspdi::write_new;

const FILE: &str = "<?xml version=\"1.0\"?><!-- kept --><Project><StartDate>2026-03-02T08:00:00</StartDate>
<CalendarUID>1</CalendarUID><Calendars><Calendar><UID>1</UID><Name>Standard &amp; more</Name></Calendar></Calendars>
<Tasks><Task><UID>1</UID><Name>启动</Name><Start>2026-03-02T08:00:00</Start><Finish>2026-03-03T17:00:00</Finish>
<Duration>PT16H0M0S</Duration><Critical>1</Critical><TotalSlack>0</TotalSlack><Notes>not ours</Notes></Task>
<Task><UID>2</UID><Start>2026-03-04T08:00:00</Start><Finish>2026-03-04T17:00:00</Finish><Duration>PT8H0M0S</Duration>
<Critical>1</Critical><TotalSlack>0</TotalSlack><Type>1</Type>
<PredecessorLink><PredecessorUID>1</PredecessorUID><Type>1</Type></PredecessorLink></Task></Tasks></Project>";

fn moment(text: &str) -> Moment {
    text.parse().unwrap()
}

fn written(file: &Mspdi, plan: Plan) -> (String, Vec<Loss>) {
    file.write(&LivePlan::of(plan).unwrap(), &Names::new()).unwrap()
}

#[test]
fn a_plan_that_did_not_change_comes_out_to_the_byte() {
    let file = Mspdi::read(FILE.as_bytes()).unwrap();
    assert_eq!(written(&file, file.plan.clone()), (FILE.to_owned(), vec![]));
}

/// Two days become three: the first task ends on Wednesday and the second goes on Thursday; all else stays.
#[test]
fn a_change_is_put_in_and_everything_else_stays() {
    let file = Mspdi::read(FILE.as_bytes()).unwrap();
    let mut plan = file.plan.clone();
    plan.tasks[0].duration = Span::Days(3.0);
    plan.tasks[1].predecessors.push(Relation {
        task: "1".into(),
        kind: RelationType::StartStart,
        lag: Lag::Percent(50.0),
    });
    plan.tasks[1].deadline = Some(moment("2026-03-06"));
    let (text, lost) = written(&file, plan.clone());
    assert_eq!(lost, []);
    for kept in ["<!-- kept -->", "<Notes>not ours</Notes>", "启动", "Standard &amp; more"] {
        assert!(text.contains(kept), "{kept} in {text}");
    }
    let again = Mspdi::read(text.as_bytes()).unwrap();
    let dates = |row: usize| again.tasks[row].start.zip(again.tasks[row].finish).unwrap();
    let at = |text: &str| text.parse::<NaiveDateTime>().unwrap();
    assert_eq!(dates(0), (at("2026-03-02T08:00:00"), at("2026-03-04T17:00:00")));
    assert_eq!(dates(1), (at("2026-03-05T08:00:00"), at("2026-03-05T17:00:00")));
    assert_eq!(again.plan.tasks[0].duration, Span::Minutes(1440.0));
    assert_eq!(again.plan.tasks[1].predecessors, plan.tasks[1].predecessors);
    assert_eq!(again.plan.tasks[1].deadline, Some(moment("2026-03-06T17:00:00")));
}

#[test]
fn tasks_come_and_go() {
    let file = Mspdi::read(FILE.as_bytes()).unwrap();
    let mut plan = file.plan.clone();
    let mut third = plan.tasks.remove(1);
    third.id = "3".into();
    plan.tasks.push(third);
    let (text, _) = written(&file, plan);
    let uids: Vec<String> =
        Mspdi::read(text.as_bytes()).unwrap().tasks.into_iter().map(|task| task.uid).collect();
    assert_eq!(uids, ["1", "3"]);
}

#[test]
fn a_plan_of_ours_goes_out_with_what_the_format_cannot_say_listed() {
    let mut plan = Plan::starting(moment("2026-03-02"));
    let task = |id: &str, days: f64| Task { id: id.into(), duration: Span::Days(days), ..Task::default() };
    let (summary, mut first, mut second) = (task("1", 0.0), task("2", 2.0), task("3", 1.0));
    first.parent = Some("1".into());
    second.predecessors =
        vec![Relation { task: "2".into(), kind: RelationType::FinishStart, lag: Lag::ElapsedDays(2.0) }];
    second.constraints = vec![Constraint {
        kind: ConstraintKind::FinishNoLaterThan,
        date: Some(moment("2026-03-06T17:00:00")),
    }];
    plan.tasks = vec![summary, first, second];
    let dates = schedule(&plan).unwrap();
    let (text, lost) = write_new(&plan, &dates, &Names::from([("2".to_owned(), "A < B".to_owned())]));
    assert_eq!(lost, []);
    let again = Mspdi::read(text.as_bytes()).unwrap();
    assert_eq!(again.tasks[1].name, "A < B");
    let same = schedule(&again.plan).unwrap();
    let days = |schedule: &hefu_schedule::outcome::Schedule| {
        schedule.tasks.iter().map(|task| (task.start, task.finish, task.critical)).collect::<Vec<_>>()
    };
    assert_eq!(days(&same), days(&dates));

    let span = Span::Days(1.0);
    plan.tasks[1].estimate =
        Some(Estimate { optimistic: span, likely: span, pessimistic: span, shape: Default::default() });
    plan.risks = vec![Risk { id: "R".into(), tasks: vec![], probability: 0.5, delay: span, spread: None }];
    let (_, lost) = write_new(&plan, &dates, &Names::new());
    assert_eq!(lost, [Loss::Estimates, Loss::Risks]);
}

#[test]
fn what_a_file_cannot_say_is_refused_with_its_line() {
    let problem = |text: &str| {
        let fault = Mspdi::read(text.as_bytes()).unwrap_err();
        (fault.line, fault.problem)
    };
    let change = |from: &str, to: &str| problem(&FILE.replacen(from, to, 1));
    assert_eq!(change("PT16H0M0S", "-PT16H0M0S"), (3, FileProblem::Negative));
    assert_eq!(change("2026-03-04T08", "9999-03-04T08"), (5, FileProblem::DateOutOfReach));
    assert_eq!(change("<PredecessorUID>1", "<PredecessorUID>7"), (7, FileProblem::Unknown));
    assert_eq!(change("<UID>2</UID>", "<UID>1</UID>").1, FileProblem::Twice);
    assert_eq!(change("<Type>1</Type></Pre", "<Type>x</Type></Pre"), (7, FileProblem::Value));
    assert_eq!(problem("<Table/>").1, FileProblem::Xml);
    // A circle is read, and refused by the computation with its names.
    let circle = FILE.replacen("<PredecessorUID>1", "<PredecessorUID>2", 1);
    let plan = Mspdi::read(circle.as_bytes()).unwrap().plan;
    assert_eq!(schedule(&plan).unwrap_err(), hefu_schedule::PlanFault::Cycle(vec!["2".into()]));
}
