//! Files of cases: base facts, what each case sets, and what is expected of the mechanism of an outbound transfer.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};
use serde::Deserialize;
use thiserror::Error;

use crate::evaluate::{Standing, evaluate};
use crate::facts::Facts;
use crate::shelf::Shelf;
use crate::value::FactValue;

/// The pack and the decision that cases are held against.
const PACK: &str = "cn.outbound";
const DECISION: &str = "mechanism";
/// Facts that count persons.
const COUNTERS: [&str; 2] = ["count.pi", "count.spi"];

#[derive(Deserialize)]
struct File {
    base: BTreeMap<String, Option<FactValue>>,
    cases: Vec<Case>,
}

#[derive(Deserialize)]
struct Case {
    id: String,
    #[serde(default)]
    set: BTreeMap<String, Option<FactValue>>,
    expect: String,
    ask: Option<Vec<String>>,
    eval_date: Option<NaiveDate>,
    /// What was counted in earlier years.
    #[serde(default)]
    history: BTreeMap<i32, Counted>,
}

/// A year's count: of persons without the sensitive kind, or of each counter.
#[derive(Clone, Deserialize)]
#[serde(untagged)]
enum Counted {
    Persons(i64),
    Each(BTreeMap<String, i64>),
}

/// Why a file is no file of cases.
#[derive(Debug, Error)]
#[error("not a file of cases: {0}")]
pub struct NoCases(String);

/// How the cases of a file came out.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Outcome {
    pub passed: usize,
    /// Each case that differs: its identity, what was expected and what came.
    pub differences: Vec<(String, String, String)>,
}

/// Evaluates every case of a file.
///
/// # Errors
/// When the text is no such file.
pub fn run(text: &str, shelf: &Shelf, default_day: NaiveDate) -> Result<Outcome, NoCases> {
    let file: File = serde_json::from_str(text).map_err(|e| NoCases(e.to_string()))?;
    let mut outcome = Outcome::default();
    for case in &file.cases {
        let expected = told(&case.expect, case.ask.as_ref());
        let got = answer(&file.base, case, shelf, default_day);
        if agrees(case, &got) {
            outcome.passed += 1;
        } else {
            outcome.differences.push((case.id.clone(), expected, told(&got.0, Some(&got.1))));
        }
    }
    Ok(outcome)
}

fn agrees(case: &Case, (result, asks): &(String, Vec<String>)) -> bool {
    let fits = match case.expect.strip_suffix('*') {
        Some(beginning) => result.starts_with(beginning),
        None => *result == case.expect,
    };
    let same = case.ask.as_ref().is_none_or(|ask| {
        let mut ask = ask.clone();
        ask.sort();
        ask == *asks
    });
    fits && same
}

fn told(result: &str, asks: Option<&Vec<String>>) -> String {
    match asks {
        Some(asks) if !asks.is_empty() => format!("{result}, asking {}", asks.join(", ")),
        _ => result.to_owned(),
    }
}

/// The result and what it asks for, in order.
fn answer(
    base: &BTreeMap<String, Option<FactValue>>,
    case: &Case,
    shelf: &Shelf,
    default_day: NaiveDate,
) -> (String, Vec<String>) {
    let day = case.eval_date.unwrap_or(default_day);
    let mut values = base.clone();
    values.extend(case.set.clone());
    let Some(pack) = shelf.on(PACK, day) else {
        return ("needs_info".to_owned(), Vec::new());
    };
    let undeclared = |fact: &&String| {
        let declares = |pack: &crate::pack::Pack| pack.facts().iter().any(|each| each.id == **fact);
        !shelf.packs().iter().filter(|pack| pack.id() == PACK).any(declares)
    };
    if let Some(fact) = values.keys().find(undeclared) {
        return (format!("no fact {fact}"), Vec::new());
    }
    let facts = Facts { counters: counters(&values, case, day), values, ..Facts::default() };
    let evaluation = match evaluate(pack, &facts, day) {
        Ok(evaluation) => evaluation,
        Err(e) => return (e.to_string(), Vec::new()),
    };
    let Some(decision) = evaluation.decision(DECISION) else { return ("no decision".to_owned(), Vec::new()) };
    let mut asks: Vec<String> = decision.asks().into_iter().map(str::to_owned).collect();
    asks.sort();
    // A mechanism that no rule names is not known: that is no permission.
    let result = if decision.standing == Standing::NoRule { "needs_info" } else { decision.word() };
    (result.to_owned(), asks)
}

/// The counts of the year in question are those the case states. A case that states them says of other years what
/// was counted in them, and a year that it leaves out had nothing.
fn counters(
    values: &BTreeMap<String, Option<FactValue>>,
    case: &Case,
    day: NaiveDate,
) -> BTreeMap<String, BTreeMap<i32, i64>> {
    let mut counters = BTreeMap::new();
    for counter in COUNTERS {
        let mut years = BTreeMap::from([(day.year() - 1, 0)]);
        for (year, counted) in &case.history {
            let count = match counted {
                Counted::Persons(persons) if counter == COUNTERS[0] => Some(*persons),
                Counted::Persons(_) => None,
                Counted::Each(each) => each.get(counter).copied(),
            };
            years.insert(*year, count.unwrap_or(0));
        }
        years.remove(&day.year());
        if let Some(Some(FactValue::Int(count))) = values.get(counter) {
            years.insert(day.year(), *count);
        }
        counters.insert(counter.to_owned(), years);
    }
    counters
}

#[cfg(test)]
mod tests;
