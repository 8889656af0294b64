//! A plan back into the text it came from.

use std::collections::BTreeMap;
use std::ops::Range;

use chrono::NaiveDateTime;
use hefu_schedule::outcome::TaskDates;
use hefu_schedule::plan::Task;
use hefu_schedule::{LivePlan, PlanFault};

use super::loss::{Loss, losses};
use super::new::{Names, TaskText, task_text};
use super::{Mspdi, SourceTask};
use crate::xml::{Element, folded};

/// Values in their order in a file.
const ORDER: [&str; 40] = [
    "UID",
    "ID",
    "Name",
    "Active",
    "Manual",
    "Type",
    "IsNull",
    "CreateDate",
    "Contact",
    "WBS",
    "WBSLevel",
    "OutlineNumber",
    "OutlineLevel",
    "Priority",
    "Start",
    "Finish",
    "Duration",
    "ManualStart",
    "ManualFinish",
    "ManualDuration",
    "DurationFormat",
    "Work",
    "Stop",
    "Resume",
    "ResumeValid",
    "EffortDriven",
    "Recurring",
    "OverAllocated",
    "Estimated",
    "Milestone",
    "Summary",
    "Critical",
    "IsSubproject",
    "EarlyStart",
    "EarlyFinish",
    "LateStart",
    "LateFinish",
    "StartVariance",
    "FreeSlack",
    "TotalSlack",
];

impl Mspdi {
    /// The file with the dates of `schedule`, and with what `plan` changed of its tasks. A plan as it was read, with
    /// the dates that the file states, comes out as the same text.
    ///
    /// # Errors
    /// A date comes out beyond what a calendar knows.
    pub fn write(&self, live: &LivePlan, names: &Names) -> Result<(String, Vec<Loss>), PlanFault> {
        let (plan, schedule) = (live.plan(), live.schedule()?);
        let mut edits = Edits::default();
        let before: BTreeMap<&str, usize> =
            self.plan.tasks.iter().enumerate().map(|(row, task)| (task.id.as_str(), row)).collect();
        let elements: Vec<&Element> = self.root.list("Tasks", "Task").collect();
        let mut kept = vec![false; self.plan.tasks.len()];
        let mut fresh = String::new();
        for (row, (task, dates)) in plan.tasks.iter().zip(&schedule.tasks).enumerate() {
            match before.get(task.id.as_str()) {
                Some(old) => {
                    kept[*old] = true;
                    let element = elements[self.tasks[*old].element];
                    let same = |one, other| live.work_between(row, one, other) == Some(0);
                    self.dates(&mut edits, element, &self.tasks[*old], dates, same);
                    let (was, is) = (&self.plan.tasks[*old], task);
                    if was != is {
                        self.rewrite(&mut edits, element, was, &TaskText { plan, row, dates, names });
                    }
                }
                None => fresh.push_str(&task_text(&TaskText { plan, row, dates, names })),
            }
        }
        for (row, _) in kept.iter().enumerate().filter(|(_, kept)| !**kept) {
            edits.put(elements[self.tasks[row].element].whole.clone(), String::new());
        }
        if let Some(tasks) = self.root.child("Tasks").filter(|_| !fresh.is_empty()) {
            edits.put(tasks.inner.end..tasks.inner.end, fresh);
        }
        let mut lost = losses(plan);
        if plan.calendars != self.plan.calendars || plan.resources != self.plan.resources {
            lost.push(Loss::NewCalendarOrResource);
        }
        Ok((edits.applied(&self.text), lost))
    }

    /// Puts dates that are not the file's in the place of its own. Those that say the same instant of work stay.
    fn dates(
        &self,
        edits: &mut Edits,
        element: &Element,
        source: &SourceTask,
        dates: &TaskDates,
        same: impl Fn(NaiveDateTime, NaiveDateTime) -> bool,
    ) {
        let time = |at: NaiveDateTime| at.format("%Y-%m-%dT%H:%M:%S").to_string();
        let is_same = source.start.is_some_and(|start| same(start, dates.start_at))
            && source.finish.is_some_and(|finish| same(finish, dates.finish_at));
        if !is_same {
            let (start, finish) = (time(dates.start_at), time(dates.finish_at));
            for (name, value) in
                [("Start", &start), ("Finish", &finish), ("EarlyStart", &start), ("EarlyFinish", &finish)]
            {
                self.set(edits, element, name, value);
            }
        }
        let float = dates.total_float.map_or(0, |float| float.minutes * 10);
        if source.total_slack != Some(float) {
            self.set(edits, element, "TotalSlack", &float.to_string());
            if let Some(late) = dates.late {
                self.set(edits, element, "LateStart", &time(late.start_at));
                self.set(edits, element, "LateFinish", &time(late.finish_at));
            }
            if let Some(free) = dates.free_float {
                self.set(edits, element, "FreeSlack", &(free.minutes * 10).to_string());
            }
        }
        if source.critical != Some(dates.critical) {
            self.set(edits, element, "Critical", if dates.critical { "1" } else { "0" });
        }
    }

    /// Sets one value of a task, in its place among the others.
    fn set(&self, edits: &mut Edits, element: &Element, name: &str, value: &str) {
        if let Some(child) = element.child(name) {
            let is_empty = child.inner.is_empty() && child.inner.start == child.whole.end;
            match is_empty {
                true => edits.put(child.whole.clone(), format!("<{name}>{}</{name}>", folded(value))),
                false if self.text.get(child.inner.clone()) == Some(value) => {}
                false => edits.put(child.inner.clone(), folded(value)),
            }
            return;
        }
        let rank = |name: &str| ORDER.iter().position(|each| *each == name);
        let before = |child: &&Element| rank(child.name).is_some_and(|own| Some(own) < rank(name));
        let at =
            element.children.iter().rev().find(before).map_or(element.inner.start, |child| child.whole.end);
        edits.put(at..at, format!("<{name}>{}</{name}>", folded(value)));
    }

    /// Puts what changed of a task in the place of what the file says of it.
    fn rewrite(&self, edits: &mut Edits, element: &Element, was: &Task, is: &TaskText<'_>) {
        for (names, lines) in is.parts(was) {
            let mut at = None;
            for child in element.children.iter().filter(|child| names.contains(&child.name)) {
                at.get_or_insert(child.whole.start);
                edits.put(child.whole.clone(), String::new());
            }
            let rank = |name: &str| ORDER.iter().position(|each| *each == name);
            let first = names.iter().filter_map(|name| rank(name)).min();
            let before =
                |child: &&Element| first.is_some() && rank(child.name) < first && rank(child.name).is_some();
            let after = || {
                element.children.iter().rev().find(before).map_or(element.inner.end, |child| child.whole.end)
            };
            let at = at.unwrap_or_else(after);
            edits.put(at..at, lines);
        }
    }
}

/// Places of a text and what is to stand there.
#[derive(Default)]
struct Edits(Vec<(Range<usize>, String)>);

impl Edits {
    fn put(&mut self, place: Range<usize>, text: String) {
        self.0.push((place, text));
    }

    fn applied(mut self, text: &str) -> String {
        // What is put in goes before what is taken away from the same place on.
        self.0.sort_by_key(|(place, _)| (place.start, place.end));
        let mut made = String::with_capacity(text.len());
        let mut at = 0;
        for (place, new) in self.0 {
            // A value inside of what was taken away goes with it.
            if place.start < at {
                continue;
            }
            made.push_str(&text[at..place.start]);
            made.push_str(&new);
            at = place.end;
        }
        made.push_str(&text[at..]);
        made
    }
}

#[cfg(test)]
mod tests;
