//! The tests that a pack brings along.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::evaluate::{Standing, evaluate};
use crate::facts::Facts;
use crate::form::Case;
use crate::pack::Pack;
use crate::value::Value;

/// A test of a pack that came out otherwise than it says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Failed {
    pub test: String,
    pub expected: String,
    pub got: String,
}

/// Runs every test of a pack; what failed.
pub(crate) fn run(pack: &Pack) -> Vec<Failed> {
    pack.cases.iter().filter_map(|case| one(pack, case)).collect()
}

fn one(pack: &Pack, case: &Case) -> Option<Failed> {
    let expected = match &case.expect {
        toml::Value::Array(words) => {
            let mut words: Vec<&str> = words.iter().filter_map(toml::Value::as_str).collect();
            words.sort_unstable();
            words.join(" ")
        }
        other => other.as_str().unwrap_or_default().to_owned(),
    };
    let asked = case.ask.as_ref().map(|ask| {
        let mut ask = ask.clone();
        ask.sort();
        ask.join(" ")
    });
    let wanted = match &asked {
        Some(asked) => format!("{expected} asking {asked}"),
        None => expected,
    };
    let got = answer(pack, case, asked.is_some());
    (got != wanted).then(|| Failed { test: case.id.clone(), expected: wanted, got })
}

fn answer(pack: &Pack, case: &Case, with_questions: bool) -> String {
    let values: BTreeMap<_, _> =
        case.facts.iter().map(|(fact, value)| (fact.clone(), Some(value.clone()))).collect();
    if let Some(fact) = case.facts.keys().find(|fact| !pack.fact_index.contains_key(*fact)) {
        return format!("unknown fact {fact}");
    }
    let as_of = case.as_of.unwrap_or_else(|| last_day(pack));
    let evaluation = match evaluate(pack, &Facts { values, ..Facts::default() }, as_of) {
        Ok(evaluation) => evaluation,
        Err(e) => return e.to_string(),
    };
    let Some(decision) = evaluation.decision(&case.decision) else {
        return format!("no decision {}", case.decision);
    };
    let mut got = match (&decision.standing, &decision.value) {
        (Standing::Decided, Some(Value::Many(words))) => words.iter().cloned().collect::<Vec<_>>().join(" "),
        _ => decision.word().to_owned(),
    };
    if with_questions {
        let mut asks = decision.asks();
        asks.sort_unstable();
        got.push_str(&format!(" asking {}", asks.join(" ")));
    }
    got
}

/// The day a test without one is of: the last on which the pack applies, or the day it is to be looked at again.
fn last_day(pack: &Pack) -> chrono::NaiveDate {
    match pack.head.effective_until {
        Some(until) => until.pred_opt().unwrap_or(until),
        None => pack.head.review_due,
    }
}
