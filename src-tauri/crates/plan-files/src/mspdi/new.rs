//! Tasks, and whole files, that no file was read for.

use std::collections::BTreeMap;
use std::fmt::Write;

use chrono::{NaiveDate, NaiveDateTime};
use hefu_schedule::Moment;
use hefu_schedule::outcome::{Schedule, TaskDates, TaskKind};
use hefu_schedule::plan::{Calendar, ExceptionKind, Hours, Lag, Plan, Span, Task, WeekDay};

use super::loss::{Loss, losses};
use super::task::{CONSTRAINTS, RELATIONS};
use super::value::told;
use crate::xml::folded;

/// What tasks are called, by their `id`.
pub type Names = BTreeMap<String, String>;

/// A task and all that is needed to say it.
pub(super) struct TaskText<'a> {
    pub(super) plan: &'a Plan,
    pub(super) row: usize,
    pub(super) dates: &'a TaskDates,
    pub(super) names: &'a Names,
}

fn time(at: NaiveDateTime) -> String {
    at.format("%Y-%m-%dT%H:%M:%S").to_string()
}

/// A start or another moment; of a whole day the hour that is told beside it.
fn moment(moment: Moment, hour: u32) -> String {
    match moment {
        Moment::At(at) => time(at),
        Moment::Day(day) => time(day.and_hms_opt(hour, 0, 0).unwrap_or_default()),
    }
}

/// Working days begin and end at these hours where a file has to name one for a whole day.
const BEGIN: u32 = 8;
const END: u32 = 17;

fn value(name: &str, text: &str) -> String {
    format!("<{name}>{}</{name}>", folded(text))
}

/// Seconds, by the plan's length of a day.
fn seconds(span: Span, plan: &Plan) -> i64 {
    let minutes = match span {
        Span::Days(days) => days * f64::from(plan.minutes_per_day),
        Span::Minutes(minutes) | Span::ElapsedMinutes(minutes) => minutes,
        Span::ElapsedDays(days) => days * 1440.0,
    };
    // A plan that was computed has spans of less than 2⁵³ seconds.
    #[allow(clippy::cast_possible_truncation)]
    let seconds = (minutes * 60.0).round() as i64;
    seconds
}

