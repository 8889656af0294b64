//! The sovereignty level of everything that is judged, with the reason for each.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use hefu_domain::text::Words;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::evaluate::Standing;
use crate::form::{Citation, Confidence};
use crate::level::Level;
use crate::pack::PackRef;
use crate::question;
use crate::shelf::{Reach, Shelf};
use crate::subject::{AskedOf, Bench, Held, Subject, SubjectError, SubjectKind};
use crate::value::Truth;
use crate::weigh::Weighing;

const DECISION: &str = "level";

/// The levels of an inventory. A self-assessment on the packs that are listed; no legal advice, no official verdict.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Classified {
    pub as_of: NaiveDate,
    /// The packs that were asked.
    pub packs: Vec<PackRef>,
    pub rows: Vec<ClassifiedRow>,
}

/// The level of one subject.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct ClassifiedRow {
    pub subject: String,
    pub kind: SubjectKind,
    pub standing: Standing,
    /// None while facts are missing, and where no rule speaks, which is no permission.
    pub level: Option<Level>,
    /// The strictest level that is still possible: plan for this.
    pub plan_for: Option<Level>,
    /// Every rule that lifts it to a level, the highest first.
    pub reasons: Vec<Reason>,
    /// The facts whose answers can lift it.
    pub ask: Vec<AskedOf>,
    /// Countries whose law reaches it and of which there is no pack.
    pub without_pack: BTreeSet<String>,
    /// Subjects of which nobody has said whose law reaches them.
    pub unknown_jurisdiction: Vec<String>,
    /// Packs that were not read and can only raise unknown.
    pub not_read: BTreeSet<String>,
}

/// Why a subject has a level.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "LevelReason")]
pub struct Reason {
    pub level: Level,
    /// Of which subject it is said: itself, or something it holds.
    pub of: String,
    pub pack: String,
    pub jurisdiction: String,
    pub rule: String,
    pub text: Words,
    pub cite: Vec<Citation>,
    pub confidence: Confidence,
    /// Unknown when the rule may hold.
    pub truth: Truth,
}

/// Finds the level of every subject.
///
/// # Errors
/// What makes the inventory unusable, with the subject.
pub fn classify(
    subjects: &[Subject],
    shelf: &Shelf,
    as_of: NaiveDate,
    reach: Reach,
) -> Result<Classified, SubjectError> {
    let bench = Bench::new(subjects, shelf, as_of, reach)?;
    let rows = (0..subjects.len()).map(|at| row(&bench, at)).collect();
    Ok(Classified { as_of, packs: asked(&bench), rows })
}

pub(crate) fn asked(bench: &Bench<'_>) -> Vec<PackRef> {
    let packs: BTreeMap<(&str, &str), PackRef> = bench
        .held
        .iter()
        .flatten()
        .map(|held| ((held.pack.id(), held.pack.version()), held.pack))
        .collect::<BTreeMap<_, _>>()
        .into_iter()
        .map(|(key, pack)| (key, pack.reference()))
        .collect();
    packs.into_values().collect()
}

/// What one pack says of the level of one subject: at least, and at most.
pub(crate) struct Bounds {
    pub floor: Option<u64>,
    pub top: Option<u64>,
}

pub(crate) fn bounds(held: &Held<'_>, as_of: NaiveDate) -> Bounds {
    let Some(decision) = held.pack.decision(DECISION) else { return Bounds { floor: None, top: None } };
    if held.pack.is_stub() {
        return Bounds { floor: None, top: Some(Level::SL5.rank()) };
    }
    let verdict = Weighing::new(held.pack, as_of, &held.facts).verdict(decision);
    let rank = |value: usize| held.pack.decisions[decision].values[value].rank;
    let sure = !verdict.possible.contains(&None);
    let ranks: Vec<u64> = verdict.possible.iter().flatten().map(|value| rank(*value)).collect();
    Bounds { floor: ranks.iter().min().copied().filter(|_| sure), top: ranks.iter().max().copied() }
}

