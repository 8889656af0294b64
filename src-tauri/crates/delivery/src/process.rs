//! How long stages and gates take, how much of that is waiting, how often work comes back, and whether a change of the
//! template made a difference; all from plain entries, in working days.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use hefu_domain::calendar::Calendar;
use rust_decimal::Decimal;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::spread::{ENOUGH, Share, Spread, percent};

mod signature;
mod wait;

use signature::signatures;
use wait::{Wait, waits};

/// What happened to a stage or gate.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", tag = "what", deny_unknown_fields)]
#[schemars(rename = "ProcessEvent")]
pub enum Event {
    Began,
    Ended,
    /// From this day on it waits for somebody: a person, a party, an authority.
    WaitBegan {
        on: String,
    },
    /// It waits for them no longer.
    WaitEnded {
        on: String,
    },
    /// Work came back: a document returned, a criterion failed.
    Returned,
    /// Somebody was asked to sign.
    NoticeSent {
        paper: String,
    },
    /// All that was asked to be signed was.
    Signed {
        paper: String,
    },
}

/// An entry, in no order that matters but that of days.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "ProcessEntry")]
pub struct Entry {
    pub project: String,
    /// The stage or gate as the template names it, so that projects compare.
    pub step: String,
    pub day: NaiveDate,
    pub event: Event,
}

/// By what projects are told apart.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ProjectTraits {
    pub project: String,
    pub template: Option<String>,
    pub client: Option<String>,
    pub partners: Vec<String>,
}

/// A step of one project as measured.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct StepTime {
    pub project: String,
    pub step: String,
    pub began: NaiveDate,
    /// None while it runs.
    pub ended: Option<NaiveDate>,
    /// Working days from the first to the last, both counted; up to today while it runs.
    pub days: u32,
    /// Of these, days on which it waited for somebody.
    pub waiting: u32,
    pub working: u32,
    /// How often work came back.
    pub returns: u32,
    /// For whom it waited, and how long.
    pub waited_on: BTreeMap<String, u32>,
}

/// All that finished of one step.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct StepTimes {
    pub step: String,
    pub days: Spread,
    pub waiting: Spread,
    pub returned: Share,
}

