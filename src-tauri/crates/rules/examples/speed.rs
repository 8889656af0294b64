//! How long 5,000 datasets take against all packs: `cargo run --release --package hefu-rules --example speed`.

#![allow(
    clippy::print_stdout,
    clippy::disallowed_methods,
    reason = "a program of the house, not part of the crate"
)]

use std::collections::{BTreeMap, BTreeSet};
use std::time::Instant;

use hefu_rules::{FactType, FactValue, Facts, Reach, Shelf, Subject, SubjectKind, classify};

const DATASETS: usize = 5_000;

fn main() {
    let shelf = Shelf::shipped();
    let Ok(day) = "2026-11-20".parse() else { return };
    let all: BTreeSet<String> = shelf.packs().iter().map(|pack| pack.jurisdiction().to_owned()).collect();
    let subjects: Vec<Subject> = (0..DATASETS).map(|at| dataset(at, shelf, &all)).collect();
    let began = Instant::now();
    let found = classify(&subjects, shelf, day, Reach::WithDrafts);
    let classified = began.elapsed();
    let began = Instant::now();
    let mut decisions = 0;
    for subject in &subjects {
        for pack in shelf.packs().iter().filter(|pack| pack.applies_on(day)) {
            decisions += hefu_rules::decide(pack, &subject.facts, day).map_or(0, |decided| decided.len());
        }
    }
    let decided = began.elapsed();
    let rows = found.map_or(0, |found| found.rows.len());
    println!(
        "{rows} datasets classified against {} packs in {} ms",
        shelf.packs().len(),
        classified.as_millis()
    );
    println!("{decisions} decisions of all packs in {} ms", decided.as_millis());
}

/// A dataset of which nearly everything is known.
fn dataset(at: usize, shelf: &Shelf, all: &BTreeSet<String>) -> Subject {
    let mut values = BTreeMap::new();
    for fact in shelf.packs().iter().flat_map(|pack| pack.facts()) {
        let value = match fact.kind {
            FactType::Bool => FactValue::Bool(at % 7 == fact.id.len() % 7),
            FactType::Int => FactValue::Int(i64::try_from(at * 37 % 1_200_000 + 1).unwrap_or(1)),
            FactType::Enum => FactValue::Text(fact.values[at % fact.values.len()].clone()),
            _ => continue,
        };
        values.insert(fact.id.clone(), Some(value));
    }
    Subject {
        id: format!("ds-{at}"),
        kind: SubjectKind::Dataset,
        jurisdictions: Some(all.clone()),
        facts: Facts { values, ..Facts::default() },
        holds: Vec::new(),
    }
}