impl TaskText<'_> {
    fn task(&self) -> &Task {
        &self.plan.tasks[self.row]
    }

    /// What differs from `was`: the elements that go, and what comes in their place.
    pub(super) fn parts(&self, was: &Task) -> Vec<(&'static [&'static str], String)> {
        let is = self.task();
        let mut parts: Vec<(&'static [&'static str], String)> = Vec::new();
        if was.duration != is.duration {
            parts.push((&["Duration", "DurationFormat"], self.duration()));
        }
        if was.constraints != is.constraints {
            parts.push((&["ConstraintType", "ConstraintDate"], self.constraint()));
        }
        if was.deadline != is.deadline {
            parts.push((&["Deadline"], self.deadline()));
        }
        if was.predecessors != is.predecessors {
            parts.push((&["PredecessorLink"], self.links()));
        }
        let progress = |task: &Task| (task.actual_start, task.actual_finish, task.percent, task.remaining);
        if progress(was) != progress(is) {
            let names: &[&str] = &["PercentComplete", "ActualStart", "ActualFinish", "RemainingDuration"];
            parts.push((names, self.progress()));
        }
        if was.calendar != is.calendar {
            parts.push((&["CalendarUID"], self.calendar()));
        }
        if was.manual != is.manual {
            parts.push((&["Manual"], value("Manual", if is.manual.is_some() { "1" } else { "0" })));
        }
        parts
    }

    fn duration(&self) -> String {
        let duration = self.task().duration;
        let format = if duration.is_elapsed() { "8" } else { "7" };
        value("Duration", &told(seconds(duration, self.plan))) + &value("DurationFormat", format)
    }

    fn constraint(&self) -> String {
        let Some(constraint) = self.task().constraints.first() else { return value("ConstraintType", "0") };
        let number = CONSTRAINTS.iter().position(|kind| *kind == constraint.kind).unwrap_or_default();
        // Must finish, finish no earlier, finish no later.
        let hour = if [3, 6, 7].contains(&number) { END } else { BEGIN };
        let date = constraint.date.map(|date| value("ConstraintDate", &moment(date, hour)));
        value("ConstraintType", &number.to_string()) + &date.unwrap_or_default()
    }

    fn deadline(&self) -> String {
        self.task().deadline.map(|deadline| value("Deadline", &moment(deadline, END))).unwrap_or_default()
    }

    fn links(&self) -> String {
        let mut text = String::new();
        for relation in &self.task().predecessors {
            let number = RELATIONS.iter().position(|kind| *kind == relation.kind).unwrap_or_default();
            let tenths = |span: Span| seconds(span, self.plan) / 6;
            let (lag, format) = match relation.lag {
                Lag::Days(days) => (tenths(Span::Days(days)), 7),
                Lag::Minutes(minutes) => (tenths(Span::Minutes(minutes)), 7),
                Lag::ElapsedDays(days) => (tenths(Span::ElapsedDays(days)), 8),
                Lag::ElapsedMinutes(minutes) => (tenths(Span::ElapsedMinutes(minutes)), 8),
                // Whole hundredths, as the format has them.
                #[allow(clippy::cast_possible_truncation)]
                Lag::Percent(percent) => (percent.round() as i64, 19),
            };
            // A String takes whatever is written to it.
            let _ = write!(
                text,
                "<PredecessorLink>{}{}{}{}{}</PredecessorLink>",
                value("PredecessorUID", &relation.task),
                value("Type", &number.to_string()),
                value("CrossProject", "0"),
                value("LinkLag", &lag.to_string()),
                value("LagFormat", &format.to_string()),
            );
        }
        text
    }

    fn progress(&self) -> String {
        let task = self.task();
        let percent = match (task.actual_finish, task.percent) {
            (Some(_), _) => 100.0,
            (None, percent) => percent.unwrap_or_default(),
        };
        let mut text = value("PercentComplete", &format!("{percent:.0}"));
        if let Some(start) = task.actual_start {
            text += &value("ActualStart", &moment(start, BEGIN));
        }
        if let Some(finish) = task.actual_finish {
            text += &value("ActualFinish", &moment(finish, END));
        }
        if let Some(remaining) = task.remaining {
            text += &value("RemainingDuration", &told(seconds(remaining, self.plan)));
        }
        text
    }

    fn calendar(&self) -> String {
        value("CalendarUID", self.task().calendar.as_deref().unwrap_or("-1"))
    }

    fn baselines(&self) -> String {
        let baselines = self.task().baselines.iter();
        let own = baselines.filter(|each| each.baseline.parse::<u8>().is_ok_and(|number| number <= 10));
        own.map(|each| {
            let (start, finish) = (moment(each.start, BEGIN), moment(each.finish, END));
            format!(
                "<Baseline>{}{}{}</Baseline>",
                value("Number", &each.baseline),
                value("Start", &start),
                value("Finish", &finish),
            )
        })
        .collect()
    }
}

/// How deep a task lies, from 1.
fn level(plan: &Plan, row: usize) -> usize {
    let (mut level, mut above) = (1, plan.tasks[row].parent.as_deref());
    while let Some(task) = above.and_then(|id| plan.tasks.iter().find(|task| task.id == id)) {
        level += 1;
        above = task.parent.as_deref();
    }
    level
}

/// A whole task.
pub(super) fn task_text(of: &TaskText<'_>) -> String {
    let (task, dates) = (of.task(), of.dates);
    let flag = |is: bool| if is { "1" } else { "0" };
    let float = |float: Option<hefu_schedule::outcome::Float>| float.map_or(0, |float| float.minutes * 10);
    let mut text = value("UID", &task.id);
    text += &value("ID", &(of.row + 1).to_string());
    text += &value("Name", of.names.get(&task.id).unwrap_or(&task.id));
    text += &value("Manual", flag(task.manual.is_some()));
    text += &value("OutlineLevel", &level(of.plan, of.row).to_string());
    text += &value("Start", &time(dates.start_at));
    text += &value("Finish", &time(dates.finish_at));
    text += &of.duration();
    text += &value("Milestone", flag(dates.kind == TaskKind::Milestone));
    text += &value("Summary", flag(dates.kind == TaskKind::Summary));
    text += &value("Critical", flag(dates.critical));
    text += &value("EarlyStart", &time(dates.start_at));
    text += &value("EarlyFinish", &time(dates.finish_at));
    if let Some(late) = dates.late {
        text += &value("LateStart", &time(late.start_at));
        text += &value("LateFinish", &time(late.finish_at));
    }
    text += &value("FreeSlack", &float(dates.free_float).to_string());
    text += &value("TotalSlack", &float(dates.total_float).to_string());
    text += &of.progress();
    text += &of.constraint();
    text += &of.calendar();
    text += &of.deadline();
    text += &of.links();
    text += &of.baselines();
    format!("<Task>{text}</Task>\n")
}

