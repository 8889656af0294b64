//! Unknown facts, over all shipped packs: an answer never turns a decision over, and no question can be spared.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]
#![allow(clippy::disallowed_methods, reason = "how many cases are tried is asked of the environment")]

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use hefu_rules::{Decision, FactType, FactValue, Facts, Pack, Shelf, Standing, Value, decide, evaluate};
use proptest::prelude::*;

/// How many cases a property is tried on: `HEFU_RULE_CASES`, else 200.
fn cases() -> u32 {
    std::env::var("HEFU_RULE_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(200)
}

/// A value of a fact, by a number; none for unknown. Whole numbers lie about the limits of the packs.
fn value(fact: &hefu_rules::Fact, pick: u16) -> Option<FactValue> {
    const NUMBERS: [i64; 12] =
        [0, 1, 2, 3, 499, 9_999, 10_000, 99_999, 100_000, 999_999, 1_000_000, 20_000_000];
    let at = usize::from(pick);
    match fact.kind {
        FactType::Bool => Some(FactValue::Bool(pick % 2 == 1)),
        FactType::Int => Some(FactValue::Int(NUMBERS[at % NUMBERS.len()].max(fact.least.unwrap_or(0)))),
        FactType::Enum => Some(FactValue::Text(fact.values[at % fact.values.len()].clone())),
        _ => None,
    }
}

fn day(pack: &Pack) -> NaiveDate {
    match pack.effective_until() {
        Some(until) => until.pred_opt().unwrap(),
        None => "2027-06-30".parse().unwrap(),
    }
}

fn facts(pack: &Pack, picks: &[u16], known: &[bool]) -> Facts {
    let all = pack.facts().iter().zip(picks.iter().zip(known));
    let values =
        all.filter(|(_, (_, known))| **known).map(|(fact, (pick, _))| (fact.id.clone(), value(fact, *pick)));
    Facts { values: values.collect(), ..Facts::default() }
}

/// The effect of a decision: grounds of the same effect count as one.
fn effect(pack: &Pack, decision: &Decision) -> (Standing, Option<Value>) {
    let same = |word: &String| {
        let outcome = pack.outcome(&decision.id, word);
        outcome.and_then(|outcome| outcome.effect.clone()).unwrap_or_else(|| word.clone())
    };
    let value = decision.value.as_ref().map(|value| match value {
        Value::One(word) => Value::One(same(word)),
        Value::Many(words) => Value::Many(words.iter().map(same).collect()),
    });
    (decision.standing, value)
}

fn picked() -> impl Strategy<Value = (usize, Vec<u16>, Vec<bool>, Vec<u16>)> {
    let packs = Shelf::shipped().packs().len();
    let many = 24;
    (
        0..packs,
        proptest::collection::vec(any::<u16>(), many),
        proptest::collection::vec(proptest::bool::weighted(0.7), many),
        proptest::collection::vec(any::<u16>(), many),
    )
}

proptest! {
    #![proptest_config(ProptestConfig { cases: cases(), ..ProptestConfig::default() })]

    /// Kleene: what is decided stays decided, to the same effect, whatever the open facts turn out to be.
    #[test]
    fn an_answer_never_turns_a_decision_over((at, picks, known, answers) in picked()) {
        let pack = &Shelf::shipped().packs()[at];
        let before = facts(pack, &picks, &known);
        let mut after = facts(pack, &answers, &vec![true; known.len()]);
        after.values.extend(before.values.clone());
        let (one, two) = (evaluate(pack, &before, day(pack)).unwrap(), evaluate(pack, &after, day(pack)).unwrap());
        for (first, then) in one.decisions.iter().zip(&two.decisions) {
            prop_assert_ne!(then.standing, Standing::NeedsInfo, "{} knows everything", &then.id);
            if first.standing != Standing::NeedsInfo {
                prop_assert_eq!(effect(pack, first), effect(pack, then), "{} {}", pack.id(), &first.id);
            } else if let (Some(Value::Many(sure)), Some(Value::Many(all))) = (&first.value, &then.value) {
                prop_assert!(sure.is_subset(all), "{} {}", pack.id(), &first.id);
            }
        }
    }

    /// The questions suffice: with all of them answered, and nothing else, the decision is made.
    #[test]
    fn the_questions_suffice((at, picks, known, answers) in picked()) {
        let pack = &Shelf::shipped().packs()[at];
        let before = facts(pack, &picks, &known);
        for decision in evaluate(pack, &before, day(pack)).unwrap().decisions {
            let asked: BTreeSet<&str> = decision.asks().into_iter().collect();
            let mut after = before.clone();
            for (fact, pick) in pack.facts().iter().zip(&answers).filter(|(fact, _)| asked.contains(fact.id.as_str())) {
                after.values.insert(fact.id.clone(), value(fact, *pick));
            }
            let again = evaluate(pack, &after, day(pack)).unwrap();
            let again = again.decision(&decision.id).unwrap();
            prop_assert!(again.standing != Standing::NeedsInfo, "{} {}: {:?}", pack.id(), decision.id, again.asks());
        }
    }
}

/// Values of a fact by which any condition of the packs can tell answers apart.
fn telling(fact: &hefu_rules::Fact) -> Vec<FactValue> {
    let numbers =
        [0, 1, 2, 3, 4, 5, 6, 249, 250, 499, 500, 999, 1_000, 1_001, 7_999, 8_000, 9_999, 10_000, 10_001];
    let more = [20_000, 20_001, 79_999, 80_000, 99_999, 100_000, 799_999, 800_000, 999_999, 1_000_000];
    let most = [9_999_999, 10_000_000, 10_000_001, 99_999_999, 100_000_000];
    match fact.kind {
        FactType::Bool => vec![FactValue::Bool(false), FactValue::Bool(true)],
        FactType::Int => {
            let all = numbers.into_iter().chain(more).chain(most);
            all.filter(|each| *each >= fact.least.unwrap_or(0)).map(FactValue::Int).collect()
        }
        _ => fact.values.iter().cloned().map(FactValue::Text).collect(),
    }
}

/// No fact of a list can be removed: by trying every answer to the rest, there is one of them after which this fact
/// still decides. The definition itself, without the diagram by which the engine finds the list.
fn is_needed(pack: &Pack, known: &Facts, decision: &str, asked: &[String], fact: &str) -> bool {
    let declared = |id: &str| pack.facts().iter().find(|each| each.id == id).unwrap();
    let others: Vec<&String> = asked.iter().filter(|each| *each != fact).collect();
    let mut states: Vec<BTreeMap<String, Option<FactValue>>> = vec![known.values.clone()];
    for other in others {
        let values = telling(declared(other));
        states = states
            .iter()
            .flat_map(|state| {
                values.iter().map(move |value| {
                    let mut next = state.clone();
                    next.insert(other.clone(), Some(value.clone()));
                    next
                })
            })
            .collect();
    }
    states.into_iter().any(|values| {
        let state = Facts { values, ..Facts::default() };
        let decided = decide(pack, &state, day(pack)).unwrap();
        decided.iter().any(|(id, standing, _)| id == decision && *standing == Standing::NeedsInfo)
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: cases(), ..ProptestConfig::default() })]

    /// With all other questions answered in some way, the decision still waits for each fact of the list.
    #[test]
    fn no_question_can_be_spared((at, picks, _, _) in picked(), open in proptest::collection::vec(any::<u16>(), 1..3)) {
        let pack = &Shelf::shipped().packs()[at];
        let mut known = vec![true; 24];
        let count = pack.facts().len().max(1);
        for each in &open {
            known[usize::from(*each) % count] = false;
        }
        let before = facts(pack, &picks, &known);
        for decision in evaluate(pack, &before, day(pack)).unwrap().decisions {
            prop_assert!(decision.ask_is_minimal, "{} {}", pack.id(), &decision.id);
            let asked: Vec<String> = decision.asks().into_iter().map(str::to_owned).collect();
            for fact in &asked {
                prop_assert!(is_needed(pack, &before, &decision.id, &asked, fact), "{} {} {fact}", pack.id(), &decision.id);
            }
        }
    }
}
