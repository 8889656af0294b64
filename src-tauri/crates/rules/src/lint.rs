//! What stands against packs before anybody rests on them.

mod reach;
#[cfg(test)]
mod tests;
mod text;

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::condition::{Subject, Test};
use crate::error::PackError;
use crate::pack::{Conclusion, Pack};
use crate::selftest;
use crate::value::{FactType, FactValue, Typed};

/// Something that stands against a pack.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Finding {
    /// Name of the file.
    pub file: String,
    pub weight: Weight,
    #[serde(flatten)]
    pub problem: Problem,
}

/// Whether a pack with it may be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Weight {
    Error,
    Warning,
}

/// What stands against a pack.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", tag = "code")]
pub enum Problem {
    /// It is none.
    Unusable { error: String },
    /// A rule cites no source, or no article of one.
    MissingCitation { rule: String },
    /// A text is there in one language alone.
    OneSidedText { place: String },
    /// No test holds a threshold at one less, itself and one more.
    UntestedThreshold {
        rule: String,
        fact: String,
        threshold: i64,
        /// Values that no test has.
        missing: Vec<i64>,
    },
    /// Two versions of one pack speak on the same day.
    OverlappingVersions { pack: String, version: String, other: String },
    /// Whatever the facts are, the rule never decides.
    UnreachableRule { rule: String, decision: String },
    /// A test of the pack comes out otherwise.
    FailedTest { test: String, expected: String, got: String },
    /// A table has no row, or two, for a combination of its keys.
    IncompleteTable { table: String, keys: String },
    /// The same fact is of another type, or counts otherwise, in another pack of the folder.
    FactDiffers { fact: String, other: String },
    /// The pack is not the one whose digest is listed, or is not listed.
    OtherDigest { listed: Option<String>, digest: String },
    /// A decision, a source or a fact that nothing uses.
    Unused { what: String, id: String },
    /// The day on which the pack was to be looked at again has passed.
    ReviewDue { due: NaiveDate },
}

/// Looks at packs that are used together, each with the name of its file. `digests` are those that were published, by
/// file; without them no digest is asked for. Without a day no review is overdue.
pub fn lint(
    texts: &[(String, String)],
    digests: Option<&BTreeMap<String, String>>,
    today: Option<NaiveDate>,
) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut packs: Vec<(&str, Pack)> = Vec::new();
    for (file, text) in texts {
        match Pack::parse(text) {
            Ok(pack) => packs.push((file, pack)),
            Err(e) => findings.push(finding(file, Problem::Unusable { error: told(&e) })),
        }
    }
    for (file, pack) in &packs {
        let mut problems = alone(pack);
        if let Some(digests) = digests {
            let listed = digests.get(*file);
            if listed.map(String::as_str) != Some(pack.digest()) {
                let digest = pack.digest().to_owned();
                problems.push(Problem::OtherDigest { listed: listed.cloned(), digest });
            }
        }
        if today.is_some_and(|today| pack.head.review_due < today) {
            problems.push(Problem::ReviewDue { due: pack.head.review_due });
        }
        findings.extend(problems.into_iter().map(|problem| finding(file, problem)));
    }
    together(&packs, &mut findings);
    findings.sort_by(|a, b| (a.weight, &a.file, &a.problem).cmp(&(b.weight, &b.file, &b.problem)));
    findings
}

/// Whether a finding keeps a pack from being used.
fn finding(file: &str, problem: Problem) -> Finding {
    let weight = match problem {
        Problem::ReviewDue { .. } | Problem::Unused { .. } => Weight::Warning,
        _ => Weight::Error,
    };
    Finding { file: file.to_owned(), weight, problem }
}

fn told(error: &PackError) -> String {
    error.to_string()
}

/// What stands against one pack by itself.
fn alone(pack: &Pack) -> Vec<Problem> {
    let mut problems = text::one_sided(pack);
    problems.extend(uncited(pack));
    problems.extend(thresholds(pack));
    problems.extend(reach::unreachable(pack));
    problems.extend(tables(pack));
    problems.extend(unused(pack));
    problems.extend(selftest::run(pack).into_iter().map(|failed| Problem::FailedTest {
        test: failed.test,
        expected: failed.expected,
        got: failed.got,
    }));
    problems
}

fn uncited(pack: &Pack) -> Vec<Problem> {
    let lacks = |rule: &&crate::pack::Rule| {
        rule.cite.is_empty() || rule.cite.iter().any(|cite| cite.article.trim().is_empty())
    };
    let rules = pack.rules.iter().filter(lacks);
    rules.map(|rule| Problem::MissingCitation { rule: rule.id.clone() }).collect()
}