/// A file of a plan for which none was read, and what it cannot say. Its tasks are called by `names`; their `id`s have
/// to be numbers for Project itself to read it.
#[must_use]
pub fn write_new(plan: &Plan, schedule: &Schedule, names: &Names) -> (String, Vec<Loss>) {
    let mut text = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n");
    text += "<Project xmlns=\"http://schemas.microsoft.com/project\">\n";
    text += &value("ScheduleFromStart", "1");
    text += &value("StartDate", &moment(plan.start, BEGIN));
    text += &value("FinishDate", &time(schedule.finish_at));
    text += &value(
        "CriticalSlackLimit",
        &(plan.critical_float / i64::from(plan.minutes_per_day.max(1))).to_string(),
    );
    text += &value("CalendarUID", plan.calendar.as_deref().unwrap_or("-1"));
    text += &value("MinutesPerDay", &plan.minutes_per_day.to_string());
    text += &value("HonorConstraints", "0");
    if let Some(status) = plan.status {
        text += &value("StatusDate", &moment(status, BEGIN));
    }
    text += "\n<Calendars>\n";
    text.extend(plan.calendars.iter().map(calendar_text));
    text += "</Calendars>\n<Tasks>\n";
    for (row, dates) in schedule.tasks.iter().enumerate() {
        text += &task_text(&TaskText { plan, row, dates, names });
    }
    text += "</Tasks>\n</Project>\n";
    (text, losses(plan))
}

fn calendar_text(calendar: &Calendar) -> String {
    let mut days = String::new();
    for (number, day) in WeekDay::ALL.iter().enumerate() {
        let own = calendar.week.as_ref().map(|week| week.iter().find(|each| each.day == *day));
        let hours = match own {
            Some(own) => own.map(|own| own.hours.clone()),
            None => (number < 5).then_some(None),
        };
        // Sunday is the first.
        let kind = value("DayType", &((number + 1) % 7 + 1).to_string());
        days += &format!("<WeekDay>{kind}{}</WeekDay>", working(hours.as_ref().map(Option::as_ref)));
    }
    let mut exceptions = String::new();
    for each in &calendar.exceptions {
        let working = working((each.kind == ExceptionKind::Working).then_some(each.hours.as_ref()));
        let day = |day: NaiveDate, clock: &str| format!("{day}T{clock}");
        exceptions += &format!(
            "<Exception><TimePeriod>{}{}</TimePeriod><Type>1</Type>{working}</Exception>",
            value("FromDate", &day(each.from, "00:00:00")),
            value("ToDate", &day(each.to, "23:59:00")),
        );
    }
    format!(
        "<Calendar>{}{}{}<WeekDays>{days}</WeekDays><Exceptions>{exceptions}</Exceptions></Calendar>\n",
        value("UID", &calendar.id),
        value("IsBaseCalendar", "1"),
        value("BaseCalendarUID", "-1"),
    )
}

/// Hours of a day that is worked, or that it is not; without hours they are the usual ones.
fn working(hours: Option<Option<&Vec<Hours>>>) -> String {
    let Some(hours) = hours else { return value("DayWorking", "0") };
    let usual = [("08:00:00", "12:00:00"), ("13:00:00", "17:00:00")]
        .map(|(from, to)| (from.to_owned(), to.to_owned()));
    let hours = hours.map_or_else(
        || usual.to_vec(),
        |hours| hours.iter().map(|each| (each.from.to_string(), each.to.to_string())).collect(),
    );
    let times: String = hours
        .iter()
        .map(|(from, to)| {
            format!("<WorkingTime>{}{}</WorkingTime>", value("FromTime", from), value("ToTime", to))
        })
        .collect();
    value("DayWorking", "1") + &format!("<WorkingTimes>{times}</WorkingTimes>")
}
