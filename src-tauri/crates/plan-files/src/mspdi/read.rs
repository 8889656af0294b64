//! From the file's text to a plan.

use std::collections::{BTreeMap, BTreeSet};

use hefu_reading::limits::PLAN_TASKS;
use hefu_schedule::Moment;
use hefu_schedule::plan::{Plan, Resource};

use super::value::Values;
use super::{Mspdi, SourceTask, Unused, calendar, task};
use crate::fault::{FileFault, FileProblem};
use crate::xml::{decode, read};

/// Elements that are looked at; all others stay in the text.
const KNOWN: [&str; 77] = [
    "Project",
    "Name",
    "StartDate",
    "FinishDate",
    "ScheduleFromStart",
    "CalendarUID",
    "MinutesPerDay",
    "CriticalSlackLimit",
    "StatusDate",
    "HonorConstraints",
    "Calendars",
    "Calendar",
    "UID",
    "BaseCalendarUID",
    "WeekDays",
    "WeekDay",
    "DayType",
    "DayWorking",
    "TimePeriod",
    "FromDate",
    "ToDate",
    "WorkingTimes",
    "WorkingTime",
    "FromTime",
    "ToTime",
    "Exceptions",
    "Exception",
    "Type",
    "Period",
    "DaysOfWeek",
    "Month",
    "MonthDay",
    "Tasks",
    "Task",
    "IsNull",
    "Active",
    "Manual",
    "Start",
    "Finish",
    "Duration",
    "DurationFormat",
    "Summary",
    "Milestone",
    "Critical",
    "ExternalTask",
    "EarlyStart",
    "EarlyFinish",
    "LateStart",
    "LateFinish",
    "FreeSlack",
    "TotalSlack",
    "OutlineLevel",
    "ConstraintType",
    "ConstraintDate",
    "Deadline",
    "PercentComplete",
    "ActualStart",
    "ActualFinish",
    "RemainingDuration",
    "LevelingDelay",
    "PredecessorLink",
    "PredecessorUID",
    "CrossProject",
    "LinkLag",
    "LagFormat",
    "Baseline",
    "Number",
    "TimephasedData",
    "Resources",
    "Resource",
    "MaxUnits",
    "Assignments",
    "Assignment",
    "TaskUID",
    "ResourceUID",
    "Units",
    "IgnoreResourceCalendar",
];

impl Mspdi {
    /// Reads a file whose size its opener has looked at (`hefu_reading::limits::PLAN_FILE`).
    ///
    /// # Errors
    /// It is no such file, or says what cannot be; with the line.
    pub fn read(bytes: &[u8]) -> Result<Self, FileFault> {
        let text = decode(bytes)?;
        let root = read(&text, &KNOWN)?;
        let project = Values { text: &text, of: &root };
        if root.name != "Project" {
            return Err(project.wrong(FileProblem::NotThisFormat, root.name));
        }
        let mut reading = Reading { project, plan: plan(project)?, tasks: Vec::new(), unused: Vec::new() };
        reading.choices();
        reading.tasks()?;
        reading.resources()?;
        reading.calendars()?;
        let Reading { plan, tasks, unused, .. } = reading;
        Ok(Self { plan, tasks, unused, text, root })
    }
}

fn plan(project: Values<'_>) -> Result<Plan, FileFault> {
    let Some(start) = project.time("StartDate")? else {
        return Err(project.wrong(FileProblem::Value, "StartDate"));
    };
    let mut plan = Plan::starting(Moment::At(start));
    plan.status = project.time("StatusDate")?.map(Moment::At);
    if let Some(minutes) = project.number("MinutesPerDay")? {
        let minutes = u32::try_from(minutes).ok().filter(|minutes| (1..=1440).contains(minutes));
        plan.minutes_per_day = minutes.ok_or_else(|| project.wrong(FileProblem::Value, "MinutesPerDay"))?;
    }
    // The limit is told in days.
    let limit = project.number("CriticalSlackLimit")?.unwrap_or_default().clamp(-36_500, 36_500);
    plan.critical_float = limit * i64::from(plan.minutes_per_day);
    plan.calendar = project.text("CalendarUID").filter(|uid| uid != "-1");
    Ok(plan)
}

struct Reading<'a> {
    project: Values<'a>,
    plan: Plan,
    tasks: Vec<SourceTask>,
    unused: Vec<Unused>,
}

