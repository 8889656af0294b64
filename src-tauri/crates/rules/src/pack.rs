//! A rule pack, read and checked: what its rules say, ready to be asked.

mod conditions;
mod fault;
mod read;
mod reliance;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use chrono::NaiveDate;
use hefu_domain::text::Words;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::condition::Condition;
use crate::form::{Case, Citation, Combine, Confidence, Fact, Head, Outcome, Source, Status};

/// The largest text that is read as a pack.
pub const MOST_BYTES: usize = 1 << 20;

/// The level scale, from the least strict.
pub const LEVELS: [&str; 6] = ["SL0", "SL1", "SL2", "SL3", "SL4", "SL5"];

/// One version of a rule pack.
#[derive(Clone, Debug)]
pub struct Pack {
    pub(crate) head: Head,
    pub(crate) digest: String,
    pub(crate) sources: Vec<Source>,
    pub(crate) facts: Vec<Fact>,
    pub(crate) fact_index: BTreeMap<String, usize>,
    pub(crate) tables: Vec<Table>,
    pub(crate) decisions: Vec<Choice>,
    pub(crate) rules: Vec<Rule>,
    pub(crate) cases: Vec<Case>,
}

/// Which pack it was: enough to find it again and to see that it is the same.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct PackRef {
    pub id: String,
    pub version: String,
    /// Country whose law it is; `EU` and `XX` stand for the Union and for none.
    pub jurisdiction: String,
    pub status: Status,
    /// SHA-256 of the pack as canonical JSON, in hexadecimal.
    pub digest: String,
    pub title: Words,
}

#[derive(Clone, Debug)]
pub(crate) struct Table {
    pub id: String,
    /// The words of the keys, and which value of the decision that is looked up.
    pub rows: Vec<(Vec<String>, String)>,
}

/// A decision and the rules that conclude it.
#[derive(Clone, Debug)]
pub(crate) struct Choice {
    pub id: String,
    pub combine: Combine,
    pub title: Words,
    pub outcomes: Vec<Outcome>,
    pub values: Vec<Possible>,
    /// Rules in the order of the pack, each with what it concludes here.
    pub rules: Vec<(usize, Conclusion)>,
    /// Facts on which it can rest, decisions before it included.
    pub facts: Vec<usize>,
}

/// A value that a decision can come to.
#[derive(Clone, Debug)]
pub(crate) struct Possible {
    pub text: String,
    /// Severity, level or length; more is stricter, or longer.
    pub rank: u64,
    /// Values of one class have the same effect.
    pub class: usize,
}

/// What a rule says of a decision.
#[derive(Clone, Debug)]
pub(crate) enum Conclusion {
    Values(Vec<usize>),
    /// The value is the fact's own word; the second are values by the place of the word in the fact's list.
    OfFact(usize, Vec<usize>),
    /// The value stands in a table, by these facts; each row with its value.
    Lookup {
        by: Vec<usize>,
        rows: Vec<(Vec<String>, usize)>,
    },
}

#[derive(Clone, Debug)]
pub(crate) struct Rule {
    pub id: String,
    pub when: Condition,
    pub cite: Vec<Citation>,
    pub conf: Confidence,
    pub text: Words,
    pub contested: bool,
    pub from: Option<NaiveDate>,
    pub until: Option<NaiveDate>,
    pub rows: Vec<String>,
    /// Which it sets aside when it holds.
    pub overrides: Vec<usize>,
    pub overridden_by: Vec<usize>,
    /// Facts on which its truth can rest.
    pub facts: Vec<usize>,
}

impl Pack {
    pub fn id(&self) -> &str {
        &self.head.id
    }

    pub fn version(&self) -> &str {
        &self.head.version
    }

    pub fn jurisdiction(&self) -> &str {
        &self.head.jurisdiction
    }

    pub fn status(&self) -> Status {
        self.head.status
    }

    /// Whether the law behind it was not read, so that it can only say unknown.
    pub fn is_stub(&self) -> bool {
        self.head.stub
    }

    /// The first day on which it applies.
    pub fn effective_from(&self) -> NaiveDate {
        self.head.effective_from
    }

    /// The first day on which it no longer applies.
    pub fn effective_until(&self) -> Option<NaiveDate> {
        self.head.effective_until
    }

    /// What it covers and what it leaves out.
    pub fn scope(&self) -> &Words {
        &self.head.scope
    }

    pub fn sources(&self) -> &[Source] {
        &self.sources
    }

    /// What it can ask.
    pub fn facts(&self) -> &[Fact] {
        &self.facts
    }

    /// SHA-256 of its canonical JSON.
    pub fn digest(&self) -> &str {
        &self.digest
    }

    /// Rows of the residency table that its rules carry.
    pub fn rows(&self) -> impl Iterator<Item = &str> {
        self.rules.iter().flat_map(|rule| rule.rows.iter().map(String::as_str))
    }

    /// Whether it applies on this day.
    pub fn applies_on(&self, day: NaiveDate) -> bool {
        self.head.effective_from <= day && self.head.effective_until.is_none_or(|until| day < until)
    }

    /// The same pack, ending on a day.
    pub(crate) fn ending(mut self, day: NaiveDate) -> Self {
        self.head.effective_until = Some(self.head.effective_until.map_or(day, |until| until.min(day)));
        self
    }

    pub fn reference(&self) -> PackRef {
        PackRef {
            id: self.head.id.clone(),
            version: self.head.version.clone(),
            jurisdiction: self.head.jurisdiction.clone(),
            status: self.head.status,
            digest: self.digest.clone(),
            title: self.head.title.clone(),
        }
    }

    pub(crate) fn decision(&self, id: &str) -> Option<usize> {
        self.decisions.iter().position(|choice| choice.id == id)
    }

    /// The outcome of this name in a decision.
    pub fn outcome(&self, decision: &str, id: &str) -> Option<&Outcome> {
        let choice = &self.decisions[self.decision(decision)?];
        choice.outcomes.iter().find(|outcome| outcome.id == id)
    }
}

impl Rule {
    /// Whether it is law on this day, within the days of its pack.
    pub(crate) fn applies_on(&self, day: NaiveDate) -> bool {
        self.from.is_none_or(|from| from <= day) && self.until.is_none_or(|until| day < until)
    }
}
