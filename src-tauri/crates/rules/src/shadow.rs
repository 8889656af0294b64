//! Shadow evaluation: the same facts at another date, or with drafts, held against today. It blocks nothing.

#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::checklist::Checklist;
use crate::evaluate::{Decision, Due, Evaluation, Standing, evaluate};
use crate::form::{Combine, Status};
use crate::pack::{Pack, PackRef};
use crate::shelf::{Reach, Shelf};
use crate::subject::{Bench, Subject, SubjectError};
use crate::value::{Truth, Value};

/// What a shadow evaluation found. Never binding: only what is in force today may block a gate.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Shadow {
    pub today: NaiveDate,
    pub then: NaiveDate,
    pub packs_today: Vec<PackRef>,
    pub packs_then: Vec<PackRef>,
    /// By days left, then the strictest first.
    pub rows: Vec<ShadowRow>,
}

/// How a decision changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[schemars(rename = "ShadowChange")]
pub enum Change {
    Conflict,
    Stricter,
    NewlyUnknown,
    DifferentGround,
    NewlyKnown,
    Looser,
    Same,
}

/// One decision of one subject, now and then.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct ShadowRow {
    pub subject: String,
    pub pack: String,
    pub decision: String,
    pub change: Change,
    pub now: Stand,
    pub then: Stand,
    /// Days until what changes begins; none when nothing does.
    pub days_left: Option<i64>,
    /// What is to be done that was not, with its clock.
    pub new_duties: Vec<String>,
    pub clocks: Vec<Due>,
    /// Gates that would wait for evidence of it.
    pub gates: Vec<String>,
    /// The pack of then is a draft, of unknown standing or was not read.
    pub tentative: bool,
}

/// How a decision stands on one side, and the rules that say so.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "ShadowStand")]
pub struct Stand {
    /// None where no pack speaks.
    pub standing: Option<Standing>,
    pub value: Option<Value>,
    pub plan_for: Option<Value>,
    pub ask: Vec<String>,
    pub rules: Vec<String>,
    pub version: Option<String>,
}

/// Holds the same facts against today's packs and those of then. `own` are packs of one's own for then alone.
///
/// # Errors
/// What makes the inventory unusable.
pub fn shadow(
    subjects: &[Subject],
    shelf: &Shelf,
    today: NaiveDate,
    then: (NaiveDate, Reach),
    own: Vec<Pack>,
    checklist: Option<&Checklist>,
) -> Result<Shadow, SubjectError> {
    let later = shelf.with(own);
    let a = Bench::new(subjects, shelf, today, Reach::InForce)?;
    let b = Bench::new(subjects, &later, then.0, then.1)?;
    let mut rows = Vec::new();
    for (at, subject) in subjects.iter().enumerate() {
        let side = |bench: &Bench<'_>| -> Result<BTreeMap<String, Evaluation>, SubjectError> {
            let evaluated = bench.held[at].iter().map(|held| {
                let found = evaluate(held.pack, &subject.facts, bench.as_of);
                let found =
                    found.map_err(|error| SubjectError::Fact { subject: subject.id.clone(), error })?;
                Ok((held.pack.id().to_owned(), found))
            });
            evaluated.collect()
        };
        let (now, later_on) = (side(&a)?, side(&b)?);
        let ids: BTreeSet<&String> = now.keys().chain(later_on.keys()).collect();
        for id in ids {
            let pack = later.on(id, then.0).or_else(|| shelf.on(id, today));
            let Some(pack) = pack else { continue };
            let comparison = Comparison { subject, pack, today, then: then.0, checklist };
            rows.extend(comparison.rows(now.get(id), later_on.get(id)));
        }
    }
    let order = |row: &ShadowRow| {
        (row.days_left.unwrap_or(i64::MAX), row.change, row.subject.clone(), row.pack.clone())
    };
    rows.sort_by_key(order);
    Ok(Shadow {
        today,
        then: then.0,
        packs_today: crate::classify::asked(&a),
        packs_then: crate::classify::asked(&b),
        rows,
    })
}

struct Comparison<'a> {
    subject: &'a Subject,
    pack: &'a Pack,
    today: NaiveDate,
    then: NaiveDate,
    checklist: Option<&'a Checklist>,
}