impl Reading<'_> {
    fn choices(&mut self) {
        if self.project.text("ScheduleFromStart").as_deref() == Some("0") {
            self.unused.push(Unused::ScheduledFromFinish);
        }
        if self.project.flag("HonorConstraints") {
            self.unused.push(Unused::ConstraintsHonoured);
        }
    }

    fn tasks(&mut self) -> Result<(), FileFault> {
        let mut rows: BTreeMap<String, usize> = BTreeMap::new();
        let mut left_out = BTreeSet::new();
        let mut above: Vec<(i64, String)> = Vec::new();
        let project = self.project;
        for (element, values) in project.of.list("Tasks", "Task").map(|of| project.on(of)).enumerate() {
            if element >= PLAN_TASKS {
                return Err(values.wrong(FileProblem::TooLarge, "Task"));
            }
            let Some(uid) = values.text("UID") else {
                return Err(values.wrong(FileProblem::Value, "UID"));
            };
            if values.flag("IsNull") {
                left_out.insert(uid);
                continue;
            }
            if values.text("Active").as_deref() == Some("0") {
                self.unused.push(Unused::InactiveTask { uid: uid.clone() });
                left_out.insert(uid);
                continue;
            }
            if rows.insert(uid.clone(), self.tasks.len()).is_some() {
                return Err(values.wrong(FileProblem::Twice, &format!("UID: {uid}")));
            }
            let source = task::source(values, uid.clone(), element)?;
            let mut task = task::task(values, &source)?;
            let level = values.number("OutlineLevel")?.unwrap_or(1);
            while above.last().is_some_and(|(above, _)| *above >= level) {
                above.pop();
            }
            task.parent = above.last().map(|(_, uid)| uid.clone());
            above.push((level, uid));
            self.tasks.push(source);
            self.plan.tasks.push(task);
        }
        self.relations(&rows, &left_out)
    }

    fn relations(
        &mut self,
        rows: &BTreeMap<String, usize>,
        left_out: &BTreeSet<String>,
    ) -> Result<(), FileFault> {
        let elements: Vec<_> = self.project.of.list("Tasks", "Task").collect();
        for (row, source) in self.tasks.iter().enumerate() {
            let links = elements[source.element].all("PredecessorLink");
            for link in links.map(|of| self.project.on(of)) {
                let uid = source.uid.clone();
                match task::relation(link)? {
                    Some(relation) if rows.contains_key(&relation.task) => {
                        self.plan.tasks[row].predecessors.push(relation);
                    }
                    Some(relation) if !left_out.contains(&relation.task) => {
                        let what = format!("PredecessorUID: {}", relation.task);
                        return Err(link.wrong(FileProblem::Unknown, &what));
                    }
                    _ => self.unused.push(Unused::RelationElsewhere { uid }),
                }
            }
        }
        let assignments: Vec<_> = self.project.of.list("Assignments", "Assignment").collect();
        for of in assignments {
            if let Some((task, assignment)) = task::assignment(self.project.on(of))?
                && let Some(row) = rows.get(&task)
            {
                self.plan.tasks[*row].assignments.push(assignment);
            }
        }
        Ok(())
    }

    fn resources(&mut self) -> Result<(), FileFault> {
        let mut with_calendar = BTreeMap::new();
        let project = self.project;
        for values in project.of.list("Resources", "Resource").map(|of| project.on(of)) {
            let Some(id) = values.text("UID") else { continue };
            let own = values.text("CalendarUID").is_some_and(|uid| uid != "-1");
            let units = values.decimal("MaxUnits")?.unwrap_or(1.0);
            if units < 0.0 {
                return Err(values.wrong(FileProblem::Negative, "MaxUnits"));
            }
            if with_calendar.insert(id.clone(), own).is_none() {
                self.plan.resources.push(Resource { id, units });
            }
        }
        let elements: Vec<_> = self.project.of.list("Tasks", "Task").collect();
        for (task, source) in self.plan.tasks.iter_mut().zip(&mut self.tasks) {
            // Work that nobody is named for is no assignment.
            task.assignments.retain(|each| with_calendar.contains_key(&each.resource));
            let ignores = self.project.on(elements[source.element]).flag("IgnoreResourceCalendar");
            source.has_resource_calendar =
                !ignores && task.assignments.iter().any(|each| with_calendar[&each.resource]);
        }
        Ok(())
    }

    /// Those that the plan or a task names.
    fn calendars(&mut self) -> Result<(), FileFault> {
        let tasks = self.plan.tasks.iter().filter_map(|task| task.calendar.clone());
        let used: BTreeSet<String> = tasks.chain(self.plan.calendar.clone()).collect();
        for uid in used {
            let calendar = calendar::of(self.project, &uid, &mut self.unused)?;
            self.plan.calendars.push(calendar);
        }
        Ok(())
    }
}