fn row(bench: &Bench<'_>, at: usize) -> ClassifiedRow {
    let subject = &bench.subjects[at];
    let closure = &bench.closures[at];
    let mut without_pack = BTreeSet::new();
    let mut unknown_jurisdiction = Vec::new();
    let mut not_read = BTreeSet::new();
    let mut all = Vec::new();
    for part in closure {
        without_pack.extend(bench.without[*part].iter().cloned());
        if bench.subjects[*part].jurisdictions.is_none() {
            unknown_jurisdiction.push(bench.subjects[*part].id.clone());
        }
        for held in &bench.held[*part] {
            if held.pack.is_stub() && held.pack.decision(DECISION).is_some() {
                not_read.insert(held.pack.id().to_owned());
            }
            all.push((*part, held, bounds(held, bench.as_of)));
        }
    }
    let floor = all.iter().filter_map(|(_, _, bounds)| bounds.floor).max();
    let top = all.iter().filter_map(|(_, _, bounds)| bounds.top).max();
    let highest = Level::SL5.rank();
    let blind = !without_pack.is_empty() || !unknown_jurisdiction.is_empty();
    let top = if blind { Some(highest) } else { top };
    let decided = top <= floor;
    let ask = if decided { Vec::new() } else { questions(bench, &all, floor) };
    // What every answer would decide alike is decided; a law that was not read is no such thing.
    let decided = decided || (ask.is_empty() && !blind && not_read.is_empty() && floor.is_some());
    let standing = match (decided, floor) {
        (true, Some(_)) => Standing::Decided,
        (true, None) => Standing::NoRule,
        (false, _) if ask.is_empty() && !blind => Standing::NotRead,
        (false, _) => Standing::NeedsInfo,
    };
    ClassifiedRow {
        subject: subject.id.clone(),
        kind: subject.kind,
        standing,
        level: floor.filter(|_| decided).map(Level::of_rank),
        plan_for: top.filter(|_| !decided).map(Level::of_rank),
        reasons: reasons(bench, &all),
        ask,
        without_pack,
        unknown_jurisdiction,
        not_read,
    }
}

type Part<'b, 'a> = (usize, &'b Held<'a>, Bounds);

fn questions(bench: &Bench<'_>, all: &[Part<'_, '_>], floor: Option<u64>) -> Vec<AskedOf> {
    let mut asked: BTreeMap<(usize, String), AskedOf> = BTreeMap::new();
    for (part, held, bounds) in
        all.iter().filter(|(_, held, bounds)| bounds.top > floor && !held.pack.is_stub())
    {
        let Some(decision) = held.pack.decision(DECISION).filter(|_| bounds.top != bounds.floor) else {
            continue;
        };
        let weighing = Weighing::new(held.pack, bench.as_of, &held.facts);
        for fact in question::above(&weighing, decision, floor).facts {
            let fact = &held.pack.facts[fact];
            let entry = AskedOf {
                subject: bench.subjects[*part].id.clone(),
                fact: fact.id.clone(),
                question: fact.ask.clone(),
                values: fact.values.clone(),
            };
            asked.insert((*part, fact.id.clone()), entry);
        }
    }
    asked.into_values().collect()
}

fn reasons(bench: &Bench<'_>, all: &[Part<'_, '_>]) -> Vec<Reason> {
    let mut reasons = Vec::new();
    for (part, held, _) in all {
        let Some(decision) = held.pack.decision(DECISION).filter(|_| !held.pack.is_stub()) else { continue };
        let weighing = Weighing::new(held.pack, bench.as_of, &held.facts);
        let choice = &held.pack.decisions[decision];
        for (rule, conclusion) in &choice.rules {
            let truth = weighing.truth(*rule);
            if truth == Truth::False {
                continue;
            }
            let rank = weighing.concluded(conclusion).iter().map(|value| choice.values[*value].rank).max();
            let rule = &held.pack.rules[*rule];
            reasons.push(Reason {
                level: Level::of_rank(rank.unwrap_or_default()),
                of: bench.subjects[*part].id.clone(),
                pack: held.pack.id().to_owned(),
                jurisdiction: held.pack.jurisdiction().to_owned(),
                rule: rule.id.clone(),
                text: rule.text.clone(),
                cite: rule.cite.clone(),
                confidence: rule.conf,
                truth,
            });
        }
    }
    reasons.sort_by(|a, b| (b.level, &a.of, &a.pack, &a.rule).cmp(&(a.level, &b.of, &b.pack, &b.rule)));
    reasons
}