impl Comparison<'_> {
    fn rows(&self, now: Option<&Evaluation>, then: Option<&Evaluation>) -> Vec<ShadowRow> {
        let of = |side: Option<&Evaluation>| -> BTreeSet<String> {
            side.iter().flat_map(|side| side.decisions.iter().map(|each| each.id.clone())).collect()
        };
        let decisions = &of(now) | &of(then);
        decisions.iter().map(|id| self.row(id, now, then)).collect()
    }

    fn row(&self, id: &str, now: Option<&Evaluation>, then: Option<&Evaluation>) -> ShadowRow {
        let decision = |side: Option<&Evaluation>| side.and_then(|side| side.decision(id)).cloned();
        let (before, after) = (decision(now), decision(then));
        let tentative = then.is_some()
            && (self.pack.is_stub() || matches!(self.pack.status(), Status::Draft | Status::Unknown));
        let mut change = self.change(id, before.as_ref(), after.as_ref());
        // What nobody has read, or what may still be rewritten, is never "no change".
        if tentative
            && matches!(change, Change::Same | Change::Looser | Change::NewlyKnown | Change::DifferentGround)
        {
            change = Change::NewlyUnknown;
        }
        let fresh = added(before.as_ref(), after.as_ref());
        let outcomes: Vec<_> = fresh.iter().filter_map(|value| self.pack.outcome(id, value)).collect();
        let items = outcomes.iter().flat_map(|outcome| outcome.items.iter().map(String::as_str));
        let gates = self.checklist.map(|list| list.gates_of(items)).unwrap_or_default();
        let clocks = after.iter().flat_map(|after| after.clocks.iter());
        let clocks = clocks.filter(|due| fresh.contains(&due.outcome)).cloned().collect();
        let days_left =
            (change != Change::Same).then(|| (self.begins(after.as_ref()) - self.today).num_days());
        let is_union = after.as_ref().is_some_and(|after| matches!(after.value, Some(Value::Many(_))));
        ShadowRow {
            subject: self.subject.id.clone(),
            pack: self.pack.id().to_owned(),
            decision: id.to_owned(),
            change,
            now: stand(before.as_ref(), now),
            then: stand(after.as_ref(), then),
            days_left,
            new_duties: if is_union { fresh.into_iter().collect() } else { Vec::new() },
            clocks,
            gates,
            tentative,
        }
    }

    fn change(&self, id: &str, now: Option<&Decision>, then: Option<&Decision>) -> Change {
        let standing = |side: Option<&Decision>| side.map_or(Standing::NoRule, |side| side.standing);
        match (standing(now), standing(then)) {
            (before, Standing::Conflict) if before != Standing::Conflict => Change::Conflict,
            (
                Standing::Decided | Standing::NoRule | Standing::Conflict,
                Standing::NeedsInfo | Standing::NotRead,
            ) => Change::NewlyUnknown,
            (
                Standing::NeedsInfo | Standing::NotRead,
                Standing::Decided | Standing::NoRule | Standing::Conflict,
            ) => Change::NewlyKnown,
            (Standing::NotRead, Standing::NotRead) => Change::NewlyUnknown,
            (Standing::Conflict, Standing::Decided | Standing::NoRule) => Change::Looser,
            _ => self.order(id, now, then),
        }
    }

    /// Which side asks for more, by the order that the pack declares.
    fn order(&self, id: &str, now: Option<&Decision>, then: Option<&Decision>) -> Change {
        let shown = |side: Option<&Decision>| {
            side.and_then(|side| side.value.clone().or_else(|| side.plan_for.clone()))
        };
        let (before, after) = (shown(now), shown(then));
        let choice = self.pack.decision(id).map(|at| &self.pack.decisions[at]);
        let Some(choice) = choice else {
            return if before == after { Change::Same } else { Change::Looser };
        };
        let rank = |value: &str| choice.values.iter().find(|each| each.text == value).map(|each| each.rank);
        match (before, after) {
            (before, after) if before == after => {
                if asks(now) == asks(then) {
                    Change::Same
                } else {
                    Change::NewlyUnknown
                }
            }
            (Some(Value::One(before)), Some(Value::One(after))) => {
                let (before, after) = (rank(&before), rank(&after));
                let (before, after) =
                    if choice.combine == Combine::Min { (after, before) } else { (before, after) };
                match after.cmp(&before) {
                    std::cmp::Ordering::Greater => Change::Stricter,
                    std::cmp::Ordering::Less => Change::Looser,
                    std::cmp::Ordering::Equal => Change::DifferentGround,
                }
            }
            (Some(Value::Many(before)), Some(Value::Many(after))) => {
                // Fewer countries are stricter; more duties are.
                let (less, more) =
                    if choice.combine == Combine::Intersect { (&after, &before) } else { (&before, &after) };
                if more.is_subset(less) { Change::Looser } else { Change::Stricter }
            }
            (None, Some(Value::One(after))) if rank(&after) == Some(0) => Change::DifferentGround,
            (None, Some(_)) => Change::Stricter,
            (Some(_), None) => Change::Looser,
            _ => Change::DifferentGround,
        }
    }

    /// The day on which what speaks then begins to speak: of its pack, or of the latest of its rules.
    fn begins(&self, then: Option<&Decision>) -> NaiveDate {
        let rules = then.iter().flat_map(|then| then.trace.iter()).filter(|step| step.truth != Truth::False);
        let starts = rules.filter_map(|step| self.pack.rules.iter().find(|rule| rule.id == step.rule)?.from);
        let latest = starts.chain([self.pack.effective_from()]).filter(|day| *day > self.today).min();
        latest.unwrap_or(self.then)
    }
}

fn asks(side: Option<&Decision>) -> Vec<String> {
    side.iter().flat_map(|side| side.ask.iter().map(|asked| asked.fact.clone())).collect()
}

fn words(side: Option<&Decision>) -> BTreeSet<String> {
    match side.and_then(|side| side.value.clone().or_else(|| side.plan_for.clone())) {
        Some(Value::One(word)) => BTreeSet::from([word]),
        Some(Value::Many(words)) => words,
        None => BTreeSet::new(),
    }
}

fn added(now: Option<&Decision>, then: Option<&Decision>) -> BTreeSet<String> {
    &words(then) - &words(now)
}

fn stand(side: Option<&Decision>, of: Option<&Evaluation>) -> Stand {
    let Some(side) = side else { return Stand::default() };
    let speaking = side.trace.iter().filter(|step| step.truth != Truth::False);
    Stand {
        standing: Some(side.standing),
        value: side.value.clone(),
        plan_for: side.plan_for.clone(),
        ask: asks(Some(side)),
        rules: speaking.map(|step| step.rule.clone()).collect(),
        version: of.map(|of| of.pack.version.clone()),
    }
}