/// Papers from being asked for to being signed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct SignatureTime {
    pub project: String,
    pub paper: String,
    pub noticed: NaiveDate,
    pub signed: Option<NaiveDate>,
    /// Working days after the notice up to the signature, or to today.
    pub days: u32,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Process {
    /// By project and step.
    pub steps: Vec<StepTime>,
    /// By step.
    pub finished: Vec<StepTimes>,
    /// The step in which most days were waited in all; none when nothing waited.
    pub bottleneck: Option<Bottleneck>,
    pub signatures: Vec<SignatureTime>,
    pub signed: Option<Spread>,
    /// The same by template, client and partner.
    pub groups: Vec<Group>,
    /// Entries that fit nothing: an end without a beginning, a wait that ends before it begins.
    pub unfit: Vec<Entry>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Bottleneck {
    pub step: String,
    pub waiting: u32,
    /// For whom most; none when it is not said.
    pub on: Option<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[schemars(rename = "ProcessGroupKind")]
pub enum GroupKind {
    Template,
    Client,
    Partner,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(rename = "ProcessGroup")]
pub struct Group {
    pub by: GroupKind,
    pub name: String,
    pub finished: Vec<StepTimes>,
}

/// Before and after a day on which something changed, of the steps that finished.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(rename = "ProcessComparison")]
pub struct Comparison {
    pub step: String,
    pub before: Option<Spread>,
    pub after: Option<Spread>,
    /// By how much the middle moved, in percent of before; none when either side has fewer than five.
    pub percent: Option<Decimal>,
}

/// Measures everything up to `today`; what lies after it has not happened.
pub fn measure(
    entries: &[Entry],
    traits: &[ProjectTraits],
    calendar: &Calendar,
    today: NaiveDate,
) -> Process {
    let mut sorted: Vec<&Entry> = entries.iter().filter(|entry| entry.day <= today).collect();
    sorted.sort_by_key(|entry| entry.day);
    let mut by_step: BTreeMap<(&str, &str), Vec<&Entry>> = BTreeMap::new();
    for entry in &sorted {
        by_step.entry((&entry.project, &entry.step)).or_default().push(entry);
    }
    let mut unfit = Vec::new();
    let steps: Vec<StepTime> =
        by_step.values().filter_map(|entries| step_time(entries, calendar, today, &mut unfit)).collect();
    let signatures = signatures(&sorted, calendar, today, &mut unfit);
    let signed = signatures.iter().filter(|time| time.signed.is_some()).map(|time| time.days);
    Process {
        finished: finished(steps.iter()),
        bottleneck: bottleneck(&steps),
        signed: Spread::of(signed),
        groups: groups(&steps, traits),
        signatures,
        steps,
        unfit,
    }
}

/// Compares the finished steps that ended before `changed` with those that began on it or after; a step that ran over
/// the day belongs to neither.
pub fn compare(steps: &[StepTime], changed: NaiveDate) -> Vec<Comparison> {
    let names: BTreeSet<&str> = steps.iter().map(|step| step.step.as_str()).collect();
    let compared = |name: &str| {
        let of = || steps.iter().filter(|step| step.step == name && step.ended.is_some());
        let before =
            Spread::of(of().filter(|step| step.ended.is_some_and(|end| end < changed)).map(|s| s.days));
        let after = Spread::of(of().filter(|step| step.began >= changed).map(|step| step.days));
        let enough = |spread: Option<Spread>| spread.filter(|spread| spread.count >= ENOUGH)?.median;
        let moved = enough(before).zip(enough(after)).filter(|(before, _)| !before.is_zero());
        let percent = moved.map(|(before, after)| percent(after - before, before));
        Comparison { step: name.to_owned(), before, after, percent }
    };
    names.into_iter().map(compared).collect()
}

fn step_time(
    entries: &[&Entry],
    calendar: &Calendar,
    today: NaiveDate,
    unfit: &mut Vec<Entry>,
) -> Option<StepTime> {
    let first = entries.first()?;
    let Some(began) = entries.iter().find(|entry| entry.event == Event::Began).map(|entry| entry.day) else {
        let of_step =
            |entry: &&&Entry| !matches!(entry.event, Event::NoticeSent { .. } | Event::Signed { .. });
        unfit.extend(entries.iter().filter(of_step).map(|entry| (*entry).clone()));
        return None;
    };
    // A step that was ended and taken up again ended when it ended last.
    let last_begin =
        entries.iter().rfind(|entry| entry.event == Event::Began).map_or(began, |entry| entry.day);
    let ended = entries.iter().rfind(|entry| entry.event == Event::Ended).map(|entry| entry.day);
    let ended = ended.filter(|ended| *ended >= last_begin);
    let until = ended.unwrap_or(today);
    let waits = waits(entries, until, unfit);
    let works = |day: &NaiveDate| calendar.works(*day);
    let all: Vec<NaiveDate> = began.iter_days().take_while(|day| *day <= until).filter(works).collect();
    let is_in = |day: &NaiveDate, wait: &Wait<'_>| wait.from <= *day && *day < wait.to;
    let count = |days: usize| u32::try_from(days).unwrap_or(u32::MAX);
    let waiting = count(all.iter().filter(|day| waits.iter().any(|wait| is_in(day, wait))).count());
    let names: BTreeSet<&str> = waits.iter().map(|wait| wait.on).collect();
    let on = |name: &str| {
        let of = |day: &&NaiveDate| waits.iter().any(|wait| wait.on == name && is_in(day, wait));
        (name.to_owned(), count(all.iter().filter(of).count()))
    };
    Some(StepTime {
        project: first.project.clone(),
        step: first.step.clone(),
        began,
        ended,
        days: count(all.len()),
        waiting,
        working: count(all.len()) - waiting,
        returns: count(entries.iter().filter(|entry| entry.event == Event::Returned).count()),
        waited_on: names.into_iter().map(on).collect(),
    })
}

fn finished<'a>(steps: impl Iterator<Item = &'a StepTime>) -> Vec<StepTimes> {
    let mut by_name: BTreeMap<&str, Vec<&StepTime>> = BTreeMap::new();
    for step in steps.filter(|step| step.ended.is_some()) {
        by_name.entry(&step.step).or_default().push(step);
    }
    let times = |(name, steps): (&str, Vec<&StepTime>)| {
        let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        let returned = count(steps.iter().filter(|step| step.returns > 0).count());
        Some(StepTimes {
            step: name.to_owned(),
            days: Spread::of(steps.iter().map(|step| step.days))?,
            waiting: Spread::of(steps.iter().map(|step| step.waiting))?,
            returned: Share::new(returned, count(steps.len())),
        })
    };
    by_name.into_iter().filter_map(times).collect()
}

fn bottleneck(steps: &[StepTime]) -> Option<Bottleneck> {
    let mut waiting: BTreeMap<&str, u32> = BTreeMap::new();
    let mut on: BTreeMap<(&str, &str), u32> = BTreeMap::new();
    for step in steps {
        *waiting.entry(&step.step).or_default() += step.waiting;
        for (name, days) in &step.waited_on {
            *on.entry((&step.step, name)).or_default() += days;
        }
    }
    // Of equals the first by name, so that the answer is always the same.
    let (step, days) =
        waiting.into_iter().rev().max_by_key(|(_, days)| *days).filter(|(_, days)| *days > 0)?;
    let most = on.into_iter().filter(|((of, _), _)| *of == step).rev().max_by_key(|(_, days)| *days);
    let on = most.map(|((_, name), _)| name.to_owned()).filter(|name| !name.is_empty());
    Some(Bottleneck { step: step.to_owned(), waiting: days, on })
}

fn groups(steps: &[StepTime], traits: &[ProjectTraits]) -> Vec<Group> {
    let mut members: BTreeMap<(GroupKind, &str), BTreeSet<&str>> = BTreeMap::new();
    for project in traits {
        let named = [(GroupKind::Template, &project.template), (GroupKind::Client, &project.client)];
        let named = named.into_iter().filter_map(|(kind, name)| Some((kind, name.as_deref()?)));
        let partners = project.partners.iter().map(|name| (GroupKind::Partner, name.as_str()));
        for group in named.chain(partners) {
            members.entry(group).or_default().insert(&project.project);
        }
    }
    let group = |((by, name), projects): ((GroupKind, &str), BTreeSet<&str>)| Group {
        by,
        name: name.to_owned(),
        finished: finished(steps.iter().filter(|step| projects.contains(step.project.as_str()))),
    };
    members.into_iter().map(group).collect()
}

#[cfg(test)]
mod tests;