/// Thresholds of whole numbers: a test of a decision that the rule concludes must hold each at one less, itself and
/// one more, as far as the fact can be so little.
fn thresholds(pack: &Pack) -> Vec<Problem> {
    let mut problems = Vec::new();
    for (at, rule) in pack.rules.iter().enumerate() {
        let concludes = |decision: &str| {
            let choice = pack.decisions.iter().find(|choice| choice.id == decision);
            choice.is_some_and(|choice| choice.rules.iter().any(|(rule, _)| *rule == at))
        };
        let mut comparisons = Vec::new();
        rule.when.comparisons(&mut comparisons);
        let mut seen = BTreeSet::new();
        for comparison in comparisons {
            let (Subject::Fact(fact), Test::Lt | Test::Le | Test::Gt | Test::Ge) =
                (comparison.subject, comparison.test)
            else {
                continue;
            };
            let Some(Typed::Int(threshold)) = comparison.against.first() else { continue };
            if !seen.insert((fact, *threshold)) {
                continue;
            }
            let fact = &pack.facts[fact];
            let tested = |value: &i64| {
                let has =
                    |case: &&crate::form::Case| case.facts.get(&fact.id) == Some(&FactValue::Int(*value));
                pack.cases.iter().filter(has).any(|case| concludes(&case.decision))
            };
            let around = [threshold - 1, *threshold, threshold + 1];
            let asked = around.into_iter().filter(|value| fact.least.is_none_or(|least| *value >= least));
            let missing: Vec<i64> = asked.filter(|value| !tested(value)).collect();
            if !missing.is_empty() {
                let (rule, fact) = (rule.id.clone(), fact.id.clone());
                problems.push(Problem::UntestedThreshold { rule, fact, threshold: *threshold, missing });
            }
        }
    }
    problems
}

/// Every combination of the words that the keys may hold must stand in a table once.
fn tables(pack: &Pack) -> Vec<Problem> {
    let mut problems = Vec::new();
    let lookups = pack.decisions.iter().flat_map(|choice| choice.rules.iter());
    for (rule, conclusion) in lookups {
        let Conclusion::Lookup { by, rows } = conclusion else { continue };
        let mut combinations: Vec<Vec<String>> = vec![Vec::new()];
        for fact in by {
            let words = &pack.facts[*fact].values;
            combinations = combinations
                .iter()
                .take(1_000)
                .flat_map(|before| words.iter().map(|word| before.iter().chain([word]).cloned().collect()))
                .collect();
        }
        for keys in combinations {
            if rows.iter().filter(|(row, _)| *row == keys).count() != 1 {
                let table = pack.rules[*rule].id.clone();
                problems.push(Problem::IncompleteTable { table, keys: keys.join(" ") });
            }
        }
    }
    problems.dedup();
    problems
}

fn unused(pack: &Pack) -> Vec<Problem> {
    let used_facts: BTreeSet<usize> =
        pack.decisions.iter().flat_map(|choice| choice.facts.iter().copied()).collect();
    let cited: BTreeSet<&str> =
        pack.rules.iter().flat_map(|rule| rule.cite.iter().map(|cite| cite.source.as_str())).collect();
    let facts = pack.facts.iter().enumerate().filter(|(at, _)| !used_facts.contains(at));
    let facts = facts.map(|(_, fact)| ("fact", &fact.id));
    let sources = pack.sources.iter().filter(|source| !cited.contains(source.id.as_str()));
    let sources = sources.map(|source| ("source", &source.id));
    let spoken = |choice: &&crate::pack::Choice| choice.rules.is_empty() && !pack.head.stub;
    let decisions = pack.decisions.iter().filter(spoken).map(|choice| ("decision", &choice.id));
    let all = facts.chain(sources).chain(decisions);
    all.map(|(what, id)| Problem::Unused { what: what.to_owned(), id: id.clone() }).collect()
}

/// What stands against packs that are used together.
fn together(packs: &[(&str, Pack)], findings: &mut Vec<Finding>) {
    let mut types: BTreeMap<&str, (&str, FactType, &[String])> = BTreeMap::new();
    for (at, (file, pack)) in packs.iter().enumerate() {
        for (_, other) in &packs[..at] {
            let ends = |pack: &Pack| pack.effective_until().unwrap_or(NaiveDate::MAX);
            let overlap = pack.effective_from() < ends(other) && other.effective_from() < ends(pack);
            if pack.id() == other.id() && overlap {
                let (pack, version, other) =
                    (pack.id().to_owned(), pack.version().to_owned(), other.version().to_owned());
                findings.push(finding(file, Problem::OverlappingVersions { pack, version, other }));
            }
        }
        for fact in &pack.facts {
            let (other, kind, values) = *types.entry(&fact.id).or_insert((file, fact.kind, &fact.values));
            if kind != fact.kind || (values != fact.values && kind == FactType::Enum && other != *file) {
                let problem = Problem::FactDiffers { fact: fact.id.clone(), other: other.to_owned() };
                findings.push(finding(file, problem));
            }
        }
    }
}
