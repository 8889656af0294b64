//! Tasks and their relations.

use hefu_schedule::Moment;
use hefu_schedule::plan::{
    Assignment, BaselineDates, Constraint, ConstraintKind, Lag, ManualDates, Relation, RelationType, Task,
};

use super::SourceTask;
use super::value::{Values, is_elapsed, span};
use crate::fault::{FileFault, FileProblem};

/// Kinds of constraints by their number.
pub(super) const CONSTRAINTS: [ConstraintKind; 8] = [
    ConstraintKind::AsSoonAsPossible,
    ConstraintKind::AsLateAsPossible,
    ConstraintKind::MustStartOn,
    ConstraintKind::MustFinishOn,
    ConstraintKind::StartNoEarlierThan,
    ConstraintKind::StartNoLaterThan,
    ConstraintKind::FinishNoEarlierThan,
    ConstraintKind::FinishNoLaterThan,
];

/// Types of relations by their number.
pub(super) const RELATIONS: [RelationType; 4] = [
    RelationType::FinishFinish,
    RelationType::FinishStart,
    RelationType::StartFinish,
    RelationType::StartStart,
];

/// What the file says of a task.
pub(super) fn source(task: Values<'_>, uid: String, element: usize) -> Result<SourceTask, FileFault> {
    let is_split = task.of.all("TimephasedData").next().is_some();
    Ok(SourceTask {
        uid,
        name: task.text("Name").unwrap_or_default(),
        start: task.time("Start")?,
        finish: task.time("Finish")?,
        total_slack: task.number("TotalSlack")?,
        critical: task.text("Critical").map(|_| task.flag("Critical")),
        is_manual: task.flag("Manual"),
        is_summary: task.flag("Summary"),
        has_resource_calendar: false,
        is_levelled: is_split || task.number("LevelingDelay")?.unwrap_or_default() != 0,
        is_external: task.flag("ExternalTask"),
        element,
    })
}

/// A task of the plan, but for its parent, relations and assignments.
pub(super) fn task(values: Values<'_>, source: &SourceTask) -> Result<Task, FileFault> {
    let format = values.number("DurationFormat")?;
    let duration = values.duration("Duration")?.unwrap_or_default();
    let at = |name: &str| values.time(name).map(|at| at.map(Moment::At));
    let mut task = Task {
        id: source.uid.clone(),
        duration: span(duration, format),
        calendar: values.text("CalendarUID").filter(|uid| uid != "-1"),
        deadline: at("Deadline")?,
        actual_start: at("ActualStart")?,
        actual_finish: at("ActualFinish")?,
        ..Task::default()
    };
    let percent = values.decimal("PercentComplete")?;
    if percent.is_some_and(|percent| !(0.0..=100.0).contains(&percent)) {
        return Err(values.wrong(FileProblem::Value, "PercentComplete"));
    }
    if task.actual_start.is_some() {
        task.percent = percent;
        task.remaining = values.duration("RemainingDuration")?.map(|seconds| span(seconds, format));
    }
    if source.is_manual || source.is_external {
        let dates =
            source.start.zip(source.finish).map(|(start, finish)| (Moment::At(start), Moment::At(finish)));
        task.manual = dates.map(|(start, finish)| ManualDates { start, finish });
    }
    let kind = values.number("ConstraintType")?.unwrap_or_default();
    let kind = usize::try_from(kind).ok().and_then(|kind| CONSTRAINTS.get(kind));
    let kind = *kind.ok_or_else(|| values.wrong(FileProblem::Value, "ConstraintType"))?;
    if kind != ConstraintKind::AsSoonAsPossible {
        task.constraints = vec![Constraint { kind, date: at("ConstraintDate")? }];
    }
    for baseline in values.of.all("Baseline").map(|of| values.on(of)) {
        let (Some(start), Some(finish)) = (baseline.time("Start")?, baseline.time("Finish")?) else {
            continue;
        };
        let number = baseline.text("Number").unwrap_or_default();
        let (start, finish) = (Moment::At(start), Moment::At(finish));
        task.baselines.push(BaselineDates { baseline: number, start, finish });
    }
    Ok(task)
}

/// A relation of a task; none to a task of another file.
pub(super) fn relation(link: Values<'_>) -> Result<Option<Relation>, FileFault> {
    let Some(task) = link.text("PredecessorUID") else {
        return Err(link.wrong(FileProblem::Value, "PredecessorUID"));
    };
    if link.flag("CrossProject") {
        return Ok(None);
    }
    let number = link.number("Type")?.unwrap_or(1);
    let kind = usize::try_from(number).ok().and_then(|number| RELATIONS.get(number));
    let kind = *kind.ok_or_else(|| link.wrong(FileProblem::Value, &format!("Type: {number}")))?;
    // Tenths of a minute; of a share, hundredths.
    let lag = link.decimal("LinkLag")?.unwrap_or_default();
    let lag = match link.number("LagFormat")?.unwrap_or(7) {
        19 | 20 | 51 | 52 => Lag::Percent(lag),
        format if is_elapsed(format) => Lag::ElapsedMinutes(lag / 10.0),
        _ => Lag::Minutes(lag / 10.0),
    };
    Ok(Some(Relation { task, kind, lag }))
}

/// Who works on which task.
pub(super) fn assignment(values: Values<'_>) -> Result<Option<(String, Assignment)>, FileFault> {
    let (Some(task), Some(resource)) = (values.text("TaskUID"), values.text("ResourceUID")) else {
        return Ok(None);
    };
    let units = values.decimal("Units")?.unwrap_or(1.0);
    if units < 0.0 {
        return Err(values.wrong(FileProblem::Negative, "Units"));
    }
    Ok(Some((task, Assignment { resource, units })))
}
