//! The values by which an unknown fact is tried: one for each way in which the conditions can tell values apart.

use std::collections::BTreeSet;

use chrono::Days;
use rust_decimal::Decimal;

use crate::condition::{Comparison, Subject};
use crate::form::Fact;
use crate::pack::{Choice, Conclusion, Pack};
use crate::value::{FactType, Span, SpanUnit, Typed};

/// With more words than these in conditions on one set, not every combination is tried.
const MOST_WORDS: usize = 6;

pub(crate) struct Domains {
    pub of_fact: Vec<Vec<Typed>>,
    /// Whether every way to tell values apart is among them.
    pub exact: bool,
}

impl Domains {
    pub(crate) fn of(pack: &Pack, choice: &Choice) -> Self {
        let rules = reachable(pack, choice);
        let mut comparisons = Vec::new();
        for rule in &rules {
            pack.rules[*rule].when.comparisons(&mut comparisons);
        }
        let mut exact = true;
        let whole = read_whole(pack);
        let of_fact = pack.facts.iter().enumerate().map(|(at, fact)| {
            if !choice.facts.contains(&at) {
                return Vec::new();
            }
            let here: Vec<&Comparison> =
                comparisons.iter().copied().filter(|each| each.subject == Subject::Fact(at)).collect();
            let all = representatives(fact, &here, whole.contains(&at), &mut exact);
            if whole.contains(&at) { all } else { told_apart(all, &here) }
        });
        let of_fact = of_fact.collect();
        Self { of_fact, exact }
    }
}

/// The rules that a decision can rest on: its own, those that set them aside, and those of decisions they name.
fn reachable(pack: &Pack, choice: &Choice) -> BTreeSet<usize> {
    let mut found = BTreeSet::new();
    let mut waiting: Vec<usize> = choice.rules.iter().map(|(rule, _)| *rule).collect();
    while let Some(rule) = waiting.pop() {
        if !found.insert(rule) {
            continue;
        }
        waiting.extend(&pack.rules[rule].overridden_by);
        let mut comparisons = Vec::new();
        pack.rules[rule].when.comparisons(&mut comparisons);
        for comparison in comparisons {
            if let Subject::Decision(decision) = comparison.subject {
                waiting.extend(pack.decisions[decision].rules.iter().map(|(rule, _)| *rule));
            }
        }
    }
    found
}

/// Facts of which every word counts, because a value is read by them.
fn read_whole(pack: &Pack) -> BTreeSet<usize> {
    let conclusions = pack.decisions.iter().flat_map(|choice| choice.rules.iter().map(|(_, says)| says));
    let read = conclusions.flat_map(|says| match says {
        Conclusion::Values(_) => Vec::new(),
        Conclusion::OfFact(fact, _) => vec![*fact],
        Conclusion::Lookup { by, .. } => by.clone(),
    });
    read.collect()
}

/// One value of all those that no condition tells apart.
fn told_apart(all: Vec<Typed>, comparisons: &[&Comparison]) -> Vec<Typed> {
    let mut seen = BTreeSet::new();
    let mut is_fresh =
        |value: &Typed| seen.insert(comparisons.iter().map(|each| each.holds(value)).collect::<Vec<bool>>());
    all.into_iter().filter(|value| is_fresh(value)).collect()
}

fn representatives(fact: &Fact, comparisons: &[&Comparison], whole: bool, exact: &mut bool) -> Vec<Typed> {
    let against = || comparisons.iter().flat_map(|each| &each.against);
    match fact.kind {
        FactType::Bool => vec![Typed::Bool(false), Typed::Bool(true)],
        FactType::Int => {
            let least = fact.least.unwrap_or(i64::MIN);
            let near = against().filter_map(|value| match value {
                Typed::Int(value) => Some([value.saturating_sub(1), *value, value.saturating_add(1)]),
                _ => None,
            });
            let all: BTreeSet<i64> =
                near.flatten().chain([least.max(0)]).filter(|each| *each >= least).collect();
            all.into_iter().map(Typed::Int).collect()
        }
        FactType::Decimal => {
            let step = Decimal::new(1, 9);
            let near = against().filter_map(|value| match value {
                Typed::Decimal(value) => Some([*value - step, *value, *value + step]),
                _ => None,
            });
            let least = fact.least.map(Decimal::from);
            let all: BTreeSet<Decimal> = near.flatten().chain([least.unwrap_or_default()]).collect();
            all.into_iter()
                .filter(|each| least.is_none_or(|least| *each >= least))
                .map(Typed::Decimal)
                .collect()
        }
        FactType::Date => {
            let near = against().filter_map(|value| match value {
                Typed::Date(day) => {
                    Some([day.checked_sub_days(Days::new(1)), Some(*day), day.checked_add_days(Days::new(1))])
                }
                _ => None,
            });
            let all: BTreeSet<_> = near.flatten().flatten().chain([chrono::NaiveDate::default()]).collect();
            all.into_iter().map(Typed::Date).collect()
        }
        FactType::Duration => {
            let near = against().filter_map(|value| match value {
                Typed::Span(span) => u32::try_from(span.minutes()).ok(),
                _ => None,
            });
            let near = near.flat_map(|each| [each.saturating_sub(1), each, each.saturating_add(1)]);
            let all: BTreeSet<u32> = near.chain([0]).collect();
            all.into_iter().map(|length| Typed::Span(Span { length, unit: SpanUnit::Minutes })).collect()
        }
        FactType::Enum | FactType::Country => words(fact, comparisons, whole),
        FactType::Set => sets(comparisons, exact),
    }
}

/// The words that are named, and one that is not.
fn words(fact: &Fact, comparisons: &[&Comparison], whole: bool) -> Vec<Typed> {
    let named: BTreeSet<&str> = comparisons.iter().flat_map(|each| each.words()).collect();
    let mut all: Vec<&str> = if whole {
        fact.values.iter().map(String::as_str).collect()
    } else {
        named.iter().copied().collect()
    };
    if !whole {
        let other = fact.values.iter().map(String::as_str).chain(["ZZ"]).find(|word| !named.contains(word));
        // `ZZ` is nobody's country; an enum has no words beside its own.
        all.extend(other.filter(|other| fact.kind == FactType::Country || *other != "ZZ"));
    }
    all.into_iter().map(|word| Typed::Word(word.to_owned())).collect()
}

/// Every combination of the words that are named.
fn sets(comparisons: &[&Comparison], exact: &mut bool) -> Vec<Typed> {
    let named: BTreeSet<&str> = comparisons.iter().flat_map(|each| each.words()).collect();
    let named: Vec<&str> = named.into_iter().collect();
    let set = |words: &[&str]| Typed::Set(words.iter().map(|word| (*word).to_owned()).collect());
    if named.len() > MOST_WORDS {
        *exact = false;
        let singles = named.iter().map(|word| set(&[word]));
        return [set(&[])].into_iter().chain(singles).chain([set(&named)]).collect();
    }
    (0..1_usize << named.len())
        .map(|bits| {
            let within = named.iter().enumerate().filter(|(at, _)| bits >> at & 1 == 1);
            set(&within.map(|(_, word)| *word).collect::<Vec<_>>())
        })
        .collect()
}
