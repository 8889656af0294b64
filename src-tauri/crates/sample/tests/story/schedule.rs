//! The plan follows from durations, relations and calendars: the baseline is what a forward pass gives.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Days, NaiveDate};
use hefu_domain::calendar::Calendar;
use toml::Table;

use super::rows::{Fields, Files, calendar, day};

/// Steps `count` working days on, or back when negative.
fn step(calendar: &Calendar, from: NaiveDate, count: i64) -> NaiveDate {
    let days = u32::try_from(count.abs()).unwrap();
    if count < 0 {
        calendar.subtract_working_days(from, days).date
    } else {
        calendar.add_working_days(from, days).date
    }
}

struct Pass<'a> {
    tasks: BTreeMap<String, &'a Table>,
    calendars: BTreeMap<&'static str, Calendar>,
    start: NaiveDate,
    /// First and last day of each task once known.
    spans: BTreeMap<String, (NaiveDate, NaiveDate)>,
    open: BTreeSet<String>,
}

impl Pass<'_> {
    fn span(&mut self, id: &str) -> (NaiveDate, NaiveDate) {
        if let Some(span) = self.spans.get(id) {
            return *span;
        }
        assert!(self.open.insert(id.to_owned()), "a cycle at {id}");
        let task = self.tasks[id];
        let mut earliest = self.start;
        if let [constraint] = task.inner("constraint")[..] {
            earliest = earliest.max(constraint.day("date").unwrap());
        }
        let mut ends = Vec::new();
        for relation in task.inner("predecessors") {
            let (lag, before) = (relation.number("lag"), relation.text("task"));
            let (start, finish) = self.span(before);
            let theirs = &self.calendars[self.tasks[before].text("calendar")];
            match relation.text("type") {
                "FS" => {
                    let end = if relation.text("unit") == "elapsed_days" {
                        finish + Days::new(u64::try_from(lag).unwrap())
                    } else {
                        step(theirs, finish, lag)
                    };
                    earliest = earliest.max(if task.number("duration_days") == 0 {
                        end
                    } else {
                        end.succ_opt().unwrap()
                    });
                }
                "SS" => earliest = earliest.max(step(theirs, start, lag)),
                "FF" => ends.push(step(theirs, finish, lag)),
                "SF" => {
                    let mut end = step(theirs, start, lag).pred_opt().unwrap();
                    while !theirs.works(end) {
                        end = end.pred_opt().unwrap();
                    }
                    ends.push(end);
                }
                other => panic!("{id}: relation {other}"),
            }
        }
        let own = &self.calendars[task.text("calendar")];
        let mut start = own.next_working_day(earliest).date;
        let days = task.number("duration_days");
        let finish = if days == 0 {
            assert_eq!(start, earliest, "{id} is a milestone on a day off");
            start
        } else {
            for end in ends {
                start = start.max(step(own, own.next_working_day(end).date, 1 - days));
            }
            own.finish_of(start, u32::try_from(days).unwrap()).date
        };
        self.spans.insert(id.to_owned(), (start, finish));
        (start, finish)
    }
}

#[test]
fn the_baseline_is_the_forward_pass() {
    let files = Files::read();
    let tasks: BTreeMap<String, &Table> =
        files.rows("schedule", "task").into_iter().map(|task| (task.id(), task)).collect();
    let mut pass = Pass {
        tasks,
        calendars: BTreeMap::from([("cn", calendar("cn")), ("sg", calendar("sg"))]),
        start: files.rows("schedule", "schedule")[0].day("start").unwrap(),
        spans: BTreeMap::new(),
        open: BTreeSet::new(),
    };
    let ids: Vec<String> = pass.tasks.keys().cloned().collect();
    assert_eq!(ids.len(), 134);
    for id in &ids {
        let (start, finish) = pass.span(id);
        let task = pass.tasks[id];
        assert_eq!(Some(start), task.day("baseline_start"), "{id}");
        assert_eq!(Some(finish), task.day("baseline_finish"), "{id}");
    }
}

#[test]
fn progress_and_calendars_of_tasks_are_possible() {
    let files = Files::read();
    let today = files.today();
    let mut relations: BTreeSet<&str> = BTreeSet::new();
    for task in files.rows("schedule", "task") {
        let id = task.id();
        let owner = files.row("parties", "person", task.text("owner")).text("organisation");
        assert_eq!(
            files.row("parties", "organisation", owner).text("calendar"),
            task.text("calendar"),
            "{id}"
        );
        assert_eq!(task.text("kind") == "milestone", task.number("duration_days") == 0, "{id}");
        let (began, ended) = (task.day("actual_start"), task.day("actual_finish"));
        let fits = match task.text("status") {
            "done" => task.number("percent") == 100 && ended.is_some_and(|day| day <= today),
            "in_progress" => {
                ended.is_none()
                    && began.is_some_and(|day| day <= today)
                    && (1..100).contains(&task.number("percent"))
                    && task.number("remaining_days") > 0
            }
            "not_started" => began.is_none() && task.number("percent") == 0,
            _ => false,
        };
        assert!(fits, "{id}");
        let calendar = calendar(task.text("calendar"));
        for actual in [began, ended].into_iter().flatten().filter(|_| task.number("duration_days") > 0) {
            assert!(calendar.works(actual), "{id} on a day off: {actual}");
        }
        for points in task.inner("three_point") {
            let point = |key| points.number(key);
            assert!(
                point("optimistic") <= point("likely") && point("likely") <= point("pessimistic"),
                "{id}"
            );
        }
        relations.extend(task.inner("predecessors").iter().map(|relation| relation.text("type")));
    }
    assert_eq!(relations, BTreeSet::from(["FF", "FS", "SF", "SS"]));
}

#[test]
fn hand_overs_and_gates_follow_their_tasks() {
    let files = Files::read();
    let task = |id: &str| files.row("schedule", "task", id);
    for deliverable in files.rows("scope", "deliverable") {
        for id in deliverable.names("tasks") {
            assert!(task(id).day("baseline_finish") <= deliverable.day("due"), "{}", deliverable.id());
            if let Some(handed_over) = deliverable.day("handed_over") {
                assert!(task(id).day("actual_finish").unwrap() <= handed_over, "{}", deliverable.id());
            }
        }
    }
    for gate in files.rows("projects", "gate").into_iter().filter(|gate| gate.contains_key("task")) {
        if let Some(decided) = gate.day("decided") {
            assert_eq!(task(gate.text("task")).day("actual_finish"), Some(decided), "{}", gate.id());
        }
    }
    let planned = task("T-116").day("baseline_finish").unwrap();
    assert_eq!(planned, day("2026-09-23"));
    assert_eq!(calendar("cn").working_days_left(files.today(), planned).days, -2);
}
